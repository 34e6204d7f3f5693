"""HON-2 May Day awards and pioneer teams: forwarded to an outer issuer, granted or not; what was granted is told from what was put forward."""

from datetime import date, timedelta

from gonghui.kernel import clock

from .titles import CALLED, called, put_forward, sits

GRANTED = date(2024, 4, 28)


def test_what_is_forwarded_counts_when_the_issuer_has_granted_it(cast):
    zhou = sits(cast, "zhou")
    outer = {"tier": "national", "outer": "on", "issuer": "全国总工会"}
    medal = called(cast, "may_day", "全国五一劳动奖章", **outer)
    team = called(cast, "pioneer_team", "全国工人先锋号", holder="team", **outer)
    first, second = put_forward(cast, medal, "林秀"), put_forward(cast, medal, "王强")
    third = put_forward(cast, team, "细纱甲班", "team")
    with clock.at(CALLED + timedelta(days=5)):
        for row in (first, second, third):
            zhou.does("designations.review", row).does("designations.forward", row, document="河工〔2024〕3号")
    zhou.figure("honours.may_day_awards@forwarded", "PROV", 2024, 0)
    with clock.at(GRANTED):
        for row in (first, third):
            zhou.does("designations.confer", row, document="总工发〔2024〕8号", awarded_on=GRANTED, number=f"总工{row.pk}")
        zhou.does("designations.reject", second, why="未获授予")
    for key, value in (("may_day_awards@forwarded", 1), ("pioneer_teams@forwarded", 1), ("may_day_awards", 1), ("may_day_and_pioneer", 2)):
        zhou.figure(f"honours.{key}", "PROV", 2024, value).figure(f"honours.{key}", "DISTRICT", 2024, value)
    zhou.figure("honours.may_day_and_pioneer@provincial", "PROV", 2024, 0).sees("honour_nominations", "王强", "未入选")
