"""docs/promises.md promises nothing that no test holds."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "promises.md"
NAMED = re.compile(r"`([\w/.-]+\.py)::(\w+)`")
MARKS_THAT_IDLE = {"skip", "xfail"}


def promises(page):
    """(promise, who could break it, tests) of every row of the page's tables."""
    rows = [line.strip().strip("|").split("|") for line in page.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in row] for row in rows]
    return [row for row in cells if row[0] != "promise" and not set(row[0]) <= {"-"}]


def faults(page):
    """What is wrong with a page of promises."""
    wrong = []
    for row in promises(page):
        if len(row) != 3 or not all(row):
            wrong.append(f"a row without promise, breaker or test: {row}")
            continue
        named = NAMED.findall(row[2])
        if not named:
            wrong.append(f"no test holds: {row[0]}")
        wrong += [f"{path}::{test} does not hold: {row[0]}" for path, test in named if not holds(path, test)]
    return wrong


def holds(path, test):
    """Whether a test stands in a file, asserts something, and is not idle."""
    file = ROOT / path
    if not file.is_file() or not test.startswith("test_"):
        return False
    tree = ast.parse(file.read_text(encoding="utf-8"))
    found = next((one for one in ast.walk(tree) if isinstance(one, (ast.FunctionDef, ast.AsyncFunctionDef))
                  and one.name == test), None)  # fmt: skip
    if found is None:
        return False
    marks = {one.attr for mark in found.decorator_list for one in ast.walk(mark) if isinstance(one, ast.Attribute)}
    checks = [one for one in ast.walk(found) if isinstance(one, ast.Assert) or _expects(one)]
    return bool(checks) and not marks & MARKS_THAT_IDLE


def _expects(node):
    """A call of `pytest.raises` or of a helper whose name says that it asserts."""
    called = getattr(node, "func", None)
    name = getattr(called, "attr", None) or getattr(called, "id", "")
    return isinstance(node, ast.Call) and (name == "raises" or name.startswith("assert"))


def test_every_promise_is_held_by_a_test_that_exists():
    page = PAGE.read_text(encoding="utf-8")
    assert len(promises(page)) >= 30
    assert faults(page) == []


HEAD = "| promise | who could break it | held by |\n|---|---|---|\n"
HELD = "`tests/docs/test_promises.py::test_every_promise_is_held_by_a_test_that_exists`"


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (f"| Kept. | somebody | {HELD} |", None),
        ("| Kept. | somebody |  |", "without"),
        ("| Kept. | somebody | by good will |", "no test holds"),
        ("| Kept. | somebody | `tests/docs/test_promises.py::test_that_nobody_wrote` |", "does not hold"),
        ("| Kept. | somebody | `tests/docs/test_nowhere.py::test_it` |", "does not hold"),
        (f"| Kept. |  | {HELD} |", "without"),
        ("| Kept. | somebody | `tests/docs/test_promises.py::holds` |", "does not hold"),
    ],
)
def test_a_page_with_a_hollow_promise_is_found_out(row, fault):
    wrong = faults(HEAD + row)
    assert (wrong == []) if fault is None else (len(wrong) == 1 and fault in wrong[0])
