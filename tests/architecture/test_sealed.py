"""What lies sealed says under which compartment, so that its key can be changed."""

from django.apps import apps
from django.db import models

from drive.web.core.sealed_texts import compartments, sealed_columns
from drive.web.core.sealing import SealedTextField


def text_fields() -> list[models.Field]:
    return [
        field
        for model in apps.get_models()
        if model.__module__.startswith("drive.web.")
        for field in model._meta.local_fields
        if not field.is_relation
    ]


def test_each_field_that_is_called_sealed_is_a_sealed_field_of_a_compartment() -> None:
    loose = [
        str(field)
        for field in text_fields()
        if field.name.startswith("sealed_")
        and not (isinstance(field, SealedTextField) and field.compartment)
    ]
    assert loose == []


def test_each_sealed_field_is_called_so() -> None:
    misnamed = [
        str(field)
        for field in text_fields()
        if isinstance(field, SealedTextField) and not field.name.startswith("sealed_")
    ]
    assert misnamed == []


def test_a_migration_knows_of_no_compartment() -> None:
    for column in sealed_columns():
        _, path, args, kwargs = column.model._meta.get_field(column.field).deconstruct()
        assert path == "django.db.models.TextField"
        assert "compartment" not in kwargs
        assert args == []


def test_the_columns_are_found() -> None:
    assert set(compartments()) >= {
        "casework",
        "drafts",
        "harm",
        "identity",
        "imports",
        "information",
        "location",
        "panels",
        "randomisation",
    }
