"""Documents that an address names, such as ``s3://bucket/postmortems/a.md``.

Object stores and the like are read by fsspec, which is loaded only for them: what a ``file://``
address names is read as any other file is, and with the same care.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pmlint.source import MAX_BYTES, Source, SourceError

__all__ = [
    "AddressError",
    "file_system",
    "folder_of",
    "is_address",
    "local_path",
    "path_of",
    "read_address",
    "scheme_of",
]

_MARK = "://"
_CHAIN = "::"
_LOCAL = ("file", "local")


class AddressError(Exception):
    """An address cannot be used; the message says why and what to do."""


def is_address(name: str) -> bool:
    """Whether *name* begins with a scheme: ``s3://``, but not ``a.md`` or ``-``."""
    scheme, mark, _ = name.partition(_MARK)
    plain = scheme.replace("+", "").replace("-", "").replace(".", "").replace(":", "")
    return bool(mark) and plain.isascii() and plain.isalnum() and scheme[0].isalpha()


def scheme_of(address: str) -> str:
    """``s3`` of ``s3://bucket/a.md``."""
    return address.partition(_MARK)[0].lower()


def local_path(address: str) -> Path | None:
    """The file or folder that a ``file://`` address names; None for other schemes.

    Raises:
        AddressError: it is seen from somewhere, and a worker is somewhere else.
    """
    if scheme_of(address) not in _LOCAL:
        return None
    path = Path(address.partition(_MARK)[2])
    if not path.is_absolute():
        raise AddressError(f"{address}: is no whole path. Write it as file:///folder/file.md.")
    return path


def file_system(address: str) -> tuple[Any, str]:
    """The fsspec file system of *address*, and what the address is called in it.

    Raises:
        AddressError: fsspec, or what it needs for this scheme, is not installed.
    """
    if _CHAIN in address:
        raise AddressError(f"{address}: chained addresses (::) are not read. Name the store.")
    scheme = scheme_of(address)
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise AddressError(
            f"{address}: to read it, install pmlint's extra: pip install 'pmlint[dask]'"
        ) from None
    try:
        system, path = url_to_fs(address)
    except ImportError as error:
        raise AddressError(
            f"{address}: nothing that reads {scheme}:// is installed ({error}). "
            "With --dask, the workers need it, too."
        ) from None
    except ValueError as error:
        raise AddressError(f"{address}: {error}. Check the scheme and its spelling.") from None
    return system, str(path)


def read_address(address: str, name: str) -> Source:
    """The document at *address*, which the user knows as *name*.

    Raises:
        SourceError: it is missing, cannot be read, is too large or no text.
    """
    try:
        path = local_path(address)
        if path is not None:
            return Source.from_path(path, name)
        return Source.from_bytes(_bytes_at(address), name)
    except AddressError as error:
        raise SourceError(str(error)) from error


def _bytes_at(address: str) -> bytes:
    """What stands there, or one byte more than is reviewed if it is more."""
    system, path = file_system(address)
    try:
        with system.open(path, "rb") as file:
            data: bytes = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise SourceError("no such file. Check the address and its spelling.") from None
    except Exception as error:
        # Each store has errors of its own: none of them may end the review of the others.
        raise SourceError(f"cannot be read: {_told(error)}.") from error
    return data


def _told(error: Exception) -> str:
    words = " ".join(str(error).split())
    return f"{type(error).__name__}: {words}" if words else type(error).__name__


def path_of(name: str) -> Path:
    """Where the document that the user calls *name* is, as far as that is a place here."""
    try:
        return (local_path(name) if is_address(name) else None) or Path(name)
    except AddressError:  # a name of standard input may be anything
        return Path(name)


def folder_of(name: str) -> Path:
    """The folder whose configuration holds for *name*: for what is in a store, where we are."""
    path = path_of(name)
    return Path() if is_address(name) and not path.is_absolute() else path.parent
