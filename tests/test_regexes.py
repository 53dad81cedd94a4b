"""Compiled expressions that are kept: they match as fresh ones do, and a bad store does no harm."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pmlint import caching, regexes
from pmlint.needles import lowered
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
        whole = kept.compiled
        assert (whole.flags, whole.groups, whole.groupindex) == (
            made.flags,
            made.groups,
            made.groupindex,
        )
        assert [m.span() for m in kept.finditer(TEXT)] == [m.span() for m in made.finditer(TEXT)]
        assert [m.groupdict() for m in kept.finditer(TEXT)] == [
            m.groupdict() for m in made.finditer(TEXT)
        ]
    assert len(store.rows) == 0


def texts() -> list[str]:
    """Each line of the corpus' postmortems, and some in other cases and with look-alikes."""
    folder = Path(__file__).parent.parent / "corpus" / "postmortems" / "docs"
    documents = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.md"))[::12]]
    lines = {line for document in documents for line in document.splitlines()}
    plain = sorted(lines)
    swapped = [line.upper().replace("I", "\u0130").replace("K", "\u212a") for line in plain[::7]]
    return [*plain, *swapped, *(line.replace("s", "\u017f") for line in plain[::11]), TEXT]


def test_a_text_without_needles_has_no_match() -> None:
    builtin_rules()
    every = texts()
    asked = [lowered(text) for text in every]
    gated = 0
    for pattern, flags in regexes._STORE.known:
        needles = regexes._row_of(pattern, flags)[3]
        if needles is None:
            continue
        gated += 1
        search = re.compile(pattern, flags).search
        wrong = [
            text
            for text, low in zip(every, asked, strict=True)
            if not any(needle in low for needle in needles) and search(text)
        ]
        assert not wrong, (pattern, needles)
    assert gated > 300


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_whatever_matches_holds_a_needle(data: st.DataObject) -> None:
    pattern = data.draw(
        st.sampled_from(
            [
                r"(?i)(?:should|ought)(?:n['’]t|\s+not)?(?:\s+to)?\s+have",
                r"(?i)\b(?:un)?train(?:ed|ing)?s?\b|(?<!\w)experience",
                r"gh[pousr]_[A-Za-z0-9]{3,5}",
                r"(?:ab|cd){1,3}(?:ef)*(?:gh)?k+",
                r"(?i)(?P<who>team|crew)(?-i:[A-Z]x)+ forgot",
                r"(?i)x?(?:y|stop|kill)(?= now) now",
                r"(?s)a.*?bc|[^a]bcd{2}",
                r"(?i)ski|\u0130ski",
            ]
        )
    )
    needles = regexes._row_of(pattern, 0)[3]
    text = data.draw(st.from_regex(pattern))
    assert needles is None or any(needle in lowered(text) for needle in needles)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\b(?:because|since)\b", ["because", "since"]),
        (r"(?i)(?:Too|so) (?:late|early)", ["so early", "so late", "too early", "too late"]),
        (r"(?:a|b)+cde?", ["acd", "bcd"]),
        (r"ugh+|!{2,}", ["!!", "ugh"]),
        (r"x{3}y*z", ["xxx"]),
        (r"gl(?:pat|rt)-\w+", ["glpat-", "glrt-"]),
        (r"\d+ minutes?", [" minute"]),
        (r"(?:forgot|forgotten)", ["forgot"]),
        (r"caf\u00e9", ["caf"]),
        (r"[a-z]+|word", None),
        (r"(?:word)?", None),
        (r"^word", None),
        (r"a", None),
    ],
)
def test_needles(pattern: str, expected: list[str] | None) -> None:
    assert regexes._row_of(pattern, 0)[3] == expected


def test_letters_that_an_expression_takes_for_one_of_ascii() -> None:
    every = "".join(map(chr, range(0x80, 0x110000)))
    for letter in "abcdefghijklmnopqrstuvwxyz":
        alike = re.compile(letter, re.IGNORECASE).findall(every)
        assert set(lowered("".join(alike))) <= {letter}


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
        # The numbers are wrong, and the check is right.
        *record, start, texts, numbers, _ = regexes._RECORD.unpack(data[4:28])
        body = data[start:-8] + b"\xff" * 8
        wrong = regexes._RECORD.pack(*record, start, texts, numbers, crc32(body))
        path.write_bytes(
            {
                "cut": data[:-9],
                "flipped": data[:-1] + bytes([data[-1] ^ 1]),
                "empty": b"",
                "text": b"not a store at all",
                "numbers": data[:4] + wrong + body,
            }[damage]
        )
    store = fresh_store(monkeypatch)
    found = regexes.regex(r"(?P<day>\d+)\.", re.IGNORECASE).search("on 12.")
    assert found is not None
    assert found["day"] == "12"
    assert len(store.rows) == 1
    regexes.keep()
    if damage != "folder":
        store = fresh_store(monkeypatch)
        regexes.regex(r"(?P<day>\d+)\.", re.IGNORECASE)
        assert len(store.rows) == 0


def test_what_another_command_needs_is_not_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    for pattern in ("of check+", "of report+"):
        fresh_store(monkeypatch)
        regexes.regex(pattern)
        regexes.keep()
    store = fresh_store(monkeypatch)
    assert regexes.regex("of check+").search("of checkk")
    assert regexes.regex("of report+").search("of report")
    assert len(store.rows) == 0
    monkeypatch.setattr(regexes, "_MOST_OLD", 1)  # too many to be of this version
    regexes.regex("fresh")
    store.known = {("fresh", 0): regexes.regex("fresh")}
    regexes.keep()
    store = fresh_store(monkeypatch)
    regexes.regex("of check+")
    assert len(store.rows) == 1


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
        "print(len(regexes._STORE.rows)); regexes.keep()"
    )
    environment = {**os.environ, "PMLINT_CACHE_DIR": str(folder)}
    counts = [
        int(subprocess.check_output([sys.executable, "-c", code], env=environment))
        for _ in range(2)
    ]
    assert counts[0] > 500
    assert counts[1] == 0
