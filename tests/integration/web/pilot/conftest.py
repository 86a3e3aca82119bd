"""The pilot, loaded once for all tests of a file and taken back afterwards."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from drive.evaluation.snapshot import Snapshot
from drive.web.pilot.actions import Loaded
from tests.integration.web.pilot.loading import frozen, load_it


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[Loaded]:
    """The pilot, loaded."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load_it()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def snapshot(loaded: Loaded, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """The pilot, frozen."""
    return frozen(tmp_path_factory.mktemp("snapshot"))
