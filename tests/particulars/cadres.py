"""Cadres: one who is hired for the months, somebody sent elsewhere."""

from gonghui.lines.organization.cadres.words import QUOTA

from .governance import member


def hired(ground, subject=None):
    """Somebody hired under a quota, in post."""
    quota = ground.on(ground.made("plans.propose", kind=QUOTA, target=5, unit="person"), "plans.approve")
    row = ground.made("cadres.propose", sort="hired", plan=quota)
    for key in ("cadres.consent", "cadres.appoint"):
        row = ground.on(row, key)
    return row


def elsewhere(ground, subject):
    return ground.cast.nodes["beside"]


VALUES = {
    ("cadres.propose", "person"): member,
    ("cadres.note_month", "appointment"): hired,
    ("cadres.select", "person"): member,
    ("cadres.select", "to"): elsewhere,
}
