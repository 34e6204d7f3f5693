"""What people see of unions and may do with them."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.designations.models import Designation, Nomination
from gonghui.kernel.desk import Column, Desk, facet

from . import acts, more_desks, tree_acts, words  # noqa: F401  (more desks are declared by being read)
from .models import Change, Coverage, Founding, Site, Union

GROUP = _("组织工作")

Desk(
    noun=Union, label=_("工会组织"), group=GROUP, icon="account_tree",
    columns=(
        "node", Column("kind", _("类型"), lambda u: u.node.kind_label), Column("parent", _("上级组织"), lambda u: u.node.parent),
        "chair", "founded_on", "verified_on", "state",
    ),
    detail=(
        "node", Column("code", _("组织编码"), lambda u: u.node.code), Column("kind", _("类型"), lambda u: u.node.kind_label),
        Column("parent", _("上级组织"), lambda u: u.node.parent), "state", "founded_on", "dissolved_on", "chair", "term_until",
        "uscc", "certificate", "valid_until", "changed_on", "verified_on", "joining_code",
    ),
    related=("node__parent",), filters=("state", "founded_on", "verified_on", "valid_until", "term_until"),
    search=("~node__sought", "=uscc"), order=("-pk",),
    acts=(
        acts.appoint, acts.register_legal_person, acts.renew_certificate, acts.register_change, tree_acts.verify, tree_acts.declare_chair, tree_acts.cover, tree_acts.mark_segment,
        tree_acts.rename, tree_acts.move, tree_acts.merge, tree_acts.split, tree_acts.begin_dissolving, tree_acts.dissolve,
    ),
    empty=_("本级及以下还没有工会。"),
)  # fmt: skip

Desk(
    noun=Founding, label=_("建会申请"), group=GROUP, icon="add_business",
    columns=("name", "kind", "node", "members", "submitted_on", "state"), related=("node",),
    detail=("name", "kind", "node", "applicant", "members", "submitted_on", "document", "approved_on", "elected_on", "chair", "filed_on", "founded_on", "union", "state"),
    filters=("state", "kind", "submitted_on"), search=("name",), work=("submitted", "result_submitted"),
    acts=(
        acts.apply_founding, acts.approve_preparation, acts.return_founding, acts.resubmit_founding, acts.hold_election,
        acts.file_result, acts.establish,
    ),
    empty=_("本级没有待批的建会申请。"),
)  # fmt: skip

Desk(
    noun=Coverage, label=_("涵盖单位"), group=GROUP, icon="domain",
    columns=("union", "employer", "node", "since", "until"), related=("union__node", "employer", "node"),
    filters=("since",), search=("~employer__sought", "~node__sought"), acts=(tree_acts.uncover,),
)  # fmt: skip

Desk(
    noun=Site, label=_("易地搬迁安置点"), group=GROUP, icon="holiday_village",
    columns=("name", "node", "since", "union", "covered_on"), related=("node", "union__node"), filters=("since",), search=("name",),
    acts=(tree_acts.list_site, tree_acts.cover_site),
)  # fmt: skip

Desk(
    noun=Change, label=_("组织沿革"), group=GROUP, icon="history",
    columns=("on", "node", "what", "was", "became"), related=("node",), filters=("what", "on"), search=("node__name", "was", "became"),
)  # fmt: skip
NAMED = (words.COUNTY_MODEL, words.MODEL_HOME, words.STANDARD)
facet(Designation, "model_unions", *NAMED, label=_("示范工会与职工之家"), group=GROUP, empty=_("还没有命名的工会。"))
facet(Nomination, "model_union_nominations", *NAMED, label=_("示范工会与职工之家申报"), group=GROUP)
