"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

Mechanism(
    "DEM-1", _("职代会和厂务公开"),
    "democracy.list_unit democracy.build_congress democracy.open_up democracy.drop_unit democracy.plan_session democracy.send_material democracy.hold "
    "democracy.resolve democracy.publish democracy.file democracy.evaluate democracy.cancel democracy.carry_out registers.enter",
    " ".join(f"democracy.{what}_rate.{sort}_pct" for what in ("congress", "disclosure") for sort in ("public", "private")) + " democracy.sessions "
    "democracy.resolutions democracy.resolutions_done",
)  # fmt: skip
Mechanism("DEM-2", _("厂务公开先进示范单位"), "designations.call designations.nominate designations.record", "democracy.honoured_units")
Mechanism(
    "DEM-3", _("职工代表提案"),
    "democracy.propose cases.register cases.admit cases.refuse cases.assign cases.accept cases.handle cases.reply cases.call_back cases.close cases.reopen "
    "registers.enter",
    "democracy.proposals democracy.national_proposals",
)  # fmt: skip
