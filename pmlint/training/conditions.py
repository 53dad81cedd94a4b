"""Training the reader of conditions: which mechanism a factor of an incident tells of.

The lower half of the encoder that reads sentences stays as it is: what it makes of a telling is
computed once. Upper layers of the pre-trained encoder (all-mpnet-base-v2, Apache License 2.0:
Song et al. 2020, Reimers and Gurevych 2019) learn on top of it to put tellings of one condition
near each other, whatever they are about: one direction a condition, and the cosine to it, scaled,
is a condition's logit. A look-alike must not be taken for what it looks like. Needs the extra
``pmlint[train]``, and of memory 70 KB a telling.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from pmlint.arrays import arrays_in
from pmlint.classifier import ENCODER, LONGEST
from pmlint.conditions import FILE, kinds_of
from pmlint.training.assembly import json_bytes, put
from pmlint.training.corpus import CorpusError
from pmlint.training.finetune import Network, archive, arrays_of, batches, load_base
from pmlint.training.lines import SEED
from pmlint.training.tellings import Telling, load_tellings
from pmlint.wordpiece import WordPiece

__all__ = ["train_conditions"]

_LOWER, _LAYERS = 6, 12
_EPOCHS = 3
_BATCH = 48
_RATE, _HEAD_RATE, _DECAY = 1e-4, 4e-3, 0.01
_WARM = 40  # batches
_SMOOTH = 0.05
_LOOK_ALIKE_WEIGHT = 0.5
_SCALE = 20.0
_SURE = 0.999
_TOLD = 100  # batches after which the loss is told


def train_conditions(
    folders: Sequence[Path],
    models: Path,
    *,
    seed: int = SEED,
    tell: Callable[[str], None] = print,
) -> None:
    """Train on the tellings of *folders*, and write the file and its digest into *models*.

    The other files have to be there: the lower layers are those of the encoder that they hold.

    Raises:
        CorpusError: there are no tellings, or one is not what it should be.
        FileNotFoundError: the pre-trained weights or the other models are missing.
    """
    tellings = [one for folder in folders for one in load_tellings(folder)]
    if not tellings:
        raise CorpusError(f"{folders[0]}: no conditions/ with tellings to learn from")
    manifest = json.loads((models / "manifest.json").read_text(encoding="utf-8"))
    data = _archive(*_train(tellings, _network(models), _vocabulary(models), seed, tell))
    manifest["files"][FILE] = hashlib.sha256(data).hexdigest()
    put(models / FILE, data)
    put(models / "manifest.json", json_bytes(manifest, indent=1))


def _vocabulary(models: Path) -> list[str]:
    return (models / "vocabulary.txt").read_text(encoding="utf-8").splitlines()


def _network(models: Path) -> Network:
    """The pre-trained weights; up to the lower layers those of *models*, which do not learn."""
    network = Network(load_base())
    state = network.state_dict()
    for name, values in _lower_weights(models):
        state[name] = torch.from_numpy(values)
    network.load_state_dict(state)
    network.requires_grad_(requires_grad=False)
    network.layer[_LOWER:_LAYERS].requires_grad_(requires_grad=True)
    return network


def _lower_weights(
    models: Path,
) -> Iterator[tuple[str, np.ndarray[Any, Any]]]:
    """What is below the upper layers, as floats, by the names of a network's state."""
    for file in ENCODER:
        arrays = arrays_in((models / file).read_bytes())
        for name, stored in arrays.items():
            part, _, rest = name.partition(".")
            upper = part == "layer" and int(rest.split(".")[0]) >= _LOWER
            if upper or part in ("shape", "heads", "early", "spans") or name.endswith(".scale"):
                continue
            values = stored.astype(np.float32)
            if f"{name}.scale" in arrays:
                values *= arrays[f"{name}.scale"][:, None]
            yield name if rest else f"{name}.weight", values


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
    tellings: Sequence[Telling],
    network: Network,
    vocabulary: Sequence[str],
    seed: int,
    tell: Callable[[str], None],
) -> tuple[Network, _Directions, list[str]]:
    torch.manual_seed(seed)
    torch.use_deterministic_algorithms(True)
    random = np.random.default_rng(seed)
    names = sorted({one.condition for one in tellings})
    reader = WordPiece(vocabulary)
    lower = _lower(network, [reader.read("", one.text, LONGEST).ids for one in tellings])
    tell(f"conditions: the lower layers have read {len(lower)} tellings")
    upper = [one for one in network.parameters() if one.requires_grad]
    directions = _Directions(len(names), network.words.embedding_dim)
    optimizer = torch.optim.AdamW(
        [
            {"params": upper, "lr": _RATE, "weight_decay": _DECAY},
            {"params": directions.parameters(), "lr": _HEAD_RATE, "weight_decay": 0.0},
        ],
        fused=True,
    )
    steps = _EPOCHS * -(-len(tellings) // _BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, step / _WARM) * max(0.0, 1 - step / steps)
    )
    network.train()
    losses: list[float] = []
    for _ in range(_EPOCHS):
        for batch in batches([len(one) for one in lower], _BATCH, random):
            logits = directions(_states(network, [lower[at] for at in batch]))
            loss = _loss(logits, [tellings[at] for at in batch], names)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(upper, 1.0)
            optimizer.step()
            schedule.step()
            losses.append(float(loss.detach()))
            if not len(losses) % _TOLD:
                mean = np.mean(losses[-_TOLD:])
                tell(f"conditions, batch {len(losses)} of {steps}: loss {mean:.4f}")
    return network.eval(), directions, names


