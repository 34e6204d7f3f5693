"""An article's figures beside those of the records: a text goes in, a table comes out, nothing is kept."""

from django.http import Http404
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.faces.kit.figures import own_node, periods
from gonghui.faces.reading import read
from gonghui.faces.reading.comparing import compared
from gonghui.faces.reading.telling import cells
from gonghui.kernel.clock import today
from gonghui.kernel.periods import Period
from gonghui.kernel.refusal import Kind, Refusal, Refused
from gonghui.kernel.tree.models import Node

from .home import has_figures
from .pages import page

MOST = 50_000  # characters of a text
TOO_LONG = Refusal("reading.too_long", _("文字太长，最多 {most} 字。"), instead=_("请分几次读。"), field="text")
NO_NODE = Refusal("reading.no_node", _("您的范围内没有编码为“{code}”的组织。"), instead=_("组织编码见组织树。"), field="node", kind=Kind.MISSING)


def reading(request):
    """Ask for a text, a node and a period; tell every claim with its indicator, what the records make of it, and where their rows are."""
    if not has_figures(request.viewer):
        raise Http404
    asked = {name: request.POST.get(name, "").strip() for name in ("text", "node", "period")}
    context = asked | {"period": asked["period"] or str(today().year - 1), "periods": periods(), "trail": []}
    context["node_code"] = asked["node"] or getattr(own_node(request.viewer), "code", "")
    if not asked["text"]:
        return page(request, "office/reading.html", now_("读文章"), **context)
    try:
        rows = _read(request.viewer, asked["text"], context["node_code"], context["period"])
    except Refused as refused:
        return page(request, "office/reading.html", now_("读文章"), 422, refused=refused.text, **context)
    known = sum(one.key is not None for one, _made in rows)
    return page(request, "office/reading.html", now_("读文章"), rows=[_row(one, made) for one, made in rows], known=known, **context)


def _read(viewer, text: str, code: str, period: str) -> list:
    if len(text) > MOST:
        raise TOO_LONG(most=MOST)
    Period.parse(period)
    node = Node.objects.within(viewer).filter(code=code).first()
    if node is None:
        raise NO_NODE(code=code)
    return compared(read(text, period), node, viewer)


def _row(one, made) -> dict:
    row = dict(zip(("told", "printed", "period", "label", "figure", "rows", "verdict"), cells(one, made), strict=True))
    return row | {"key": one.key, "said": Period.parse(one.period).label if made else one.period}
