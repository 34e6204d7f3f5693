"""
Scholarships 助学: study aid for workers' children each autumn, and the subsidy for workers who take a degree.

A worker asks on the phone with the admission proof, or the union enters it; the union checks it against the family's file,
the county approves the sum, the list is paid as every payment is, and whoever was helped is asked how it went.
"""

imports: tuple[str, ...] = ()  # lines this one may import
