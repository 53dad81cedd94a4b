"""Addresses as targets: what they mean, what is read, and what is told of the rest."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import fsspec
import pytest
from click.testing import CliRunner, Result
from fsspec.implementations.memory import MemoryFileSystem
from fsspec.registry import known_implementations

from pmlint.addresses import folder_of, is_address, local_path, path_of, scheme_of
from pmlint.cli import main
from pmlint.source import MAX_BYTES

BAD = b"# Outage, 3 May 2026\n\nIt was human error.\n"
CHOICE = ("--select", "PM501", "--no-cache", "--fail-on", "never")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


@pytest.fixture
def store() -> Iterator[MemoryFileSystem]:
    """What ``memory://`` addresses name; empty before and after."""
    made: MemoryFileSystem = fsspec.filesystem("memory")
    made.store.clear()
    yield made
    made.store.clear()


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert "Traceback" not in result.output, result.output
    return result


def check(*arguments: str) -> Result:
    return run("check", "--format", "json", *CHOICE, *arguments)


def reviewed(result: Result) -> list[str]:
    """The documents, in the order of their findings."""
    return list(dict.fromkeys(one["path"] for one in json.loads(result.stdout)["findings"]))


TREE = (
    "b/2026-05.md",
    "b/2026-06.txt",
    "a.md",
    "b/picture.png",
    "b/drafts/x.md",
    "node_modules/y.md",
    "CHANGELOG.md",
    "c/d/deep.md",
)
TAKEN = ["a.md", "b/2026-05.md", "b/2026-06.txt", "b/drafts/x.md", "c/d/deep.md"]


def fill(store: MemoryFileSystem, root: str = "/bucket") -> None:
    for name in TREE:
        store.pipe(f"{root}/{name}", BAD)


# --- what is an address ---------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["s3://b/a.md", "file:///a.md", "abfs+x://b", "S3://b", "a::s3://b"]
)
def test_addresses(name: str) -> None:
    assert is_address(name)


@pytest.mark.parametrize(
    "name", ["a.md", "-", "", "://a", "C:\\a.md", "a/b://c", "1s://b", "é://a"]
)
def test_no_addresses(name: str) -> None:
    assert not is_address(name)
    assert path_of(name) == Path(name)


def test_parts_of_addresses() -> None:
    assert scheme_of("S3://bucket/a.md") == "s3"
    assert local_path("s3://bucket/a.md") is None
    assert local_path("file:///a/b.md") == Path("/a/b.md")
    assert folder_of("file:///a/b.md") == Path("/a")
    assert folder_of("s3://bucket/x/b.md") == Path()
    assert folder_of("x/b.md") == Path("x")
    assert folder_of("file://x/b.md") == Path(), "only the name of standard input can be so"


# --- folders, files and stars ---------------------------------------------------------


def test_a_folder_of_a_store_is_searched_as_one_here(store: MemoryFileSystem) -> None:
    fill(store)
    for name in TREE:
        path = Path("tree") / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(BAD)
    assert reviewed(check("memory://bucket")) == [f"memory://bucket/{name}" for name in TAKEN]
    assert reviewed(check("tree")) == [f"tree/{name}" for name in TAKEN]
    base = f"file://{Path.cwd()}/tree"
    assert reviewed(check(base)) == [f"{base}/{name}" for name in TAKEN]


@pytest.mark.parametrize(
    ("pattern", "taken"),
    [
        ("b/*.md", ["b/2026-05.md"]),
        ("b/2026-*", ["b/2026-05.md", "b/2026-06.txt"]),
        ("**/x.md", ["b/drafts/x.md"]),
        ("*/d", ["c/d/deep.md"]),
        ("[bc]/*", ["b/2026-05.md", "b/2026-06.txt", "b/drafts/x.md", "c/d/deep.md"]),
        ("b/2026-0?.md", ["b/2026-05.md"]),
        ("nothing/*", []),
    ],
)
def test_stars(store: MemoryFileSystem, pattern: str, taken: list[str]) -> None:
    fill(store)
    fill_here = Path("tree")
    for name in TREE:
        (fill_here / name).parent.mkdir(parents=True, exist_ok=True)
        (fill_here / name).write_bytes(BAD)
    for base in ("memory://bucket", f"file://{Path.cwd()}/tree"):
        result = check(f"{base}/{pattern}")
        found = [name.removeprefix(f"{base}/") for name in reviewed(result)]
        assert found == taken, base


def test_folders_that_hold_nothing_wanted_are_not_listed(
    store: MemoryFileSystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store)
    listed = []
    ls = MemoryFileSystem.ls

    def seen(self: MemoryFileSystem, path: str, **options: Any) -> Any:  # noqa: ANN401 - of fsspec
        listed.append(path)
        return ls(self, path, **options)

    monkeypatch.setattr(MemoryFileSystem, "ls", seen)
    check("memory://bucket/b/*.md")
    assert "/bucket/c" not in listed
    assert "/bucket/b/drafts" not in listed
    listed.clear()
    check("memory://bucket")
    assert "/bucket/node_modules" not in listed
    assert "/bucket/c/d" in listed


