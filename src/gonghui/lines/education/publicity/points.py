"""Points of articles by the tariff of their day, and what is due for a piece that appeared once or several times."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from gonghui.commons.money.listing import Line, payee_key
from gonghui.commons.money.models import Payment
from gonghui.commons.money.words import STANDING
from gonghui.commons.registers.models import EntryLink, RegisterEntry
from gonghui.commons.registers.words import OPEN, Bond
from gonghui.kernel.config import valued
from gonghui.kernel.tree.models import Node

from . import words

NOUN = RegisterEntry._meta.label_lower


def points_by_tariff() -> Callable[[str, str, str, date], int]:
    """A function (outlet, genre, path of a node, day) -> points, for many articles after one query a rate; 0 for an outlet not listed."""
    rates: dict[str, Callable] = {}

    def points(outlet: str, genre: str, path: str, on: date) -> int:
        key = words.RATES.get((words.TIERS.get(outlet), genre if genre in words.Genre.values else words.Genre.NEWS))
        return rates.setdefault(key, valued(key))(path, on) if key else 0

    return points


def root_of(article: RegisterEntry) -> RegisterEntry:
    """The first appearance of a piece, locked, so that two who tell of another one queue."""
    link = EntryLink.objects.for_act("one piece").filter(entry=article, bond=Bond.RELATED, until=None, other__kind=words.ARTICLE).first()
    return RegisterEntry.objects.for_act("one piece").select_for_update(of=("self",), no_key=True).get(pk=link.other_id if link else article.pk)


def again_of(roots) -> dict[int, int]:
    """Number of each later appearance -> of its first, for these firsts."""
    links = EntryLink.objects.for_act("one piece").filter(other__in=roots, bond=Bond.RELATED, until=None, entry__kind=words.ARTICLE)
    return dict(links.values_list("entry", "other"))


def best_so_far(root: RegisterEntry) -> int:
    """The points a piece has brought: those of all its appearances that stand are increments, and their sum the best."""
    known = RegisterEntry.objects.for_act("one piece").filter(pk__in=[root.pk, *again_of([root.pk])], state__in=OPEN)
    return sum(number or 0 for number in known.values_list("quantity", flat=True))


def due(node: Node, since: date, until: date) -> list[Line]:
    """
    A line for each piece registered at a node or below that appeared between two days and stands on no list.

    It brings what its best appearance brings in these days, with the first one as its cause, so that the index of payments lets it through
    once. A later version of an entry is left to be listed by hand: what it replaces may have been paid.
    """
    standing = RegisterEntry.objects.for_act("what is due").filter(
        kind=words.ARTICLE, registered_on__isnull=False, state__in=OPEN, node__path__startswith=node.path, since__range=(since, until), version=1
    )
    rows = {row.pk: row for row in standing.select_related("node", "person").order_by("since", "pk")}
    told = EntryLink.objects.for_act("one piece").filter(entry__in=standing, bond=Bond.RELATED, until=None, other__kind=words.ARTICLE)
    first = dict(told.values_list("entry", "other"))
    later = again_of(pieces := {first.get(pk, pk) for pk in rows})
    paid = Payment.objects.for_act("one piece once").filter(cause_noun=NOUN, cause_id__in=pieces | set(later), kind=words.REWARD, state__in=STANDING)
    done = {later.get(pk, pk) for pk in paid.values_list("cause_id", flat=True)}
    points, yuan = points_by_tariff(), valued("publicity.yuan_per_point")
    best: dict[int, tuple[int, RegisterEntry]] = {}
    for pk, row in rows.items():
        piece = first.get(pk, pk)
        sum_ = points(row.topic, row.unit, row.node.path, row.since) * yuan(row.node.path, row.since)
        if piece not in done and sum_ > best.get(piece, (0, None))[0]:
            best[piece] = sum_, row
    return [_line(row, Decimal(sum_), piece) for piece, (sum_, row) in best.items()]


def _line(row: RegisterEntry, amount: Decimal, piece: int) -> Line:
    """To the correspondent, else the name it is signed with, else the unit that handed it in."""
    person, name = row.person, row.holder_name
    union = None if person or name else row.node_id
    key = payee_key(person=row.person_id, id_hash=person and person.id_hash, union=union, name=name, mark=str(row.node_id))
    return Line(str(person.name if person else name or row.node), amount, key, (NOUN, piece), row.person_id, union=union, note=row.title[:100])
