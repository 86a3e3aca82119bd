"""The service user's subject-access pack: asked for, put together, signed, handed out."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from drive.vocabulary.outbound import OutgoingChannel
from drive.web.accounts.policy import actor_of, find, may, page, seen
from drive.web.case_record import actions
from drive.web.case_record.forms import HandOutPackForm, OpenPackForm, SignForm
from drive.web.case_record.models import PackItem, PackRequest
from drive.web.case_record.presenters import packs as words
from drive.web.case_record.queries.packs import (
    digest_of,
    items_seen,
    requests_on,
    stand,
    standing_items,
    standing_signatures,
    taken_in,
)
from drive.web.casework.models import DriveCase
from drive.web.casework.presenters import case_frame
from drive.web.core.clock import today
from drive.web.design_system.forms import KeyForm
from drive.web.recording.views import Place, acted

A_PAGE = 50


def frame(request: HttpRequest, case: DriveCase) -> dict[str, Any]:
    """Return what every page of a case shows."""
    return case_frame(case, actor_of(request), active="case_record:packs", today=today())


def find_pack(request: HttpRequest, case_id: UUID, request_id: UUID) -> PackRequest:
    """Return a request of a case, or answer that there is none."""
    found: PackRequest = find(request, PackRequest, pk=request_id, drive_case=case_id)
    seen(request, [found.drive_case])
    return found


def next_waiting(row: PackRequest, after: PackItem | None = None) -> str:
    """Return the address of the first item that waits for a decision, other than one of them."""
    waiting = (each.item.pk for each in standing_items(row) if each.waits)
    key = next((key for key in waiting if after is None or key != after.pk), None)
    keys = [row.drive_case_id, row.pk, key]
    return reverse("case_record:pack_item", args=keys) if key else ""


def _back(row: PackRequest) -> str:
    return reverse("case_record:pack", args=[row.drive_case_id, row.pk])


@page("case_record.view_pack")
def packs(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """What he asked to see, each time."""
    case, actor = find(request, DriveCase, pk=case_id), actor_of(request)
    found = list(requests_on(case, actor)[:A_PAGE])
    seen(request, found)
    context = {
        "case": frame(request, case),
        "case_id": case.pk,
        "table": words.requests_table(found),
        "may_open": may(actor, "case_record.put_pack_together"),
    }
    return render(request, "case_record/packs.html", context)


@page("case_record.put_pack_together")
def open_pack(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Open a request, and put the pack together from what is there."""
    case = find(request, DriveCase, pk=case_id)
    form = OpenPackForm(request.POST or None, today=today())
    place, back = Place("case_record/pack", case.pk), reverse("case_record:packs", args=[case.pk])

    def act(by: Any, moment: Any) -> PackRequest:
        given = form.cleaned_data
        asked = actions.Asked(asked_on=given["asked_on"], identity=given["identity"])
        return actions.open_request(case=case, asked=asked, by=by, now=moment)

    done = _("The pack is put together. Nothing leaves before two people have signed.")
    answer = acted(request, form, act, place=place, done=done, back=back)
    said = {"title": _("He asks to see what is held about him"), "submit": _("Open the request")}
    context = {"form": form, "draft": place, "case": frame(request, case), "said": said}
    return answer or render(request, "case_record/pack_act.html", context | {"back": back})


@page("case_record.view_pack")
def pack(request: HttpRequest, case_id: UUID, request_id: UUID) -> HttpResponse:
    """One request: its items and what is decided of each; the Idva lead sees what he gets."""
    case, actor = find(request, DriveCase, pk=case_id), actor_of(request)
    row = find_pack(request, case_id, request_id)
    shown = Paginator(items_seen(row, actor), A_PAGE).get_page(request.GET.get("page"))
    items = stand(shown.object_list)
    seen(request, [each.item for each in items])
    decides = may(actor, "case_record.put_pack_together")
    left = hasattr(row, "left")
    context = {
        "case": frame(request, case),
        "row": row,
        "rows": words.request_rows(row, standing_signatures(row)),
        "page": shown,
        "table": words.items_table(case.pk, items, may_decide=decides),
        "offers": {
            "decide": next_waiting(row) if decides and not left else "",
            "put_together": decides and not left,
            "sign": not left,
            "hand_out": may(actor, "case_record.hand_out_pack") and not left,
        },
    }
    return render(request, "case_record/pack.html", context)


