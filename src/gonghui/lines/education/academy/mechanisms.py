"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

Mechanism(
    "ACA-1", _("劳模工匠学院"),
    "places.enter academy.request academy.schedule academy.decline academy.cancel academy.arrive academy.conclude academy.settle academy.name_guests "
    "academy.give_beds academy.free_beds academy.book_room academy.set_lesson academy.free_room academy.quote activities.record activities.describe registers.enter money.take_in money.book_in",
    "academy.floor_area academy.capacity academy.classes academy.classes@with_events academy.attendances academy.class_ordinal academy.bookings academy.fees "
    "academy.bed_nights academy.room_half_days",
)  # fmt: skip
Mechanism(
    "ACA-2", _("建设项目跟踪"),
    "academy.plan_project academy.start_project academy.set_milestone academy.reach academy.accept_project academy.open_project academy.review_target "
    "academy.drop_project money.open_batch money.add",
    "academy.land_area academy.investment academy.paid academy.build_years academy.brand_years",
)  # fmt: skip
