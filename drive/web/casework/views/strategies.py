"""Contact strategies: where they stand, writing them, deciding on them, ending them."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from drive.vocabulary.strategy import ApprovalState, StrategyTemplate
from drive.web.accounts.models import User
from drive.web.accounts.policy import actor_of, find, may, page, seen
from drive.web.accounts.roles import Role
from drive.web.casework import actions
from drive.web.casework.actions.strategies import said_in
from drive.web.casework.forms import DecideStrategyForm, ExpireForm, StrategyForm
from drive.web.casework.models import ContactStrategy, DriveCase
from drive.web.casework.presenters import holds as hold_words
from drive.web.casework.presenters import resting as resting_words
from drive.web.casework.presenters import strategies as words
from drive.web.casework.queries import strategies as queries
from drive.web.casework.queries.asked import template_asked
from drive.web.casework.queries.holds import holds_on, on_hold
from drive.web.casework.views.acting import Act, act_page
from drive.web.casework.views.frames import documents_beside, frame
from drive.web.core.clock import today
from drive.web.recording.views import Place

TAB = "casework:strategies"


def back_to(case: DriveCase) -> str:
    """Return the page of the strategies of a case."""
    return reverse(TAB, args=[case.pk])


def version_page(version: ContactStrategy) -> str:
    """Return the page of one version."""
    return reverse("casework:strategy", args=[version.drive_case_id, version.pk])


def find_version(request: HttpRequest, case_id: UUID, strategy_id: UUID) -> ContactStrategy:
    """Return a version of a case in reach, with its case."""
    case = find(request, DriveCase, pk=case_id)
    version: ContactStrategy = find(request, ContactStrategy, pk=strategy_id)
    if version.drive_case_id != case.pk:
        raise Http404("not found")
    version.drive_case = case
    return version


@page("casework.view_strategy")
def strategies(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Whether contact may be planned, what is planned, every version, and every hold."""
    case = find(request, DriveCase, pk=case_id)
    actor, day = actor_of(request), today()
    versions = list(queries.strategies_of(case, actor))
    plans, holds = list(queries.planned_for(case, actor)), list(holds_on(case, actor))
    overrides = list(queries.overrides_of(case, actor))
    seen(request, [*versions, *plans, *holds, *overrides])
    held = on_hold([case.pk]).get(case.pk)
    agreed = next((each for each in versions if each.state == ApprovalState.APPROVED), None)  # type: ignore[attr-defined]
    standing = queries.standing_of(agreed or (versions[0] if versions else None))
    context = {
        "case": frame(request, case, TAB),
        "case_id": case.pk,
        "may_contact": words.may_contact(standing, day, held=held is not None),
        "versions": words.version_rows(versions, day),
        "plans": words.planned_rows(plans, may_cancel=may(actor, "casework.plan_contact")),
        "overrides": words.override_rows(overrides, may_read=may(actor, "casework.read_override")),
        "holds": hold_words.hold_cards(
            holds, held, day, may_decide=may(actor, "casework.decide_hold")
        ),
        "may": may_do(actor),
        "documents": documents_beside(request, case),
    }
    return render(request, "casework/strategies.html", context)


_ACTS = (
    "write_strategy",
    "expire_strategy",
    "plan_contact",
    "propose_hold",
    "reply_to_strategy",
    "record_voice",
    "agree_strategy",
)


def may_do(actor: User) -> dict[str, bool]:
    """Return which of the acts of these pages somebody may do."""
    return {name: may(actor, f"casework.{name}") for name in _ACTS}


@page("casework.view_strategy")
def strategy(request: HttpRequest, case_id: UUID, strategy_id: UUID) -> HttpResponse:
    """One version: what it says, who was consulted, her voice, and what was decided."""
    version = find_version(request, case_id, strategy_id)
    actor, day = actor_of(request), today()
    matrix, voice = queries.matrix_of(version, actor), queries.voice_of(version, actor)
    shares = list(version.shares.select_related("marac", "strategy").prefetch_related("feedback"))
    seen(request, [*(row.asked for row in matrix if row.asked), *([voice] if voice else [])])
    state, allowed = queries.state_of_strategy(version), may_do(actor)
    context = {
        "case": frame(request, version.drive_case, TAB),
        "case_id": version.drive_case_id,
        "strategy_id": version.pk,
        "number": version.number,
        "tag": words.strategy_tag(state),
        "said": words.said_rows(version),
        "matrix": words.matrix_rows(matrix, day, may_record=allowed["write_strategy"]),
        "voice": words.voice_rows(voice),
        "decisions": words.decision_rows(version.decisions.select_related("recorded_by")),
        "shares": words.share_rows(shares, may_record=allowed["write_strategy"]),
        "offered": offered(version, state, actor, matrix),
        "rests": resting_words.rests(version, actor, state),
        "documents": documents_beside(request, version.drive_case),
    }
    return render(request, "casework/strategy.html", context)


