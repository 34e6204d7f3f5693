"""
Rural support 乡村帮扶: projects for villages the union stands by, and rural travel routes recommended to members.

A project is a plan at the village; what the union paid for it and what it got others to give are two figures. A route is
proposed, looked at, published, and published anew when it changes.
"""

imports: tuple[str, ...] = ()  # lines this one may import
