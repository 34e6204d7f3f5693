"""Refusals as RFC 9457 problem details."""

import json

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.refusal import Kind, Refusal, Refused

STATUS = {Kind.INVALID: 422, Kind.CONFLICT: 409, Kind.FORBIDDEN: 403, Kind.MISSING: 404, Kind.SIGN_IN: 401, Kind.BUSY: 429}
NOT_JSON = Refusal("api.not_json", _("请求体须为 JSON 对象。"), instead=_("请检查 Content-Type 和内容。"))
TOO_LONG = Refusal("api.too_long", _("请求体超过 1 MB。"), instead=_("大批数据请用表格导入。"))
BAD_CURSOR = Refusal("api.bad_cursor", _("翻页标记无效。"), instead=_("请从第一页重新取。"), field="after")
BAD_FILTER = Refusal("api.bad_filter", _("不能按“{name}”筛选，或值不对。"), field="filter")


def problem(refused: Refused, where: str) -> HttpResponse:
    """The answer to a refused request."""
    first = refused.refusals[0]
    body = {
        "type": f"urn:gonghui:refusal:{first.code}",
        "title": str(first.says),
        "status": STATUS[first.kind],
        "detail": f"{first.because}{first.instead}",
        "instance": where,
        "errors": [
            {"code": r.code, "field": r.field, "pointer": f"#/{r.field}" if r.field else "#", "detail": str(r.says), "instead": str(r.instead)}
            for r in refused.refusals
        ],
    }
    answer = HttpResponse(json.dumps(body, ensure_ascii=False), status=STATUS[first.kind], content_type="application/problem+json")
    if first.kind is Kind.SIGN_IN:
        answer["WWW-Authenticate"] = "Bearer"
    return answer
