"""
The fairness report 公平性报告 of an offer: who got places by union, first-timers, how soon all were answered, what was refused.

Anybody may read it, so people are told in steps of the threshold of small cells, and fewer than that not at all; it is made from the enrolments and from
what the gate has noted.
"""

from collections import Counter

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.reads import member_paths
from gonghui.kernel.clock import today
from gonghui.kernel.desk import Line
from gonghui.kernel.indicators.small import threshold
from gonghui.kernel.tree.models import Node
from gonghui.kernel.turnstile import gate

from . import words
from .models import Enrolment, Offer

HEADS = (_("项目"), _("申请人数"), _("录取人数"))
CODES = {
    gate.DONE: _("当场录取"),
    gate.WAITING: _("当场进入候补"),
    "applied": _("当场申请，待抽签"),
    gate.FULL: _("名额与候补已满"),
    gate.AGAIN: _("重复提交，告知已有结果"),
}


def report(offer: Offer) -> list[Line]:
    """Who asked and who has a place: all, by each way in which places were given, by each known priority, by union."""
    asked = Enrolment.objects.for_act("fairness").filter(offer=offer)
    got = set(asked.filter(Q(state__in=words.ADMITTED) | Q(state=words.E.HELD)).values_list("holder", flat=True))
    all_of = set(asked.values_list("holder", flat=True))
    least = threshold(offer.node, today())
    lines = [(_("全部"), len(all_of), len(got))]
    ways = asked.filter(state__in=(*words.ADMITTED, words.E.HELD)).values("given").annotate(n=Count("holder", distinct=True))
    counts = dict(ways.values_list("given", "n"))
    lines += [(way.label, "", counts[way]) for way in words.Given if way in counts]
    for label, who in words.PRIORITIES.values():
        lines.append((label, len(some := who(all_of, offer)), len(some & got)))
    lines += by_union(all_of, got)
    return [Line((what, few(n, least) if n != "" else "", few(m, least))) for what, n, m in lines]


def by_union(all_of: set[int], got: set[int]) -> list[tuple]:
    """Members by the lowest union they stand at, the most first; who stands at none comes under one head."""
    at = {person: int(max(paths, key=len).rstrip("/").rpartition("/")[2]) for person, paths in member_paths(all_of).items() if paths}
    asked, placed = (Counter(at.get(person) for person in some) for some in (all_of, got))
    names = dict(Node.objects.for_act("fairness").filter(pk__among=[pk for pk in asked if pk]).values_list("pk", "name"))
    return [(names.get(pk, _("不在会的职工")), n, placed[pk]) for pk, n in asked.most_common()]


def decisions(offer: Offer) -> list[Line]:
    """What the gate answered, how many, and how soon: requests, not people."""
    noted: dict[str, Counter] = {}
    for (code, within), people in gate.told("offer", offer.pk).items():
        noted.setdefault(code, Counter())[within] += people
    lines = []
    for code, counts in sorted(noted.items(), key=lambda one: -one[1].total()):
        lines.append(Line((CODES.get(code) or words.said_by_code(code), counts.total(), soon(counts))))
    return lines


def soon(counts: Counter) -> str:
    """Within how long half, ninety-five of a hundred and all were answered."""
    told, passed, total = [], 0, counts.total()
    marks = iter((("50%", 0.5), ("95%", 0.95), ("100%", 1.0)))
    name, part = next(marks)
    for within in sorted(counts):
        passed += counts[within]
        while name and passed >= part * total:
            told.append(f"{name} ≤ {within / 1000:g} s")
            name, part = next(marks, ("", 2.0))
    return "，".join(told)


def few(number: int, least: int) -> str:
    """A number of people as anybody may read it: none, fewer than the threshold, or in steps of it, so that no difference of two tells of few."""
    if not number:
        return "0"
    return f"≥ {number - number % least}" if number >= least else f"< {least}"
