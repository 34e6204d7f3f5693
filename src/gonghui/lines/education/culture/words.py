"""Kinds and series of culture, states of a season and of a work, refusals."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.words import KINDS, SERIES
from gonghui.commons.enrolment.words import KINDS as OFFERS
from gonghui.commons.parties.words import TEAM_KINDS
from gonghui.commons.plans.words import CATEGORIES
from gonghui.commons.plans.words import KINDS as PLANS
from gonghui.commons.readings.words import KINDS as READINGS
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
