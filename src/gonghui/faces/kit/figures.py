"""What stands for the lines on first pages: which figures, at which node, in which order."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.viewer import Viewer
from gonghui.kernel.clock import today
from gonghui.kernel.indicators import INDICATORS, Indicator
from gonghui.kernel.tree.models import Node

DEPARTMENTS = {
    "organization": _("组织工作"), "education": _("宣传教育"), "production": _("劳动经济"), "welfare": _("生活保障"), "rights": _("权益法律"),
    "service": _("服务阵地"), "treasury": _("财务经审"), "review": _("综合"),
}  # fmt: skip


def own_node(viewer: Viewer) -> Node | None:
    """The topmost node this viewer works at."""
    return Node.objects.for_act("own node").filter(path=viewer.paths[0]).first() if viewer.paths else None


def main_figures(viewer: Viewer, node: Node) -> list[Indicator]:
    """What stands for the lines on first pages, as far as the viewer may see it at the node."""
    return [i for i in INDICATORS.values() if i.main and viewer.reach(i.power).covers(node.path)]


def first_of_lines(indicators: list[Indicator]) -> list[Indicator]:
    """The first of each line, in the order of the house."""
    first: dict[str, Indicator] = {}
    for one in indicators:
        first.setdefault(one.line, one)
    return sorted(first.values(), key=room_of)


def room_of(indicator: Indicator) -> tuple[int, int, str]:
    """Where the line of an indicator stands in the house: the place of its department, its own, and the department's folder."""
    names = [app.name.split(".") for app in apps.get_app_configs() if app.name.startswith("gonghui.lines.")]
    place, folder = next((n, name[2]) for n, name in enumerate(names) if name[3] == indicator.line)
    return list(DEPARTMENTS).index(folder) if folder in DEPARTMENTS else len(DEPARTMENTS), place, folder


def line_label(indicator: Indicator) -> str:
    """The name of the line an indicator belongs to."""
    found = (app.verbose_name for app in apps.get_app_configs() if app.name.startswith("gonghui.lines.") and app.name.endswith(f".{indicator.line}"))
    return str(next(found))


def periods() -> list[tuple]:
    """Periods people ask for most, as they are written and as they are said."""
    year, day = today().year, today()
    told = ((str(year), _("本年")), (f"{year - 1}", _("上年")), (f"{year}H1", _("本年上半年")), (day.strftime("%Y-%m"), _("本月")))
    return [*told, (f"asof-{day}", _("截至今天")), (f"5y-to-{year}", _("近五年"))]
