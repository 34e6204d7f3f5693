"""What people see of legal aid."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.cases.desk import facet

from . import words

facet(
    slug="legal_aid", kinds=words.FORMS, label=_("法律援助"), group=_("权益法律"), icon="balance", own_label=_("我的法律援助"),
    columns=("number", "kind", "title", "client", "node", "hand", "stage", "claimed", "recovered", "opened_on", "state"),
    empty=_("没有法律援助。职工可在手机上申请，窗口也可登记。"),
)  # fmt: skip
