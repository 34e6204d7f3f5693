"""Inspection by sample, on a visit or by the keeper, with rectification."""

import random
from typing import Annotated

from django.core.files.uploadedfile import UploadedFile
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from gonghui.kernel import config
from gonghui.kernel.access.roles import UPPER
from gonghui.kernel.access.viewer import after
from gonghui.kernel.evidence.files import PHOTO, keep
from gonghui.kernel.ledger.act import P, act
from gonghui.kernel.store import hold
from gonghui.kernel.tree.models import Node

from .acts import KIND, fresh_photo
from .models import Place
from .visit_models import Inspection
from .words import KEEPERS, NOTHING_TO_DRAW, Inspected, InspectionState, PlaceState

FINDINGS = Annotated[str, P(_("发现的问题"), long=True, max_length=500)]
PICTURE = Annotated[UploadedFile | None, P(_("现场照片"), accept=PHOTO)]


@act("places.draw", Inspection, label=_("抽查抽样"), past=_("已抽样"), by=UPPER, icon="casino", main=True)
def draw(ctx, *, node: Annotated[Node, P(_("抽查范围"))], kind: KIND):
    """
    Draw at least `station.check_ratio` percent of the open places below, of those not drawn this quarter yet.

    Refuses: NOTHING_TO_DRAW. Handbook: random check of 10 % a quarter.
    """
    hold("places.draw")
    quarter = ctx.day.replace(month=(ctx.day.month - 1) // 3 * 3 + 1, day=1)
    drawn = Inspection.objects.for_act("drawn before").filter(place=OuterRef("pk"), kind=Inspected.SAMPLE, on__gte=quarter)
    waiting = Inspection.objects.for_act("drawn before").filter(place=OuterRef("pk"), state=InspectionState.DRAWN)
    rows = Place.objects.for_act("a sample").filter(node__path__gte=node.path, node__path__lt=after(node.path), kind=kind, state=PlaceState.OPEN)
    total = rows.count()
    free = list(rows.filter(~Exists(drawn), ~Exists(waiting)).order_by("pk").values_list("pk", "node_id", "node__slot"))
    if not free:
        raise NOTHING_TO_DRAW()
    wanted = -(-total * config.value("station.check_ratio", node, ctx.day) // 100)
    picked = sorted(random.SystemRandom().sample(free, min(wanted, len(free))))
    made = Inspection.objects.for_act("a sample").bulk_create(
        [Inspection(place_id=pk, node_id=at, slot=slot, kind=Inspected.SAMPLE, on=ctx.day, state=InspectionState.DRAWN) for pk, at, slot in picked],
        batch_size=500,
    )
    ctx.note_many(Inspection, ((one.pk, one.node_id, "", InspectionState.DRAWN, {"on": [None, ctx.day.isoformat()]}) for one in made))
    ctx.node = node
    return made


def look(ctx, place, kind, findings, photo) -> Inspection:
    """Write down what somebody saw: well, or something to be put right. Refuses: PHOTO_USED."""
    if photo:
        fresh_photo(place, photo)
    ordered = ctx.day if findings else None
    made = ctx.create(
        Inspection, place=place, node=place.node, kind=kind, on=ctx.day, inspector_id=ctx.viewer.account_id, findings=findings, ordered_on=ordered,
        state=InspectionState.RECTIFY if findings else InspectionState.PASSED,
    )  # fmt: skip
    if photo:
        keep(ctx, made, photo, accept=PHOTO, field="photo")
    return made


@act("places.inspect", Place, label=_("巡查"), past=_("已登记巡查"), by=UPPER, icon="search", when=lambda p: p.state == PlaceState.OPEN)
def inspect(
    ctx, place, *, findings: Annotated[str, P(_("发现的问题"), help=_("没有问题不填"), long=True, max_length=500)] = "", photo: PICTURE = None
):
    """Look at it on a visit; what is found is to be put right. Refuses: PHOTO_USED."""
    look(ctx, place, Inspected.VISIT, findings, photo)


@act("places.self_check", Place, label=_("自查"), past=_("已登记自查"), by=KEEPERS, icon="checklist", when=lambda p: p.state == PlaceState.OPEN)
def self_check(
    ctx, place, *, findings: Annotated[str, P(_("发现的问题"), help=_("没有问题不填"), long=True, max_length=500)] = "", photo: PICTURE = None
):
    """The keeper looks once a month. Refuses: PHOTO_USED."""
    look(ctx, place, Inspected.SELF, findings, photo)


@act("places.pass_inspection", Inspection, label=_("合格"), past=_("已登记合格"), by=UPPER, icon="check", main=True)
def pass_inspection(ctx, inspection, *, photo: PICTURE = None):
    """A drawn place is in order. Refuses: PHOTO_USED."""
    settle(ctx, inspection, photo)


@act("places.order_rectification", Inspection, label=_("责令整改"), past=_("已责令整改"), by=UPPER, icon="report")
def order_rectification(ctx, inspection, *, findings: FINDINGS, photo: PICTURE = None):
    """Something is to be put right within `station.rectify_days`. Refuses: PHOTO_USED."""
    settle(ctx, inspection, photo)
    inspection.findings, inspection.ordered_on = findings, ctx.day


def settle(ctx, inspection, photo) -> None:
    if photo:
        fresh_photo(inspection.place, photo)
        keep(ctx, inspection, photo, accept=PHOTO, field="photo")
    inspection.inspector_id = ctx.viewer.account_id


@act("places.report_rectified", Inspection, label=_("报整改"), past=_("已报整改"), by=KEEPERS, icon="build", main=True)
def report_rectified(ctx, inspection, *, measures: Annotated[str, P(_("整改情况"), long=True, max_length=500)], photo: PICTURE = None):
    """It has been put right, says the place. Refuses: PHOTO_USED."""
    if photo:
        fresh_photo(inspection.place, photo)
        keep(ctx, inspection, photo, accept=PHOTO, field="photo")
    inspection.measures, inspection.rectified_on = measures, ctx.day


@act(
    "places.confirm_rectified",
    Inspection,
    label=_("复核合格"),
    past=_("已复核合格"),
    by=UPPER,
    apart_from=("places.report_rectified",),
    icon="verified",
    main=True,
)
def confirm_rectified(ctx, inspection):
    """Somebody else has looked again: in order."""


@act(
    "places.refuse_rectified",
    Inspection,
    label=_("复核不合格"),
    past=_("已登记不合格"),
    by=UPPER,
    apart_from=("places.report_rectified",),
    icon="close",
)
def refuse_rectified(ctx, inspection, *, findings: FINDINGS):
    """Somebody else has looked again: not in order. A place that fails twice is closed (handbook)."""
    inspection.findings = findings
