"""Kinds of contest and what is filed of them."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.readings.words import KINDS as READINGS
from gonghui.commons.returns.words import KINDS as RETURNS

LABOUR_HEADS = RETURNS.declare("contest.labour", _("劳动竞赛参赛人次"))
SKILL_HEADS = RETURNS.declare("contest.skill", _("技能竞赛参赛人次"))
HEADS = (LABOUR_HEADS, SKILL_HEADS)

VIEWS = READINGS.declare("contest.views", _("竞赛节目收看人次"))
