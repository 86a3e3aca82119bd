"""What is known about a case on one side: the list, one fact, and putting facts right."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from drive.vocabulary.answers import Answer, ValueStatus, known, unknown
from drive.vocabulary.facts import Use
from drive.web.accounts.models import User
from drive.web.accounts.policy import actor_of, may, page, seen
from drive.web.core.clock import today
from drive.web.information import actions
from drive.web.information.forms import CorrectFactForm, FactForm, ReasonForm
from drive.web.information.models import Fact, FactVersion, Folder
from drive.web.information.presenters import guard as guard_words
from drive.web.information.presenters import known as words
from drive.web.information.queries import citing
from drive.web.information.queries import facts as queries
from drive.web.information.views.acting import Act, act_page
from drive.web.information.views.frames import fact_in, folder_and_frame
from drive.web.recording.views import Place

A_PAGE = 50


@page("information.view_facts")
@require_safe
def facts(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """What is known, by topic, each with what it rests on."""
    folder, frame = folder_and_frame(request, case_id)
    actor = actor_of(request)
    shown = Paginator(queries.facts_in(folder, actor), A_PAGE).get_page(request.GET.get("page"))
    withdrawn = list(queries.withdrawn_in(folder, actor)[:A_PAGE])
    seen(request, [*shown, *withdrawn])
    verdict = citing.verdict_of([row.fact_id for row in shown], Use.CONTACT)
    footings = {each.fact: each for each in verdict.footings}
    context = {
        **frame,
        "page": shown,
        "tables": words.topic_tables(shown, footings, folder.about),
        "withdrawn": words.withdrawn_rows(withdrawn, folder.about),
        "may_record": may(actor, "information.record_fact"),
    }
    return render(request, "information/facts.html", context)


@page("information.view_facts")
@require_safe
def fact(request: HttpRequest, case_id: UUID, fact_id: UUID) -> HttpResponse:
    """One fact: what is said, what it rests on, what she wishes, and what it is used for."""
    folder, frame = folder_and_frame(request, case_id)
    found, actor = fact_in(request, folder, fact_id), actor_of(request)
    latest, *earlier = queries.versions_of(found, actor)
    parents, children = queries.parents_of(found, actor), queries.children_of(found, actor)
    said = queries.corroborations_of(found, actor)
    wishes = queries.wishes_of(found, actor)
    cited = list(citing.citations_of(found, actor))
    by_fact = {row.fact_id: row for row in _of(actor, [each.corroborated_by for each in said])}
    seen(request, [latest, *earlier, *parents, *children, *said, *wishes, *cited])
    received = queries.came_by(found) is not None
    context = {
        **frame,
        "fact_id": found.pk,
        "statement": words.statement(latest),
        "withdrawn": latest.withdrawn,
        "received": received,
        "said": words.said_rows(latest),
        "footing": guard_words.footing_rows(citing.verdict_of([found.pk], Use.CONTACT).footings[0]),
        "parents": [words.link_to(row, folder.about) for row in parents],
        "children": [words.link_to(row, folder.about) for row in children],
        "corroborations": words.corroboration_rows(said, by_fact, folder.about),
        "wishes": words.wish_rows(wishes),
        "citations": guard_words.citation_rows(cited),
        "earlier": words.history(earlier),
        "may_trace": may(actor, "outbound.trace_fact"),
        "offered": _offered(found, latest, actor, received=received),
    }
    return render(request, "information/fact.html", context)


def _of(actor: User, facts: list[Fact]) -> list[FactVersion]:
    found = FactVersion.objects.visible_to(actor)
    return list(found.filter(fact__in=facts, superseded_by=None))


def _offered(
    found: Fact, latest: FactVersion, actor: User, *, received: bool
) -> list[dict[str, str]]:
    """Return the buttons of a fact: what this person can do with it as it stands."""
    if latest.withdrawn or not may(actor, "information.record_fact"):
        return []
    acts = [
        ("corroborate", _("Say what corroborates it")),
        ("wish", _("Record what she wishes")),
    ]
    if not received:
        acts = [
            ("correct_fact", _("Put it right")),
            *acts,
            ("derive", _("Say from what it was made")),
            ("withdraw_fact", _("Withdraw it")),
        ]
    keys = [found.folder.about, found.pk]
    return [
        {"text": text, "href": reverse(f"information:{name}", args=keys)} for name, text in acts
    ]


@page("information.record_fact")
def add_fact(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Record a fact."""
    folder, frame = folder_and_frame(request, case_id)
    actor = actor_of(request)
    offered = list(queries.facts_in(folder, actor))
    seen(request, offered)
    form = FactForm(
        request.POST or None,
        facts=words.choices(offered),
        today=today(),
        initial={"learned_on": today()},
    )
    return act_page(
        request,
        (folder, frame),
        form,
        lambda by, moment: actions.record_fact(
            folder=folder,
            said=_said(form.cleaned_data),
            derives_from=chosen_facts(folder, form.cleaned_data["derives_from"], actor),
            by=by,
            now=moment,
        ),
        place=Place("information/fact", folder.about),
        words=Act(
            title=_("Record a fact"),
            submit=_("Save fact"),
            done=_("Fact saved. It is shared with nobody until you release something."),
            back=list_of(folder),
            lead=[_("Here stands what is known and who said so: what may rest on it follows.")],
        ),
    )


