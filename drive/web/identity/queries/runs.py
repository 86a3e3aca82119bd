"""The comparisons of people with people: the last ones, and whether one is under way."""

from drive.vocabulary.jobs import RunState
from drive.web.accounts.models import User
from drive.web.people.models import LinkageRun

MOST_SHOWN = 20


def last_runs(actor: User) -> list[LinkageRun]:
    """Return the last runs that the actor may see, the newest first."""
    return list(LinkageRun.objects.visible_to(actor).order_by("-recorded_at")[:MOST_SHOWN])


def is_under_way(actor: User) -> bool:
    """Return whether people are being compared now, or soon."""
    going = LinkageRun.objects.visible_to(actor).filter(
        state__in=(RunState.WAITING, RunState.RUNNING)
    )
    return going.exists()
