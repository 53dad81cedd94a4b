"""The arrays of an ``.npz`` file where they lie: `numpy.load` would copy and sum up each."""

from __future__ import annotations

from io import BytesIO
from mmap import mmap
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["arrays_in"]

_LOCAL_HEADER = 30
_LONGEST_HEAD = 1024
_LENGTHS_AT = 26  # in a local header: of the name, then of the extra field, two bytes each


def arrays_in(data: mmap | bytes) -> dict[str, NDArray[Any]]:
    """The arrays in *data* by name; they share its memory, and cannot be written to.

    Raises:
        ValueError: *data* is no archive of plain arrays as `numpy.savez` writes it, or is cut
            short.
    """
    try:
        seen: Any = BytesIO(data) if isinstance(data, bytes) else data
        with ZipFile(seen) as archive:
            entries = archive.infolist()
        whole = memoryview(data)
        return {one.filename.removesuffix(".npy"): _array(whole, one) for one in entries}
    except (BadZipFile, EOFError, OSError) as error:
        raise ValueError(f"no file of arrays: {error}") from error


def _array(data: memoryview, entry: ZipInfo) -> NDArray[Any]:
    import numpy as np
    from numpy.lib import format as npy

    if entry.compress_type != ZIP_STORED:
        raise ValueError(f"the array {entry.filename} is compressed")
    lengths = data[entry.header_offset + _LENGTHS_AT : entry.header_offset + _LOCAL_HEADER]
    name, extra = (int.from_bytes(lengths[at : at + 2], "little") for at in (0, 2))
    start = entry.header_offset + _LOCAL_HEADER + name + extra
    body = data[start : start + entry.file_size]
    head = BytesIO(body[:_LONGEST_HEAD])
    if npy.read_magic(head) != (1, 0):
        raise ValueError(f"the array {entry.filename} is of another version")
    shape, by_columns, dtype = npy.read_array_header_1_0(head)
    if dtype.hasobject or by_columns:
        raise ValueError(f"the array {entry.filename} is not plain")
    flat = np.frombuffer(body[head.tell() :], dtype=dtype)
    return flat.reshape(shape)
