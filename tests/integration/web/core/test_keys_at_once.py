"""All keys change while twenty people read, and no page fails."""

from __future__ import annotations

import itertools
import threading
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from drive.vocabulary.answers import InformationSource
from drive.web.audit.actions import rotate
from drive.web.core import keys
from drive.web.core.sealed_texts import compartments, sealed_columns
from drive.web.vault.actions import IndexTexts
from drive.web.vault.models import Reveal
from tests.cast import NOW, Cast, make_cast
from tests.factories.casework import case_at, note_on
from tests.factories.documents import document_on
from tests.factories.harm import reported
from tests.factories.insights import idva_case
from tests.factories.sign_in import signed_in
from tests.factories.vault import address_of, looked_at
from tests.integration.web.core.test_keys import draft, rotated


@pytest.fixture(autouse=True)
def own_keys(settings: Any, tmp_path: Path) -> Path:
    settings.DRIVE_KEY_DIR = tmp_path
    keys.forget_keys()
    return tmp_path


READERS = 20


class Readers:
    """People who open pages again and again until they are told to stop."""

    def __init__(self, browsers: list[tuple[Client, str, str]]) -> None:
        self.read: list[str] = []
        self.failed: list[tuple[str, object]] = []
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._reads, args=each) for each in browsers]

    def __enter__(self) -> Readers:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join()

    def _reads(self, browser: Client, address: str, words: str) -> None:
        try:
            while not self._over.is_set():
                self._look(browser.get(address), address, words)
                # People think between two pages; twenty that do not would only wait for the lock.
                self._over.wait(1)
        except BaseException as problem:  # noqa: BLE001 - the main thread must see it
            self.failed.append((address, problem))
        finally:
            connection.close()

    def _look(self, answer: Any, address: str, words: str) -> None:
        if answer.status_code == 200 and words in b"".join(answer).decode(errors="replace"):
            self.read.append(address)
        else:
            self.failed.append((address, answer.status_code))

    def until(self, pages: int) -> None:
        """Wait until so many pages were read, or one failed."""
        while len(self.read) < pages and not self.failed:
            self._over.wait(0.05)


@pytest.mark.django_db(transaction=True)
def test_every_key_changes_while_twenty_clients_read() -> None:
    wanted = itertools.islice(itertools.cycle(_pages(make_cast())), READERS)
    browsers = [
        (signed_in(Client(raise_request_exception=False), who, freshly=True), address, words)
        for who, address, words in wanted
    ]
    with Readers(browsers) as readers:
        readers.until(READERS)
        for round_, compartment in itertools.product(range(2), compartments()):
            rotated(compartment, hours=round_)
            readers.until(len(readers.read) + 5)
        rotate(texts=IndexTexts(), by=None, now=NOW)
        readers.until(len(readers.read) + 2 * READERS)
    assert readers.failed == []
    _only_the_newest_keys_are_named()


def _pages(cast: Cast) -> list[tuple[Any, str, str]]:
    """Return who reads which page that opens a sealed text, and what it says."""
    case = case_at(cast)
    note_on(cast, case, "sealed as a note", informant=InformationSource.VICTIM_SURVIVOR)
    document = document_on(cast, case, text="sealed as a document")
    hers = idva_case(cast, dyad=case.perpetrator.dyads.get())
    event = reported(hers.dyad, cast.case_manager, account="sealed as an account")
    reveal = looked_at(address_of(hers.dyad, cast.idva, lines="1 Sealed Street"), cast.idva)
    Reveal.objects.update(until=NOW + timedelta(days=2))
    kept = draft(cast, "sealed as a draft")
    return [
        (cast.case_manager, reverse("casework:notes", args=[case.pk]), "sealed as a note"),
        (
            cast.case_manager,
            reverse("casework:document", args=[case.pk, document.pk]),
            "sealed as a document",
        ),
        (cast.case_manager, reverse("harm:report", args=[event.pk]), "sealed as an account"),
        (
            cast.idva,
            reverse("insights:looked_at_contact_detail", args=[hers.pk, reveal.pk]),
            "1 Sealed Street",
        ),
        (cast.idva, reverse("kept", args=[kept.pk]), "sealed as a draft"),
    ]


def _only_the_newest_keys_are_named() -> None:
    for column in sealed_columns():
        names = keys.key_names(column.compartment)
        for text in column.rows.values_list(column.field, flat=True):
            assert text.split("$")[1] == names[-1], column
