"""What pmlint is installed with: bounds that hold, licences that allow, a wheel of pmlint alone."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from importlib import metadata
from itertools import chain
from pathlib import Path, PurePath
from typing import Any

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).parent.parent
USERS = ("dask", "fast", "lsp", "report")
"""The extras that users install; the others are of who works on pmlint."""

ALLOWED = {
    *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "HPND", "ISC", "MIT"),
    *("MIT-0", "MIT-CMU", "PSF-2.0", "Python-2.0", "Unlicense", "Zlib"),
    # Copyleft for its own files only: whoever changes pathspec shares that, and nothing of theirs.
    "MPL-2.0",
}
_PROSE = {
    "3-clause bsd license": "BSD-3-Clause",
    "apache software license": "Apache-2.0",
    "bsd": "BSD-3-Clause",
    "bsd license": "BSD-3-Clause",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "python software foundation license": "PSF-2.0",
}


def _project() -> dict[str, Any]:
    content = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project: dict[str, Any] = content["project"]
    return project


def _asked(*extras: str) -> Iterator[Requirement]:
    """What pyproject.toml asks for: for all, and with *extras*."""
    project = _project()
    yield from map(Requirement, project["dependencies"])
    for extra in extras:
        yield from map(Requirement, project["optional-dependencies"][extra])


def _installed() -> dict[str, metadata.Distribution]:
    """Everything that users get, by name: what is asked for, and what that asks for."""
    found: dict[str, metadata.Distribution] = {}
    left = [(one, "") for one in _asked(*USERS)]
    while left:
        requirement, extra = left.pop()
        name = canonicalize_name(requirement.name)
        environment: dict[str, Any] = {**default_environment(), "extra": extra}
        if name in found or (requirement.marker and not requirement.marker.evaluate(environment)):
            continue
        found[name] = metadata.distribution(name)
        left += [(Requirement(one), "") for one in found[name].requires or ()]
    return found


# --- bounds


def test_the_lowest_versions_are_those_of_the_bounds() -> None:
    """``tests/minimum.txt``, with which CONTRIBUTING.md tests, says what pyproject.toml says."""
    bounds = {}
    for requirement in _asked(*USERS):
        (bound,) = requirement.specifier
        assert bound.operator == ">=", requirement
        bounds[canonicalize_name(requirement.name)] = bound.version
    lines = (ROOT / "tests" / "minimum.txt").read_text(encoding="utf-8").splitlines()
    told = dict(line.split("==") for line in lines if line and not line.startswith("#"))
    assert {canonicalize_name(name): version for name, version in told.items()} == bounds
    assert list(told) == sorted(told)


def test_every_extra_asks_for_the_same_bounds() -> None:
    project = _project()
    bounds: dict[str, set[str]] = {}
    extras = chain.from_iterable(project["optional-dependencies"].values())
    for requirement in map(Requirement, chain(project["dependencies"], extras)):
        bounds.setdefault(canonicalize_name(requirement.name), set()).add(
            str(requirement.specifier)
        )
    assert {name for name, told in bounds.items() if len(told) > 1} == set()


# --- licences


def _licences(distribution: metadata.Distribution) -> list[set[str]]:
    """Its licences, all of which hold, each as the identifiers between which one may choose."""
    told = distribution.metadata
    expression = told.get_all("License-Expression")
    if expression:
        parts = re.sub(r"[()]", "", expression[0]).split(" AND ")
        return [set(part.split(" OR ")) for part in parts]
    named = [line for line in told.get_all("Classifier", []) if line.startswith("License :: ")]
    prose = [line.split(" :: ")[-1] for line in named if not line.endswith("OSI Approved")]
    prose = prose or [told.get_all("License", ["none"])[0].splitlines()[0]]
    return [{_PROSE.get(one.lower(), one) for one in prose}]


def test_every_licence_is_one_of_those_that_are_allowed() -> None:
    licences = {name: _licences(one) for name, one in _installed().items()}
    assert len(licences) > len(_project()["dependencies"])
    refused = {name: [one for one in told if not one & ALLOWED] for name, told in licences.items()}
    assert {name: told for name, told in refused.items() if told} == {}


def test_the_table_of_licences_is_complete() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([\w.-]+)` \| ([\w.-]+) \|", text, re.MULTILINE))
    asked = {canonicalize_name(one.name): one.name for one in _asked(*USERS)}
    assert set(asked.values()) <= set(rows)
    for name in set(asked) & set(_installed()):
        told = _licences(metadata.distribution(name))
        assert any(rows[asked[name]] in one for one in told), name


# --- the wheel

IN_WHEEL = {
    *(".bin", ".css", ".html", ".json", ".md", ".npz", ".py", ".toml", ".txt", ".typed"),
    *(".yaml", ".yml"),
}
ABOUT = {"METADATA", "WHEEL", "RECORD", "entry_points.txt", "top_level.txt", "LICENSE"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, of a tree as a fresh clone has it."""
    if not (ROOT / ".ci" / "copy").is_file():
        pytest.skip("these are the tests of an installed package")
    work = tmp_path_factory.mktemp("wheel")
    subprocess.run([ROOT / ".ci" / "copy", work / "clean"], check=True, capture_output=True)
    command = [sys.executable, "-m", "build", "--wheel", "--outdir"]
    subprocess.run([*command, work / "dist", work / "clean"], check=True, capture_output=True)
    (wheel,) = (work / "dist").glob("*.whl")
    return wheel


def test_the_wheel_holds_the_package_and_nothing_else(built: Path) -> None:
    with zipfile.ZipFile(built) as archive:
        names = [PurePath(name) for name in archive.namelist()]
    about = [name for name in names if name.parts[0].endswith(".dist-info")]
    assert {name.name for name in about} == ABOUT
    package = [name for name in names if name not in about]
    assert {name.parts[0] for name in package} == {"pmlint"}
    assert {name.suffix for name in package if name.suffix} <= IN_WHEEL
    assert {name.name for name in package if not name.suffix} == {"LICENSE"}
    for name in package:
        assert not {"tests", "corpus", "bench", "__pycache__"} & set(name.parts), name


def test_the_models_of_the_wheel_hold_no_pickle(built: Path) -> None:
    with zipfile.ZipFile(built) as archive:
        models = [name for name in archive.namelist() if name.startswith("pmlint/models/")]
        assert len(models) > 5
        for name in models:
            if name.endswith(".npz"):
                with archive.open(name) as file, zipfile.ZipFile(file) as inner:
                    heads = {one: inner.open(one).read(200) for one in inner.namelist()}
                assert not [one for one, head in heads.items() if b"'|O'" in head or b"'O'" in head]
