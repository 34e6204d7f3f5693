"""
Campaigns 网上活动: benefits, check-ins, prize quizzes and public votes on the web.

A campaign says who may take part and how often; each participation is a record. A quiz scores attempts and draws its
prizes by a seed fixed beforehand; a public vote is a poll of accepted candidates. Prizes are paid by `commons.money`.
"""

imports: tuple[str, ...] = ()  # lines this one may import
