"""What the worker hands to the mail server."""

from datetime import datetime

from drive.web.core.jobs import chore, often
from drive.web.outbound import actions


@often
def deliver_due_mail(moment: datetime) -> None:
    """Hand over the e-mails whose hold is over, and those that waited for the mail server."""
    actions.deliver_due(now=moment)


@often
def notify_of_what_is_urgent(moment: datetime) -> None:
    """Tell whoever has to do something urgent that the case system holds something."""
    actions.notify_due(now=moment)


@chore
def tell_what_is_due(moment: datetime) -> None:
    """Tell whoever has something due today that the case system holds something."""
    actions.digest_due(now=moment)
