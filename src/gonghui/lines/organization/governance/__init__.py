"""
Governance 换届与组织建设: terms and the congresses that renew them, the joint conference with government, what research and reviews led to.

Lists of measures, documents, agreements and pilots are those of the commons; a congress, its delegates and whom it elected are this line's.
"""

imports: tuple[str, ...] = ()  # lines this one may import
