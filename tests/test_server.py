"""The language server, through a real client, and the places that its edits are made in."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import TypeVar

import pytest
import pytest_asyncio
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types
from pygls.protocol import default_converter
from pytest_lsp import LanguageClient, client_capabilities
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

from pmlint.config import Layer, Settings
from pmlint.document import Span
from pmlint.engine import review
from pmlint.reading import read
from pmlint.server.positions import Positions
from pmlint.server.reviewing import Reviewer, Snapshot
from pmlint.server.suppressing import suppression
from pmlint.source import Source
from pmlint.suppressions import INTERNAL_RULES
from tests.engine_rules import RULES

T = TypeVar("T")
ROOT = Path(__file__).parent.parent
WAIT = 60.0  # seconds, for machines that are busy with other things
CONFIG = 'select = ["PM5", "PM6", "PM403", "PM405"]\n'  # none of them needs the model
ITEMS = "# Outage\n\n## Action items\n\n- Add a canary stage, due May 4\n"
PLACED = """# Outage 🎉

## Action items

| 🎉 Action | Owner | Due |
|---|---|---|
| 🎉 Pin the base image | | May 2 |

- 🎉 Add a canary stage, due May 4
"""


def bare_environment() -> dict[str, str]:
    """What an editor may hand over: little; and where these tests want caches and coverage kept."""
    kept = ("PMLINT_CACHE_DIR", "COVERAGE_PROCESS_CONFIG")
    return {
        "PYTHONPATH": str(ROOT),
        **{name: os.environ[name] for name in kept if name in os.environ},
    }


class Editor(LanguageClient):
    """A client that keeps all it was told, in order, and edits documents as an editor does."""

    def __init__(self) -> None:
        super().__init__(converter_factory=default_converter)
        self.published: list[types.PublishDiagnosticsParams] = []
        self.watched: list[types.Registration] = []
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self._seen: dict[str, int] = {}
        register_lsp_features(
            self,
            {
                **DEFAULT_CLIENT_FEATURES,
                types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: _published,
                types.CLIENT_REGISTER_CAPABILITY: _registered,
            },
        )

    async def begin(self, *folders: Path, options: Sequence[str] = (), like: str = "") -> None:
        """Start the server in the first of *folders*, as the editor *like* would."""
        await self.start_io(
            *(sys.executable, "-m", "pmlint", "server", *options),
            cwd=folders[0],
            env={**bare_environment(), "PATH": ""},
        )
        await self.initialize_session(
            types.InitializeParams(
                capabilities=client_capabilities(like or "visual-studio-code"),
                root_uri=folders[0].as_uri(),
                workspace_folders=[types.WorkspaceFolder(f.as_uri(), f.name) for f in folders],
            )
        )

    def open(self, uri: str, text: str, language: str = "markdown") -> str:
        """Open *text* as *uri*, which is given back."""
        self.texts[uri], self.versions[uri] = text, 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def change(self, uri: str, text: str) -> int:
        """Put *text* in place of what the document holds; its new version."""
        self.texts[uri], self.versions[uri] = text, self.versions[uri] + 1
        document = types.VersionedTextDocumentIdentifier(uri=uri, version=self.versions[uri])
        whole = types.TextDocumentContentChangeWholeDocument(text=text)
        self.text_document_did_change(types.DidChangeTextDocumentParams(document, [whole]))
        return self.versions[uri]

    def save(self, uri: str) -> None:
        """Tell that the document was saved."""
        document = types.TextDocumentIdentifier(uri)
        self.text_document_did_save(types.DidSaveTextDocumentParams(document))

    async def told(self, uri: str) -> list[types.Diagnostic]:
        """The diagnostics of *uri* that come next."""
        seen = self._seen.get(uri, 0)
        found = await eventually(lambda: [p for p in self.published if p.uri == uri][seen:])
        self._seen[uri] = seen + 1
        return list(found[0].diagnostics)

    async def actions(
        self, uri: str, area: types.Range, *only: str, automatic: bool = False
    ) -> list[types.CodeAction]:
        """What the server offers for *area*."""
        kind = types.CodeActionTriggerKind
        context = types.CodeActionContext(
            [], list(only) or None, kind.Automatic if automatic else kind.Invoked
        )
        document = types.TextDocumentIdentifier(uri)
        offered = await self.text_document_code_action_async(
            types.CodeActionParams(document, area, context)
        )
        assert offered is not None
        return [one for one in offered if isinstance(one, types.CodeAction)]

    def apply(self, action: types.CodeAction) -> None:
        """Make the edits of *action*, in UTF-16 units, in the version they were made for."""
        assert action.edit
        assert action.edit.document_changes
        for part in action.edit.document_changes:
            assert isinstance(part, types.TextDocumentEdit)
            uri = part.text_document.uri
            assert part.text_document.version == self.versions[uri]
            edits = [one for one in part.edits if isinstance(one, types.TextEdit)]
            self.change(uri, edited(self.texts[uri], edits))

    async def hover(self, uri: str, line: int, character: int) -> str:
        """The text shown at a place; empty if there is none."""
        document, place = types.TextDocumentIdentifier(uri), types.Position(line, character)
        shown = await self.text_document_hover_async(types.HoverParams(document, place))
        if shown is None:
            return ""
        assert isinstance(shown.contents, types.MarkupContent)
        return shown.contents.value


def _published(editor: Editor, params: types.PublishDiagnosticsParams) -> None:
    editor.published.append(params)


def _registered(editor: Editor, params: types.RegistrationParams) -> None:
    editor.watched += params.registrations


async def eventually(find: Callable[[], T]) -> T:
    """What *find* gives once it gives anything."""
    until = time.monotonic() + WAIT
    while time.monotonic() < until:
        found = find()
        if found:
            return found
        await asyncio.sleep(0.01)
    raise AssertionError("nothing came")


def edited(text: str, edits: Sequence[types.TextEdit]) -> str:
    """*text* after *edits*, done here by other means than the server's."""
    lines = text.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines))]

    def offset(place: types.Position) -> int:
        units = lines[place.line].encode("utf-16-le")[: place.character * 2]
        return starts[place.line] + len(units.decode("utf-16-le"))

    for edit in sorted(edits, key=lambda one: offset(one.range.start), reverse=True):
        first, last = offset(edit.range.start), offset(edit.range.end)
        text = text[:first] + edit.new_text + text[last:]
    return text


