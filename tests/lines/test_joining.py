"""One worker joins, one officer approves, one figure counts it and opens to it."""

from datetime import date

import pytest

from gonghui.kernel.indicators import figure, find, trace
from gonghui.kernel.ledger.chain import verify
from gonghui.kernel.ledger.do import do
from gonghui.kernel.periods import Period
from gonghui.kernel.refusal import Refused
from gonghui.lines.organization.membership import acts
from gonghui.lines.organization.membership.models import Membership
from tests.people import valid_id


def test_a_worker_joins_and_the_figure_opens_to_them(cast):
    made = do(acts.apply, cast.chen, name="陈秀英", id_no=valid_id(), union=cast.unions["union"], agree=True).subject
    assert made.state == "applied"
    year = Period.parse(f"asof-{date.today()}")
    total = find("membership.members_total")
    assert figure(total, cast.nodes["province"], year, viewer=cast.zhou).value == 0
    do(acts.approve, cast.qian, made)
    for node, viewer in (("province", cast.zhou), ("city", cast.li), ("district", cast.wang), ("union", cast.sun)):
        assert figure(total, cast.nodes[node], year, viewer=viewer).value == 1
    assert figure(total, cast.nodes["other_district"], year, viewer=cast.li).value == 0
    with pytest.raises(Refused) as no:
        figure(total, cast.nodes["province"], year, viewer=cast.wang)
    assert no.value.code == "indicators.not_yours"
    ((_part, _sign, rows),) = trace(total, cast.nodes["province"], year)
    assert [r.person.name for r in rows] == ["陈秀英"]
    assert verify() is None


def test_a_second_live_membership_is_refused(cast):
    do(acts.apply, cast.chen, name="陈秀英", id_no=valid_id(), union=cast.unions["union"], agree=True)
    with pytest.raises(Refused) as no:
        do(acts.apply, cast.chen, name="陈秀英", id_no=valid_id(), union=cast.unions["far"], agree=True)
    assert no.value.code == "membership.has_open"


def test_the_maker_does_not_approve(cast):
    made = do(acts.register, cast.wang, union=cast.unions["union"], name="林 秀 英", id_no=valid_id()).subject
    with pytest.raises(Refused) as no:
        do(acts.approve, cast.wang, made)
    assert no.value.code == "same_person"
    do(acts.approve, cast.li, made)


def test_the_outsider_sees_nothing(cast):
    made = do(acts.register, cast.wang, union=cast.unions["union"], name="林秀英", id_no=valid_id()).subject
    assert not Membership.objects.within(cast.zhao).exists()
    with pytest.raises(Refused) as no:
        do(acts.approve, cast.zhao, made)
    assert no.value.code == "not_found"


def test_the_same_key_gets_the_same_answer(cast):
    first = do(acts.register, cast.wang, key="k1", union=cast.unions["union"], name="林秀英", id_no=valid_id())
    again = do(acts.register, cast.wang, key="k1", union=cast.unions["union"], name="林秀英", id_no=valid_id())
    assert again.again and again.subject.pk == first.subject.pk
