"""
Workforce reform 产业工人队伍建设改革: the office of the coordination group, and what it carries out.

The group's members and the task split with its quarterly reports; each city's yearly evaluation, scored by itself and then on the
spot; the library of enterprises; model counties, pilots, case book and drives; the policy documents. All stands on common records.
"""

imports: tuple[str, ...] = ()  # lines this one may import
