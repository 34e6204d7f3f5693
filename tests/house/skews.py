"""Pairs of different acts on records that hang together: each makes its ground and returns two calls."""

from datetime import timedelta

from gonghui.kernel.clock import at, now, today
from gonghui.kernel.ledger.act import ACTS
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.tree.slots import settle
from gonghui.rehearsal.people import credit_code
from tests.particulars import BEFORE, union_code
from tests.situations import Ground, Situation

PAIRS = {}


def pair(make):
    """A pair under the name of its function."""
    PAIRS[make.__name__.replace("_", " ")] = make
    return make


def act(ground: Ground, who: str, key: str, subject=None, **arguments):
    """A call that does `key`; `who` is of the cast, or an account."""
    account = ground.cast.accounts[who] if isinstance(who, str) else who
    return Situation(ACTS[key], account, subject, arguments).do


def union(ground: Ground, **changed):
    with at(today() - BEFORE):
        return ground.made("orgs.appoint", **changed)


def member(ground: Ground, of):
    """An approved member of a union."""
    person = ground.person()
    made = act(ground, "wang", "membership.register", union=of, name=person["name"], id_no=person["id_no"])().subject
    return act(ground, "zhou", "membership.approve", made)().subject


def asked(ground: Ground, to):
    """A transfer that waits to be accepted, of a member who waits."""
    own = member(ground, ground.cast.unions["union"])
    moved = act(ground, "sun", "membership.start_transfer", own, to=to)().subject
    return moved.transfers.for_act("pair").get(), moved


@pair
def accept_a_transfer_or_return_it(g):
    transfer, _member = asked(g, union(g))
    return act(g, "wang", "membership.accept_transfer", transfer), act(g, "wang", "membership.return_transfer", transfer, why="x")


@pair
def accept_a_transfer_of_who_has_died(g):
    transfer, moved = asked(g, union(g))
    return act(g, "wang", "membership.accept_transfer", transfer), act(g, "wang", "membership.note_death", moved, on=today())


@pair
def accept_a_transfer_into_a_union_that_is_merged(g):
    target = union(g)
    transfer, _member = asked(g, target)
    return act(g, "wang", "membership.accept_transfer", transfer), act(g, "wang", "orgs.merge", target, into=union(g), on=today())


@pair
def leave_or_be_transferred(g):
    mine = g.situation("membership.leave")
    return mine.do, act(g, "sun", "membership.start_transfer", mine.subject, to=g.cast.unions["beside"])


@pair
def join_a_union_that_is_merged(g):
    target, person = union(g), g.person()
    joining = act(g, "wang", "membership.register", union=target, name=person["name"], id_no=person["id_no"])
    return joining, act(g, "wang", "orgs.merge", target, into=union(g), on=today())


@pair
def join_a_union_that_is_dissolved(g):
    target, person = union(g), g.person()
    started = act(g, "wang", "orgs.begin_dissolving", target, why="x")
    ending = act(g, "zhou", "orgs.dissolve", target, on=today())
    return act(g, "wang", "membership.register", union=target, name=person["name"], id_no=person["id_no"]), lambda: (started(), ending())


@pair
def leave_a_union_that_is_merged(g):
    target = union(g)
    own = member(g, target)
    return act(g, "wang", "membership.note_withdrawal", own, on=today(), why="x"), act(g, "wang", "orgs.merge", target, into=union(g), on=today())


@pair
def retain_in_a_union_that_is_merged(g):
    target = union(g)
    own = member(g, target)
    return act(g, "wang", "membership.retain", own, why="x"), act(g, "wang", "orgs.merge", target, into=union(g), on=today())


@pair
def approve_into_a_union_that_is_merged(g):
    target, person = union(g), g.person()
    applied = act(g, "wang", "membership.register", union=target, name=person["name"], id_no=person["id_no"])().subject
    return act(g, "zhou", "membership.approve", applied), act(g, "wang", "orgs.merge", target, into=union(g), on=today())


