"""
Yearly review 统计与工作综述: figures of a period are computed, checked line by line, frozen, published, and corrected by erratum only.

It counts nothing itself but what others said of the federation's work: endorsements, presentations, assessments from above.
"""

imports: tuple[str, ...] = ()  # lines this one may import
