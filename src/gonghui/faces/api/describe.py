"""The OpenAPI words for what the views answer; generated from the declarations and checked by tests, never validating."""

from gonghui.faces.kit.json import schema
from gonghui.kernel.desk import Desk
from gonghui.kernel.ledger.act import Act

from .acts import MOST_SUBJECTS
from .paging import MOST_NUMBER, MOST_PAGE, MOST_TEXT, span_filters
from .problems import MEDIA

TEXT, NUMBER, FLAG = {"type": "string"}, {"type": "integer"}, {"type": "boolean"}
NUMBER_OR_NONE = {"type": ["integer", "null"]}
DAY = {"type": "string", "format": "date"}
REFUSED = {
    400: "请求无法理解", 401: "未登录", 403: "没有权限", 404: "找不到", 409: "当前状态不允许", 413: "请求过大", 415: "格式不支持", 422: "内容有误", 429: "过于频繁",
}  # fmt: skip


def thing(always: tuple[str, ...] | None = None, /, **properties) -> dict:
    """An object with these properties and no others; all of them always there unless said which."""
    return {"type": "object", "properties": properties, "required": list(properties if always is None else always), "additionalProperties": False}


def many(item: dict) -> dict:
    return {"type": "array", "items": item}


def paged(item: dict, **further) -> dict:
    """A page of items with the cursor of the next."""
    return thing(**further, items=many(item), next=NUMBER_OR_NONE)


FAULT = thing(code=TEXT, field={"type": ["string", "null"]}, pointer=TEXT, detail=TEXT, instead=TEXT)
COMPONENTS = {
    "schemas": {
        "Problem": thing(type=TEXT, code=TEXT, title=TEXT, status=NUMBER, detail=TEXT, instance=TEXT, errors=many(FAULT)),
        "Named": thing(id=NUMBER, name=TEXT),
        "Done": thing(subjects=many(NUMBER), says=TEXT, again=FLAG, said={"type": "object"}),
    },
    "securitySchemes": {"Bearer": {"type": "http", "scheme": "bearer"}},
}


def ref(name: str) -> dict:
    return {"$ref": f"#/components/schemas/{name}"}


def responses(good: dict | None, *refused: int, media: tuple[str, ...] = ("application/json",), **more) -> dict:
    """A good answer and the refusals an operation may give."""
    shape = good or {"type": "string", "format": "binary"}
    told = {200: {"description": "成功", "content": {m: {"schema": shape} for m in media}}}
    for status in refused:
        told[status] = {"description": REFUSED[status], "content": {MEDIA: {"schema": ref("Problem")}}}
    return {"responses": told, **more}


def query(**shapes) -> list[dict]:
    """Parameters of an address; one whose shape says so is required."""
    return [{"in": "query", "name": n, "required": bool(s.pop("required", False)), "schema": s} for n, s in ((n, dict(s)) for n, s in shapes.items())]


WORD = {"type": "string", "maxLength": MOST_TEXT}
PAGE = {"after": NUMBER | {"minimum": 1, "maximum": MOST_NUMBER}, "limit": NUMBER | {"minimum": 1, "maximum": MOST_PAGE}}
FIGURE = {"node": WORD | {"required": True}, "period": WORD | {"required": True}, "basis": {"type": "string", "enum": ["was", "is"]}}


def filters(desk: Desk) -> dict:
    """What a list of the desk may be narrowed by."""
    spans = span_filters(desk)
    told = ({"q": WORD} if desk.search else {}) | ({"mine": FLAG} if desk.own else {})
    for name in desk.filters:
        field = desk.noun._meta.get_field(name)
        if field.choices:
            told[name] = {"type": "string", "enum": [str(value) for value, _label in field.flatchoices]}
        elif name in spans:
            told |= {name: DAY, f"{name}_from": DAY, f"{name}_to": DAY}
        else:
            told[name] = FLAG if field.get_internal_type() == "BooleanField" else WORD
    return told


def act_body(act: Act) -> dict:
    """The body of an act: JSON, or a form where there are files."""
    shape = schema(act)
    if act.bulk:
        number = NUMBER | {"minimum": 1, "maximum": MOST_NUMBER}
        shape["properties"]["subjects"] = many(number) | {"maxItems": MOST_SUBJECTS}
        shape["required"] = [*shape["required"], "subjects"]
    files = {name for name, one in shape["properties"].items() if one.get("format") == "binary"}
    content = {"multipart/form-data": {"schema": shape}} if files else {}
    if not files & set(shape["required"]):
        plain = {**shape, "properties": {n: one for n, one in shape["properties"].items() if n not in files}}
        content = {"application/json": {"schema": plain}} | content
    return {"requestBody": {"content": content, "required": bool(shape["required"])}, "parameters": [KEY]}


KEY = {"in": "header", "name": "Idempotency-Key", "required": False, "schema": {"type": "string", "maxLength": 64}}


def act_responses(act: Act) -> dict:
    told = responses(ref("Done"), 400, 401, 403, 404, 409, 413, 415, 422, 429)
    if act.creates:
        told["responses"][201] = told["responses"][200] | {"description": "已建立"}
    return told | act_body(act)
