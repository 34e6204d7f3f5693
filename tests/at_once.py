"""Calls that start together, each on a connection of its own, and what must hold whoever wins."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

from django.db import connection
from django.db.models import Count, Exists, F, OuterRef, Q

from gonghui.kernel.access.models import Grant
from gonghui.kernel.access.roles import APART
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.ledger.chain import verify
from gonghui.kernel.refusal import Refused
from gonghui.kernel.tree.models import Node, Placement
from gonghui.lines.education.training.models import Lesson
from gonghui.lines.organization.membership import words
from gonghui.lines.organization.membership.models import Card, Membership, Spell, Transfer
from gonghui.lines.organization.orgs import words as orgs_words
from gonghui.lines.organization.orgs.models import Coverage

_hands = ThreadPoolExecutor(64)
_held: set = set()  # their connections: made once, for a server's first answers on a new one take longer than an act


def at_once(*calls) -> list:
    """What each call returned or raised. On a database that lets both in, statements are slow, so that they interleave."""
    together = threading.Barrier(len(calls))

    def slowly(execute, *statement):
        time.sleep(0.001)
        return execute(*statement)

    def run(call):
        try:
            connection.ensure_connection()
            _held.add(connection.connection)
            together.wait()
            if connection.vendor == "postgresql":
                with connection.execute_wrapper(slowly):
                    return call()
            return call()
        except Refused as no:
            return no
        except BaseException as error:
            connection.close()
            return error

    return [one.result() for one in [_hands.submit(run, call) for call in calls]]


def let_go() -> None:
    """Close what they hold, so that a database can be taken down."""
    for held in _held:
        held.close()
    _held.clear()


def violations(*, chains: bool = True) -> list[str]:
    """Every sentence that does not hold in the database now."""
    with trusted():
        broken = [f"{what}: {list(rows)[:3]}" for what, rows in _sentences() if rows]
        return broken + [f"a broken chain: {name}" for name in [chains and verify()] if name]


def _sentences():
    def all_of(model):
        return model.objects.for_act("invariants")

    live = all_of(Membership).filter(state__in=words.LIVE)
    waiting = all_of(Transfer).filter(state="asked").values("membership")
    yield "two open memberships of one person", several(all_of(Membership).filter(state__in=words.OPEN), "person")
    yield "a live membership without one open spell", live.alias(n=Count("spells", Q(spells__until=None))).exclude(n=1)
    yield "an open spell of an ended membership", all_of(Spell).filter(until=None).exclude(membership__state__in=words.LIVE)
    yield "an open spell elsewhere than its membership", all_of(Spell).filter(until=None).exclude(node=F("membership__node"))
    yield "two cards of one membership", several(all_of(Card).exclude(state="cancelled"), "membership")
    yield "a card of an ended membership", all_of(Card).exclude(state="cancelled").exclude(membership__in=live)
    yield "an active card without a first day", all_of(Card).filter(state="active", since=None)
    yield "an asked transfer of who does not wait", all_of(Transfer).filter(state="asked").exclude(membership__state="transferring")
    yield "who waits without an asked transfer", live.filter(state="transferring").exclude(pk__in=waiting)
    ended = Q(union__state__in=("dissolving", "dissolved"))
    yield "a member of a dissolved union", all_of(Membership).filter(state__in=words.OPEN, union__state="dissolved")
    yield "a union that covers after its end", all_of(Coverage).filter(ended, until=None, union__dissolved_on__isnull=False)
    basic = all_of(Coverage).filter(until=None, union__state__in=orgs_words.LIVE, union__node__kind__in=("single", "joint"))
    yield "two unions of one employer", several(basic, "employer")
    yield "an open unit below an ended one", all_of(Node).filter(until=None, parent__until__isnull=False)
    yield "a unit off its path", [n for n in all_of(Node).exclude(parent=None).select_related("parent") if n.path != f"{n.parent.path}{n.pk}/"]
    outside = Q(slot__lt=F("parent__slot")) | Q(slot_end__gt=F("parent__slot_end")) | ~Q(depth=F("parent__depth") + 1)
    yield "a unit outside its parent's slots", all_of(Node).filter(outside)
    yield "a unit elsewhere than its placement", all_of(Placement).filter(until=None).exclude(slot=F("node__slot"), path=F("node__path"))
    siblings = all_of(Node).order_by("parent", "slot").values_list("parent", "slot", "slot_end", "pk")
    pairs = zip(siblings, siblings[1:], strict=False)
    yield "two units on the same slots", [(a, b) for a, b in pairs if a[0] == b[0] and a[0] and b[1] < a[2]]
    there = all_of(Lesson).exclude(course_class__state="cancelled").exclude(pk=OuterRef("pk"))
    there = there.filter(sitting__begins_at__lt=OuterRef("sitting__ends_at"), sitting__ends_at__gt=OuterRef("sitting__begins_at"))
    lessons = all_of(Lesson).exclude(course_class__state="cancelled")
    same_room = there.filter(at_place=OuterRef("at_place"), course_class__node=OuterRef("course_class__node"))
    yield "two lessons in one room at one time", lessons.filter(Exists(same_room))
    yield "one teacher in two lessons at one time", lessons.filter(Exists(there.filter(course_class__teacher=OuterRef("course_class__teacher"))))
    for apart in APART:
        yield "two administrators in one", several(all_of(Grant).filter(until=None, role__in=apart), "account")


def several(rows, column: str):
    """Values of a column on more than one row."""
    return rows.values(column).annotate(n=Count("pk")).filter(n__gt=1).values_list(column, flat=True)
