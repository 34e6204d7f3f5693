"""
Innovation 职工创新: results of workers with their authors and benefit, from a golden idea to a named result.

Workers hand ideas in from the phone and follow the answer; unions take up projects, complete them and have the benefit verified
by another hand. Results are entered for titles of the level above; outside awards and patents are listed with them; model
workers visit firms, and a problem solved there declares its benefit once.
"""

imports: tuple[str, ...] = ()  # lines this one may import
