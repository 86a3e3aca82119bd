"""The method, from the titles and docstrings of the tests that prove it."""

import ast
from pathlib import Path

from scripts.reference.markdown import first_sentence

SPEC = Path(__file__).resolve().parents[2] / "tests" / "spec"


def page() -> str:
    """Return what tests/spec proves, a section for each file."""
    parts = ["# The method\n\nEach line below is held by a test in `tests/spec`.\n"]
    for path in sorted(SPEC.rglob("test_*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        parts.append(f"## {_words(path.stem)}\n\n{(ast.get_docstring(tree) or '').strip()}\n")
        parts.append("\n".join(f"- {line}" for line in _proofs(tree)) + "\n")
    return "\n".join(parts)


def _proofs(tree: ast.Module) -> list[str]:
    return [
        first_sentence(ast.get_docstring(node)) or _words(node.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    ]


def _words(name: str) -> str:
    return name.removeprefix("test_").replace("_", " ").capitalize()
