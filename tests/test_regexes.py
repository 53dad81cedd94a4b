"""Compiled expressions that are kept: they match as fresh ones do, and a bad store does no harm."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from zlib import crc32

import pytest

from pmlint import caching, regexes
from pmlint.registry import builtin_rules

TEXT = (
    "At 14:02 UTC Dave (the on-call engineer) forgot `--dry-run`; in hindsight, it was obvious.\n"
    "TODO: improve monitoring by 2026-05-01. Users saw errors for ~2 h, İstanbul's as well.\n"
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PMLINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def fresh_store(monkeypatch: pytest.MonkeyPatch) -> regexes._Store:
    store = regexes._Store()
    monkeypatch.setattr(regexes, "_STORE", store)
    return store


def the_file(folder: Path) -> Path:
    (found,) = folder.iterdir()
    return found


def test_every_expression_matches_as_if_compiled_afresh(monkeypatch: pytest.MonkeyPatch) -> None:
    builtin_rules()
    patterns = list(regexes._STORE.known)
    assert len(patterns) > 500
    store = fresh_store(monkeypatch)
    for pattern, flags in patterns:
        regexes.regex(pattern, flags)
    regexes.keep()
    store = fresh_store(monkeypatch)
    for pattern, flags in patterns:
        kept, made = regexes.regex(pattern, flags), re.compile(pattern, flags)
        assert (kept.flags, kept.groups, kept.groupindex) == (
            made.flags,
            made.groups,
            made.groupindex,
        )
        assert [m.span() for m in kept.finditer(TEXT)] == [m.span() for m in made.finditer(TEXT)]
        assert [m.groupdict() for m in kept.finditer(TEXT)] == [
            m.groupdict() for m in made.finditer(TEXT)
        ]
    assert store.fresh == 0


def kept_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    fresh_store(monkeypatch)
    regexes.regex(r"(?P<day>\d+)\.", re.IGNORECASE)
    regexes.keep()
    return the_file(folder)


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "text", "numbers", "folder"])
def test_a_damaged_file_is_made_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    path = kept_file(folder, monkeypatch)
    data = path.read_bytes()
    if damage == "folder":
        path.unlink()
        path.mkdir()
    else:
        body = data[8:-8] + b"\xff" * 8  # the numbers are wrong, and the check is right
        path.write_bytes(
            {
                "cut": data[:-9],
                "flipped": data[:-1] + bytes([data[-1] ^ 1]),
                "empty": b"",
                "text": b"not a store at all",
                "numbers": data[:4] + crc32(body).to_bytes(4, "little") + body,
            }[damage]
        )
    store = fresh_store(monkeypatch)
    found = regexes.regex(r"(?P<day>\d+)\.", re.IGNORECASE).search("on 12.")
    assert found is not None
    assert found["day"] == "12"
    assert store.fresh == 1
    regexes.keep()
    if damage != "folder":
        store = fresh_store(monkeypatch)
        regexes.regex(r"(?P<day>\d+)\.", re.IGNORECASE)
        assert store.fresh == 0


def test_nothing_is_kept_where_there_is_to_be_no_cache(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caching, "_OFF", True)
    fresh_store(monkeypatch)
    regexes.regex("a+")
    regexes.keep()
    assert not folder.exists()


def test_a_folder_that_cannot_be_written_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("PMLINT_CACHE_DIR", str(tmp_path / "file" / "cache"))
    fresh_store(monkeypatch)
    assert regexes.regex("a+").search("aa")
    regexes.keep()


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {"XDG_CACHE_HOME": "/x"}, Path("/x/pmlint")),
        ("linux", {}, Path("/home/me/.cache/pmlint")),
        ("darwin", {}, Path("/home/me/Library/Caches/pmlint")),
        ("win32", {"LOCALAPPDATA": "/l"}, Path("/l/pmlint")),
        ("linux", {"PMLINT_CACHE_DIR": ""}, None),
    ],
)
def test_the_folder_is_the_users(
    monkeypatch: pytest.MonkeyPatch,
    platform: str,
    variables: dict[str, str],
    expected: Path | None,
) -> None:
    for name in ("PMLINT_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", lambda: Path("/home/me"))
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert caching.cache_folder() == expected


def test_a_second_process_compiles_nothing(folder: Path) -> None:
    code = (
        "from pmlint.registry import all_rules; from pmlint import regexes; all_rules(); "
        "print(regexes._STORE.fresh); regexes.keep()"
    )
    environment = {**os.environ, "PMLINT_CACHE_DIR": str(folder)}
    counts = [
        int(subprocess.check_output([sys.executable, "-c", code], env=environment))
        for _ in range(2)
    ]
    assert counts[0] > 500
    assert counts[1] == 0
