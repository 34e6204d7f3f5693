"""
Service centres 职工服务中心: windows side by side, what a centre does for workers, pilots, happy enterprises, service complexes.

A centre is a place; its windows and services are what it is equipped with, from a day on. Who takes a number has a matter
at that window. What a centre has done in a period it files, service by service.
"""

imports: tuple[str, ...] = ()  # lines this one may import
