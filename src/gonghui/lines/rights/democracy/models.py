"""Unit 民主管理单位, Session 职代会会议 and Resolution 职代会决议."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Employer
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from . import words


@reslotted
class Unit(Record):
    """A unionised enterprise, since when it has a staff congress and open management; empty: not yet."""

    employer = models.ForeignKey(Employer, models.PROTECT, related_name="+", verbose_name=_("企业"))
    sort = models.CharField(_("所有制"), max_length=8, choices=words.Sort)
    since = models.DateField(_("列入日期"))
    until = models.DateField(_("移出日期"), null=True, blank=True)
    congress_since = models.DateField(_("建立职代会日期"), null=True, blank=True)
    disclosure_since = models.DateField(_("实行厂务公开日期"), null=True, blank=True)

    slot_day, named_by = "since", ("employer",)

    class Meta:
        verbose_name = verbose_name_plural = _("民主管理单位")
        constraints = [
            models.UniqueConstraint(fields=["employer"], condition=Q(until=None), name="democracy_unit_once"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="democracy_unit_days"),
        ]
        indexes = [models.Index(fields=["slot", "since"], name="democracy_unit_slot")]

    def __str__(self):
        return str(self.employer)


@reslotted
class Session(Record):
    """One session of a unit's congress in a year. delegates: 0 for a general meeting of the whole staff."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="sessions", verbose_name=_("单位"))
    year = models.SmallIntegerField(_("年度"))
    term = models.SmallIntegerField(_("届"))
    number = models.SmallIntegerField(_("次"))
    staff = models.IntegerField(_("职工人数"))
    delegates = models.IntegerField(_("代表人数"))
    female = models.IntegerField(_("女代表人数"))
    material_on = models.DateField(_("材料送达日期"), null=True, blank=True)
    held_on = models.DateField(_("召开日期"), null=True, blank=True)
    present = models.IntegerField(_("到会人数"), null=True, blank=True)
    published_on = models.DateField(_("公布日期"), null=True, blank=True)
    satisfied_pct = models.SmallIntegerField(_("代表满意率（%）"), null=True, blank=True)
    state = models.CharField(_("状态"), max_length=12, choices=words.SessionState)

    lifecycle, slot_day, named_by = words.SESSION, "held_on", ("unit__employer",)

    class Meta:
        verbose_name = verbose_name_plural = _("职代会会议")
        constraints = [
            models.CheckConstraint(condition=check_known(words.SESSION), name="democracy_session_state"),
            models.CheckConstraint(condition=Q(female__gte=0, female__lte=F("delegates")), name="democracy_session_female"),
            models.UniqueConstraint(fields=["unit", "term", "number"], condition=~Q(state="cancelled"), name="democracy_session_once"),
        ]
        indexes = [models.Index(fields=["slot", "held_on"], name="democracy_session_slot")]

    def __str__(self):
        return str(_("{unit}第{term}届第{number}次会议")).format(unit=self.unit, term=self.term, number=self.number)

    @property
    def whole(self) -> int:
        """Of how many a resolution needs more than half."""
        return self.delegates or self.staff


@reslotted
class Resolution(Record):
    """What a session voted on. passed: more than half of all said yes, not only of those present; done_on: carried out."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="resolutions", verbose_name=_("会议"))
    title = models.CharField(_("议题"), max_length=160)
    secret = models.BooleanField(_("无记名投票"))
    yes = models.IntegerField(_("赞成"))
    no = models.IntegerField(_("反对"))
    passed = models.BooleanField(_("通过"))
    on = models.DateField(_("表决日期"))
    done_on = models.DateField(_("落实日期"), null=True, blank=True)

    slot_day, named_by = "on", ("session__unit__employer",)

    class Meta:
        verbose_name = verbose_name_plural = _("职代会决议")
        constraints = [
            models.CheckConstraint(condition=Q(yes__gte=0, no__gte=0), name="democracy_votes"),
            models.CheckConstraint(condition=Q(done_on=None) | Q(passed=True, done_on__gte=F("on")), name="democracy_done"),
        ]
        indexes = [models.Index(fields=["slot", "on"], name="democracy_resolution_slot")]

    def __str__(self):
        return self.title
