"""What the API answers: lists, records, acts, figures, the tree, files. Views over declarations, no schema of their own."""

import json as plain_json
from io import BytesIO

from django.core.exceptions import ValidationError
from django.db import models
from django.http import FileResponse, JsonResponse
from django.utils.translation import gettext_lazy as _

from gonghui.faces.kit.binding import form_for, run
from gonghui.faces.kit.json import from_json, plain
from gonghui.kernel.access.scope import see
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.desk import Column, Desk
from gonghui.kernel.evidence import files
from gonghui.kernel.evidence.models import Attachment
from gonghui.kernel.indicators import INDICATORS, figure, find, trace
from gonghui.kernel.ledger.act import Act
from gonghui.kernel.ledger.do import no_power
from gonghui.kernel.periods import Period
from gonghui.kernel.refusal import NOT_FOUND, Kind, Refusal, Refused
from gonghui.kernel.search import named, searched
from gonghui.kernel.tree.models import Node

from .problems import BAD_CURSOR, BAD_FILTER, NOT_JSON, TOO_LONG

MOST_BODY = 1 << 20
PAGE, MOST_PAGE = 50, 200
ROWS_ARE_PERSONAL = Refusal("api.rows_are_personal", _("这些记录含个人信息，您的岗位只能看合计。"), kind=Kind.FORBIDDEN)


def whole(text: str | None, refusal: Refusal, default: int = 0) -> int:
    if text in (None, ""):
        return default
    if not text.isdigit() or len(text) > 18:
        raise refusal()
    return int(text)


def cells(desk: Desk, columns, row) -> dict:
    told = {"id": row.pk}
    for column in columns:
        name = column.name if isinstance(column, Column) else column
        told[name] = plain(column.show(row) if isinstance(column, Column) else getattr(row, column))
    return told


def keyset(request, rows, column: str = "pk"):
    """One page of rows after a cursor, newest first; the next cursor, or None at the end."""
    limit = min(max(whole(request.GET.get("limit"), BAD_CURSOR, PAGE), 1), MOST_PAGE)
    cursor = whole(request.GET.get("after"), BAD_CURSOR)
    if cursor:
        rows = rows.filter(**{f"{column}__lt": cursor})
    page = list(rows.order_by(f"-{column}")[: limit + 1])
    return page[:limit], page[limit - 1].pk if len(page) > limit else None


def list_of(desk: Desk):
    def view(request):
        """List the records within reach."""
        if not request.viewer.may(desk.see):
            raise Refused(no_see(desk))
        rows = filtered(request, desk, desk.rows(request.viewer))
        page, following = keyset(request, rows)
        return JsonResponse({"items": [cells(desk, desk.columns, row) for row in page], "next": following})

    return view


def no_see(desk: Desk) -> Refusal:
    return Refusal("api.no_see", _("您的岗位不能查看“{label}”。").format(label=desk.label), kind=Kind.FORBIDDEN)


def filtered(request, desk: Desk, rows):
    """Apply the desk's own filters and search, and nothing else that stands in the address."""
    for name, value in request.GET.items():
        if name in ("after", "limit"):
            continue
        if name == "q":
            rows = searched(rows, value, desk.search) if desk.search else rows
            continue
        stem, _dash, end = name.rpartition("_")
        lookup = name if name in desk.filters else {"from": f"{stem}__gte", "to": f"{stem}__lte"}.get(end) if stem in desk.filters else None
        if lookup is None:
            raise BAD_FILTER(name=name, field=name)
        try:
            field = desk.noun._meta.get_field(lookup.split("__")[0])
            value = field.to_python(value) if not isinstance(field, models.CharField) else value
            rows = rows.filter(**{lookup: value})
        except (ValidationError, ValueError):
            raise BAD_FILTER(name=name, field=name) from None
    return rows


def record_of(desk: Desk):
    def view(request, pk: int):
        """One record within reach, with the acts open on it now."""
        row = desk.rows(request.viewer).filter(pk=pk).first() if pk < 2**62 else None
        if row is None:
            raise NOT_FOUND()
        return JsonResponse(cells(desk, desk.detail, row) | {"acts": [a.key for a in desk.acts_for(request.viewer, row)]})

    return view


def act_of(act: Act):
    def view(request, pk: int | None = None):
        """Do the act."""
        data, files, subjects = body(request, act)
        if not request.viewer.may(act.power):
            raise no_power(act)
        subject = subjects if act.bulk else pk
        form = form_for(act, request.viewer, data, files)
        done = run(act, request.viewer, form, subject, key=request.headers.get("Idempotency-Key", "")[:64])
        said = {"subjects": [row.pk for row in done.subjects], "says": str(act.past), "again": done.again, "said": done.said}
        return JsonResponse(said, status=201 if act.creates and not done.again else 200)

    return view


