"""The service user's requests and his pack, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext

from drive.vocabulary.disclosure import (
    BY_DECISION,
    NEVER_IN,
    IdentityCheck,
    LeftOut,
    PackKind,
    SignsAs,
)
from drive.web.case_record.models import PackDecision, PackRequest, PackSignature
from drive.web.case_record.queries.packs import Standing
from drive.web.core.sealing import unseal_field
from drive.web.design_system.presenters import (
    date_in_words,
    label,
    summary_row,
    table_rows,
    time_in_words,
)
from drive.web.outbound.rules.scanner import Hit


def requests_table(requests: Iterable[PackRequest]) -> dict[str, Any]:
    """Return the requests on a case, each with a link to its pack."""
    rows = [
        [
            format_html(
                '<a class="govuk-link" href="{}">{}</a>',
                reverse("case_record:pack", args=[row.drive_case_id, row.pk]),
                date_in_words(row.asked_on),
            ),
            row.due_on,
            _left(row) or gettext("Not handed out"),
        ]
        for row in requests
    ]
    return {
        "caption": gettext("What he asked to see"),
        "hide_caption": True,
        "head": [gettext("Asked on"), gettext("Due by"), gettext("Handed out")],
        "rows": table_rows(rows),
    }


def _left(row: PackRequest) -> str:
    left = getattr(row, "left", None)
    return time_in_words(left.recorded_at) if left else ""


def request_rows(row: PackRequest, signatures: Sequence[PackSignature]) -> list[dict[str, Any]]:
    """Return when he asked, by when it is due, who signed, and whether it left."""
    made = [
        summary_row(gettext("Asked on"), row.asked_on),
        summary_row(gettext("Due by"), row.due_on),
        summary_row(gettext("Who he is"), label(IdentityCheck(row.identity))),
        summary_row(gettext("Signed"), _signed(signatures)),
    ]
    left = getattr(row, "left", None)
    if left:
        made.append(summary_row(gettext("Handed out"), time_in_words(left.recorded_at)))
        made.append(summary_row(gettext("Mark of the copy"), left.release.mark))
    return made


def _signed(signatures: Sequence[PackSignature]) -> str:
    if not signatures:
        return gettext("By nobody yet: two people sign it")
    return "; ".join(
        gettext("%(name)s, %(role)s, %(when)s")
        % {
            "name": each.recorded_by.name,
            "role": label(SignsAs(each.signed_as)),
            "when": time_in_words(each.recorded_at),
        }
        for each in signatures
    )


def items_table(case_id: Any, items: Iterable[Standing], *, may_decide: bool) -> dict[str, Any]:
    """Return the items of a pack, and what is decided of each."""
    rows = [
        [
            each.item.happened_on,
            _heading(case_id, each) if may_decide else each.item.heading,
            in_or_out(each),
            label(PackKind(each.item.kind)),
        ]
        for each in items
    ]
    return {
        "caption": gettext("Items"),
        "hide_caption": True,
        "head": [gettext("Day"), gettext("What"), gettext("In the pack?"), gettext("Kind")],
        "rows": table_rows(rows),
    }


def _heading(case_id: Any, each: Standing) -> Any:
    return format_html(
        '<a class="govuk-link" href="{}">{}</a>',
        reverse("case_record:pack_item", args=[case_id, each.item.request_id, each.item.pk]),
        each.item.heading,
    )


_TAG = '<strong class="govuk-tag govuk-tag--{}">{}</strong> {}'


def in_or_out(each: Standing) -> Any:
    """Return whether an item is in, as a tag, and why not."""
    if each.reason is None:
        blacked = gettext("with places blacked out") if each.places else ""
        return format_html(_TAG, "green", gettext("In"), blacked)
    if each.waits:
        return format_html(_TAG, "yellow", gettext("To be decided"), label(each.reason))
    return format_html(_TAG, "grey", gettext("Left out"), label(each.reason))


def item_rows(each: Standing) -> list[dict[str, Any]]:
    """Return what an item is, and what is decided of it."""
    return [
        summary_row(gettext("Day"), each.item.happened_on),
        summary_row(gettext("Kind"), label(PackKind(each.item.kind))),
        summary_row(gettext("In the pack?"), in_or_out(each)),
    ]


def can_be_decided(each: Standing) -> bool:
    """Return whether anybody can decide of an item."""
    return each.reason not in NEVER_IN


def decided_rows(decisions: Iterable[PackDecision]) -> list[list[dict[str, Any]]]:
    """Return what was decided of an item each time, the latest first."""
    return table_rows(
        [
            time_in_words(row.recorded_at),
            label(LeftOut(row.reason)) if row.reason else gettext("In"),
            unseal_field(row, "sealed_why"),
            row.recorded_by.name,
        ]
        for row in decisions
    )


def decided_before(each: Standing, hits: Sequence[Hit]) -> dict[str, Any]:
    """Return what stands in the form that decides of an item, before anything is chosen."""
    text, found = each.text(), [(hit.start, hit.end) for hit in hits]
    by_hand = [text[start:end] for start, end in each.places if not _is_within((start, end), found)]
    return {
        "included": None if each.waits else "out" if each.reason else "in",
        "reason": each.reason.value if each.reason in BY_DECISION else None,
        "black_out_found": bool(hits),
        "words": "\n".join(dict.fromkeys(by_hand)),
        "seen": each.decision.pk,
    }


def _is_within(place: tuple[int, int], found: Iterable[tuple[int, int]]) -> bool:
    return any(start <= place[1] and place[0] <= end for start, end in found)


def copy_items(items: Iterable[Standing]) -> list[dict[str, Any]]:
    """Return what he gets: each with its day, what it is, and its words. Nobody is named by us."""
    return [
        {
            "on": each.item.happened_on,
            "heading": each.item.heading,
            "text": each.text_for_him(),
        }
        for each in items
    ]
