"""Finding persons and employers."""

from gonghui.kernel.privacy.crypto import blind
from gonghui.kernel.search import named

from . import hooks
from .models import Employer, Person


def person_by_id(number: str) -> Person | None:
    """Anywhere in the federation, by the 18-digit number."""
    return Person.objects.for_act("one person once").filter(id_hash=blind("id", number)).first()


def employers_named(text: str, limit: int = 20):
    """Employers by name, short name, pinyin, first letters or credit code; for whoever wants to join."""
    rows = Employer.objects.for_act("finding one's employer").filter(until=None)
    return rows.filter(named(text, "~sought")).order_by("name")[:limit]


def member_paths(persons) -> dict[int, list[str]]:
    """For each person (by number) who is a member now: the paths of the nodes they stand at."""
    found: dict[int, list[str]] = {}
    for stands in hooks.standing:
        for person, paths in stands(list(persons)).items():
            found.setdefault(person, []).extend(paths)
    return found


def own_person(viewer) -> Person | None:
    """The person an account belongs to, if it has said who it is."""
    return Person.objects.for_act("one's own person").filter(account=viewer.account_id).first() if viewer.account_id else None
