"""How personal data look to those who need not see it 脱敏."""


def mask_id(text: str) -> str:
    """First three and last four characters: '110***********002X'."""
    return f"{text[:3]}{'*' * (len(text) - 7)}{text[-4:]}" if len(text) > 7 else "*" * len(text)


def mask_phone(text: str) -> str:
    return f"{text[:3]}****{text[-4:]}" if len(text) >= 11 else "*" * len(text)


def mask_name(text: str) -> str:
    """'张三' -> '张*'."""
    return f"{text[:1]}{'*' * max(len(text) - 1, 1)}" if text else ""
