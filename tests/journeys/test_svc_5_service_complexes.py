"""SVC-5 Service complexes: a place with its services that is given the title of a complex."""

from datetime import date

from gonghui.commons.designations.models import Scheme
from gonghui.lines.service.service_centres.words import COMPLEX, FIXED

from .innovating import TODAY
from .office import AtDesk, newest


def test_a_centre_with_its_services_is_named_a_complex(cast):
    zhou, wang = AtDesk(cast, "zhou"), AtDesk(cast, "wang")
    here = cast.nodes["district"]
    wang.does("places.enter", desk="centres", node=here, kind="centre", name="园区综合服务体", opened_on=TODAY, facilities=list(FIXED[:3]))
    told = {
        "kind": COMPLEX,
        "name": "综合服务体",
        "tier": "province",
        "issuer": "省总",
        "holders": ["place"],
        "since": date(2020, 1, 1),
        "document": "3号",
        "experts": 0,
    }
    zhou.does("designations.declare_scheme", node=cast.nodes["province"], **told)
    zhou.does("designations.record", scheme=newest(Scheme), node=here, holder="place", name="园区综合服务体", awarded_on=TODAY, batch="首批")
    wang.figure("service_centres.complexes", "DISTRICT", TODAY.year, 1).figure("service_centres.services@fixed", "DISTRICT", f"asof-{TODAY}", 3)
