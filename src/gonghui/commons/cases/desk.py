"""What people see of matters and may do."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.plans.reads import tally
from gonghui.kernel.desk import Column, Desk

from . import acts, after_acts, intake_acts, more_acts, words
from .models import Case, CaseAmount, CaseClock, CaseLink, CaseStep

GROUP = _("综合")
CALLER = Column("caller", _("反映人"), lambda c: c.caller_masked)
SAYS = Column("says", _("内容"), lambda c: c.says or "")
ANSWER = Column("answer", _("答复"), lambda c: c.answer or "")
DUE = Column("due", _("期限"), lambda c: due_of(c))
LINKS = Column("links", _("关联事项"), lambda c: links_of(c))
COURSE = Column("course", _("办理经过"), lambda c: course_of(c))
CASE = Column("case", _("事项"), lambda row: str(row.case))

SEEN_BY = ("grassroots_officer", "grassroots_chair", "county_officer", "city_officer", "province_officer", "auditor", "hotline_agent")
LIST = ("number", "title", "topic", "node", "hand", "opened_on", "level", "state")
DETAIL = (
    "number", "kind", "topic", "title", SAYS, CALLER, "client", "people", "urgent", "confidential", "channel", "involved", "employer", "node", "hand",
    "outside", "handler", "weight", "opened_on", DUE, "level", "stage", "claimed", "recovered", ANSWER, "resolved", "rating", "closed_on", "merged_into",
    "plan", LINKS, COURSE, "state",
)  # fmt: skip
RELATED = ("node", "hand", "handler__node", "employer", "merged_into", "plan")
FILTERS = ("state", "topic", "level", "channel", "client", "weight", "urgent", "opened_on", "closed_on")
SEARCH = ("%number", "%title", "%involved")
WORK = ("received", "registered", "returned", "reopened", "assigned", "accepted", "handled", "replied", "called_back")
ACTS = (
    intake_acts.register, intake_acts.receive, intake_acts.admit, intake_acts.ask_supplement, intake_acts.supplement, intake_acts.refuse,
    intake_acts.answer_at_once, acts.assign, acts.pass_on, acts.accept, acts.send_back, acts.handle, acts.reply, acts.improve, acts.ask_extension,
    acts.extend, acts.decline_extension, after_acts.call_back, after_acts.try_call, after_acts.rate, after_acts.close, after_acts.reopen,
    after_acts.withdraw, after_acts.terminate, after_acts.merge, after_acts.link_to, more_acts.note_contact, more_acts.note, more_acts.note_stage,
    more_acts.note_amount, more_acts.urge, more_acts.reveal_caller,
)  # fmt: skip


def due_of(case: Case) -> str:
    """The times that run on a matter, in words."""
    rows = CaseClock.objects.for_act("clocks of a matter in reach").filter(case=case, done_on=None).order_by("due_on")
    return "；".join(map(str, rows))


def course_of(case: Case) -> str:
    """What happened to a matter, a line a step."""
    rows = CaseStep.objects.for_act("steps of a matter in reach").filter(case=case).select_related("case", "to").order_by("pk")
    return "\n".join(told(row) for row in rows[:100])


def said_to(case: Case) -> str:
    """The answer as whoever brought the matter is told it: not before somebody else has looked at it."""
    return (case.answer or "") if case.state not in words.IN_HAND else ""


def links_of(case: Case) -> str:
    """The matters that hang together with one, either way, by number: what they say is for whoever has them in reach."""
    rows = CaseLink.objects.for_act("links of a matter in reach").filter(Q(case=case) | Q(other=case)).select_related("case", "other").order_by("pk")
    return "；".join(f"{row.get_bond_display()} {(row.other if row.case_id == case.pk else row.case).number}" for row in rows[:20])


def told(row: CaseStep) -> str:
    """One step as people read it."""
    parts = [f"{row.on}", row.get_deed_display() if row.deed != words.Deed.MOVED else row.get_went_to_display()]
    parts += [row.get_channel_display(), f"→ {row.to}" if row.to else "", row.says or ""]
    return " ".join(str(part) for part in parts if part)


OWN = (
    "number",
    "title",
    "kind",
    "topic",
    SAYS,
    "involved",
    "node",
    "opened_on",
    Column("answer", _("答复"), lambda c: said_to(c)),
    "closed_on",
    "state",
)

Desk(
    noun=Case, label=_("事项"), group=GROUP, icon="assignment", columns=("number", "kind", *LIST[1:]), detail=DETAIL, related=RELATED, filters=FILTERS,
    search=SEARCH, work=WORK, acts=ACTS, seen_by=SEEN_BY, own=True, own_label=_("我的事项"), own_columns=("title", "number", "node", "opened_on", "state"), own_detail=OWN, personal=True, order=("-level", "-pk"), empty=_("没有事项。"),
)  # fmt: skip

Desk(
    noun=CaseClock, label=_("办理时限"), group=GROUP, icon="timer", columns=(CASE, "what", "since", "due_on", "extended", "level", "done_on"),
    detail=(CASE, "what", "days", "workdays", "since", "raw_on", "due_on", "extended", "warn_on", "late_on", "later_on", "level", "done_on"),
    related=("case",), filters=("what", "level", "due_on", "done_on"), search=("case__number",), order=("done_on", "due_on", "pk"), seen_by=SEEN_BY,
)  # fmt: skip

Desk(
    noun=CaseAmount, label=_("涉案金额"), group=GROUP, icon="payments",
    columns=(CASE, "sort", "amount", "on", "node", "note"), related=("case", "node"),
    filters=("sort", "on"), search=("case__number",), seen_by=SEEN_BY,
)  # fmt: skip

Desk(
    noun=CaseStep, label=_("办理经过"), group=GROUP, icon="timeline", columns=(CASE, "deed", "channel", "to", "on", "went_to"), related=("case", "to"),
    filters=("deed", "channel", "on"), search=("case__number",), seen_by=SEEN_BY,
)  # fmt: skip

tally(Case, _("已受理事项"), "item", where=~Q(state__in=("received", "supplement", "refused", "merged", "ended")))
