"""
What the rehearsal knows of each line: a module a line, of its slug.

demo(b): what the demo federation has of it; own(b, me): what its worker has of one's own. REPLAY: federation -> `fn(stage, n)`, which builds what the claims of that
federation in this line ask for; `n(id)` is the number a claim asks for at the chosen scale, 0 where it is not asked for.
MEANS: (key, organisation), or with the period too, or a claim's id -> the definition a claim means. RESTATED: a claim told a second time -> the first.
seal(ground, computed): fixes the figures of a replay, and tells what became of them.
"""

from importlib import import_module
from pkgutil import iter_modules


def modules() -> dict:
    """Slug -> module, in the order of their names."""
    return {found.name: import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)}


def gathered(name: str) -> dict:
    """The tables of that name of every line as one."""
    return {key: value for module in modules().values() for key, value in getattr(module, name, {}).items()}
