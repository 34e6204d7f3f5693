"""Names of those who want a seat, as a table: judged by the same rules and settled in the same place as anybody."""

from datetime import date

import polars as pl
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Person
from gonghui.commons.parties.rules import plain_number
from gonghui.kernel.access.viewer import after
from gonghui.kernel.clock import now
from gonghui.kernel.intake.sheet import Sheet, SheetColumn, no_faults
from gonghui.kernel.privacy.crypto import blind
from gonghui.kernel.refusal import Refused
from gonghui.kernel.tree.models import Node

from . import reads, rules, words
from .keeping import asking
from .models import Offer
from .offer_acts import RUNNERS
from .settle import BATCH, Seats, one_at_a_time, settle

FAULTS = {"#": pl.Int64, "column": pl.String, "code": pl.String, "says": pl.String}


def check(frame: pl.DataFrame, node: Node, on: date) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Judge every row: an open offer in reach, a known person, no reason against."""
    found = Offer.objects.for_act("enrolments").filter(node__path__gte=node.path, node__path__lt=after(node.path), state=words.O.OPEN)
    offers = {
        str(o.pk): o
        for o in found.filter(pk__in=[n for n in frame["offer"].unique() if n.isdecimal() and len(n) < 19]).select_related("node", "for_node")
    }
    hashes = {text: blind("id", plain_number(text)) for text in frame["id_no"].unique()}
    people = {bytes(p.id_hash): p for p in Person.objects.for_act("enrolments").filter(id_hash__in=list(hashes.values()))}
    faults, seen, good = [], set(), []
    for offer_no, part in frame.group_by("offer", maintain_order=True):
        offer = offers.get(offer_no[0])
        if offer is None:
            faults += [(n, "offer", "enrolment.no_offer", now_("没有这个编号的报名项，或不在您的范围内，或未开放。")) for n in part["#"]]
            continue
        known = {n: people.get(hashes[text]) for n, text in part.select("#", "id_no").iter_rows()}
        facts = reads.facts_of(offer, [(person, None) for person in known.values() if person is not None], now())
        values = reads.values_at(offer, on)
        for number, person in known.items():
            if person is None:
                faults.append((number, "id_no", "enrolment.not_known", now_("没有此人的登记。")))
            elif (offer.pk, person.pk) in seen:
                faults.append((number, "id_no", "intake.twice", now_("表中重复。")))
            elif against := rules.reasons(offer, facts[person.pk], now(), values, offer.for_node.path, offer.for_node.name):
                faults += [(number, "id_no", no.code, no.text) for no in against]
            else:
                seen.add((offer.pk, person.pk))
                good.append((number, offer.pk, person.pk))
    schema = {"#": pl.Int64, "offer_id": pl.Int64, "person_id": pl.Int64}
    chosen = frame.join(pl.DataFrame(good, schema=schema, orient="row"), on="#", how="inner")
    return chosen, pl.DataFrame(faults, schema=FAULTS, orient="row")


def apply(ctx, frame: pl.DataFrame, node: Node) -> pl.DataFrame:
    """Settle who asks, offer by offer, in the order of the table."""
    held = {offer: Seats(ctx, offer) for offer in sorted(frame["offer_id"].unique())}  # all offers before all persons, as everybody who settles
    one_at_a_time(frame["person_id"].unique().to_list())
    for (offer_id,), part in frame.sort("#").group_by("offer_id", maintain_order=True):
        seats, numbers = held[offer_id], part["person_id"].to_list()
        people = {}
        for start in range(0, len(numbers), BATCH):
            people |= Person.objects.for_act("enrolments").in_bulk(numbers[start : start + BATCH])
        paths = reads.member_paths(numbers) if seats.quotas else {}
        theirs = reads.elsewhere(seats.offer, numbers) if seats.offer.plan_id else {}
        groups = reads.groups_at(seats.quotas.values(), [(n, None) for n in numbers], seats.offer)
        rows = [
            asking(
                seats, people[n], None, channel=words.Channel.TABLE, paths=paths.get(n, ()), groups=groups[n],
                turns=theirs[n].turns if n in theirs else (),
            )
            for n in numbers
        ]  # fmt: skip
        try:
            settle(seats, rows)
        except Refused as full:
            return pl.DataFrame([(n, "offer", full.code, full.text) for n in part["#"]], schema=FAULTS, orient="row")
    return no_faults()


Sheet(
    kind="enrolments",
    label=_("报名名单"),
    columns=(
        SheetColumn("offer", _("报名项编号"), required=True, example="12"),
        SheetColumn("name", _("姓名"), example="林秀英"),
        SheetColumn("id_no", _("身份证号"), required=True, example="11010519491231002X"),
    ),
    check=check,
    apply=apply,
    by=RUNNERS,
    help=_("按表中先后次序落位，满额后转候补。"),
)
