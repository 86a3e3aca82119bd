"""What the tables may and may not know of one another."""

import ast
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models

from tests.architecture.source import name_of, python_files, web_layers

Model = type[models.Model]
RELATIONS = {"ForeignKey", "ManyToManyField", "OneToOneField"}
ABOVE_THE_DRAW = {
    app for app, height in web_layers().items() if height >= web_layers()["allocation"]
}


def app_of(model: Model) -> str | None:
    """Return our app that the model belongs to, or None for Django's and others'."""
    parts = model.__module__.split(".")
    return parts[2] if parts[:2] == ["drive", "web"] else None


def our_models() -> list[Model]:
    return [model for model in apps.get_models() if app_of(model)]


def relations(model: Model) -> list[Any]:
    """Return the model's own fields that point to another model."""
    return [f for f in model._meta.get_fields() if f.is_relation and f.concrete]


def test_relations_point_to_the_same_app_or_a_lower_one() -> None:
    height = web_layers()
    upward = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in our_models()
        for field in relations(model)
        if field.related_model is not get_user_model()
        and (target := app_of(field.related_model)) is not None
        and target != app_of(model)
        and height[target] >= height[app_of(model) or ""]
    ]
    assert not upward, "\n".join(upward)


def relations_by_text(source: str) -> Iterator[str]:
    """Give the relations of a module that name another app's model by text."""
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        target = node.args[0]
        if node.func.attr in RELATIONS and isinstance(target, ast.Constant) and "." in target.value:
            yield target.value


def test_relations_name_model_classes() -> None:
    """A name in text would hide the arrow from the import contracts."""
    by_text = [
        f"{name_of(path)}: {target}"
        for path in python_files("drive")
        for target in relations_by_text(path.read_text("utf-8"))
    ]
    assert not by_text


def test_people_do_not_lead_to_what_came_after_the_draw() -> None:
    leading_back = [
        f"{model._meta.label}.{field.name}"
        for model in our_models()
        if app_of(model) in ABOVE_THE_DRAW
        for field in relations(model)
        if app_of(field.related_model) == "people" and not field.remote_field.hidden
    ]
    assert not leading_back, 'These need related_name="+": ' + ", ".join(leading_back)


def reachable(start: Model) -> dict[Model, str]:
    """Return every model that a query can reach from this one, and the way to it."""
    ways = {start: start._meta.label}
    waiting = [start]
    while waiting:
        model = waiting.pop()
        for field in model._meta.get_fields():
            target = field.related_model
            if isinstance(target, type) and target not in ways:
                ways[target] = f"{ways[model]}.{field.name}"
                waiting.append(target)
    return ways


def test_nothing_leads_from_an_insights_record_to_the_arm() -> None:
    leaks = [
        f"{way} reaches {target._meta.label}"
        for model in our_models()
        if app_of(model) == "insights"
        for target, way in reachable(model).items()
        if app_of(target) in {"allocation", "casework"}
    ]
    assert not leaks, "\n".join(leaks)


def fields_named(condition: Any) -> set[str]:
    """Return the names of the fields that a constraint's condition speaks of."""
    if isinstance(condition, models.Q):
        return set().union(*map(fields_named, condition.children))
    if isinstance(condition, tuple):
        name, value = condition
        return {name.split("__")[0]} | fields_named(value)
    if isinstance(condition, models.F):
        return {condition.name}
    if hasattr(condition, "get_source_expressions"):
        return set().union(*map(fields_named, condition.get_source_expressions()))
    return set()


def who_and_when(model: Model) -> Iterator[tuple[str, str]]:
    """Give the pairs of a person and a moment that may both be empty."""
    by_name = {f.name: f for f in model._meta.get_fields() if f.concrete}
    for name in by_name:
        moment = name.removesuffix("_by") + "_at"
        if name.endswith("_by") and moment in by_name and by_name[moment].null:
            yield name, moment


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model._meta.label)
def test_who_and_when_are_known_together(model: Model) -> None:
    constrained = [
        fields_named(constraint.condition)
        for constraint in model._meta.constraints
        if isinstance(constraint, models.CheckConstraint)
    ]
    loose = [pair for pair in who_and_when(model) if not any(set(pair) <= c for c in constrained)]
    assert not loose


def test_every_key_is_a_uuid() -> None:
    """A number that counts up would tell who came when, and differ between two loads."""
    counted = [
        model._meta.label
        for model in our_models()
        if not isinstance(model._meta.pk, models.UUIDField)
        and not isinstance(model._meta.pk, models.OneToOneField)
        and not model._meta.auto_created
    ]
    assert not counted
