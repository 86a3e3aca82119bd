"""Entering one hearing by hand: who is on record already is asked before anybody is made."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from drive.vocabulary.identity import Verdict
from drive.web.accounts.models import User
from drive.web.accounts.policy import actor_of, page, seen
from drive.web.core.clock import now, today
from drive.web.core.exceptions import Refusal
from drive.web.people.queries import Possible
from drive.web.recording.actions import discard_draft, once
from drive.web.recording.exceptions import AlreadySubmitted
from drive.web.recording.queries import made_from
from drive.web.recording.views import Place, take_up
from drive.web.referrals import actions, jobs, queries
from drive.web.referrals.actions import NewHearing, SaidOfPerson, referred
from drive.web.referrals.forms import HearingForm
from drive.web.referrals.models import MaracHearing
from drive.web.referrals.presenters import entering as presenters
from drive.web.referrals.rules.entering import NONE, UNSURE, shown_together

FORM = "referrals.enter"


@page("referrals.enter")
def enter(request: HttpRequest) -> HttpResponse:
    """Enter one hearing by hand."""
    actor = actor_of(request)
    maracs = list(queries.maracs_for(actor))
    form = HearingForm(request.POST or None, maracs=maracs, today=today())
    place = Place(FORM, actor.pk)
    take_up(form, place, by=actor)
    shown = ""
    if request.method == "POST" and form.is_valid():
        earlier = made_from(form.cleaned_data["key"], user=actor)
        if earlier:
            return redirect("referrals:hearing", hearing_id=earlier)
        possible = queries.possible_people(
            form.hearing(), site=form.cleaned_data["marac"].site, actor=actor
        )
        shown = _ask(request, form, possible, actor=actor)
        if form.is_settled(shown):
            answer = _recorded(request, form, _said(form, possible), place=place)
            if answer:
                return answer
    context = {"form": form, "shown": shown, "draft": place, "back": reverse("referrals:index")}
    return render(request, "referrals/enter.html", context)


def _ask(
    request: HttpRequest,
    form: HearingForm,
    possible: Mapping[str, Sequence[Possible]],
    *,
    actor: User,
) -> str:
    """Put the people on record who may be meant onto the form; return who is shown as a text."""
    people = [each.person for some in possible.values() for each in some]
    known = queries.known_of(people, actor=actor)
    for role, some in possible.items():
        form.ask_who(role, presenters.choices(some), hints=presenters.hints(some, known))
    seen(request, people)
    return shown_together(
        (role, [each.person.pk for each in some]) for role, some in possible.items()
    )


def _said(form: HearingForm, possible: Mapping[str, Sequence[Possible]]) -> dict[str, SaidOfPerson]:
    said = {}
    for role, some in possible.items():
        answer = form.who_is(role)
        if answer == UNSURE:
            said[role] = SaidOfPerson(verdict=None)
        elif answer == NONE:
            said[role] = SaidOfPerson(verdict=Verdict.DIFFERENT, about=some)
        else:
            chosen = [each for each in some if str(each.person.pk) == answer]
            said[role] = SaidOfPerson(verdict=Verdict.SAME, about=chosen)
    return said


def _recorded(
    request: HttpRequest, form: HearingForm, said: Mapping[str, SaidOfPerson], *, place: Place
) -> HttpResponse | None:
    """Record the hearing and go to it; None if it was refused, in words on the form."""
    actor, moment = actor_of(request), now()

    def record() -> MaracHearing:
        hearing = _new_hearing(form)
        return actions.enter_hearing(hearing=hearing, said=said, by=actor, now=moment)

    try:
        made = once(record, key=form.cleaned_data["key"], form=FORM, by=actor, now=moment)
    except AlreadySubmitted as earlier:
        return redirect("referrals:hearing", hearing_id=earlier.result_id)
    except Refusal as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        return None
    discard_draft(form=place.form, subject=place.subject, by=actor)
    jobs.compare_who_is_new(by=actor)
    messages.success(request, _("The hearing is recorded."))
    return redirect("referrals:hearing", hearing_id=made.pk)


def _new_hearing(form: HearingForm) -> NewHearing:
    read = form.hearing()
    return NewHearing(
        marac=form.cleaned_data["marac"],
        heard_on=read.heard_on,
        perpetrator=referred(read.perpetrator),
        victim_survivor=referred(read.victim_survivor),
        answers={
            question: replace(answer, as_of=read.heard_on) if answer.is_known else answer
            for question, answer in read.answers.items()
        },
        referred_by=read.referred_by,
    )
