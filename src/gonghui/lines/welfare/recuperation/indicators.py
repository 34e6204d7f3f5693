"""What is counted of recuperation: batches that came back and were settled, places, and persons who really travelled."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.enrolment.models import Enrolment
from gonghui.kernel.indicators import Distinct, Flow

from . import words
from .models import Trip

DONE = {"counts": Trip, "where": Q(state="settled"), "dated_by": "since"}
WENT = {"where": Q(kind=words.SEATS, state="attended"), "dated_by": "offer__starts_on", "personal": True}

Flow("recuperation.batches", _("疗休养批次数"), "session", **DONE, main=True, meaning=_("已返回并结算的批次，按出发日期"))
Distinct("recuperation.sites", _("疗休养目的地数"), "place", **DONE, of="site", meaning=_("期内出发、已结算批次的目的地，一处只计一次"))
Distinct(
    "recuperation.participants", _("疗休养人数"), "person", Enrolment, **WENT, of="person", main=True, meaning=_("实际成行的人，期内一人只计一次")
)
Flow("recuperation.trips", _("疗休养人次"), "person_time", Enrolment, **WENT)
Flow("recuperation.cost", _("疗休养结算费用"), "yuan", Trip, Q(state="settled"), dated_by="since", adds="cost", meaning=_("总费用，含个人承担"))
