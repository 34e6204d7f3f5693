"""Tickets 入场凭证: who may ask at a gate, decided beforehand and signed, so that the gate looks nothing up."""

import base64
import binascii
import hmac
import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from ..privacy.crypto import blind
from ..refusal import Kind, Refusal

LASTS = timedelta(hours=2)  # a page that stays open asks for another
NOT_YOURS = Refusal("turnstile.not_yours", _("入场凭证不是在这台设备上领取的，或已被改动。"), instead=_("请重新打开报名页面。"), kind=Kind.FORBIDDEN)
EXPIRED = Refusal("turnstile.expired", _("入场凭证已过期。"), instead=_("请重新打开报名页面。"), kind=Kind.CONFLICT)


@dataclass(frozen=True, slots=True)
class Ticket:
    """
    holder: the number of whoever the seat is for. early: came before the opening. until: seconds of the epoch.

    facts: what was decided beforehand, as the gate's room needs it; it names nobody.
    """

    gate: str
    number: int
    holder: int
    account: int
    early: bool
    until: int
    facts: dict = field(default_factory=dict)


def signed(ticket: Ticket, device: str) -> str:
    """The ticket as a text, good for one device: the key of the session it was asked for in."""
    body = base64.urlsafe_b64encode(json.dumps(_plain(ticket), separators=(",", ":")).encode()).decode()
    return f"{body}.{_seal(body, device)}"


def read(text: str, device: str, at: datetime) -> Ticket:
    """The ticket of a text. Refuses: NOT_YOURS (altered, invented, or another device's), EXPIRED."""
    body, _dot, seal = text.partition(".")
    if not device or not hmac.compare_digest(_seal(body, device).encode(), seal.encode(errors="replace")):
        raise NOT_YOURS()
    try:
        ticket = Ticket(*json.loads(base64.urlsafe_b64decode(body)))
    except (ValueError, TypeError, binascii.Error):
        raise NOT_YOURS() from None
    if at.timestamp() >= ticket.until:
        raise EXPIRED()
    return ticket


def _plain(ticket: Ticket) -> list:
    return [getattr(ticket, name) for name in Ticket.__slots__]


def _seal(body: str, device: str) -> str:
    return base64.urlsafe_b64encode(blind("ticket", f"{device} {body}")[:18]).decode()
