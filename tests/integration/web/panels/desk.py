"""The forms of a panel as somebody sends them, and reading its pages."""

import re
from uuid import uuid4

from django.test import Client
from django.urls import reverse

from drive.web.panels.models import Panel
from drive.web.referrals.models import MaracHearing
from tests.factories.panels import REASON, entry_of

OPEN = reverse("panels:open")


def typed(**changes: object) -> dict[str, object]:
    """Return the form of a panel as filled in."""
    return {
        "key": str(uuid4()),
        "site": "essex",
        "held_on-day": "30",
        "held_on-month": "6",
        "held_on-year": "2017",
        "members": ["drive", "police"],
        "places": "2",
        "criteria": ["high_risk", "high_harm"],
    } | changes


def verdict(verdict: str = "selected", **changes: object) -> dict[str, object]:
    """Return the form of a verdict as filled in."""
    return {
        "key": str(uuid4()),
        "verdict": verdict,
        "criteria": ["high_harm"],
        "reason": REASON,
    } | changes


def page_of(opened: Panel, heard: MaracHearing) -> str:
    """Return the address of a hearing before a panel."""
    return reverse("panels:decide", args=[opened.pk, entry_of(opened, heard).pk])


def text(client: Client, address: str) -> str:
    """Return a page as it is sent."""
    answer = client.get(address, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def hidden(page: str, name: str) -> str:
    """Return what a page carries along in a hidden field."""
    found = re.search(rf'name="{name}"[^>]*value="([^"]+)"', page)
    assert found, name
    return found[1]
