"""What people see of hardship aid."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity
from gonghui.commons.cases.desk import LIST
from gonghui.commons.cases.models import Case
from gonghui.commons.money.models import PayBatch, Payment
from gonghui.commons.plans.models import PlanItem
from gonghui.kernel.desk import Column, Desk, facet

from . import acts, file_acts, words
from .models import FileSpell, Household, HouseholdMember, Measure

GROUP = _("生活保障")
NAME = Column("name", _("职工"), lambda h: h.name_masked)
HOUSE = Column("household", _("档案"), lambda row: str(row.household))
UPPER_EXPORT = ("county_officer", "city_officer", "province_officer")

Desk(
    noun=Household, label=_("困难职工档案"), group=GROUP, icon="family_home",
    columns=("number", NAME, "node", "size", "category", "applied_on", "filed_on", "state"), related=("node", "plan"),
    detail=(
        "number", NAME, Column("id_masked", _("身份证号"), lambda h: h.id_masked), Column("phone_masked", _("电话"), lambda h: h.phone_masked), "node", "size",
        Column("members", _("家庭成员"), lambda h: people_of(h)), "cause", Column("says", _("家庭情况"), lambda h: h.says or ""), "category",
        Column("basis", _("认定依据"), lambda h: h.basis or ""), "visitors", "applied_on", "accepted_on", "visited_on", "assessed_on", "filed_on", "reviewed_on",
        "left_on", "relapsed", Column("measures", _("帮扶措施"), lambda h: measures_of(h)), "plan", "state",
    ),
    filters=("state", "category", "cause", "relapsed", "applied_on", "filed_on"), search=("number",), exported_by=UPPER_EXPORT,
    work=("applied", "accepted", "visited", "county_check", "checking", "assessed", "notice", "reviewing"), own=True, own_label=_("我的困难帮扶档案"),
    own_columns=("number", "node", "applied_on", "category", "filed_on", "state"), personal=True,
    acts=(
        acts.enter, acts.apply, acts.add_member, acts.ask_supplement, acts.supplement, acts.accept, acts.visit, acts.send_up, acts.ask_check, acts.assess,
        acts.give_notice, acts.put_in_file, acts.reject, file_acts.review, file_acts.keep_in_file, file_acts.lift, file_acts.relapse, file_acts.close,
        file_acts.revoke,
    ),
    empty=_("还没有困难职工档案。先建档，后帮扶。"),
)  # fmt: skip

Desk(
    noun=Measure, label=_("帮扶措施"), group=GROUP, icon="redeem", columns=("number", HOUSE, "sort", "year", "amount", "approval", "on", "node", "state"),
    related=("household", "node"), filters=("state", "sort", "on"), search=("number", "approval"), work=("granted",), own=True, own_label=_("我家的帮扶"),
    own_columns=("sort", "amount", "approval", "on", "state"),
    acts=(file_acts.grant, file_acts.note_done, file_acts.cancel_measure), personal=True, exported_by=UPPER_EXPORT,
)  # fmt: skip

Desk(
    noun=FileSpell, label=_("在档记录"), group=GROUP, icon="history", columns=(HOUSE, "node", "category", "since", "until", "left"),
    related=("household", "node"), filters=("category", "left", "since", "until"), search=("household__number",), personal=True, exported_by=UPPER_EXPORT,
)  # fmt: skip

facet(PlanItem, "seasons", *words.SEASONS, label=_("四季帮扶"), group=GROUP, icon="calendar_month")
facet(PayBatch, "aid_batches", words.RELIEF, words.WARMTH, words.COOLING, label=_("帮扶慰问发放"), group=GROUP, icon="payments")
facet(Payment, "aid_payments", words.RELIEF, words.WARMTH, words.COOLING, label=_("帮扶慰问明细"), group=GROUP, icon="receipt_long")
facet(
    Activity, "aid_visits", words.COOL_VISIT, words.CARE, words.TELEMEDICINE, label=_("走访与关爱"), group=GROUP, icon="ac_unit",
    empty=_("还没有走访。一次走访填一条，人数为现场慰问人数。"),
)  # fmt: skip
facet(Case, "petitions", words.PETITION, label=_("来信来访"), group=GROUP, icon="meeting_room", columns=LIST)


def people_of(household: Household) -> str:
    """Who lives there, by relation, without numbers."""
    rows = HouseholdMember.objects.for_act("people of a file in reach").filter(household=household).select_related("household").order_by("pk")
    return "、".join(f"{row.get_relation_display()} {(row.name or '')[:1]}*" for row in rows)


def measures_of(household: Household) -> str:
    """What was granted, a line a measure."""
    rows = Measure.objects.for_act("measures of a file in reach").filter(household=household).order_by("pk")
    return "\n".join(f"{row.on} {row.get_sort_display()} {row.amount or ''} {row.get_state_display()}" for row in rows[:50])
