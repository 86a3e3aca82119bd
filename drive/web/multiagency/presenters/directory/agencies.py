"""The page of an agency, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.directory import ContactRole
from drive.web.design_system.presenters import (
    count_of,
    date_in_words,
    label,
    summary_row,
    time_in_words,
)
from drive.web.multiagency.presenters.directory.agreements import agreement_rows
from drive.web.multiagency.presenters.directory.asking import ringing
from drive.web.multiagency.presenters.directory.linking import act_link, lines, nobody, reached_by
from drive.web.multiagency.queries.directory.agencies import Whole
from drive.web.organisations.models import (
    Absence,
    AgencyContact,
    Standing,
    Succession,
    Team,
)
from drive.web.organisations.queries import RungNow

Rows = list[list[dict[str, Any]]]


def whole_page(whole: Whole, day: date, *, keeps: bool) -> dict[str, Any]:
    """Return everything that the page of an agency shows."""
    there = [each for each in whole.contacts if not (each.ends_on and each.ends_on < day)]
    gone = [each for each in whole.contacts if each not in there]
    return {
        "ringing": ringing(whole.to_ring),
        "about": _about(whole),
        "ladder": [_rung(whole, each, keeps=keeps) for each in whole.rungs],
        "contacts": [_contact(each, day, keeps=keeps) for each in there],
        "gone": [_contact(each, day, keeps=False) for each in gone],
        "absences": [_absence(each, keeps=keeps) for each in whole.absences],
        "teams": [_team(each, keeps=keeps) for each in whole.teams],
        "became": [_succession(each, day, keeps=keeps) for each in whole.became],
        "standings": [_standing(each) for each in whole.standings],
        "agreements": agreement_rows(whole.agreements, day),
    }


def _about(whole: Whole) -> list[dict[str, Any]]:
    agency = whole.agency
    rows = [
        summary_row(gettext("Kind"), label(AgencyType(agency.kind))),
        summary_row(gettext("Site"), agency.site.name),
    ]
    if agency.starts_on:
        rows.append(summary_row(gettext("First day"), agency.starts_on))
    if agency.ends_on:
        rows.append(summary_row(gettext("Last day"), agency.ends_on))
    return rows


def _rung(whole: Whole, rung: RungNow, *, keeps: bool) -> list[dict[str, Any]]:
    wait = count_of(rung.wait_days, gettext("working day"), gettext("working days"))
    return [
        {"text": label(rung.role)},
        {"html": _who(rung)},
        {"text": wait},
        *_kept(
            keeps,
            act_link(
                "directory_rung",
                [whole.agency.pk, str(rung.role)],
                gettext("Change"),
                label(rung.role),
            ),
        ),
    ]


def _who(rung: RungNow) -> Any:
    who = rung.contact.name if rung.contact else gettext("Nobody: passed over")
    return lines([who, *rung.reasons])


def _contact(contact: AgencyContact, day: date, *, keeps: bool) -> list[dict[str, Any]]:
    job = f", {contact.job}" if contact.job else ""
    hours = (contact.hours,) if contact.hours else ()
    return [
        {"text": contact.name},
        {"text": f"{label(ContactRole(contact.role))}{job}"},
        {"text": contact.team.name if contact.team else gettext("No team")},
        {"html": lines([reached_by(contact), *hours])},
        {"text": _since(contact, day)},
        *_kept(
            keeps,
            act_link("directory_change_contact", contact.pk, gettext("Change"), contact.name),
            act_link("directory_away", contact.pk, gettext("Away"), contact.name),
            act_link("directory_end_contact", contact.pk, gettext("Leaves"), contact.name),
        ),
    ]


def _since(contact: AgencyContact, day: date) -> str:
    since = date_in_words(contact.starts_on)
    words = gettext("From %s") if contact.starts_on > day else gettext("Since %s")
    said = words % since
    if contact.ends_on:
        said += " " + gettext("until %s") % date_in_words(contact.ends_on)
    return said


def _absence(absence: Absence, *, keeps: bool) -> list[dict[str, Any]]:
    until = date_in_words(absence.ends_on) if absence.ends_on else gettext("Not known")
    return [
        {"text": absence.contact.name},
        {"text": date_in_words(absence.starts_on)},
        {"text": until},
        {"text": absence.cover.name if absence.cover else nobody()},
        *_kept(
            keeps,
            act_link(
                "directory_change_absence", absence.pk, gettext("Change"), absence.contact.name
            ),
        ),
    ]


def _team(team: Team, *, keeps: bool) -> list[dict[str, Any]]:
    end = act_link("directory_end_team", team.pk, gettext("End"), team.name)
    return [
        {"text": team.name},
        {"text": date_in_words(team.starts_on)},
        {"text": date_in_words(team.ends_on) if team.ends_on else gettext("No end")},
        *_kept(keeps, *([] if team.ends_on else [end])),
    ]


def _succession(row: Succession, day: date, *, keeps: bool) -> list[dict[str, Any]]:
    words = succession_in_words(row, day)
    link = act_link("directory_take_back", row.pk, gettext("Take back"), words)
    return [{"text": words}, *_kept(keeps, link)]


def succession_in_words(row: Succession, day: date) -> str:
    """Return what one agency became, or is going to become, and when."""
    has_become = gettext("Since %(day)s %(after)s does what %(before)s did.")
    is_going_to = gettext("From %(day)s %(after)s does what %(before)s does now.")
    return (has_become if row.on <= day else is_going_to) % {
        "day": date_in_words(row.on),
        "after": row.after.name,
        "before": row.before.name,
    }


def _standing(row: Standing) -> dict[str, str]:
    by = gettext("%(name)s, %(moment)s") % {
        "name": row.recorded_by.name,
        "moment": time_in_words(row.recorded_at),
    }
    return {"text": row.text, "by": by}


def _kept(keeps: bool, *links: Any) -> Iterable[dict[str, Any]]:
    return [{"html": lines(links)}] if keeps else []
