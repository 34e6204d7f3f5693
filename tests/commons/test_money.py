"""Money in, out and between: three hands, one payment a cause, books that balance, sums that agree."""

from datetime import date
from decimal import Decimal

import pytest

from gonghui.commons.money import acts, journal, line_acts, receipt_acts
from gonghui.commons.money.listing import Line, add_lines, payee_key
from gonghui.commons.money.models import Entry, PayBatch, Payment, Source
from gonghui.commons.money.words import Heading
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.ledger.models import Event
from gonghui.kernel.refusal import Refused
from tests.refusals import refused

DAY = date(2020, 1, 1)


@pytest.fixture
def source(cast):
    return do(acts.declare_source, cast.zhou, node=cast.nodes["province"], code="BF", name="帮扶资金", since=DAY).subject


def opened(cast, source, who="wang", node="district", title="一月慰问", **more):
    values = {"node": cast.nodes[node], "kind": "other", "title": title, "source": source, "award_year": 2023} | more
    return do(acts.open_batch, cast.viewer(who), **values).subject


def added(cast, batch, payee, amount, who="wang", account="6222020000001234", **more) -> Payment:
    return do(line_acts.add, cast.viewer(who), batch=batch, payee=payee, amount=Decimal(amount), account_no=account, **more).subject


def seen(row):
    return type(row).objects.for_act("test").get(pk=row.pk)


def test_maker_checker_and_payer_are_three_people(cast, source):
    batch = opened(cast, source)
    added(cast, batch, "张三", "500.00")
    assert refused(lambda: do(acts.approve, cast.wang, batch)) == "same_person"
    do(acts.approve, cast.zheng, batch)
    assert refused(lambda: do(acts.send, cast.wang, batch)) == "same_person"
    do(acts.send, cast.hu, batch)
    batch = seen(batch)
    assert {batch.maker.login, batch.checker.login, batch.payer.login} == {"wang", "zheng", "hu"}


def test_the_database_keeps_the_three_hands_apart(cast, source):
    batch = opened(cast, source)
    for pair in ({"checker": batch.maker}, {"payer": batch.maker}, {"checker": cast.accounts["li"], "payer": cast.accounts["li"]}):
        with pytest.raises(Refused):
            by_house("tests.apart", lambda ctx, pair=pair: PayBatch.objects.for_act("test").filter(pk=batch.pk).update(**pair))


def test_a_cause_is_paid_once_whoever_pays(cast, source):
    """The same cause from the district's list and from the city's: the second is told where it stands already."""
    cause, key = ("commons_plans.planitem", 7), payee_key(name="张三", mark="6222")
    ours, theirs = opened(cast, source), opened(cast, source, who="li", node="city", title="市级慰问")
    assert by_house("tests.one", lambda ctx: add_lines(ctx, ours, [Line("张三", Decimal(500), key, cause)])) == set()
    lines = [Line("李四", Decimal(300), payee_key(name="李四"), cause), Line("张三", Decimal(500), key, cause)]
    assert by_house("tests.two", lambda ctx: add_lines(ctx, theirs, lines)) == {1}
    assert (seen(theirs).count, seen(theirs).total) == (1, Decimal("300.00"))


def test_a_failed_payment_frees_its_cause_and_is_paid_again_once(cast, source):
    batch = opened(cast, source)
    payment = added(cast, batch, "张三", "300.00")
    do(acts.approve, cast.zheng, batch)
    do(acts.hand_over, cast.hu, batch, on=date.today())
    do(line_acts.bounce, cast.zheng, payment, reason="账号已注销")
    assert journal.balance(batch.node, source, Heading.SPENDING) == 0
    again = do(acts.reissue, cast.wang, batch=batch, title="一月慰问重付").subject
    assert (again.count, again.total, again.reissues) == (1, Decimal("300.00"), batch)
    assert refused(lambda: do(acts.reissue, cast.wang, batch=batch, title="再重付")) == "money.none_failed"
    do(acts.approve, cast.zheng, again)
    do(acts.hand_over, cast.hu, again, on=date.today())
    assert seen(payment).state == "repaid"
    assert journal.balance(batch.node, source, Heading.SPENDING) == Decimal("300.00")


def test_a_special_fund_pays_no_more_than_has_come_in(cast):
    source = do(acts.declare_source, cast.zhou, node=cast.nodes["province"], code="ZX", name="送温暖资金", since=DAY, ringed=True).subject
    batch = opened(cast, source)
    added(cast, batch, "张三", "800.00")
    assert refused(lambda: do(acts.approve, cast.zheng, batch)) == "money.short"
    allotted = do(
        receipt_acts.allot, cast.zhou, node=cast.nodes["province"], kind="subsidy", to=cast.nodes["district"], source=source, purpose="送温暖",
        year=2023, amount=Decimal(900),
    ).subject  # fmt: skip
    assert refused(lambda: do(receipt_acts.approve_transfer, cast.wang, allotted)) == "outside_reach"
    got = do(
        receipt_acts.take_in,
        cast.zhou,
        node=cast.nodes["province"],
        kind="other",
        source=source,
        giver="财政",
        number="1",
        amount=Decimal(900),
        on=DAY,
    ).subject
    assert refused(lambda: do(receipt_acts.book_in, cast.zhou, got)) == "same_person"


def test_both_sides_of_an_entry_stand_in_one_row(cast, source):
    batch = opened(cast, source)
    added(cast, batch, "张三", "500.00")
    do(acts.approve, cast.zheng, batch)
    do(acts.hand_over, cast.hu, batch, on=date.today())
    (entry,) = Entry.objects.for_act("test").all()
    assert (entry.debit, entry.credit, entry.amount) == ("spending", "bank", Decimal("500.00"))
    for wrong in ({"credit": "spending"}, {"amount": Decimal(0)}):
        with pytest.raises(Refused):
            by_house("tests.entry", lambda ctx, wrong=wrong: Entry.objects.for_act("test").filter(pk=entry.pk).update(**wrong))


def test_a_batch_is_closed_only_against_the_banks_own_total(cast, source):
    batch = opened(cast, source)
    added(cast, batch, "张三", "500.00")
    do(acts.approve, cast.zheng, batch)
    do(acts.hand_over, cast.hu, batch, on=date.today())
    with pytest.raises(Refused, match="相差 0.10 元"):
        do(acts.reconcile, cast.zheng, batch, statement=Decimal("499.90"))
    do(acts.reconcile, cast.zheng, batch, statement=Decimal("500.00"))
    assert Payment.objects.for_act("test").get().state == "reconciled"


def test_sources_are_money_for_their_node_and_below(cast):
    own = do(acts.declare_source, cast.wang, node=cast.nodes["district"], code="D1", name="区级", since=DAY).subject
    assert refused(lambda: opened(cast, own, who="li", node="city")) == "money.source_elsewhere"
    assert Source.objects.within(cast.zhou).count() == 1


def test_every_move_of_a_payment_stands_in_its_history(cast, source):
    batch = opened(cast, source)
    payment = added(cast, batch, "张三", "500.00")
    do(acts.approve, cast.zheng, batch)
    do(acts.hand_over, cast.hu, batch, on=date.today())
    do(acts.reconcile, cast.zheng, batch, statement=Decimal("500.00"))
    told = Event.objects.for_act("test").filter(noun="commons_money.payment", subject=payment.pk).order_by("pk")
    moves = ["listed", "approved", "paid", "reconciled"]
    assert list(told.values_list("came_from", "went_to")) == list(zip(["", *moves], moves, strict=False))
