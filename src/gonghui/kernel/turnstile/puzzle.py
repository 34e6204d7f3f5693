"""
A puzzle 验证题 for who asks very often: the page works it out by itself, or a person answers a small sum in words. No picture, no outside service.

It is signed for one holder and solved once. The work is a number with which SHA-256 of the puzzle's seal begins with so many zero bits.
"""

import base64
import binascii
import hashlib
import hmac
import json
import secrets
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from ..ledger.models import Answer
from ..privacy.crypto import blind
from ..refusal import Refusal

LASTS = timedelta(minutes=10)
BITS = 14  # some sixteen thousand tries, half a second on an old phone; default
LONGEST = 200
SIGNS = "零一二三四五六七八九十"
WRONG = Refusal("turnstile.puzzle", _("请先完成验证。"), instead=_("请稍候由页面自动完成，或写出算式的结果。"), field="answer")
SPENT = Refusal("turnstile.puzzle_spent", _("这道验证题已经用过。"), instead=_("请重新打开页面。"), field="answer")


@dataclass(frozen=True, slots=True)
class Puzzle:
    """text: what is sent back with the answer. question: the sum, as it is read out. bits: how many zeros the work begins with."""

    text: str
    question: str
    bits: int

    def told(self) -> dict:
        return {"puzzle": self.text, "question": self.question, "bits": self.bits}


def made(whose: str, at: datetime, harder: int = 0) -> Puzzle:
    """A new puzzle for a holder; each step harder doubles the work."""
    one, other = (2 + secrets.randbelow(8) for _n in range(2))
    plain = [secrets.token_urlsafe(9), one, other, BITS + harder, int((at + LASTS).timestamp())]
    body = base64.urlsafe_b64encode(json.dumps(plain, separators=(",", ":")).encode()).decode()
    question = now_("{one}加{other}等于几？").format(one=SIGNS[one], other=SIGNS[other])
    return Puzzle(f"{body}.{_seal(body, whose)}", question, BITS + harder)


def solve(text: str, answer: str, whose: str, at: datetime, harder: int = 0) -> None:
    """Refuses: WRONG for an answer that is none, and for a puzzle that is invented, another's, too old, or easier than they are now."""
    body, _dot, seal = text.partition(".")
    if not hmac.compare_digest(_seal(body, whose).encode(), seal.encode(errors="replace")):
        raise WRONG()
    try:
        _nonce, one, other, bits, until = json.loads(base64.urlsafe_b64decode(body))
    except (ValueError, TypeError, binascii.Error):
        raise WRONG() from None
    if at.timestamp() >= until or bits < BITS + harder or not (_works(seal, answer, bits) or _sum(answer) == one + other):
        raise WRONG()


def spend(text: str, account: int) -> None:
    """Let a puzzle be solved no second time, whichever process is asked. Refuses: SPENT."""
    digest = hashlib.sha256(text.encode()).digest()
    try:
        with transaction.atomic():
            Answer.objects.create(account_id=account, key=f"puzzle {digest.hex()[:48]}", act="turnstile.puzzle", digest=digest)
    except IntegrityError:
        raise SPENT() from None


def _works(seal: str, answer: str, bits: int) -> bool:
    """Whether `w` and a number are the work that was asked for."""
    if not (answer.startswith("w") and answer[1:].isdecimal()):
        return False
    digest = hashlib.sha256(f"{seal} {answer[1:]}".encode()).digest()
    return int.from_bytes(digest[:4]) >> (32 - bits) == 0


def _sum(answer: str) -> int | None:
    """The number somebody has written, in figures of any width or in words."""
    plain = unicodedata.normalize("NFKC", answer).strip()
    if plain.isascii() and plain.isdecimal():
        return int(plain) if len(plain) < 4 else None
    return next((n for n in range(19) if plain in _said(n)), None)


def _said(n: int) -> tuple[str, ...]:
    return (SIGNS[n],) if n <= 10 else (f"十{SIGNS[n - 10]}", f"一十{SIGNS[n - 10]}")


def _seal(body: str, whose: str) -> str:
    return base64.urlsafe_b64encode(blind("puzzle", f"{whose} {body}")[:18]).decode()
