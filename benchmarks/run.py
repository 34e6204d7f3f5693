"""`make bench [NAME=...]`: each bench prints a ratio against a reference measured in the same run, or a figure against a limit."""

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from benchmarks import line_cost  # noqa: E402
from tools.postgres_cluster import TemporaryCluster  # noqa: E402

BENCHES = (
    "intake", "tree", "pages", "house", "figure", "heads", "clocks", "posting", "payments", "rosters", "point", "fresh", "reparent", "cube", "distinct",
    "seats", "opening", "votes", "line_cost", "kills",
)  # fmt: skip


def main() -> int:
    wanted = sys.argv[1:] or BENCHES
    if "kills" in wanted:
        from tools import kills

        sys.argv = [sys.argv[0]]
        kills.main()
    cost = int("line_cost" in wanted and not line_cost.run())
    wanted = [name for name in BENCHES if name in wanted and name not in ("kills", "line_cost")]
    if not wanted:
        return cost
    with TemporaryCluster(durable=True) as cluster, tempfile.TemporaryDirectory() as folder:
        cluster.createdb("bench")
        os.environ |= {
            "GONGHUI_DATABASE_URL": cluster.url("bench"),
            "GONGHUI_VAR": folder,
            "GONGHUI_ENV": "test",
            "DJANGO_SETTINGS_MODULE": "gonghui.house.settings",
        }
        (Path(folder) / "static").mkdir()
        import django

        django.setup()
        from benchmarks import clocks, cube, distinct, fresh, heads, opening, payments, point, posting, province, reparent, rosters, seats, votes
        from gonghui.house.commands import migrate

        migrate()
        own = {
            "heads": heads.run,
            "clocks": clocks.run,
            "payments": payments.run,
            "posting": posting.run,
            "rosters": rosters.run,
            "point": point.run,
            "fresh": fresh.run,
            "reparent": reparent.run,
            "cube": cube.run,
            "distinct": distinct.run,
            "seats": seats.run,
            "opening": opening.run,
            "votes": votes.run,
        }  # each on a ground of its own
        results = [own[name]() for name in wanted if name in own]
        rest = [name for name in wanted if name not in own]
        return (province.run(rest) if rest else 0) or int(not all(results)) or cost


if __name__ == "__main__":
    sys.exit(main())
