"""What a booking gives back: nights in beds, half days in rooms; a few statements, an event of each guest and each half day."""

from .house_models import BedNight, Guest
from .lesson_models import Lesson
from .lesson_words import L


def free_nights(ctx, booking, since) -> None:
    """Give the nights from a day on back; what was slept in before stays."""
    rows = Guest.objects.for_act("guests of a booking").filter(booking=booking).exclude(room=None)
    BedNight.objects.for_act("beds of a booking").filter(guest__booking=booking, night__gte=since).delete()
    ctx.note_many(
        Guest,
        [
            (pk, node, "", "", {"room_id": [room, None], "bed": [bed, None]})
            for pk, node, room, bed in rows.values_list("pk", "node_id", "room_id", "bed")
        ],
    )
    rows.update(room=None, bed=None)


def free_rooms(ctx, booking) -> None:
    """Give back every half day kept."""
    rows = Lesson.objects.for_act("rooms of a booking").filter(booking=booking, state=L.BOOKED)
    changed = {"state": [L.BOOKED.value, L.FREED.value]}
    ctx.note_many(Lesson, [(pk, node, *changed["state"], changed) for pk, node in rows.values_list("pk", "node_id")])
    rows.update(state=L.FREED)
