"""
Campaigns 网上活动: benefits, check-ins, prize quizzes and public votes on the web.

A campaign says who may take part and how often; each participation is a record. A quiz scores attempts and draws its
prizes by a seed fixed beforehand; a public vote is a poll of accepted candidates. Coupons of merchants are
claimed, redeemed by the merchant's clerk, and settled. Prizes and merchants are paid by `commons.money`.
"""

imports = ("gonghui.lines.organization.membership",)  # lines this one may import
