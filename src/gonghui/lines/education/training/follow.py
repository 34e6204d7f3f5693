"""What goes with a class: its offer is published, moved and called off with it alone; what goes with a person who is erased: why they asked leave."""

from django.db.models import Q

from gonghui.commons.enrolment import hooks
from gonghui.commons.enrolment.models import Offer
from gonghui.commons.parties import hooks as parties

from . import words
from .models import CourseClass, Leave


def refuse_of_class(offer: Offer) -> None:
    """Refuses: WITH_CLASS; an offer of this kind without a class stands alone."""
    one = CourseClass.objects.for_act("whose offer it is").filter(offer=offer).first()
    if one is not None:
        raise words.WITH_CLASS(one=one)


hooks.before_changing[words.COURSE] = refuse_of_class


def blank_leaves(ctx, person) -> None:
    """Why somebody, or who looks after them, could not come."""
    for leave in Leave.objects.for_act("erase").filter(Q(enrolment__person=person) | Q(enrolment__guardian=person)).exclude(why=""):
        leave.why = ""
        leave.save()


parties.on_erasing.append(blank_leaves)
