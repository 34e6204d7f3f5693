"""
Members 会员会籍: joining, the roster, transfer with seniority kept, the card, leaving.

One person holds at most one live membership anywhere in the federation. A spell says which union a
member belonged to from which day to which; a transfer ends one spell and begins another.
"""

imports = ("gonghui.lines.organization.orgs",)  # lines this one may import
