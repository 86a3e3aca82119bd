"""What tells staff that something waits: one fixed sentence by mail, fixed words in a task."""

from __future__ import annotations

import ast
import logging
import re
from typing import Any

import pytest
from django.core import mail
from django.utils.log import AdminEmailHandler

from drive.vocabulary.answers import InformationSource
from drive.vocabulary.facts import Use
from drive.vocabulary.outbound import LeakRoute, OutgoingChannel, ReachedHim
from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.case_record.presenters.tasks import task_entries
from drive.web.outbound.actions import Leaked, deliver_due, notify_due, record_leak, send_now
from drive.web.outbound.presenters.letters import NOTIFICATION
from drive.web.tasks.models import Task
from tests.architecture.source import name_of, python_files
from tests.cast import NOW
from tests.factories.casework import note_on
from tests.factories.outbound import of_drive, wrote
from tests.factories.packs import asked
from tests.factories.registers import entry_in
from tests.integration.web.outbound.desk import Desk

SENTENCE = b"You have 1 item in the case system."
SECRET = "Bluebellsecret"
MAILS = {"EmailMessage", "EmailMultiAlternatives", "send_mail", "send_mass_mail", "mail_admins",
         "mail_managers", "email_user"}  # fmt: skip


def test_the_sentence_is_this_byte_for_byte() -> None:
    assert NOTIFICATION.encode() == SENTENCE


def _calls(source: str) -> list[str]:
    called = (node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    names = (each.attr if isinstance(each, ast.Attribute) else getattr(each, "id", "")
             for each in called)  # fmt: skip
    return [name for name in names if name in MAILS]


def test_a_mail_is_made_in_two_places_alone() -> None:
    made = {name_of(path): _calls(path.read_text("utf-8")) for path in python_files("drive")}
    assert {name: calls for name, calls in made.items() if calls} == {
        "drive/web/outbound/actions/delivering.py": ["EmailMessage"],
        "drive/web/outbound/actions/notices.py": ["EmailMessage"],
    }


def test_no_failure_is_mailed_with_what_a_page_held(settings: Any) -> None:
    assert (list(settings.ADMINS), list(settings.MANAGERS)) == ([], [])
    loggers = [logging.getLogger(), *map(logging.getLogger, logging.root.manager.loggerDict)]
    mailing = [each for logger in loggers for each in logger.handlers
               if isinstance(each, AdminEmailHandler) and each.include_html]  # fmt: skip
    assert mailing == []


@pytest.fixture
def told(desk: Desk) -> Desk:
    """Do what staff have to be told of, with a secret in each text; hand over what is due."""
    for name, user in desk.cast.users.items():
        User.objects.filter(pk=user.pk).update(email=f"{name}@staff.example")
    by = desk.cast.case_manager
    note_on(desk.cast, desk.drive, SECRET, informant=InformationSource.SU)
    entry_in("levers", desk.drive, by, informant="idva", text=SECRET)
    row = wrote(
        of_drive(desk.drive),
        by,
        body=SECRET,
        channel=OutgoingChannel.EMAIL,
        address="duty@probation.example",
        use=Use.THREAT_TO_LIFE,
    )
    send_now(outgoing=row, reason=SECRET, by=by, now=NOW)
    leaked = Leaked(
        dyad=desk.pair,
        what=SECRET,
        route=LeakRoute.COURT,
        reached_him=ReachedHim.UNSURE,
        happened_on=NOW.date(),
    )
    record_leak(case=of_drive(desk.drive), leaked=leaked, by=by, now=NOW)
    asked(desk.drive, desk.cast.service_manager)
    deliver_due(now=NOW)
    assert notify_due(now=NOW) > 1
    return desk


@pytest.mark.django_db
def test_whatever_reaches_staff_by_mail_is_that_sentence(told: Desk, settings: Any) -> None:
    assert [each.to for each in mail.outbox if SECRET in each.body] == [["duty@probation.example"]]
    assert len(mail.outbox) > 2
    for each in mail.outbox:
        assert each.subject == settings.DRIVE_MAIL_SUBJECT
        if any(address.endswith("@staff.example") for address in each.recipients()):
            assert each.body.encode() == SENTENCE
            assert not each.attachments
            assert not getattr(each, "alternatives", ())


@pytest.mark.django_db
def test_a_task_says_its_kind_and_a_reference_and_nothing_else(told: Desk) -> None:
    tasks = list(Task.objects.all())
    assert {TaskKind.REVIEW_SENT_NOW, TaskKind.REVIEW_SAFETY} <= {each.kind for each in tasks}
    names = {each.name for each in User.objects.all()} | {""}
    for task, entry in zip(tasks, task_entries(tasks, NOW.date()), strict=True):
        assert entry["text"] == f"{task.reference}: {TaskKind(task.kind).label}"
        assert entry["hint"] in names
        assert re.fullmatch(r"[A-Z]{2,4}-\d{4}", task.reference)
        assert re.fullmatch(r"[0-9a-f-]*|[a-z0-9_:/-]*", task.key)
    kept = " ".join(str(value) for row in Task.objects.values() for value in row.values())
    people = (told.drive.perpetrator.person, told.pair.victim_survivor.person)
    for secret in (SECRET, *(each.surname for each in people)):
        assert secret not in kept


def test_no_kind_of_task_leaves_room_for_a_fact() -> None:
    assert [each for each in TaskKind if re.search(r"[%{}0-9@]", each.label)] == []