def _lower(network: Network, pieces: Sequence[Sequence[int]]) -> list[Tensor]:
    """What the lower layers make of each telling: (pieces, width), two bytes a value."""
    made: dict[int, Tensor] = {}
    order = sorted(range(len(pieces)), key=lambda at: len(pieces[at]))
    network.eval()
    for start in range(0, len(order), _BATCH):
        batch = order[start : start + _BATCH]
        ids, mask = _padded(torch.tensor(pieces[at])[:, None] for at in batch)
        kinds = torch.tensor(kinds_of(ids.shape[1])).expand(ids.shape[:2])
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            hidden, bias = network.embedded(ids[..., 0], kinds), network.bias(mask)
            for layer in network.layer[:_LOWER]:
                hidden = layer(hidden, bias)
        for row, at in enumerate(batch):
            made[at] = hidden[row, : len(pieces[at])].bfloat16()
    return [made[at] for at in range(len(pieces))]


def _padded(parts: Iterable[Tensor]) -> tuple[Tensor, Tensor]:
    """Parts of shape (pieces, width) as (parts, most pieces, width), and where they are."""
    every = list(parts)
    lengths = torch.tensor([len(one) for one in every])
    mask = torch.arange(int(lengths.max()))[None, :] < lengths[:, None]
    return nn.utils.rnn.pad_sequence(every, batch_first=True), mask


def _states(network: Network, parts: Sequence[Tensor]) -> Tensor:
    """The mean of the last layer over the pieces: shape (tellings, width)."""
    hidden, mask = _padded(parts)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden, bias = hidden.float(), network.bias(mask)
        for layer in network.layer[_LOWER:_LAYERS]:
            hidden = layer(hidden, bias)
    known = mask.unsqueeze(-1)
    mean: Tensor = (hidden.float() * known).sum(1) / known.sum(1)
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
    own = tuple(f"layer.{layer}." for layer in range(_LOWER, _LAYERS))
    arrays = {name: array for name, array in arrays_of(network).items() if name.startswith(own)}
    arrays["layers"] = np.array(_LAYERS)
    with torch.no_grad():
        arrays["conditions"] = directions.scaled.numpy().astype(np.float32)
        arrays["conditions.bias"] = directions.bias.numpy().astype(np.float32)
    arrays["conditions.names"] = np.array(list(names))
    return archive(arrays)
