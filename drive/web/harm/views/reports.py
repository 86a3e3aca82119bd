"""The pages of those who report: the same for everybody, and in both arms."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from drive.web.accounts.policy import actor_of, find, may, page, seen
from drive.web.core.clock import now, today
from drive.web.design_system.forms import DriveForm
from drive.web.harm import actions, queries
from drive.web.harm.forms import EventForm, JudgeForm, TakeBackForm
from drive.web.harm.models import SeriousEvent
from drive.web.harm.presenters import reports as words
from drive.web.harm.presenters.notices import notice_in_words
from drive.web.people.models import Dyad
from drive.web.recording.queries import made_from
from drive.web.recording.views import Place, carried_out, take_up

A_PAGE = 50


@page("harm.view")
@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """List the reports that somebody may know of, the newest first."""
    shown = Paginator(queries.reports(actor_of(request)), A_PAGE).get_page(request.GET.get("page"))
    seen(request, shown)
    context = {"page": shown, "reports": words.reports_table(shown, now())}
    return render(request, "harm/reports.html", context)


@page("harm.view")
@require_safe
def report(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Show one report; what is told of it only to those who may read that."""
    event, actor = find(request, SeriousEvent, pk=event_id), actor_of(request)
    account, newer = queries.account_of(event, actor), _newer(event)
    if account:
        seen(request, [account[0]], fields="account")
    rows = words.report_rows(event, queries.her_if_known(event.dyad, actor))
    judges = may(actor, "harm.judge")
    if judges:
        rows.append(words.judgement_row(queries.judgement_of(event, actor)))
    stands = newer is None and not event.taken_back
    context = {
        "rows": rows,
        "account": account[1] if account else None,
        "event": event,
        "newer": newer,
        "corrects": stands and event.recorded_by_id == actor.pk,
        "judges": stands and judges,
        "back": reverse("harm:reports"),
    }
    return render(request, "harm/report.html", context)


def _newer(event: SeriousEvent) -> SeriousEvent | None:
    return SeriousEvent.objects.filter(supersedes=event).first()


@page("harm.record")
def record(request: HttpRequest, dyad_id: UUID) -> HttpResponse:
    """Record a serious event about a pair in reach."""
    actor = actor_of(request)
    dyad = _pair(request, dyad_id)
    place = Place("harm/record", dyad.pk)
    form = EventForm(request.POST or None, today=today(), initial={"known_on": today()})
    take_up(form, place, by=actor)
    if form.is_valid() and _recorded(request, dyad, form, place):
        return _onward(request, form)
    context = {
        "form": form,
        "rows": words.about_rows(dyad, queries.her_if_known(dyad, actor)),
        "others": _others(request, dyad),
        "draft": place,
    }
    return render(request, "harm/record.html", context)


def _pair(request: HttpRequest, dyad_id: UUID) -> Dyad:
    dyad = queries.dyads_to_report_on(actor_of(request)).filter(pk=dyad_id).first()
    if dyad is None:
        request.refusal = "Dyad is not in reach"  # type: ignore[attr-defined]
        raise Http404("not found")
    seen(request, [dyad])
    return dyad


def _others(request: HttpRequest, dyad: Dyad) -> list[dict[str, str]]:
    """Return the other victim-survivors of the same perpetrator, for those who may know them."""
    actor = actor_of(request)
    same = queries.dyads_to_report_on(actor).filter(perpetrator=dyad.perpetrator_id)
    others = [(each, queries.her_if_known(each, actor)) for each in same.exclude(pk=dyad.pk)]
    seen(request, [each for each, her in others if her])
    return [
        {"text": her, "href": reverse("harm:record", args=[each.pk])} for each, her in others if her
    ]


def _recorded(request: HttpRequest, dyad: Dyad, form: EventForm, place: Place) -> bool:
    by, moment = actor_of(request), now()
    return carried_out(
        form,
        lambda: actions.record(dyad=dyad, event=_as_said(form), by=by, now=moment),
        place=place,
        by=by,
        now=moment,
        site=dyad.perpetrator.site,
    )


def _as_said(form: EventForm) -> actions.NewEvent:
    given = form.cleaned_data
    return actions.NewEvent(
        kind=given["kind"],
        harmed=given["harmed"],
        happened_on=given["happened"],
        known_at=given["known_at"],
        account=given["account"],
    )


def _onward(request: HttpRequest, form: DriveForm) -> HttpResponse:
    """Lead to the report that a form made, now or when it was sent before."""
    actor = actor_of(request)
    made = made_from(form.cleaned_data["key"], user=actor)
    found = SeriousEvent.objects.visible_to(actor).select_related("notice")
    event = found.filter(pk=made).first() if made else None
    if event is None:
        return redirect("harm:reports")
    said = _("Recorded. %(notice)s.") % {"notice": notice_in_words(event.notice)}
    messages.success(request, said)
    return redirect("harm:report", event.pk)


def _own(request: HttpRequest, event_id: UUID) -> SeriousEvent:
    """Return a report of the actor's own: nobody puts right what somebody else has said."""
    return find(request, SeriousEvent, pk=event_id, recorded_by=actor_of(request).pk)


@page("harm.record")
def correct(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Put a report right; the report itself stays on record."""
    event, actor = _own(request, event_id), actor_of(request)
    account = queries.account_of(event, actor)
    if account:
        seen(request, [account[0]], fields="account")
    place = Place("harm/correct", event.pk)
    initial = words.as_entered(event, account[1] if account else "")
    form = EventForm(request.POST or None, today=today(), initial=initial)
    take_up(form, place, by=actor)
    moment = now()
    if form.is_valid() and carried_out(
        form,
        lambda: actions.correct(event=event, corrected=_as_said(form), by=actor, now=moment),
        place=place,
        by=actor,
        now=moment,
    ):
        return _onward(request, form)
    context = _about(request, event) | {"form": form, "draft": place}
    return render(request, "harm/correct.html", context)


@page("harm.record")
def take_back(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Take back a report that was made by mistake."""
    event, actor = _own(request, event_id), actor_of(request)
    place = Place("harm/take_back", event.pk)
    form = TakeBackForm(request.POST or None, today=today())
    take_up(form, place, by=actor)
    moment = now()
    if form.is_valid() and carried_out(
        form,
        lambda: actions.take_back(
            event=event, reason=form.cleaned_data["reason"], by=actor, now=moment
        ),
        place=place,
        by=actor,
        now=moment,
    ):
        return _onward(request, form)
    context = _about(request, event) | {"form": form, "draft": place}
    return render(request, "harm/take_back.html", context)


@page("harm.judge")
def judge(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Judge whether Drive or the study may have had a part in an event."""
    event, actor = find(request, SeriousEvent, pk=event_id), actor_of(request)
    form = JudgeForm(request.POST or None, today=today())
    moment = now()
    if form.is_valid() and carried_out(
        form,
        lambda: actions.judge(
            event=event, relatedness=form.cleaned_data["relatedness"], by=actor, now=moment
        ),
        place=Place("harm/judge", event.pk),
        by=actor,
        now=moment,
    ):
        messages.success(request, _("The judgement was saved."))
        return redirect("harm:report", event.pk)
    return render(request, "harm/judge.html", _about(request, event) | {"form": form})


def _about(request: HttpRequest, event: SeriousEvent) -> dict[str, Any]:
    her = queries.her_if_known(event.dyad, actor_of(request))
    return {
        "rows": words.report_rows(event, her),
        "back": reverse("harm:report", args=[event.pk]),
    }
