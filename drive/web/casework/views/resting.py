"""What a contact strategy rests on, choosing its facts, and overriding the guard."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from drive.vocabulary.facts import Use
from drive.web.accounts.models import User
from drive.web.accounts.policy import actor_of, may, page, seen
from drive.web.casework.actions import resting as actions
from drive.web.casework.forms.resting import RestsOnForm
from drive.web.casework.models import ContactStrategy
from drive.web.casework.presenters import resting as words
from drive.web.casework.queries.strategies import state_of_strategy
from drive.web.casework.views.acting import Act, act_page
from drive.web.casework.views.frames import frame
from drive.web.casework.views.strategies import TAB, find_version, version_page
from drive.web.core.clock import today
from drive.web.information.forms import OverrideForm
from drive.web.information.models import Fact, Folder
from drive.web.information.presenters import known as fact_words
from drive.web.information.presenters.guard import verdict_panel
from drive.web.information.presenters.resting import cards
from drive.web.information.queries import citing, resting
from drive.web.information.queries.facts import facts_in
from drive.web.recording.views import Place


@page("information.view")
@require_safe
def rests_on(request: HttpRequest, case_id: UUID, strategy_id: UUID) -> HttpResponse:
    """The facts that a version rests on, and what the guard says of them now."""
    version = find_version(request, case_id, strategy_id)
    actor = actor_of(request)
    found = resting.resting_on(version.pk, Use.CONTACT, actor)
    seen(request, found.rows)
    still_open = state_of_strategy(version) in words.STILL_OPEN
    context = {
        "case": frame(request, version.drive_case, TAB),
        "case_id": version.drive_case_id,
        "strategy_id": version.pk,
        "panel": verdict_panel(found.verdict),
        "cards": cards(found),
        "may_choose": still_open and may(actor, "casework.write_strategy"),
        "may_override": still_open and found.verdict.stops and may(actor, "information.override"),
    }
    return render(request, "casework/rests_on.html", context)


@page("casework.write_strategy")
def choose_facts(request: HttpRequest, case_id: UUID, strategy_id: UUID) -> HttpResponse:
    """Say on which facts a version rests."""
    version = find_version(request, case_id, strategy_id)
    actor = actor_of(request)
    offered = _facts_of(version, actor)
    seen(request, offered)
    cited = {str(row.fact_id) for row in citing.cited_facts(version.pk, Use.CONTACT, actor)}
    form = RestsOnForm(
        request.POST or None,
        facts=fact_words.choices(offered),
        today=today(),
        initial={"facts": sorted(cited)},
    )
    return act_page(
        request,
        version.drive_case,
        form,
        lambda by, moment: actions.rest_on(
            strategy=version, facts=_chosen(version, form.cleaned_data, by), by=by, now=moment
        ),
        place=Place("casework/rests_on", version.pk),
        words=Act(
            title=_("What the strategy rests on"),
            submit=_("Save"),
            done=_("Saved. The guard has looked at it."),
            tab=TAB,
            back=reverse("casework:rests_on", args=[version.drive_case_id, version.pk]),
            lead=[
                _(
                    "Choose every fact from which the service user could tell why he is approached "
                    "now, here, or with these words."
                )
            ],
        ),
    )


def _facts_of(version: ContactStrategy, actor: User) -> list[Any]:
    folder = Folder.objects.visible_to(actor).filter(about=version.drive_case_id).first()
    return list(facts_in(folder, actor)) if folder else []


def _chosen(version: ContactStrategy, given: dict[str, Any], by: User) -> list[Fact]:
    of_case = Fact.objects.visible_to(by).filter(folder__about=version.drive_case_id)
    return list(of_case.filter(pk__in=given["facts"]).select_related("folder"))


@page("information.override")
def override_guard(request: HttpRequest, case_id: UUID, strategy_id: UUID) -> HttpResponse:
    """Override the guard as one of the two who decide together, with reasons."""
    version = find_version(request, case_id, strategy_id)
    found = resting.to_decide(version.pk, Use.CONTACT, actor_of(request))
    seen(request, found.rows)
    form = OverrideForm(request.POST or None, today=today())
    return act_page(
        request,
        version.drive_case,
        form,
        lambda by, moment: actions.override_guard(
            strategy=version, reason=form.cleaned_data["reason"], by=by, now=moment
        ),
        place=Place("casework/override_guard", version.pk),
        words=Act(
            title=_("Decide together about the guard"),
            submit=_("Let it go on, for this reason"),
            done=_("Saved. It goes on once both have decided so."),
            tab=TAB,
            back=version_page(version),
            cards=cards(found),
            lead=[
                verdict_panel(found.verdict)["text"],
                _(
                    "It goes on only if the service manager and the IDVA lead both let it, each "
                    "with reasons. It holds for what it rests on now, and for this version."
                ),
            ],
        ),
    )
