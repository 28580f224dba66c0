"""The project's own YAML files: read one way, and what stands twice is an error instead of being lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from satark.errors import SatarkError

_ROOT = Path(__file__).resolve().parents[1]


class TableError(SatarkError):
    """A file that the project is told by cannot be read; names the file, the place and the slip."""


class _Once(yaml.constructor.BaseConstructor):
    """A mapping that says the same thing twice is refused: YAML would keep the last and lose what was said first."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        mapping = super().construct_mapping(node, deep)
        if len(mapping) < len(node.value):
            said = [key.value for key, _ in node.value]
            twice = next(key for key, _ in node.value if said.count(key.value) > 1)
            raise yaml.constructor.ConstructorError(None, None, f"{twice.value!r} stands here twice", twice.start_mark)
        return mapping


class _Table(_Once, yaml.CSafeLoader):
    pass


class _Words(_Once, yaml.CBaseLoader):
    pass


def read_table(path: Path) -> Any:
    """What the file holds. Raises `TableError` for what is no YAML or says a thing twice, `OSError` without a file."""
    return _read(path, _Table)


def read_words(path: Path) -> Any:
    """The same with everything as it is written: `no`, `on` and 12 are words. Raises as `read_table` does."""
    return _read(path, _Words)


def named(path: Path) -> Path:
    """A file as people know it: by its place in the project, where it has one."""
    return path.relative_to(_ROOT) if path.is_relative_to(_ROOT) else path


def _read(path: Path, loader: Any) -> Any:
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    except yaml.MarkedYAMLError as error:
        line = f", line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise TableError(f"{named(path)}{line}: {error.problem}.") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise TableError(f"{named(path)}: {' '.join(str(error).split())}.") from error
