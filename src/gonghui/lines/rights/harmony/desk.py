"""What people see of harmonious labour relations."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity
from gonghui.commons.designations.models import Designation
from gonghui.commons.places.models import Place
from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel.desk import facet

from . import words

GROUP = _("权益法律")
ALL = (*words.UNITS, words.MODEL_SITE)

facet(
    Designation, "harmony_titles", *ALL, label=_("和谐企业和样板站点"), group=GROUP, icon="handshake",
    empty=_("还没有命名。先在“评选项目”中设立，再逐级推荐；三方共同认定的，各方意见在推荐中填写。"),
)  # fmt: skip
facet(Place, "labour_sites", words.SITE, label=_("劳动关系公共服务站点"), group=GROUP, icon="home_work")
facet(
    Activity,
    "labour_services",
    words.SERVED,
    label=_("站点服务记录"),
    group=GROUP,
    icon="support_agent",
    empty=_("还没有服务记录。按次登记服务人数。"),
)
facet(RegisterEntry, "settle_modes", words.MODE, label=_("矛盾化解在基层的做法"), group=GROUP, icon="diversity_3")
