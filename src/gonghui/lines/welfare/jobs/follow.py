"""What hangs on persons: who is erased is no longer named by an intent or a job."""

from gonghui.commons.parties import hooks

from .models import JobIntent, JobMatch


def unname(ctx, person) -> None:
    """Take the name off; that there was an intent or a job stays counted."""
    for noun in (JobIntent, JobMatch):
        for row in noun.objects.for_act("erase").filter(person=person).order_by("pk"):
            row.name = f"#{row.pk}"
            row.save()


hooks.on_erasing.append(unname)
