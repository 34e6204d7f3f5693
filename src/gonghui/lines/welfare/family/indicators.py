"""What is counted of family: meetings, those who came, pairs, and what checks of women's rights have found and mended."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity
from gonghui.commons.activities.words import COUNTED
from gonghui.commons.registers.models import RegisterEntry
from gonghui.commons.tasks.models import Finding, Task, TaskList
from gonghui.commons.tasks.words import DONE
from gonghui.kernel.indicators import Distinct, Flow, Stock

from . import words
from .models import Entrant, Pick

Flow("family.meetings", _("单身职工联谊场次"), "session", Activity, Q(kind=words.MEETING, state__in=COUNTED), dated_by="held_on",
    nodes=(("slot", "node"), ("host_slot", "host")), main=True, meaning=_("已举办的联谊；主办、承接各看到同一场，上级合计时计一次"))  # fmt: skip
Distinct("family.entrants", _("联谊参加人数"), "person", Entrant, Q(enrolment__state="attended"), dated_by="offer__starts_on", of="person",
    personal=True, main=True, meaning=_("实际到场的会员，期内一人只计一次"))  # fmt: skip
Flow("family.matches", _("联谊互选成功对数"), "item", Pick, Q(pair=True), dated_by="on", nodes=(("entrant__slot", "entrant__node"),), personal=True,
    meaning=_("一对计一次；是谁与谁，任何办公账号都看不到"))  # fmt: skip
Stock("family.women_rules", _("有效女职工权益法规政策数"), "item", RegisterEntry, Q(kind=words.RULE, registered_on__isnull=False), since="in_force_from",
    main=True, meaning=_("期末有效、经审核登记的法规政策"))  # fmt: skip
Flow("family.women_checks", _("女职工权益检查次数"), "session", TaskList, Q(kind=words.CHECK), dated_by="on")
Flow("family.women_breaches", _("女职工权益检查发现问题数"), "item", Finding, Q(kind=words.CHECK), dated_by="on")
Flow("family.women_mended", _("女职工权益问题整改数"), "item", Task, Q(kind=words.CHECK, state__in=DONE), dated_by="done_on")
