"""Products of whole numbers of eight bits: nearly all the time that a reading takes.

What goes into a layer is rounded to eight bits, as the layer's weights are: one scale for each
piece. A product is then a sum of whole numbers, and the same to the last bit however it is made.
onnxruntime makes it three to four times as fast as numpy, where it is installed
(``pmlint[fast]``) and the processor adds up such numbers without loss; else numpy makes it of
floats, in parts whose sums a float holds exactly.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol

from msgspec import Struct

from pmlint.threads import Threads

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Weights = NDArray[np.int8]

__all__ = ["Product", "Rounded", "fastest", "in_floats", "rounded"]

_GREATEST = 127
_MIDDLE = 128  # what stands for zero in numbers without a sign
_EXACT = 2**24 // _GREATEST**2
"""Products that a float of 32 bits adds up without rounding."""

_FEW = 128  # pieces: below, a product of floats is faster with the weights on its left
_FEWEST = 128  # rows of weights that are worth another thread
_TINY = 1e-12


class Rounded(Struct, frozen=True):
    """Whole numbers from -127 to 127, shape (pieces, width), and a scale for each piece."""

    whole: Floats
    scale: Floats


def rounded(values: Floats) -> Rounded:
    """*values*, each piece's greatest one as 127 or -127."""
    import numpy as np

    scale = np.maximum(values.max(axis=1, keepdims=True), -values.min(axis=1, keepdims=True))
    np.maximum(scale, np.float32(_TINY), out=scale)
    whole = values * (np.float32(_GREATEST) / scale)
    np.rint(whole, out=whole)
    scale /= np.float32(_GREATEST)
    return Rounded(whole, scale)


class Product(Protocol):
    """How products are made."""

    pieces: int
    """So many at a time take the least time: of more, batches are made."""

    def __call__(self, whole: Floats, weight: Weights) -> Floats:
        """Shape (pieces, outputs), of *whole* (pieces, inputs) and *weight* (outputs, inputs)."""


def fastest(threads: Threads) -> Product:
    """The product that takes the least time here."""
    return _ByOnnxruntime() if _session() else in_floats(threads)


def in_floats(threads: Threads) -> Product:
    """The product that numpy makes; *threads* without a batch of their own share one."""
    return _InFloats(threads)


class _InFloats:
    """By numpy: a layer's weights are made floats while it is used."""

    pieces = 512

    def __init__(self, threads: Threads) -> None:
        self._threads = threads

    def __call__(self, whole: Floats, weight: Weights) -> Floats:
        import numpy as np

        inputs = whole.shape[1]
        parts = [slice(start, start + _EXACT) for start in range(0, inputs, _EXACT)]
        made = self._part(whole[:, parts[0]], weight[:, parts[0]])
        if len(parts) == 1:
            return made
        total = made.astype(np.int32)
        for part in parts[1:]:
            total += self._part(whole[:, part], weight[:, part]).astype(np.int32)
        return total.astype(np.float32)

    def _part(self, values: Floats, weight: Weights) -> Floats:
        import numpy as np

        if len(values) <= _FEW:
            return self._turned(values, weight)
        floats = self._floats(weight.shape)
        np.copyto(floats, weight)
        made: Floats = values @ floats.T
        return made

    def _turned(self, values: Floats, weight: Weights) -> Floats:
        """The weights on the left, for few *values*: it is the weights that take time."""
        import numpy as np

        columns = np.ascontiguousarray(values.T)
        floats = self._floats(weight.shape)
        made = np.empty((len(weight), len(values)), np.float32)

        def product(rows: slice) -> None:
            np.copyto(floats[rows], weight[rows])
            np.matmul(floats[rows], columns, out=made[rows])

        self._threads.together(product, self._threads.shares(len(weight), _FEWEST))
        return np.ascontiguousarray(made.T)

    def _floats(self, shape: tuple[int, ...]) -> Floats:
        """Memory for weights as floats, which the thread's next layer uses again."""
        import numpy as np

        floats: dict[Any, Floats] = self._threads.own.__dict__
        if shape not in floats:
            floats[shape] = np.empty(shape, np.float32)
        return floats[shape]


