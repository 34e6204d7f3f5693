"""INT-10 The union cloud as a rights channel: a matter brought by the app carries its channel, and is counted when it is admitted."""

from datetime import date

from django.test import Client

from gonghui.commons.cases.models import Case

from .office import AtDesk, newest

TODAY = date.today()


def test_a_matter_brought_by_the_app_is_counted_by_its_channel(cast):
    wang, chen = AtDesk(cast, "wang"), Client()
    told = {"kind": "rights_channel", "title": "工会云", "since": TODAY, "in_force_from": TODAY}
    wang.does("registers.enter", desk="code_maps", node=cast.nodes["district"], **told).sees("code_maps", "工会云")
    chen.force_login(cast.accounts["chen"], backend="gonghui.faces.kit.signin.AccountBackend")
    brought = {
        "node": cast.nodes["district"].pk,
        "kind": "ticket",
        "title": "加班费",
        "says": "少发",
        "people": "1",
        "client": "worker",
        "_key": "b1",
    }
    assert chen.post("/portal/act/cases.receive/", brought).status_code == 302
    case = newest(Case)
    wang.figure("integration.matters_by_app", "DISTRICT", TODAY.year, 0).does("cases.admit", case)
    wang.figure("integration.matters_by_app", "DISTRICT", TODAY.year, 1)
