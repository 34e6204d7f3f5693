"""The file a bank is sent 批量代发文件: one line a payment, by its number."""

import csv
from io import StringIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext as now_

from gonghui.kernel.evidence.files import SHEET, keep

from .models import PayBatch


def keep_file(ctx, batch: PayBatch, lines):
    """Keep the file with the batch, sealed on disk as every attachment."""
    out = StringIO()
    table = csv.writer(out)
    table.writerow([now_("付款编号"), now_("收款人"), now_("开户行"), now_("收款账号"), now_("金额"), now_("摘要")])
    for line in lines.order_by("pk").iterator(5000):
        table.writerow([line.pk, plain(line.payee), plain(line.bank), line.account_no, line.amount, plain(line.note or batch.title)])
    upload = SimpleUploadedFile(now_("{title}-银行.csv").format(title=batch.title), out.getvalue().encode("utf-8-sig"), "text/csv")
    return keep(ctx, batch, upload, accept=SHEET)


def plain(text: str) -> str:
    """A text no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t") else text
