"""
Service projects 服务项目: what the union promises workers for the year, published as a list in classes.

Each project is a plan item with owner, budget and target; activities, payments and places of other lines point to it.
What was planned and what was done stand side by side, and the evaluation is published too.
"""

imports: tuple[str, ...] = ()  # lines this one may import
