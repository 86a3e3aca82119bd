"""What single kinds of request show on their page: the entry, the 28 days, the hearing."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from drive.vocabulary.registers import (
    AdvocacyResult,
    AdvocacyTechnique,
    BreachDecision,
    ChildDecision,
    ChildStatus,
)
from drive.vocabulary.requests import (
    Discloser,
    DvdsDecision,
    DvdsRoute,
    DvdsStanding,
    InitiatedBy,
    MaracTrigger,
    RequestKind,
)
from drive.web.design_system.presenters import date_in_words, label, summary_row
from drive.web.multiagency.presenters.requests.words import tag
from drive.web.multiagency.queries.details import Application, ChildSoFar, Rehearing
from drive.web.registers.registry.declaration import Opened, Register

_COLOURS = {
    DvdsStanding.WAITING: "govuk-tag--light-blue",
    DvdsStanding.OVERDUE: "govuk-tag--red",
    DvdsStanding.TO_BE_DISCLOSED: "govuk-tag--turquoise",
    DvdsStanding.DISCLOSED: "govuk-tag--green",
    DvdsStanding.NOT_DISCLOSED: "govuk-tag--grey",
    DvdsStanding.ENDED: "govuk-tag--grey",
}


def entry_rows(register: Register, entry: Opened, kind: RequestKind) -> list[dict[str, Any]]:
    """Return the entry that a request is about, as the register has it now."""
    row = entry.row
    link = format_html(
        '<a class="govuk-link" href="{}">{}</a>',
        reverse("registers:entry", args=[row.drive_case_id, register.slug, row.pk]),
        entry.words.get("label") or date_in_words(row.happened_on),
    )
    rows = [summary_row(_("About"), format_html("{}: {}", register.one_named, link))]
    if kind is RequestKind.BREACH:
        rows.append(summary_row(_("Decision"), label(BreachDecision(row.decision))))
        if entry.words["reason"]:
            rows.append(summary_row(_("Reason"), entry.words["reason"]))
    if kind is RequestKind.ADVOCACY:
        rows += [
            summary_row(_("Decision to be changed"), entry.words["decision"]),
            summary_row(_("Argument"), entry.words["argument"] or _("None written down")),
            summary_row(_("How"), label(AdvocacyTechnique(row.technique))),
            summary_row(_("Result"), label(AdvocacyResult(row.result))),
        ]
    return rows


def child_rows(so_far: ChildSoFar) -> list[dict[str, Any]]:
    """Return what children's social care decided, and what the child is to them now."""
    rows = []
    if so_far.referral:
        decision = label(ChildDecision(so_far.referral.decision))
        day = so_far.referral.decided_on
        words = f"{decision}, {date_in_words(day)}" if day else decision
        rows.append(summary_row(_("Decision"), words))
    if so_far.status:
        since = date_in_words(so_far.status.happened_on)
        status = label(ChildStatus(so_far.status.status))
        rows.append(summary_row(_("The child now"), f"{status}, {_('since')} {since}"))
    if so_far.left_out_on:
        rows.append(summary_row(_("Left out of the assessment"), _("Domestic abuse: refer again")))
    return rows


def dvds_rows(application: Application) -> list[dict[str, Any]]:
    """Return the application, its 28 days, and what was decided."""
    row, latest = application.row, application.latest
    standing = application.standing
    rows = [
        summary_row(_("Right"), label(DvdsRoute(row.route))),
        summary_row(_("Applied for on"), row.applied_on),
        summary_row(
            _("Due after 28 days"),
            format_html(
                "{} {}", date_in_words(row.due_on), tag(label(standing), _COLOURS[standing])
            ),
        ),
    ]
    panel = next((each.panel_on for each in application.outcomes if each.panel_on), None)
    if panel:
        rows.append(summary_row(_("Panel"), panel))
    if latest is None:
        return rows
    rows.append(summary_row(_("Decision"), label(DvdsDecision(latest.decision))))
    if latest.disclosed_on:
        who = label(Discloser(latest.disclosed_by))
        rows.append(summary_row(_("Disclosed"), f"{date_in_words(latest.disclosed_on)}. {who}."))
        rows.append(summary_row(_("In confidence"), _("It was said that this is confidential.")))
        rows += _told(application)
    return rows


def _told(application: Application) -> list[dict[str, Any]]:
    if application.wording is None:
        words = _("Read by the service manager and by whoever wrote it down.")
        return [summary_row(_("Wording"), words)]
    rows = [summary_row(_("Wording"), _text(application.wording))]
    if application.support:
        rows.append(summary_row(_("Support offered"), _text(application.support)))
    return rows


def _text(words: str) -> SafeString:
    return format_html('<span class="drive-text">{}</span>', words)


def marac_rows(again: Rehearing) -> list[dict[str, Any]]:
    """Return after which hearing, what happened, whether it is a repeat, and what came."""
    row = again.row
    trigger = f"{label(MaracTrigger(row.trigger))}, {date_in_words(row.trigger_on)}"
    came = again.came
    return [
        summary_row(_("After the hearing of"), row.original.meeting.held_on),
        summary_row(_("What happened"), trigger),
        summary_row(
            _("Repeat"),
            _("Yes: further abuse within twelve months")
            if again.is_repeat
            else _("No: no further abuse within twelve months"),
        ),
        summary_row(_("Who began it"), label(InitiatedBy(row.initiated_by))),
        summary_row(
            _("The hearing that came"),
            f"{date_in_words(came.meeting.held_on)}, {came.meeting.marac.name}"
            if came
            else _("None yet"),
        ),
        summary_row(_("The draw"), _("He keeps the arm to which he was drawn.")),
    ]
