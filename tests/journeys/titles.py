"""A round of a title as people go through it in the office, from the call to the certificate."""

from datetime import date, timedelta

from gonghui.commons.designations.models import Nomination, Review, Round, Scheme
from gonghui.kernel import clock
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.clocks import strike

from .office import AtDesk, newest

DAY = timedelta(days=1)
CALLED = date(2024, 3, 1)
UP = (("sun", "designations.recommend"), ("wang", "designations.recommend_on"), ("li", "designations.recommend_on"))


def sits(cast, name: str) -> AtDesk:
    """One of the cast at one desk the whole day, so that no form is sent twice under one key."""
    desks = vars(cast).setdefault("at_desks", {})
    if name not in desks:
        desks[name] = AtDesk(cast, name)
    return desks[name]


def called(cast, kind: str, name: str, tier: str = "province", holder: str = "person", **scheme) -> Round:
    """The province declares a title and calls a round of it."""
    zhou = sits(cast, "zhou")
    more = {"issuer": "河州省总工会", "document": "河政〔2024〕1号", "holders": [holder], "since": date(2020, 1, 1)}
    with clock.at(CALLED):
        zhou.does("designations.declare_scheme", node=cast.nodes["province"], kind=kind, name=name, tier=tier, **more | scheme)
        span = {"opens_on": CALLED, "closes_on": CALLED + 40 * DAY}
        zhou.does("designations.call", scheme=newest(Scheme), title=f"2024年{name}评选", batch="2024年", edition=1, **span)
    return newest(Round)


def put_forward(cast, round: Round, name: str, holder: str = "person", **more) -> Nomination:
    """The union puts somebody forward, and every level recommends."""
    with clock.at(CALLED + 3 * DAY):
        what = {"round": round, "node": cast.nodes["union"], "holder": holder, "name": name, "brief": f"{name}二十年在一线"}
        sits(cast, "sun").does("designations.nominate", **what | more)
        row = newest(Nomination)
        for who, key in UP:
            sits(cast, who).does(key, row, opinion="同意推荐")
    return row


def scored(cast, row: Nomination, score: str) -> None:
    """An expert gives a score without seeing a name."""
    with clock.at(CALLED + 4 * DAY):
        sits(cast, "zhou").does("designations.assign_expert", nomination=row, expert=cast.accounts["xie"])
        review = newest(Review)
        expert = sits(cast, "xie").client
        page = expert.get(f"/portal/my/review/{review.pk}/").content.decode()
        assert row.brief[:2] == row.name[:2] and "申报材料" in page
        assert expert.post(f"/portal/act/designations.score/{review.pk}/", {"score": score, "_key": f"s{review.pk}"}).status_code == 302


def conferred(cast, row: Nomination, **more) -> Nomination:
    """Reviewed, posted for five working days, named."""
    zhou = sits(cast, "zhou")
    with clock.at(CALLED + 5 * DAY):
        zhou.does("designations.review", row).does("designations.post", row, phone="0571-12351")
    with clock.at(CALLED + 7 * DAY):
        zhou.refused("designations.confer", "公示到", row, document="河工〔2024〕9号", awarded_on=CALLED + 7 * DAY)
    with clock.at(CALLED + 20 * DAY):
        with trusted():
            strike("notices.end_postings")
        zhou.does("designations.confer", row, **{"document": "河工〔2024〕9号", "awarded_on": CALLED + 20 * DAY} | more)
    return newest(Nomination, pk=row.pk)
