"""Changes of one place each, by the operators of cosmic-ray (`pip install cosmic-ray`)."""

from __future__ import annotations

import ast
import difflib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["Mutant", "mutants_of", "sampled"]


@dataclass(frozen=True)
class Mutant:
    """The text of *path* with one place changed by *operator*."""

    path: Path
    operator: str
    code: str

    @property
    def change(self) -> str:
        """The changed lines, as a patch has them."""
        before = self.path.read_text(encoding="utf-8").splitlines()
        lines = difflib.unified_diff(before, self.code.splitlines(), lineterm="", n=0)
        return "\n".join([*lines][2:])


def mutants_of(path: Path) -> Iterator[Mutant]:
    """Every change of the file that is a change of what it does."""
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator, operator_names

    code = path.read_text(encoding="utf-8")
    meaning = _meaning(code)
    for name in sorted(set(operator_names()) - _WITH_ARGUMENTS):
        operator = get_operator(name)()
        for occurrence in range(_places(code, operator)):
            changed = mutate_code(code, operator, occurrence)
            if changed is not None and _meaning(changed) not in (meaning, None):
                yield Mutant(path, name, changed)


_WITH_ARGUMENTS = frozenset({"core/VariableInserter", "core/VariableReplacer"})


def _places(code: str, operator: Any) -> int:  # noqa: ANN401 - cosmic-ray has no types
    """How many changes *operator* can make."""
    from cosmic_ray.ast import get_ast

    count, nodes = 0, [get_ast(code)]
    while nodes:
        node = nodes.pop()
        count += sum(1 for _ in operator.mutation_positions(node))
        nodes += getattr(node, "children", ())
    return count


def _meaning(code: str) -> str | None:
    """The code without annotations and docstrings; None if it is no Python."""
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return None
    return ast.dump(_Bare().visit(tree))


class _Bare(ast.NodeTransformer):
    """Takes away what a change of would change nothing."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        """Without annotations."""
        self.generic_visit(node)
        node.returns = None
        return node

    def visit_arg(self, node: ast.arg) -> ast.arg:
        """Without its annotation."""
        node.annotation = None
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AnnAssign:
        """With the same annotation as any other."""
        self.generic_visit(node)
        node.annotation = ast.Constant(None)
        return node


def sampled(mutants: Sequence[Mutant], count: int, seed: int) -> list[Mutant]:
    """*count* of *mutants* at random, or all of them, in their order."""
    if count >= len(mutants):
        return list(mutants)
    chosen = random.Random(seed).sample(range(len(mutants)), count)  # noqa: S311 - no secret
    return [mutants[at] for at in sorted(chosen)]
