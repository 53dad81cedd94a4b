"""The plan of the house: imports point down, nobody imports a rule, starting is cheap."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib
ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "pmlint"

LAYERS = (
    {"source", "caching", "needles", "regexes"},
    {"addresses"},
    {"document"},
    {"*"},  # reading, and what rules share: people, frames, quantities and the like
    {"rule"},
    {"mending"},
    {"selection", "options", "marks"},
    {"suppressions"},
    {"registry", "config"},
    {"engine"},
    {"fingerprints"},
    {"baseline", "changes", "fixes", "results"},
    {"formats"},
    {"server"},
    {"quarterly"},
    {"training"},
    {"cluster"},
    {"cli"},
)
"""Lowest first: a module imports from its own layer and those before it."""

KNOWLEDGE = next(rank for rank, names in enumerate(LAYERS) if "*" in names)
HEAVY = {
    "dask",
    "dateutil",
    "dateparser",
    "distributed",
    "fsspec",
    "jinja2",
    "joblib",
    "matplotlib",
    "numpy",
    "rich",
    "scipy",
    "sklearn",
    "spacy",
    "torch",
    "yaml",
}
LAZY_OK = {"pathspec", "tempfile"}


def layer(module: str) -> int:
    """The layer of a part of pmlint, such as ``engine``."""
    for rank, names in enumerate(LAYERS):
        if module in names:
            return rank
    return KNOWLEDGE


def parts() -> Iterator[tuple[str, Path]]:
    """Each file of the package with the part of pmlint that it belongs to."""
    for path in sorted(PACKAGE.rglob("*.py")):
        inner = path.relative_to(PACKAGE)
        if inner.parts[0] not in ("__init__.py", "__main__.py"):
            yield inner.parts[0].removesuffix(".py"), path


def imports(tree: ast.AST) -> Iterator[str]:
    """Dotted names that a module imports, anywhere in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_imports(path: Path) -> set[str]:
    """Parts of pmlint that the file imports."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    known = {part for part, _ in parts()}
    found = {name.split(".")[1] for name in imports(tree) if name.startswith("pmlint.")}
    return found & (known | {"rules"})


@pytest.mark.parametrize(("part", "path"), [pytest.param(*one, id=str(one[1])) for one in parts()])
def test_imports_point_down(part: str, path: Path) -> None:
    for other in own_imports(path):
        assert layer(other) <= layer(part), f"{path.name} imports {other}, which is above it"


@pytest.mark.parametrize(("part", "path"), [pytest.param(*one, id=str(one[1])) for one in parts()])
def test_nobody_imports_a_rule(part: str, path: Path) -> None:
    assert "rules" not in own_imports(path), part


def test_imports_have_no_cycle() -> None:
    graph: dict[str, set[str]] = {}
    for part, path in parts():
        graph.setdefault(part, set()).update(own_imports(path) - {part})
    assert list(TopologicalSorter(graph).static_order())


# Networks that are trained are classes of PyTorch; only `pmlint train` imports them, in a function.
TRAINERS = {PACKAGE / "training" / f"{name}.py" for name in ("conditions", "finetune", "student")}
FILES = [
    *(path for _, path in parts() if path not in TRAINERS),
    *sorted((ROOT / "rules").glob("*.py")),
]


@pytest.mark.parametrize("path", FILES, ids=str)
def test_heavy_modules_are_imported_in_functions(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    top = ast.Module([node for node in tree.body if not _runs_later(node)], [])
    for name in imports(top):
        assert name.split(".")[0] not in HEAVY, f"{path.name} imports {name} when loaded"


def _runs_later(node: ast.stmt) -> bool:
    """Whether it is the body of a function or class, or for type checkers only."""
    if isinstance(node, ast.If):
        return isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    return isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.AsyncFunctionDef))


CLEAN = """# Payment service: 18 minutes of errors on 2026-04-15

## Summary

The checkout of the shop failed for 18 minutes on 2026-04-15, and 312 orders were lost.
The error rate of the payment service rose from 0.1% to 34%.
"""

TELL = "import sys; from pmlint.cli import main; main({args!r}, standalone_mode=False); "
PRINT = "print(*sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"


def test_plain_prose_loads_nothing_heavy(tmp_path: Path) -> None:
    document = tmp_path / "clean.md"
    document.write_text(CLEAN, encoding="utf-8")
    args = ["check", "--isolated", "--no-cache", "--fail-on", "never", str(document)]
    assert not loaded_by(args) & (HEAVY | LAZY_OK | {"tomllib", "tomli", "difflib"})


COLLECTIONS = """
import gc, sys
looks = []
gc.callbacks.append(lambda phase, info: looks.append(info["generation"]))
from pmlint.__main__ import main
looks.clear()
sys.argv = ["pmlint", *{args!r}]
try:
    main()
finally:
    print(len(looks), gc.get_freeze_count() > 10_000, file=sys.stderr)
"""


def test_a_short_run_looks_for_garbage_neither_on_its_way_nor_at_its_end(tmp_path: Path) -> None:
    document = tmp_path / "clean.md"
    document.write_text(CLEAN, encoding="utf-8")
    args = ["check", "--isolated", "--fail-on", "never", str(document)]
    for _ in range(2):  # the first compiles its expressions
        done = subprocess.run(
            [sys.executable, "-c", COLLECTIONS.format(args=args)],
            cwd=ROOT,
            env={**os.environ, "PMLINT_CACHE_DIR": str(tmp_path / "cache")},
            capture_output=True,
            text=True,
            check=False,
        )
        (tmp_path / "cache" / "results.sqlite3").unlink()
    looks, frozen = done.stderr.splitlines()[-1].split()
    assert int(looks) == 0
    assert frozen == "True"


def test_a_close_call_loads_numpy_and_nothing_heavier(tmp_path: Path) -> None:
    document = tmp_path / "blame.md"
    document.write_text(f"{CLEAN}Dave forgot to renew the certificate.\n", encoding="utf-8")
    args = ["check", "--isolated", "--no-cache", "--fail-on", "never", str(document)]
    assert loaded_by(args) & HEAVY == {"numpy"}
    assert not loaded_by([*args, "--select", "PM4,PM5,PM6"]) & HEAVY


def test_listing_rules_reads_no_markdown() -> None:
    assert not loaded_by(["rules"]) & (HEAVY | LAZY_OK | {"markdown_it"})


def loaded_by(args: list[str]) -> set[str]:
    """Top-level modules in memory after a command."""
    done = subprocess.run(
        [sys.executable, "-c", TELL.format(args=args) + PRINT],
        cwd=ROOT,
        env={**os.environ, "PMLINT_CACHE_DIR": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.splitlines()[-1].split())


def test_every_package_is_packaged() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    folders = {path.parent.relative_to(ROOT) for path in PACKAGE.rglob("*.py")}
    wanted = {".".join(folder.parts) for folder in folders} | {"pmlint.rules", "pmlint.models"}
    assert set(project["tool"]["setuptools"]["packages"]) == wanted


def test_names_of_the_package_are_those_it_promises() -> None:
    import pmlint

    assert pmlint.__all__ == ["LintError", "__version__", "lint"]
    assert (PACKAGE / "py.typed").is_file()
