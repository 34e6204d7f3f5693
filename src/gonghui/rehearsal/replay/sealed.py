"""What became of the figures of a replay that were sealed 定格."""

from dataclasses import dataclass


@dataclass
class Sealed:
    """What was sealed: in how many reviews, how many figures with how many rows, and what is not as it was computed or opened."""

    reviews: int = 0
    figures: int = 0
    rows: int = 0
    faults: tuple[str, ...] = ()

    def __str__(self):
        return f"sealed {self.figures} figures in {self.reviews} reviews with {self.rows} rows behind them, not as computed {len(self.faults)}"

    def __add__(self, other: "Sealed") -> "Sealed":
        return Sealed(self.reviews + other.reviews, self.figures + other.figures, self.rows + other.rows, self.faults + other.faults)
