"""Planning, building, opening, renovating and closing a place."""

from datetime import date, timedelta
from typing import Annotated

from django.core.files.uploadedfile import UploadedFile
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Employer
from gonghui.commons.plans.models import PlanItem
from gonghui.kernel import config
from gonghui.kernel.access.models import Account
from gonghui.kernel.access.roles import OFFICERS, UPPER
from gonghui.kernel.access.viewer import colleagues
from gonghui.kernel.evidence.files import PHOTO, keep
from gonghui.kernel.evidence.models import Attachment
from gonghui.kernel.ledger.act import CREATING, WHY, P, act
from gonghui.kernel.privacy.crypto import sm3
from gonghui.kernel.store import hold
from gonghui.kernel.tree.models import Node

from . import reads
from .models import Facility, OpeningHours, Place, Sign
from .rules import metres, point_of, week_of
from .visit_models import Inspection
from .words import (
    ALONE,
    CODE_TAKEN,
    DAYS,
    FACILITIES,
    IN_FUTURE,
    INSIDE_ITSELF,
    KEEPERS,
    KINDS,
    PHOTO_USED,
    SAME_PLACE,
    STANDING,
    TOO_FAR,
    Built,
    Inspected,
    PlaceState,
)  # fmt: skip

LETTERS = "ACDEFGHJKLMNPQRTUVWXY34679"  # none that is read as another
NODE = Annotated[Node, P(_("所属工会"))]
KIND = Annotated[str, P(_("类别"), choices=KINDS.choices)]
NAME = Annotated[str, P(_("名称"), max_length=100)]
ADDRESS = Annotated[str, P(_("地址"), max_length=160)]
POINT = Annotated[str, P(_("坐标"), help=_("纬度,经度（GCJ-02），如 30.592800,114.305500"), max_length=40)]
DIVISION = Annotated[str, P(_("行政区划代码"), help=_("六位"), max_length=6)]
HOST = Annotated[Employer | None, P(_("承接单位"))]
PART_OF = Annotated[
    Place | None, P(_("所在阵地"), help=_("活动室填其所在的文化宫等"), pick=lambda rows, viewer: rows.within(viewer).filter(part_of=None))
]
AREA = Annotated[int | None, P(_("面积（平方米）"), least=1, most=1_000_000)]
SEATS = Annotated[int | None, P(_("容纳人数"), least=1, most=1_000_000)]
PHONE = Annotated[str, P(_("服务电话"), max_length=20)]
ON = Annotated[date, P(_("日期"))]
PLAN = Annotated[PlanItem | None, P(_("计划项目"))]
BUILT = Annotated[Built | None, P(_("建设方式"))]
ANOTHER = Annotated[bool, P(_("确为另一处"))]


def new_place(ctx, *, node, kind, name, point="", part_of=None, another=False, code="", **more) -> Place:
    """
    Save a place; what lines call from their own acts.

    Refuses: POINT, INSIDE_ITSELF, CODE_TAKEN, and SAME_PLACE (one within `station.same_radius_m`, or of the same name) unless `another`.
    """
    latitude, longitude = point_of(point)
    if part_of is not None and part_of.part_of_id is not None:
        raise INSIDE_ITSELF(name=part_of.name)
    hold("places.new")  # two hands enter one place: one is told
    if code and Place.objects.for_act("one code").filter(code=code).exists():
        raise CODE_TAKEN(code=code)
    if part_of is None and not another:
        refuse_same(ctx, latitude, longitude, name, node)
    return ctx.create(
        Place, node=node, kind=kind, name=name, part_of=part_of, latitude=latitude, longitude=longitude,
        code=code or f"P{get_random_string(8, LETTERS)}", **more | {"built": more.get("built") or ""},
    )  # fmt: skip


def refuse_same(ctx, latitude, longitude, name, node, but=None) -> None:
    same = reads.same_place(latitude, longitude, config.value("station.same_radius_m", node, ctx.day), name, node, but)
    if same is not None:
        raise SAME_PLACE(name=same.name, address=same.address or same.node.name)


def past(ctx, on: date, first: date | None = None, field: str = "on") -> None:
    """A day that is not ahead and not before `first`. Refuses: IN_FUTURE, DAYS."""
    if on > ctx.day:
        raise IN_FUTURE(day=on, field=field)
    if first is not None and on < first:
        raise DAYS(day=first, field=field)
    ctx.on = on


