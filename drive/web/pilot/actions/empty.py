"""Emptying the demonstration's database."""

from django.core.management import call_command

from drive.web.pilot.queries import refuse_other_data


def empty() -> None:
    """Remove every row of the demonstration, the audit events too; the tables stay."""
    refuse_other_data()
    call_command("flush", interactive=False, verbosity=0)
