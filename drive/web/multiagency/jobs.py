"""What the worker does about requests and police extracts."""

from datetime import datetime

from drive.web.accounts.models import User
from drive.web.core.clock import now
from drive.web.core.jobs import chore, job, often
from drive.web.multiagency.actions import due, extracted
from drive.web.multiagency.models import PoliceExtract


@often
def note_what_left(moment: datetime) -> None:
    """Note what has left: from then on an answer is waited for."""
    due.note_what_left(now=moment)


@chore
def do_what_is_due(moment: datetime) -> None:
    """Chase what was not answered, and propose whom to ask next."""
    due.do_what_is_due(now=moment)


def _left_as_it_was(**_about: str) -> None:
    """Leave what is not on its case yet as ready: its page says so, and it can be put there."""


@job(gives_up=_left_as_it_was)
def put_extract_on_cases(*, extract_id: str, by_id: str) -> None:
    """Put the rows of a police extract on their cases."""
    extract = PoliceExtract.objects.get(pk=extract_id)
    extracted.put_on_cases(extract=extract, by=User.objects.get(pk=by_id), now=now())
