"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

PILOTS = " ".join(
    f"service_centres.pilots.{one}" for one in ("national_centres", "national_enterprises", "provincial_centres", "provincial_enterprises")
)
Mechanism(
    "SVC-1", _("一站式窗口"), "places.equip cases.receive cases.register cases.admit cases.answer_at_once cases.rate",
    "service_centres.windows service_centres.numbers_taken service_centres.visits_served service_centres.rating",
)  # fmt: skip
Mechanism(
    "SVC-2", _("“6+X”服务中心建设"), "places.enter places.equip returns.fill returns.submit returns.accept",
    "service_centres.services@fixed service_centres.services@local service_centres.volume",
)  # fmt: skip
Mechanism(
    "SVC-3", _("提升职工生活品质试点"), "plans.propose plans.approve plans.report plans.evaluate plans.publish_result designations.record", PILOTS
)
Mechanism(
    "SVC-4", _("幸福企业"), "registers.enter activities.record designations.record",
    "service_centres.upgrade_dimensions service_centres.happy_enterprises service_centres.happy_visits",
)  # fmt: skip
Mechanism("SVC-5", _("综合服务体"), "places.enter places.equip designations.record", "service_centres.complexes")
