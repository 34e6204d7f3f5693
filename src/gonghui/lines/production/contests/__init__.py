"""
Contests 劳动和技能竞赛: planned for the year, held, entered, judged, ranked, rewarded.

A unit files how many took part where no names were taken; a final has entries by name. Both are counted, never added.
"""

imports = ("gonghui.lines.organization.orgs",)  # lines this one may import
