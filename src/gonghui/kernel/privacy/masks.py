"""How personal data look to those who need not see it 脱敏."""

import re

# a run of digits as long as an ID number (15, 18) or a mobile number has
NUMBERS = re.compile(r"(?<!\d)(\d{17}[\dXx]|\d{15}|1[3-9]\d{9})(?!\d)")


def mask_id(text: str) -> str:
    """First three and last four characters: '110***********002X'."""
    return f"{text[:3]}{'*' * (len(text) - 7)}{text[-4:]}" if len(text) > 7 else "*" * len(text)


def mask_phone(text: str) -> str:
    return f"{text[:3]}****{text[-4:]}" if len(text) >= 11 else "*" * len(text)


def mask_name(text: str) -> str:
    """'张三' -> '张*'."""
    return f"{text[:1]}{'*' * max(len(text) - 1, 1)}" if text else ""


class Masked:
    """A record with a number and a phone, as they look to those who need not see them; empty once its salt is destroyed."""

    @property
    def id_masked(self) -> str:
        return mask_id(self.id_no or "")

    @property
    def phone_masked(self) -> str:
        return mask_phone(self.phone or "")
