"""Drawing and redacting a sample as a job: each narrative is scanned for all that is protected."""

from drive.web.adjudication.actions.rounds import draw_sample, give_up
from drive.web.adjudication.models import Round
from drive.web.core.clock import now
from drive.web.core.jobs import job


def _given_up(*, words: str, round_id: str) -> None:
    give_up(round_id=round_id, words=words)


@job(gives_up=_given_up)
def draw_round(*, round_id: str) -> None:
    """Draw the sample of a round that a page asked for."""
    draw_sample(about=Round.objects.get(pk=round_id), now=now())
