"""HAR-2 Public service sites for labour relations: a site opens, serves people, is named a model nationally."""

from datetime import date

from gonghui.commons.designations.models import Scheme

from .office import AtDesk, newest

OPENED = date(2023, 3, 1)


def test_a_site_serves_people_and_is_named_nationally(cast):
    wang, zhou, here = AtDesk(cast, "wang"), AtDesk(cast, "zhou"), cast.nodes["district"]
    wang.does("places.enter", desk="labour_sites", node=here, kind="labour_site", name="园区服务站", opened_on=OPENED, address="一号楼")
    for n in (1, 2):
        held = {"kind": "labour_service", "title": f"服务日{n}", "held_on": date(2023, 4, n), "at_place": "园区服务站", "head_count": 10 * n}
        wang.does("activities.record", desk="labour_services", node=here, **held)
    scheme = {"kind": "labour_site_model", "name": "样板站点", "tier": "national", "issuer": "人社部", "outer": True, "holders": ["place"]}
    zhou.does("designations.declare_scheme", node=cast.nodes["province"], since=date(2020, 1, 1), document="〔2023〕5号", **scheme)
    wang.does("designations.record", scheme=newest(Scheme), node=here, holder="place", name="园区服务站", awarded_on=date(2023, 12, 1), batch="首批")
    zhou.sees("labour_sites", "园区服务站").sees("harmony_titles", "园区服务站")
    for key, value in (("public_service_sites", 1), ("site_services", 30), ("sites", 1)):
        zhou.figure(f"harmony.{key}", "CITY", 2023, value).figure(f"harmony.{key}", "OUTSIDE", 2023, 0)