def body(request, act: Act):
    """Form data, files and subjects of a request; JSON is checked for its declared types first."""
    if request.content_type != "application/json":
        subjects = [int(s) for s in request.POST.getlist("subjects") if s.isdigit() and len(s) < 19]
        return request.POST, request.FILES, subjects
    if int(request.headers.get("Content-Length") or 0) > MOST_BODY or len(request.body) > MOST_BODY:
        raise TOO_LONG()
    try:
        data = plain_json.loads(request.body or b"{}")
    except (ValueError, RecursionError):
        raise NOT_JSON() from None
    if not isinstance(data, dict):
        raise NOT_JSON()
    subjects = data.pop("subjects", []) if act.bulk else []
    if not isinstance(subjects, list) or not all(isinstance(s, int) and not isinstance(s, bool) and 0 < s < 2**62 for s in subjects):
        raise NOT_JSON(field="subjects")
    return from_json(act, data), {}, subjects


def figures(request):
    """The indicators this viewer may ask for."""
    mine = [i for i in INDICATORS.values() if request.viewer.may(i.power)]
    return JsonResponse({"items": [{"key": i.key, "label": str(i.label), "unit": i.unit, "kind": i.kind, "meaning": str(i.meaning)} for i in mine]})


def asked(request, key: str):
    indicator = find(key)
    code = request.GET.get("node", "")
    node = Node.objects.for_act("the node of a figure").filter(code=code).first() if code and "\0" not in code else None
    if node is None:
        raise NOT_FOUND(field="node")
    period = Period.parse(request.GET.get("period", "")[:40])
    return indicator, node, period, request.GET.get("basis", "was") != "is"


def one_figure(request, key: str):
    """A figure at a node and period, by the tree as it was or as it is."""
    indicator, node, period, as_was = asked(request, key)
    made = figure(indicator, node, period, viewer=request.viewer, as_was=as_was)
    return JsonResponse(
        {
            "key": indicator.key, "version": indicator.version, "label": str(indicator.label), "node": node.code, "period": str(period),
            "basis": "was" if as_was else "is", "value": plain(made.value), "unit": indicator.unit, "source": indicator.source,
            "parts": made.parts, "unsettled": made.unsettled, "computed_at": made.computed_at.isoformat(),
        }
    )  # fmt: skip


def figure_rows(request, key: str):
    """The rows behind a figure, a page at a time; no cap."""
    indicator, node, period, as_was = asked(request, key)
    figure(indicator, node, period, viewer=request.viewer, as_was=as_was)
    parts = trace(indicator, node, period, as_was=as_was)
    names = [name for name, _sign, _rows in parts]
    name = request.GET.get("part", names[0])
    if name not in names:
        raise NOT_FOUND(field="part")
    _name, sign, rows = parts[names.index(name)]
    if indicator.personal and not request.viewer.reach(see(rows.model)).covers(node.path):
        raise ROWS_ARE_PERSONAL()
    with trusted():
        page, following = keyset(request, rows.select_related(*rows.model.named_by))
        items = [{"id": r.pk, "noun": r._meta.label_lower, "name": str(r), "share": r.share * sign} for r in page]
    return JsonResponse({"parts": names, "part": name, "items": items, "next": following})


def nodes(request):
    """The tree by level (parent=CODE) or by a word (q)."""
    rows = Node.objects.within(request.viewer).filter(until=None)
    text, parent = request.GET.get("q", "").replace("\0", "")[:60], request.GET.get("parent", "").replace("\0", "")
    if text:
        rows = rows.filter(named(text, "~sought"))
    elif parent:
        rows = rows.filter(parent__code=parent)
    else:
        rows = rows.filter(path__in=request.viewer.paths)
    page, following = keyset(request, rows)
    items = [{"id": n.pk, "code": n.code, "name": n.name, "kind": n.kind, "since": n.since.isoformat()} for n in page]
    return JsonResponse({"items": items, "next": following})


def file(request, pk: int):
    """A file within reach."""
    row = Attachment.objects.within(request.viewer).filter(pk=pk).first() if pk < 2**62 else None
    data = files.read(row.sm3) if row else None
    if data is None:
        raise NOT_FOUND()
    return FileResponse(BytesIO(data), as_attachment=True, filename=row.name, content_type=row.mime)


def me(request):
    """Who I am and what I hold."""
    account = request.viewer.account
    grants = [{"role": role, "path": path} for role, path in request.viewer.grants]
    return JsonResponse({"id": account.pk, "login": account.login, "name": account.name, "grants": grants})