def codes(found: Sequence[types.Diagnostic]) -> list[str]:
    return [str(one.code) for one in found]


def place(one: types.Diagnostic) -> tuple[int, int, int, int]:
    start, end = one.range.start, one.range.end
    return start.line, start.character, end.line, end.character


def of_code(found: Sequence[types.Diagnostic], code: str) -> types.Diagnostic:
    return next(one for one in found if one.code == code)


def named(title: str, actions: Sequence[types.CodeAction]) -> types.CodeAction:
    return next(one for one in actions if one.title == title)


WHOLE = types.Range(types.Position(0, 0), types.Position(999, 0))


@pytest_asyncio.fixture
async def editor() -> AsyncIterator[Editor]:
    """An editor whose server is not started yet, and is ended properly."""
    client = Editor()
    yield client
    if client.capabilities is not None and not client.stopped:
        await asyncio.wait_for(client.shutdown_session(), WAIT)
        assert client._server
        assert client._server.returncode == 0
    await client.stop()  # type: ignore[no-untyped-call]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace in which no rule needs the model."""
    (tmp_path / "pmlint.toml").write_text(CONFIG, encoding="utf-8")
    return tmp_path


def uri_in(folder: Path, name: str = "pm.md") -> str:
    return (folder / name).as_uri()


@pytest.mark.asyncio
async def test_open_change_save_close(editor: Editor, folder: Path) -> None:
    await editor.begin(folder)
    uri = editor.open(uri_in(folder), ITEMS)
    found = of_code(await editor.told(uri), "PM403")
    assert place(found) == (4, 2, 4, 20)
    assert (found.severity, found.source) == (types.DiagnosticSeverity.Error, "pmlint")
    said, hint = found.message.split("\n")
    assert said == 'the action item "Add a canary stage" has no owner'
    assert hint.startswith("Add one person")
    assert found.code_description is None
    assert editor.published[-1].version == 1

    editor.change(uri, ITEMS.replace("due", "owner: Sarah, due"))
    assert "PM403" not in codes(await editor.told(uri))
    assert editor.published[-1].version == 2

    editor.save(uri)
    assert "PM403" not in codes(await editor.told(uri))

    closed = types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri))
    editor.text_document_did_close(closed)
    assert await editor.told(uri) == []


