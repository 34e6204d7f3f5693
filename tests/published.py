"""Where the published reviews and their claims lie; they are read there and never kept here."""

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("GONGHUI_SHARED") or Path(__file__).resolve().parents[2] / "shared")
ARTICLES = SHARED / "articles"
CLAIMS, SYSTEMS = ARTICLES / "claims.csv", ARTICLES / "systems.md"


def needed(file: Path = CLAIMS) -> None:
    """Without the file nothing is tested, and continuous integration says so."""
    if file.exists():
        return
    told = f"{file.name} is missing: set GONGHUI_SHARED to the folder that holds articles/{file.name}"
    if os.environ.get("CI") == "true":
        pytest.fail(told)
    pytest.skip(told)
