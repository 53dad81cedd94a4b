"""Arrays where they lie in an archive: as numpy reads them, and nothing that could run."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from pmlint.arrays import arrays_in

ARRAYS: dict[str, NDArray[Any]] = {
    "b.weight": np.arange(6, dtype=np.int8).reshape(2, 3),
    "a": np.array([0.5, -1.5], dtype=np.float16),
    "c": np.array([[1.25]], dtype=np.float32),
    "shape": np.array([12, 3]),
    "none": np.zeros((0, 4), dtype=np.float32),
}


def archive(**arrays: Any) -> bytes:
    buffer = io.BytesIO()
    np.savez(buffer, **arrays)
    return buffer.getvalue()


def test_arrays_are_those_that_numpy_loads() -> None:
    data = archive(**ARRAYS)
    found = arrays_in(data)
    with np.load(io.BytesIO(data)) as loaded:
        assert found.keys() == set(loaded.files)
        for name in loaded.files:
            assert found[name].dtype == loaded[name].dtype
            assert found[name].shape == loaded[name].shape
            assert found[name].tolist() == loaded[name].tolist()


def test_nothing_is_copied() -> None:
    assert not any(array.flags.owndata for array in arrays_in(archive(**ARRAYS)).values())


def test_objects_are_refused() -> None:
    with pytest.raises(ValueError, match="not plain"):
        arrays_in(archive(a=np.array([{"code": 1}], dtype=object)))


def test_what_is_compressed_or_stored_by_columns_is_refused() -> None:
    buffer = io.BytesIO()
    np.savez_compressed(buffer, a=np.zeros(9))
    with pytest.raises(ValueError, match="compressed"):
        arrays_in(buffer.getvalue())
    with pytest.raises(ValueError, match="not plain"):
        arrays_in(archive(a=np.asfortranarray(np.zeros((2, 3)))))


@pytest.mark.parametrize("cut", [0, 1, 30, 200, 400])
def test_what_is_cut_short_is_refused(cut: int) -> None:
    data = archive(**ARRAYS)
    with pytest.raises(ValueError, match=r".+"):
        arrays_in(data[:cut])
    with pytest.raises(ValueError, match=r".+"):
        arrays_in(data[:cut] + data[cut + 64 :])
