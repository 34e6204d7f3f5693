"""Studios: who leads them, which join an alliance, what is late."""

from gonghui.commons.parties import team_acts
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.lines.production.studios.words import TEAM


def person(ground, subject):
    return ground.made("membership.register").person


def two_join(ground, alliance) -> None:
    """Studios of two units are in the alliance."""
    for place in ("union", "beside"):
        told = {"node": ground.cast.nodes[place], "name": f"工作室{next(ground.numbers)}", "since": alliance.team.since}
        group = do(team_acts.found_team, SYSTEM, kind=TEAM, **told).subject
        do(team_acts.add_member, SYSTEM, alliance.team, group=group, since=alliance.team.since)


VALUES = {("studios.found", "leader"): person, ("studios.name_leader", "leader"): person}
FIRST = {"studios.found_alliance": two_join}
LATE = {
    "studios.leader_missing": lambda g: g.on(g.made("studios.found"), "studios.lose_leader"),
    "studios.report_missing": lambda g: g.made("studios.found"),
}
