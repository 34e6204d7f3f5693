"""
Finance 财务经审: dues that come in by payer and month and go back to small payers, support to county unions, budgets and
their spending, what every line has paid by any axis, findings of audits and how they were put right, assets.

Lists, receipts and transfers are those of `commons.money`; findings and measures those of `commons.tasks`; outside
assessments those of `commons.registers`. Payer months and assets are this line's own.
"""

imports: tuple[str, ...] = ()  # lines this one may import
