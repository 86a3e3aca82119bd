"""Proposing a criminal-justice hold, and deciding on it."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from drive.vocabulary.strategy import HoldState
from drive.web.accounts.policy import find, page
from drive.web.casework import actions
from drive.web.casework.forms import DecideHoldForm, HoldForm
from drive.web.casework.models import DriveCase, Hold
from drive.web.casework.presenters.holds import hold_choices, whose_in_words
from drive.web.casework.queries.holds import latest_step
from drive.web.casework.rules.holds import SCOPE
from drive.web.casework.views.acting import Act, act_page
from drive.web.casework.views.strategies import TAB, back_to
from drive.web.core.clock import today
from drive.web.design_system.presenters import said_row, summary_row
from drive.web.recording.views import Place


@page("casework.propose_hold")
def propose_hold(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Propose that direct work rests in this case."""
    case = find(request, DriveCase, pk=case_id)
    form = HoldForm(request.POST or None, today=today())
    return act_page(
        request,
        case,
        form,
        lambda by, moment: actions.propose_hold(
            case=case,
            hold=actions.NewHold(**{k: v for k, v in form.cleaned_data.items() if k != "key"}),
            by=by,
            now=moment,
        ),
        place=Place("casework/hold", case.pk),
        words=Act(
            title=_("Propose a criminal-justice hold"),
            submit=_("Propose the hold"),
            done=_("Proposed. The service manager decides."),
            tab=TAB,
            back=back_to(case),
            lead=[_(SCOPE)],
        ),
    )


@page("casework.decide_hold")
def decide_hold(request: HttpRequest, case_id: UUID, hold_id: UUID) -> HttpResponse:
    """Decide on a proposed hold, or review one that is in force."""
    case = find(request, DriveCase, pk=case_id)
    hold: Hold = find(request, Hold, pk=hold_id)
    if hold.drive_case_id != case.pk:
        raise Http404("not found")
    step = latest_step(hold)
    form = DecideHoldForm(
        request.POST or None,
        today=today(),
        choices=hold_choices(HoldState(step.state)),
        initial={"seen": step.pk},
    )
    return act_page(
        request,
        case,
        form,
        lambda by, moment: actions.decide_hold(
            hold=hold,
            decision=actions.HoldDecision(
                state=form.cleaned_data["state"],
                review_on=form.cleaned_data["review_on"],
                reason=form.cleaned_data["reason"],
            ),
            seen=form.cleaned_data["seen"],
            by=by,
            now=moment,
        ),
        place=Place("casework/decide_hold", hold.pk),
        words=Act(
            title=_("Decide on a criminal-justice hold"),
            submit=_("Save decision"),
            done=_("Decision saved."),
            tab=TAB,
            back=back_to(case),
            facts=_facts(hold),
        ),
    )


def _facts(hold: Hold) -> list[dict[str, Any]]:
    return [
        summary_row(_("What it stops"), _(SCOPE)),
        summary_row(_("Proceedings"), hold.proceedings),
        said_row(_("Reason"), hold.reason),
        said_row(_("Evidence"), hold.evidence),
        said_row(_("Risk of use in court"), hold.court_risk),
        summary_row(_("Whose risk it reduces"), whose_in_words(hold.whose_risk)),
    ]
