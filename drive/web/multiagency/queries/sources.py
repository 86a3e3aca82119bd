"""Who probably knows what an agency did not answer, and who was asked already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from statistics import median
from uuid import UUID

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.requests import RequestKind, RequestStepKind, RequestTopic
from drive.web.core.working_days import working_days_between
from drive.web.information.models import FactVersion
from drive.web.multiagency.models import Request, RequestStep
from drive.web.multiagency.queries.standing import Opened
from drive.web.multiagency.rules.sources import TOLD_AS, Candidate, Ranked, rank, referred
from drive.web.organisations.models import Site
from drive.web.organisations.queries import agencies_on
from drive.web.referrals.models import MaracHearing

REPLIES = (
    RequestStepKind.ANSWERED_IN_PART,
    RequestStepKind.ANSWERED,
    RequestStepKind.AGREED,
    RequestStepKind.DONE,
    RequestStepKind.REFUSED,
)
"""The steps with which an agency answers, whatever it says."""


def next_sources(found: Opened) -> list[Ranked]:
    """Return whom to ask instead, the likeliest first. Only what is asked for can be known."""
    request = found.request
    if request.kind != RequestKind.INFORMATION:
        return []
    topics = still_open_topics(found)
    told = _told(request, topics)
    quick = usual_days(request.drive_case.site)
    referrers = _referrers(request)
    candidates = [
        Candidate(
            key=agency.pk,
            name=agency.name,
            kind=AgencyType(agency.kind),
            referred=any(
                referred(text, agency.name, AgencyType(agency.kind)) for text in referrers
            ),
            told=told.get(agency.kind, 0),
            usual_days=quick.get(agency.pk),
        )
        for agency in agencies_on(request.drive_case.site, found.books.day)
    ]
    return rank(candidates, topics, asked_in_chain(found))


def still_open_topics(found: Opened) -> list[RequestTopic]:
    """Return what a request asks for and nobody has answered yet."""
    partial = [step for step in found.steps if step.kind == RequestStepKind.ANSWERED_IN_PART]
    open_ones = partial[-1].still_open if partial else found.request.topics
    return [RequestTopic(topic) for topic in open_ones]


def asked_in_chain(found: Opened) -> set[UUID]:
    """Return the agencies that were asked for the same, and what has become of them since."""
    rows = Request.objects.filter(drive_case=found.request.drive_case).values_list(
        "pk", "instead_of", "agency"
    )
    before = {key: instead for key, instead, _ in rows}
    root = _root(found.request.pk, before)
    asked = {agency for key, _, agency in rows if _root(key, before) == root}
    became = found.book.entries.became
    for agency in list(asked):
        following = agency
        while following in became and became[following].after not in asked:
            following = became[following].after
            asked.add(following)
    return asked


def usual_days(site: Site) -> dict[UUID, float]:
    """Return how many working days the agencies of a site usually take to answer."""
    steps = RequestStep.objects.filter(
        request__drive_case__site=site, kind__in=(RequestStepKind.SENT, *REPLIES)
    ).order_by("request", "sequence")
    sent: dict[UUID, RequestStep] = {}
    answered: dict[UUID, list[int]] = defaultdict(list)
    for step in steps.select_related("request"):
        if step.kind == RequestStepKind.SENT:
            sent[step.request_id] = step
        elif (began := sent.pop(step.request_id, None)) and began.left_on:
            days = working_days_between(began.left_on, step.happened_on)
            answered[step.request.agency_id].append(days)
    return {agency: median(days) for agency, days in answered.items()}


def _root(key: UUID, before: dict[UUID, UUID | None]) -> UUID:
    while (earlier := before.get(key)) is not None:
        key = earlier
    return key


def _told(request: Request, topics: Collection[RequestTopic]) -> dict[str, int]:
    """Return by kind of agency how many facts on some topics came from it."""
    wanted = {fact_topic for topic in topics for fact_topic in TOLD_AS[topic]}
    rows = FactVersion.objects.filter(
        fact__folder__about=request.drive_case_id,
        superseded_by=None,
        withdrawn=False,
        topic__in=wanted,
    ).exclude(agency="")
    found: dict[str, int] = defaultdict(int)
    for kind in rows.values_list("agency", flat=True):
        found[kind] += 1
    return found


def _referrers(request: Request) -> list[str]:
    """Return who referred his pairs to the Marac, as the lists named them."""
    hearings = MaracHearing.objects.filter(dyad__perpetrator=request.drive_case.perpetrator_id)
    return [text for text in hearings.values_list("referred_by", flat=True) if text.strip()]
