"""Each file's name says its role, and nothing is called by a word that says nothing."""

from pathlib import Path

from tests.architecture.source import ROOT, name_of, python_files

EMPTY_WORDS = {"common", "helpers", "managers", "misc", "services", "utils"}

ROLES = {
    "actions", "apps", "exceptions", "forms", "jobs", "middleware", "migrations", "models",
    "permissions", "presenters", "queries", "rules", "urls", "views", "__init__",
}  # fmt: skip

# What an app holds besides, because it is that app's reason to exist.
BESIDES = {
    "accounts": {"policy", "roles", "management"},
    "registers": {"registry"},
    "project": {"navigation", "settings", "sign_in", "wsgi"},
}
# These two are tools for the others and are named by what each file gives.
TOOLS = {"core", "design_system"}


def app_and_role(path: Path) -> tuple[str, str]:
    app, role, *_ = [*path.relative_to(ROOT / "drive" / "web").parts, "__init__"]
    return app, role.removesuffix(".py")


def test_no_module_has_an_empty_name() -> None:
    empty = [
        name_of(path)
        for path in python_files("drive", "scripts", "bench", "tests")
        if EMPTY_WORDS & {part.removesuffix(".py") for part in path.relative_to(ROOT).parts}
    ]
    assert not empty


def test_each_file_of_a_web_app_is_named_by_its_role() -> None:
    unexpected = []
    for path in python_files("drive"):
        if not path.is_relative_to(ROOT / "drive" / "web") or path.parent == ROOT / "drive" / "web":
            continue
        app, role = app_and_role(path)
        if app not in TOOLS and role not in ROLES | BESIDES.get(app, set()):
            unexpected.append(name_of(path))
    assert not unexpected, "\n".join(unexpected)


def test_each_folder_of_tests_is_a_package() -> None:
    """Without it, tests/unit/statistics would stand before the standard library's module."""
    folders = {
        folder
        for path in python_files("tests")
        for folder in path.parents
        if folder.is_relative_to(ROOT / "tests")
    }
    assert not [name_of(f) for f in folders if not (f / "__init__.py").exists()]
