"""Nominating upward: no level skipped, quotas and shares in whole numbers, recusal, the public asked, the title given."""

from datetime import date
from decimal import Decimal

import pytest

from gonghui.commons.designations import acts, naming_acts, nomination_acts, rules, scheme_acts
from gonghui.commons.designations.models import Nomination
from gonghui.kernel import clock
from gonghui.kernel.access.models import Account, Grant
from gonghui.kernel.access.viewer import Viewer
from gonghui.kernel.clocks import strike
from gonghui.kernel.ledger.chain import verify
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.notices import posting
from gonghui.kernel.notices.models import Posting
from tests.commons.test_designations import scheme
from tests.refusals import refused

CALLED, DECIDED = date(2024, 3, 1), date(2024, 4, 1)


@pytest.fixture
def round(cast):
    with clock.at(CALLED):
        title = scheme(cast, document="河政〔2024〕1号", experts=1)
        return called(cast, title)


def called(cast, title, **more):
    span = {"opens_on": CALLED, "closes_on": date(2024, 5, 1)}
    return do(scheme_acts.call, cast.zhou, scheme=title, title="2024年河州工匠", batch="2024年", **span | more).subject


def put_forward(cast, round, name="林师傅", by="sun", node="union", **more):
    what = {"holder": "person", "name": name, "brief": f"{name}的事迹"}
    with clock.at(DECIDED):
        return do(nomination_acts.nominate, cast.viewer(by), round=round, node=cast.nodes[node], **what | more).subject


def at(row):
    return Nomination.objects.for_act("test").get(pk=row.pk)


def up(cast, row, *by):
    with clock.at(DECIDED):
        for n, who in enumerate(by):
            row = do(nomination_acts.recommend_on if n else nomination_acts.recommend, cast.viewer(who), row, opinion="同意").subject
    return row


def expert(cast, node="other_city"):
    def make(ctx):
        account = Account(login=f"expert-{node}", node=cast.nodes[node])
        account.save()
        Grant(account=account, role="expert", node=cast.nodes["province"], since=CALLED).save()
        return account

    return by_house("tests.expert", make)


def test_from_the_unit_to_a_certificate(cast, round):
    row = up(cast, put_forward(cast, round), "sun", "wang", "li")
    with clock.at(DECIDED):
        assert refused(do, naming_acts.review, cast.zhou, row) == "designations.few_scores"
        one = do(naming_acts.assign_expert, cast.zhou, nomination=row, expert=expert(cast)).subject
        do(naming_acts.score, Viewer(one.expert), one, score=Decimal("91.25"))
        row = do(naming_acts.review, cast.zhou, row).subject
        assert row.score == Decimal("91.25")
        row = do(naming_acts.post, cast.zhou, row, phone="0571-12351").subject
    notice = Posting.objects.for_act("test").get()
    assert (notice.node, notice.ends_on) == (cast.nodes["province"], date(2024, 4, 9))  # 4 to 6 April off, the 7th made up
    named = {"document": "河工〔2024〕9号", "awarded_on": date(2024, 4, 9)}
    with clock.at(date(2024, 4, 9)):
        assert refused(do, naming_acts.confer, cast.zhou, row, **named) == "notices.not_over"
        case = do(posting.object_, cast.chen, posting=notice, name="陈某", phone="13800000001", text="代报").subject
    with clock.at(date(2024, 4, 10)):
        assert refused(do, naming_acts.confer, cast.zhou, row, **named) == "notices.still_open"
        do(posting.find_unfounded, cast.zhou, case, finding="属实")
    with clock.at(date(2024, 4, 11)):
        strike("notices.end_postings")
        row = do(naming_acts.confer, cast.zhou, row, **named).subject
    title = row.designation
    assert (row.state, title.number, title.batch, title.document, title.node) == (
        "named",
        f"2024-{round.scheme_id}-00001",
        "2024年",
        "河工〔2024〕9号",
        cast.nodes["union"],
    )
    assert verify() is None