@pytest.mark.asyncio
async def test_only_the_last_of_many_changes_is_reviewed(editor: Editor, folder: Path) -> None:
    await editor.begin(folder)
    uri = editor.open(uri_in(folder), ITEMS)
    await editor.told(uri)
    for number in range(20):
        last = editor.change(uri, ITEMS + f"- Rotate key {number}, due May 4\n")
        await asyncio.sleep(0.005)
    await eventually(lambda: editor.published[-1].version == last)
    versions = [one.version or 0 for one in editor.published]
    assert versions == sorted(set(versions))
    assert len(versions) < 10
    assert codes(editor.published[-1].diagnostics).count("PM403") == 2


@pytest.mark.asyncio
async def test_places_in_utf_16_with_mark_and_carriage_returns(
    editor: Editor, folder: Path
) -> None:
    await editor.begin(folder)
    for name, text in {
        "plain.md": PLACED,
        "windows.md": PLACED.replace("\n", "\r\n"),
        "mark.md": f"\ufeff{PLACED}",
        "separator.md": PLACED.replace("# Outage", "# Out\u2028age\x0c"),
    }.items():
        found = await editor.told(editor.open(uri_in(folder, name), text))
        places = [place(one) for one in found if one.code == "PM403"]
        assert places == [(6, 2, 6, 23), (8, 2, 8, 23)], name


@pytest.mark.asyncio
async def test_places_in_the_units_that_the_client_asks_for(editor: Editor, folder: Path) -> None:
    await editor.begin(folder, like="neovim")
    found = await editor.told(editor.open(uri_in(folder), PLACED))
    assert [place(one) for one in found if one.code == "PM403"][1] == (8, 2, 8, 25)


@pytest.mark.asyncio
async def test_hover_tells_the_rule(editor: Editor, folder: Path) -> None:
    await editor.begin(folder)
    uri = editor.open(uri_in(folder), ITEMS)
    shown = await editor.hover(uri, 4, 5)
    assert shown.startswith("**PM403 missing-owner**\n\nAn action item has no owner.\n")
    assert "\n\n**Why:** work that belongs to everybody is done by nobody.\n" in shown
    assert "\n\n\n" not in shown
    assert "\n\n**Instead:** put one person's name to each item." in shown
    assert "\n\nHint: Add one person" in shown
    assert await editor.hover(uri, 2, 3) == ""
    assert await editor.hover(uri_in(folder, "unknown.md"), 0, 0) == ""


@pytest.mark.asyncio
async def test_fix_of_a_finding(editor: Editor, folder: Path) -> None:
    await editor.begin(folder)
    uri = editor.open(uri_in(folder), PLACED)
    found = await editor.told(uri)
    assert "PM602" not in codes(found)
    text = "# Outage\n\n## Timeline\n\n- 14:32 🎉 deploy starts\n- 14:12 alert fires\n"
    editor.change(uri, text)
    wrong = of_code(await editor.told(uri), "PM602")
    fix = named("Sort the timeline", await editor.actions(uri, wrong.range, automatic=True))
    assert fix.is_preferred
    assert list(fix.diagnostics or ()) == [wrong]
    editor.apply(fix)
    assert "PM602" not in codes(await editor.told(uri))
    assert editor.texts[uri].endswith("- 14:12 alert fires\n- 14:32 🎉 deploy starts\n")


