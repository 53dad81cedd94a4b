"""Fine-tuning the encoder on the corpus, and writing its weights for `pmlint.encoder`.

Needs the extra ``pmlint[train]``: PyTorch, and the packages whose pre-trained MPNet weights
(Apache 2.0) are the starting point. The same corpus, seed, versions and kind of processor
give the same weights, bit for bit.
"""

from __future__ import annotations

import io
import json
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from pmlint.classifier import ENCODER, LONGEST, kinds_of
from pmlint.encoder import EARLY, is_first, places_apart
from pmlint.heads import HEADS, SPANS
from pmlint.passages import KINDS
from pmlint.training.examples import Example
from pmlint.wordpiece import Pieces, WordPiece

__all__ = [
    "EPOCHS",
    "Base",
    "Network",
    "arrays_of",
    "batches",
    "finetune",
    "load_base",
    "renamed",
    "write_weights",
]

EPOCHS = 2
_BATCH = 32
_POOL = 32  # batches that are drawn together and sorted by length
_RATE, _HEAD_RATE, _DECAY = 5e-5, 1e-3, 0.01
_WARM = 0.1
_SMOOTH = 0.015
_SPAN_WEIGHT = 0.5
_WHO_WEIGHT = 0.5
_EARLY_WEIGHT = 0.3
_DROPOUT = 0.1
_THREADS = 2
_EPSILON = 1e-5
_FIRST_PLACE = 2  # MPNet counts places from here
_SHUT = -1e4


class Base:
    """Pre-trained weights by the names of a `Network`'s state, their vocabulary, their heads."""

    def __init__(self, weights: dict[str, Tensor], vocabulary: list[str], heads: int) -> None:
        self.weights = weights
        self.vocabulary = vocabulary
        self.heads = heads


def load_base() -> Base:
    """The starting point, from the installed packages: one archive in several parts.

    Raises:
        FileNotFoundError: a package is not installed.
    """
    from safetensors.torch import load

    joined = io.BytesIO(b"".join(map(_part, range(1, _BASE_PARTS + 1))))
    with zipfile.ZipFile(joined) as archive:
        inside = {Path(name).name: name for name in archive.namelist() if name.count("/") == 1}
        weights = load(archive.read(inside["model.safetensors"]))
        tokens = json.loads(archive.read(inside["tokenizer.json"]))["model"]["vocab"]
        config = json.loads(archive.read(inside["config.json"]))
    vocabulary = [_NAMES.get(one, one) for one in sorted(tokens, key=tokens.__getitem__)]
    places = weights["embeddings.position_embeddings.weight"]
    ours = {
        "words.weight": weights["embeddings.word_embeddings.weight"],
        "positions.weight": places[_FIRST_PLACE : _FIRST_PLACE + LONGEST],
        "places.weight": weights["encoder.relative_attention_bias.weight"],
        **renamed(weights, _MPNET, config["num_hidden_layers"]),
    }
    return Base(ours, vocabulary, config["num_attention_heads"])


def renamed(
    weights: Mapping[str, Tensor], names: Mapping[str, str], layers: int
) -> dict[str, Tensor]:
    """The first *layers* of published *weights*, and their first norm, as a `Network` has them.

    *names* gives for each part of a layer, as they call it, what it is called here.
    """
    parts = {"embeddings.LayerNorm": "norm"}
    for layer in range(layers):
        parts |= {f"encoder.layer.{layer}.{one}": f"layer.{layer}.{names[one]}" for one in names}
    return {
        f"{ours}.{end}": weights[f"{theirs}.{end}"]
        for theirs, ours in parts.items()
        for end in ("weight", "bias")
    }


_MPNET = {
    "attention.attn.q": "query",
    "attention.attn.k": "key",
    "attention.attn.v": "value",
    "attention.attn.o": "out",
    "attention.LayerNorm": "norm1",
    "intermediate.dense": "up",
    "output.dense": "down",
    "output.LayerNorm": "norm2",
}


