"""Which definition of an indicator a claim means."""

from functools import cache

from gonghui.rehearsal.lines import gathered

# A key with one definition needs no row. An organisation named here narrows the rule to it, a period further still.
DEFINITIONS = {
    ("orgs.total", "yanan"): "orgs.total@all",
    ("orgs.total", "guizhou"): "orgs.total@basic",
    ("orgs.net_growth", "yanan"): "orgs.net_growth@all",
    ("orgs.federations.city", "guizhou.liupanshui"): "orgs.federations.city@courier",
    ("lectures.sessions", "yanan"): "lectures.sessions@with_classes",
    ("lectures.teams", "hebei"): "lectures.teams@provincial",
}

# A claim told a second time in the same words resolves to the figure of the first.
RESTATED = {"BJ-001": "BJ-006"}


@cache
def definitions() -> dict:
    """What the first lines mean, and what each further line says; asked late, because a line is built with what stands here."""
    return DEFINITIONS | gathered("MEANS")


@cache
def restated() -> dict:
    return RESTATED | gathered("RESTATED")


def indicator_key(claim) -> str:
    """The definition a claim means: told of it alone, of its key at its organisation in its period, at its organisation, else the key."""
    told = definitions()
    return told.get(claim.id) or told.get((claim.key, claim.org, claim.period)) or told.get((claim.key, claim.org), claim.key)