@pytest.mark.asyncio
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
async def test_all_fixes_at_once(editor: Editor, folder: Path, newline: str) -> None:
    await editor.begin(folder)
    text = ITEMS + "\n## Timeline\n\n- 14:32 🎉 deploy starts\n- 14:12 alert fires\n"
    uri = editor.open(uri_in(folder), text.replace("\n", newline))
    await editor.told(uri)
    assert await editor.actions(uri, WHOLE, automatic=True)
    assert await editor.actions(uri, WHOLE, "refactor") == []
    (fix,) = await editor.actions(uri, types.Range(*[types.Position(0, 0)] * 2), "source.fixAll")
    assert fix.kind == "source.fixAll.pmlint"
    editor.apply(fix)
    found = await editor.told(uri)
    assert "PM602" not in codes(found)
    assert "# Lessons learned" in editor.texts[uri]
    assert "\n" not in editor.texts[uri].replace(newline, "")
    assert await editor.actions(uri, WHOLE, "source.fixAll") == []


@pytest.mark.asyncio
async def test_allow_here(editor: Editor, folder: Path) -> None:
    await editor.begin(folder)
    uri = editor.open(uri_in(folder), PLACED)
    while "PM403" in codes(found := await editor.told(uri)):
        one = of_code(found, "PM403")
        actions = await editor.actions(uri, one.range, "quickfix")
        editor.apply(named("Allow PM403 here", actions))
    lines = editor.texts[uri].split("\n")
    assert lines[6] == "| 🎉 Pin the base image | | May 2 <!-- pmlint: allow PM403 --> |"
    assert lines[8] == "- 🎉 Add a canary stage, due May 4 <!-- pmlint: allow PM403 -->"
    assert not {"PM001", "PM003"} & set(codes(found))


@pytest.mark.asyncio
async def test_edits_for_clients_that_know_no_versions(editor: Editor, folder: Path) -> None:
    await editor.start_io(sys.executable, "-m", "pmlint", "server", "--stdio", cwd=folder)
    await editor.initialize_session(types.InitializeParams(types.ClientCapabilities()))
    uri = editor.open(uri_in(folder), ITEMS)
    one = of_code(await editor.told(uri), "PM403")
    action = named("Allow PM403 here", await editor.actions(uri, one.range))
    assert action.edit
    assert action.edit.document_changes is None
    assert list(action.edit.changes or {}) == [uri]
    assert "**" not in await editor.hover(uri, 4, 5)


@pytest.mark.asyncio
async def test_documents_that_are_none_of_pmlints(editor: Editor, folder: Path) -> None:
    (folder / "pmlint.toml").write_text(CONFIG + 'exclude = ["old/"]\n', encoding="utf-8")
    await editor.begin(folder)
    for name in ("old/pm.md", "old/2019/pm.md", "pm.py", "CHANGELOG.md", "node_modules/a/pm.md"):
        assert await editor.told(editor.open(uri_in(folder, name), ITEMS)) == [], name
    assert await editor.actions(uri_in(folder, "old/pm.md"), WHOLE) == []
    assert await editor.told(editor.open(uri_in(folder, "pm.txt"), ITEMS, "plaintext"))
    assert await editor.told(editor.open("untitled:Untitled-1", ITEMS))
    editor.open("git:/pm.md?HEAD", ITEMS)
    await editor.told(editor.open(uri_in(folder, "new 🎉.md"), ITEMS))
    assert "git:/pm.md?HEAD" not in {one.uri for one in editor.published}


@pytest.mark.asyncio
async def test_configuration_is_read_again(editor: Editor, folder: Path) -> None:
    await editor.begin(folder)
    (watched,) = await eventually(lambda: editor.watched)
    assert watched.method == types.WORKSPACE_DID_CHANGE_WATCHED_FILES
    uri = editor.open(uri_in(folder), ITEMS)
    assert "PM403" in codes(await editor.told(uri))

    config = folder / "pmlint.toml"
    config.write_text('select = ["PM405"]\n', encoding="utf-8")
    event = types.FileEvent(config.as_uri(), types.FileChangeType.Changed)
    editor.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
    assert await editor.told(uri) == []

    config.write_text('select = ["PM403"]\n', encoding="utf-8")
    editor.save(config.as_uri())
    assert codes(await editor.told(uri)) == ["PM403"]

    config.write_text('select = ["PM405"]\n', encoding="utf-8")
    editor.save(uri)
    assert await editor.told(uri) == []


