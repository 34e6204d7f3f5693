"""What goes with a person who is erased: what ails them, and their account. The sums stand."""

from gonghui.commons.parties import hooks

from . import words
from .models import Claim


def keep_while_asked(ctx, person) -> None:
    """Refuses: CLAIM_OPEN while a claim is being looked at or paid."""
    rows = Claim.objects.for_act("needed to pay").filter(person=person).exclude(state__in=(*words.OUT, words.C.LISTED))
    if rows.exists():
        raise words.CLAIM_OPEN()


def blank_claims(ctx, person) -> None:
    """Destroy the key of every claim."""
    for row in Claim.objects.for_act("erase").filter(person=person):
        row.salt = row.says = row.account_no = b""
        row.bank = row.late_why = row.answer = ""
        row.save()


hooks.before_erasing.append(keep_while_asked)
hooks.on_erasing.append(blank_claims)