class _ByOnnxruntime:
    """By onnxruntime, from weights with a row for each input: they are turned when first used."""

    pieces = 128

    def __init__(self) -> None:
        self._kept: dict[int, tuple[Weights, Weights]] = {}

    def __call__(self, whole: Floats, weight: Weights) -> Floats:
        import numpy as np

        sums = _sums(_session(), whole, self._turned(weight))
        return sums.astype(np.float32)

    def _turned(self, weight: Weights) -> Weights:
        import numpy as np

        known = self._kept.get(id(weight))
        if known is None:
            # The weight is kept with it: nothing else may come to lie in its place.
            known = self._kept[id(weight)] = (weight, np.ascontiguousarray(weight.T))
        return known[1]


@lru_cache(maxsize=1)
def _session() -> Any:  # noqa: ANN401 - onnxruntime has no types
    """What multiplies, in the thread that asks; None if there is none whose sums are right.

    Processors without the instructions for it cut sums of two products off at 16 bits.
    """
    try:
        import onnxruntime
    except ImportError:  # not installed, or not for this system
        return None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    made = onnxruntime.InferenceSession(_graph(), options, providers=["CPUExecutionProvider"])
    return made if _is_exact(made) else None


def _is_exact(session: Any) -> bool:  # noqa: ANN401
    import numpy as np

    whole = np.full((2, 64), _GREATEST, np.float32)
    weight = np.full((64, 32), _GREATEST, np.int8)
    weight[:, 1::2] = -_GREATEST
    sums = whole.astype(np.int32) @ weight.astype(np.int32)
    return bool(np.array_equal(_sums(session, whole, weight), sums))


def _sums(session: Any, whole: Floats, weight: Weights) -> NDArray[np.int32]:  # noqa: ANN401
    import numpy as np

    unsigned = (whole + np.float32(_MIDDLE)).astype(np.uint8)
    made: list[NDArray[np.int32]] = session.run(None, {"whole": unsigned, "weight": weight})
    return made[0]


def _graph() -> bytes:
    """A graph of one node, ``MatMulInteger``, in ONNX's format (a Protocol Buffer).

    The numbers of fields and types are those of ``onnx.proto`` (version 9 of the format,
    operators of version 13). `onnx` itself would be a large dependency for a hundred bytes.
    """
    unsigned, signed, sums = 2, 3, 6  # 8, 8 and 32 bits

    def value(name: str, kind: int) -> bytes:
        two_dimensions = _field(2, _field(1, b"") * 2)
        return _field(1, name) + _field(2, _field(1, _number(1, kind) + two_dimensions))

    zero = _number(2, unsigned) + _field(8, "zero") + _field(9, bytes([_MIDDLE]))
    inputs = "".join(_field(1, name).decode() for name in ("whole", "weight", "zero")).encode()
    node = inputs + _field(2, "sums") + _field(4, "MatMulInteger")
    graph = (
        _field(1, node)
        + _field(2, "product")
        + _field(5, zero)
        + _field(11, value("whole", unsigned))
        + _field(11, value("weight", signed))
        + _field(12, value("sums", sums))
    )
    return _number(1, 9) + _field(7, graph) + _field(8, _number(2, 13))


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _field(field: int, content: bytes | str) -> bytes:
    data = content.encode() if isinstance(content, str) else content
    return _varint(field << 3 | 2) + _varint(len(data)) + data


def _varint(number: int) -> bytes:
    """Seven bits a byte, the lowest first; the eighth says that there are more."""
    low, high = number & 0x7F, number >> 7
    return bytes([low | 0x80]) + _varint(high) if high else bytes([low])
