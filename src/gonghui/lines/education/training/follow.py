"""What goes with a class: its offer is published, moved and called off with it alone."""

from gonghui.commons.enrolment import hooks
from gonghui.commons.enrolment.models import Offer

from . import words
from .models import CourseClass


def refuse_of_class(offer: Offer) -> None:
    """Refuses: WITH_CLASS; an offer of this kind without a class stands alone."""
    one = CourseClass.objects.for_act("whose offer it is").filter(offer=offer).first()
    if one is not None:
        raise words.WITH_CLASS(one=one)


hooks.before_changing[words.COURSE] = refuse_of_class