def test_no_level_is_skipped(cast, round):
    row = put_forward(cast, round)
    with clock.at(DECIDED):
        assert refused(do, naming_acts.review, cast.zhou, row) == "designations.not_at_top"
        row = do(nomination_acts.recommend, cast.sun, row, opinion="同意").subject
        assert row.at == cast.nodes["district"]
        assert refused(do, nomination_acts.recommend_on, cast.viewer("sun"), row, opinion="同意") == "no_power"
        row = do(nomination_acts.recommend_on, cast.wang, row, opinion="同意").subject
        assert refused(do, nomination_acts.recommend_on, cast.wang, row, opinion="同意") == "designations.not_in_hand"
        row = do(nomination_acts.return_nomination, cast.li, row, why="事迹不实").subject
    assert (row.state, row.at) == ("returned", cast.nodes["union"])
    assert [(r.node.code, r.up) for r in row.recommendations.for_act("test").order_by("pk")] == [("UNION", True), ("DISTRICT", True), ("CITY", False)]


def test_a_level_sends_up_no_more_than_its_seats(cast, round):
    do(scheme_acts.set_quota, cast.zhou, round, level=cast.nodes["city"], seats=1)
    first, second = (up(cast, put_forward(cast, round, f"工匠{n}"), "sun", "wang") for n in range(2))
    with clock.at(DECIDED):
        do(nomination_acts.recommend_on, cast.li, first, opinion="同意")
        assert refused(do, nomination_acts.recommend_on, cast.li, second, opinion="同意") == "designations.quota_spent"
        assert refused(do, scheme_acts.set_quota, cast.zhou, round, level=cast.nodes["province"], seats=1) == "designations.not_below"


def test_quotas_do_not_add_up_to_more_than_the_seats(cast):
    round = called(cast, scheme(cast, document="批"), seats=3)
    do(scheme_acts.set_quota, cast.zhou, round, level=cast.nodes["city"], seats=2)
    assert refused(do, scheme_acts.set_quota, cast.zhou, round, level=cast.nodes["other_city"], seats=2) == "designations.quotas_over"


def test_shares_of_a_list_are_met_in_whole_numbers(cast, round):
    do(scheme_acts.set_quota, cast.zhou, round, level=cast.nodes["district"], seats=3)
    do(scheme_acts.set_share, cast.zhou, round, what="industrial", percent=35, at_least=True)
    do(scheme_acts.set_share, cast.zhou, round, what="unit_head", percent=33)
    with clock.at(DECIDED):
        heads = {"round": round, "node": cast.nodes["union"], "holder": "person", "name": "甲", "brief": "某"}
        assert refused(do, nomination_acts.nominate, cast.sun, **heads) == "designations.no_category"
    other = up(cast, put_forward(cast, round, "乙", category="other"), "sun")
    head = up(cast, put_forward(cast, round, "丙", category="unit_head"), "sun")
    third = up(cast, put_forward(cast, round, "丁", category="frontline"), "sun")
    with clock.at(DECIDED):
        do(nomination_acts.recommend_on, cast.wang, other, opinion="同意")
        assert refused(do, nomination_acts.recommend_on, cast.wang, head, opinion="同意") == "designations.share_missed"  # 1 of 3 is more than 33 %
        assert (
            refused(do, nomination_acts.recommend_on, cast.wang, third, opinion="同意") == "designations.share_missed"
        )  # 1 of 3 left is less than 35 %


def test_rounding_never_helps_a_share():
    assert not rules.share_holds(1, 3, 34) and rules.share_holds(1, 3, 33)
    assert rules.share_holds(7, 20, 35) and not rules.share_holds(6, 20, 31)
    assert rules.share_holds(13, 100, 13, at_least=False) and not rules.share_holds(2, 15, 13, at_least=False)


def test_extremes_are_left_out_of_five_scores():
    assert rules.average([Decimal(n) for n in (60, 80, 81, 82, 100)]) == Decimal("81.00")
    assert rules.average([Decimal(n) for n in (60, 80, 81)]) == Decimal("73.67")


def test_an_expert_stands_back_from_whom_he_knows_and_scores_only_his_own(cast, round):
    row = up(cast, put_forward(cast, round), "sun", "wang", "li")
    with clock.at(DECIDED):
        assert refused(do, naming_acts.assign_expert, cast.zhou, nomination=row, expert=expert(cast, "union")) == "designations.own_unit"
        assert refused(do, naming_acts.assign_expert, cast.zhou, nomination=row, expert=cast.li.account) == "designations.not_expert"
        one = do(naming_acts.assign_expert, cast.zhou, nomination=row, expert=expert(cast)).subject
        assert refused(do, naming_acts.score, cast.xie, one, score=Decimal(90)) == "not_found"
        do(naming_acts.recuse, Viewer(one.expert), one, why="亲属")
        assert refused(do, naming_acts.review, cast.zhou, row) == "designations.few_scores"


