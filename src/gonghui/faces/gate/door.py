"""
`POST /gate/<gate>/<number>` with a ticket: wait so long, or a seat, a place in the waiting list, full, or why not.

No session is read and no page is made; who asks is told by the ticket, which is good for one session's cookie only. Every answer
is JSON: {code, ...}. `GET /gate/now` tells the time of the server, by which pages count down.
"""

import json
import logging
from functools import partial

from django.conf import settings
from django.db import Error
from django.http.cookie import parse_cookie

from gonghui.kernel.clock import now
from gonghui.kernel.refusal import BUSY, NOT_FOUND, Kind, Refusal, Refused
from gonghui.kernel.turnstile import puzzle as puzzles
from gonghui.kernel.turnstile import ticket as tickets
from gonghui.kernel.turnstile.gate import GATES, Answer, Ask
from gonghui.kernel.turnstile.limits import Limits
from gonghui.kernel.turnstile.queue import Turnstile

log = logging.getLogger(__name__)
PATH, MOST_BYTES = "/gate/", 8192
EARLY, ROOM = "early", "room"
STATUS = {Kind.FORBIDDEN: 403, Kind.MISSING: 404, Kind.BUSY: 429, Kind.CONFLICT: 409}
HEADERS = ((b"content-type", b"application/json; charset=utf-8"), (b"cache-control", b"no-store"), (b"x-content-type-options", b"nosniff"))
NOT_JSON = Refusal("turnstile.not_json", "请求的格式不对。", instead="请重新打开报名页面。")


class Door:
    """One serving process's door; made by the server, with the process's turnstile behind it."""

    def __init__(self, turnstile: Turnstile | None = None):
        self.turnstile, self.limits = turnstile or Turnstile(), Limits()

    async def __call__(self, scope, receive, send) -> None:
        """Answer one request below `PATH`."""
        if scope["path"] == f"{PATH}now":
            await _send(send, 200, {"now": now().timestamp()})
            return
        try:
            status, told = await self._asked(scope, await _body(receive))
        except Refused as no:
            status, told = STATUS.get(no.refusals[0].kind, 422), Answer(no.code, says=no.text).told()
        except Error:
            log.exception("the database did not answer at %s", scope["path"])
            status, told = 503, Answer(BUSY.code, says=BUSY.text).told()
        await _send(send, status, told)

    async def _asked(self, scope, body: dict) -> tuple[int, dict]:
        """Refuses: NOT_FOUND, NOT_JSON, what the ticket refuses, BUSY for who asks more often than people do where no puzzle is given."""
        key, _slash, number = scope["path"].removeprefix(PATH).partition("/")
        gate = GATES.get(key)
        if scope["method"] != "POST" or gate is None or not number.isdecimal() or len(number) > 18:
            raise NOT_FOUND()
        at, device = now(), device_of(scope)
        ticket = tickets.read(str(body.pop("ticket", "")), device, at)
        if (ticket.gate, ticket.number) != (key, int(number)):
            raise tickets.NOT_YOURS()
        plan = await self.turnstile.plan(gate, ticket.number)
        if plan is None:
            raise NOT_FOUND()
        if puzzled := await self._puzzled(ticket.account, device, body, plan.puzzled, at):
            return 429, puzzled
        if at < plan.opens_at:
            return 200, {"code": EARLY, "wait": (plan.opens_at - at).total_seconds(), "people": plan.early}
        moment = plan.moment(ticket.holder, ticket.early)
        if at < moment:
            return 200, {"code": ROOM, "wait": (moment - at).total_seconds(), "people": plan.ahead(moment, at)}
        return 200, (await self.turnstile.ask(gate, Ask(ticket, body, at))).told()

    async def _puzzled(self, account: int, device: str, body: dict, may: bool, at) -> dict | None:
        """The puzzle for who asks more often than people do and brings none that is solved. Refuses: BUSY where none is given."""
        text, answer = (str(body.pop(name, "")) for name in ("puzzle", "answer"))
        no, whose = puzzles.WRONG, f"{account} {device}"
        if may and text:
            try:
                puzzles.solve(text, answer, whose, at, self.limits.harder(account))
                await self.turnstile.by_hand(partial(puzzles.spend, text), account)
                self.limits.solved(account, device)
            except Refused as refused:
                no = refused.refusals[0]
        if not self.limits.too_often(account, device):
            return None
        if not may:
            raise BUSY()
        return Answer(no.code, says=no.text).told() | puzzles.made(whose, at, self.limits.harder(account)).told()


def device_of(scope) -> str:
    """The key of the session whose cookie came along, empty if none did."""
    for name, value in scope["headers"]:
        if name == b"cookie":
            return parse_cookie(value.decode("latin-1")).get(settings.SESSION_COOKIE_NAME, "")
    return ""


async def _body(receive) -> dict:
    """What was sent, read as JSON. Refuses: NOT_JSON for anything but a small object."""
    parts, size = [], 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise NOT_JSON()
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > MOST_BYTES:
            raise NOT_JSON()
        if not message.get("more_body"):
            break
    try:
        body = json.loads(b"".join(parts))
    except (ValueError, RecursionError):
        raise NOT_JSON() from None
    if not isinstance(body, dict):
        raise NOT_JSON()
    return body


async def _send(send, status: int, told: dict) -> None:
    body = json.dumps(told, ensure_ascii=False).encode()
    await send({"type": "http.response.start", "status": status, "headers": [*HEADERS, (b"content-length", str(len(body)).encode())]})
    await send({"type": "http.response.body", "body": body})
