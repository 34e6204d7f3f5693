"""Series of lectures and lecturer groups."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.words import KINDS, SERIES
from gonghui.commons.parties.words import TEAM_KINDS
from gonghui.commons.plans.words import KINDS as PLANS
from gonghui.commons.readings.words import KINDS as READINGS
from gonghui.commons.registers.words import KINDS as REGISTERS

LECTURE = KINDS.declare("lecture", _("宣讲"))
STUDY_CLASS = KINDS.declare("study_class", _("读书班（专题培训）"))
BASE_VISIT = KINDS.declare("base_visit", _("教育基地参观"))
VIDEO = REGISTERS.declare("model_video", _("劳模工匠短片（融媒课）"))
VIDEO_VIEWS = READINGS.declare("lectures.video_views", _("短片与融媒课播放量"))
LECTURE_PLAN = PLANS.declare("lecture", _("宣讲计划"))


class Series(models.TextChoices):
    """Series overlap: a campus lecture by a model worker carries both."""

    THEORY = "theory", _("理论宣讲")
    MODEL_WORKER = "model_worker", _("劳模工匠宣讲")
    WOMEN = "women", _("巾帼宣讲")
    CAMPUS = "campus", _("进校园（劳动教育）")
    CORE_VALUES = "core_values", _("核心价值观宣讲")
    SAFETY = "safety", _("安全与法治宣讲")


for one in Series:
    SERIES.declare(one.value, one.label, LECTURE)

LECTURER_TEAM = TEAM_KINDS.declare("lecturer", _("宣讲队"))
