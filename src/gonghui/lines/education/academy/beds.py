"""Which bed for whom: rooms that are empty or hold guests of one sex over the nights asked for."""

from gonghui.commons.places.models import Place

from . import house_words as words
from .house_models import BedNight


def give_out(booking, guests) -> list[tuple[int, int]]:
    """
    A (room, bed) for each guest, in their order, free on every night from the first day until the last.

    Rooms that are of one sex already on any of these nights stay so. Those with most free beds go first, so that a group lies in few rooms.
    Refuses: NO_BEDS with how many are short, by sex.
    """
    rooms = Place.objects.for_act("rooms of the house").filter(part_of=booking.place_id, kind=words.DORM, state="open", seats__gte=1)
    seats = dict(rooms.order_by("name", "pk").values_list("pk", "seats"))
    there = BedNight.objects.for_act("beds of the house").filter(room__in=rooms, night__gte=booking.since, night__lt=booking.until)
    taken: dict[int, set[int]] = {}
    sexes: dict[int, set[str]] = {}
    for room, bed, sex in there.values_list("room", "bed", "guest__sex").distinct():
        taken.setdefault(room, set()).add(bed)
        sexes.setdefault(room, set()).add(sex)
    free = {pk: [bed for bed in range(1, count + 1) if bed not in taken.get(pk, ())] for pk, count in seats.items()}
    given: dict[int, tuple[int, int]] = {}
    short = {"M": 0, "F": 0}
    for sex in sorted(short, key=lambda one: -sum(guest.sex == one for guest in guests)):
        waiting = [guest for guest in guests if guest.sex == sex]
        fit = [pk for pk in seats if sexes.get(pk, {sex}) == {sex} and free[pk]]
        beds = [(room, bed) for room in sorted(fit, key=lambda pk: (pk not in sexes, -len(free[pk]))) for bed in free[room]]
        short[sex] = max(0, len(waiting) - len(beds))
        for guest, (room, bed) in zip(waiting, beds, strict=False):
            given[guest.pk] = room, bed
            sexes.setdefault(room, set()).add(sex)
    if any(short.values()):
        raise words.NO_BEDS(short=sum(short.values()), men=short["M"], women=short["F"])
    return [given[guest.pk] for guest in guests]