@pytest.mark.asyncio
async def test_wrong_configuration_is_told_once(editor: Editor, folder: Path) -> None:
    config = folder / "pmlint.toml"
    config.write_text('selekt = ["PM403"]\n', encoding="utf-8")
    await editor.begin(folder)
    uri = editor.open(uri_in(folder), ITEMS)
    (found,) = await editor.told(uri)
    assert 'unknown key "selekt". Did you mean "select"?' in found.message
    assert place(found) == (0, 0, 0, 8)
    editor.change(uri, ITEMS + "\n")
    assert await editor.told(uri) == [found]
    assert len(editor.messages) == 1
    assert "selekt" in editor.messages[0].message
    assert await editor.told(editor.open(uri_in(folder, "main.py"), "x = 1\n", "python")) == []

    config.write_text('select = ["PM403"]\n', encoding="utf-8")
    editor.save(uri)
    assert codes(await editor.told(uri)) == ["PM403"]


@pytest.mark.asyncio
async def test_each_folder_has_its_own_configuration(editor: Editor, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for here, code in ((one, "PM403"), (two, "PM503")):
        here.mkdir()
        (here / "pmlint.toml").write_text(f'select = ["{code}"]\n', encoding="utf-8")
    await editor.begin(one, two)
    text = ITEMS + "\n## Summary\n"
    assert codes(await editor.told(editor.open(uri_in(one), text))) == ["PM403"]
    assert "PM403" not in codes(await editor.told(editor.open(uri_in(two), text)))


@pytest.mark.asyncio
async def test_what_is_in_the_baseline_is_not_shown(editor: Editor, folder: Path) -> None:
    (folder / "pmlint.toml").write_text(
        'select = ["PM403"]\nbaseline = "known.json"\n', encoding="utf-8"
    )
    (folder / "pm.md").write_text(ITEMS, encoding="utf-8")
    command = [sys.executable, "-m", "pmlint", "check", ".", "--write-baseline", "-q"]
    subprocess.run(command, cwd=folder, env=bare_environment(), check=False, timeout=WAIT)
    await editor.begin(folder)
    uri = editor.open(uri_in(folder), ITEMS)
    assert await editor.told(uri) == []
    editor.change(uri, ITEMS + "- Rotate the signing key, due May 4\n")
    assert len(await editor.told(uri)) == 1

    (folder / "known.json").write_text("no JSON", encoding="utf-8")
    editor.save(uri)
    (found,) = await editor.told(uri)
    assert "the baseline cannot be read" in found.message


HOUSE = '''"""A word.

Why: for tests.
Instead: write another.
"""

import time

from pmlint.document import Span
from pmlint.rule import Category, Hit, NoOptions, Rule, Severity


def check(document, _options):
    print("this must not get into the protocol")
    text = document.source.text
    if "slow" in text:
        time.sleep(3)
    if "broken" in text:
        yield Hit(Span(0, 1), "broken", fix="no fix at all")
    if "failing" in text:
        raise ValueError("as told")


RULE = Rule("HS001", "house", Category.HOUSE, Severity.INFO, "A word.", check, (), ())
'''


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A workspace with a house rule in it, which runs only if the command line says so."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "house.py").write_text(HOUSE, encoding="utf-8")
    return tmp_path


@pytest.mark.asyncio
async def test_server_outlives_errors(editor: Editor, house: Path) -> None:
    (house / "pmlint.toml").write_text('select = ["HS001"]\n', encoding="utf-8")
    await editor.begin(house, options=["--rules", "rules"])
    uri = editor.open(uri_in(house), "broken\n")
    assert codes(await editor.told(uri)) == ["HS001"]
    with pytest.raises(Exception, match="no attribute"):
        await editor.actions(uri, WHOLE)
    editor.change(uri, "failing\n")
    (found,) = await editor.told(uri)
    assert "rule HS001 (house) failed: ValueError: as told" in found.message
    editor.change(uri, "well\n")
    assert await editor.told(uri) == []


@pytest.mark.asyncio
async def test_server_answers_while_it_reviews(editor: Editor, house: Path) -> None:
    (house / "pmlint.toml").write_text('select = ["HS001"]\n', encoding="utf-8")
    await editor.begin(house, options=["--rules", "rules"])
    quick = editor.open(uri_in(house, "quick.md"), "broken\n")
    await editor.told(quick)
    slow = editor.open(uri_in(house, "slow.md"), "slow and broken\n")
    await asyncio.sleep(0.5)
    assert "HS001" in await editor.hover(quick, 0, 0)
    editor.change(slow, "quick\n")
    assert slow not in {one.uri for one in editor.published}
    # What the slow review found is of a version that is gone.
    assert await editor.told(slow) == []
    assert [one.version for one in editor.published if one.uri == slow] == [2]


@pytest.mark.asyncio
async def test_rules_in_the_workspace_do_not_run(editor: Editor, house: Path) -> None:
    (house / "pmlint.toml").write_text(CONFIG, encoding="utf-8")
    await editor.begin(house)
    found = await editor.told(editor.open(uri_in(house), "broken\n"))
    assert "HS001" not in codes(found)


TELL = (
    "import sys; from pmlint.cli import main; main({args!r}, standalone_mode=False); "
    "print(*sorted(sys.modules), file=sys.stderr)"
)


@pytest.mark.parametrize("args", [["--help"], ["rules"], ["check", "pm.md"], ["server", "--help"]])
def test_no_other_command_imports_the_server(folder: Path, args: list[str]) -> None:
    (folder / "pm.md").write_text(ITEMS, encoding="utf-8")
    done = python(TELL.format(args=args), folder)
    loaded = {name.split(".")[0] for name in done.stderr.splitlines()[-1].split()}
    assert not loaded & {"pygls", "lsprotocol", "cattrs", "asyncio"}
    assert "pmlint.server" not in done.stderr.splitlines()[-1].split()


def test_without_the_extra_the_error_says_what_to_install(tmp_path: Path) -> None:
    done = python(
        "import sys; sys.modules['pygls'] = None; sys.modules['lsprotocol'] = None\n"
        "from pmlint.cli import main; main(['server'])",
        tmp_path,
    )
    assert done.returncode == 2
    assert "pip install 'pmlint[lsp]'" in done.stderr
    assert "Traceback" not in done.stderr


def python(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run *code* in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=bare_environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=WAIT,
    )


KNOWN = (*INTERNAL_RULES, *RULES)
SETTINGS = Settings(KNOWN, (Layer({}),))
ALLOW = "<!-- pmlint: allow HW001 -->"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("An apple.\n", f"{ALLOW}\nAn apple.\n"),
        ("A fig.\n\nAn\napple.\n", f"A fig.\n\n{ALLOW}\nAn\napple.\n"),
        ("- an apple\r\n- fig\r\n", f"- an apple {ALLOW}\r\n- fig\r\n"),
        ("- fig\n- an apple  \n- fig\n", f"- fig\n- an apple {ALLOW}  \n- fig\n"),
        ("- fig\n  - an apple\n", f"- fig\n  - an apple {ALLOW}\n"),
        ("1. fig\n\n   an apple\n", f"1. fig\n\n   an apple {ALLOW}\n"),
        ("# An apple\n\nfig\n", f"# An apple {ALLOW}\n\nfig\n"),
        ("## An apple ##\n", f"## An apple {ALLOW} ##\n"),
        ("An apple\n========\n", f"An apple {ALLOW}\n========\n"),
        ("| a | b |\n|---|---|\n| apple | fig |\n", f"| a | b |\n|---|---|\n| apple | fig {ALLOW} |\n"),
        ("| a | b |\n|---|---|\n| apple ||\n", f"| a | b |\n|---|---|\n| apple | {ALLOW} |\n"),
        ("a | b\n---|---\napple | fig\n", f"a | b\n---|---\napple | fig {ALLOW}\n"),
        ("| apple | b |\n|---|---|\n| fig | fig |\n", f"| apple | b {ALLOW} |\n|---|---|\n| fig | fig |\n"),
        ("> an apple\n", f"> {ALLOW}\n> an apple\n"),
        ("fig\n\n```\nfig\napple\n```\n", f"fig\n\n{ALLOW}\n```\nfig\napple\n```\n"),
        ("- fig\n\n  ```\n  apple\n  ```\n", f"- fig\n\n  {ALLOW}\n  ```\n  apple\n  ```\n"),
        ("14:02 fig\n14:03 apple\n", f"14:02 fig\n14:03 apple {ALLOW}\n"),
        ("<div>\napple\n</div>\n", f"<div>\napple {ALLOW}\n</div>\n"),
        ("---\ntitle: apple\n---\n\nfig\n", f"---\ntitle: apple\n---\n{ALLOW.replace('allow', 'allow-file')}\n\nfig\n"),
        ("---\ntitle: x\n---\nAn apple.\n", f"---\ntitle: x\n---\n{ALLOW}\nAn apple.\n"),
    ],
)  # fmt: skip
def test_place_of_an_allowing_comment(text: str, wanted: str) -> None:
    assert allowed(text, "pm.md") == wanted


