"""The API: django-ninja routes and describes; the declarations do the rest."""

import re
from collections.abc import Callable
from functools import cache, cached_property, partial
from inspect import Parameter, Signature

from django.shortcuts import render
from django.urls import URLResolver, path
from django.urls.resolvers import RoutePattern
from django.utils.datastructures import MultiValueDict
from django.utils.translation import get_language
from ninja import NinjaAPI
from ninja.operation import Operation, PathView

from gonghui.faces.kit.download import DOCX
from gonghui.kernel.desk import DESKS, FACETS, Desk
from gonghui.kernel.ledger.act import ACTS

from . import acts, figures, records, signing, tables
from .describe import (
    COMPONENTS,
    FIGURE,
    FLAG,
    NUMBER,
    NUMBER_OR_NONE,
    PAGE,
    TEXT,
    WORD,
    act_responses,
    filters,
    many,
    paged,
    query,
    responses,
    thing,
)  # fmt: skip
from .entry import entered

READ = (401, 403, 404, 422, 429)
FILE = thing(id=NUMBER, name=TEXT, mime=TEXT, size=NUMBER)


class Group(URLResolver):
    """Addresses that nobody asks for by their names, which are therefore not gathered: a program takes them from the description."""

    def _populate(self):
        language = get_language()
        self._reverse_dict[language], self._namespace_dict[language], self._app_dict[language] = MultiValueDict(), {}, {}
        self._populated = True


def grouped(routes: list[tuple], marks: str = "/.") -> list:
    """(route, view, name) by the first part of a route, acts by their line as well, the fullest first: a request is compared with few of them."""
    if not marks:
        return [path(route, view, name=name) for route, view, name in routes]
    groups: dict[str, list] = {}
    for route, view, name in routes:
        head, mark, rest = route.partition(marks[0])
        part = head + mark if mark and "<" not in head else ""
        groups.setdefault(part, []).append((rest if part else route, view, name))
    fullest = sorted(groups.items(), key=lambda group: -len(group[1]))
    return [Group(RoutePattern(part), grouped(inside, marks[1:])) for part, inside in fullest]


class Api(NinjaAPI):
    """Routes whose description is made once a process, when it is first asked for."""

    def __init__(self, **more):
        super().__init__(**more)
        self.told: dict[str, Callable[[], dict]] = {}  # what is told of an operation, by its name

    @property
    def urls(self) -> tuple:
        patterns, *names = super().urls
        return grouped([(str(one.pattern), one.callback, one.name) for one in patterns]), *names

    @cached_property
    def description_made(self) -> dict:
        made = super().get_openapi_schema(path_prefix="api/")
        for one in (one for methods in made["paths"].values() for one in methods.values()):
            told = self.told[one["operationId"]]()
            one |= told | {"parameters": one["parameters"] + told.get("parameters", [])}
        return {**made, "components": COMPONENTS, "security": [{"Bearer": []}]}

    def get_openapi_schema(self, **_parts) -> dict:
        return self.description_made


api = Api(title="工会一张网 接口", version="1", urls_namespace="api", docs_url=None, openapi_url="openapi.json")


@cache
def _pattern(parts: tuple[str, ...]) -> Operation:
    """An operation whose path has these parts; what checks them takes longer to make than a copy."""

    def view(request, **parts): ...

    named = [Parameter(n, Parameter.KEYWORD_ONLY, annotation=int if n == "pk" else str) for n in parts]
    view.__signature__ = Signature([Parameter("request", Parameter.POSITIONAL_OR_KEYWORD), *named])
    return Operation("".join(f"/{{{n}}}" for n in parts), [], view)


def _route(method: str, path: str, view, name: str, summary, told: Callable[[], dict], *, cost: int = 1, open: bool = False) -> None:  # noqa: A002
    """Mount a view; what its path holds becomes its arguments. `told` is asked when somebody wants the description."""
    operation = _pattern(tuple(re.findall(r"{(?:int:)?(\w+)}", path))).clone()
    operation.path, operation.methods, operation.view_func = path, [method], entered(view, cost=cost, open=open)
    operation.operation_id, operation.summary = name, str(summary)
    api.default_router.path_operations.setdefault(path, PathView()).operations.append(operation)
    api.told[name] = (lambda: told() | {"security": []}) if open else told


