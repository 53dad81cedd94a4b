"""A rule's options: from raw TOML values to the types of the rule's dataclass."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import json
import types
from collections.abc import Iterator, Mapping
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from msgspec import Struct

from pmlint.rule import Rule
from pmlint.selection import nearest

__all__ = [
    "OptionError",
    "RuleOption",
    "convert_options",
    "options_in",
    "plain",
    "rules_with_option",
    "toml",
]


class OptionError(Exception):
    """An option does not exist, or its value is not of its type."""


class RuleOption(Struct, frozen=True):
    """One option as users write it: its key, value, and sentence."""

    key: str
    value: Any
    doc: str


def options_in(options: Any) -> Iterator[RuleOption]:
    """The options of a rule's `Options` instance, in the order of its fields."""
    for item in dataclasses.fields(options):
        value = getattr(options, item.name)
        yield RuleOption(_key(item.name), value, item.metadata.get("doc", ""))


def rules_with_option(rules: tuple[Rule, ...], key: str) -> tuple[Rule, ...]:
    """The *rules* that have an option of this name."""
    wanted = _key(key)
    return tuple(
        rule for rule in rules if any(item.key == wanted for item in options_in(rule.options))
    )


def convert_options(options: Any, table: Mapping[str, Any]) -> dict[str, Any]:
    """Raw values by key as values by field name of the dataclass *options*.

    Raises:
        OptionError: an unknown key, or a value that the dataclass does not take.
    """
    hints = get_type_hints(type(options))
    fields = {_key(item.name): item.name for item in dataclasses.fields(options)}
    values: dict[str, Any] = {}
    for key, raw in table.items():
        name = fields.get(_key(key))
        if name is None:
            raise OptionError(f'unknown option "{key}".{_known(key, fields)}')
        try:
            values[name] = _convert(hints[name], raw)
        except TypeError as error:
            raise OptionError(f"{key}: expected {error}, got {raw!r}.") from error
    _check_numbers(options, values)
    try:
        dataclasses.replace(options, **values)
    except ValueError as error:
        raise OptionError(str(error)) from error
    return values


def _check_numbers(options: Any, values: Mapping[str, Any]) -> None:
    """See that numbers are possible: none is too small, and no least is above its most."""
    for item in dataclasses.fields(options):
        value, least = values.get(item.name), item.metadata.get("least")
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
        if is_number and least is not None and not value >= least:
            raise OptionError(f"{_key(item.name)}: expected {least} or more, got {value}.")
    for name, value in values.items():
        most = f"max{name.removeprefix('min')}"
        if name.startswith("min") and most in values and value > values[most]:
            raise OptionError(f"{_key(name)} = {value} is above {_key(most)} = {values[most]}.")


def _key(name: str) -> str:
    return name.replace("_", "-")


def _known(key: str, fields: Mapping[str, str]) -> str:
    if not fields:
        return " This rule has no options."
    return nearest(key, fields) or f" This rule knows {', '.join(fields)}."


def _convert(hint: Any, raw: Any) -> Any:
    """*raw* as a value of type *hint*.

    Raises:
        TypeError: it is none; its text says what was expected.
    """
    origin = get_origin(hint)
    if origin is Literal:
        return _one_of(get_args(hint), raw)
    if origin in (Union, types.UnionType):
        return _any_of(get_args(hint), raw)
    if origin in (tuple, frozenset):
        return _many(hint, origin, raw)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _table(hint, raw)
    return _single(hint, raw)


def _single(hint: Any, raw: Any) -> Any:
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return hint(_one_of(tuple(member.value for member in hint), raw))
    if hint is float and isinstance(raw, int) and not isinstance(raw, bool):
        return float(raw)
    if hint is Any or (isinstance(raw, hint) and isinstance(raw, bool) == (hint is bool)):
        return raw
    raise TypeError(_NAMES.get(hint, getattr(hint, "__name__", str(hint))))


def _one_of(choices: tuple[Any, ...], raw: Any) -> Any:
    if raw not in choices:
        raise TypeError("one of " + ", ".join(str(choice) for choice in choices))
    return raw


def _any_of(hints: tuple[Any, ...], raw: Any) -> Any:
    expected = []
    for hint in hints:
        try:
            return _convert(hint, raw)
        except TypeError as error:  # noqa: PERF203 - a union has two or three members
            expected.append(str(error))
    raise TypeError(" or ".join(expected))


def _many(hint: Any, origin: type, raw: Any) -> Any:
    inner = get_args(hint)
    if not isinstance(raw, (list, tuple)):
        raise TypeError("a list")
    if origin is tuple and Ellipsis not in inner:
        if len(raw) != len(inner):
            raise TypeError(f"a list of {len(inner)} values")
        return tuple(_convert(part, value) for part, value in zip(inner, raw, strict=True))
    return origin(_convert(inner[0], value) for value in raw)


def _table(hint: Any, raw: Any) -> dict[str, Any]:
    if not isinstance(raw, Mapping):
        raise TypeError("a table")
    _, value_hint = get_args(hint)
    return {str(key): _convert(value_hint, value) for key, value in raw.items()}


_NAMES = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "a string",
    type(None): "nothing",
}


def plain(value: Any) -> Any:
    """*value* as TOML and JSON know it: lists for tuples and sets, words for the rest."""
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, (frozenset, set)):
        return sorted(plain(item) for item in value)
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    return str(value)


def toml(value: Any) -> str:
    """*value* as it is written in TOML; an empty string for None, which TOML lacks."""
    simple = plain(value)
    if simple is None:
        return ""
    if isinstance(simple, dict):
        pairs = ", ".join(f"{json.dumps(key)} = {toml(item)}" for key, item in simple.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    if isinstance(simple, list):
        return f"[{', '.join(map(toml, simple))}]"
    if isinstance(value, dt.date):
        return value.isoformat()
    return json.dumps(simple, ensure_ascii=False)
