"""The API: django-ninja routes, authenticates and describes; the declarations do the rest."""

from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import render
from ninja import NinjaAPI
from ninja.security import HttpBearer

from gonghui.faces.kit.json import schema
from gonghui.faces.kit.signin import account_of_token
from gonghui.kernel.access.viewer import Viewer
from gonghui.kernel.access.wall import reading_as
from gonghui.kernel.desk import DESKS
from gonghui.kernel.ledger.act import ACTS
from gonghui.kernel.refusal import SIGN_IN_FIRST, Kind, Refusal, Refused

from . import views
from .problems import problem

NO_TOKEN = Refusal("api.csrf", "缺少防伪令牌。", instead="请从页面提交，或改用接口令牌。", kind=Kind.FORBIDDEN)


class Bearer(HttpBearer):
    """A program's token."""

    def authenticate(self, request, token):
        return account_of_token(token)


api = NinjaAPI(title="工会一张网 接口", version="1", urls_namespace="api", docs_url=None, openapi_url="openapi.json")


def entered(view):
    """Let a token or a session in, tell the database whose reads follow, turn refusals into problems."""

    def respond(request, **parts):
        try:
            account = Bearer()(request)
            if account is None and "Authorization" not in request.headers and request.user.is_authenticated:
                if request.method not in ("GET", "HEAD") and CsrfViewMiddleware(lambda r: None).process_view(request, None, (), {}):
                    raise NO_TOKEN()
                account = request.user
            if account is None:
                raise SIGN_IN_FIRST()
            request.viewer = Viewer(account)
            with reading_as(request.viewer):
                return view(request, **parts)
        except Refused as refused:
            return problem(refused, request.path)

    return respond


def _route(method: str, path: str, view, name: str, summary, **extra) -> None:
    takes_pk = "{pk}" in path

    def plain(request):
        return entered(view)(request)

    def on_one(request, pk: int):
        return entered(view)(request, pk=pk)

    operation = {**extra, "responses": {"default": {"description": "拒绝 refusal", "content": {"application/problem+json": {}}}}}
    by_key = view if "{key}" in path else None
    if by_key:

        def on_key(request, key: str):
            return entered(view)(request, key=key)

        handler = on_key
    else:
        handler = on_one if takes_pk else plain
    api.api_operation([method], path, operation_id=name, summary=str(summary), openapi_extra=operation)(handler)


def _query(*names: str) -> dict:
    return {"parameters": [{"in": "query", "name": n, "schema": {"type": "string"}} for n in names]}


def mount() -> None:
    _route("GET", "/me", views.me, "me", "我是谁")
    _route("GET", "/nodes/", views.nodes, "nodes", "组织树", **_query("parent", "q", "after", "limit"))
    _route("GET", "/files/{pk}", views.file, "file", "附件")
    _route("GET", "/figures/", views.figures, "figures", "指标目录")
    _route("GET", "/figures/{key}", views.one_figure, "figure", "计算指标", **_query("node", "period", "basis"))
    _route(
        "GET", "/figures/{key}/rows", views.figure_rows, "figure_rows", "指标的记录", **_query("node", "period", "basis", "part", "after", "limit")
    )
    for desk in DESKS.values():
        _route(
            "GET", f"/{desk.slug}/", views.list_of(desk), f"list_{desk.slug}", f"{desk.label}：列表", **_query("q", "after", "limit", *desk.filters)
        )
        _route("GET", f"/{desk.slug}/{{pk}}", views.record_of(desk), f"get_{desk.slug}", f"{desk.label}：一条")
    for act in ACTS.values():
        if act.by:
            path = f"/acts/{act.key}" if act.creates or act.bulk else f"/acts/{act.key}/{{pk}}"
            shape = schema(act)
            if act.bulk:
                shape["properties"]["subjects"] = {"type": "array", "items": {"type": "integer"}}
            content = {"application/json": {"schema": shape}, "multipart/form-data": {"schema": shape}}
            _route("POST", path, views.act_of(act), act.key, act.label, requestBody={"content": content})


def docs(request):
    """The operations, as a page that needs nothing from outside."""
    spec = api.get_openapi_schema()
    operations = [(path, method.upper(), op) for path, methods in spec["paths"].items() for method, op in methods.items()]
    return render(request, "api/docs.html", {"operations": operations})


mount()
