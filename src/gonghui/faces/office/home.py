"""The first page of the office: what waits, what one may begin, and the figures of one's own node."""

from django.apps import apps
from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.viewer import Viewer
from gonghui.kernel.clock import today
from gonghui.kernel.desk import DESKS, FACETS
from gonghui.kernel.indicators import INDICATORS, figure
from gonghui.kernel.periods import Period
from gonghui.kernel.tree.models import Node

from .site import list_url

MANY = 99
DEPARTMENTS = {
    "organization": _("组织工作"), "education": _("宣传教育"), "production": _("劳动经济"), "welfare": _("生活保障"), "rights": _("权益法律"),
    "service": _("服务阵地"), "treasury": _("财务经审"),
}  # fmt: skip


def own_node(viewer: Viewer) -> Node | None:
    """The topmost node this viewer works at."""
    return Node.objects.for_act("own node").filter(path=viewer.paths[0]).first() if viewer.paths else None


def waiting(viewer: Viewer) -> dict[str, list]:
    """
    What waits, a card for each desk with its states, at most 99 and a plus of each.

    mine: where the viewer holds an act that a desk's work waits for; others: what the viewer sees and somebody else settles.
    One statement counts a noun for all desks and states that are looked at with one reach.
    """
    told: dict[str, list] = {"mine": [], "others": []}
    desks = [desk for desk in (*DESKS.values(), *FACETS.values()) if desk.work and viewer.holds(desk.see)]
    powers = {(desk.slug, state): settling(viewer, desk, state) for desk in desks for state in desk.work}
    asked: dict[tuple, set] = {}
    for desk in desks:
        for state in desk.work:
            power = powers[desk.slug, state]
            asked.setdefault((desk.noun, viewer.reach(power or desk.see).paths), set()).add((state, power))
    found = {key: by_kind_and_state(viewer, key[0], states) for key, states in asked.items()}
    for desk in desks:
        elsewhere = {kind for facet in FACETS.values() if facet.noun is desk.noun and not desk.kinds for kind in facet.kinds}
        for whose in told:
            items = []
            for state in desk.work:
                power = powers[desk.slug, state]
                counts = found[desk.noun, viewer.reach(power or desk.see).paths]
                here = sum(n for (kind, at), n in counts.items() if at == state and (kind in desk.kinds if desk.kinds else kind not in elsewhere))
                if here and (whose == "mine") == bool(power):
                    shown = f"{MANY}+" if here > MANY else str(here)
                    label = desk.noun.lifecycle.states(state).label
                    items.append({"state": label, "url": f"{list_url(desk)}?state__exact={state}", "count": shown})
            if items:
                told[whose].append({"label": desk.label, "icon": desk.icon, "states": items})
    return told


def settling(viewer: Viewer, desk, state: str) -> str | None:
    """The power by which this viewer settles what waits in a state of a desk."""
    step = desk.noun.lifecycle.step
    return next((a.power for a in desk.acts if a.main and not a.creates and step(state, a.key) and viewer.holds(a.power)), None)


def by_kind_and_state(viewer: Viewer, noun, states: set[tuple]) -> dict[tuple, int]:
    """How many records of a noun wait by kind and state; `states`: (state, power), all of one reach."""
    kind = "kind" if any(field.name == "kind" for field in noun._meta.fields) else "state"
    rows = noun.objects.within(viewer, next(power for _state, power in states), own=False).filter(state__in={state for state, _power in states})
    return {(one, state): n for one, state, n in rows.order_by().values_list(kind, "state").annotate(n=Count("pk"))}


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
    period, first = Period.parse(str(today().year)), {}
    for one in main_figures(viewer, node):
        first.setdefault(one.line, one)
    made = [(room_of(one), figure(one, node, period, viewer=viewer)) for one in first.values()]
    return {"node": node, "period": period, "cards": [(line_label(told.indicator), told) for _room, told in sorted(made, key=lambda m: m[0])]}


def main_figures(viewer: Viewer, node: Node) -> list:
    """What stands for the lines on first pages, as far as the viewer may see it at the node."""
    return [i for i in INDICATORS.values() if i.main and viewer.reach(i.power).covers(node.path)]


def room_of(indicator) -> tuple[int, int, str]:
    """Where the line of an indicator stands in the house: the place of its department, its own, and the department's folder."""
    names = [app.name.split(".") for app in apps.get_app_configs() if app.name.startswith("gonghui.lines.")]
    place, folder = next((n, name[2]) for n, name in enumerate(names) if name[3] == indicator.line)
    return list(DEPARTMENTS).index(folder) if folder in DEPARTMENTS else len(DEPARTMENTS), place, folder


def line_label(indicator) -> str:
    """The name of the line an indicator belongs to."""
    found = (app.verbose_name for app in apps.get_app_configs() if app.name.startswith("gonghui.lines.") and app.name.endswith(f".{indicator.line}"))
    return str(next(found))