def _signing() -> None:
    answer = thing(("minutes",), minutes=NUMBER, outbox=TEXT)
    body = {"requestBody": {"required": True, "content": {"application/json": {"schema": thing(("phone",), **signing.ASK)}}}}
    _route("POST", "/signin/code", signing.ask_code, "ask_code", "获取验证码", partial(responses, answer, 413, 415, 422, 429, **body), open=True)
    body = {"requestBody": {"required": True, "content": {"application/json": {"schema": thing((), **signing.SIGN)}}}}
    told = partial(responses, thing(token=TEXT, until=TEXT), 401, 413, 415, 422, 429, **body)
    _route("POST", "/signin/token", signing.sign_in, "sign_in", "登录取令牌", told, open=True)
    grants = many(thing(role=TEXT, path=TEXT))
    _route(
        "GET", "/me", figures.me, "me", "我是谁", partial(responses, thing(id=NUMBER, login=TEXT, name=TEXT, grants=grants, acts=many(TEXT)), *READ)
    )


def _tree_and_figures() -> None:
    node = thing(id=NUMBER, code=TEXT, name=TEXT, kind=TEXT, since=TEXT, parent={"type": ["string", "null"]}, below=NUMBER)
    told = partial(responses, paged(node), *READ, parameters=query(parent=WORD, q=WORD, **PAGE))
    _route("GET", "/nodes/", figures.nodes, "nodes", "组织树", told)
    one = thing(key=TEXT, label=TEXT, unit=TEXT, kind=TEXT, meaning=TEXT)
    _route("GET", "/figures/", figures.figures, "figures", "指标目录", partial(responses, thing(items=many(one)), *READ))
    made = thing(
        key=TEXT, version=NUMBER, label=TEXT, node=TEXT, period=TEXT, basis=TEXT, value={"type": ["integer", "string", "null"]}, unit=TEXT,
        source=TEXT, parts={"type": "object"}, unsettled=FLAG, step=NUMBER, missing=NUMBER_OR_NONE, computed_at=TEXT,
    )  # fmt: skip
    _route("GET", "/figures/{key}", figures.one_figure, "figure", "计算指标", partial(responses, made, *READ, parameters=query(**FIGURE)), cost=5)
    row = thing(id=NUMBER, noun=TEXT, name=TEXT, share=NUMBER, at=TEXT)
    told = partial(responses, paged(row, parts=many(TEXT), part=TEXT), *READ, parameters=query(**FIGURE, part=WORD, **PAGE))
    _route("GET", "/figures/{key}/rows", figures.figure_rows, "figure_rows", "指标的记录", told, cost=10)


def _tables() -> None:
    column = thing(name=TEXT, heading=TEXT, required=FLAG, example=TEXT, choices=many(TEXT))
    told = partial(responses, thing(items=many(thing(kind=TEXT, label=TEXT, help=TEXT, columns=many(column)))), *READ)
    _route("GET", "/tables/", tables.tables, "tables", "可导入的表", told)
    book = partial(responses, None, *READ, media=(records.XLSX,))
    _route("GET", "/tables/{kind}/template", tables.template, "template", "下载模板", book, cost=5)
    verdict = thing(id=NUMBER, row=NUMBER, column=TEXT, code=TEXT, says=TEXT)
    told = partial(responses, paged(verdict), *READ, parameters=query(**PAGE))
    _route("GET", "/batch/{int:pk}/errors", tables.verdicts, "batch_errors", "批量导入：有误的行", told)
    _route("GET", "/batch/{int:pk}/bad-rows", tables.bad_rows, "bad_rows", "批量导入：下载有误的行", book, cost=100)
    _route("GET", "/files/{int:pk}", records.file, "file", "附件", partial(responses, None, *READ, media=("*/*",)), cost=5)


