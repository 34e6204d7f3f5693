"""
The fixed cast and the small federation they work in.

周 the province officer, 李 the city officer, 王 the district officer, 孙 the grassroots officer, 钱 the
grassroots chair, 陈 the worker, 赵 the outsider who sees nothing of theirs.
"""

from copy import deepcopy
from dataclasses import dataclass
from datetime import date

from django.apps import apps
from django.db import connection, transaction

from gonghui.commons.parties.models import Employer
from gonghui.kernel.access.models import Account, Grant
from gonghui.kernel.access.viewer import Viewer
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.ledger.run import Run
from gonghui.kernel.privacy.crypto import blind
from gonghui.kernel.tree import growth
from gonghui.lines.organization.orgs.acts import stand_up

FOUNDED = date(2020, 1, 1)
PASSWORD = "Cast-2024-pass"


@dataclass
class Cast:
    """Everybody and every place, by name."""

    nodes: dict
    unions: dict
    accounts: dict

    def viewer(self, name: str) -> Viewer:
        """A viewer as at a fresh request."""
        return Viewer(Account.objects.for_act("cast").get(pk=self.accounts[name].pk))

    def __getattr__(self, name: str) -> Viewer:
        if name in self.__dict__.get("accounts", {}):
            return self.viewer(name)
        raise AttributeError(name)


_first: list = []  # the cast this process made by acts, and the rows that came of it


def set_up() -> Cast:
    """Make the federation: a province, two cities, districts, unions, and the cast; once a process by acts, then by its rows."""
    if not _first:
        before = _rows()
        made = by_house("tests.set_up", _set_up)
        _first.append((made, {table: (head, rows - before[table][1]) for table, (head, rows) in _rows().items()}))
        return deepcopy(made)
    made, tables = _first[0]
    with trusted(), transaction.atomic(), connection.cursor() as cursor:
        for table, (head, rows) in tables.items():
            if rows:
                names, marks = ", ".join(f'"{name}"' for name in head), ", ".join(["%s"] * len(head))
                cursor.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', list(rows))
    return deepcopy(made)


def _rows() -> dict[str, tuple]:
    """Every table: its columns and rows."""
    found = {}
    with trusted(), connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')
            found[model._meta.db_table] = [column[0] for column in cursor.description], set(cursor.fetchall())
    return found


def _set_up(ctx: Run) -> Cast:
    nodes, unions = {}, {}

    def stand(key, parent, kind, name, employer=None):
        union = stand_up(ctx, parent=nodes.get(parent), kind=kind, name=name, on=FOUNDED, code=key.upper(), employers=[employer] if employer else ())
        nodes[key], unions[key] = union.node, union
        for known in nodes.values():
            known.refresh_from_db()

    root = growth.plant(code="PROV", name="河州省总工会", kind="province", parent=None, on=FOUNDED)
    nodes["province"] = root
    stand("city", "province", "city", "临江市总工会")
    stand("other_city", "province", "city", "远山市总工会")
    stand("district", "city", "county", "临江市东湖区总工会")
    stand("other_district", "city", "county", "临江市西岭区总工会")
    factory = Employer(name="东湖纺织厂", short="东纺", node=nodes["district"], since=FOUNDED, workers=300)
    factory.save()
    stand("union", "district", "single", "东湖纺织厂工会", factory)
    stand("beside", "district", "single", "东湖机械厂工会")
    stand("above_beside", "other_district", "single", "西岭水泥厂工会")
    stand("outside", "other_city", "county", "远山市北关区总工会")
    stand("far", "outside", "single", "北关煤矿工会")
    accounts = {}
    for name, label, role, place in (
        ("zhou", "周", "province_officer", "province"),
        ("li", "李", "city_officer", "city"),
        ("wang", "王", "county_officer", "district"),
        ("sun", "孙", "grassroots_officer", "union"),
        ("qian", "钱", "grassroots_chair", "union"),
        ("zhao", "赵", "county_officer", "outside"),
        ("feng", "冯", "system_admin", "province"),
        ("jiang", "蒋", "security_admin", "province"),
        ("shen", "沈", "audit_admin", "province"),
        ("wu", "吴", "auditor", "city"),
        ("hu", "胡", "cashier", "district"),
        ("zheng", "郑", "accountant", "district"),
        ("he", "何", "hotline_agent", "city"),
        ("luo", "罗", "lawyer", "city"),
        ("xie", "谢", "expert", "province"),
        ("deng", "邓", "keeper", "district"),
        ("chen", "陈", None, None),
    ):
        account = Account(login=name, name=label, node=nodes.get(place))
        if role:
            account.set_password(PASSWORD)
        else:
            account.set_unusable_password()
            account.phone_hash = blind("phone", "13800000001")
        account.save()
        accounts[name] = account
        if role:
            Grant(account=account, role=role, node=nodes[place], since=FOUNDED).save()
    return Cast(nodes, unions, accounts)
