"""Taking files in and finding them again."""

import re
import unicodedata
from io import BytesIO
from pathlib import Path

import puremagic
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from PIL import Image

from ..privacy.crypto import seal_file, sm3, unseal_file
from ..privacy.masks import NUMBERS
from ..refusal import Refusal
from .models import Attachment

MIB = 1 << 20
PHOTO = ("image/jpeg", "image/png")
SHEET = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "text/csv")
DOCUMENT = (*PHOTO, "application/pdf")
LIMITS = {"image/jpeg": 12 * MIB, "image/png": 12 * MIB, "application/pdf": 30 * MIB, SHEET[0]: 60 * MIB, "text/csv": 60 * MIB}
MOST_PIXELS = 60_000_000

TOO_BIG = Refusal("evidence.too_big", _("文件超过 {limit} MB。"), instead=_("请压缩或拆分后再传。"))
WRONG_TYPE = Refusal("evidence.wrong_type", _("不支持这种文件。"), instead=_("可上传：{kinds}。"))
BROKEN = Refusal("evidence.broken", _("文件打不开，可能已损坏。"), instead=_("请重新导出或拍照后再传。"))
SHOWN = {"image/jpeg": "JPG", "image/png": "PNG", "application/pdf": "PDF", SHEET[0]: "XLSX", "text/csv": "CSV"}


def check(upload, accept=DOCUMENT, field: str = "file") -> tuple[bytes, str]:
    """Read an upload; return its bytes and its type by content. Refuses: TOO_BIG, WRONG_TYPE, BROKEN."""
    limit = max(LIMITS[m] for m in accept)
    if upload.size > limit:
        raise TOO_BIG(limit=limit // MIB, field=field)
    upload.seek(0)  # an act that lost a race reads it again
    data = upload.read()
    mime = type_of(data, upload.name or "")
    if mime not in accept:
        raise WRONG_TYPE(kinds="、".join(SHOWN[m] for m in accept), field=field)
    if len(data) > LIMITS[mime]:
        raise TOO_BIG(limit=LIMITS[mime] // MIB, field=field)
    if mime in PHOTO:
        _check_image(data, field)
    return data, mime


def type_of(data: bytes, name: str) -> str:
    if data[:3] == b"\xff\xd8\xff":
        return "image/jpeg"
    if data[:2] == b"PK":
        return SHEET[0] if b"[Content_Types].xml" in data[:4096] or b"xl/" in data[:65536] else "application/zip"
    try:
        found = puremagic.from_string(data[:4096], mime=True)
    except (puremagic.PureError, ValueError):
        found = ""
    if found:
        return found
    return "text/csv" if name.lower().endswith(".csv") and b"\0" not in data[:4096] else "application/octet-stream"


def _check_image(data: bytes, field: str) -> None:
    try:
        with Image.open(BytesIO(data)) as image:
            if image.width * image.height > MOST_PIXELS:
                raise TOO_BIG(limit=12, field=field)
            image.verify()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise BROKEN(field=field) from None


def clean_name(name: str) -> str:
    """A name that can be shown and saved: no path, no control or direction marks, no ID or phone number, at most 120 characters."""
    base = re.split(r"[\\/]", unicodedata.normalize("NFC", name))[-1]
    kept = NUMBERS.sub("*", "".join(c for c in base if unicodedata.category(c)[0] != "C")).strip(" .")
    return kept[-120:] or "file"


def path_of(digest: bytes) -> Path:
    text = bytes(digest).hex()
    return Path(settings.MEDIA_ROOT) / text[:2] / text


def read(digest: bytes | memoryview) -> bytes | None:
    """The content of a kept file, None when it is no longer there."""
    path = path_of(digest)
    return unseal_file(path.read_bytes(), bytes(digest)) if path.exists() else None


def keep(ctx, record, upload, *, accept=DOCUMENT, field: str = "file") -> Attachment:
    """Bind an upload to `record` inside an act, sealed on disk; if the act fails the file goes again."""
    data, mime = check(upload, accept, field)
    digest = sm3(data)
    path = path_of(digest)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(".part")
        half.write_bytes(seal_file(data, digest))
        half.rename(path)
        ctx.saved_files = [*getattr(ctx, "saved_files", ()), lambda: path.unlink(missing_ok=True)]
    row = Attachment(
        noun=record._meta.label_lower, subject=record.pk, node=record.node, account_id=ctx.viewer.account_id,
        name=clean_name(upload.name or "file"), mime=mime, size=len(data), sm3=digest, at=ctx.at,
    )  # fmt: skip
    row.save()
    return row


def of(record):
    """The attachments of a record the caller may see."""
    rows = Attachment.objects.for_act("attachments of a record in reach")
    return rows.filter(noun=record._meta.label_lower, subject=record.pk).order_by("pk")


def sweep() -> int:
    """Delete files that no attachment names (a crash between saving and committing); return how many."""
    kept = {bytes(d).hex() for d in Attachment.objects.for_act("sweep").values_list("sm3", flat=True)}
    gone = 0
    for path in Path(settings.MEDIA_ROOT).glob("??/*"):
        if path.is_file() and path.name not in kept:
            path.unlink()
            gone += 1
    return gone
