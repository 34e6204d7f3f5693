"""Titles of harmonious labour relations, sites and what they do."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.words import KINDS as ACTIVITIES
from gonghui.commons.designations.words import KINDS as TITLES
from gonghui.commons.places.words import KINDS as PLACES
from gonghui.commons.registers.words import KINDS as REGISTERS

FIRM = TITLES.declare("harmony_firm", _("劳动关系和谐企业"))
COMPLEX = TITLES.declare("harmony_complex", _("和谐劳动关系综合服务体"))
HAPPY = TITLES.declare("happy_firm", _("幸福企业"))
UNITS = (FIRM, COMPLEX, HAPPY)
MODEL_SITE = TITLES.declare("labour_site_model", _("劳动关系公共服务样板站点"))
SITE = PLACES.declare("labour_site", _("劳动关系公共服务站点"))
SERVED = ACTIVITIES.declare("labour_service", _("劳动关系站点服务"))
MODE = REGISTERS.declare("settle_local", _("化解在基层做法"))  # how disputes are settled at the grassroots
