"""What is counted of study aid: grants by the year they are for, and by the day they were paid."""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.money.models import Payment
from gonghui.commons.money.words import PAID
from gonghui.kernel.indicators import Distinct, Flow

from . import words
from .models import Student

CHILDREN, ADULTS = Q(kind=words.AUTUMN, state__in=PAID), Q(kind=words.DREAM, state__in=PAID)
FOR = {"dated_by": "award_year", "yearly": True}
SAID = _("已支付的资助，按资助年度；一名子女一个年度计一人次")

children = Flow("scholarships.children", _("金秋助学资助子女人次"), "person_time", Payment, CHILDREN, **FOR, personal=True, meaning=SAID, main=True)
amount = Flow("scholarships.amount", _("金秋助学资金"), "yuan", Payment, CHILDREN, **FOR, adds="amount", personal=True, meaning=SAID, main=True)
amount_paid = Flow(
    "scholarships.amount@paid", _("金秋助学资金（按支付日期）"), "yuan", Payment, CHILDREN, dated_by="paid_on", adds="amount", personal=True
)


def helped() -> Q:
    """Students whose grant has been paid."""
    grants = Payment.objects.for_act("grants of students").filter(cause_noun=words.STUDENT_NOUN, cause_id=OuterRef("pk"), state__in=PAID)
    return Q(Exists(grants))


persons = Distinct(
    "scholarships.children@persons", _("金秋助学资助子女数"), "person", Student, lambda: Q(aid=words.AUTUMN) & helped(), dated_by="year",
    yearly=True, of="known_as", personal=True, meaning=_("多年受助的子女只计一人"),
)  # fmt: skip
adults = Flow("scholarships.adult.persons", _("求学圆梦资助人次"), "person_time", Payment, ADULTS, **FOR, personal=True)
adult_amount = Flow("scholarships.adult.amount", _("求学圆梦资助资金"), "yuan", Payment, ADULTS, **FOR, adds="amount", personal=True)
asked = Flow(
    "scholarships.asked",
    _("助学申请数"),
    "item",
    Student,
    ~Q(state="withdrawn"),
    dated_by="asked_on",
    personal=True,
    main=True,
    meaning=_("期内提出的申请，撤回的不计"),
)