def hang(ctx, place: Place, kinds, since: date) -> None:
    for kind in dict.fromkeys(kinds):
        ctx.create(Sign, place=place, kind=kind, since=since)


def take_down(place: Place, last: date) -> list[str]:
    """End the signs that hang; return their kinds."""
    signs = list(Sign.objects.for_act("signs of a place").select_for_update(of=("self",)).filter(place=place, until=None).order_by("pk"))
    for sign in signs:
        sign.until = max(last, sign.since)
        sign.save()
    return [sign.kind for sign in signs]


def fresh_photo(place: Place, upload) -> None:
    """Refuses: PHOTO_USED where the very picture proves another place or inspection."""
    upload.seek(0)
    digest = sm3(upload.read())
    ours = ("commons_places.place", "commons_places.inspection")
    if Attachment.objects.for_act("a photo proves once").filter(noun__in=ours, sm3=digest).exists():
        raise PHOTO_USED()


@act("places.plan", Place, label=_("列入建设计划"), past=_("已列入建设计划"), by=OFFICERS, icon="edit_location_alt")
def plan(
    ctx, *, node: NODE, kind: KIND, name: NAME, address: ADDRESS = "", point: POINT = "", division: DIVISION = "", host: HOST = None,
    part_of: PART_OF = None, area: AREA = None, seats: SEATS = None, built: BUILT = None, plan: PLAN = None, another: ANOTHER = False,
):  # fmt: skip
    """Plan a place that is to be built. Refuses what `new_place` refuses."""
    return new_place(
        ctx, node=node, kind=kind, name=name, address=address, point=point, division=division, host=host, part_of=part_of, area=area, seats=seats,
        built=built, plan=plan, planned_on=ctx.day, another=another,
    )  # fmt: skip


@act("places.enter", Place, label=_("登记已开放阵地"), past=_("已登记阵地"), by=OFFICERS, icon="add_location_alt", main=True)
def enter(
    ctx, *, node: NODE, kind: KIND, name: NAME, opened_on: Annotated[date, P(_("开放日期"))], address: ADDRESS = "", point: POINT = "",
    division: DIVISION = "", host: HOST = None, part_of: PART_OF = None, phone: PHONE = "", area: AREA = None, seats: SEATS = None,
    hours: Annotated[str, P(_("开放时间"), help=_("周一至周五 09:00-17:00；周六 10:00-16:00"), max_length=200)] = "",
    facilities: Annotated[list[str] | None, P(_("设施（功能）"), choices=FACILITIES.choices)] = None,
    built: BUILT = None, plan: PLAN = None, another: ANOTHER = False,
):  # fmt: skip
    """Enter a place that is open already, with its hours. Refuses what `new_place` and `week_of` refuse, IN_FUTURE."""
    past(ctx, opened_on, field="opened_on")
    week = week_of(hours) if hours else []
    place = new_place(
        ctx, node=node, kind=kind, name=name, address=address, point=point, division=division, host=host, part_of=part_of, phone=phone, area=area,
        seats=seats, built=built, plan=plan, opened_on=opened_on, built_on=opened_on, another=another,
    )  # fmt: skip
    hang(ctx, place, [kind], opened_on)
    set_week(place, week)
    for slug in dict.fromkeys(facilities or ()):
        ctx.create(Facility, place=place, slug=slug, since=opened_on)
    return place


def set_week(place: Place, week) -> None:
    place.hours.all().delete()
    OpeningHours.objects.bulk_create([OpeningHours(place=place, weekday=day, opens=opens, closes=closes) for day, opens, closes in week])


@act("places.build", Place, label=_("已建成"), past=_("已登记建成"), by=OFFICERS, icon="construction", main=True)
def build(ctx, place, *, on: ON):
    """It is built. Refuses: IN_FUTURE."""
    past(ctx, on)
    place.built_on = on


@act(
    "places.support",
    Place,
    label=_("登记建设支持"),
    past=_("已登记建设支持"),
    by=UPPER,
    icon="volunteer_activism",
    when=lambda p: p.supported_on is None,
)
def support(ctx, place, *, on: Annotated[date, P(_("支持日期"))]):
    """The union has supported its building with money from this day. Refuses: IN_FUTURE."""
    past(ctx, on)
    place.supported_on = on


