"""Writing messages inside acts, sending them after commit, and trying again what did not arrive."""

import logging
from datetime import timedelta
from typing import Annotated

from django.conf import settings
from django.db.models import Q
from django.utils.module_loading import import_string
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from ..access.models import Account
from ..access.viewer import SYSTEM
from ..clock import now
from ..ledger.act import P, act
from ..ledger.do import do
from ..privacy.crypto import blind, new_salt
from .models import Message

log = logging.getLogger(__name__)
# Minutes until the next try; after the last of them a message is given up. Source: default.
WAITS = (1, 5, 30, 120)
TRIES = len(WAITS) + 1
BLIND = {"sms": "phone", "wecom": "phone", "email": "email"}


def tell(ctx, account, text: str) -> None:
    """Put a message into an account's inbox."""
    if account is not None:
        Message(account=account, text=str(text)[:500], at=ctx.at, sent_at=ctx.at).save()


def send(ctx, channel: str, to: str, text: str) -> None:
    """Send a text by `channel` (sms and wecom: to a phone number; email); it leaves after the act is committed."""
    message = Message(channel=channel, to=to, salt=new_salt(), to_hash=blind(BLIND[channel], to), text=str(text)[:500], at=ctx.at)
    message.try_at = ctx.at + timedelta(minutes=WAITS[0])  # the worker leaves the first try to us
    message.save()
    ctx.after_commit(lambda: deliver(message))


def text_to(ctx, phone: str, text: str) -> None:
    """Send a text message to a phone number."""
    send(ctx, "sms", phone, text)


def deliver(message: Message) -> bool:
    """
    Hand address, text and number of one message to the adapter of its channel; tell whether it took them.

    Whatever goes wrong is the adapter's, not the act's that wrote the message: it is noted and tried again.
    """
    try:
        import_string(settings.MESSAGE_ADAPTERS[message.channel])(message.to, message.text, message.pk)
    except Exception as error:  # a library's own words may hold the address: only ours are kept
        fault = str(error) if isinstance(error, NotTaken) else type(error).__name__
        log.warning("message %s by %s: %s", message.pk, message.channel, fault)
        do(mark_missed, SYSTEM, message, fault=fault[:60])
        return False
    do(mark_sent, SYSTEM, message)
    return True


class NotTaken(Exception):
    """A channel's own no: a status or code, never an address or a text."""


@act("notices.mark_sent", Message, label=_("标记已发"))
def mark_sent(ctx, message):
    """Note that the channel has taken the message."""
    message.sent_at, message.tries = ctx.at, message.tries + 1


@act("notices.mark_missed", Message, label=_("标记未送达"))
def mark_missed(ctx, message, *, fault: Annotated[str, P(_("原因"), max_length=60)]):
    """Note a try that failed; after the last one the message is given up, and system administrators are told, once an hour."""
    message.tries, message.fault = message.tries + 1, fault
    if message.tries < TRIES:
        message.try_at = ctx.at + timedelta(minutes=WAITS[message.tries - 1])
        return
    if not Message.objects.for_act("told within the hour").filter(failed_at__gt=ctx.at - timedelta(hours=1)).exists():
        text = now_("有消息未能送达（渠道 {channel}，已试 {tries} 次）：{fault}。").format(channel=message.channel, tries=TRIES, fault=fault)
        for account in administrators(ctx.day):
            tell(ctx, account, text)
    message.failed_at = ctx.at


def administrators(on):
    """Who keeps the system on a day."""
    held = Q(grants__until=None) | Q(grants__until__gte=on)
    rows = Account.objects.for_act("who keeps the system").filter(
        held, grants__role="system_admin", grants__since__lte=on, grants__revoked_at=None, is_active=True
    )
    return rows.distinct().order_by("pk")


def send_waiting() -> int:
    """Try again what is due, oldest first; a channel that fails once is left for this round. Return how many were tried."""
    rows = Message.objects.for_act("worker").filter(Q(try_at=None) | Q(try_at__lte=now()), sent_at=None, failed_at=None).order_by("pk")
    down, tried = set(), 0
    for message in rows[:100]:
        if message.channel not in down:
            tried += 1
            if not deliver(message):
                down.add(message.channel)
    return tried