def test_one_veto_ends_it(cast):
    round = called(cast, scheme(cast, document="批", opinions=["labour", "tax"]))
    row = up(cast, put_forward(cast, round), "sun", "wang", "li")
    with clock.at(DECIDED):
        do(nomination_acts.take_opinion, cast.wang, row, body="labour", agrees=True, on=DECIDED)
        assert refused(do, naming_acts.review, cast.zhou, row) == "designations.opinion_missing"
        do(nomination_acts.take_opinion, cast.wang, row, body="tax", agrees=False, on=DECIDED)
        assert refused(do, naming_acts.review, cast.zhou, row) == "designations.vetoed"


def test_the_unit_posts_first_where_the_scheme_says_so(cast):
    round = called(cast, scheme(cast, document="批", unit_notice=True))
    row = put_forward(cast, round)
    with clock.at(DECIDED):
        assert refused(do, nomination_acts.recommend, cast.sun, row, opinion="同意") == "notices.not_posted"
        do(nomination_acts.post_at_unit, cast.sun, row, phone="12351")
        assert refused(do, nomination_acts.recommend, cast.sun, row, opinion="同意") == "notices.not_over"
    with clock.at(date(2024, 4, 10)):
        assert do(nomination_acts.recommend, cast.sun, row, opinion="同意").subject.at == cast.nodes["district"]


def test_an_outer_title_is_forwarded_and_named_when_its_issuer_has_named_it(cast):
    round = called(cast, scheme(cast, outer=True, tier="national", name="全国五一劳动奖章", issuer="全国总工会"))
    row = up(cast, put_forward(cast, round), "sun", "wang", "li")
    with clock.at(DECIDED):
        row = do(naming_acts.review, cast.zhou, row).subject
        row = do(naming_acts.forward, cast.zhou, row, document="河工〔2024〕3号").subject
        row = do(naming_acts.confer, cast.zhou, row, document="总工发〔2024〕8号", awarded_on=DECIDED).subject
    assert (row.designation.outer, row.designation.issuer, row.designation.tier) == (True, "全国总工会", "national")


def test_what_is_late_copied_or_told_twice_is_refused(cast, round):
    row = put_forward(cast, round, deeds="二十年如一日")
    again = {"round": round, "node": cast.nodes["union"], "holder": "person", "brief": "某"}
    with clock.at(DECIDED):
        assert refused(do, nomination_acts.nominate, cast.sun, name="林师傅", **again) == "designations.nominated_already"
        assert refused(do, nomination_acts.nominate, cast.sun, name="王师傅", deeds="二十年如一日", **again) == "designations.copied"
        assert refused(do, nomination_acts.nominate, cast.sun, name="王师傅", minutes_on=date(2024, 4, 2), **again) == "designations.minutes_late"
        do(nomination_acts.take_back, cast.sun, row, why="本人放弃")
    with clock.at(date(2024, 5, 2)):
        assert refused(do, nomination_acts.nominate, cast.sun, name="林师傅", **again) == "designations.closed"


def test_a_title_without_an_approving_document_is_not_called(cast):
    span = {"opens_on": CALLED, "closes_on": DECIDED}
    assert refused(do, scheme_acts.call, cast.zhou, scheme=scheme(cast), title="评选", batch="2024年", **span) == "designations.no_document"


def test_a_withdrawn_title_is_proven_withdrawn(cast, client):
    row = do(
        acts.record, cast.zhou, scheme=scheme(cast), node=cast.nodes["union"], holder="person", name="林师傅", awarded_on=date(2024, 5, 1)
    ).subject
    assert "证书有效" in client.get(f"/portal/verify/{row.token}/").content.decode()
    assert client.get("/portal/verify/", {"number": row.number, "name": "王师傅"}).status_code == 404
    found = client.get("/portal/verify/", {"number": row.number, "name": "林师傅"})
    assert found["Location"] == f"/portal/verify/{row.token}/"
    by_house("tests.other", lambda ctx: Grant(account=cast.li.account, role="province_officer", node=cast.nodes["province"], since=CALLED).save())
    do(acts.withdraw, cast.viewer("li"), row, on=date(2024, 9, 1), document="河工〔2024〕30号", why="弄虚作假")
    assert "证书已失效" in client.get(f"/portal/verify/{row.token}/").content.decode()
