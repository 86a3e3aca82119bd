"""From what a fact was made, what corroborates it, and what she wishes for it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from drive.web.accounts.policy import actor_of, page, seen
from drive.web.core.clock import today
from drive.web.information import actions
from drive.web.information.forms import CorroborateForm, DeriveForm, WishForm
from drive.web.information.models import Fact, FactVersion, Folder
from drive.web.information.presenters import known as words
from drive.web.information.queries import facts as queries
from drive.web.information.views.acting import Act, act_page
from drive.web.information.views.facts import about_fact, chosen_facts, page_of
from drive.web.information.views.frames import fact_in, folder_and_frame
from drive.web.recording.views import Place


def _others(request: HttpRequest, folder: Folder, found: Fact) -> list[FactVersion]:
    """Return the other facts of the case, which the form offers."""
    offered = list(queries.facts_in(folder, actor_of(request)).exclude(fact=found))
    seen(request, offered)
    return offered


@page("information.record_fact")
def derive(request: HttpRequest, case_id: UUID, fact_id: UUID) -> HttpResponse:
    """Say from which facts a fact was made."""
    folder, frame = folder_and_frame(request, case_id)
    found = fact_in(request, folder, fact_id)
    offered = words.choices(_others(request, folder, found))
    form = DeriveForm(request.POST or None, facts=offered, today=today())
    return act_page(
        request,
        (folder, frame),
        form,
        lambda by, moment: actions.derive(
            fact=found,
            derives_from=chosen_facts(folder, form.cleaned_data["derives_from"], by),
            by=by,
            now=moment,
        ),
        place=Place("information/derive", found.pk),
        words=Act(
            title=_("From what a fact was made"),
            submit=_("Save"),
            done=_("Saved. It has the origins of what it was made from."),
            back=page_of(found),
            about=about_fact(request, found),
            lead=[_("A fact that was made from others has their origins in place of its own.")],
        ),
    )


@page("information.record_fact")
def corroborate(request: HttpRequest, case_id: UUID, fact_id: UUID) -> HttpResponse:
    """Say that another fact says the same, and whether it would had she not spoken."""
    folder, frame = folder_and_frame(request, case_id)
    found = fact_in(request, folder, fact_id)
    offered = words.choices(_others(request, folder, found))
    form = CorroborateForm(request.POST or None, facts=offered, today=today())

    def act(by: Any, moment: Any) -> Any:
        given = form.cleaned_data
        [other] = chosen_facts(folder, [given["corroborated_by"]], by)
        return actions.corroborate(
            fact=found,
            corroborated_by=other,
            independent=given["independent"],
            why=given["why"],
            by=by,
            now=moment,
        )

    return act_page(
        request,
        (folder, frame),
        form,
        act,
        place=Place("information/corroborate", found.pk),
        words=Act(
            title=_("What corroborates a fact"),
            submit=_("Save"),
            done=_("Saved."),
            back=page_of(found),
            about=about_fact(request, found),
            lead=[
                _(
                    "Only what would be known had she not spoken protects her. If in doubt, choose "
                    "unsure: it counts as no."
                )
            ],
        ),
    )


@page("information.record_fact")
def wish(request: HttpRequest, case_id: UUID, fact_id: UUID) -> HttpResponse:
    """Record what she wishes for a fact."""
    folder, frame = folder_and_frame(request, case_id)
    found = fact_in(request, folder, fact_id)
    form = WishForm(request.POST or None, today=today())
    names = ("asked_on", "asked_by", "answer", "words")
    return act_page(
        request,
        (folder, frame),
        form,
        lambda by, moment: actions.record_wish(
            fact=found,
            asked=actions.Asked(**{name: form.cleaned_data[name] for name in names}),
            by=by,
            now=moment,
        ),
        place=Place("information/wish", found.pk),
        words=Act(
            title=_("What she wishes"),
            submit=_("Save"),
            done=_("Saved. It stands on whatever is made of this fact."),
            back=page_of(found),
            about=about_fact(request, found),
            lead=[_("She is asked only where it is safe, and by whoever she speaks to.")],
        ),
    )
