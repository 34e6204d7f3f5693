"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

Mechanism(
    "HAR-1", _("和谐劳动关系创建"),
    "designations.declare_scheme designations.call designations.nominate designations.recommend designations.review designations.post designations.confer "
    "designations.begin_recheck designations.let_rectify designations.pass_recheck designations.withdraw registers.enter",
    "harmony.national_enterprises harmony.provincial_units harmony.units_standing",
)  # fmt: skip
Mechanism(
    "HAR-2", _("劳动关系基层公共服务站点"), "places.enter activities.record designations.record",
    "harmony.public_service_sites harmony.sites harmony.site_services",
)  # fmt: skip