def test_configuration_of_where_we_are_holds(store: MemoryFileSystem) -> None:
    fill(store)
    Path("pmlint.toml").write_text(
        'include = ["b/**/*.md"]\nexclude = ["drafts/"]\n[severity]\nPM501 = "info"\n', "utf-8"
    )
    result = check("memory://bucket")
    assert reviewed(result) == ["memory://bucket/b/2026-05.md"]
    assert {one["severity"] for one in json.loads(result.stdout)["findings"]} == {"info"}
    assert reviewed(check("--isolated", "memory://bucket")) == [
        f"memory://bucket/{name}" for name in TAKEN
    ]


def test_of_a_file_address_the_configuration_there_holds(tmp_path: Path) -> None:
    there = tmp_path / "there" / "near"
    there.mkdir(parents=True)
    (there / "a.md").write_bytes(BAD)
    (tmp_path / "there" / "pmlint.toml").write_text(
        'select = ["PM8"]\n[profiles]\n"near/**" = "near-miss"\n', encoding="utf-8"
    )
    result = run("check", "--format", "json", "--no-cache", "--jobs", "1", f"file://{there}/a.md")
    assert "PM812" in {one["code"] for one in json.loads(result.stdout)["findings"]}


def test_each_document_is_taken_once(store: MemoryFileSystem) -> None:
    fill(store)
    twice = (
        "memory://bucket/a.md",
        "memory:///bucket/a.md",
        "memory://bucket/*",
        "memory://bucket",
    )
    assert len(reviewed(check(*twice))) == len(TAKEN)
    Path("a.md").write_bytes(BAD)
    assert reviewed(check("a.md", f"file://{Path.cwd()}/a.md")) == ["a.md"]


def test_a_file_that_is_named_is_taken_unless_excluded(store: MemoryFileSystem) -> None:
    fill(store)
    names = ("memory://bucket/CHANGELOG.md", "memory://bucket/node_modules/y.md")
    assert reviewed(check(*names)) == list(names)
    assert reviewed(check("--force-exclude", "memory://bucket/a.md", *names)) == [
        "memory://bucket/a.md"
    ]


def test_processes_read_addresses_as_one_does(store: MemoryFileSystem) -> None:
    for number in range(20):
        store.pipe(f"/bucket/{number:02}.md", BAD)
    alone = check("--jobs", "1", "memory://bucket")
    assert len(reviewed(alone)) == 20
    assert check("--jobs", "2", "memory://bucket").stdout == alone.stdout


# --- what cannot be read --------------------------------------------------------------


def test_what_is_missing_too_large_or_no_text(
    store: MemoryFileSystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pmlint.addresses.MAX_BYTES", 100)
    monkeypatch.setattr("pmlint.source.MAX_BYTES", 100)
    store.pipe("/bucket/large.md", b"a" * 101)
    store.pipe("/bucket/broken.md", b"\xff\x00")
    store.pipe("/bucket/fine.md", BAD)
    result = check("memory://bucket", "memory://bucket/none.md")
    assert result.exit_code == 2
    assert reviewed(result) == ["memory://bucket/fine.md"]
    assert "memory://bucket/large.md: the file has more than 100 bytes" in result.stderr
    assert "memory://bucket/broken.md: this looks like a binary file" in result.stderr
    assert "memory://bucket/none.md: no such file. Check the address" in result.stderr


def test_of_a_large_object_only_so_much_is_read(store: MemoryFileSystem) -> None:
    store.pipe("/bucket/large.md", b"a" * (MAX_BYTES + 10))
    sizes = []
    with store.open("/bucket/large.md") as file:
        read = type(file).read

    def seen(self: Any, size: int = -1) -> bytes:  # noqa: ANN401 - of fsspec
        sizes.append(size)
        return bytes(read(self, size))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(type(file), "read", seen, raising=False)
        assert check("memory://bucket/large.md").exit_code == 2
    assert sizes == [MAX_BYTES + 1]


class Broken(MemoryFileSystem):  # type: ignore[misc]
    """A store that refuses to be listed or read."""

    protocol = "broken"
    store: ClassVar[dict[str, Any]] = {}
    pseudo_dirs: ClassVar[list[str]] = [""]

    def isdir(self, path: str) -> bool:
        """Whether *path* is a folder, or not to be told."""
        if "closed" in path:
            raise PermissionError("not for you")
        return bool(path.endswith("folder"))

    def ls(self, path: str, detail: bool = True, **_: Any) -> Any:  # noqa: ANN401, ARG002
        """Nothing is listed."""
        raise PermissionError("no listing")

    def _open(self, path: str, *_: Any, **__: Any) -> Any:  # noqa: ANN401
        raise ConnectionError(f"lost the way\nto {path}")


def test_a_store_that_fails_costs_its_own_documents_only(store: MemoryFileSystem) -> None:
    fsspec.register_implementation("broken", Broken, clobber=True)
    fill(store)
    result = check("broken://folder", "broken://closed", "broken://a.md", "memory://bucket/a.md")
    assert result.exit_code == 2
    assert reviewed(result) == ["memory://bucket/a.md"]
    lines = [line for line in result.stderr.splitlines() if line.startswith("pmlint: broken")]
    assert len(lines) == 3
    assert (
        "broken://folder: this address cannot be listed: PermissionError: no listing." in lines[0]
    )
    assert "broken://closed: this address cannot be looked at: PermissionError" in lines[1]
    assert "broken://a.md: cannot be read: ConnectionError: lost the way to " in lines[2]


def test_links_devices_and_ignored_files_of_a_file_address(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_bytes(BAD)
    Path("link.md").symlink_to(tmp_path / "secret.md")
    Path("a.md").write_bytes(BAD)
    Path("b.md").write_bytes(BAD)
    Path(".gitignore").write_text("b.md\n", encoding="utf-8")
    base = f"file://{Path.cwd()}"
    result = check(base)
    assert reviewed(result) == [f"{base}/a.md"]
    assert "leads out of what is reviewed" in result.stderr
    result = check("file:///dev/zero")
    assert result.exit_code == 2
    assert "file:///dev/zero: not a regular file" in result.stderr


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("nowhere://a/b.md", "Protocol not known"),
        ("zip://a.md::s3://b", "chained addresses"),
        ("file://a/b.md", "is no whole path. Write it as file:///"),
        ("memory://a/*x*y*z*w*v/b", "too many stars"),
    ],
)
def test_an_address_that_cannot_be_used_ends_the_run(address: str, words: str) -> None:
    result = check(address)
    assert result.exit_code == 2
    assert words in result.stderr
    assert not result.stdout


