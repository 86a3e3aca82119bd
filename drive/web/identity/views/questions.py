"""The match queue, and the page on which one question is decided."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from drive.vocabulary.identity import CandidateState
from drive.web.accounts.policy import actor_of, find, page, seen
from drive.web.core.clock import now, today
from drive.web.identity import actions
from drive.web.identity.forms import DecisionForm, QueueFilterForm
from drive.web.identity.presenters import pair as words
from drive.web.identity.presenters import queue as queue_words
from drive.web.identity.presenters.filters import query_of, selected
from drive.web.identity.queries import queue as queries
from drive.web.identity.queries.groups import Human, human
from drive.web.identity.queries.reviews import are_one, both_drawn
from drive.web.organisations.queries import all_sites
from drive.web.people.models import MatchCandidate, MatchDecision
from drive.web.recording.views import Place, carried_out, take_up

ROWS_A_PAGE = 50


@page("identity.review")
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """Show the questions that wait: those that hold a draw first, then the oldest."""
    actor = actor_of(request)
    form = QueueFilterForm(request.GET or None, sites=all_sites())
    codes = {name: code for name, (code, _label) in form.chosen.items()}
    everything = queries.questions(actor, {}, today=today())
    rows = queries.questions(actor, codes, today=today()) if codes else everything
    shown = Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("page"))
    candidates = queries.with_names(list(shown))
    seen(request, candidates.values())
    context = {
        "counts": queue_words.counts(everything, today()),
        "page": shown,
        "questions": queue_words.queue_table(shown, candidates, today()),
        "filter_form": form,
        "selected": selected(form.chosen, reverse("identity:queue")),
        "query": query_of(codes),
        "first": next((row for row in everything if not row.for_somebody_else), None),
    }
    return render(request, "identity/queue.html", context)


@page("identity.review")
def question(request: HttpRequest, candidate_id: UUID) -> HttpResponse:
    """Show two records side by side, and take a reviewer's verdict on them."""
    candidate = find(request, MatchCandidate, pk=candidate_id)
    form = _form(request, candidate, overrule=False)
    if form.is_valid() and _decided(request, candidate, form, overrule=False):
        return _onward(request, candidate)
    return _shown(request, candidate, form, overrule=False)


@page("identity.review", step_up=True)
def overrule(request: HttpRequest, candidate_id: UUID) -> HttpResponse:
    """Decide again what was settled."""
    candidate = find(request, MatchCandidate, pk=candidate_id)
    if candidate.state != CandidateState.SETTLED:
        return redirect("identity:question", candidate.pk)
    form = _form(request, candidate, overrule=True)
    if form.is_valid() and _decided(request, candidate, form, overrule=True):
        candidate.refresh_from_db()
        messages.success(request, words.saved_in_words(candidate))
        return redirect("identity:person", candidate.one_id)
    return _shown(request, candidate, form, overrule=True)


def _place(candidate: MatchCandidate, *, overrule: bool) -> Place:
    return Place("identity.overrule" if overrule else "identity.decide", candidate.pk)


def _form(request: HttpRequest, candidate: MatchCandidate, *, overrule: bool) -> DecisionForm:
    form = DecisionForm(request.POST or None, today=today())
    take_up(form, _place(candidate, overrule=overrule), by=actor_of(request))
    return form


def _decided(
    request: HttpRequest, candidate: MatchCandidate, form: DecisionForm, *, overrule: bool
) -> bool:
    by, moment = actor_of(request), now()
    return carried_out(
        form,
        lambda: actions.decide(
            candidate=candidate,
            verdict=form.cleaned_data["verdict"],
            reason=form.cleaned_data["reason"],
            overrule=overrule,
            by=by,
            now=moment,
        ),
        place=_place(candidate, overrule=overrule),
        by=by,
        now=moment,
    )


def _onward(request: HttpRequest, candidate: MatchCandidate) -> HttpResponseRedirect:
    """Lead to the next question, so that a reviewer need not go back to the list."""
    candidate.refresh_from_db()
    messages.success(request, words.saved_in_words(candidate))
    following = queries.next_to_decide(actor_of(request), today=today())
    if following is None:
        return redirect("identity:queue")
    return redirect("identity:question", following.candidate)


def _shown(
    request: HttpRequest, candidate: MatchCandidate, form: DecisionForm, *, overrule: bool
) -> HttpResponse:
    actor = actor_of(request)
    one, other = human(actor, candidate.one), human(actor, candidate.other)
    seen(request, [*one.rows, *other.rows])
    decisions = _decisions_to_show(candidate)
    context = {
        "candidate": candidate,
        "comparison": words.comparison_table(one, other),
        "findings": words.findings(candidate),
        "consequences": words.consequences(candidate, both_drawn=both_drawn(candidate)),
        "decisions": words.decisions_table(decisions) if decisions else None,
        "stands": _stands(candidate, one, other),
        "decides": _decides(request, candidate, overrule=overrule),
        "overrule": overrule,
        "links": words.person_links((one, other)),
        "form": form,
        "draft": _place(candidate, overrule=overrule),
    }
    return render(request, "identity/question.html", context)


def _decisions_to_show(candidate: MatchCandidate) -> list[MatchDecision]:
    """What the first reviewer said stays unsaid until the second has said something."""
    if candidate.state == CandidateState.SECOND:
        return []
    return list(candidate.decisions.select_related("recorded_by"))


def _decides(request: HttpRequest, candidate: MatchCandidate, *, overrule: bool) -> bool:
    if candidate.state == CandidateState.SETTLED:
        return overrule
    last = candidate.decisions.order_by("-number").first()
    is_own = last is not None and last.recorded_by_id == actor_of(request).pk
    return not (candidate.state == CandidateState.SECOND and is_own)


def _stands(candidate: MatchCandidate, one: Human, other: Human) -> str:
    if candidate.state == CandidateState.SECOND:
        return _(
            "One reviewer has decided. What he or she said is not shown, so that two "
            "reviewers look at it independently."
        )
    if candidate.state == CandidateState.DISAGREED:
        return _("Two reviewers disagree. What is decided now settles the question.")
    if candidate.state != CandidateState.SETTLED and one.keys & other.keys:
        return _("Other records have made these two one person already.")
    if candidate.state == CandidateState.SETTLED and are_one(candidate):
        return _("This question is settled, and the two records are one person.")
    if candidate.state == CandidateState.SETTLED:
        return _("This question is settled.")
    return ""
