"""HON-8 Honours the federation receives: entered with issuer and theme, told apart from the titles it gives."""

from datetime import date

from gonghui.commons.registers.models import RegisterEntry

from .office import AtDesk, newest


def test_what_others_gave_is_listed_by_theme(cast):
    zhou, li = AtDesk(cast, "zhou"), AtDesk(cast, "li")
    award = {"issuer": "组委会", "tier": "national", "since": date(2023, 9, 22)}
    for title, theme in (("最佳组织奖", "fair"), ("最具人气直播奖", "fair"), ("思想政治工作先进单位", "ideology")):
        zhou.does("honours.receive", desk="honours_received", node=cast.nodes["province"], title=title, theme=theme, **award)
    zhou.refused("honours.receive", "已登记过", desk="honours_received", node=cast.nodes["province"], title="最佳组织奖", theme="fair", **award)
    li.does("honours.receive", desk="honours_received", node=cast.nodes["city"], title="安康杯优胜单位", theme="safety", **award)
    zhou.sees("honours_received", "最佳组织奖", "会展与直播").reads(newest(RegisterEntry), "组委会")
    for node, key, value in (
        ("PROV", "org_received", 4),
        ("PROV", "org_received@fair", 2),
        ("CITY", "org_received", 1),
        ("PROV", "labour_models", 0),
    ):
        zhou.figure(f"honours.{key}", node, 2023, value)
