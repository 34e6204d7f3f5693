"""What goes with a person who is erased: the name and phone on rosters."""

from gonghui.commons.parties import hooks

from .models import Enrolment


def blank_rosters(ctx, person) -> None:
    rows = Enrolment.objects.for_act("erase").filter(person=person) | Enrolment.objects.for_act("erase").filter(guardian=person)
    for row in rows:
        row.phone, row.says, row.appeal = "", "", ""
        if row.person_id == person.pk:
            row.name = ""
        row.save()


hooks.on_erasing.append(blank_rosters)
