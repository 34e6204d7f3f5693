"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

Mechanism(
    "PLA-1", _("户外劳动者服务站点"), "places.plan places.build places.accept places.open places.enter places.equip places.set_hours places.draw",
    "places.stations places.stations_new places.station_extra_functions places.inspected",
)  # fmt: skip
Mechanism(
    "PLA-2", _("最美站点与明星站长"), "designations.record designations.withdraw places.assign_keeper",
    "places.stations_national_best places.stations_provincial_model places.station_masters",
)  # fmt: skip
Mechanism("PLA-3", _("节日不打烊"), "places.propose_days places.publish_days places.confirm_duty places.cancel_days")
Mechanism("PLA-4", _("母婴室"), "places.enter places.support places.self_check", "places.mother_rooms@open places.mother_rooms@supported")
Mechanism(
    "PLA-5", _("职工书屋与实训基地"), "places.enter places.hang_sign designations.record",
    "places.reading_rooms.national places.reading_rooms.provincial places.reading_rooms.city places.reading_rooms_and_bases places.training_bases.provincial",
)  # fmt: skip
Mechanism(
    "PLA-6", _("文化宫与功能室"), "places.book places.reserve places.check_in places.finish_booking places.note_no_show places.cancel_booking returns.fill",
    "places.palaces places.palace_rooms places.palace_visits places.checked_in",
)  # fmt: skip
Mechanism("PLA-7", _("爱心托管"), "places.enter places.inspect designations.record", "places.childcare places.childcare_national")
Mechanism("PLA-8", _("教育基地与参观"), "places.enter places.reserve designations.record", "places.patriotic_bases places.visit_points")
Mechanism("PLA-9", _("其他文化阵地"), "places.enter places.close")
