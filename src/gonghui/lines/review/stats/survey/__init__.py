"""
Yearly statistics 统计年报: forms whose cells are data, one return of a unit a form, checked by rules, summed level by level, signed, frozen.

A cell is filled in from the records where an indicator stands for it, and by hand where none does; a zero is typed, an empty cell is missing.
"""
