"""What the acts of plans do not say of themselves."""

BORN_BY = {"commons_plans.planreport": "plans.report"}

VALUES = {
    ("plans.propose", "target"): lambda g, s: 40,
    ("plans.share_out", "nodes"): lambda g, s: [g.made("orgs.appoint", node=s.node, kind="branch").node],
}
