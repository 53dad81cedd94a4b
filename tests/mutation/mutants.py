"""Changes of one place each, by the operators of cosmic-ray (`pip install cosmic-ray`)."""

from __future__ import annotations

import ast
import difflib
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter
from pathlib import Path

__all__ = ["Mutant", "Place", "places_of", "sampled"]


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


@dataclass(frozen=True)
class Place:
    """The *occurrence*-th place of *path* that *operator* can change."""

    path: Path
    operator: str
    occurrence: int


def places_of(path: Path) -> Iterator[Place]:
    """Every place that an operator can change, though not all changes make a difference."""
    from cosmic_ray.ast import ast_nodes, get_ast
    from cosmic_ray.plugins import get_operator, operator_names

    nodes = [*ast_nodes(get_ast(path.read_text(encoding="utf-8")))]
    for name in sorted(set(operator_names()) - _WITH_ARGUMENTS):
        operator = get_operator(name)()
        count = sum(1 for node in nodes for _ in operator.mutation_positions(node))
        yield from (Place(path, name, occurrence) for occurrence in range(count))


_WITH_ARGUMENTS = frozenset({"core/VariableInserter", "core/VariableReplacer"})


def mutants_at(places: Iterable[Place]) -> Iterator[Mutant]:
    """The changes at *places* that are changes of what the file does."""
    for place in places:
        mutant = _mutant_at(place)
        if mutant is not None:
            yield mutant


def _mutant_at(place: Place) -> Mutant | None:
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator

    code = place.path.read_text(encoding="utf-8")
    changed = mutate_code(code, get_operator(place.operator)(), place.occurrence)
    if changed is None or _meaning(changed) in (_meaning(code), None):
        return None
    return Mutant(place.path, place.operator, changed)


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

    def visit_Compare(self, node: ast.Compare) -> ast.Compare:
        """With == for `is` before None and members of enumerations, which equal nothing else."""
        self.generic_visit(node)
        for at, (operator, other) in enumerate(zip(node.ops, node.comparators, strict=True)):
            if isinstance(operator, (ast.Is, ast.IsNot)) and _is_single(other):
                node.ops[at] = ast.Eq() if isinstance(operator, ast.Is) else ast.NotEq()
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AnnAssign:
        """With the same annotation as any other."""
        self.generic_visit(node)
        node.annotation = ast.Constant(None)
        return node


def _is_single(node: ast.expr) -> bool:
    """None, or ``Name.MEMBER``."""
    if isinstance(node, ast.Constant):
        return node.value is None
    return isinstance(node, ast.Attribute) and node.attr.isupper()


def sampled(places: Sequence[Place], count: int, seed: int) -> list[Mutant]:
    """*count* changes at random of those at *places*, or all of them, in their order.

    Places are drawn until enough of them make a difference: to change them all takes minutes.
    """
    if count >= len(places):
        return list(mutants_at(places))
    order = list(range(len(places)))
    random.Random(seed).shuffle(order)  # noqa: S311 - no secret
    drawn = ((at, mutant) for at in order for mutant in mutants_at([places[at]]))
    return [mutant for _, mutant in sorted(islice(drawn, count), key=itemgetter(0))]
