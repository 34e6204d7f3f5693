"""Every table of the kernel, gathered for Django."""

from .access.models import Account, Grant, PhoneCode, Token
from .config import Setting
from .evidence.models import Attachment
from .indicators.touched import Touch
from .intake.models import Batch, RowError
from .ledger.models import Answer, Chain, Event, Link
from .marks import Mark
from .notices.models import Message, Objection, Posting
from .tree.models import Node, Placement, Reslotting
from .turnstile.models import Tally
from .workdays import OfficialDays

__all__ = [
    "Account", "Answer", "Attachment", "Batch", "Chain", "Event", "Grant", "Link", "Mark", "Message", "Node", "Objection", "OfficialDays", "PhoneCode", "Placement", "Posting",
    "Reslotting", "RowError", "Setting", "Tally", "Token", "Touch",
]  # fmt: skip
