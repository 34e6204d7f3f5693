"""
Democratic management 民主管理: which unionised enterprises have a staff congress and open management, its sessions and resolutions,
what representatives propose, and which units are named for it.

A proposal is a matter, a disclosed item an entry of the register, a model unit a title; the list of units holds both sides of the rates.
"""

imports = ("gonghui.lines.organization.orgs",)  # lines this one may import
