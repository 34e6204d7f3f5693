"""A number as it was printed 公布数, beside the figure the records make."""

from decimal import Decimal


def stands(value: Decimal, qualifier: str, unit: str, computed) -> bool:
    """
    Whether a figure is what was printed; never where it cannot be said.

    exact: equal at the printed precision; at_least (余、多、超): v <= x < v + one unit of v's last non-zero digit;
    approx (近、约): within 10 %; full_coverage (全覆盖): 100 percent, or every one of a printed count. Default.
    """
    if computed is None:
        return False
    computed = Decimal(computed)
    match qualifier:
        case "exact":
            return computed.quantize(Decimal(1).scaleb(value.as_tuple().exponent), rounding="ROUND_HALF_UP") == value
        case "at_least":
            return value <= computed < value + last_unit(value)
        case "approx":
            return abs(computed - value) * 10 <= abs(value)
        case "full_coverage":
            return computed == (100 if unit == "percent" else value)
    raise ValueError(qualifier)


def last_unit(value: Decimal) -> int:
    """One unit of the last non-zero digit: 1500 -> 100, 260000 -> 10000, 7 -> 1."""
    unit, rest = 1, int(value)
    while rest and rest % 10 == 0:
        unit, rest = unit * 10, rest // 10
    return unit
