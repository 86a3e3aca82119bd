"""Asking an agency: which one, and then one page with everything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from drive.vocabulary.directory import LawfulBasis
from drive.vocabulary.outbound import OutgoingState
from drive.vocabulary.requests import InitiatedBy, RequestKind, RequestPurpose, RequestWay
from drive.web.accounts.models import User
from drive.web.accounts.policy import actor_of, find, page, seen
from drive.web.casework.models import DriveCase
from drive.web.core.clock import now, today
from drive.web.core.exceptions import Refusal
from drive.web.core.working_days import add_working_days
from drive.web.design_system.presenters import label
from drive.web.information.queries.facts import facts_about
from drive.web.multiagency import actions
from drive.web.multiagency.forms.requests import AskForm, ChooseForm, Offer
from drive.web.multiagency.forms.requests.asking import mark_of
from drive.web.multiagency.models import Request
from drive.web.multiagency.presenters.directory.asking import ringing
from drive.web.multiagency.presenters.requests.asked import asked_lines
from drive.web.multiagency.queries.abouts import choices_for, hearings_for, register_for
from drive.web.multiagency.queries.asking import (
    Before,
    agreement_on,
    agreements_with,
    before,
    next_reference,
)
from drive.web.multiagency.queries.directory.agencies import contacts_on
from drive.web.multiagency.queries.standing import opened, stands
from drive.web.multiagency.rules.kinds import KINDS
from drive.web.multiagency.rules.texts import Asked, to_ask
from drive.web.multiagency.views.requests.frames import TAB, around
from drive.web.organisations.models import Agency
from drive.web.organisations.queries import agencies_on, whom_to_ring
from drive.web.outbound.presenters.outgoing import check_rows, highlighted
from drive.web.recording.views import Place, carried_out, take_up


@dataclass(frozen=True, kw_only=True)
class _Asking:
    """Which agency is asked for what kind of thing about which case, and what came before."""

    case: DriveCase
    agency: Agency
    kind: RequestKind
    earlier: Before
    by: User

    @property
    def place(self) -> Place:
        """Where what is typed is kept."""
        return Place(f"multiagency/ask_{self.kind}/{self.agency.pk}", self.case.pk)


@page("multiagency.ask")
@require_safe
def choose_agency(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Choose which agency is asked, and for what kind of thing."""
    case: DriveCase = find(request, DriveCase, pk=case_id)
    form = _choosing(request, case)
    if form.is_valid():
        given = form.cleaned_data
        return redirect("multiagency:ask", case.pk, given["agency"].pk, given["kind"])
    context = {**around(request, case), "form": form, "back": reverse(TAB, args=[case.pk])}
    return render(request, "multiagency/requests/choose.html", context)


@page("multiagency.ask")
def ask(request: HttpRequest, case_id: UUID, agency_id: UUID, kind: str) -> HttpResponse:
    """Ask an agency: everything on one page."""
    case, by = find(request, DriveCase, pk=case_id), actor_of(request)
    agency = agencies_on(case.site, today()).filter(pk=agency_id).first()
    if agency is None or kind not in KINDS or not KINDS[RequestKind(kind)].may_ask(agency.kind):
        raise Http404("not found")
    asking = _Asking(
        case=case,
        agency=agency,
        kind=RequestKind(kind),
        earlier=before(case, by, request.GET.dict()),
        by=by,
    )
    return _ask(request, asking)


def _choosing(request: HttpRequest, case: DriveCase) -> ChooseForm:
    """Return the choice of an agency; where the address names a kind, of those that it is for."""
    named = request.GET.get("kind", "")
    kind = KINDS[RequestKind(named)] if named in KINDS else None
    agencies = [
        agency
        for agency in agencies_on(case.site, today())
        if kind is None or kind.may_ask(agency.kind)
    ]
    chosen = request.GET if "agency" in request.GET else None
    initial = {"kind": named} if kind else {}
    return ChooseForm(chosen, agencies=agencies, initial=initial, today=today())


def _ask(request: HttpRequest, asking: _Asking) -> HttpResponse:
    offer = _offer(asking)
    seen(request, [*offer.facts, *offer.contacts, *offer.agreements])
    initial = _initial(asking) | _named(request, offer)
    form = AskForm(request.POST or None, offer=offer, initial=initial, today=today())
    take_up(form, asking.place, by=asking.by)
    looked: dict[str, Any] | None = None
    if form.is_valid():
        new, prepared = _new(form, asking)
        if "look" in request.POST:
            looked = _look(form, new, prepared, asking)
        else:
            answer = _send(request, form, new, asking)
            if answer is not None:
                return answer
    context = {
        **around(request, asking.case),
        "form": form,
        "draft": asking.place,
        "looked": looked,
        "agency": asking.agency,
        "kind": label(asking.kind),
        "register": register_for(asking.kind),
        "nothing": "entry" in offer.kind.asks and not offer.entries,
        "no_name": asking.kind is RequestKind.DISCLOSURE,
        "ring": ringing(whom_to_ring(asking.agency, today())),
        "agreement": agreement_on(asking.agency, today(), ()).sentences,
        "instead_of": asking.earlier.instead_of,
        "back": reverse(TAB, args=[asking.case.pk]),
    }
    return render(request, "multiagency/requests/ask.html", context)


