"""What the tests of harm share: what somebody types, and what a page says."""

import re
from uuid import uuid4

from django.urls import reverse

from drive.web.casework.models import DriveCase
from drive.web.people.models import Dyad
from tests.cast import Cast
from tests.factories.casework import case_at

TAGS = re.compile(r"<(script|style)\b.*?</\1>|<[^>]+>", re.DOTALL)


def words(page: bytes) -> str:
    text = page.decode()
    return " ".join(TAGS.sub(" ", text[text.index("<main") :]).split())


def typed(**changed: str) -> dict[str, str]:
    """Return what somebody types; known yesterday, so that it is past whatever the hour."""
    return {
        "kind": "near_fatal",
        "harmed": "victim_survivor",
        "happened-value-day": "28",
        "happened-value-month": "6",
        "happened-value-year": "2017",
        "known_on-day": "29",
        "known_on-month": "June",
        "known_on-year": "17",
        "known_time": "2.05pm",
        "account": "accountcanary",
        "key": str(uuid4()),
    } | changed


def of(dyad: Dyad) -> str:
    return reverse("harm:record", args=[dyad.pk])


def in_drive(cast: Cast) -> tuple[DriveCase, Dyad]:
    case = case_at(cast)
    return case, Dyad.objects.get(perpetrator=case.perpetrator_id)
