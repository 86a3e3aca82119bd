"""Contact strategies in words: what they say, who is waited for, and whether they may be used."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from drive.vocabulary.answers import ValueStatus
from drive.vocabulary.casework import ContactType
from drive.vocabulary.strategy import (
    ApprovalState,
    ConsulteeView,
    ContactPlace,
    ContactRoute,
    ExpiryTrigger,
    InformedOfDrive,
    StrategyTemplate,
)
from drive.web.accounts.roles import Role
from drive.web.casework.models import (
    ContactStrategy,
    PlannedContact,
    StrategyDecision,
    StrategyShare,
    VictimSurvivorVoice,
)
from drive.web.casework.presenters.rows import link
from drive.web.casework.queries.strategies import MatrixRow, text_in, view_in
from drive.web.casework.rules.strategies import Standing, is_out_of_date, why_not
from drive.web.core.dates import LONDON
from drive.web.design_system.presenters import (
    date_in_words,
    label,
    said_row,
    summary_row,
    time_in_words,
)

COLOURS = {
    ApprovalState.DRAFT: "govuk-tag--grey",
    ApprovalState.CONSULTED: "govuk-tag--yellow",
    ApprovalState.APPROVED: "govuk-tag--green",
    ApprovalState.REJECTED: "govuk-tag--red",
    ApprovalState.EXPIRED: "govuk-tag--red",
    ApprovalState.SUPERSEDED: "govuk-tag--grey",
}


def strategy_tag(state: ApprovalState) -> dict[str, str]:
    """Return the tag that says where a version stands."""
    return {"text": label(state), "classes": COLOURS[state]}


def may_contact(standing: Standing | None, today: date, *, held: bool = False) -> dict[str, str]:
    """Say whether contact may be planned today and, if not, why not."""
    reason = why_not(standing, today)
    if held:
        return _not_yet(gettext("Direct work is on hold for criminal proceedings."))
    if reason:
        return _not_yet(gettext(reason))
    return {
        "variant": "success",
        "title": gettext("Contact may be planned"),
        "text": gettext("The contact strategy is agreed and in date."),
    }


def _not_yet(reason: str) -> dict[str, str]:
    always = gettext("A contact that was not planned can always be recorded.")
    return {
        "variant": "warning",
        "title": gettext("No contact may be planned now"),
        "text": f"{reason} {always}",
    }


def days_waited(since: date, today: date) -> str:
    """Return for how long something has waited."""
    days = (today - since).days
    if days <= 0:
        return gettext("since today")
    return ngettext("for %s day", "for %s days", days) % days


def stands_in_words(version: Any, today: date) -> str:
    """Return where a version stands, since when and, where it has ended, through what."""
    state = ApprovalState(version.state)
    on = version.state_since.astimezone(LONDON).date()
    standing = Standing(state=state, review_on=version.review_on, has_voice=True)
    if is_out_of_date(standing, today):
        return gettext("Expired: the review date has passed")
    words = gettext("%(state)s, %(day)s") % {"state": label(state), "day": date_in_words(on)}
    if version.trigger:
        words = f"{words}: {label(ExpiryTrigger(version.trigger)).lower()}"
    if state is ApprovalState.CONSULTED:
        words = f"{words} ({days_waited(on, today)})"
    return words


def version_rows(versions: Iterable[Any], today: date) -> list[list[dict[str, Any]]]:
    """Return a row for each version, the newest first."""
    return [
        [
            link(
                reverse("casework:strategy", args=[each.drive_case_id, each.pk]),
                gettext("Version %s") % each.number,
            ),
            {"text": stands_in_words(each, today)},
            {"text": date_in_words(each.review_on)},
            {"text": each.recorded_by.name},
        ]
        for each in versions
    ]


def said_rows(version: ContactStrategy) -> list[dict[str, Any]]:
    """Return what a version says."""
    rows = [
        summary_row(gettext("Template"), StrategyTemplate(version.template)),
        summary_row(gettext("Way of the first contact"), ContactRoute(version.route)),
        summary_row(gettext("Place"), ContactPlace(version.place)),
        said_row(gettext("What will be said"), version.message),
        said_row(gettext("Where information is said to come from"), version.attribution),
        said_row(gettext("Risks"), version.risks),
        said_row(gettext("Safety measures"), version.safety_measures),
        said_row(gettext("When contact stops"), version.stop_conditions),
        summary_row(gettext("Review on"), version.review_on),
    ]
    if version.stalking_pattern:
        pattern = said_row(gettext("The pattern of the stalking"), version.stalking_pattern)
        rows.insert(1, pattern)
    return rows


def matrix_rows(
    rows: Iterable[MatrixRow], today: date, *, may_record: bool
) -> list[list[dict[str, Any]]]:
    """Return a row for each consultee: who, asked when, the reply, or for how long it is due."""
    return [
        [
            {"text": label(row.consultee)},
            {"text": _asked(row)},
            {"text": _replied(row, today)},
            _record(row) if may_record else {"text": ""},
        ]
        for row in rows
    ]


def _asked(row: MatrixRow) -> str:
    if row.asked is None:
        return gettext("Not asked yet")
    if row.asked.asked_on is None:
        return gettext("Not applicable: %s") % row.asked.why_not
    return gettext("%(who)s, %(day)s") % {
        "who": row.asked.who or gettext("Asked"),
        "day": date_in_words(row.asked.asked_on),
    }


def _replied(row: MatrixRow, today: date) -> str:
    if row.reply is not None:
        said = gettext("%(view)s, %(day)s") % {
            "view": label(ConsulteeView(row.reply.view)),
            "day": date_in_words(row.reply.replied_on),
        }
        text = text_in(row.reply)
        return f"{said}: {text}" if text else said
    if row.asked is None or row.asked.asked_on is None:
        return ""
    return gettext("Waiting %s") % days_waited(row.asked.asked_on, today)


def _record(row: MatrixRow) -> dict[str, Any]:
    if row.asked is None or row.asked.asked_on is None or row.asked.user_id is not None:
        return {"text": ""}
    address = reverse(
        "casework:record_reply",
        args=[row.asked.strategy.drive_case_id, row.asked.strategy_id, row.asked.pk],
    )
    name = gettext("Correct the reply") if row.reply else gettext("Record the reply")
    return link(address, f"{name}: {label(row.consultee)}")


def voice_rows(voice: VictimSurvivorVoice | None) -> list[dict[str, Any]]:
    """Return what the victim-survivor knows of Drive and thinks of the contact."""
    if voice is None:
        return [summary_row(gettext("Informed of Drive"), gettext("Not recorded yet"))]
    informed = label(InformedOfDrive(voice.informed))
    if voice.informed_on:
        informed = gettext("%(told)s on %(day)s by %(who)s") % {
            "told": informed,
            "day": date_in_words(voice.informed_on),
            "who": voice.informed_by,
        }
    known = voice.view_status == ValueStatus.KNOWN
    view = view_in(voice) if known else label(ValueStatus(voice.view_status))
    return [
        summary_row(gettext("Informed of Drive"), informed),
        said_row(gettext("What she or he thinks of it"), view),
        summary_row(
            gettext("Recorded"), f"{voice.recorded_by.name}, {time_in_words(voice.recorded_at)}"
        ),
    ]


def decision_rows(decisions: Iterable[StrategyDecision]) -> list[dict[str, Any]]:
    """Return who agreed or not, and why."""
    return [summary_row(label(Role(each.decided_as)), _decided(each)) for each in decisions]


def _decided(each: StrategyDecision) -> str:
    said = gettext("Agreed:") if each.agreed else gettext("Not agreed:")
    return f"{said} {each.recorded_by.name}, {time_in_words(each.recorded_at)}. {each.reason}"


def share_rows(shares: Iterable[StrategyShare], *, may_record: bool) -> list[dict[str, Any]]:
    """Return with which Marac a version was shared, and what came back."""
    return [
        summary_row(
            each.marac.name,
            " ".join(
                (
                    gettext("Shared %s.") % date_in_words(each.recorded_at),
                    *(
                        f"{date_in_words(said.received_on)}: {said.text}"
                        for said in each.feedback.all()
                    ),
                )
            ),
            change=reverse(
                "casework:record_feedback",
                args=[each.strategy.drive_case_id, each.strategy_id, each.pk],
            )
            if may_record
            else None,
            of=gettext("what %s said") % each.marac.name,
        )
        for each in shares
    ]


def planned_in_words(plan: PlannedContact) -> str:
    """Return when, how and where a contact is planned."""
    words = gettext("%(day)s: %(how)s, %(place)s") % {
        "day": date_in_words(plan.planned_on),
        "how": label(ContactType(plan.contact_type)).lower(),
        "place": label(ContactPlace(plan.place)).lower(),
    }
    if plan.office_time:
        begins = plan.office_time.starts_at.astimezone(LONDON)
        words = f"{words} ({plan.office_time.office.name}, {begins:%H:%M})"
    if plan.strategy_id is None:
        words = gettext("%s. Emergency, without an agreed strategy.") % words
    return words


def override_rows(plans: Iterable[PlannedContact], *, may_read: bool) -> list[list[dict[str, Any]]]:
    """Return a row for each contact without an agreed strategy: what, why, by whom."""
    return [
        [
            {"text": planned_in_words(each)},
            {"text": each.override_reason},
            {"text": each.recorded_by.name},
            link(
                reverse("casework:note_override_read", args=[each.drive_case_id, each.pk]),
                gettext("Note that you have read of %s") % date_in_words(each.planned_on),
            )
            if may_read
            else {"text": ""},
        ]
        for each in plans
    ]


def planned_rows(
    plans: Iterable[PlannedContact], *, may_cancel: bool
) -> list[list[dict[str, Any]]]:
    """Return a row for each planned contact."""
    return [
        [
            {"text": planned_in_words(each)},
            {"text": each.recorded_by.name},
            link(
                reverse("casework:cancel_plan", args=[each.drive_case_id, each.pk]),
                gettext("Cancel the contact of %s") % date_in_words(each.planned_on),
            )
            if may_cancel
            else {"text": ""},
        ]
        for each in plans
    ]
