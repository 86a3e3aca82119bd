"""The page of one person."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from drive.web.accounts.models import User
from drive.web.accounts.policy import actor_of, find, may, page, seen
from drive.web.identity.presenters import history as history_words
from drive.web.identity.presenters import person as words
from drive.web.identity.queries.groups import Human, appearances, began_on, human
from drive.web.identity.queries.histories import history
from drive.web.identity.rules import standings
from drive.web.people.models import Person


@page("identity.view_person")
@require_safe
def person(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Show who somebody is: records, roles, hearings; to reviewers also how that came about."""
    actor = actor_of(request)
    found = find(request, Person, pk=person_id)
    who = human(actor, found)
    if found.pk != who.first.pk:
        # Whoever was made one with others is shown where they are, as far as they are in reach.
        return redirect("identity:person", who.first.pk)
    seen(request, who.rows)
    flags = standings(appearances(who.heard), began_on=began_on(who.heard))
    context = {
        "name": found.name,
        "summary": words.summary(who),
        "hearings": words.hearings_table(who.heard, flags, opens=may(actor, "referrals.view")),
        "mentions": words.mentions_table(who),
        "in_part": not may(actor, "identity.review"),
        "reviews": _reviews(request, actor, who) if may(actor, "identity.review") else None,
    }
    return render(request, "identity/person.html", context)


def _reviews(request: HttpRequest, actor: User, who: Human) -> dict[str, Any]:
    found = history(actor, who.keys)
    seen(request, [*found.decisions, *found.merges, *found.settled, *found.waiting])
    return {
        "timeline": history_words.timeline(found),
        "merges": history_words.merges_table(
            [each for each in found.merges if each.undone_at is None],
            _("What makes these records one person"),
            may_undo=may(actor, "identity.undo_merge"),
        ),
        "waiting": history_words.questions_table(
            found.waiting, _("Questions that wait"), overrules=False
        ),
        "settled": history_words.questions_table(
            found.settled, _("Questions that are settled"), overrules=True
        ),
    }
