"""How a document is read, as text: ``python -m tests.readings DOCUMENT``.

What two versions of pmlint print can be compared by ``diff``. `tests/golden/reading.json` holds a
digest of each part, of each document of `documents`: what reads one of them otherwise than before
has to say so, by ``python -m tests.update``.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from pmlint.document import Document
from pmlint.reading import read
from pmlint.source import Source

__all__ = ["GOLDEN", "digests", "documents", "parts"]

_ROOT = Path(__file__).parent.parent
GOLDEN = _ROOT / "tests" / "golden" / "reading.json"
_FOLDERS = ("corpus/postmortems/docs", "corpus/quarters", "tests/examples")


def documents() -> Iterator[tuple[str, Source]]:
    """What the golden file tells of: our own documents, which every parser reads alike."""
    for folder in _FOLDERS:
        for path in sorted((_ROOT / folder).rglob("*")):
            if path.suffix in (".md", ".txt", ".mdx") and path.name != "README.md":
                name = path.relative_to(_ROOT).as_posix()
                yield name, Source.from_bytes(path.read_bytes(), path.name)


def parts(document: Document) -> dict[str, list[str]]:
    """Of each part of *document* its lines."""
    names = [name for name in document.__struct_fields__ if name != "source"]
    return {name: list(_lines(getattr(document, name))) for name in names}


def digests(source: Source) -> dict[str, str]:
    """Of each part of what is read of *source* a digest."""
    made = parts(read(source))
    return {name: _digest("\n".join(lines)) for name, lines in made.items()}


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _lines(value: object) -> Iterator[str]:
    if isinstance(value, tuple):
        for one in value:
            yield _shown(one)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield f"{name}: {_shown(getattr(value, name))}"
    else:
        yield _shown(value)


def _shown(value: object) -> str:
    if isinstance(value, msgspec.Struct):
        fields = (getattr(value, name) for name in value.__struct_fields__)
        return f"{type(value).__name__}({', '.join(map(_shown, fields))})"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_shown, value))}]"
    return ascii(value)


def golden() -> Mapping[str, Mapping[str, str]]:
    """Digests by document and part, as they are to be now."""
    return {name: digests(source) for name, source in documents()}


def main() -> None:
    """Print how the documents that are named are read."""
    for name in sys.argv[1:]:
        path = Path(name)
        for part, lines in parts(read(Source.from_bytes(path.read_bytes(), path.name))).items():
            print(f"{name}, {part}:", *lines, sep="\n    ")


if __name__ == "__main__":
    main()
