"""Steps that journeys of innovation and studios share: workers of the factory, a result that is done, a title from call to conferring."""

from datetime import timedelta

from gonghui.commons.designations.models import Nomination, Round, Scheme
from gonghui.commons.parties.models import Person
from gonghui.kernel import clock
from gonghui.kernel.clocks import strike
from gonghui.lines.production.innovation.models import Result
from tests.situations import Ground

from .office import newest

LATER = timedelta(days=30)
TODAY = clock.today()


def workers(cast, count: int) -> list[Person]:
    """Members of the textile factory's union."""
    ground = Ground(cast)
    return [ground.made("membership.register").person for _ in range(count)]


def done(sun, wang, cast, lead, kind: str, title: str, worth: int = 1000, authors=()) -> Result:
    """A result handed in, taken up by another, done, its benefit verified by another."""
    sun.does("innovation.file", node=cast.nodes["union"], kind=kind, title=title, lead=lead, authors=list(authors))
    result = newest(Result, title=title)
    wang.does("innovation.adopt", result, reply="同意立项")
    sun.does("innovation.complete", result, on=TODAY, claimed=worth + 500)
    wang.does("innovation.verify", result, benefit=worth)
    return newest(Result, title=title)


def called(zhou, cast, kind: str, name: str, holder: str = "work", edition: int = 1, **more) -> Round:
    """A title of the province, approved by document, and a call of it that is open today."""
    told = {
        "node": cast.nodes["province"],
        "kind": kind,
        "name": name,
        "tier": "province",
        "issuer": "河州省总工会",
        "holders": [holder],
        "since": TODAY,
    }
    zhou.does("designations.declare_scheme", **told, document="河总〔2026〕1号", **more, experts=0)
    days = {"opens_on": TODAY, "closes_on": TODAY + LATER}
    zhou.does("designations.call", scheme=newest(Scheme), title=f"{name}评选", batch="本年", edition=edition, **days)
    return newest(Round)


def sent_up(sun, wang, li, zhou) -> Nomination:
    """The newest nomination goes up level by level and passes the review at the top."""
    sun.does("designations.recommend", newest(Nomination), opinion="同意推荐")
    for officer in (wang, li):
        officer.does("designations.recommend_on", newest(Nomination), opinion="同意")
    zhou.does("designations.review", newest(Nomination))
    return newest(Nomination)


def conferred(sun, wang, li, zhou) -> None:
    """From a nomination to the title: reviewed, posted for its working days, given by document."""
    sent_up(sun, wang, li, zhou)
    zhou.does("designations.post", newest(Nomination), phone="0371-12351")
    zhou.refused("designations.confer", "公示", newest(Nomination), document="河总〔2026〕9号", awarded_on=TODAY)
    with clock.at(TODAY + LATER):
        strike("notices.end_postings")
        zhou.does("designations.confer", newest(Nomination), document="河总〔2026〕9号", awarded_on=TODAY)
