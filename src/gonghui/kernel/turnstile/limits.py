"""How often somebody asks at one serving process: by account and by device, never by address, for many workers share one."""

from time import monotonic

ASKS, ALL, PER = 12, 24, 10.0  # asks one device, and all devices of one account, may make in so many seconds; default
HARDEST, REMEMBERED = 5, 600.0  # a puzzle is at most so many steps harder; seconds for which a solved one is remembered
MOST = 200_000  # accounts and devices kept in mind


class Limits:
    """Asks and solved puzzles of the last moments."""

    def __init__(self):
        self._asked: dict = {}
        self._solved: dict[int, list[float]] = {}

    def too_often(self, account: int, device: str) -> bool:
        """Whether this ask is one more than people make. device: the session's key; it is one account's."""
        moment = monotonic()
        if len(self._asked) > MOST:
            self._asked.clear()
        over = self._count((account, device), moment) > ASKS
        return self._count(account, moment) > ALL or over

    def solved(self, account: int, device: str) -> None:
        """A puzzle was solved: the counting begins anew, and the next puzzle is harder."""
        self._asked.pop((account, device), None)
        self._asked.pop(account, None)
        if len(self._solved) > MOST:
            self._solved.clear()
        self._solved[account] = [*self._solved.get(account, ())[-HARDEST:], monotonic()]

    def harder(self, account: int) -> int:
        """How many steps harder the next puzzle of an account is."""
        since = monotonic() - REMEMBERED
        return min(sum(1 for one in self._solved.get(account, ()) if one > since), HARDEST)

    def _count(self, key, moment: float) -> int:
        times = self._asked.setdefault(key, [])
        times[:] = [one for one in times[-ALL:] if one > moment - PER]
        times.append(moment)
        return len(times)
