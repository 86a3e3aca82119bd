"""What is made from the source agrees with the source."""

from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

from scripts import build_docs
from tests.architecture.source import ROOT


def test_the_generated_pages_are_current() -> None:
    stale = [name for name, text in build_docs.pages() if build_docs.kept(name) != text]
    assert not stale, f"Run ./run docs: {stale} are out of date."


def test_every_kept_page_is_still_generated() -> None:
    generated = {name for name, _ in build_docs.pages()}
    kept = {path.name for path in (ROOT / "docs" / "reference").glob("*.md")}
    assert kept == generated


def test_the_migrations_match_the_models() -> None:
    """Compared without a database: what the migrations would build, and what the models say."""
    kept = MigrationLoader(None)
    missing = MigrationAutodetector(kept.project_state(), ProjectState.from_apps(apps)).changes(
        graph=kept.graph
    )
    ours = {app.label for app in apps.get_app_configs() if app.name.startswith("drive.")}
    assert {label: found for label, found in missing.items() if label in ours} == {}
