"""What is counted of contests."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.readings.counting import Readings
from gonghui.commons.returns.counting import HeadCounts, doubled

from . import words

labour = HeadCounts("contests.labour.participations", _("劳动竞赛参赛人次"), "person_time", kinds=(words.LABOUR_HEADS,),
    meaning=_("单位填报并审核通过；与技能竞赛人次可能重叠，不得相加"))  # fmt: skip
skill_filed = HeadCounts("contests.skill.filed", _("技能竞赛填报人次"), "person_time", kinds=(words.SKILL_HEADS,))
filed_twice = doubled("contests.filed_twice", words.HEADS)
views = Readings("contests.broadcast_views", _("技能竞赛节目收看人次"), "person_time", kinds=(words.VIEWS,),
    meaning=_("媒体方提供的收看次数，按来源和日期登记；不与本系统的人次相加"))  # fmt: skip