def _offer(asking: _Asking) -> Offer:
    return Offer(
        kind=KINDS[asking.kind],
        agency=asking.agency,
        contacts=list(contacts_on(asking.agency, today())),
        agreements=agreements_with(asking.agency, today()),
        facts=list(facts_about(asking.case.pk, asking.by)),
        entries=choices_for(asking.case, asking.kind, asking.by),
        hearings=hearings_for(asking.case, asking.kind, asking.by),
        today=today(),
    )


def _named(request: HttpRequest, offer: Offer) -> dict[str, Any]:
    """Return what the address names, and what there is only one of."""
    found: dict[str, Any] = {"applied_on": today(), "initiated_by": InitiatedBy.DRIVE.value}
    keys = [str(key) for key, _words in offer.entries]
    asked = request.GET.get("entry", "")
    if asked in keys or len(keys) == 1:
        found["entry"] = asked if asked in keys else keys[0]
    if offer.hearings:
        found["original"] = str(offer.hearings[0].pk)
    return found


def _initial(asking: _Asking) -> dict[str, Any]:
    """Return what is known already: of the directory, the agreements, and what came before."""
    kind, earlier = KINDS[asking.kind], asking.earlier.either
    contact = whom_to_ring(asking.agency, today()).contact
    agreement = agreement_on(asking.agency, today(), ()).agreement
    given: dict[str, Any] = {
        "contact": str(contact.pk) if contact else None,
        "way": _usual_way(bool(contact and contact.email), bool(contact and contact.telephone)),
        "purpose": kind.purpose.value,
        "use": kind.uses[0].value,
        "agreement": str(agreement.pk) if agreement else None,
        "basis": agreement.basis if agreement else None,
        "answer_days": str(kind.answer_days),
    }
    if earlier:
        same = ("topics", "action", "purpose", "use", "basis")
        given |= {name: getattr(earlier, name) for name in same if getattr(earlier, name)}
        given["answer_days"] = str(earlier.answer_days)
    return given


def _usual_way(by_mail: bool, by_telephone: bool) -> str:
    if by_mail:
        return RequestWay.EMAIL.value
    return RequestWay.TELEPHONE.value if by_telephone else RequestWay.LETTER.value


def _new(form: AskForm, asking: _Asking) -> tuple[actions.NewRequest, str]:
    """Return what is asked, and the words as they are prepared from it."""
    given = form.cleaned_data
    agreement = given.get("agreement") or None
    days = int(given["answer_days"])
    prepared = to_ask(
        Asked(
            reference=next_reference(asking.case),
            whom=given["whom"],
            what=asked_lines(asking.kind, given),
            purpose=label(RequestPurpose(given["purpose"])),
            basis=label(LawfulBasis(given["basis"])),
            agreement=agreement.name if agreement else "",
            by_day=add_working_days(today(), days),
            more=given.get("more") or "",
        ),
        given["way"],
    )
    new = actions.NewRequest(
        kind=asking.kind,
        to=form.to,
        topics=given.get("topics") or (),
        action=given.get("action"),
        purpose=given["purpose"],
        use=given["use"],
        basis=given["basis"],
        agreement=agreement,
        without_agreement=given.get("without_agreement") or "",
        answer_days=days,
        text=given["text"] if form.was_changed else prepared,
        facts=given.get("facts") or (),
        instead_of=asking.earlier.instead_of,
        again=asking.earlier.again,
        entry=given.get("entry"),
        detail=form.detail,
    )
    return new, prepared


def _look(
    form: AskForm, new: actions.NewRequest, prepared: str, asking: _Asking
) -> dict[str, Any] | None:
    """Put the words on the page, with what the gate says of them; nothing is kept."""
    data: Any = form.data.copy()  # type: ignore[attr-defined]
    data["text"], data["prepared"] = new.text, "" if form.was_changed else mark_of(prepared)
    form.data = data
    try:
        found = actions.what_the_gate_says(case=asking.case, new=new, by=asking.by, now=now())
    except Refusal as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        return None
    if found is None:
        return None
    sharing = agreement_on(asking.agency, today(), new.topics)
    return {
        "checks": check_rows(found.checks),
        "outcome": found.outcome,
        "text": highlighted(found.texts.body, found.hits),
        "agreement": sharing.sentences,
    }


def _send(
    request: HttpRequest, form: AskForm, new: actions.NewRequest, asking: _Asking
) -> HttpResponse | None:
    """Write it and hand it to the gate, once."""
    moment = now()
    made: list[Request] = []

    def act() -> Request:
        reason = form.cleaned_data.get("reason") or ""
        made.append(
            actions.ask_and_send(case=asking.case, new=new, reason=reason, by=asking.by, now=moment)
        )
        return made[0]

    done = carried_out(
        form, act, place=asking.place, by=asking.by, now=moment, site=asking.case.site
    )
    if not done:
        return None
    if not made:
        return redirect(TAB, asking.case.pk)
    _tell(request, made[0])
    return redirect("multiagency:request", made[0].pk)


def _tell(request: HttpRequest, made: Request) -> None:
    if stands(opened(made, today()).sent) is OutgoingState.STOPPED:
        messages.error(request, _("It is kept, and the gate stopped it: it has not been sent."))
    elif made.way == RequestWay.EMAIL:
        messages.success(request, _("It leaves in some minutes. Until then it can be called back."))
    else:
        messages.success(request, _("It is kept. It is sent when you have said or posted it."))
