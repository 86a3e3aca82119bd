"""How the tests of these pages open them, send them, and read what they say."""

import re
from uuid import uuid4

from django.test import Client
from django.urls import reverse

from drive.web.people.models import MatchCandidate
from tests.factories.identity import REASON
from tests.factories.people import Typed

SLIP = Typed("Tobyas")
TAGS = re.compile(r"<(script|style)\b.*?</\1>|<[^>]+>", re.DOTALL)


def words(client: Client, address: str) -> str:
    """Return what a page says, without its mark-up."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    return " ".join(TAGS.sub(" ", answer.content.decode()).split())


def page_of(candidate: MatchCandidate) -> str:
    return reverse("identity:question", args=[candidate.pk])


def send(client: Client, candidate: MatchCandidate, verdict: str, reason: str = REASON) -> str:
    """Decide on the page; return where it leads, or what it says."""
    address = page_of(candidate)
    typed = {"verdict": verdict, "reason": reason, "key": str(uuid4())}
    answer = client.post(address, typed)
    candidate.refresh_from_db()
    return answer.headers.get("Location") or answer.content.decode()
