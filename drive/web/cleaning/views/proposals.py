"""Looking at what is proposed, fifty rows a page, and setting the rows of a page aside."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from drive.linkage.cleaning import CleaningReason
from drive.web.accounts.models import User
from drive.web.accounts.policy import actor_of, find, page, seen
from drive.web.cleaning import actions
from drive.web.cleaning.actions.deciding import AT_ONCE
from drive.web.cleaning.forms import PageForm
from drive.web.cleaning.models import CleaningProposal, InsightsList, InsightsListRow
from drive.web.cleaning.presenters import proposals as presenters
from drive.web.cleaning.queries import lists as queries
from drive.web.cleaning.queries.proposals import pairs, proposals_of, relying_on
from drive.web.cleaning.rules.states import (
    DecisionReason,
    InsightsListState,
    InsightsRowState,
)
from drive.web.core.clock import now
from drive.web.core.exceptions import Refusal
from drive.web.recording.actions import once
from drive.web.recording.exceptions import AlreadySubmitted

_OPEN = {InsightsListState.WAITING, InsightsListState.DECIDED}


@page("cleaning.decide")
def proposals(request: HttpRequest, list_id: UUID, reason: str) -> HttpResponse:
    """Show the proposals of one reason beside the rows that stay, and set a page aside."""
    insights_list = find(request, InsightsList, pk=list_id)
    wanted = _reason(reason)
    form = PageForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answer = _set_aside(request, form, insights_list, wanted)
        if answer is not None:
            return answer
    state = _state(request)
    shown = _shown(request, insights_list, wanted, state)
    found = pairs(list(shown), actor_of(request))
    seen(request, [row for pair in found for row in (pair.row, pair.stays) if row])
    if not form.is_bound:
        form = PageForm(initial={"rows": " ".join(str(pair.row.pk) for pair in found)})
    counts = queries.progress(insights_list, actor_of(request))
    by_reason = {each.reason: each for each in counts}
    context = {
        "list": insights_list,
        "form": form,
        "reason": wanted,
        "title": presenters.title(wanted),
        "reasons": presenters.reason_links(insights_list.pk, counts, wanted),
        "standings": presenters.standing_links(by_reason[wanted], state),
        "may_set_aside": state == InsightsRowState.PROPOSED and insights_list.state in _OPEN,
        "page": shown,
        "query": f"state={state.value}",
        "proposals": presenters.proposals_table(
            found, wanted, all_wait=state == InsightsRowState.PROPOSED
        ),
        "next": _next(counts),
    }
    return render(request, "cleaning/proposals.html", context)


def _reason(text: str) -> CleaningReason:
    try:
        return CleaningReason(text)
    except ValueError:
        raise Http404("no such reason") from None


def _state(request: HttpRequest) -> InsightsRowState:
    asked = request.GET.get("state", "")
    return next((each for each in presenters.STANDINGS if each == asked), InsightsRowState.PROPOSED)


def _shown(
    request: HttpRequest,
    insights_list: InsightsList,
    reason: CleaningReason,
    state: InsightsRowState,
) -> Page[CleaningProposal]:
    found = proposals_of(insights_list, reason).visible_to(actor_of(request))
    rows = found.filter(row__state=state).select_related("row__insights_list")
    return Paginator(rows, AT_ONCE).get_page(request.GET.get("page"))


def _next(counts: list[queries.Progress]) -> CleaningReason | None:
    return next((each.reason for each in counts if each.undecided), None)


def _set_aside(
    request: HttpRequest, form: PageForm, insights_list: InsightsList, reason: CleaningReason
) -> HttpResponseRedirect | None:
    """Set the shown rows aside; None if that was refused, with the words in the form."""
    actor, done = actor_of(request), []
    rows = _visible(form.cleaned_data["rows"], actor)

    def act() -> InsightsList:
        done.extend(
            actions.set_aside_rows(
                insights_list=insights_list,
                rows=rows,
                reason=DecisionReason(reason.value),
                by=actor,
                now=now(),
            )
        )
        return insights_list

    try:
        key = form.cleaned_data["key"]
        once(act, key=key, form="cleaning.set_aside_page", by=actor, now=now())
    except AlreadySubmitted:
        messages.info(request, _("This page was set aside already. Nothing was done twice."))
    except Refusal as refusal:
        form.add_error(None, refusal.message)
        return None
    else:
        messages.success(request, presenters.done_in_words(done, len(rows)))
        if words := presenters.relying_in_words(relying_on(done, actor)):
            messages.info(request, words)
    return redirect(reverse("cleaning:proposals", args=[insights_list.pk, reason]))


def _visible(keys: list[UUID], actor: User) -> list[UUID]:
    """Return which of the keys the actor may see: a page decides on nothing else."""
    rows = InsightsListRow.objects.visible_to(actor).filter(pk__in=keys)
    return list(rows.values_list("pk", flat=True))
