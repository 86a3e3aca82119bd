"""Deciding of one item of the service user's pack."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from drive.web.accounts.models import User
from drive.web.accounts.policy import actor_of, find, page, seen
from drive.web.case_record import actions
from drive.web.case_record.forms import DecideForm
from drive.web.case_record.models import PackDecision, PackItem, PackRequest
from drive.web.case_record.presenters import packs as words
from drive.web.case_record.queries.packs import (
    Standing,
    decision_on,
    decisions_on,
    scanner_of,
)
from drive.web.case_record.views.packs import find_pack, frame, next_waiting
from drive.web.casework.models import DriveCase
from drive.web.core.clock import today
from drive.web.outbound.presenters.outgoing import highlighted, reasons
from drive.web.outbound.rules.scanner import Hit
from drive.web.recording.views import Place, acted


@page("case_record.put_pack_together")
def pack_item(request: HttpRequest, case_id: UUID, request_id: UUID, item_id: UUID) -> HttpResponse:
    """Show an item with everything protected marked, and decide of it."""
    row = find_pack(request, case_id, request_id)
    case = find(request, DriveCase, pk=case_id)
    item: PackItem = find(request, PackItem, pk=item_id, request_id=row.pk)
    stands = Standing(item, decision_on(item))
    hits = scanner_of(case).scan(stands.text())
    form = DecideForm(
        request.POST or None, today=today(), initial=words.decided_before(stands, hits)
    )
    place = Place("case_record/pack_item", item.pk)
    back = reverse("case_record:pack", args=[case_id, request_id])

    def act(by: User, moment: datetime) -> PackDecision:
        given = form.cleaned_data
        deciding = actions.Deciding(
            included=given["included"] == "in",
            reason=form.left_out_for(),
            why=given["why"],
            black_out_found=given["black_out_found"],
            words=form.words_in_lines(),
        )
        seen_row = given["seen"]
        return actions.decide(item=item, deciding=deciding, seen=seen_row, by=by, now=moment)

    onward = (stands.waits and next_waiting(row, item)) or back
    answer = acted(request, form, act, place=place, done=_("Decided."), back=onward, site=case.site)
    if answer:
        return answer
    context = {"form": form, "draft": place, "case": frame(request, case), "back": back}
    shown = context | _shown(request, row, stands, hits)
    return render(request, "case_record/pack_item.html", shown)


def _shown(
    request: HttpRequest, row: PackRequest, stands: Standing, hits: list[Hit]
) -> dict[str, Any]:
    decisions = decisions_on(stands.item, actor_of(request))
    seen(request, decisions)
    return {
        "rows": words.item_rows(stands),
        "heading": stands.item.heading,
        "text": highlighted(stands.text(), hits),
        "found": reasons(hits),
        "for_him": stands.text_for_him() if stands.decision.included else "",
        "can_be_decided": words.can_be_decided(stands) and not hasattr(row, "left"),
        "decided": words.decided_rows(decisions),
        "next": next_waiting(row, stands.item),
    }
