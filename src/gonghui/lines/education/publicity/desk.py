"""What people see of publicity."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.money.desk import BATCH_ACTS
from gonghui.commons.money.models import PayBatch
from gonghui.commons.plans.reads import tally
from gonghui.commons.readings.models import Reading
from gonghui.commons.registers.desk import ACTS, HOLDER, detail_with
from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel.desk import Column, facet

from . import acts, words
from .indicators import LISTED

GROUP = _("宣传教育")
TOPIC = Column("topic", _("媒体"), lambda e: dict(words.Outlet.choices).get(e.topic, e.topic))
OUTLET = Column("topic", _("媒体"), lambda e: e.issuer or e.topic, order="topic")
GENRE = Column("unit", _("体裁"), lambda e: dict(words.Genre.choices).get(e.unit, e.unit))
POINTS = Column("quantity", _("积分"), lambda e: "—" if e.quantity is None else e.quantity, order="quantity")
DETAIL = tuple({"quantity": POINTS, "unit": GENRE}.get(one, one) if isinstance(one, str) else one for one in detail_with(TOPIC))

facet(
    RegisterEntry, "articles", words.ARTICLE, label=_("新闻稿件"), group=GROUP, icon="newspaper", detail=DETAIL,
    columns=("title", OUTLET, "tier", GENRE, POINTS, HOLDER, "node", "since", "state"), acts=(acts.submit, acts.enter_award, *ACTS[1:]),
)  # fmt: skip
facet(RegisterEntry, "correspondents", words.CORRESPONDENT, label=_("通讯员"), group=GROUP, icon="edit_note")
facet(Reading, "publicity_views", words.VIEWS, label=_("阅读（播放）量"), group=GROUP, icon="visibility")
facet(PayBatch, "article_rewards", words.REWARD, label=_("稿件奖励"), group=GROUP, icon="payments", acts=(*BATCH_ACTS, acts.reward))
tally(RegisterEntry, _("刊发稿件"), "item", where=LISTED)
