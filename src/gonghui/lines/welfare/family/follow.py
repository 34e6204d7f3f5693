"""What goes with a person who is erased: the contact, the words about oneself, and every pick either way."""

from django.db.models import Q

from gonghui.commons.parties import hooks

from .models import Entrant, Pick


def blank_entries(ctx, person) -> None:
    for row in Entrant.objects.for_act("erase").filter(person=person):
        row.salt = row.contact = b""
        row.says = ""
        row.save()
    for pick in Pick.objects.for_act("erase").filter(Q(entrant__person=person) | Q(other__person=person)):
        pick.delete()


hooks.on_erasing.append(blank_entries)