@act("places.accept", Place, label=_("验收"), past=_("已验收"), by=UPPER, apart_from=(CREATING, "places.build"), icon="fact_check", main=True)
def accept(
    ctx, place, *, beside: Annotated[Account, P(_("另一验收人"), pick=colleagues)], photo: Annotated[UploadedFile, P(_("现场照片"), accept=PHOTO)],
    at_point: Annotated[str, P(_("拍照位置"), help=_("纬度,经度"), max_length=40)] = "", findings: Annotated[str, P(_("验收意见"), long=True, max_length=500)] = "",
):  # fmt: skip
    """
    Two people have looked at it on the spot, with a photo; not whoever entered it.

    Refuses: ALONE, TOO_FAR beyond `station.accept_radius_m`, PHOTO_USED. Handbook: station acceptance.
    """
    if beside.pk == ctx.viewer.account_id:
        raise ALONE()
    here = point_of(at_point, "at_point")
    if here[0] is not None and place.latitude is not None:
        away, radius = metres(here, (place.latitude, place.longitude)), config.value("station.accept_radius_m", place.node, ctx.day)
        if away > radius:
            raise TOO_FAR(metres=away, radius=radius)
    fresh_photo(place, photo)
    inspection = ctx.create(
        Inspection, place=place, node=place.node, kind=Inspected.ACCEPTANCE, on=ctx.day, inspector=ctx.account, beside=beside, findings=findings,
        state="passed",
    )  # fmt: skip
    keep(ctx, inspection, photo, accept=PHOTO, field="photo")


@act("places.open", Place, label=_("开放"), past=_("已开放"), by=UPPER, icon="door_open", main=True)
def open_(ctx, place, *, on: ON):
    """It opens to people, for the first time or again after renovation, under the signs it had. Refuses: IN_FUTURE, DAYS."""
    last = Sign.objects.for_act("signs of a place").filter(place=place).order_by("-until").first()
    past(ctx, on, last.until + timedelta(days=1) if last else place.built_on)
    again = Sign.objects.for_act("signs of a place").filter(place=place, until=last.until).values_list("kind", flat=True) if last else [place.kind]
    place.opened_on = place.opened_on or on
    hang(ctx, place, again, on)


@act("places.renovate", Place, label=_("停业改造"), past=_("已停业改造"), by=OFFICERS, icon="format_paint")
def renovate(ctx, place, *, on: Annotated[date, P(_("最后开放日"))], why: Annotated[str, WHY]):
    """It is closed for renovation after this day and opens again. Refuses: IN_FUTURE, DAYS."""
    past(ctx, on, place.opened_on)
    take_down(place, on)


@act("places.close", Place, label=_("关闭（摘牌）"), past=_("已关闭"), by=UPPER, icon="location_off")
def close(ctx, place, *, on: Annotated[date, P(_("最后一日"))], why: Annotated[str, WHY]):
    """It closes for good; the sign is recovered. Refuses: IN_FUTURE, DAYS."""
    past(ctx, on, place.opened_on)
    place.closed_on = on
    take_down(place, on)


@act("places.describe", Place, label=_("更新信息"), past=_("已更新"), by=KEEPERS, icon="edit", when=lambda p: p.state != PlaceState.CLOSED)
def describe(
    ctx, place, *, address: ADDRESS = "", point: POINT = "", phone: PHONE = "", area: AREA = None, seats: SEATS = None,
    smart: Annotated[bool, P(_("智能化"))] = False, another: ANOTHER = False,
):  # fmt: skip
    """Say where it is and what it offers; what is left empty stays. Refuses: POINT, SAME_PLACE."""
    latitude, longitude = point_of(point)
    if latitude is not None:
        if place.part_of_id is None and not another and place.state in (*STANDING, PlaceState.PLANNED):
            refuse_same(ctx, latitude, longitude, "", None, place.pk)
        place.latitude, place.longitude = latitude, longitude
    place.address, place.phone = address or place.address, phone or place.phone
    place.area, place.seats, place.smart = area or place.area, seats or place.seats, smart or place.smart
