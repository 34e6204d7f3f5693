"""What people see of each kind of place, and of bookings."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.designations import acts as titles
from gonghui.commons.designations.desk import WHOM
from gonghui.commons.designations.models import Designation
from gonghui.commons.places import desk as common
from gonghui.commons.places.models import Place
from gonghui.commons.places.words import CENTRE, ROOM
from gonghui.kernel.access.roles import SEERS
from gonghui.kernel.desk import Column, Desk

from . import acts, words
from .models import Booking

COLUMNS = ("name", "kind", "node", "address", common.HOURS, "opened_on", "state")


def facet(slug: str, label, icon: str, *kinds: str, columns=COLUMNS) -> Desk:
    """A part of the register of places as a desk of its own."""
    return Desk(
        noun=Place, slug=slug, kinds=kinds, label=label, group=common.GROUP, icon=icon, columns=columns, related=("node", "part_of"),
        detail=common.DETAIL, filters=("kind", "state", "opened_on"), search=("name", "address", "code"), work=("planned", "built", "accepted"),
        acts=common.ACTS, empty=_("还没有登记。点“登记已开放阵地”，或用表格导入。"),
    )  # fmt: skip


facet("stations", _("工会驿站"), "local_cafe", words.STATION)
facet("mother-rooms", _("母婴室"), "child_care", words.MOTHER_ROOM, columns=("name", "node", "address", "supported_on", "opened_on", "state"))
facet("reading-rooms", _("职工书屋与实训基地"), "menu_book", words.READING_ROOM, words.TRAINING_BASE)
facet(
    "palaces", _("文化宫与功能室"), "theater_comedy", words.PALACE, ROOM, columns=("name", "kind", "part_of", "node", "seats", "opened_on", "state")
)
facet("childcare", _("爱心托管"), "family_restroom", words.CHILDCARE)
facet("heritage", _("场馆与教育基地"), "museum", *words.SHOWN, CENTRE)

Desk(
    noun=Designation, slug="place-titles", label=_("阵地称号"), group=common.GROUP, icon="workspace_premium",
    kinds=(words.BEST_STATION, words.MODEL_STATION, words.READING_TITLE, words.BASE_TITLE, words.CHILDCARE_TITLE, words.PATRIOTIC_BASE),
    columns=(WHOM, "scheme", "tier", "batch", "awarded_on", "node", "state"), related=("person", "team", "unit", "employer", "scheme", "node"),
    filters=("tier", "state", "awarded_on"), search=("name", "document", "number"), order=("-awarded_on", "-pk"),
    acts=(titles.record, titles.begin_recheck, titles.pass_recheck, titles.let_rectify, titles.withdraw, titles.end, titles.correct),
    empty=_("还没有阵地称号。"),
)  # fmt: skip

Desk(
    noun=Booking, label=_("场馆预约"), group=common.GROUP, icon="event_available",
    columns=("place", "on", Column("hours", _("时段"), lambda b: b.hours, order="begins"), "purpose", "title", "heads", "state"), related=("place",),
    detail=("place", "node", "on", Column("hours", _("时段"), lambda b: b.hours), "purpose", "title", "heads", "account", "checked_in_at", "state"),
    filters=("state", "purpose", "on"), search=("title", "place__name"), order=("-on", "-begins", "-pk"), work=("booked",),
    acts=(acts.reserve, acts.book, acts.check_in, acts.finish_booking, acts.note_no_show, acts.cancel_booking), seen_by=(*SEERS, "keeper"), exported_by=SEERS,
    own=True, own_label=_("我的预约"), empty=_("还没有预约。"),
)  # fmt: skip
