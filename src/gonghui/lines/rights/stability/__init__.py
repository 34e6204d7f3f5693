"""
Stability 劳动领域政治安全: risks with their level and closing, special screenings and analyses by period, the yearly grade.

Only cities and the province see its records; they hold numbers and sealed text, never names. What others grade of it is an
entry of the register.
"""

imports: tuple[str, ...] = ()  # lines this one may import
