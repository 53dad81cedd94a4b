"""The loader: folders of files to rules, with errors that name the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmlint.registry import RuleFileError, all_rules, builtin_rules, load_folder
from pmlint.suppressions import INTERNAL_RULES

HOUSE_RULE = '''"""A ticket number is missing.

Why: nobody finds the ticket.

Instead: name it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pmlint.document import Document
from pmlint.rule import Category, Hit, Rule, Severity, option


@dataclass(frozen=True)
class Options:
    words: tuple[str, ...] = option(("ticket",), "Words that are found.")


def check(document: Document, options: Options) -> Iterator[Hit]:
    for word in options.words:
        at = document.source.text.find(word)
        if at >= 0:
            yield Hit(document.first_line, f'"{word}" stands here')


RULE = Rule(
    code="HOUSE001",
    name="ticket-word",
    category=Category.HOUSE,
    severity=Severity.INFO,
    summary="A ticket number is missing.",
    check=check,
    bad=("[[A ticket.]]",),
    good=("Nothing.",),
    options=Options(),
)
'''


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_house_rule_has_its_docstring_and_path(tmp_path: Path) -> None:
    path = write(tmp_path, "ticket_word.py", HOUSE_RULE)
    (rule,) = load_folder(tmp_path)
    assert rule.code == "HOUSE001"
    assert rule.doc.startswith("A ticket number is missing.\n\nWhy:")
    assert rule.path == str(path)


def test_builtin_rules_come_by_code_and_once() -> None:
    codes = [rule.code for rule in builtin_rules()]
    assert codes == sorted(codes)
    assert builtin_rules() is builtin_rules()


def test_all_rules_include_internal_and_house_rules(tmp_path: Path) -> None:
    write(tmp_path, "ticket_word.py", HOUSE_RULE)
    codes = {rule.code for rule in all_rules([tmp_path])}
    assert codes >= {rule.code for rule in INTERNAL_RULES} | {"HOUSE001"}


def test_two_folders_may_have_files_of_the_same_name(tmp_path: Path) -> None:
    for number in (1, 2):
        folder = tmp_path / str(number)
        folder.mkdir()
        text = HOUSE_RULE.replace("HOUSE001", f"HOUSE00{number}")
        write(folder, "ticket_word.py", text.replace("ticket-word", "ab"[number - 1]))
    rules = all_rules([tmp_path / "1", tmp_path / "2"])
    assert {rule.name for rule in rules if rule.code.startswith("HOUSE")} == {"a", "b"}


def test_underscored_files_are_no_rules(tmp_path: Path) -> None:
    write(tmp_path, "_words.py", "WORDS = ()\n")
    write(tmp_path, "__init__.py", "")
    assert load_folder(tmp_path) == ()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("def broken(:\n", "line 1"),
        ("import nothing_of_that_name\n", "ModuleNotFoundError"),
        ("x = 1\n1 / 0\n", "ZeroDivisionError: division by zero (line 2)"),
        ("x = 1\n", "holds no rule"),
        (HOUSE_RULE.replace("HOUSE001", "house"), "'house'"),
        (HOUSE_RULE.replace("options=Options()", "options=3"), "not a dataclass"),
    ],
)
def test_broken_rule_is_an_error_that_names_the_file(tmp_path: Path, text: str, says: str) -> None:
    path = write(tmp_path, "broken.py", text)
    with pytest.raises(RuleFileError) as caught:
        load_folder(tmp_path)
    assert str(caught.value).startswith(f"{path}: ")
    assert says in str(caught.value)


def test_duplicate_code_names_both_files(tmp_path: Path) -> None:
    first = write(tmp_path, "a.py", HOUSE_RULE)
    second = write(tmp_path, "b.py", HOUSE_RULE.replace("ticket-word", "other-word"))
    with pytest.raises(RuleFileError) as caught:
        load_folder(tmp_path)
    assert str(first) in str(caught.value)
    assert str(second) in str(caught.value)
    assert "HOUSE001" in str(caught.value)


def test_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(RuleFileError, match="no such folder"):
        load_folder(tmp_path / "nowhere")
