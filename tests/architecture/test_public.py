"""Nothing of one developer's machine gets into the project's files."""

import re

import pytest

from tests.architecture.source import name_of, project_files

NOT_FOR_THE_PUBLIC = {
    "an address of a package registry": r"(pypi|pythonhosted|npmjs|yarnpkg)\.(org|com)",
    "an option that names a package index": r"--(extra-)?index-url|--find-links",
    "a lock entry with a place to download from": r'"resolved":|source = \{ ?registry',
    "a folder of one developer's machine": r"(?<![\w.$}~])/(home|root|work)/\w",
    "a key": r"-----BEGIN [A-Z ]*PRIVATE KEY-----",
}

THIS_FILE = "tests/architecture/test_public.py"


@pytest.mark.parametrize("what", NOT_FOR_THE_PUBLIC)
def test_no_file_holds(what: str) -> None:
    pattern = re.compile(NOT_FOR_THE_PUBLIC[what])
    found = []
    for path in project_files():
        try:
            lines = path.read_text("utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        found += [
            f"{name_of(path)}:{number}"
            for number, line in enumerate(lines, start=1)
            if pattern.search(line) and name_of(path) != THIS_FILE
        ]
    assert not found, f"These hold {what}: {found}"


def test_no_lock_file_that_names_hosts_is_kept() -> None:
    assert not [name_of(p) for p in project_files() if p.name in {"uv.lock", "pylock.toml"}]
