"""Kinds of record of workforce reform."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.words import KINDS as ACTIVITIES
from gonghui.commons.designations.words import KINDS as TITLES
from gonghui.commons.registers.words import KINDS as REGISTERS
from gonghui.commons.returns.words import KINDS as RETURNS
from gonghui.commons.tasks.words import KINDS as TASKS

MEMBER = REGISTERS.declare("reform_member", _("产改协调小组成员单位"))
REPORT = REGISTERS.declare("reform_report", _("产改季度报告"))
FIRM = REGISTERS.declare("reform_firm", _("产改入库企业"))  # number: the credit code; in force while in the library
CASE = REGISTERS.declare("reform_case", _("产改案例"))
DOCUMENT = REGISTERS.declare("reform_document", _("产改配套文件"))
SPLIT = TASKS.declare("reform_tasks", _("产改任务分工"))
DRIVE = TASKS.declare("reform_drive", _("产改集中行动"))
FEEDBACK = TASKS.declare("reform_feedback", _("产改评估反馈整改"))
SCORE = RETURNS.declare("reform_score", _("产改评估得分（百分制）"))  # by the city itself, amended to what was found on the spot, then accepted
MONITOR = RETURNS.declare("reform_monitor", _("产改入库企业参加技能提升职工数"))
COUNTY = TITLES.declare("reform_county", _("产改示范县区"))
PILOT = TITLES.declare("reform_pilot", _("产改试点单位"))
VISIT = ACTIVITIES.declare("reform_visit", _("产改实地评估"))
MEETING = ACTIVITIES.declare("reform_meeting", _("产改现场会（推进会）"))
