"""What people see of honours: their part of the common desk of titles."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.designations import acts as titles
from gonghui.commons.designations.desk import WHOM
from gonghui.commons.designations.models import Designation
from gonghui.kernel.desk import Desk

from . import words

GROUP = _("劳动经济")
KINDS = (
    words.LABOUR_MODEL, words.MAY_DAY, words.PIONEER, words.WOMEN, *words.CRAFTSMEN, words.CULTIVATION, words.BEAUTIFUL, words.STAR_KEEPER, words.SKILLED,
)  # fmt: skip
ACTS = (titles.record, titles.begin_recheck, titles.pass_recheck, titles.let_rectify, titles.withdraw, titles.end, titles.correct)
COLUMNS = (WHOM, "scheme", "tier", "batch", "awarded_on", "document", "node", "state")

Desk(
    noun=Designation, slug="honours", kinds=KINDS, label=_("荣誉称号"), group=GROUP, icon="military_tech", columns=COLUMNS,
    related=("person", "team", "unit", "employer", "scheme", "node"), filters=("tier", "holder", "state", "awarded_on"),
    search=("name", "^person__name", "document", "number"), order=("-awarded_on", "-pk"), personal=True, acts=ACTS, empty=_("还没有荣誉称号。"),
)  # fmt: skip