def _desk(desk: Desk) -> None:
    slug, label, one = desk.slug, desk.label, f"/{desk.slug}/{{int:pk}}"

    def listed() -> dict:
        return responses(paged(records.row_schema(desk, desk.columns)), *READ, parameters=query(**filters(desk), **PAGE))

    def exported() -> dict:
        table = {"type": "string", "enum": ["csv", "xlsx"]}
        return responses(None, *READ, media=("text/csv", records.XLSX), parameters=query(format=table, **filters(desk)))

    def whole() -> dict:
        return responses(records.row_schema(desk, desk.detail, acts=many(TEXT), files=many(FILE)), *READ)

    _route("GET", f"/{slug}/", records.list_of(desk), f"list_{slug}", f"{label}：列表", listed)
    _route("GET", f"/{slug}/export", records.export_of(desk), f"export_{slug}", f"{label}：导出", exported, cost=100)
    _route("GET", one, records.record_of(desk), f"get_{slug}", f"{label}：一条", whole)
    told = partial(responses, thing(items=many(thing(at=TEXT, says=TEXT, by=TEXT, why=TEXT))), *READ)
    _route("GET", f"{one}/history", records.history_of(desk), f"history_{slug}", f"{label}：办理过程", told)
    for paper in desk.papers:
        told = partial(responses, None, *READ, media=(DOCX,))
        name = f"{paper.name}_{slug}"
        _route("GET", f"{one}/{paper.name}", records.paper_of(desk, paper.name), name, f"{label}：{paper.label}", told, cost=20)
    for annex in desk.annexes:
        told = partial(responses, paged(thing(cells=many(TEXT), at=TEXT), heads=many(TEXT)), *READ, parameters=query(**PAGE))
        name = f"{annex.name}_{slug}"
        _route("GET", f"{one}/{annex.name}", records.annex_of(desk, annex), name, f"{label}：{annex.label}", told, cost=20)


def _acts() -> None:
    for act in ACTS.values():
        if act.by:
            path = f"/acts/{act.key}" if act.creates or act.bulk else f"/acts/{act.key}/{{int:pk}}"
            _route("POST", path, acts.act_of(act), act.key, act.label, partial(act_responses, act), cost=100 if act.key == "intake.check" else 2)
    choice = thing(id=NUMBER, name=TEXT, at=TEXT, below=TEXT)
    for act, name in acts.picked():
        told = partial(responses, thing(items=many(choice), most=NUMBER), *READ, parameters=query(q=WORD))
        summary = f"{act.label}：选择{act.params[name].p.label}"
        _route("GET", f"/acts/{act.key}/choices/{name}", acts.choices_of(act, name), f"choices_{act.key}_{name}", summary, told, cost=2)


def mount() -> None:
    """Every operation. Raises LookupError when two nouns would answer at one address."""
    taken = ["acts", "figures", "files", "me", "nodes", "signin", "tables", *(desk.slug for desk in (*DESKS.values(), *FACETS.values()))]
    if doubles := {slug for slug in taken if taken.count(slug) > 1}:
        raise LookupError(f"two nouns at one address of the API: {doubles}")
    _signing()
    _tree_and_figures()
    _tables()
    for desk in (*DESKS.values(), *FACETS.values()):
        _desk(desk)
    _acts()


def docs(request):
    """The operations, as a page that needs nothing from outside."""
    spec = api.get_openapi_schema()
    operations = [(path, method.upper(), op, _sent(op)) for path, methods in spec["paths"].items() for method, op in methods.items()]
    return render(request, "api/docs.html", {"operations": operations})


def _sent(op: dict) -> list[tuple[str, dict]]:
    """Name and schema of what is sent, as pairs: in a template a field called `items` would stand before the method of that name."""
    first = next(iter(op.get("requestBody", {}).get("content", {}).values()), {})
    return list(first.get("schema", {}).get("properties", {}).items())


mount()
