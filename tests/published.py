"""Where the published reviews and their claims lie; they are read there and never kept here."""

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("GONGHUI_SHARED") or Path(__file__).resolve().parents[2] / "shared")
ARTICLES = SHARED / "articles"
CLAIMS = ARTICLES / "claims.csv"


def needed() -> None:
    """Without the file nothing is tested, and continuous integration says so."""
    if CLAIMS.exists():
        return
    told = "claims.csv is missing: set GONGHUI_SHARED to the folder that holds articles/claims.csv"
    if os.environ.get("CI") == "true":
        pytest.fail(told)
    pytest.skip(told)