@pair
def merge_two_unions_into_each_other(g):
    one, other = union(g), union(g)
    return act(g, "wang", "orgs.merge", one, into=other, on=today()), act(g, "li", "orgs.merge", other, into=one, on=today())


@pair
def move_a_unit_and_found_below_it(g):
    town, zone = union(g, kind="town"), union(g, kind="zone")
    league = union(g, kind="area_league", node=town.node)
    founding = act(g, "wang", "orgs.appoint", node=league.node, kind="single", name="下级工会", on=today())
    return act(g, "wang", "orgs.move", league, parent=zone.node, on=today()), founding


@pair
def end_a_unit_and_found_below_it(g):
    target = union(g, kind="town")
    act(g, "wang", "orgs.begin_dissolving", target, why="x")()
    return act(g, "zhou", "orgs.dissolve", target, on=today()), act(g, "li", "orgs.appoint", node=target.node, kind="single", name="下级", on=today())


@pair
def merge_a_union_and_approve_a_founding_below_it(g):
    target = union(g, kind="village")
    founding = g.situation("orgs.establish")
    case = founding.subject
    by_house("tests.below", lambda ctx: type(case).objects.for_act("pair").filter(pk=case.pk).update(node=target.node))
    return founding.do, act(g, "zhou", "orgs.merge", target, into=union(g), on=today() + timedelta(1))


@pair
def two_foundings_for_one_employer(g):
    one, other = g.situation("orgs.establish"), g.situation("orgs.establish")
    shared = list(one.subject.employers.for_act("pair"))
    by_house("tests.share", lambda ctx: type(other.subject).employers.through.objects.filter(founding=other.subject).update(employer=shared[0]))
    return one.do, other.do


@pair
def two_unions_cover_one_employer(g):
    employer = g.made("parties.enter_employer")
    one, other = union(g), union(g)
    return tuple(act(g, who, "orgs.cover", u, employer=employer, since=today()) for who, u in (("wang", one), ("li", other)))


@pair
def split_off_an_employer_that_is_uncovered(g):
    split = g.situation("orgs.split")
    coverage = split.subject.coverage.for_act("pair").get()
    return split.do, act(g, "wang", "orgs.uncover", coverage, on=today())


@pair
def one_person_registered_in_two_unions(g):
    person = g.person()
    who = {"name": person["name"], "id_no": person["id_no"]}
    return act(g, "wang", "membership.register", union=union(g), **who), act(g, "li", "membership.register", union=union(g), **who)


@pair
def a_worker_applies_while_an_officer_registers_them(g):
    mine = g.situation("membership.apply")
    who = {name: mine.arguments[name] for name in ("name", "id_no")}
    return mine.do, act(g, "sun", "membership.register", union=g.cast.unions["union"], **who)


@pair
def two_kinds_of_administrator_in_one_account(g):
    account, node = g.made("access.open_account"), g.cast.nodes["province"]
    roles = ("system_admin", "audit_admin")
    return tuple(act(g, "jiang", "access.grant", account=account, role=role, node=node, since=today()) for role in roles)


@pair
def a_card_is_issued_to_who_leaves(g):
    issue = g.situation("membership.issue_card")
    return issue.do, act(g, "qian", "membership.note_withdrawal", issue.subject.membership, on=today(), why="x")


@pair
def a_card_is_asked_for_by_who_leaves(g):
    ask = g.situation("membership.request_card")
    return ask.do, act(g, "qian", "membership.note_withdrawal", ask.subject, on=today(), why="x")


@pair
def retained_while_the_form_changes(g):
    retain = g.situation("membership.retain")
    return retain.do, act(g, "wang", "membership.change_form", retain.subject, new_form="rider")


@pair
def organiser_and_host_file_one_lecture(g):
    told = {"series": ["theory"], "title": "一讲", "held_on": today(), "at_place": f"礼堂{next(g.numbers)}", "head_count": 30}
    union_, district = g.cast.nodes["union"], g.cast.nodes["district"]
    return act(g, "sun", "lectures.file", node=union_, **told), act(g, "wang", "lectures.file", node=district, host=union_, **told)


