"""Teams: whom to add."""

BORN_BY = {"commons_parties.teammember": "parties.add_member"}
VALUES = {("parties.add_member", "person"): lambda g, s: g.made("membership.register").person}
