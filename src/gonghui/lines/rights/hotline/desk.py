"""What people see of the hotline."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.cases.desk import facet

from . import words

facet(
    slug="tickets", kinds=(words.TICKET,), label=_("热线工单"), group=_("权益法律"), icon="support_agent", own_label=_("我的热线工单"),
    empty=_("没有工单。来电可当场答复，或登记为工单派单办理。"),
)  # fmt: skip