def test_what_has_to_be_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {"class": "no_such_module.Store", "err": "Install no_such_module"}
    monkeypatch.setitem(known_implementations, "needy", known)
    result = check("needy://bucket/a.md")
    assert result.exit_code == 2
    assert "nothing that reads needy:// is installed (Install no_such_module)" in result.stderr
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    result = check("memory://bucket/a.md")
    assert result.exit_code == 2
    assert "pip install 'pmlint[dask]'" in result.stderr


def test_file_addresses_need_nothing_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    Path("a.md").write_bytes(BAD)
    address = f"file://{Path.cwd()}/a.md"
    assert reviewed(check(address)) == [address]


# --- and what is done with them -------------------------------------------------------


@pytest.mark.parametrize("options", [("--fix",), ("--diff", "HEAD")])
def test_addresses_are_not_mended_or_compared(
    store: MemoryFileSystem, options: tuple[str, ...]
) -> None:
    fill(store)
    result = run("check", *options, "memory://bucket")
    assert result.exit_code == 2
    assert "--fix and --diff are for files, and memory://bucket/a.md is an address" in result.stderr


def test_a_baseline_knows_an_address_from_wherever_it_is_used(
    store: MemoryFileSystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store)
    Path("known").mkdir()
    baseline = ("--baseline", str(Path.cwd() / "known" / "base.json"))
    assert run("check", *CHOICE, *baseline, "--write-baseline", "memory://bucket").exit_code == 0
    monkeypatch.chdir("known")
    again = check(*baseline, "memory://bucket")
    assert reviewed(again) == []
    assert "found no more" not in again.stderr
    Path("a.md").write_bytes(BAD)
    assert "found no more" not in check(*baseline, "a.md").stderr, "what was not looked at stays"


def test_formats_show_an_address_as_it_is(store: MemoryFileSystem) -> None:
    store.pipe("/bucket/a b.md", BAD)
    texts = {}
    for form in ("sarif", "github", "gitlab"):
        texts[form] = run("check", *CHOICE, "--format", form, "memory://bucket").stdout
    assert '"uri": "memory://bucket/a%20b.md"' in texts["sarif"]
    assert "uriBaseId" not in texts["sarif"].split('"results"')[1]
    assert "file=memory%3A//bucket/a b.md" in texts["github"]
    assert '"path": "memory://bucket/a b.md"' in texts["gitlab"]


def test_the_report_reads_addresses(store: MemoryFileSystem) -> None:
    store.pipe("/bucket/a.md", b"# Outage of 2026-08-03\n\nIt was human error.\n")
    store.pipe("/bucket/broken.md", b"\xff\x00")
    result = run("report", "--quarter", "2026Q3", "--format", "json", "memory://bucket")
    assert result.exit_code == 0
    assert "memory://bucket/a.md" in result.stdout
    assert "1 document could not be read" in result.stderr