def _part(number: int) -> bytes:
    name = f"{_BASE}-pypi-part_{number:03}"
    # The folder's name is no module's name: it is looked for beside the installed packages.
    for folder in map(Path, sys.path):
        found = folder / name / "input" / f"{_BASE}.zip.{number:03}"
        if found.is_file():
            return found.read_bytes()
    raise FileNotFoundError("install pmlint[train]: the pre-trained encoder is missing")


_BASE, _BASE_PARTS = "all-mpnet-base-v2", 5
# MPNet's marks under the names that the reader of pieces knows; BERT's own are not trained.
_NAMES = {
    "<s>": "[CLS]", "</s>": "[SEP]", "<mask>": "[MASK]",
    "[CLS]": "[unused-cls]", "[SEP]": "[unused-sep]", "[MASK]": "[unused-mask]",
}  # fmt: skip


class _Layer(nn.Module):
    def __init__(self, width: int, inner: int, heads: int) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm1, self.norm2 = (nn.LayerNorm(width, eps=_EPSILON) for _ in range(2))
        self.heads = heads
        self.drop = nn.Dropout(_DROPOUT)

    def forward(self, hidden: Tensor, bias: Tensor) -> Tensor:
        batch, length, width = hidden.shape
        shape = (batch, length, self.heads, width // self.heads)
        query, key, value = (
            part(hidden).view(shape).transpose(1, 2) for part in (self.query, self.key, self.value)
        )
        mixed = functional.scaled_dot_product_attention(
            query,
            key,
            value,
            attn_mask=bias.to(query.dtype),
            dropout_p=_DROPOUT if self.training else 0.0,
        )
        mixed = self.out(mixed.transpose(1, 2).reshape(batch, length, width))
        hidden = self.norm1(hidden + self.drop(mixed))
        inner = functional.gelu(self.up(hidden), approximate="tanh")
        made: Tensor = self.norm2(hidden + self.drop(self.down(inner)))
        return made


class Network(nn.Module):
    """The encoder of `pmlint.encoder` in a form that can be trained."""

    def __init__(self, base: Base) -> None:
        super().__init__()
        width = base.weights["words.weight"].shape[1]
        inner = base.weights["layer.0.up.weight"].shape[0]
        layers = 1 + max(int(n.split(".")[1]) for n in base.weights if n.startswith("layer."))
        self.attention_heads = base.heads
        self.words, self.positions, self.places = (
            nn.Embedding.from_pretrained(base.weights[f"{name}.weight"].clone(), freeze=False)
            for name in ("words", "positions", "places")
        )
        self.kinds = nn.Embedding(len(KINDS), width)
        nn.init.zeros_(self.kinds.weight)  # not pre-trained: they begin as nothing
        self.norm = nn.LayerNorm(width, eps=_EPSILON)
        self.drop = nn.Dropout(_DROPOUT)
        self.layer = nn.ModuleList(_Layer(width, inner, base.heads) for _ in range(layers))
        self.heads = nn.Linear(2 * width, len(HEADS))
        self.early = nn.Linear(2 * width, len(HEADS))
        self.spans = nn.Linear(width, len(SPANS))
        self.load_state_dict(self.state_dict() | base.weights)

    def forward(self, ids: Tensor, kinds: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Logits of the heads, the early heads and the pieces.

        Shapes (passages, heads) twice, and (passages, pieces, spans).
        """
        hidden, early = self.states(ids, kinds, mask)
        heads = self.heads(self.drop(_pool(hidden, mask)))
        return heads, self.early(_pool(early, mask)), self.spans(hidden)

    def states(self, ids: Tensor, kinds: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """What the last layer makes of each piece, and the early one: (passages, pieces, width)."""
        hidden, bias = self.embedded(ids, kinds), self.bias(mask)
        early = hidden
        for count, layer in enumerate(self.layer, 1):
            hidden = layer(hidden, bias)
            early = hidden if count == EARLY else early
        return hidden.float(), early.float()

    def embedded(self, ids: Tensor, kinds: Tensor) -> Tensor:
        """What the first layer is given of each piece: (passages, pieces, width)."""
        places = torch.arange(ids.shape[1])
        hidden = self.words(ids) + self.positions(places) + self.kinds(kinds)
        made: Tensor = self.drop(self.norm(hidden))
        return made

    def bias(self, mask: Tensor) -> Tensor:
        """What distances add to attention: (passages, heads, pieces, pieces)."""
        bias = self.places(torch.tensor(places_apart(mask.shape[1]))).permute(2, 0, 1)
        made: Tensor = bias.unsqueeze(0).masked_fill(~mask[:, None, None, :], _SHUT)
        return made


def _pool(hidden: Tensor, mask: Tensor) -> Tensor:
    """Mean and greatest value over the pieces."""
    known = mask.unsqueeze(-1)
    mean = (hidden * known).sum(1) / known.sum(1)
    peak = hidden.masked_fill(~known, -1e4).amax(1)
    return torch.cat([mean, peak], 1)


def finetune(
    base: Base,
    examples: Sequence[Example],
    *,
    seed: int,
    epochs: int = EPOCHS,
    rate: float = _RATE,
    half: bool = True,
    tell: Callable[[str], None] = print,
) -> Network:
    """A network trained on *examples*; with *half*, values between layers have 16 bits.

    That is faster on processors that have such products, and slower on others.
    """
    torch.manual_seed(seed)
    torch.set_num_threads(_THREADS)
    torch.use_deterministic_algorithms(True)
    random = np.random.default_rng(seed)
    network = Network(base)
    prepared = _Prepared(WordPiece(base.vocabulary), examples)
    top = [
        one
        for part in (network.heads, network.early, network.spans, network.kinds)
        for one in part.parameters()
    ]
    known = {id(one) for one in top}
    rest = [one for one in network.parameters() if id(one) not in known]
    groups: list[dict[str, Any]] = [
        {"params": rest, "lr": rate},
        {"params": top, "lr": _HEAD_RATE},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=_DECAY, fused=True)
    steps = epochs * -(-len(examples) // _BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _pace(step, steps))
    network.train()
    for epoch in range(epochs):
        losses = []
        for batch in batches([len(one.ids) for one in prepared.pieces], _BATCH, random):
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=half):
                loss = prepared.loss(network, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(float(loss.detach()))
        tell(f"epoch {epoch + 1} of {epochs}: loss {np.mean(losses):.4f}")
    return network.eval()


def _pace(step: int, steps: int) -> float:
    return min(step / (_WARM * steps), max(0.0, (steps - step) / (steps * (1 - _WARM))))


def batches(lengths: Sequence[int], size: int, random: np.random.Generator) -> Iterator[list[int]]:
    """Indices of *lengths* in batches of like length, all of them once, in a random order."""
    order = random.permutation(len(lengths)).tolist()
    for start in range(0, len(order), size * _POOL):
        pool = sorted(order[start : start + size * _POOL], key=lengths.__getitem__)
        parts = [pool[at : at + size] for at in range(0, len(pool), size)]
        for at in random.permutation(len(parts)):
            yield parts[at]


class _Prepared:
    """Examples as tensors; labels that are not known are -1."""

    def __init__(self, reader: WordPiece, examples: Sequence[Example]) -> None:
        self.pieces = [
            reader.read(one.passage.section, one.passage.text, LONGEST) for one in examples
        ]
        self.kinds = [
            kinds_of(one.passage, found) for one, found in zip(examples, self.pieces, strict=True)
        ]
        self.labels = torch.tensor(
            [[float(one.labels.get(head, -1)) for head in HEADS] for one in examples]
        )
        self.spans = [
            _span_targets(one, piece) for one, piece in zip(examples, self.pieces, strict=True)
        ]
        self.weights = torch.tensor([_WHO_WEIGHT if h.startswith("who") else 1.0 for h in HEADS])

    def tensors(self, batch: Sequence[int]) -> tuple[Tensor, Tensor, Tensor]:
        """Ids, kinds and mask, padded on the right."""
        longest = max(len(self.pieces[at].ids) for at in batch)
        ids = torch.zeros((len(batch), longest), dtype=torch.long)
        kinds, mask = torch.zeros_like(ids), torch.zeros_like(ids, dtype=torch.bool)
        for row, at in enumerate(batch):
            piece = self.pieces[at]
            ids[row, : len(piece.ids)] = torch.tensor(piece.ids)
            kinds[row, : len(piece.ids)] = torch.tensor(self.kinds[at])
            mask[row, : len(piece.ids)] = True
        return ids, kinds, mask

    def loss(self, network: Network, batch: Sequence[int]) -> Tensor:
        ids, kinds, mask = self.tensors(batch)
        heads, early, pieces = network(ids, kinds, mask)
        total = self._head_loss(heads, batch) + _EARLY_WEIGHT * self._head_loss(early, batch)
        wanted = torch.full(pieces.shape, -1.0)
        for row, at in enumerate(batch):
            found = self.spans[at]
            first = self.pieces[at].first
            wanted[row, first : first + found.shape[0]] = found
        seen = wanted >= 0
        if seen.any():
            span = functional.binary_cross_entropy_with_logits(pieces[seen], wanted[seen])
            total = total + _SPAN_WEIGHT * span
        return total

    def _head_loss(self, heads: Tensor, batch: Sequence[int]) -> Tensor:
        labels = self.labels[batch]
        known = (labels >= 0).float() * self.weights
        soft = labels.clamp(min=0) * (1 - 2 * _SMOOTH) + _SMOOTH
        each = functional.binary_cross_entropy_with_logits(heads, soft, reduction="none")
        return (each * known).sum() / len(batch)


def _span_targets(example: Example, pieces: Pieces) -> Tensor:
    """Shape (pieces, span labels): 1 inside, 0 outside, -1 where the label has no span."""
    made = torch.full((len(pieces.places), len(SPANS)), -1.0)
    for label, start, end in example.spans:
        inside = [float(a < end and start < b) for a, b in pieces.places]
        made[:, SPANS.index(label)] = torch.tensor(inside)
    return made


def arrays_of(network: Network) -> dict[str, np.ndarray[Any, Any]]:
    """The weights as `pmlint.encoder` reads them: 8-bit matrices, one scale a row."""
    shape = np.array([network.attention_heads, len(network.layer)])
    made: dict[str, np.ndarray[Any, Any]] = {"shape": shape}
    for name, tensor in network.state_dict().items():
        values = tensor.numpy().astype(np.float32)
        short = name.removesuffix(".weight") if name.split(".")[0] in _TABLES else name
        if values.ndim == 2 and short not in ("positions", "kinds", "places"):
            scale = np.maximum(np.abs(values).max(axis=1), 1e-12) / 127
            made[short] = np.rint(values / scale[:, None]).astype(np.int8)
            made[f"{short}.scale"] = scale.astype(np.float32)
        else:
            made[short] = values.astype(np.float16 if values.ndim == 2 else np.float32)
    return made


_TABLES = ("words", "positions", "kinds", "places")


def write_weights(network: Network) -> dict[str, bytes]:
    """The weights of *network* as two files, by name.

    Two, as most passages need the first only, and as no file of a repository should be larger
    than 100 MiB.
    """
    arrays = arrays_of(network)
    first = {name: array for name, array in arrays.items() if is_first(name)}
    rest = {name: array for name, array in arrays.items() if name not in first}
    return dict(zip(ENCODER, map(archive, (first, rest)), strict=True))


def archive(arrays: dict[str, np.ndarray[Any, Any]]) -> bytes:
    """*arrays* as a file that `pmlint.arrays` reads."""
    buffer = io.BytesIO()
    np.savez(buffer, allow_pickle=False, **arrays)
    return buffer.getvalue()
