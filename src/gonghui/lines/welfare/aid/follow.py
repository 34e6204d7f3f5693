"""What follows from a household's file elsewhere: its people come first where an offer publishes it so."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.enrolment.words import PRIORITIES
from gonghui.commons.parties.models import Person

from .models import HouseholdMember
from .words import FileState


def in_file(persons, offer) -> set[int]:
    """Those of them whose household is in the file of hardship now."""
    now_in = HouseholdMember.objects.for_act("who comes first").filter(live=True, household__state__in=(FileState.IN_FILE, FileState.REVIEWING))
    hashes = now_in.filter(id_hash__isnull=False).values("id_hash")
    rows = Person.objects.for_act("who comes first").filter(pk__among=list(persons), id_hash__in=hashes)
    return set(rows.values_list("pk", flat=True))


PRIORITIES["hardship"] = _("在档困难职工家庭"), in_file
