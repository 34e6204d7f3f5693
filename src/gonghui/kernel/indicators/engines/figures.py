"""A figure by another engine, and many figures by several engines beside each other."""

from importlib.util import find_spec
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from ...access.viewer import SYSTEM
from ...refusal import Kind, Refusal
from ..figure import compound, figure, plain
from ..trace import parts
from .asked import as_field, asked

MISSING = Refusal("engines.missing", _("没有安装 {engine}。"), instead=_("请先运行 make scale。"), kind=Kind.MISSING)
UNKNOWN_ENGINE = Refusal("engines.unknown", _("没有计算引擎“{name}”。"), instead=_("可用：{known}。"), field="engine", kind=Kind.MISSING)
AT_ONCE = 40  # figures one statement asks for
ENGINES = ("duckdb", "spark")


def engine(name: str, folder: Path):
    """An engine over facts. Refuses: UNKNOWN_ENGINE, MISSING."""
    if name not in ENGINES:
        raise UNKNOWN_ENGINE(name=name, known="、".join(ENGINES))
    if name == "spark":
        if find_spec("pyspark") is None:
            raise MISSING(engine="PySpark")
        from .spark import Spark

        return Spark(folder)
    from .duck import Duck

    return Duck(folder)


def value(on, indicator, node, period, as_was: bool = True):
    """What `figure` says, by another engine. Refuses: UNTELLABLE."""
    return values(on, [(indicator, node, period)], as_was)[0]


def values(on, wanted: list[tuple], as_was: bool = True) -> list:
    """The values of (indicator, node, period), many to a statement."""
    told = [parts(indicator, period) or [("", indicator, period, 1)] for indicator, _node, period in wanted]
    questions = [asked(one, node, span, as_was) for (_i, node, _p), split in zip(wanted, told, strict=True) for _name, one, span, _sign in split]
    made: list = []
    for first in range(0, len(questions), AT_ONCE):
        made += on.one(questions[first : first + AT_ONCE])
    found = (plain(as_field(one, value)) for one, value in zip(questions, made, strict=True))
    return [
        compound(indicator, {name: next(found) for name, *_rest in split}) if split[0][0] else next(found)
        for (indicator, _node, _period), split in zip(wanted, told, strict=True)
    ]


def compared(engines: list, wanted: list[tuple], as_was: bool = True):
    """Yield (indicator, node, period, values, equal): what the database and each engine say of what is wanted."""
    by_engine = [values(one, wanted, as_was) for one in engines]
    for (indicator, node, period), *others in zip(wanted, *by_engine, strict=True):
        said = [figure(indicator, node, period, viewer=SYSTEM, as_was=as_was).value, *others]
        yield indicator, node, period, said, all(one == said[0] for one in others)
