"""Every table of the kernel, gathered for Django."""

from .access.models import Account, Grant, PhoneCode, Token
from .config import Setting
from .evidence.models import Attachment
from .indicators.touched import Touch
from .intake.models import Batch, RowError
from .ledger.models import Answer, Chain, Event, Link
from .marks import Mark
from .notices.models import Message
from .tree.models import Node, Placement, Reslotting

__all__ = [
    "Account", "Answer", "Attachment", "Batch", "Chain", "Event", "Grant", "Link", "Mark", "Message", "Node", "PhoneCode", "Placement",
    "Reslotting", "RowError", "Setting", "Token", "Touch",
]  # fmt: skip
