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


def own_node(viewer: Viewer) -> Node | None:
    """The topmost node this viewer works at."""
    return Node.objects.for_act("own node").filter(path=viewer.paths[0]).first() if viewer.paths else None


def waiting(viewer: Viewer) -> dict[str, list]:
    """
    What waits, desk by desk and state by state, at most 99 and a plus.

    mine: where the viewer holds an act that a desk's work waits for; others: what the viewer sees and somebody else settles.
    """
    told: dict[str, list] = {"mine": [], "others": []}
    for desk in (*DESKS.values(), *FACETS.values()):
        elsewhere = [kind for facet in FACETS.values() if facet.noun is desk.noun and not desk.kinds for kind in facet.kinds]
        for state in desk.work if viewer.holds(desk.see) else ():
            power = next(
                (a.power for a in desk.acts if a.main and not a.creates and desk.noun.lifecycle.step(state, a.key) and viewer.holds(a.power)), None
            )
            rows = desk.narrow(desk.noun.objects.within(viewer, power, own=False)).filter(state=state)
            count = (rows.exclude(kind__in=elsewhere) if elsewhere else rows).values("pk")[: MANY + 1].count()
            if count:
                label = desk.noun.lifecycle.states(state).label
                item = {"label": desk.label, "state": label, "icon": desk.icon, "url": f"{list_url(desk)}?state__exact={state}"}
                told["mine" if power else "others"].append(item | {"count": f"{MANY}+" if count > MANY else str(count)})
    return told


def doors(viewer: Viewer) -> list[tuple]:
    """The main acts that begin something and are open to the viewer, with their pages."""
    begun = [(desk, act) for desk in DESKS.values() for act in desk.acts if act.creates and act.main and viewer.holds(act.power)]
    return [(act, f"{list_url(desk)}act/{act.key}/") for desk, act in begun]


def figures_of(viewer: Viewer) -> dict:
    """The main figures of each line at the viewer's own node this year."""
    node = own_node(viewer)
    if node is None or not viewer.holds("figure:membership.members_total"):
        return {}
    period = Period.parse(str(today().year))
    shown = [i for i in INDICATORS.values() if i.main and viewer.reach(i.power).covers(node.path)]
    lines: dict[tuple, list] = {}
    for one in shown:
        lines.setdefault((one.line, line_label(one)), []).append(figure(one, node, period, viewer=viewer))
    return {"node": node, "period": period, "lines": lines}


def line_label(indicator) -> str:
    """The name of the line an indicator belongs to."""
    found = (app.verbose_name for app in apps.get_app_configs() if app.name.startswith("gonghui.lines.") and app.name.endswith(f".{indicator.line}"))
    return str(next(found, _("其他")))  # a figure of a line that is not built yet
