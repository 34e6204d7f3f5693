"""FIN-6 Assets: asked for, approved by another, booked; asked to go, approved, written off."""

from datetime import date
from decimal import Decimal

from .by_program import Program, photo


def test_an_asset_comes_and_goes_only_with_approval(cast):
    wang, li, zheng = (Program(cast.accounts[name]) for name in ("wang", "li", "zheng"))
    today = date.today()
    asset = wang.does("finance.ask_asset", node=cast.nodes["district"], name="流动服务车", sort="vehicle", value=180_000, purpose="户外服务")
    assert "同一人" in wang.refused("finance.approve_asset", asset)
    assert "不能" in zheng.refused("finance.book_asset", asset, number="GC-1", value=176_500, on=today)
    li.does("finance.approve_asset", asset)
    zheng.does("finance.book_asset", asset, number="GC-1", value=176_500, on=today, at_place="车库", proof=photo())
    assert li.figure("finance.assets.value", "CITY", f"asof-{today}") == Decimal(176_500)
    wang.does("finance.ask_disposal", asset, way_out="报废")
    assert "同一人" in wang.refused("finance.approve_disposal", asset)
    li.does("finance.approve_disposal", asset)
    zheng.does("finance.dispose", asset, on=today, proceeds=3000)
    assert li.figure("finance.assets.disposals", "CITY", today.year) == 1
