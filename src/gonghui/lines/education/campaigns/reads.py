"""Finding campaigns, who may take part, and the paper of an attempt."""

from django.db.models import Count, Q

from gonghui.commons.parties.reads import member_paths, own_person
from gonghui.kernel.privacy.crypto import blind
from gonghui.kernel.turnstile.draw import drawn

from . import coupon_words, rules, words
from .coupon_models import CouponBatch
from .models import Campaign, Candidate, Participation, Question, Suggestion
from .words import S, Sort


def live():
    """Campaigns that run: everybody may know of them."""
    return Campaign.objects.for_act("live campaigns are for everybody").filter(state=S.LIVE)


def told():
    """Campaigns whose draw or award has been decided: anybody may read how."""
    rows = Campaign.objects.for_act("results are for everybody")
    return rows.filter(Q(drawn_on__isnull=False) | Q(ranked_on__isnull=False))


def ranking(campaign: Campaign):
    """The candidates of an award, best first."""
    return Candidate.objects.for_act("results are for everybody").filter(campaign=campaign, rank__isnull=False).order_by("rank", "pk")


def collecting():
    """Campaigns that collect suggestions now."""
    return live().filter(sort=Sort.SUGGEST)


def suggested(campaign: Campaign):
    """What was suggested in a campaign and published, adopted first."""
    rows = Suggestion.objects.for_act("published suggestions are for everybody").filter(campaign=campaign, published_on__isnull=False)
    return rows.order_by("state", "-published_on", "-pk")


def nominating():
    """Votes for which candidates are still sought."""
    return Campaign.objects.for_act("nominating is for everybody").filter(sort=Sort.VOTE, state__in=(S.DRAFT, S.APPROVED))


def who_of(campaign_id: int, name: str) -> bytes:
    """The keyed hash by which a participant is known in one campaign, and in no other."""
    return blind("campaign", f"{campaign_id}:{name}")


def turns_of(campaign: Campaign, accounts, day) -> dict[int, tuple[bytes, int, int]]:
    """By account: the participant's hash, how often they have taken part on a day, and in all."""
    whose = {who_of(campaign.pk, f"account {pk}"): pk for pk in accounts}
    rows = Participation.objects.for_act("how often").filter(campaign=campaign, who__in=list(whose)).values_list("who")
    told = {bytes(who): (today, total) for who, today, total in rows.annotate(today=Count("pk", filter=Q(on=day)), total=Count("pk")).order_by()}
    return {pk: (who, *told.get(who, (0, 0))) for who, pk in whose.items()}


def turn_of(campaign: Campaign, account, day) -> tuple[bytes, int]:
    """The participant's hash, and which of theirs this is."""
    who, today, _total = turns_of(campaign, [account.pk], day)[account.pk]
    return who, nth_turn(day, today)


def nth_turn(day, today: int) -> int:
    """The turn of who has taken part so often on a day."""
    return day.toordinal() * words.TURNS + today


def coupons_of(campaign: Campaign):
    """The coupons given out in a campaign, or that were."""
    rows = CouponBatch.objects.for_act("coupons of a campaign").filter(campaign=campaign).exclude(state=coupon_words.B.DRAFT)
    return rows.order_by("pk")


def why_not(campaign: Campaign, viewer, day, *, claiming: bool = False):
    """Why a viewer may not take part now, or None: the refusal, not raised. claiming: a coupon is asked for or something suggested, which is taking part."""
    if (no := closed(campaign, day, claiming=claiming)) is not None:
        return no
    if campaign.audience == words.Audience.MEMBERS:
        person = own_person(viewer)
        paths = member_paths([person.pk]).get(person.pk, ()) if person is not None else ()
        if not any(path.startswith(campaign.for_node.path) for path in paths):
            return words.NOT_MEMBER(node=campaign.for_node)
    _who, today, total = turns_of(campaign, [viewer.account.pk], day)[viewer.account.pk]
    return used_up(campaign, today, total)


def closed(campaign: Campaign, day, *, claiming: bool = False):
    """Why nobody takes part in this way on a day, or None."""
    if campaign.state != S.LIVE:
        return words.NOT_LIVE()
    if campaign.sort == Sort.VOTE:
        return words.BY_VOTING()
    if campaign.sort == Sort.BENEFIT and not claiming and coupons_of(campaign).exists():
        return coupon_words.BY_COUPON()
    if campaign.sort == Sort.SUGGEST and not claiming:
        return words.BY_SUGGESTING()
    if day < campaign.opens_on:
        return words.NOT_BEGUN(day=campaign.opens_on)
    return words.OVER(day=campaign.closes_on) if day > campaign.closes_on else None


def used_up(campaign: Campaign, today: int, total: int):
    """Why somebody who has taken part so often on a day and in all has had their turns, or None."""
    if campaign.each_total and total >= campaign.each_total:
        return words.NO_MORE(count=campaign.each_total)
    if campaign.each_day and today >= campaign.each_day or today >= words.TURNS - 1:
        return words.NO_MORE_TODAY(count=campaign.each_day or words.TURNS - 1)
    return None


def ticket_of(who) -> str:
    """What somebody is called in a draw: theirs alone, and telling nobody who they are."""
    return bytes(who).hex()[:32]


def entries(campaign: Campaign):
    """Who takes part in a draw: (number of the participation, ticket), of those who reached the score."""
    rows = Participation.objects.for_act("draw").filter(campaign=campaign).exclude(score__lt=campaign.pass_score)
    return ((pk, ticket_of(who)) for pk, who in rows.values_list("pk", "who").iterator())


def published(campaign: Campaign) -> dict | None:
    """What anybody can draw again by `gonghui lottery verify`; None before the draw, or where the checksum told beforehand was another's."""
    if campaign.drawn_on is None or rules.commitment(campaign.seed) != campaign.committed:
        return None
    order = drawn(campaign.seed, rules.tickets(entries(campaign)))
    return {
        "title": campaign.title, "commitment": campaign.committed, "seed": campaign.seed, "drawn_on": campaign.drawn_on.isoformat(),
        "seats": campaign.prizes, "entries": sorted(order), "groups": {}, "order": order, "winners": order[: campaign.prizes],
    }  # fmt: skip


def my_ticket(campaign: Campaign, viewer) -> str:
    """A viewer's own ticket, where they have one."""
    who = who_of(campaign.pk, f"account {viewer.account_id}")
    mine = Participation.objects.for_act("own ticket").filter(campaign=campaign, who=who).exclude(score__lt=campaign.pass_score)
    return ticket_of(who) if viewer.account_id and mine.exists() else ""


def paper(campaign: Campaign, account, day) -> list[Question]:
    """The questions of somebody's next attempt, in their order."""
    bank = {q.number: q for q in Question.objects.for_act("a paper").filter(campaign=campaign)}
    who, turn = turn_of(campaign, account, day)
    return [bank[n] for n in rules.paper_of(campaign.seed, who.hex(), turn, list(bank), campaign.paper)]
