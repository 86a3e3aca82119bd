"""What stands at the top of every page: the sections that the signed-in person may open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext, gettext_noop

from drive.web.accounts.models import User
from drive.web.accounts.policy import may


@dataclass(frozen=True)
class Section:
    """One entry of the navigation, and the permission that shows it.

    Whoever may do `unless` has it within another section.
    """

    text: str
    view: str
    permission: str
    about: str
    unless: str = ""


SECTIONS = (
    Section(gettext_noop("Home"), "home", "home.view", gettext_noop("What needs you today")),
    Section(
        gettext_noop("Marac lists"),
        "referrals:index",
        "referrals.view",
        gettext_noop("Import a list, enter one hearing, see what was referred"),
    ),
    Section(
        gettext_noop("Allocation"),
        "allocation:index",
        "allocation.view",
        gettext_noop("Who may be drawn, places, and the draws made"),
    ),
    Section(
        gettext_noop("Salts"),
        "allocation:salts",
        "allocation.enter_salt",
        gettext_noop("Be the second person of a draw, without names and arms"),
        unless="allocation.view",
    ),
    Section(
        gettext_noop("Monitoring"),
        "monitoring:index",
        "monitoring.view_flow",
        gettext_noop("The flow of the trial, its groups and balance, and the places of the sites"),
    ),
    Section(
        gettext_noop("Casework"),
        "monitoring:casework",
        "monitoring.view_casework",
        gettext_noop("What waits on the cases of the site, and what is missing in their records"),
        unless="monitoring.view_flow",
    ),
    Section(
        gettext_noop("Queries"),
        "monitoring:queries",
        "monitoring.view_queries",
        gettext_noop("What somebody asked about a record, the answers, and how each ended"),
        unless="monitoring.view_flow",
    ),
    Section(
        gettext_noop("The trial in numbers"),
        "monitoring:summary",
        "monitoring.view_summary",
        gettext_noop("The flow of the trial, with small numbers suppressed"),
        unless="monitoring.view_flow",
    ),
    Section(
        gettext_noop("Panels"),
        "panels:index",
        "panels.view",
        gettext_noop("Whom a panel selects for Drive, why, and the lotteries of its places"),
    ),
    Section(
        gettext_noop("Data cleaning"),
        "cleaning:index",
        "cleaning.view",
        gettext_noop("Clean an Insights list, and see duplicates by source and site"),
    ),
    Section(
        gettext_noop("Who is who"),
        "identity:queue",
        "identity.review",
        gettext_noop("Records that may be one person, merges, and their history"),
    ),
    Section(
        gettext_noop("Find a person"),
        "identity:search",
        "identity.search",
        gettext_noop("By name and date of birth, among the people of your own lists"),
        unless="identity.review",
    ),
    Section(
        gettext_noop("Cases"),
        "case_record:caseload",
        "casework.view_cases",
        gettext_noop("The Drive cases that you hold or oversee"),
    ),
    Section(
        gettext_noop("IDVA cases"),
        "insights:caseload",
        "insights.view_cases",
        gettext_noop("The victim-survivors whom you support, and their forms"),
    ),
    Section(
        gettext_noop("Name an IDVA"),
        "insights:waiting",
        "insights.open_case",
        gettext_noop("Victim-survivors who were heard and have no IDVA yet"),
    ),
    Section(
        gettext_noop("Offices"),
        "offices:offices",
        "offices.add",
        gettext_noop("The offices that several services share"),
    ),
    Section(
        gettext_noop("Office times"),
        "offices:times",
        "offices.keep_times",
        gettext_noop("When you take a shared office, so that it is not used by others"),
    ),
    Section(
        gettext_noop("Going out"),
        "outbound:index",
        "outbound.view",
        gettext_noop("What is written and has not left: held, stopped, or waiting"),
    ),
    Section(
        gettext_noop("Agencies"),
        "multiagency:stalled",
        "multiagency.view_requests",
        gettext_noop("Who has not answered a request, and how long agencies take"),
    ),
    Section(
        gettext_noop("Directory"),
        "multiagency:directory",
        "multiagency.view_directory",
        gettext_noop("Whom to ring in an agency now, what may be shared, what there is locally"),
    ),
    Section(
        gettext_noop("Police extracts"),
        "multiagency:extracts",
        "multiagency.take_in_extracts",
        gettext_noop("Put what the police sent about service users on their cases"),
    ),
    Section(
        gettext_noop("Serious events"),
        "harm:reports",
        "harm.view",
        gettext_noop("What you reported, and whether the independent monitor was told in time"),
    ),
    Section(
        gettext_noop("Harm"),
        "harm:monitor",
        "harm.monitor",
        gettext_noop("Serious events by arm, and the notices that wait for you"),
    ),
    Section(
        gettext_noop("Snapshots and reports"),
        "extracts:index",
        "extracts.view",
        gettext_noop("Freeze the records for the evaluation and read its report"),
    ),
    Section(
        gettext_noop("Second ratings"),
        "adjudication:index",
        "adjudication.view",
        gettext_noop("Narratives rated again by two who know neither arm nor time point"),
    ),
    Section(
        gettext_noop("Narratives to rate"),
        "adjudication:mine",
        "adjudication.rate",
        gettext_noop("Texts of nobody you know, and four questions about each"),
    ),
    Section(
        gettext_noop("Narratives to look over"),
        "adjudication:waiting",
        "adjudication.look_over",
        gettext_noop("What of your own words two strangers would read, before they do"),
    ),
    Section(
        gettext_noop("Users"),
        "accounts:users",
        "accounts.view",
        gettext_noop("Who may sign in, and with which role"),
    ),
    Section(
        gettext_noop("Sites and agencies"),
        "accounts:sites",
        "organisations.view",
        gettext_noop("Where the programme works, and with whom"),
    ),
)


def sections_for(actor: User) -> list[Section]:
    """Return the sections that the actor may open, in order."""
    return [
        section
        for section in SECTIONS
        if may(actor, section.permission)
        and not (section.unless and may(actor, section.unless))
        and _exists(section)
    ]


def _exists(section: Section) -> bool:
    try:
        reverse(section.view)
    except NoReverseMatch:
        return False
    return True


def items(actor: User, path: str) -> list[dict[str, Any]]:
    """Return the navigation's items, the present section marked."""
    made = []
    for section in sections_for(actor):
        address = reverse(section.view)
        here = path == address
        within = section.view != "home" and path.startswith(address)
        made.append(
            {
                "href": address,
                "text": gettext(section.text),
                "about": gettext(section.about),
                "current": here,
                "active": within,
            }
        )
    return made


def shell(request: HttpRequest) -> dict[str, Any]:
    """Return what every layout knows: the person, the navigation, the mode, the messages."""
    actor = request.user if isinstance(request.user, User) else None
    return {
        "shell": {
            "actor": actor,
            "navigation": items(actor, request.path) if actor else [],
            "today": settings.DRIVE_TODAY,
            "messages": get_messages(request),
            "drafts": reverse("keep_draft"),
            "sign_in": reverse("account_login"),
        }
    }
