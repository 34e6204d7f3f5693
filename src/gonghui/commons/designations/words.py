"""Kinds, tiers, holders and states of titles."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.kernel import config
from gonghui.kernel.kinds import Kinds
from gonghui.kernel.lifecycle import Lifecycle, States, Step

KINDS = Kinds()

config.declare(
    config.Config("designations.rectify_months", 6, _("复核整改月数"), least=1, most=36),
)


class Tier(models.TextChoices):
    """Whose title it is, the highest first; a sector title is named across areas."""

    NATIONAL = "national", _("全国级")
    PROVINCE = "province", _("省级")
    CITY = "city", _("市级")
    COUNTY = "county", _("县级")
    SECTOR = "sector", _("行业")
    BASIC = "basic", _("基层")


class Holder(models.TextChoices):
    PERSON = "person", _("个人")
    TEAM = "team", _("班组（集体）")
    UNIT = "unit", _("单位（组织）")
    PLACE = "place", _("阵地")
    WORK = "work", _("作品（成果）")


class Category(models.TextChoices):
    """What a person is counted as in structure shares: exactly one."""

    INDUSTRIAL = "industrial", _("产业工人")
    FRONTLINE = "frontline", _("其他一线和专业技术人员")
    SCIENCE = "science", _("科教人员")
    OFFICIAL = "official", _("机关事业单位负责人")
    UNIT_HEAD = "unit_head", _("企业负责人")
    FARMER = "farmer", _("农民")
    OTHER = "other", _("其他")


class Trait(models.TextChoices):
    """What may be true of a candidate besides; several may be."""

    FEMALE = "female", _("女性")
    MINORITY = "minority", _("少数民族")
    MIGRANT = "migrant", _("农民工")
    NON_PUBLIC = "non_public", _("非公有制单位")
    NEW_FORM = "new_form", _("新就业形态劳动者")
    KEY_INDUSTRY = "key_industry", _("重点产业")


class Body(models.TextChoices):
    """Who is asked about a candidate before it is decided. Source: handbook contests-honours-innovation 3."""

    PARTY = "party", _("所在单位党组织")
    POLICE = "police", _("公安机关")
    LABOUR = "labour", _("人力资源社会保障部门")
    TAX = "tax", _("税务部门")
    ECOLOGY = "ecology", _("生态环境部门")
    EMERGENCY = "emergency", _("应急管理部门")
    MARKET = "market", _("市场监管部门")
    CREDIT = "credit", _("信用主管部门")
    CADRES = "cadres", _("干部管理部门")
    DISCIPLINE = "discipline", _("纪检监察机关")
    AUDIT = "audit", _("审计部门")


class SchemeState(States):
    STANDING = "standing", _("有效")
    ENDED = "ended", _("已停止")


SCHEME = Lifecycle(
    SchemeState,
    Step((), "designations.declare_scheme", SchemeState.STANDING),
    Step((SchemeState.STANDING,), "designations.end_scheme", SchemeState.ENDED),
)


class RoundState(States):
    CALLED = "called", _("申报中")
    CLOSED = "closed", _("评审中")
    FINISHED = "finished", _("已命名")
    CANCELLED = "cancelled", _("已取消")


R = RoundState
ROUND = Lifecycle(
    RoundState,
    Step((), "designations.call", R.CALLED),
    Step((R.CALLED,), "designations.close_round", R.CLOSED),
    Step((R.CLOSED,), "designations.finish_round", R.FINISHED),
    Step((R.CALLED, R.CLOSED), "designations.cancel_round", R.CANCELLED),
)


class NominationState(States):
    NOMINATED = "nominated", _("已申报")
    RECOMMENDED = "recommended", _("逐级推荐中")
    RETURNED = "returned", _("已退回")
    REVIEWED = "reviewed", _("已评审")
    POSTED = "posted", _("公示中")
    FORWARDED = "forwarded", _("已上报")
    NAMED = "named", _("已命名")
    REJECTED = "rejected", _("未入选")
    TAKEN_BACK = "taken_back", _("已撤回")


N = NominationState
BELOW = (N.NOMINATED, N.RECOMMENDED)  # on its way up
NOMINATION = Lifecycle(
    NominationState,
    Step((), "designations.nominate", N.NOMINATED),
    Step((N.NOMINATED,), "designations.post_at_unit", N.NOMINATED),
    Step((N.NOMINATED,), "designations.recommend", N.RECOMMENDED),
    Step((N.RECOMMENDED,), "designations.recommend_on", N.RECOMMENDED),
    Step((N.RECOMMENDED,), "designations.return_nomination", N.RETURNED),
    Step((N.RETURNED,), "designations.resubmit", N.NOMINATED),
    Step(BELOW, "designations.review", N.REVIEWED),
    Step((N.REVIEWED,), "designations.post", N.POSTED),
    Step((N.REVIEWED, N.POSTED), "designations.forward", N.FORWARDED),
    Step((N.POSTED, N.FORWARDED), "designations.confer", N.NAMED),
    Step((*BELOW, N.REVIEWED, N.POSTED, N.FORWARDED), "designations.reject", N.REJECTED),
    Step((N.NOMINATED, N.RETURNED), "designations.take_back", N.TAKEN_BACK),
)
OUT = (N.REJECTED, N.TAKEN_BACK)


class ReviewState(States):
    ASSIGNED = "assigned", _("待评分")
    SCORED = "scored", _("已评分")
    RECUSED = "recused", _("已回避")


REVIEW = Lifecycle(
    ReviewState,
    Step((), "designations.assign_expert", ReviewState.ASSIGNED),
    Step((ReviewState.ASSIGNED,), "designations.score", ReviewState.SCORED),
    Step((ReviewState.ASSIGNED,), "designations.recuse", ReviewState.RECUSED),
)


class DesignationState(States):
    STANDING = "standing", _("有效")
    IN_RECHECK = "in_recheck", _("复核中")
    RECTIFYING = "rectifying", _("整改中")
    WITHDRAWN = "withdrawn", _("已撤销")
    ENDED = "ended", _("已终止")
    MISTAKEN = "mistaken", _("登记有误")


D = DesignationState
DESIGNATION = Lifecycle(
    DesignationState,
    Step((), "designations.record", D.STANDING),
    Step((D.STANDING,), "designations.begin_recheck", D.IN_RECHECK),
    Step((D.IN_RECHECK, D.RECTIFYING), "designations.pass_recheck", D.STANDING),
    Step((D.IN_RECHECK,), "designations.let_rectify", D.RECTIFYING),
    Step((D.STANDING, D.IN_RECHECK, D.RECTIFYING), "designations.withdraw", D.WITHDRAWN),
    Step((D.STANDING, D.IN_RECHECK, D.RECTIFYING), "designations.end", D.ENDED),
    Step((D.STANDING,), "designations.correct", D.MISTAKEN),
)
LIVE = (D.STANDING, D.IN_RECHECK, D.RECTIFYING)


def kinds():
    """The kinds lines have declared."""
    return KINDS.choices()
