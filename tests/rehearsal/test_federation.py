"""The demo federation: people who might be, affairs in every state, all of it through acts and tables."""

from datetime import timedelta

import pytest
from django.contrib.auth import authenticate
from django.db import connection
from django.utils import timezone
from stdnum.cn import ric, uscc

from gonghui.commons.activities.models import Activity
from gonghui.commons.activities.words import ActivityState
from gonghui.commons.designations.models import Designation, Nomination, Round
from gonghui.commons.designations.words import DesignationState
from gonghui.commons.parties.models import Employer
from gonghui.commons.plans.models import PlanItem
from gonghui.kernel import clock, clocks
from gonghui.kernel.access.models import Account
from gonghui.kernel.access.viewer import SYSTEM, Viewer
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.clock import today
from gonghui.kernel.indicators import INDICATORS, figure, find
from gonghui.kernel.ledger.chain import verify
from gonghui.kernel.ledger.models import Link
from gonghui.kernel.marks import Mark
from gonghui.kernel.periods import Period
from gonghui.kernel.tree.models import Node
from gonghui.lines.organization.membership.models import Card, Membership, Transfer
from gonghui.lines.organization.orgs.models import Founding, Site
from gonghui.lines.organization.orgs.words import FoundingState
from gonghui.lines.production.honours.models import CourtesyUse
from gonghui.lines.production.innovation.models import Result
from gonghui.lines.production.studios.models import Alliance, Studio
from gonghui.rehearsal.federation import build
from gonghui.rehearsal.people import KNOWN, people
from tests.engines import every_engine_says_the_same
from tests.figures.trying import exactly_what_counts_a_record_changes


def test_forty_thousand_people_are_invented_and_none_twice():
    frame = people(0, 40_000)
    assert frame["id_no"].n_unique() == frame["phone"].n_unique() == 40_000
    assert people(1000, 5).equals(frame.slice(1000, 5))
    assert all(ric.is_valid(number) for number in frame["id_no"].sample(2000, seed=1))
    assert not frame["name"].is_in(KNOWN).any() and frame["name"].str.contains("·").any()


@pytest.mark.long
def test_the_demonstration(db, rf):
    """Built once, late in the evening or early in the morning; looked at in seven ways, of which the last but one changes it."""
    with trusted():
        with clock.at(timezone.localtime(clock.now()).replace(hour=23 if connection.vendor == "sqlite" else 0, minute=30)):
            printed = build(scale=0.01, seed=7)
        for look in (
            changes_its_figures_with_its_records, shows_every_state_of_work, has_members_of_every_sort, is_done_by_those_whose_work_it_is, lets_its_accounts_sign_in,
            has_something_to_put_right_but_not_everything, every_engine_says_the_same,
        ):  # fmt: skip
            look(printed, rf)


def changes_its_figures_with_its_records(printed, rf):
    if connection.vendor == "postgresql":  # the other one is asked in `tests.figures.test_mutation`
        exactly_what_counts_a_record_changes(8)


def states(model) -> set[str]:
    return set(model.objects.for_act("demo").values_list("state", flat=True).distinct())


def shows_every_state_of_work(printed, rf):
    assert states(Founding) == set(FoundingState.values)
    assert states(Membership) >= {"active", "applied", "transferring", "retained", "withdrawn", "rejected", "cancelled"}
    assert states(Activity) >= set(ActivityState.values) - {"postponed"}
    for model in (Nomination, Result, CourtesyUse, Studio, Alliance):
        assert states(model) == set(model.lifecycle.states.values), model
    assert states(Designation) >= set(DesignationState.values) and states(Round) >= {"called", "finished"}
    assert states(Transfer) == {"asked", "accepted"} and states(PlanItem) >= {"proposed", "approved"}
    assert "active" in states(Card)
    sites = Site.objects.for_act("demo")
    assert sites.filter(union=None).exists() and sites.exclude(union=None).exists()
    assert all(uscc.is_valid(code) for code in Employer.objects.for_act("demo").values_list("uscc", flat=True))


def has_members_of_every_sort(printed, rf):
    root, now = Node.objects.for_act("demo").get(parent=None), Period(f"asof-{today()}", today(), today())

    def value(key, period=now):
        return figure(find(key), root, period, viewer=SYSTEM).value

    total = value("membership.members_total")
    assert 0.8 * total < value("membership.realname_members") < total
    assert 0.1 * total < value("membership.newform.members") < 0.35 * total
    assert value("membership.cards_issued") and value("membership.waiting") == 12
    year = Period("year", today() - timedelta(days=365), today())
    assert value("membership.joined", year) and value("lectures.sessions", year) and value("orgs.focus_segments", year) is not None


def is_done_by_those_whose_work_it_is(printed, rf):
    acts = Link.objects.exclude(act__startswith="rehearsal.").exclude(act__in=("intake.chunk", "intake.finish"))
    assert not acts.filter(actor=None).exists()
    assert verify() is None


def lets_its_accounts_sign_in(printed, rf):
    offices = [row for row in printed if row["login"].isalpha()]
    assert len(offices) == len({row["password"] for row in offices}) == 17
    for row in offices:
        account = authenticate(rf.post("/"), username=row["login"], password=row["password"])
        assert account is not None and Viewer(account).in_office, row["login"]
    assert Account.objects.for_act("demo").get(login="chen").phone_hash


def has_something_to_put_right_but_not_everything(printed, rf):
    root, period = Node.objects.for_act("demo").get(parent=None), Period.parse(f"asof-{today()}")
    found = {key: figure(find(key), root, period, viewer=SYSTEM).value for key in INDICATORS if find(key).check}
    for key in ("same_name_phone", "above_head_count", "unverified"):
        assert found[f"membership.check.{key}"] > 0, key
    assert found["orgs.check.ended_employer"] == 1
    assert 0 < found["membership.check.chair_not_member"] <= 5 < figure(find("orgs.total@basic"), root, period, viewer=SYSTEM).value
    clocks.strike("membership.undecided")
    assert Mark.objects.for_act("demo").get().label == "入会申请逾期未批"
