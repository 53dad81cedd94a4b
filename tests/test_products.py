"""Products of whole numbers: the same to the last bit, whoever makes them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import numpy as np
import onnxruntime
import pytest
from numpy.typing import NDArray

from pmlint import products
from pmlint.products import fastest, in_floats, rounded
from pmlint.threads import Threads


@pytest.fixture(autouse=True)
def no_session_is_kept() -> Iterator[None]:
    products._session.cache_clear()
    yield
    products._session.cache_clear()


def some(rows: int, columns: int) -> tuple[NDArray[np.float32], NDArray[np.int8]]:
    """Whole numbers for so many pieces, and weights for 33 outputs: half of both the greatest."""
    random = np.random.default_rng(rows)
    values, weights = (
        np.where(random.random(shape) < 0.5, 127, random.integers(-127, 128, shape))
        for shape in ((rows, columns), (33, columns))
    )
    return values.astype(np.float32), weights.astype(np.int8)


def exact(whole: NDArray[np.float32], weight: NDArray[np.int8]) -> NDArray[np.float32]:
    return (whole.astype(np.int64) @ weight.astype(np.int64).T).astype(np.float32)


@pytest.mark.parametrize("columns", [1, 768, 1041, 3072])  # 3072: sums that no float holds
@pytest.mark.parametrize("rows", [1, 7, 200])
def test_a_product_of_floats_is_exact(rows: int, columns: int) -> None:
    whole, weight = some(rows, columns)
    for threads in (1, 3):
        found = in_floats(Threads(threads))(whole, weight)
        assert np.array_equal(found, exact(whole, weight))


@pytest.mark.parametrize("columns", [1, 768, 3072])
def test_onnxruntime_makes_the_same_product(columns: int) -> None:
    whole, weight = some(40, columns)
    by_whole_numbers = products._ByOnnxruntime()
    if products._session() is None:
        pytest.skip("this processor cuts sums of whole numbers of 8 bits off")
    for _ in range(2):  # the second time, the weights have been turned
        assert np.array_equal(by_whole_numbers(whole, weight), exact(whole, weight))


def test_what_is_rounded_is_near_and_within_eight_bits() -> None:
    values = np.array([[1.0, -2.0, 0.004], [0.0, 0.0, 0.0], [-127.0, 0.4, 0.6]], np.float32)
    made = rounded(values)
    assert made.whole.tolist() == [[64, -127, 0], [0, 0, 0], [-127, 0, 1]]
    assert made.whole * made.scale == pytest.approx(values, abs=0.5)
    assert made.scale[0, 0] == pytest.approx(2 / 127)


class _Saturating:
    """As a processor without the instructions: sums of two products are cut off at 16 bits."""

    def run(self, _: None, given: dict[str, Any]) -> list[Any]:
        products_ = given["whole"].astype(np.int64)[:, :, None] * given["weight"].astype(np.int64)
        pairs = products_[:, ::2] + products_[:, 1::2]
        sums = pairs.clip(-(2**15), 2**15 - 1).sum(axis=1)
        return [(sums - 128 * given["weight"].astype(np.int64).sum(axis=0)).astype(np.int32)]


def test_a_processor_that_cuts_sums_off_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(onnxruntime, "InferenceSession", lambda *_, **__: _Saturating())
    whole, weight = some(5, 64)
    assert products._session() is None
    assert np.array_equal(fastest(Threads(1))(whole, weight), exact(whole, weight))


def test_without_onnxruntime_numpy_multiplies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    assert products._session() is None
    assert fastest(Threads(2)).pieces == in_floats(Threads(2)).pieces


def test_the_graph_is_one_product() -> None:
    """What other readers of the format make of the bytes."""
    graph = products._graph()
    session = onnxruntime.InferenceSession(graph, providers=["CPUExecutionProvider"])
    assert {one.name: one.type for one in session.get_inputs()} == {
        "whole": "tensor(uint8)",
        "weight": "tensor(int8)",
    }
    assert [one.type for one in session.get_outputs()] == ["tensor(int32)"]


def test_threads_share_what_is_worth_it() -> None:
    threads = Threads(4)
    assert threads.shares(768, 128) == [slice(at, at + 192) for at in range(0, 768, 192)]
    assert threads.shares(200, 128) == [slice(0, 200)]
    inside = threads.each(lambda _: threads.shares(768, 128), [1, 2])
    assert inside == [[slice(0, 768)]] * 2, "threads with a batch of their own do not wait for more"
    assert Threads(1).shares(768, 1) == [slice(0, 768)]
