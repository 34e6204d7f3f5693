"""Finding persons and employers."""

from gonghui.kernel.privacy.crypto import blind
from gonghui.kernel.search import named

from .models import Employer, Person


def person_by_id(number: str) -> Person | None:
    """Anywhere in the federation, by the 18-digit number."""
    return Person.objects.for_act("one person once").filter(id_hash=blind("id", number)).first()


def employers_named(text: str, limit: int = 20):
    """Employers by name, short name, pinyin, first letters or credit code; for whoever wants to join."""
    rows = Employer.objects.for_act("finding one's employer").filter(until=None)
    return rows.filter(named(text, "~sought")).order_by("name")[:limit]
