"""Payment lists and bank results as tables: every row judged, thousands in a few statements, nothing twice."""

from datetime import date
from decimal import Decimal

import polars as pl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gonghui.commons.money import acts, journal
from gonghui.commons.money.models import PayBatch, Payment
from gonghui.commons.money.words import Heading
from gonghui.kernel.evidence import files
from gonghui.kernel.intake.acts import carry_on, check, start
from gonghui.kernel.ledger.do import do
from gonghui.kernel.refusal import Refused
from tests.people import valid_id

HEADINGS = "支付组织编码,批次名称,类别,资金代码,所属年度,形式,收款人,身份证号,收款账号,金额"


@pytest.fixture
def source(cast):
    return do(acts.declare_source, cast.zhou, node=cast.nodes["province"], code="BF", name="帮扶资金", since=date(2020, 1, 1)).subject


def upload(cast, who, kind, text, node="district"):
    file = SimpleUploadedFile(f"{kind}.csv", text.encode())
    return do(check, cast.viewer(who), node=cast.nodes[node], kind=kind, file=file).subject


def take(cast, who, kind, text, node="district"):
    return carry_on(do(start, cast.viewer(who), upload(cast, who, kind, text, node)).subject)


def lists(rows, node="DISTRICT", title="送温暖第一批") -> str:
    return "\n".join([HEADINGS, *(f"{node},{title},其他支出,BF,2023,{row}" for row in rows)])


def person(n: int) -> str:
    return valid_id("19830417", serial=f"{n:03d}")


def sent(cast, rows) -> PayBatch:
    take(cast, "wang", "payments", lists(rows))
    batch = do(acts.approve, cast.zheng, PayBatch.objects.for_act("test").get()).subject
    return do(acts.send, cast.hu, batch).subject


def test_every_row_of_a_list_is_judged(cast, source):
    rows = [
        f"资金,张三,{person(1)},6222020000001234,500.00", f"资金,李四,{person(1)[:-1]}A,6222020000001235,500", "资金,王五,,6222020000001236,0",
        "资金,赵六,,622202,300.5", "资金,孙七,,6222020000001237,1.005", f"资金,张三,{person(1)},6222020000001234,500.00",
    ]  # fmt: skip
    batch = upload(cast, "wang", "payments", lists(rows))
    codes = {e.row: e.code for e in batch.errors.all()}
    assert (batch.good, batch.bad) == (1, 5)
    assert codes == {3: "parties.id_shape", 4: "money.not_positive", 5: "money.bad_account", 6: "money.not_positive", 7: "money.twice_in_file"}


def test_the_same_list_again_adds_nothing(cast, source):
    text = lists([f"资金,张三,{person(1)},6222020000001234,500.00", "资金,李四,,6222020000001235,300"])
    assert take(cast, "wang", "payments", text).done == 2
    again = upload(cast, "wang", "payments", text)
    assert (again.good, again.bad) == (0, 2) and {e.code for e in again.errors.all()} == {"money.taken"}
    batch = PayBatch.objects.for_act("test").get()
    assert (batch.count, batch.total, batch.maker.login) == (2, Decimal("800.00"), "wang")


def test_whoever_uploaded_a_list_may_not_approve_it(cast, source):
    take(cast, "wang", "payments", lists(["资金,李四,,6222020000001235,300"]))
    with pytest.raises(Refused, match="不能是同一人"):
        do(acts.approve, cast.wang, PayBatch.objects.for_act("test").get())


def test_a_list_of_thousands_is_written_in_a_few_statements(cast, source):
    text = lists([f"资金,张{n},,62220200{n:08d},300" for n in range(3000)])
    batch = do(start, cast.wang, upload(cast, "wang", "payments", text)).subject
    with CaptureQueriesContext(
        connection,
    ) as told:
        carry_on(batch)
    assert len(told) < 80
    assert PayBatch.objects.for_act("test").get().total == Decimal(900_000)


def test_the_bank_is_sent_one_line_a_payment_by_its_number(cast, source):
    batch = sent(cast, ["资金,张三,,6222020000001234,500.00", "资金,=李四,,6222020000001235,300"])
    (file,) = files.of(batch)
    lines = files.read(file.sm3).decode("utf-8-sig").splitlines()
    first = Payment.objects.for_act("test").order_by("pk").first()
    assert lines[1] == f"{first.pk},张三,,6222020000001234,500.00,送温暖第一批" and lines[2].split(",")[1] == "'=李四"
    assert b"6222020000001234" not in bytes(Payment.objects.for_act("test").filter(pk=first.pk).values_list("account_no", flat=True)[0])


def test_results_come_in_and_what_failed_is_issued_again(cast, source):
    batch = sent(cast, ["资金,张三,,6222020000001234,500.00", "资金,李四,,6222020000001235,300", "资金,王五,,6222020000001236,200"])
    one, two, three = Payment.objects.for_act("test").order_by("pk").values_list("pk", flat=True)
    day = date.today().isoformat()
    text = f"付款编号,金额,结果,日期,原因\n{one},500.00,成功,{day},\n{two},300,失败,{day},户名不符\n{three},199,成功,{day},\n999999,1,成功,{day},"
    done = take(cast, "hu", "bank_results", text)
    assert (done.done, done.bad) == (2, 2) and {e.code for e in done.errors.all()} == {"money.other_amount", "money.not_sent"}
    with pytest.raises(Refused, match="还有 1 笔没有银行结果"):
        do(acts.reconcile, cast.zheng, batch, statement=Decimal(500))
    assert take(cast, "hu", "bank_results", f"付款编号,金额,结果,日期\n{three},200,成功,{day}").done == 1
    do(acts.reconcile, cast.zheng, batch, statement=Decimal(700))
    again = do(acts.reissue, cast.wang, batch=batch, title="重付").subject
    do(acts.approve, cast.zheng, again)
    do(acts.send, cast.hu, again)
    do(acts.all_paid, cast.hu, again, on=date.today(), total=Decimal(300))
    assert dict(Payment.objects.for_act("test").values_list("payee", "state").exclude(state="repaid")) == {
        "张三": "reconciled",
        "王五": "reconciled",
        "李四": "paid",
    }
    assert journal.balance(batch.node, source, Heading.SPENDING) == Decimal(1000)


def test_the_maker_of_a_list_takes_no_results_in(cast, source):
    sent(cast, ["资金,张三,,6222020000001234,500.00"])
    with pytest.raises(Refused, match="您无权导入"):
        upload(cast, "zheng", "bank_results", "付款编号,金额,结果,日期\n1,1,成功,2024-01-01")


def test_a_cause_listed_meanwhile_comes_back_with_its_row(cast, source, monkeypatch):
    """Checked, then listed by another level before it is written: the index says no, the row comes back."""
    from gonghui.commons.money import sheets
    from gonghui.commons.money.words import PAYMENTS

    monkeypatch.setitem(PAYMENTS.rules, "other", type(PAYMENTS.rules["other"])(cause="kernel.node", by="code"))
    text = f"{HEADINGS},支付事由编号\nDISTRICT,区级,其他支出,BF,2023,资金,张三,,6222020000001234,500,FAR"
    there = text.replace("DISTRICT,区级", "CITY,市级")
    late = upload(cast, "wang", "payments", text)
    assert take(cast, "li", "payments", there, node="city").done == 1
    monkeypatch.setattr(sheets, "_taken", lambda frame: pl.lit(False))  # as if both had looked at one moment
    late = carry_on(do(start, cast.wang, late).subject)
    assert (late.done, late.bad, late.errors.get().code) == (0, 1, "money.taken")
    assert Payment.objects.for_act("test").count() == 1
