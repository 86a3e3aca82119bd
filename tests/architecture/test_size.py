"""Nothing grows past what a reader can hold in mind."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source import name_of, python_files, template_files

LONGEST_FUNCTION = 40
LONGEST_MODULE = 300
LONGEST_TEMPLATE = 100

OURS = ("drive", "scripts", "bench", "tests")


def line_count(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def function_lengths(source: str) -> Iterator[tuple[str, int]]:
    """Give each function's name and length; its docstring is not counted."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if ast.get_docstring(node) is not None:
                docstring = node.body[0]
                length -= (docstring.end_lineno or docstring.lineno) - docstring.lineno + 1
            yield node.name, length


def test_functions_are_short() -> None:
    too_long = [
        f"{name_of(path)}: {name} has {length} lines"
        for path in python_files(*OURS)
        for name, length in function_lengths(path.read_text("utf-8"))
        if length > LONGEST_FUNCTION
    ]
    assert not too_long, "\n".join(too_long)


def test_a_docstring_does_not_count_towards_the_length() -> None:
    source = 'def act():\n    """One.\n\n    Two.\n    """\n    return 1\n'
    assert list(function_lengths(source)) == [("act", 2)]


@pytest.mark.parametrize(
    ("files", "longest"),
    [(python_files(*OURS), LONGEST_MODULE), (template_files(), LONGEST_TEMPLATE)],
    ids=["modules", "templates"],
)
def test_files_are_short(files: list[Path], longest: int) -> None:
    too_long = [
        f"{name_of(path)} has {lines} lines"
        for path in files
        if (lines := line_count(path)) > longest
    ]
    assert not too_long, "\n".join(too_long)