def offered(
    version: ContactStrategy, state: ApprovalState, actor: User, matrix: list[Any]
) -> list[dict[str, str]]:
    """Return the buttons of a version: what this person can do with it as it stands."""
    allowed = may_do(actor)
    waits = state is ApprovalState.CONSULTED
    in_use = state in (ApprovalState.DRAFT, ApprovalState.CONSULTED, ApprovalState.APPROVED)
    own = any(row.asked and row.asked.user_id == actor.pk for row in matrix)
    acts = (
        ("consult", _("Send to those who are consulted"), state is ApprovalState.DRAFT
         and allowed["write_strategy"]),
        ("reply", _("Give your reply"), own and allowed["reply_to_strategy"]
         and state in (ApprovalState.CONSULTED, ApprovalState.APPROVED)),
        ("voice", _("Record what the victim-survivor knows and thinks"), in_use
         and allowed["record_voice"]),
        ("decide_strategy", _("Agree or not"), waits and allowed["agree_strategy"]),
        ("share_strategy", _("Share with the Marac"), state is ApprovalState.APPROVED
         and allowed["write_strategy"]),
    )  # fmt: skip
    keys = [version.drive_case_id, version.pk]
    return [
        {"text": text, "href": reverse(f"casework:{name}", args=keys)}
        for name, text, possible in acts
        if possible
    ]


@page("casework.write_strategy")
def write_strategy(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Write a version; it starts from the text of the last."""
    case = find(request, DriveCase, pk=case_id)
    asked = template_asked(case, actor_of(request), today())
    initial = _initial(queries.latest_version(case), asked)
    form = StrategyForm(request.POST or None, today=today(), initial=initial)
    return act_page(
        request,
        case,
        form,
        lambda by, moment: actions.write_strategy(
            case=case,
            text=actions.StrategyText(**_said(form.cleaned_data)),
            seen=form.cleaned_data["seen"],
            by=by,
            now=moment,
        ),
        place=Place("casework/strategy", case.pk),
        words=Act(
            title=_("Write the contact strategy"),
            submit=_("Save as a draft version"),
            done=_("Version saved. Send it to those who are consulted."),
            tab=TAB,
            back=back_to(case),
            lead=_lead(asked),
            documents=True,
        ),
    )  # fmt: skip


def _initial(latest: ContactStrategy | None, asked: StrategyTemplate) -> dict[str, Any]:
    """Return what a version begins with: the text of the last, and the template asked for."""
    said = {**said_in(latest), "review_on": None, "seen": latest.pk} if latest else {}
    return said if asked is StrategyTemplate.ORDINARY else said | {"template": asked}


def _lead(asked: StrategyTemplate) -> list[str]:
    kept = _(
        "Each time you save, a version is kept. The one that is agreed now stays in force until "
        "another is agreed."
    )
    if asked is StrategyTemplate.ORDINARY:
        return [kept]
    return [kept, _("This case is on a pathway that asks for the template that is chosen.")]


def _said(given: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in given.items() if name not in ("seen", "key")}


@page("casework.agree_strategy")
def decide_strategy(request: HttpRequest, case_id: UUID, strategy_id: UUID) -> HttpResponse:
    """Agree to a version or not, as service manager or as practice adviser."""
    version = find_version(request, case_id, strategy_id)
    form = DecideStrategyForm(request.POST or None, today=today())
    manages = Role.SERVICE_MANAGER in actor_of(request).roles
    decided_as = Role.SERVICE_MANAGER if manages else Role.PRACTICE_ADVISER
    return act_page(
        request,
        version.drive_case,
        form,
        lambda by, moment: actions.decide_strategy(
            strategy=version,
            verdict=actions.Verdict(
                decided_as=decided_as,
                agreed=form.cleaned_data["agreed"],
                reason=form.cleaned_data["reason"],
            ),
            by=by,
            now=moment,
        ),
        place=Place("casework/decide_strategy", version.pk),
        words=Act(
            title=_("Agree to the contact strategy or not"),
            submit=_("Save decision"),
            done=_("Decision saved."),
            tab=TAB,
            back=version_page(version),
            facts=words.said_rows(version),
            documents=True,
        ),
    )


@page("casework.expire_strategy")
def expire_strategy(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Say that something has changed, so that the strategy must be renewed."""
    case = find(request, DriveCase, pk=case_id)
    form = ExpireForm(request.POST or None, today=today())

    def end(by: User, moment: Any) -> DriveCase:
        trigger = form.cleaned_data["trigger"]
        actions.expire_strategy(case=case, trigger=trigger, by=by, now=moment)
        return case

    return act_page(
        request,
        case,
        form,
        end,
        place=Place("casework/expire_strategy", case.pk),
        words=Act(
            title=_("Something has changed"),
            submit=_("End the strategy"),
            done=_("Saved. The strategy has to be renewed before contact is planned."),
            tab=TAB,
            back=back_to(case),
            lead=[_("What was agreed was agreed without knowing this. It ends now.")],
        ),
    )