@pytest.mark.parametrize("text", ["An apple.\n", "fig\n\n- an apple\n", "fig\nan apple\n"])
def test_place_of_an_allowing_comment_in_plain_text(text: str) -> None:
    assert ALLOW in allowed(text, "pm.txt")


@pytest.mark.parametrize(
    "text", ["An apple.\r\n\r\nfig\r\n", "---\r\na: apple\r\n---\r\n\r\nfig\r\n"]
)
def test_allowing_comments_end_as_the_lines_around_them(text: str) -> None:
    assert "\n" not in allowed(text, "pm.md").replace("\r\n", "")


def allowed(text: str, path: str) -> str:
    """*text* with the first finding allowed, which linting confirms: it alone is gone."""
    before = review(Source(path, text), RULES, SETTINGS)
    edit = suppression(read(Source(path, text)), before.findings[0], KNOWN)
    assert edit is not None
    changed = text[: edit.span.start] + edit.text + text[edit.span.end :]
    after = review(Source(path, changed), RULES, SETTINGS)
    assert [one.code for one in after.findings] == [one.code for one in before.findings[1:]]
    assert len(after.suppressed) == 1
    return changed


BLOCKS = ("an apple", "- an apple", "# an apple", "> an apple", "```\napple\n```", "", "fig",
          "| a | b |\n|---|---|\n| apple | fig |", "    apple", "14:02 apple", "---", "<b>apple")  # fmt: skip