@pair
def one_code_for_two_employers(g):
    node, code = g.cast.nodes["district"], credit_code(next(g.numbers))
    return tuple(act(g, who, "parties.enter_employer", node=node, name=name, uscc=code) for who, name in (("wang", "甲厂"), ("li", "乙厂")))


@pair
def one_code_for_two_unions(g):
    told = {"uscc": union_code(next(g.numbers)), "certificate": "证1", "on": today(), "valid_until": today() + timedelta(4 * 366)}
    return tuple(act(g, who, "orgs.register_legal_person", union(g), **told) for who in ("wang", "li"))


@pair
def one_organisation_code_for_two_units(g):
    told = {"kind": "single", "on": today(), "code": f"C-{next(g.numbers)}"}
    places = (("wang", "district"), ("li", "other_district"))
    return tuple(act(g, who, "orgs.appoint", node=g.cast.nodes[place], name=place, **told) for who, place in places)


@pair
def many_are_approved_by_two_at_once(g):
    rows = [g.situation("membership.approve_many").subject for _ in range(3)]
    one, other = [r.pk for r in rows[:2]], [r.pk for r in reversed(rows[1:])]
    return tuple(many(g, who, pks) for who, pks in (("zhou", one), ("li", other)))


def many(g, who: str, pks: list):
    from gonghui.kernel.access.viewer import Viewer
    from gonghui.kernel.ledger.do import do

    return lambda: do(ACTS["membership.approve_many"], Viewer(g.cast.accounts[who]), pks)


@pair
def leave_while_the_rows_follow_a_moved_union(g):
    target = union(g)
    own = member(g, target)
    act(g, "wang", "orgs.move", target, parent=union(g, kind="town").node, on=today())()
    leaving = act(g, "wang", "membership.note_withdrawal", own, on=today(), why="x")
    return leaving, lambda: settle(lambda body: by_house("kernel.reslot", lambda ctx: body()))


def a_class(g, who: str, node: str, **changed):
    """A class that somebody of the cast has planned at a node."""
    course = act(g, who, "training.propose", node=g.cast.nodes[node], title=f"课{next(g.numbers)}", topic="器乐", hours=8)().subject
    act(g, "zhou", "training.approve", course)()
    told = g.situation("training.plan_class").arguments
    return act(g, who, "training.plan_class", **(told | {"course": course} | changed))().subject


def at_night(day: int = 1) -> dict:
    moment = now() + timedelta(day)
    return {"begins_at": moment.replace(hour=11, minute=0), "ends_at": moment.replace(hour=12, minute=0)}


@pair
def two_organisers_give_one_teacher_a_lesson(g):
    teacher, places = g.made("membership.register").person, (("wang", "district"), ("li", "other_district"))
    classes = [(who, a_class(g, who, node, teacher=teacher)) for who, node in places]
    return tuple(act(g, who, "training.add_lesson", one, **at_night()) for who, one in classes)


@pair
def two_lessons_in_one_room(g):
    room = f"教室{next(g.numbers)}"
    return tuple(act(g, who, "training.add_lesson", a_class(g, who, "district", at_place=room), **at_night()) for who in ("wang", "li"))


@pair
def a_class_is_put_off_into_a_lesson_that_is_added(g):
    room, day = f"教室{next(g.numbers)}", today()
    moved, other = (a_class(g, "wang", "district", at_place=room) for _ in range(2))
    act(g, "wang", "training.add_lesson", moved, **at_night())()
    act(g, "li", "training.review", moved)()
    act(g, "wang", "training.publish", moved)()
    later = act(g, "wang", "training.postpone", moved, begins_on=day + timedelta(1), ends_on=day + timedelta(601), why="x")
    return later, act(g, "li", "training.add_lesson", other, **at_night(2))
