"""What people see of culture."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity
from gonghui.commons.enrolment.models import Offer
from gonghui.commons.parties.models import Team
from gonghui.commons.plans.models import PlanItem
from gonghui.commons.readings.models import Reading
from gonghui.kernel.desk import DESKS, Annex, Column, Desk, Lines, facet

from . import acts, day_acts, marking_acts, marks, seat_acts, visit_acts, words
from .day_models import ReadingDay, VisitorDay
from .models import Marking, Season, Work
from .seat_models import SeatMap
from .visit_models import ShowRequest
from .visit_words import COST

GROUP = _("宣传教育")
SHEETS = Column(
    "sheets", _("评分表"),
    lambda s: "；".join(
        f"{sheet.get_stage_display()}：{'、'.join(sheet.items.splitlines())} → {'、'.join(sheet.places.splitlines())}"
        for sheet in s.sheets.for_act("of a season in reach").order_by("-stage")
    ) or "—",
)  # fmt: skip
RANKING_HEADS = (_("活动项"), _("名次"), _("作品"), _("得分"), _("已评/评委"), _("按名次应为"), _("结论"), _("与名次不符的理由"))
MARKING = ("about", "stage", "assigned_on", "total", "state")

facet(Activity, "shows", words.SHOW, label=_("演出"), group=GROUP, icon="theater_comedy")
facet(
    Activity, "culture", words.GATHERING, words.READING, words.EXHIBITION, words.COMPETITION, words.SPORTS, label=_("文体活动"), group=GROUP,
    icon="festival", acts=(*DESKS["commons_activities.activity"].acts, day_acts.file_visitors),
)  # fmt: skip
facet(Activity, "exchanges", words.EXCHANGE, label=_("交流观摩"), group=GROUP, icon="tour")
facet(Team, "troupes", words.TROUPE, words.VISITING, words.CLUB, label=_("文艺团队与协会"), group=GROUP, icon="groups")
facet(Offer, "show_seats", words.SEATS, label=_("演出座席"), group=GROUP, icon="event_seat")
facet(PlanItem, "season_plans", words.SEASON_PLAN, words.SEASON_ITEM, words.ROUTE, label=_("艺术季与交流计划"), group=GROUP, icon="event_note")
facet("commons_money.payment", "show_payments", COST, label=_("演出经费支付"), group=GROUP, icon="payments")
facet(Reading, "culture_views", words.OPERA_VIEWS, words.SHOW_VIEWS, label=_("节目观看数"), group=GROUP, icon="live_tv")

Desk(
    noun=Season, label=_("艺术季"), group=GROUP, icon="palette", columns=("title", "node", "level", "edition", "since", "until", "state"),
    related=("node",), detail=("title", "plan", "node", "level", "edition", "since", "until", Column("works", _("作品数"), lambda s: s.works.for_act("on its page").count()), SHEETS, "state"),
    filters=("state", "since"), search=("title",), work=("draft", "entry", "preliminary", "final"),
    acts=(
        acts.open_season, acts.announce_season, acts.call_for_works, acts.close_entries, acts.go_to_final, acts.close_season, acts.cancel_season,
        marking_acts.set_sheet,
    ),
    annexes=tuple(
        Annex(stage, label, RANKING_HEADS, marks.ranking(stage), when=lambda s, stage=stage: marks.sheet_of(s.pk, stage) is not None)
        for stage, label in ((words.Stage.PRELIMINARY, _("初评名次")), (words.Stage.FINAL, _("终评名次")))
    ),
)  # fmt: skip

Desk(
    noun=Work, label=_("参评作品"), group=GROUP, icon="brush",
    columns=("title", "season", "item", Column("by", _("作者"), lambda w: w.by), "node", "entered_on", "award", "state"),
    detail=(
        "title", "season", "item", Column("by", _("作者"), lambda w: w.by), "node", "entered_on", "score", "rank", "why", "award", "state",
    ),
    related=("season", "item", "node", "person", "team"), filters=("state", "entered_on"), search=("title", "author"), own=True,
    own_label=_("我的作品"), personal=True, acts=(acts.enter_work, acts.shortlist, acts.put_out, acts.award_work, acts.withdraw_work),
)  # fmt: skip

Desk(
    noun=Marking, label=_("作品评分"), group=GROUP, icon="grade", columns=("judge", *MARKING), detail=("judge", *MARKING, "items", "comment"),
    related=("judge", "node"), filters=("stage", "state", "assigned_on"), search=("about",), order=("state", "-pk"), own=True, own_label=_("我的评委任务"),
    own_columns=MARKING, own_detail=(*MARKING, "items", "comment"), personal=True, work=("assigned",),
    acts=(marking_acts.assign_judges, marking_acts.mark, marking_acts.stand_back), empty=_("没有评审任务。"),
)  # fmt: skip

Desk(
    noun=ShowRequest, label=_("演出申请"), group=GROUP, icon="local_shipping",
    columns=("title", "team", "node", "on", Column("hours", _("时间"), lambda r: r.hours or "—"), "expected", "stars", "state"),
    detail=(
        "title", "team", "node", "at_place", "expected", "asks", "asked_on", "on", Column("hours", _("时间"), lambda r: r.hours or "—"), "activity", "answer", "stars",
        "says", "rated_on", "state",
    ),
    related=("team", "node", "activity"), filters=("state", "on", "stars"), search=("title", "team__name"), work=("asked", "scheduled"),
    acts=(
        visit_acts.ask_show, visit_acts.schedule_show, visit_acts.perform_show, visit_acts.rate_show, visit_acts.refuse_show, visit_acts.call_off_show,
    ),
    empty=_("还没有演出申请。"),
)  # fmt: skip

Desk(
    noun=SeatMap, label=_("座位图"), group=GROUP, icon="chair", columns=("offer", "place", "node", "count", "drawn_on"),
    detail=("offer", "place", "node", "count", Column("given", _("已排座"), lambda m: m.seats.for_act("on its page").exclude(enrolment=None).count()), "lines", "drawn_on"),
    related=("offer", "place", "node"), filters=("drawn_on",), search=("offer__title",), personal=True, acts=(seat_acts.draw_seats, seat_acts.seat_people),
    annexes=(
        Annex(
            "seats", _("座位与人员"), (_("座位号"), _("姓名"), _("组织名额")),
            lambda drawn, viewer: Lines(
                drawn.seats.for_act("of a map in reach").select_related("enrolment", "quota__node").order_by("order"),
                lambda seat: (seat.label, seat.enrolment.name if seat.enrolment else "—", seat.quota.whose if seat.quota else "—"),
            ),
        ),
    ),
    empty=_("还没有座位图。"),
)  # fmt: skip

Desk(
    noun=VisitorDay, label=_("展览日客流"), group=GROUP, icon="door_open", columns=("activity", "on", "heads", "source", "node"), related=("activity", "node"),
    filters=("on", "source"), search=("activity__title",), order=("-on", "-pk"), acts=(day_acts.count_visitors, day_acts.correct_visitors),
    empty=_("还没有客流。"),
)  # fmt: skip

Desk(
    noun=ReadingDay, label=_("阅读打卡"), group=GROUP, icon="auto_stories", columns=("person", "activity", "on", "pages", "node"),
    related=("person", "activity", "node"), filters=("on",), search=("^person__name", "activity__title"), order=("-on", "-pk"), own=True,
    own_label=_("我的阅读打卡"), own_columns=("activity", "on", "pages"), personal=True, acts=(day_acts.read_today,), empty=_("还没有人打卡。"),
)  # fmt: skip
