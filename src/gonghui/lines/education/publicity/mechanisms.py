"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

from .words import Outlet

Mechanism(
    "PUB-1", _("新闻稿件台账"), "publicity.submit registers.register registers.decline registers.add_proof publicity.reward config.set money.open_batch",
    " ".join(["publicity.articles", "publicity.points", "publicity.reward_amount", *(f"publicity.articles.{outlet.value}" for outlet in Outlet)]),
)  # fmt: skip
Mechanism("PUB-2", _("通讯员与集体荣誉"), "publicity.enter_award registers.enter", "publicity.awards publicity.correspondents")
