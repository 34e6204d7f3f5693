"""What the few who may see it see of stability."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel.desk import Column, Desk, facet

from . import acts, words
from .models import Watch

GROUP = _("权益法律")
SAYS, DONE = Column("says", _("情况"), lambda w: w.says or ""), Column("done", _("处置情况"), lambda w: w.done or "")

Desk(
    noun=Watch, label=_("政治安全事项"), group=GROUP, icon="shield", columns=("title", "sort", "source", "level", "node", "unit", "due_on", "state"), related=("node", "unit"),
    detail=("title", "sort", "source", "period", SAYS, "level", "node", "unit", "set_on", "due_on", DONE, "covered", "risks", "closed_on", "state"),
    filters=("sort", "level", "state", "set_on"), search=("title",), order=("due_on", "-pk"), work=("found", "graded", "assigned", "handled", "closed"),
    exports=("sort", "source", "level", "node", "covered", "risks", "set_on", "closed_on", "state"), seen_by=words.RESTRICTED, exported_by=("province_officer",),
    acts=(acts.enter, acts.grade, acts.assign, acts.handle, acts.send_back, acts.close, acts.check, acts.reopen), empty=_("没有政治安全事项。"),
)  # fmt: skip
facet(RegisterEntry, "stability_grades", words.GRADE, words.MECHANISM, label=_("政治安全考核与机制"), group=GROUP, icon="verified_user")
