"""`gonghui`: the one command 命令行. Each subcommand is a few lines that call into the rooms."""

import argparse
import os
import sys
from pathlib import Path

from . import commands, figures


def build() -> argparse.ArgumentParser:
    """Every subcommand with its help, Chinese first."""
    parser = argparse.ArgumentParser(prog="gonghui", description="工会一张网 / the system a trade-union federation runs its year on")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="命令 command")

    def verb(name, run, text):
        sub = verbs.add_parser(name, help=text, description=text)
        sub.set_defaults(run=run)
        return sub

    demo = verb("demo", commands.demo, "建立并运行演示工会 / build and serve the demonstration federation")
    demo.add_argument("--fresh", action="store_true", help="先清除 var/ / rebuild var/")
    demo.add_argument("--port", type=int, default=8000)
    demo.add_argument("--build-only", action="store_true", help="只建库不运行 / build, do not serve")
    serve = verb("serve", commands.serve, "运行服务 / serve in the foreground")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8000)
    serve.add_argument("--workers", type=int, default=1, help="SQLite 只用 1 个 / one on SQLite")
    verb("migrate", commands.migrate, "建表、升级并重建行级安全 / migrate and rebuild row-level security")
    rehearse = verb("rehearse", commands.rehearse, "在当前库中建立虚拟工会 / build a synthetic federation")
    rehearse.add_argument("--scale", type=float, default=1.0)
    rehearse.add_argument("--seed", type=int, default=2024)
    figure = verb("figure", figures.figure, "计算一个指标，或用几个引擎核对全部指标 / compute one figure, or compare engines over all")
    figure.add_argument("key", nargs="?", help="指标；用 --all 时不填 / the indicator; none with --all")
    figure.add_argument(
        "--all", action="store_true", help="全部指标，各引擎并列；不等则退出码为 1 / all of them beside each other; exit 1 where engines differ"
    )
    figure.add_argument("--node", required=True, help="组织编码，用 --all 时可用逗号分隔 / node code; several with --all")
    figure.add_argument("--period", required=True, help="期间，用 --all 时可用逗号分隔 / period; several with --all")
    figure.add_argument("--engine", default="", help="sqlite, postgresql, duckdb, spark；用 --all 时可用逗号分隔 / the database by default")
    figure.add_argument("--facts", type=Path, help="事实表目录；不指定时临时写出 / folder of facts; written anew by default")
    figure.add_argument("--as-was", action="store_true", default=True, help="按当时的组织树（默认）/ by the tree of the day")
    figure.add_argument("--as-is", dest="as_was", action="store_false", help="按现在的组织树 / by today's tree")
    figure.add_argument("--trace", action="store_true", help="列出记录 / print the rows")
    figure.add_argument("--json", action="store_true")
    facts = verb("facts", figures.facts, "把指标所用的表写成 Parquet / write the tables behind the indicators to Parquet")
    facts.add_argument("folder", type=Path)
    facts.add_argument("--json", action="store_true", help="每表一行 / one object a table")
    read = verb("read", commands.read, "读出文章中的数字 / find the figures an article tells, and compare them with the records")
    read.add_argument("file", type=Path, help="简体或繁体文本，UTF-8 / a text in simplified or traditional characters")
    read.add_argument("--node", default="", help="与该组织的记录比较 / compare with the records of this node")
    read.add_argument("--period", default="", help="文中未说明时的期间 / the period of what the text does not date")
    read.add_argument("--json", action="store_true", help="每个数字一行 / one object a claim")
    replay = verb("replay", commands.replay, "用记录重现公布的数字 / reproduce published figures from records")
    replay.add_argument("file", type=Path)
    replay.add_argument("--lines", default="", help="逗号分隔 / comma separated; all built lines by default")
    replay.add_argument("--scale", type=float, default=0.01, help="一万以上的数按比例缩小 / counts over 10,000 are scaled")
    replay.add_argument("--only", default="", help="claim ids or org, comma separated")
    replay.add_argument("--database", default="", help="database URL; a temporary one by default")
    replay.add_argument("--keep", type=Path, help="保留临时库的目录 / keep the temporary database here")
    lottery = verb("lottery", commands.lottery, "复算一次摇号 / draw a published lottery again; needs no database")
    lottery.add_argument("what", choices=["verify"])
    lottery.add_argument("file", type=Path, help="公布的抽签文件 / the published draw, JSON")
    intake = verb("intake", commands.intake, "导入一张表 / take a table in")
    intake.add_argument("kind")
    intake.add_argument("file", type=Path)
    intake.add_argument("--as", dest="account", required=True, help="登录名 / login")
    intake.add_argument("--node", required=True)
    intake.add_argument("--dry-run", action="store_true")
    verb("verify", commands.verify, "校验台账哈希链 / walk the hash chains and name the first broken link")
    catalogue = verb("catalogue", commands.catalogue, "由声明生成 docs/catalogue / write docs/catalogue from the declarations")
    catalogue.add_argument("--check", action="store_true", help="只比较 / fail when stale")
    catalogue.add_argument(
        "--examples", action="store_true", help="先由演示重算指标示例 / work the examples of figures out anew, on the demonstration"
    )
    catalogue.add_argument("--claims", type=Path, help="已发布数字表：演示没有的由重现补上 / claims whose replay has what the demonstration has not")
    token = verb("token", commands.token, "为程序账号发放接口令牌 / make an API token for an account")
    token.add_argument("account")
    return parser


def main(arguments: list[str] | None = None) -> int:
    options = build().parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gonghui.house.settings")
    code = options.run(options) or 0
    if arguments is None:
        sys.exit(code)
    return code


if __name__ == "__main__":
    main()
