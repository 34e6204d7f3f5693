"""Kinds and series of culture, states of a season and of a work, refusals."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.words import KINDS, SERIES
from gonghui.commons.enrolment.words import KINDS as OFFERS
from gonghui.commons.parties.words import TEAM_KINDS
from gonghui.commons.plans.words import CATEGORIES
from gonghui.commons.plans.words import KINDS as PLANS
from gonghui.commons.readings.words import KINDS as READINGS
from gonghui.kernel.config import Config, declare
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.refusal import Kind, Refusal

SHOW = KINDS.declare("show", _("演出"))
GATHERING = KINDS.declare("culture", _("文化活动"))
READING = KINDS.declare("reading", _("阅读活动"))
EXHIBITION = KINDS.declare("exhibition", _("展览"))
COMPETITION = KINDS.declare("arts_contest", _("文艺赛事"))
SPORTS = KINDS.declare("sports", _("体育健身"))
EXCHANGE = KINDS.declare("exchange", _("现场交流观摩"))
CULTURE = (SHOW, GATHERING, READING, EXHIBITION, COMPETITION)

BENEFIT = SERIES.declare("benefit", _("公益慰问演出"), SHOW)
DRAMA = SERIES.declare("drama", _("剧目演出"), SHOW)
CONCERT = SERIES.declare("concert", _("音乐会"), SHOW)
FESTIVAL = SERIES.declare("festival", _("传统节日"), GATHERING, SHOW)
STORY = SERIES.declare("storytelling", _("故事会（朗读）"), READING, COMPETITION)
PAINTING = SERIES.declare("painting", _("书法绘画"), EXHIBITION, COMPETITION)
PHOTO = SERIES.declare("photo", _("摄影"), EXHIBITION, COMPETITION)
SPEECH = SERIES.declare("speech", _("演讲"), COMPETITION)
TELEVISION = SERIES.declare("television", _("电视节目"), SHOW)
OPERA = SERIES.declare("opera", _("戏迷票友"), COMPETITION)

SEASON_PLAN = PLANS.declare("season", _("艺术季"))
SEASON_ITEM = PLANS.declare("season.item", _("艺术季活动项"))
ROUTE = PLANS.declare("exchange", _("交流路线"))
for slug, label in (
    ("season.visits", _("艺术家下基层")),
    ("season.courses", _("艺术培训")),
    ("season.contests", _("展演赛事")),
    ("season.exhibitions", _("展览展示")),
):
    CATEGORIES.declare(slug, label)

TROUPE = TEAM_KINDS.declare("troupe", _("职工文艺团队"))
VISITING = TEAM_KINDS.declare("visiting_troupe", _("外来文艺团体"))
CLUB = TEAM_KINDS.declare("club", _("文体协会"))
SEATS = OFFERS.declare("show_seats", _("演出座席"))
OPERA_VIEWS = READINGS.declare("culture.opera_views", _("戏迷大赛观看人次"))
SHOW_VIEWS = READINGS.declare("culture.show_views", _("文艺节目观看人次"))


class SeasonState(States):
    DRAFT = "draft", _("筹备")
    ANNOUNCED = "announced", _("已发布")
    ENTRY = "entry", _("征集中")
    PRELIMINARY = "preliminary", _("初评")
    FINAL = "final", _("终评")
    AWARDED = "awarded", _("已颁奖")
    CANCELLED = "cancelled", _("已取消")


S = SeasonState
SEASON = Lifecycle(
    SeasonState,
    Step((), "culture.open_season", S.DRAFT),
    Step((S.DRAFT,), "culture.announce_season", S.ANNOUNCED),
    Step((S.ANNOUNCED,), "culture.call_for_works", S.ENTRY),
    Step((S.ENTRY,), "culture.close_entries", S.PRELIMINARY),
    Step((S.PRELIMINARY,), "culture.go_to_final", S.FINAL),
    Step((S.FINAL,), "culture.close_season", S.AWARDED),
    Step((S.DRAFT, S.ANNOUNCED, S.ENTRY, S.PRELIMINARY, S.FINAL), "culture.cancel_season", S.CANCELLED),
)


class WorkState(States):
    ENTERED = "entered", _("已报送")
    SHORTLISTED = "shortlisted", _("初评入围")
    AWARDED = "awarded", _("获奖")
    OUT = "out", _("未入围")
    WITHDRAWN = "withdrawn", _("已撤回")


W = WorkState
WORK = Lifecycle(
    WorkState,
    Step((), "culture.enter_work", W.ENTERED),
    Step((W.ENTERED,), "culture.shortlist", W.SHORTLISTED),
    Step((W.ENTERED, W.SHORTLISTED), "culture.put_out", W.OUT),
    Step((W.SHORTLISTED,), "culture.award_work", W.AWARDED),
    Step((W.ENTERED, W.SHORTLISTED), "culture.withdraw_work", W.WITHDRAWN),
)

NOT_A_SEASON = Refusal("culture.not_a_season", _("“{plan}”不是艺术季计划，或还没有批准。"), instead=_("请先拟定并批准艺术季计划。"), field="plan")
NO_ITEMS = Refusal("culture.no_items", _("这一季还没有批准的活动项。"), instead=_("请在计划下增加活动项并批准。"), kind=Kind.CONFLICT)
NOT_OPEN = Refusal("culture.not_open", _("“{season}”现在不在征集中。"), field="season", kind=Kind.CONFLICT)
OTHER_ITEM = Refusal("culture.other_item", _("“{item}”不是“{season}”的活动项。"), field="item")
NO_AUTHOR = Refusal("culture.no_author", _("请写明作者，或选人员、队伍之一。"), instead=_("三项只填一项。"), field="author")
ENTERED_TWICE = Refusal(
    "culture.entered_twice", _("这一活动项已有同名作品“{title}”。"), instead=_("请核对后改名。"), field="title", kind=Kind.CONFLICT
)
NOT_THIS_STAGE = Refusal("culture.not_this_stage", _("“{season}”处于“{state}”，不能这样办。"), instead=_("请先推进到相应阶段。"), kind=Kind.CONFLICT)
STILL_OPEN = Refusal("culture.still_open", _("还有 {count} 件作品没有评出结果。"), instead=_("请先评定全部入围作品。"), kind=Kind.CONFLICT)


class Stage(models.TextChoices):
    """The stages at which works are judged."""

    PRELIMINARY = "preliminary", _("初评")
    FINAL = "final", _("终评")


class MarkingState(States):
    ASSIGNED = "assigned", _("待评分")
    MARKED = "marked", _("已评分")
    RECUSED = "recused", _("已回避")


M = MarkingState
MARKING = Lifecycle(
    MarkingState,
    Step((), "culture.assign_judges", M.ASSIGNED),
    Step((M.ASSIGNED,), "culture.mark", M.MARKED),
    Step((M.ASSIGNED,), "culture.stand_back", M.RECUSED),
)
declare(Config("culture.judges_least", 3, _("参评作品每件最少评委人数"), least=1, most=99))

BAD_ITEMS = Refusal("culture.bad_items", _("评分项应每行一个“名称 权重”，权重为整数，合计 100。"), instead=_("如“立意 40”。"), field="items")
BAD_PLACES = Refusal("culture.bad_places", _("名额应每行一个“结论 件数”，从高到低；初评只有一行。"), instead=_("如“一等奖 1”。"), field="places")
SHEET_IN_USE = Refusal(
    "culture.sheet_in_use", _("{stage}已分派评委，评分表不再改动。"), because=_("公布的办法中途不改"), field="stage", kind=Kind.CONFLICT
)
STAGE_OVER = Refusal("culture.stage_over", _("“{season}”处于“{state}”，{stage}已过。"), field="stage", kind=Kind.CONFLICT)
NO_SHEET = Refusal(
    "culture.no_sheet",
    _("“{season}”现在没有要评的阶段，或这一阶段没有评分表。"),
    instead=_("请先设定评分表，再转入评审。"),
    field="season",
    kind=Kind.CONFLICT,
)
NONE_TO_JUDGE = Refusal(
    "culture.none_to_judge", _("这一活动项没有可再分派的作品。"), instead=_("所选评委都已分派，或没有待评作品。"), field="item", kind=Kind.CONFLICT
)
BAD_MARK = Refusal("culture.bad_mark", _("“{item}”应填 0—100，至多两位小数。"), field="marks")
JUDGED_ALREADY = Refusal("culture.judged_already", _("这件作品的这一阶段已有结论，不再评分。"), kind=Kind.CONFLICT)
FEW_MARKS = Refusal(
    "culture.few_marks", _("这一活动项还有 {count} 件作品没有评完（每件至少 {least} 名评委，已分派的都要评）。"), instead=_("请等待评委评分、回避，或补派评委。"),
    kind=Kind.CONFLICT,
)  # fmt: skip
OUT_OF_ORDER = Refusal(
    "culture.out_of_order", _("按评分该作品{rank}，应为“{outcome}”。"), because=_("结论依评分名次"), instead=_("与名次不符的，请写明理由。"), field="why",
    kind=Kind.CONFLICT,
)  # fmt: skip
