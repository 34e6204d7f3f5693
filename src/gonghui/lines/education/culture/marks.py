"""How works stand by their marks."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q
from django.utils.translation import gettext as now_

from gonghui.commons.designations.rules import average
from gonghui.kernel import clock, config
from gonghui.kernel.desk import Line

from . import rules, words
from .models import Marking, Season, Sheet, Work
from .words import W

WAITS = {words.Stage.PRELIMINARY: W.ENTERED, words.Stage.FINAL: W.SHORTLISTED}


@dataclass
class Placed:
    """A work at a stage. score: nothing until all its judges have marked; rank, tied: until all of its item's have; given, asked: sheets filled in and assigned."""

    work: Work
    given: int = 0
    asked: int = 0
    score: Decimal | None = None
    rank: int = 0
    tied: int = 1

    @property
    def told(self) -> str:
        """The rank as people read it, with its ties."""
        if not self.rank:
            return now_("未评完")
        return (now_("并列第 {rank} 名") if self.tied > 1 else now_("第 {rank} 名")).format(rank=self.rank)


def least(season: Season, day) -> int:
    """How many judges a work needs. Setting: `culture.judges_least`."""
    return config.value("culture.judges_least", season.node, day)


def standing(season: Season, stage: str, day, **which) -> list[Placed]:
    """
    The works of a stage, item by item, the best first; highest and lowest mark are left out of five or more.

    A work that somebody who was assigned has not marked, or too few have, has no score, and its item no ranks; who stood back is not asked.
    """
    here = Q(pk__in=Marking.objects.for_act("standing").filter(work__season=season, stage=stage).values("work")) | Q(state=WAITS[stage])
    works = Work.objects.for_act("standing").filter(here, season=season, **which).exclude(state=W.WITHDRAWN).select_related("item")
    sheets: dict[int, list] = defaultdict(list)
    rows = Marking.objects.for_act("standing").filter(stage=stage, work__season=season).exclude(state=words.M.RECUSED)
    for work, total in rows.values_list("work", "total"):
        sheets[work].append(total)
    needed, items = least(season, day), defaultdict(list)
    for work in works.order_by("item", "pk"):
        told = sheets[work.pk]
        given = [total for total in told if total is not None]
        full = len(given) >= max(needed, len(told))
        items[work.item_id].append(Placed(work, len(given), len(told), average(given) if full else None))
    for placed in items.values():
        full = all(one.score is not None for one in placed)
        known = rules.ranks({one.work.pk: one.score for one in placed}) if full else {}
        for one in placed:
            one.rank, one.tied = known.get(one.work.pk, (0, 1))
        placed.sort(key=lambda one: (one.rank, one.work.pk))
    return [one for placed in items.values() for one in placed]


def sheet_of(season_id: int, stage: str) -> Sheet | None:
    """By what a stage is judged, where it stands on marks."""
    return Sheet.objects.for_act("the sheet of a stage").filter(season=season_id, stage=stage).first()


def outcomes(one: Placed, sheet: Sheet) -> list[str]:
    """What the rank of a work comes to."""
    return rules.outcomes(one.rank, one.tied, rules.lines(sheet.places), str(W.OUT.label))


def decide(work: Work, season: Season, stage: str, outcome: str, why: str, day) -> None:
    """
    An officer decides: the work keeps the score and rank it stood on, and the reason where they say something else.

    Refuses, where the stage has a sheet: FEW_MARKS until every work of the item is marked, OUT_OF_ORDER without a reason.
    """
    sheet = sheet_of(season.pk, stage)
    if sheet is None:
        return
    placed = standing(season, stage, day, item=work.item_id)
    open_ = sum(one.score is None for one in placed)
    if open_:
        raise words.FEW_MARKS(count=open_, least=least(season, day))
    [one] = [one for one in placed if one.work.pk == work.pk]
    fits = outcomes(one, sheet)
    if fits != [outcome] and not why.strip():
        raise words.OUT_OF_ORDER(rank=one.told, outcome="/".join(fits))
    work.score, work.rank, work.why = one.score, one.rank, "" if fits == [outcome] else why


def ranking(stage: str):
    """The annex of a season that tells how the works of a stage stand."""

    def told(season, viewer) -> list[Line]:
        sheet = sheet_of(season.pk, stage)
        return [
            Line(
                (
                    one.work.item, one.told, one.work, one.score if one.score is not None else "—", f"{one.given}/{one.asked}",
                    "/".join(outcomes(one, sheet)) if sheet and one.rank else "—", one.work.award or one.work.get_state_display(), one.work.why,
                ),
                one.work,
            )
            for one in standing(season, stage, clock.today())
        ]  # fmt: skip

    return told
