"""One build of a demonstration: its dice, its clock, who does what."""

import random
from datetime import date, timedelta
from itertools import cycle, islice

import polars as pl
from django.core.files.uploadedfile import SimpleUploadedFile

from gonghui.commons.parties.models import Person
from gonghui.kernel import clock
from gonghui.kernel.access.acts import random_password
from gonghui.kernel.access.models import Account, Grant
from gonghui.kernel.access.viewer import Viewer
from gonghui.kernel.intake.acts import carry_on, check, start
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.tree.models import Node
from gonghui.lines.organization.membership.models import Membership

BEGINNING = date(2015, 1, 1)


class Builder:
    """
    `cast` holds the viewers by login, `accounts` what is printed of them.

    The year of the demonstration ends today; `open_now`: a moment of today that is over, and not after the noon at which its acts are done.
    """

    def __init__(self, scale: float, seed: int, progress):
        self.scale, self.dice, self.say = scale, random.Random(seed), progress
        self.today = clock.today()
        self.year = self.today - timedelta(days=365)
        with clock.at(self.today):
            noon = clock.now()
        self.open_now = min(noon, clock.now())
        self.accounts: list[dict] = []
        self.cast: dict[str, Viewer] = {}

    def count(self, number: int, least: int = 1) -> int:
        return max(round(number * self.scale), least)

    def day(self, since: date, until: date) -> date:
        """Some day between two, both possible; the first where there is none between."""
        return since + timedelta(days=self.dice.randint(0, max((until - since).days, 0)))

    def account(self, login: str, name: str, role: str, node: Node, label: str) -> Viewer:
        """An account with a random password and one grant."""
        password = random_password()

        def make(ctx):
            account = Account(login=login, name=name, node=node)
            account.set_password(password)
            account.save()
            Grant(account=account, role=role, node=node, since=BEGINNING).save()
            return account

        self.accounts.append({"label": label, "login": login, "password": password})
        self.cast[login] = Viewer(by_house("rehearsal.account", make))
        return self.cast[login]

    def members(self, node: Node, count: int, skip: int = 0) -> list[Person]:
        """Active members whose numbers are known, somewhere below a node, the first again where there are fewer; never those of the union worked on by hand."""
        rows = Membership.objects.for_act("demo").filter(node__path__startswith=node.path, state="active", person__id_hash__isnull=False)
        persons = [row.person for row in rows.exclude(union=self.union).select_related("person").order_by("-pk")[: skip + count]]
        return list(islice(cycle(persons), skip, skip + count))

    def do(self, act, who: str, subject=None, /, *, at: date | None = None, **arguments):
        """Let somebody of the cast do an act on a day; today by default."""
        with clock.at(at or self.today):
            return do(act, Viewer(self.cast[who].account), subject, **arguments).subject

    def table(self, kind: str, node: Node, frame: pl.DataFrame):
        """Take a table in as the province officer would. Refuses a table with a bad row."""
        upload = SimpleUploadedFile(f"{kind}.csv", frame.write_csv().encode())
        batch = self.do(check, "zhou", node=node, kind=kind, file=upload)
        if batch.bad:
            raise AssertionError(f"{kind}: {batch.errors.first().says}")
        return carry_on(self.do(start, "zhou", batch))
