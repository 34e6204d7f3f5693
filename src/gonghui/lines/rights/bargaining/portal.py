"""The contracts that cover a worker, on the phone."""

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.reads import member_paths, own_person
from gonghui.kernel.page import page

from .models import Contract, Covered
from .words import LIVE


def covering(viewer):
    """Contracts in force that cover the enterprises of the unions one is a member of."""
    person = own_person(viewer)
    paths = [path for found in member_paths([person.pk]).values() for path in found] if person else []
    mine = {"employer__coverage__union__node__path__in": paths, "employer__coverage__until": None}
    rows = Covered.objects.for_act("what covers oneself").filter(contract__state__in=LIVE, **mine)
    return Contract.objects.for_act("what covers oneself").filter(pk__in=rows.values("contract")).order_by("-since", "-pk")


@page("contracts/", "contracts", label=_("我的集体合同"), icon="contract", who="worker", mine=True, when=lambda viewer: covering(viewer).exists())
def contracts(request, kit):
    """What covers oneself now."""
    return kit.render("bargaining/contracts.html", page=kit.page(covering(request.viewer)))


@page("contracts/<int:pk>/", "contract")
def contract(request, kit, pk):
    """One contract with its main terms."""
    one = covering(request.viewer).filter(pk=pk).first()
    if one is None:
        raise Http404
    return kit.render("bargaining/contract.html", one=one)
