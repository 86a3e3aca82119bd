"""What a list shows and what a single look allows are one and the same."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import models

from drive.web.accounts.models import User
from drive.web.accounts.policy import decide
from tests.integration.access.world import World

MOST = 40
"""Of a model with more rows, such as answers, every second or third is looked at."""


def guarded_models() -> list[Any]:
    """Return every model that says who reaches its rows."""
    return [model for model in apps.get_models() if hasattr(model, "access")]


def name_of(model: type[models.Model]) -> str:
    return model._meta.label_lower


@pytest.mark.parametrize("model", guarded_models(), ids=name_of)
def test_a_look_is_allowed_exactly_where_a_list_shows(model: Any, world: World) -> None:
    rows = list(model._default_manager.all())
    assert rows, f"the world holds no {model._meta.label}"
    assert list(disagreements(model, rows, world)) == []


def disagreements(model: Any, rows: list[Any], world: World) -> Iterator[str]:
    """Give each person and row of which the two say different things."""
    for name, actor in everybody(world):
        shown = set(model.objects.visible_to(actor).values_list("pk", flat=True))
        for row in rows[:: 1 + len(rows) // MOST]:
            if decide(actor, "read", row).allowed != (row.pk in shown):
                yield f"{name}: {row.pk}"


def everybody(world: World) -> Iterator[tuple[str, User]]:
    """Give everybody as a request would find them, and one whose access has ended."""
    for name, user in world.users.items():
        yield name, User.objects.get_queryset().get(pk=user.pk)
    ended = User.objects.get_queryset().get(pk=world.users["allocator"].pk)
    ended.is_active = False
    yield "an allocator whose access has ended", ended


@pytest.mark.parametrize("model", guarded_models(), ids=name_of)
def test_without_a_role_or_after_the_end_nothing_is_seen(model: Any, world: World) -> None:
    people = dict(everybody(world))
    nothing = ("nobody", "police_partner", "an allocator whose access has ended")
    assert [name for name in nothing if model.objects.visible_to(people[name]).exists()] == []
