"""Kinds of title."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.designations.words import KINDS

LABOUR_MODEL = KINDS.declare("labour_model", _("劳动模范（先进工作者）"))
MAY_DAY = KINDS.declare("may_day", _("五一劳动奖"))
PIONEER = KINDS.declare("pioneer_team", _("工人先锋号"))
WOMEN = KINDS.declare("women_pacesetter", _("五一巾帼标兵"))
CRAFTSMAN = KINDS.declare("craftsman", _("工匠"))
GREAT_CRAFTSMAN = KINDS.declare("great_craftsman", _("大国工匠"))
QUALITY_CRAFTSMAN = KINDS.declare("quality_craftsman", _("质量工匠"))
CULTIVATION = KINDS.declare("craftsman_programme", _("大国工匠培育工程"))
BEAUTIFUL = KINDS.declare("most_beautiful", _("最美职工（劳动者）"))
STAR_KEEPER = KINDS.declare("star_keeper", _("星级站长"))
SKILLED = KINDS.declare("skilled_worker", _("优秀技工和项目"))
RECEIVED = KINDS.declare("received_by_union", _("工会获得的荣誉"))

CRAFTSMEN = (CRAFTSMAN, GREAT_CRAFTSMAN, QUALITY_CRAFTSMAN)
