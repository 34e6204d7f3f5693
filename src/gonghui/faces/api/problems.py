"""Refusals as RFC 9457 problem details; every error answer below /api/ is one."""

import json

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.refusal import Kind, Refusal, Refused

MEDIA = "application/problem+json"
STATUS = {Kind.INVALID: 422, Kind.CONFLICT: 409, Kind.FORBIDDEN: 403, Kind.MISSING: 404, Kind.SIGN_IN: 401, Kind.BUSY: 429}
NOT_JSON = Refusal("api.not_json", _("请求体须为 JSON 对象。"), instead=_("请检查 Content-Type 和内容。"))
TOO_LONG = Refusal("api.too_long", _("请求体超过 {limit} MB。"), instead=_("大批数据请拆分，或用表格导入。"))
NOT_THAT_MEDIA = Refusal("api.media", _("不接受“{media}”格式的请求体。"), instead=_("请用 application/json；带文件的请用 multipart/form-data。"))
BAD_CURSOR = Refusal("api.bad_cursor", _("翻页参数无效。"), instead=_("limit 为 1 至 {most}；after 取上一页的 next。"))
BAD_FILTER = Refusal("api.bad_filter", _("不能按“{name}”筛选，或值不对。"), instead=_("可用的筛选见 /api/docs。"))
BAD_KEY = Refusal("api.bad_key", _("Idempotency-Key 不能超过 64 个字符。"), instead=_("请换一个短的编号，如 UUID。"), field="Idempotency-Key")
TOO_OFTEN = Refusal("api.too_often", _("请求过于频繁。"), instead=_("请 {seconds} 秒后再试。"), kind=Kind.BUSY)
ONE_AT_A_TIME = Refusal("api.one_at_a_time", _("您的上一次导出或导入校验还没有结束。"), instead=_("请等它结束后再试。"), kind=Kind.BUSY)
TOO_SLOW = Refusal("api.too_slow", _("查询超过 {seconds} 秒，已中止。"), instead=_("请缩小组织、期间或筛选的范围。"))
TOO_MANY = Refusal("api.too_many", _("一次最多 {most} 条。"), instead=_("请用筛选缩小范围，分几次办。"))
OTHER = {TOO_LONG.code: 413, NOT_THAT_MEDIA.code: 415}
# answers made outside our views: by Django or the router
BY_STATUS = {
    400: Refusal("api.bad_request", _("请求无法理解。"), instead=_("请检查请求的格式。")),
    403: Refusal("api.forbidden", _("不允许这样访问。"), instead=_("请改用接口令牌。")),
    404: Refusal("api.no_address", _("没有这个地址。"), instead=_("地址见 /api/docs；列表以“/”结尾。")),
    405: Refusal("api.method", _("该地址不支持这种方法。"), instead=_("可用的方法见 Allow。")),
    413: TOO_LONG,
    429: Refusal("api.locked", _("尝试次数过多，账号已暂时锁定。"), instead=_("请 15 分钟后再试。"), kind=Kind.BUSY),
    500: Refusal("api.broken", _("系统出错，已记录。"), instead=_("请稍后再试；仍不行请联系管理员。")),
}


def problem(refused: Refused, where: str, status: int = 0) -> HttpResponse:
    """The answer to a refused request; the status follows from the refusal unless it was decided before."""
    first = refused.refusals[0]
    status = status or OTHER.get(first.code) or STATUS[first.kind]
    body = {
        "type": f"urn:gonghui:refusal:{first.code}",
        "code": first.code,
        "title": str(first.says),
        "status": status,
        "detail": "".join(map(str, (first.because, first.instead))),
        "instance": where,
        "errors": [
            {"code": r.code, "field": r.field, "pointer": f"#/{r.field}" if r.field else "#", "detail": str(r.says), "instead": str(r.instead)}
            for r in refused.refusals
        ],
    }
    answer = HttpResponse(json.dumps(body, ensure_ascii=False), status=status, content_type=MEDIA)
    if status == 401:
        answer["WWW-Authenticate"] = "Bearer"
    return answer


def only_problems(get_response):
    """Middleware: what Django or the router refuses below /api/ becomes a problem too; headers it set are kept."""

    def respond(request):
        answer = get_response(request)
        if answer.status_code < 400 or not request.path.startswith("/api/") or answer.get("Content-Type") == MEDIA:
            return answer
        refusal = BY_STATUS.get(answer.status_code, BY_STATUS[400])
        told = problem(refusal(limit=5), request.path, answer.status_code)
        for name, value in answer.items():
            if name not in ("Content-Type", "Content-Length"):
                told[name] = value
        return told

    return respond
