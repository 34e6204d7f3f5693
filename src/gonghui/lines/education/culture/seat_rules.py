"""Pure rules of numbered seats: a map typed as lines, and who sits beside whom."""

MOST_SEATS = 20_000


def span(text: str) -> range:
    """'12' as 1 to 12, '3-18' as it says. Raises ValueError."""
    first, dash, last = text.partition("-")
    if not (first.isascii() and first.isdigit() and (not dash or last.isascii() and last.isdigit())):
        raise ValueError(text)
    found = range(int(first), int(last) + 1) if dash else range(1, int(first) + 1)
    if not found or found[0] < 1 or found[-1] > 999:
        raise ValueError(text)
    return found


def seats(lines: str) -> list[tuple[int, str]]:
    """
    (order, label) of every seat, from the front: each line is a block, its rows (`5` the fifth, `1-12`) and the seats of a row
    (`20`, or `1-8,11-18` with an aisle). A row or an aisle leaves a gap of one in the order.

    Raises ValueError for a line that says something else, a row twice, or more than MOST_SEATS.
    """
    found, order, rows, labels = [], 0, set(), set()
    for line in filter(None, map(str.strip, lines.splitlines())):
        block, *told = line.replace("，", ",").split()
        if len(told) != 2 or len(block) > 20:
            raise ValueError(line)
        for row in span(told[0] if "-" in told[0] else f"{told[0]}-{told[0]}"):
            if (block, row) in rows:
                raise ValueError(line)
            rows.add((block, row))
            for part in told[1].split(","):
                order += 1
                for number in span(part):
                    label = f"{block}{row}排{number}座"
                    if label in labels or len(found) >= MOST_SEATS:
                        raise ValueError(line)
                    labels.add(label)
                    found.append((order, label))
                    order += 1
    if not found:
        raise ValueError(lines)
    return found


def beside(orders: list[int], count: int) -> list[int]:
    """
    So many of these seats, next to each other where they can be: the shortest run that holds them all, the foremost of equal ones, else
    the longest run and the rest likewise. Fewer where there are not so many.
    """
    runs: list[list[int]] = []
    for order in sorted(orders):
        if runs and runs[-1][-1] == order - 1:
            runs[-1].append(order)
        else:
            runs.append([order])
    taken: list[int] = []
    while runs and len(taken) < count:
        left = count - len(taken)
        fits = [run for run in runs if len(run) >= left]
        run = min(fits, key=len) if fits else max(runs, key=len)
        taken += run[:left]
        runs.remove(run)
    return taken
