"""The permission matrix: what each face answers, against what powers of a role and paths of nodes alone say; a record's texts say where it stands."""

import logging
import re
from dataclasses import dataclass

import pytest
from django.http import Http404
from django.test import Client
from django.urls import reverse

from gonghui.faces.kit.binding import choosable
from gonghui.faces.kit.signin import new_token
from gonghui.faces.office.site import list_url
from gonghui.kernel.access.models import Account, Grant
from gonghui.kernel.access.roles import MEMBER, ROLES, powers_of
from gonghui.kernel.access.scope import see
from gonghui.kernel.access.viewer import Viewer
from gonghui.kernel.access.wall import reading_as
from gonghui.kernel.desk import DESKS
from gonghui.kernel.evidence.files import path_of
from gonghui.kernel.indicators import INDICATORS, figure
from gonghui.kernel.ledger.act import ACTS
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.page import PAGES
from gonghui.kernel.periods import Period
from gonghui.kernel.privacy.crypto import seal_file
from gonghui.kernel.refusal import Refused
from gonghui.kernel.tree.models import Node
from tests import cast as casting
from tests.shares import share
from tests.situations import desk_offering

from .rows import DAY, PLACES, make, mark

POSTS = ("province", "district", "union")
SHARE = max(1, len(ACTS) * len(ROLES) // 200)  # a bigger house draws a smaller share of its pages: about as many each run
YEAR = Period.parse("2024")


@dataclass
class Seat:
    """One role at one place, with its clients and what it is to see there."""

    role: str
    place: str
    path: str
    account: Account
    nodes: dict

    def __post_init__(self):
        self.viewer = Viewer(self.account)
        self.browser, self.program = Client(), Client(headers={"Authorization": f"Bearer {new_token(self.account)}"})
        self.browser.force_login(self.account, backend="gonghui.faces.kit.signin.AccountBackend")

    def turn(self, n: int, of: int) -> bool:
        """Pages are drawn for every `of`th cell, another share at every seat; what is known by reach is asked of all."""
        return (n + sum(map(ord, self.role + self.place))) % (of * SHARE) == 0

    def may(self, power: str, place: str) -> bool:
        """From the declarations: the role holds the power, and the place lies at the post or below."""
        return self.role != MEMBER and power in powers_of(self.role) and self.nodes[place].path.startswith(self.path)

    def reads(self, rows) -> set[int]:
        """The numbers of rows as a request of this seat reads them: behind both walls."""
        with reading_as(self.viewer):
            return set(rows.values_list("pk", flat=True))

    def holds(self, power: str) -> bool:
        return self.role != MEMBER and power in powers_of(self.role)

    def strays(self, answer) -> list[str]:
        """Places beyond the post whose records an answer names."""
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        text = body.decode("utf-8-sig", "replace")
        return [place for place in PLACES if not (self.role != MEMBER and self.nodes[place].path.startswith(self.path)) and mark(place) in text]


@pytest.fixture
def world(db, caplog):
    """The cast, and one record of each noun at each place; faces are tried before the second wall."""
    caplog.set_level(logging.CRITICAL)
    logging.getLogger("django.request").setLevel(logging.CRITICAL)
    cast = casting.set_up()
    rows = by_house("tests.matrix", lambda ctx: make(cast))
    for row in rows["kernel.attachment"].values():
        path = path_of(row.sm3)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(seal_file(b"x", bytes(row.sm3)))
    yield cast, rows
    logging.getLogger("django.request").setLevel(logging.NOTSET)


def seat(cast, role, place) -> Seat:
    node = Node.objects.for_act("matrix").get(pk=cast.nodes[place].pk)

    def sit(ctx):
        account = Account(login=f"seat-{role}-{place}", node=node)
        account.save()
        if role != MEMBER:
            Grant(account=account, role=role, node=node, since=DAY).save()
        return account

    return Seat(role, place, node.path, by_house("tests.seat", sit), cast.nodes)


def nobodys(model) -> bool:
    """Nouns seen by their owner alone."""
    scope = model.scope
    return not (scope.node or scope.through or scope.shown)


def records(seat, rows):
    """Each record on each face: listed, searched, opened, exported."""
    for n, (label, desk) in enumerate(DESKS.items()):
        wanted = {p: seat.may(desk.see, p) and not nobodys(desk.noun) for p in PLACES}
        pks = {p: row.pk for p, row in rows[label].items()}
        seen = seat.reads(desk.noun.objects.within(seat.viewer).filter(pk__in=pks.values()))
        for query in ({"limit": 200}, {"limit": 200, "q": "标"}) if seat.turn(n, 3) else ():
            listed, more = set(), query
            while more:
                answer = seat.program.get(f"/api/{desk.slug}/", more)
                page = answer.json() if answer.status_code == 200 else {"items": [], "next": None}
                listed |= {item["id"] for item in page["items"]}
                more = page["next"] and {**query, "after": page["next"]}
                yield from (("api list names", label, p, False, True) for p in seat.strays(answer))
            yield from ((f"api list {query.get('q', '')}", label, p, wanted[p] if "q" not in query else None, pks[p] in listed) for p in PLACES)
        for m, (p, pk) in enumerate(pks.items()):
            yield "orm", label, p, wanted[p], pk in seen
            if not seat.turn(n + m, 8):
                continue
            yield "api record", label, p, wanted[p], seat.program.get(f"/api/{desk.slug}/{pk}").status_code == 200
            if seat.viewer.in_office:
                answer = seat.browser.get(f"{list_url(desk)}{pk}/change/")
                yield "office record", label, p, wanted[p], answer.status_code == 200
                yield from (("office record names", label, s, False, True) for s in seat.strays(answer))
            answer = seat.browser.get(reverse("portal:my_record", args=[desk.slug, pk]))
            yield "portal record", label, p, False, answer.status_code == 200
        if not seat.viewer.in_office or not seat.turn(n, 3):
            continue
        answer = seat.browser.get(list_url(desk), {"q": "标"})
        yield "office list", label, seat.place, seat.holds(desk.see) or desk.own, answer.status_code == 200
        yield from (("office list names", label, p, False, True) for p in seat.strays(answer))
        form = {"format": "1", "resource": ""}
        columns = [c if isinstance(c, str) else c.name for c in desk.exports]
        answer = seat.browser.post(f"{list_url(desk)}export/", form | {f"{desk.noun._meta.model_name}resource_{name}": "on" for name in columns})
        given = answer.status_code == 200 and "attachment" in answer.get("Content-Disposition", "")
        yield "export", label, seat.place, seat.holds(desk.export) and seat.holds(desk.see), given
        yield from (("export names", label, p, False, True) for p in seat.strays(answer))


def acts(seat, rows):
    """Each act on each record: by power, done, and its pages on both faces."""
    read = {}  # acts of one reach on one noun reach the same rows: they are asked for once
    for n, act in enumerate(ACTS.values()):
        label = act.noun._meta.label_lower
        if not act.by or label not in rows:
            continue
        if act.creates:
            desk = desk_offering(act)
            if seat.viewer.in_office and desk and seat.turn(n, 4):
                answer = seat.browser.get(f"{list_url(desk)}act/{act.key}/")
                yield "office act page", act.key, seat.place, None if MEMBER in act.by else seat.holds(act.power), answer.status_code == 200
                yield from (("office act page names", act.key, p, False, True) for p in seat.strays(answer))
            continue
        if (reach := (label, seat.viewer.reach(act.power))) not in read:
            read[reach] = seat.reads(act.noun.objects.within(seat.viewer, act.power).filter(pk__in=[row.pk for row in rows[label].values()]))
        for place, row in rows[label].items():
            wanted = seat.may(act.power, place) and not nobodys(act.noun)
            yield f"act {act.key}", label, place, wanted, row.pk in read[reach]
            if wanted or not seat.turn(n + PLACES.index(place), 4):
                continue
            yield f"do {act.key}", label, place, False, done(act, seat.viewer, row)
            if seat.turn(n + PLACES.index(place), 16) and not act.bulk:
                desk = desk_offering(act)
                if seat.viewer.in_office and desk:
                    answer = seat.browser.get(f"{list_url(desk)}{row.pk}/act/{act.key}/")
                    yield "office act page", act.key, place, False, answer.status_code == 200 and not seat.may(desk.see, place)
                answer = seat.browser.get(reverse("portal:act_on", args=[act.key, row.pk]))
                yield "portal act page", act.key, place, False, answer.status_code == 200


def done(act, viewer, row) -> bool:
    """Whether an act that should be refused goes through; a missing argument is no refusal of power."""
    try:
        do(act, viewer, [row.pk] if act.bulk else row.pk)
    except Refused as refused:
        return refused.code not in ("not_found", "no_power")
    except (Http404, TypeError):
        return True
    return True


def pickers(seat, rows):
    """What may be chosen for a parameter that is a record, on both faces."""
    for n, act in enumerate(ACTS.values()):
        for name, parameter in act.params.items():
            label = getattr(getattr(parameter.type, "_meta", None), "label_lower", "")
            if label not in rows or parameter.p.pick or not act.by:
                continue
            at_place = act.creates and name == act.at or parameter.type is Node
            power = act.power if at_place else see(parameter.type)
            offered = choosable(act, parameter, seat.viewer)
            pks = {place: row.pk for place, row in rows[label].items()}
            inside = seat.reads(offered.filter(pk__in=pks.values()))
            for face in (("office", "portal") if seat.viewer.in_office else ("portal",)) if seat.turn(n, 1) else ():
                address = reverse(f"{face}:pick", args=[act.key, name])
                answer = seat.browser.get(address, {"term": "", f"{name}_q": "标"})
                if face == "office" and answer.status_code == 200:
                    shown = set(all_offered(seat.browser, address, answer.json()))
                    yield from (
                        ("office pick", f"{act.key} {name}", p, seat.may(power, p), pks[p] in shown) for p in PLACES if label != "kernel.node"
                    )
                yield from ((f"{face} pick names", act.key, p, False, True) for p in seat.strays(answer))
            for place, pk in pks.items():
                union = label == "organization_orgs.union" and place == "province"  # the province stands in with a city's union
                yield f"pick {act.key} {name}", label, place, None if union else seat.may(power, place), pk in inside


def all_offered(browser, path: str, page: dict):
    """The numbers a picker offers, page after page."""
    for number in range(2, 100):
        yield from (int(item["id"]) for item in page["results"])
        if not page["pagination"]["more"]:
            return
        page = browser.get(path, {"term": "", "page": number}).json()


def figures(seat, rows):
    """Each figure and its rows at each place."""
    for n, (key, indicator) in enumerate(INDICATORS.items()):
        for m, place in enumerate(PLACES):
            wanted, node = seat.may(indicator.power, place), seat.nodes[place]
            try:
                got = bool(figure(indicator, node, YEAR, viewer=seat.viewer)) if not wanted or seat.turn(n + m, 12) else wanted
            except Refused:
                got = False
            yield "figure", key, place, wanted, got
            if not seat.turn(n + m, 12):
                continue
            query = {"node": node.code, "period": "2024"}
            yield "api figure", key, place, wanted, seat.program.get(f"/api/figures/{key}", query).status_code == 200
            answers = [seat.program.get(f"/api/figures/{key}/rows", query)]
            if seat.viewer.in_office:
                answers += [seat.browser.get(reverse(f"office:{page}", args=[key]), query) for page in ("figure", "figure_rows")]
            for answer in answers:
                if not wanted:
                    yield "trace", key, place, False, answer.status_code == 200
                yield from (("trace names", key, p, False, True) for p in seat.strays(answer))


def pages(seat, rows):
    """Pages made by hand, files, the tree, one's messages."""
    for page in PAGES.values():
        if page.who == "officer" and not page.path.count("<"):
            status = seat.browser.get(reverse(f"portal:{page.name}")).status_code
            yield "portal page", page.name, seat.place, None if seat.viewer.in_office else False, status == 200
        for path in filled(page.path, rows)[:: 1 if seat.turn(0, 8) else 7 * SHARE]:
            answer = seat.browser.get(f"/portal/{path}")
            yield "portal page", page.name, seat.place, None, answer.status_code == 200
            yield from (("portal page names", page.name, p, False, True) for p in seat.strays(answer))
    for place in PLACES:
        attachment, batch, node = rows["kernel.attachment"][place].pk, rows["kernel.batch"][place].pk, seat.nodes[place]
        wanted = seat.may("see:kernel.attachment", place)
        yield "api file", "kernel.attachment", place, wanted, seat.program.get(f"/api/files/{attachment}").status_code == 200
        listed = {n["id"] for n in seat.program.get("/api/nodes/", {"q": node.name}).json()["items"]}
        yield "api nodes", "kernel.node", place, seat.may("see:kernel.node", place), node.pk in listed
        if seat.viewer.in_office:
            yield "office file", "kernel.attachment", place, wanted, seat.browser.get(reverse("office:file", args=[attachment])).status_code == 200
            inside = node.path.startswith(seat.path)
            yield "office tree", "kernel.node", place, inside, seat.browser.get(reverse("office:level", args=[node.pk])).status_code == 200
            bad = seat.browser.get(reverse("office:bad_rows", args=[batch])).status_code
            yield "office bad rows", "kernel.batch", place, None if seat.may("see:kernel.batch", place) else False, bad == 200


def filled(path: str, rows) -> list[str]:
    """A page's path with records of every place in its gaps: whatever record it means, one of elsewhere is among them."""
    if not re.search(r"<\w+:", path):
        return [path]
    if "<int:" in path:
        return [re.sub(r"<int:\w+>", str(row.pk), path) for label in rows for row in rows[label].values() if not label.startswith("kernel.")][:60]
    return [re.sub(r"<\w+:\w+>", "nothing", path)]


@pytest.mark.long
@pytest.mark.parametrize("place", share(POSTS, 2))
def test_nobody_sees_or_does_more_than_granted(world, place):
    cast, rows = world
    leaks, denials, cells = [], [], 0
    for role in ROLES:
        sitting = seat(cast, role, place)
        for part in (records, acts, pickers, figures, pages):
            for face, what, where, wanted, got in part(sitting, rows):
                cells += 1
                wrong = leaks if got and wanted is False else denials if wanted and not got else []
                wrong.append((role, face, what, where))
    print(f"{place}: cells {cells}, leaks = {len(leaks)}, wrong denials {len(denials)}")
    assert not leaks, leaks[:20]
    assert not denials, denials[:20]