@given(st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=6), st.sampled_from(["\n", "\n\n"]))
def test_allowing_a_finding_leaves_the_others(blocks: list[str], between: str) -> None:
    text = between.join(blocks)
    found = review(Source("pm.md", text), RULES, SETTINGS).findings
    for one in found:
        edit = suppression(read(Source("pm.md", text)), one, KNOWN)
        if edit is not None:
            changed = text[: edit.span.start] + edit.text + text[edit.span.end :]
            after = review(Source("pm.md", changed), RULES, SETTINGS)
            assert len(after.findings) < len(found)
            assert {one.code for one in after.findings} <= {"HW001"}


@given(
    st.text(st.sampled_from("a🎉é\n\r\u2028"), max_size=20), st.sampled_from(["utf-8", "utf-16", "utf-32"])
)  # fmt: skip
def test_places_lead_back_to_their_offsets(text: str, encoding: str) -> None:
    positions = Positions(text, encoding)
    for offset in range(len(text) + 1):
        back = positions.offset(positions.position(offset))
        assert back == offset or text[back : offset + 1] == "\r\n"
    assert positions.span(types.Range(types.Position(99, 0), types.Position(99, 9))) == Span(
        len(text), len(text)
    )


@given(st.text(max_size=200))
def test_any_text_is_reviewed(text: str) -> None:
    reviewer = Reviewer(lambda: Always())
    snapshot = Snapshot("file:///pm.md", 1, text, Path("/nowhere/pm.md"))
    assert reviewer.review(snapshot).error == ""


class Always:
    """The same settings everywhere."""

    def settings(self, folder: Path) -> Settings:  # noqa: ARG002, D102 - as in `Policy`
        return SETTINGS
