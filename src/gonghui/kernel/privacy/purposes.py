"""Purposes personal data are processed for 处理目的, declared by lines (PIPL arts 13, 17, 23)."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Purpose:
    """
    ground: the legal ground. needed: without it the service cannot be given (PIPL art 16).
    version: raised when the notice changes; an older consent then no longer covers it.
    """

    slug: str
    label: str | Promise
    data: str | Promise
    ground: str | Promise
    needed: bool = False
    version: int = 1


PURPOSES: dict[str, Purpose] = {}


def declare(*purposes: Purpose) -> None:
    for purpose in purposes:
        if purpose.slug in PURPOSES:
            raise LookupError(f"purpose {purpose.slug!r} is declared twice")
        PURPOSES[purpose.slug] = purpose
