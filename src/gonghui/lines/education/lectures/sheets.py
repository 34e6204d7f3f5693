"""Lectures as a table: that of activities, under the headings of the line."""

from dataclasses import replace
from datetime import date

import polars as pl
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities import sheets
from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.intake.sheet import Sheet, judged
from gonghui.kernel.tree.models import Node

from . import words

SORTS = {"宣讲": words.LECTURE, "读书班": words.STUDY_CLASS, "": words.LECTURE}
HEADINGS = {"title": _("题目"), "host": _("承办编码")}


def check(frame: pl.DataFrame, node: Node, on: date) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Judge every row as an activity; a kind left empty is a lecture, and there are but two."""
    frame = frame.with_columns(pl.col("kind").replace(SORTS))
    good, told = sheets.check(frame, node, on)
    sorts = ~pl.col("sort").is_in((words.LECTURE, words.STUDY_CLASS))
    good, other = judged(good, [(sorts, "kind", "form.not_on_the_list", now_("类别应为宣讲或读书班。"))])
    return good, pl.concat([told, other])


Sheet(
    kind="lectures", label=_("宣讲台账"), by=OFFICERS, check=check, apply=sheets.apply,
    columns=tuple(replace(c, label=HEADINGS.get(c.name, c.label), required=c.required and c.name != "kind") for c in sheets.COLUMNS),
)  # fmt: skip
