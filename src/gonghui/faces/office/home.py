"""The first page of the office: what waits, what one may begin, and the figures of one's own node."""

from functools import cache, lru_cache

from django.db.models import Count, F, Value

from gonghui.faces.kit.figures import DEPARTMENTS, first_of_lines, line_label, main_figures, own_node
from gonghui.kernel.access.viewer import Viewer
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.clock import today
from gonghui.kernel.desk import DESKS, FACETS
from gonghui.kernel.indicators import figure
from gonghui.kernel.periods import Period
from gonghui.kernel.store import filled, together, written
from gonghui.kernel.tree.slots import one_tree

from .site import list_url

MANY = 99


def waiting(viewer: Viewer) -> dict[str, list]:
    """
    What waits, a card for each desk with its states, at most 99 and a plus of each.

    mine: where the viewer holds an act that a desk's work waits for; others: what the viewer sees and somebody else settles.
    All is counted by one statement: each noun once a reach.
    """
    told: dict[str, list] = {"mine": [], "others": []}
    asked = []
    for desk in every_desk():
        if desk.work and viewer.holds(desk.see):
            for state in desk.work:
                power = power_for(viewer, desk, state)
                asked.append((desk, state, power, viewer.reach(power or desk.see)))
    reaches: dict[tuple, set] = {}
    for desk, state, _power, reach in asked:
        reaches.setdefault((desk.noun, reach), set()).add(state)
    with trusted():
        counted = together([counts(noun, reach, frozenset(states)) for (noun, reach), states in reaches.items()])
    found = dict(zip(reaches, counted, strict=True))
    cards: dict[tuple, dict] = {}
    for desk, state, power, reach in asked:
        apart = told_apart(desk.noun)
        rows = found[desk.noun, reach]
        number = sum(n for kind, at, n in rows if at == state and (kind in desk.kinds if desk.kinds else kind not in apart))
        if number:
            card = cards.setdefault((desk.slug, bool(power)), {"label": desk.label, "icon": desk.icon, "states": []})
            shown = {"state": desk.noun.lifecycle.states(state).label, "url": f"{list_url(desk)}?state__exact={state}"}
            card["states"].append(shown | {"count": f"{MANY}+" if number > MANY else str(number)})
    for (_slug, mine), card in cards.items():
        told["mine" if mine else "others"].append(card)
    return told


def every_desk() -> list:
    return [*DESKS.values(), *FACETS.values()]


def power_for(viewer: Viewer, desk, state: str) -> str | None:
    """The power of the main act by which the viewer settles what waits in a state, if there is one."""
    fits = (a.power for a in desk.acts if a.main and not a.creates and desk.noun.lifecycle.step(state, a.key) and viewer.holds(a.power))
    return next(fits, None)


def counts(noun, reach, states: frozenset[str]) -> tuple[str, tuple]:
    """The statement of how many records of a noun within reach there are by kind and state; for reaches of one shape it is written once."""
    shape, values = reach.shape()
    return filled(counting(noun, shape, states), values)


@lru_cache(4096)
def counting(noun, reach, states: frozenset[str]) -> tuple[str, tuple]:
    """The kind is empty where no facet tells kinds apart; one's own records are not counted."""
    rows = noun.objects.within_reach(reach, own=False).filter(state__in=sorted(states)).order_by()
    return written(rows.values_list(F("kind") if told_apart(noun) else Value(""), "state").annotate(n=Count("*")))


@cache
def told_apart(noun) -> frozenset[str]:
    """Kinds of a noun that have a desk of their own, and are not on the whole noun's desk."""
    return frozenset(kind for facet in FACETS.values() if facet.noun is noun for kind in facet.kinds)


def doors(viewer: Viewer) -> dict[str, list]:
    """The main acts that begin something and are open to the viewer, with their pages, by department."""
    begun: dict[str, list] = {}
    for desk in DESKS.values():
        for act in desk.acts:
            if act.creates and act.main and viewer.holds(act.power):
                begun.setdefault(str(desk.group), []).append((act, f"{list_url(desk)}act/{act.key}/"))
    return in_order(begun)


def in_order(groups: dict[str, list]) -> dict[str, list]:
    """Departments in the order of the house, then the groups that are no department's."""
    first = [name for name in map(str, DEPARTMENTS.values()) if name in groups]
    return {name: groups[name] for name in (*first, *(name for name in groups if name not in first))}


def has_figures(viewer: Viewer) -> bool:
    """Whether this viewer has figures of a node of their own."""
    return bool(viewer.paths) and viewer.holds("figure:membership.members_total")


def figures_of(viewer: Viewer) -> dict:
    """The first main figure of each line at the viewer's own node this year, beside the name of its line."""
    node = own_node(viewer)
    period = Period.parse(str(today().year))
    with one_tree():
        made = [figure(one, node, period, viewer=viewer) for one in first_of_lines(main_figures(viewer, node))]
    return {"node": node, "period": period, "cards": [(line_label(told.indicator), told) for told in made]}
