"""States of a household file, kinds of aid, and what the line uses of the common rooms."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.words import KINDS as activities
from gonghui.commons.cases.words import Limits
from gonghui.commons.cases.words import declare as case_kind
from gonghui.commons.money.words import PAYMENTS, RECEIPTS
from gonghui.commons.plans.words import KINDS as plans
from gonghui.kernel import config
from gonghui.kernel.lifecycle import Lifecycle, States, Step


class FileState(States):
    APPLIED = "applied", _("已申请")
    SUPPLEMENT = "supplement", _("待补正")
    ACCEPTED = "accepted", _("已受理，待入户")
    VISITED = "visited", _("已入户")
    COUNTY_CHECK = "county_check", _("县级审核")
    CHECKING = "checking", _("经济状况核对中")
    ASSESSED = "assessed", _("已认定")
    NOTICE = "notice", _("公示中")
    IN_FILE = "in_file", _("在档")
    REVIEWING = "reviewing", _("复核中")
    LIFTED = "lifted", _("已解困脱困")
    REJECTED = "rejected", _("不予建档")
    CLOSED = "closed", _("已注销")
    REVOKED = "revoked", _("已撤销")


S = FileState
ASKED = (S.APPLIED, S.SUPPLEMENT, S.ACCEPTED, S.VISITED, S.COUNTY_CHECK, S.CHECKING, S.ASSESSED, S.NOTICE)
STANDING = (S.IN_FILE, S.REVIEWING)
OPEN = (*ASKED, *STANDING, S.LIFTED)  # its people may be in no other file
FILE = Lifecycle(
    FileState,
    Step((), "aid.apply", S.APPLIED),
    Step((), "aid.enter", S.APPLIED),
    Step((S.APPLIED,), "aid.ask_supplement", S.SUPPLEMENT),
    Step((S.SUPPLEMENT,), "aid.supplement", S.APPLIED),
    Step((S.APPLIED,), "aid.accept", S.ACCEPTED),
    Step((S.ACCEPTED,), "aid.visit", S.VISITED),
    Step((S.VISITED,), "aid.send_up", S.COUNTY_CHECK),
    Step((S.COUNTY_CHECK,), "aid.ask_check", S.CHECKING),
    Step((S.CHECKING,), "aid.assess", S.ASSESSED),
    Step((S.ASSESSED,), "aid.give_notice", S.NOTICE),
    Step((S.NOTICE,), "aid.put_in_file", S.IN_FILE),
    Step(ASKED, "aid.reject", S.REJECTED),
    Step((S.IN_FILE,), "aid.review", S.REVIEWING),
    Step((S.REVIEWING,), "aid.keep", S.IN_FILE),
    Step((S.REVIEWING,), "aid.lift", S.LIFTED),
    Step((S.LIFTED,), "aid.relapse", S.APPLIED),
    Step((S.IN_FILE, S.REVIEWING, S.LIFTED), "aid.close", S.CLOSED),
    Step((S.IN_FILE, S.REVIEWING), "aid.revoke", S.REVOKED),
)


class Category(models.TextChoices):
    DEEP = "deep", _("深度困难")
    RELATIVE = "relative", _("相对困难")
    ACCIDENT = "accident", _("意外致困")


class Cause(models.TextChoices):
    ILLNESS = "illness", _("本人或家属患病")
    DISABILITY = "disability", _("残疾")
    SCHOOLING = "schooling", _("子女就学")
    LOW_PAY = "low_pay", _("收入低")
    JOBLESS = "jobless", _("下岗失业")
    ACCIDENT = "accident", _("意外灾害")
    OTHER = "other", _("其他")


class Relation(models.TextChoices):
    HEAD = "head", _("职工本人")
    SPOUSE = "spouse", _("配偶")
    CHILD = "child", _("子女")
    PARENT = "parent", _("父母")
    OTHER = "other", _("其他共同生活人员")


class Left(models.TextChoices):
    LIFTED = "lifted", _("解困脱困")
    CLOSED = "closed", _("注销")
    REVOKED = "revoked", _("撤销")


class Sort(models.TextChoices):
    LIVING = "living", _("生活救助")
    MEDICAL = "medical", _("医疗救助")
    TEMPORARY = "temporary", _("临时救助")
    JOB = "job", _("就业帮扶")
    LEGAL = "legal", _("法律援助")
    MIND = "mind", _("心理帮扶")


SERVICES = (Sort.JOB, Sort.LEGAL, Sort.MIND)  # services carry no money


class MeasureState(States):
    GRANTED = "granted", _("已批准")
    DONE = "done", _("已落实")
    CANCELLED = "cancelled", _("已取消")


M = MeasureState
MEASURE = Lifecycle(
    MeasureState,
    Step((), "aid.grant", M.GRANTED),
    Step((M.GRANTED,), "aid.note_done", M.DONE),
    Step((M.GRANTED,), "aid.cancel_measure", M.CANCELLED),
)

config.declare(
    config.Config("aid.accept_wd", 5, _("建档申请受理工作日"), "default", least=1),
    config.Config("aid.visit_wd", 10, _("入户核查工作日"), "default", least=1),
    config.Config("aid.notice_wd", 5, _("建档公示工作日"), "default", least=1, most=60),
    config.Config("aid.review_months", 12, _("年度复核间隔月数"), "default", least=1, most=36),
    config.Config("aid.watch_months", 12, _("脱困后监测月数"), "default", least=1, most=60),
    config.Config("petition.accept_days", 15, _("来访来信受理天数"), "《信访工作条例》", least=1),
    config.Config("petition.reply_days", 60, _("来访来信办理天数"), "《信访工作条例》", least=1),
)

PETITION = case_kind("petition", _("来信来访"), Limits(decide="petition.accept_days", reply="petition.reply_days"))
RELIEF = PAYMENTS.declare("aid_relief", _("困难帮扶金"), cause="welfare_aid.measure", by="number")  # one measure is paid once, whoever pays
WARMTH = PAYMENTS.declare("aid_warmth", _("送温暖"), each=("payee", "form"))
COOLING = PAYMENTS.declare("aid_cooling", _("送清凉"), each=("payee", "form"))
WARMTH_RAISED = RECEIPTS.declare("warmth_raised", _("送温暖筹资"))
STUDY_RAISED = RECEIPTS.declare("study_raised", _("助学筹资"))
COOL_VISIT = activities.declare("cool_visit", _("送清凉走访"))
CARE = activities.declare("special_care", _("特殊群体关爱"))
TELEMEDICINE = activities.declare("telemedicine", _("远程医疗服务"))
SEASONS = (
    plans.declare("season.jobs", _("春送岗位")), plans.declare("season.cooling", _("夏送清凉")), plans.declare("season.study", _("金秋助学")),
    plans.declare("season.warmth", _("冬送温暖")),
)  # fmt: skip