def list_of(folder: Folder) -> str:
    """Return the address of the facts of a folder."""
    return reverse("information:facts", args=[folder.about])


def page_of(found: Fact) -> str:
    """Return the address of a fact."""
    return reverse("information:fact", args=[found.folder.about, found.pk])


def about_fact(request: HttpRequest, found: Fact) -> list[dict[str, Any]]:
    """Return which fact the page of an act is about."""
    standing = queries.standing_version(found)
    seen(request, [standing])
    return words.short_rows(standing)


def chosen_facts(folder: Folder, keys: list[str], actor: User) -> list[Fact]:
    """Return the facts of a folder that were chosen in a form."""
    return list(Fact.objects.visible_to(actor).filter(folder=folder, pk__in=keys))


_NAMES = (
    "statement", "topic", "source_kind", "agency", "route", "without_her", "learned_on",
    "reliability", "inferable", "handling", "conditions",
)  # fmt: skip


def _said(given: dict[str, Any]) -> actions.Saying:
    return actions.Saying(**{name: given[name] for name in _NAMES})


@page("information.record_fact")
def correct_fact(request: HttpRequest, case_id: UUID, fact_id: UUID) -> HttpResponse:
    """Put a fact right; what was said before stays on record."""
    folder, frame = folder_and_frame(request, case_id)
    found = fact_in(request, folder, fact_id)
    standing = queries.standing_version(found)
    seen(request, [standing])
    initial = {**actions.said_of(standing), "inferable": _inferable(standing), "seen": standing.pk}
    form = CorrectFactForm(request.POST or None, today=today(), initial=initial)
    return act_page(
        request,
        (folder, frame),
        form,
        lambda by, moment: actions.correct_fact(
            fact=found,
            said=_said(form.cleaned_data),
            seen=form.cleaned_data["seen"],
            by=by,
            now=moment,
        ),
        place=Place("information/correct_fact", found.pk),
        words=Act(
            title=_("Put a fact right"),
            submit=_("Save"),
            done=_("Saved. What was said before stays on record."),
            back=page_of(found),
        ),
    )


def _inferable(row: FactVersion) -> Answer:
    if row.inferable:
        return known(row.inferable)
    return unknown(ValueStatus(row.inferable_status))


@page("information.record_fact")
def withdraw_fact(request: HttpRequest, case_id: UUID, fact_id: UUID) -> HttpResponse:
    """Withdraw a fact."""
    folder, frame = folder_and_frame(request, case_id)
    found = fact_in(request, folder, fact_id)
    about = about_fact(request, found)
    form = ReasonForm(request.POST or None, today=today())
    return act_page(
        request,
        (folder, frame),
        form,
        lambda by, moment: actions.withdraw_fact(
            fact=found, reason=form.cleaned_data["reason"], by=by, now=moment
        ),
        place=Place("information/withdraw_fact", found.pk),
        words=Act(
            title=_("Withdraw a fact"),
            submit=_("Withdraw"),
            done=_("Withdrawn. Nothing rests on it any more."),
            back=page_of(found),
            about=about,
        ),
    )
