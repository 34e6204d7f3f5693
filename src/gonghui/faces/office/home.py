"""The first page of the office: what waits, what one may begin, and the figures of one's own node."""

from django.apps import apps
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
    """
    told: dict[str, list] = {"mine": [], "others": []}
    for desk in (*DESKS.values(), *FACETS.values()):
        elsewhere = [kind for facet in FACETS.values() if facet.noun is desk.noun and not desk.kinds for kind in facet.kinds]
        states: dict[str, list] = {"mine": [], "others": []}
        for state in desk.work if viewer.holds(desk.see) else ():
            power = next(
                (a.power for a in desk.acts if a.main and not a.creates and desk.noun.lifecycle.step(state, a.key) and viewer.holds(a.power)), None
            )
            rows = desk.narrow(desk.noun.objects.within(viewer, power, own=False)).filter(state=state)
            count = (rows.exclude(kind__in=elsewhere) if elsewhere else rows).values("pk")[: MANY + 1].count()
            if count:
                label = desk.noun.lifecycle.states(state).label
                item = {"state": label, "url": f"{list_url(desk)}?state__exact={state}", "count": f"{MANY}+" if count > MANY else str(count)}
                states["mine" if power else "others"].append(item)
        for whose, items in states.items():
            if items:
                told[whose].append({"label": desk.label, "icon": desk.icon, "states": items})
    return told


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


def figures_of(viewer: Viewer) -> dict:
    """The first main figure of each line at the viewer's own node this year, beside the name of its line."""
    node = own_node(viewer)
    if node is None or not viewer.holds("figure:membership.members_total"):
        return {}
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
