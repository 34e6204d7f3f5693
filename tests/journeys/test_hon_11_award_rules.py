"""HON-11 Award rules: a new version replaces the old one, and each round says by which it was held."""

from datetime import date

from gonghui.commons.designations.models import Round, Scheme
from gonghui.commons.registers.models import RegisterEntry

from .office import AtDesk, newest


def test_a_round_goes_by_the_version_in_force(cast):
    zhou, root = AtDesk(cast, "zhou"), cast.nodes["province"]
    rule = {"kind": "award_rules", "title": "省五一劳动奖评选管理办法", "issuer": "河州省总工会"}
    zhou.does(
        "registers.enter",
        desk="honour_register",
        node=root,
        number="河工发〔2019〕3号",
        since=date(2019, 5, 1),
        in_force_from=date(2019, 5, 1),
        **rule,
    )
    zhou.does(
        "registers.revise",
        newest(RegisterEntry),
        title="省五一劳动奖评选管理办法（修订）",
        number="河工发〔2023〕8号",
        since=date(2023, 4, 1),
        in_force_from=date(2023, 4, 1),
    )
    zhou.sees("honour_register", "河工发〔2019〕3号", "河工发〔2023〕8号", "已更新")
    for day, value in (("2022-12-31", 1), ("2023-12-31", 1), ("2018-12-31", 0)):
        zhou.figure("honours.award_rules", "PROV", f"asof-{day}", value)
    what = {
        "name": "省五一劳动奖章",
        "tier": "province",
        "issuer": "河州省总工会",
        "document": "批",
        "holders": ["person"],
        "since": date(2020, 1, 1),
    }
    zhou.does("designations.declare_scheme", node=root, kind="may_day", **what)
    zhou.does(
        "designations.call", scheme=newest(Scheme), title="2024年评选", batch="2024年", opens_on=date(2024, 1, 1), closes_on=date(2024, 3, 1),
        rules=f"河工发〔2023〕8号（第{newest(RegisterEntry).version}版）",
    )  # fmt: skip
    zhou.reads(newest(Round), "河工发〔2023〕8号（第2版）")
