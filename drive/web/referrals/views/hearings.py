"""Reading hearings."""

from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from drive.web.accounts.policy import actor_of, find, page, seen
from drive.web.referrals import queries
from drive.web.referrals.forms import HearingFilterForm, NameSearchForm
from drive.web.referrals.models import MaracHearing
from drive.web.referrals.presenters import hearings as presenters

ROWS_A_PAGE = 50
MOST_FOUND = 200


@page("referrals.view")
def hearings(request: HttpRequest) -> HttpResponse:
    """List hearings, narrowed by Marac and repeat, or by a surname sent by POST."""
    actor = actor_of(request)
    maracs = list(queries.maracs_for(actor))
    search = NameSearchForm(request.POST or None)
    form = HearingFilterForm(request.GET or None, maracs=maracs)
    found = queries.hearings_for(actor)
    chosen = form.cleaned_data if form.is_valid() else {}
    if request.method == "POST" and search.is_valid():
        found = _named(found, search.cleaned_data["surname"])
        shown = Paginator(found, MOST_FOUND).get_page(1)
    else:
        shown = Paginator(_narrowed(found, chosen), ROWS_A_PAGE).get_page(request.GET.get("page"))
    seen(request, shown)
    context = {
        "form": search,
        "filter_form": form,
        "selected": _selected(form, chosen),
        "page": shown,
        "query": "&".join(f"{name}={value}" for name, value in chosen.items() if value),
        "searched": search.is_bound,
        "hearings": presenters.hearings_table(shown),
    }
    return render(request, "referrals/hearings.html", context)


def _narrowed(found: QuerySet[MaracHearing], chosen: dict) -> QuerySet[MaracHearing]:
    if chosen.get("marac"):
        found = found.filter(meeting__marac=chosen["marac"])
    if chosen.get("repeat"):
        found = found.filter(is_repeat=chosen["repeat"] == "yes")
    return found


def _named(found: QuerySet[MaracHearing], surname: str) -> QuerySet[MaracHearing]:
    return found.filter(
        Q(dyad__perpetrator__person__surname__iexact=surname)
        | Q(dyad__victim_survivor__person__surname__iexact=surname)
    )


def _selected(form: HearingFilterForm, chosen: dict) -> list[dict[str, str]]:
    address = reverse("referrals:hearings")
    items = []
    for name, value in chosen.items():
        if not value:
            continue
        rest = [f"{other}={kept}" for other, kept in chosen.items() if kept and other != name]
        labels = dict(form.fields[name].choices)  # type: ignore[attr-defined]
        href = f"{address}?{'&'.join(rest)}" if rest else address
        items.append({"text": str(labels[value]), "href": href})
    return items


@page("referrals.view")
@require_safe
def one_hearing(request: HttpRequest, hearing_id: UUID) -> HttpResponse:
    """Show one hearing with its core data."""
    hearing = find(request, MaracHearing, pk=hearing_id)
    context = {
        "rows": presenters.hearing_rows(hearing),
        "core_data": presenters.core_data_table(queries.core_data_of(hearing)),
        "back": reverse("referrals:hearings"),
        "pair_id": hearing.dyad_id,
    }
    return render(request, "referrals/hearing.html", context)