@page("case_record.put_pack_together")
def put_together(request: HttpRequest, case_id: UUID, request_id: UUID) -> HttpResponse:
    """Put the pack together again, with what the case says now."""
    row = find_pack(request, case_id, request_id)
    said = {
        "title": _("Put the pack together again"),
        "lead": _(
            "What is new on the case comes in, and what has changed is decided anew. Signatures "
            "given before are void."
        ),
        "submit": _("Put it together"),
        "done": _("The pack is put together again."),
    }
    return _act(
        request,
        row,
        KeyForm(request.POST or None),
        lambda by, moment: actions.put_together(request=row, by=by, now=moment),
        said=said,
    )


@page("case_record.sign_pack")
def sign(request: HttpRequest, case_id: UUID, request_id: UUID) -> HttpResponse:
    """Sign the pack as it stands."""
    row = find_pack(request, case_id, request_id)
    said = {
        "title": _("Sign the pack"),
        "lead": _(
            "Whoever put it together signs first; then another service manager, or the case's "
            "IDVA lead. Whatever changes afterwards voids both signatures."
        ),
        "reads": reverse("case_record:pack_copy", args=[case_id, row.pk]),
        "submit": _("Sign"),
        "done": _("It is signed."),
    }
    return _act(
        request,
        row,
        SignForm(request.POST or None),
        lambda by, moment: actions.sign(request=row, by=by, now=moment),
        said=said,
    )


@page("case_record.hand_out_pack", step_up=True)
def hand_out(request: HttpRequest, case_id: UUID, request_id: UUID) -> HttpResponse:
    """Let the pack leave."""
    row = find_pack(request, case_id, request_id)
    form = HandOutPackForm(request.POST or None)
    said = {
        "title": _("Hand the pack out"),
        "lead": _("It is looked at once more, gets its own mark, and stands in the ledger."),
        "submit": _("Hand it out"),
        "done": _("It is in the ledger. Print the copy now."),
    }

    def act(by: Any, moment: Any) -> Any:
        channel = OutgoingChannel(form.cleaned_data["channel"])
        return actions.hand_out_pack(request=row, channel=channel, by=by, now=moment)

    return _act(request, row, form, act, said=said)


def _act(
    request: HttpRequest, row: PackRequest, form: Any, act: Any, *, said: dict[str, str]
) -> HttpResponse:
    """Show the page of one act on a pack, or carry it out."""
    # Each act has a place of its own, so that their keys never meet.
    view = request.resolver_match.url_name if request.resolver_match else ""
    place = Place(f"case_record/{view}", row.pk)
    answer = acted(request, form, act, place=place, done=said["done"], back=_back(row))
    case = find(request, DriveCase, pk=row.drive_case_id)
    context = {"form": form, "draft": place, "case": frame(request, case), "said": said}
    return answer or render(request, "case_record/pack_act.html", context | {"back": _back(row)})


@page("case_record.view_pack")
def pack_copy(request: HttpRequest, case_id: UUID, request_id: UUID) -> HttpResponse:
    """Show what he gets: a draft before it is handed out, then the copy with its mark."""
    row = find_pack(request, case_id, request_id)
    items = taken_in(row)
    seen(request, [each.item for each in items])
    left = getattr(row, "left", None)
    context: dict[str, Any] = {
        "row": row,
        "back": _back(row),
        "items": words.copy_items(items),
        "mark": left.release.mark if left and left.digest == digest_of(items) else "",
        "left_at": left.recorded_at if left else None,
    }
    if left is None:
        context["watermark"] = _("Draft: not to be handed out")
    return render(request, "case_record/pack_copy.html", context)
