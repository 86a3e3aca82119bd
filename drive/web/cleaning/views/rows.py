"""The rows of a list, and deciding on one."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from drive.web.accounts.policy import actor_of, find, page, seen
from drive.web.cleaning import actions
from drive.web.cleaning.forms import DecideForm, RowFilterForm
from drive.web.cleaning.models import CleaningProposal, InsightsList, InsightsListRow
from drive.web.cleaning.presenters import proposals as proposal_words
from drive.web.cleaning.presenters import rows as presenters
from drive.web.cleaning.presenters.parts import row_standing
from drive.web.cleaning.queries.proposals import pairs, proposal_of, relying_on
from drive.web.cleaning.queries.sealed import cells_in
from drive.web.cleaning.rules.headings import BY_KEY
from drive.web.cleaning.rules.states import InsightsListState, InsightsRowState
from drive.web.core.clock import now
from drive.web.core.exceptions import Refusal
from drive.web.design_system.presenters import label
from drive.web.recording.actions import once
from drive.web.recording.exceptions import AlreadySubmitted

ROWS_A_PAGE = 50
_OPEN = {InsightsListState.WAITING, InsightsListState.DECIDED}
_HEADINGS = {key: each.label for key, each in BY_KEY.items()}


@page("cleaning.decide")
@require_safe
def rows(request: HttpRequest, list_id: UUID) -> HttpResponse:
    """Show the rows of a list by where they stand."""
    insights_list = find(request, InsightsList, pk=list_id)
    form = RowFilterForm(request.GET or None)
    state = form.cleaned_data["state"] if form.is_valid() else None
    found = InsightsListRow.objects.visible_to(actor_of(request))
    found = found.filter(insights_list=insights_list).select_related("site", "insights_list")
    found = found.filter(state=state) if state else found
    shown = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    seen(request, shown)
    address = reverse("cleaning:rows", args=[insights_list.pk])
    context = {
        "list": insights_list,
        "filter_form": form,
        "selected": [{"text": label(state), "href": address}] if state else [],
        "page": shown,
        "query": f"state={state.value}" if state else "",
        "rows": presenters.rows_table(shown),
    }
    return render(request, "cleaning/rows.html", context)


@page("cleaning.decide")
def one_row(request: HttpRequest, list_id: UUID, number: int) -> HttpResponse:
    """Show a row beside the one that stays, and take a decision on it."""
    insights_list = find(request, InsightsList, pk=list_id)
    row = find(request, InsightsListRow, insights_list=insights_list, number=number)
    proposal = proposal_of(row)
    form = DecideForm(
        request.POST or None,
        state=InsightsRowState(row.state),
        initial={"reason": proposal.reason if proposal else None},
    )
    if request.method == "POST" and form.is_valid():
        answer = _decide(request, form, row, proposal)
        if answer is not None:
            return answer
    context = {
        "list": insights_list,
        "row": row,
        "standing": row_standing(row),
        "form": form,
        "may_decide": insights_list.state in _OPEN,
        "decide_heading": presenters.decide_heading(row),
        "problems": presenters.problems_in_words(row),
        "linked": presenters.linked_in_words(row),
        "decisions": presenters.decisions_table(_decisions(row)),
        "is_decided": row.decisions.exists(),
        "back": _back(row, proposal),
        **_compared(request, row, proposal),
    }
    return render(request, "cleaning/row.html", context)


def _decisions(row: InsightsListRow) -> list:
    return list(row.decisions.select_related("recorded_by").order_by("-number"))


def _compared(
    request: HttpRequest, row: InsightsListRow, proposal: CleaningProposal | None
) -> dict[str, object]:
    """Return the row, and beside it the one that stays where there is one."""
    found = pairs([proposal], actor_of(request))[0] if proposal else None
    stays = found.stays if found else None
    relying = [each for each in relying_on([row], actor_of(request)) if each != row.number]
    context: dict[str, object] = {
        "proposal": proposal,
        "stays": stays,
        "stays_no_longer": proposal_words.stays_no_longer(stays) if stays else "",
        "relying": relying,
        "table": None,
    }
    cells = cells_in(row)
    if stays and proposal and cells:
        seen(request, [stays])
        context["table"] = proposal_words.comparison_table(row, stays, proposal)
    elif cells:
        context["table"] = proposal_words.row_table(cells, _HEADINGS)
    return context


def _back(row: InsightsListRow, proposal: CleaningProposal | None) -> str:
    if proposal:
        return reverse("cleaning:proposals", args=[row.insights_list_id, proposal.reason])
    return reverse("cleaning:rows", args=[row.insights_list_id])


def _decide(
    request: HttpRequest,
    form: DecideForm,
    row: InsightsListRow,
    proposal: CleaningProposal | None,
) -> HttpResponseRedirect | None:
    """Decide on the row; None if that was refused, with the words in the form."""
    actor, given, before = actor_of(request), form.cleaned_data, row.state
    try:
        once(
            lambda: actions.decide_row(
                row=row,
                verdict=form.decided,
                reason=given["reason"],
                words=given["words"],
                by=actor,
                now=now(),
            ),
            key=given["key"],
            form="cleaning.decide",
            by=actor,
            now=now(),
        )
    except AlreadySubmitted:
        messages.info(request, _("This decision was stored already. Nothing was done twice."))
    except Refusal as refusal:
        form.add_error(refusal.field, refusal.message)
        return None
    else:
        _say(request, row, before=before)
    return redirect(_back(row, proposal))


def _say(request: HttpRequest, row: InsightsListRow, *, before: str) -> None:
    messages.success(request, presenters.decided_in_words(row, before=before))
    if row.state == InsightsRowState.SET_ASIDE:
        relying = relying_on([row], actor_of(request))
        if words := proposal_words.relying_in_words(relying):
            messages.info(request, words)
