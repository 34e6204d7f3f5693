"""Writing messages inside acts, and sending them after commit."""

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from ..access.viewer import SYSTEM
from ..ledger.act import act
from ..ledger.do import do
from ..privacy.crypto import blind, new_salt
from .models import Message


def tell(ctx, account, text: str) -> None:
    """Put a message into an account's inbox."""
    if account is not None:
        Message(account=account, text=str(text)[:500], at=ctx.at, sent_at=ctx.at).save()


def text_to(ctx, phone: str, text: str) -> None:
    """Send a text message to a phone number; it leaves after the act is committed."""
    message = Message(channel="sms", to=phone, salt=new_salt(), to_hash=blind("phone", phone), text=text, at=ctx.at)
    message.save()
    ctx.after_commit(lambda: deliver(message))


def deliver(message: Message) -> None:
    """Hand one message to the channel; what fails stays unsent and is tried again by the clock."""
    if import_string(settings.SMS_ADAPTER)(message):
        do(mark_sent, SYSTEM, message)


@act("notices.mark_sent", Message, label=_("标记已发"))
def mark_sent(ctx, message):
    """Note that the channel has taken the message."""
    message.sent_at = ctx.at


def local(message: Message) -> bool:
    """The local adapter: the message stays in the outbox, where a demonstration shows it."""
    return True
