"""Tables go in: a roster, a register, a year of lectures."""

from django.core.files.uploadedfile import SimpleUploadedFile

from gonghui.kernel.indicators import figure, find
from gonghui.kernel.intake.acts import carry_on, check, start
from gonghui.kernel.ledger.chain import verify
from gonghui.kernel.ledger.do import do
from gonghui.kernel.periods import Period
from gonghui.rehearsal.people import credit_code
from tests.people import valid_id


def upload(text):
    return SimpleUploadedFile("表.csv", text.encode())


def take_in(viewer, node, kind, text):
    batch = do(check, viewer, node=node, kind=kind, file=upload(text)).subject
    told = list(batch.errors.order_by("row").values_list("row", "code"))
    if batch.good:
        batch = carry_on(do(start, viewer, batch).subject)
    return batch, told


def test_a_roster_goes_in(cast):
    lines = ["工会编码,姓名,身份证号,手机号,入会日期,就业形态,新就业形态类别"]
    lines += [f"UNION,张秀{chr(0x4E00 + i)},{valid_id(serial=f'{i:03d}')},13800{i:06d},2021-05-01,,快递员" for i in range(200)]
    lines += ["UNION,李,1,,,,", "FAR,王五一,,,,,", "UNION,无证件,,,2022-01-01,,"]
    batch, told = take_in(cast.wang, cast.nodes["district"], "members", "\n".join(lines))
    assert (batch.good, batch.done, batch.state) == (201, 201, "done")
    assert set(told) == {(202, "parties.id_shape"), (202, "parties.name_shape"), (203, "membership.no_union")}
    at = Period.parse("asof-2022-12-31")
    assert figure(find("membership.members_total"), cast.nodes["city"], at, viewer=cast.li).value == 201
    assert figure(find("membership.realname_members"), cast.nodes["city"], at, viewer=cast.li).value == 200
    again, told = take_in(cast.wang, cast.nodes["district"], "members", "\n".join(lines))
    assert again.good == 1
    assert verify() is None


def test_a_register_and_a_year_of_lectures_go_in(cast):
    rows = "\n".join(f"DISTRICT,U-{i},新厂{i}工会,单独基层工会,2021-03-01,新厂{i},,30,王某,2021-05-01," for i in range(50))
    batch, told = take_in(
        cast.wang,
        cast.nodes["district"],
        "unions",
        "上级编码,组织编码,工会名称,类型,成立日期,用人单位,用人单位统一社会信用代码,职工人数,主席,实名核验日期,重点领域\n" + rows,
    )
    assert batch.done == 50, told
    assert figure(find("orgs.total@basic"), cast.nodes["district"], Period.parse("2021"), viewer=cast.wang).value == 52
    rows = "\n".join(f"U-{i},宣讲,劳模工匠宣讲、进校园（劳动教育）,第{i}讲,2023-03-01,,礼堂,学校,FAR,40," for i in range(50))
    batch, told = take_in(
        cast.wang, cast.nodes["district"], "lectures", "主办编码,类别,系列,题目,日期,结束日期,地点,场所类型,承办编码,到场人数,状态\n" + rows
    )
    assert batch.done == 50, told
    year = Period.parse("2023")
    for node, viewer in (("district", cast.wang), ("outside", cast.zhao), ("province", cast.zhou)):
        assert figure(find("lectures.campus.sessions"), cast.nodes[node], year, viewer=viewer).value == 50
    assert verify() is None


def test_enterprises_with_a_congress_are_listed_by_a_table_and_only_where_they_have_a_union(cast):
    codes = [credit_code(660_000 + n) for n in range(5)]
    rows = [f"{'DISTRICT' if n < 4 else 'OUTSIDE'},U-{n},新厂{n}工会,单独基层工会,2021-03-01,新厂{n},{code}" for n, code in enumerate(codes)]
    take_in(
        cast.zhou, cast.nodes["province"], "unions", "上级编码,组织编码,工会名称,类型,成立日期,用人单位,用人单位统一社会信用代码\n" + "\n".join(rows)
    )
    table = [
        "组织编码,企业,所有制,列入日期,建立职代会日期,实行厂务公开日期",
        f"U-0,{codes[0]},公有制,2021-04-01,2021-05-01,2021-06-01", f"DISTRICT,{codes[1]},公有制,2021-04-01,,", f"U-2,{codes[2]},非公有制,2021-04-01,2022-01-01,",
        f"U-2,{codes[3]},公有制,2021-04-01,,", f"DISTRICT,{codes[4]},公有制,2021-04-01,,", f"U-0,{codes[0]},公有制,2021-04-01,,",
        f"U-3,{codes[3]},国有,2021-04-01,1948-01-01,", "U-3,91110000000000000A,公有制,2021-04-01,,",
    ]  # fmt: skip
    batch, told = take_in(cast.wang, cast.nodes["district"], "democracy_units", "\n".join(table))
    assert (batch.good, batch.done) == (3, 3)
    assert sorted(told) == [
        (5, "democracy.no_union"), (6, "democracy.no_union"), (7, "form.twice"), (8, "democracy.before"), (8, "form.invalid"), (8, "form.twice"),
        (9, "form.not_on_the_list"),
    ]  # fmt: skip
    for key, value in (("congress_rate.public_pct", 50), ("disclosure_rate.public_pct", 50), ("congress_rate.private_pct", 100)):
        assert figure(find(f"democracy.{key}"), cast.nodes["city"], Period.parse("asof-2023-12-31"), viewer=cast.li).value == value
    assert verify() is None
