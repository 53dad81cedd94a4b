"""Pictures of the report: matplotlib draws them, the page's style gives them their colours.

Each picture is an ``<svg>`` that stands in the page: its text is text in the page's own font,
and a colour is a variable of the style sheet, so that one picture serves the light and the dark
scheme and paper. The same figures give the same bytes. matplotlib is imported when the first
picture is drawn.
"""

from __future__ import annotations

import html
import io
import math
import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec import Struct

from pmlint.formats.terminal import safe

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["TONES", "Bar", "Point", "Series", "bars", "line", "shares", "stacked"]

TONES = ("ink", "muted", "rule", "main", "good", "open", "late", "off", "unknown", "paper")
"""Colours by what they mean; the style sheet defines ``--chart-NAME`` for each."""

_WIDTH = 360  # CSS pixels: the width of a phone, so that the text is never scaled down there
_ROW = 27
_SIZE = 13
_LETTER = 8  # room for one letter
_LONGEST = 22  # letters of a label
_DOTS_PER_INCH = 72


Point = tuple[float, str]
"""A value, or NaN where there is none, and the words for it."""


class Bar(Struct, frozen=True):
    """One bar: `shown` is what is written at its end."""

    label: str
    value: float
    shown: str
    tone: str = "main"


class Series(Struct, frozen=True):
    """One part of each of several stacked bars."""

    name: str
    values: tuple[int, ...]
    tone: str


def bars(key: str, name: str, rows: Sequence[Bar]) -> str:
    """Horizontal bars, the longest of them as long as there is room.

    *key* makes the picture's ids its own; *name* says what it shows, for those who cannot see it.
    """
    with _canvas(len(rows) * _ROW) as figure:
        axes = _bar_axes(figure, [row.label for row in rows], _room([row.shown for row in rows]))
        _draw_bars(axes, rows, max((row.value for row in rows), default=0) or 1)
        return _finished(figure, key, f"{name}. {_spoken(rows)}")


def shares(key: str, name: str, rows: Sequence[Bar]) -> str:
    """Horizontal bars of parts of a whole, each before a track that is the whole."""
    with _canvas(len(rows) * _ROW) as figure:
        axes = _bar_axes(figure, [row.label for row in rows], _room([row.shown for row in rows]))
        axes.barh(range(len(rows)), [1.0] * len(rows), color=_colour("rule"), height=0.6)
        _draw_bars(axes, rows, 1, at_end=True)
        return _finished(figure, key, f"{name}. {_spoken(rows)}")


def stacked(key: str, name: str, labels: Sequence[str], series: Sequence[Series]) -> str:
    """Horizontal bars made of parts, with a legend above them and the sum at their end."""
    sums = [sum(one.values[row] for one in series) for row in range(len(labels))]
    with _canvas((len(labels) + 1) * _ROW) as figure:
        axes = _bar_axes(figure, labels, _room(list(map(str, sums))), legend=True)
        starts = [0] * len(labels)
        for one in series:
            axes.barh(
                range(len(labels)),
                one.values,
                left=starts,
                color=_colour(one.tone),
                edgecolor=_colour("paper"),
                label=one.name,
                height=0.6,
            )
            starts = [start + value for start, value in zip(starts, one.values, strict=True)]
        axes.set_xlim(0, max(sums, default=0) or 1)
        for row, total in enumerate(sums):
            _write(axes, total, row, str(total))
        _add_legend(figure)
        told = [f"{one.name} {one.values[row]}" for row in range(len(labels)) for one in series]
        parts = [told[row * len(series) : (row + 1) * len(series)] for row in range(len(labels))]
        spoken = "; ".join(
            f"{label}: {', '.join(part)}" for label, part in zip(labels, parts, strict=True)
        )
        return _finished(figure, key, f"{name}. {spoken}.")


def line(key: str, name: str, labels: Sequence[str], points: Sequence[Point]) -> str:
    """A line over the periods; a point that is not a number is a gap.

    *points* are the values with the words for them, as many as *labels*.
    """
    values = [value for value, _ in points]
    known = [value for value in values if not math.isnan(value)]
    with _canvas(110) as figure:
        axes = figure.add_axes((0.08, 0.24, 0.84, 0.5))
        _hide_frame(axes, "bottom")
        axes.plot(values, color=_colour("main"), linewidth=2, clip_on=False)
        dots = [(place, value) for place, value in enumerate(values) if not math.isnan(value)]
        axes.scatter(
            [place for place, _ in dots],
            [value for _, value in dots],
            color=_colour("main"),
            s=30,
            clip_on=False,
        )
        top = max(known, default=0) or 1
        axes.set_xlim(0, max(len(values) - 1, 1))
        axes.set_ylim(0, top)
        _write_points(axes, points)
        _label_periods(axes, labels)
        spoken = "; ".join(
            f"{label}: {shown}" for label, (_, shown) in zip(labels, points, strict=True)
        )
        return _finished(figure, key, f"{name}. {spoken}.")


# --- drawing --------------------------------------------------------------------------


def _colour(tone: str) -> str:
    """A colour that stands for *tone* until the picture is finished."""
    return f"#00fa{TONES.index(tone):02x}"


@contextmanager
def _canvas(height: float) -> Iterator[Figure]:
    """An empty figure, whatever the settings of the machine are."""
    with warnings.catch_warnings():
        # The page's font is not the one that matplotlib measures with: a letter that it lacks
        # is no matter, and neither is what it thinks of its own dependencies.
        warnings.simplefilter("ignore")
        import matplotlib
        from matplotlib.backends.backend_svg import FigureCanvasSVG
        from matplotlib.figure import Figure

    with matplotlib.rc_context(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        matplotlib.rcdefaults()
        matplotlib.rcParams["font.size"] = _SIZE
        matplotlib.rcParams["svg.fonttype"] = "none"
        matplotlib.rcParams["svg.hashsalt"] = "pmlint"
        matplotlib.rcParams["text.parse_math"] = False
        inches = (_WIDTH / _DOTS_PER_INCH, max(height, _ROW) / _DOTS_PER_INCH)
        figure = Figure(figsize=inches, dpi=_DOTS_PER_INCH)
        FigureCanvasSVG(figure)
        yield figure


def _room(words: Sequence[str]) -> float:
    """The part of the width that the longest of *words* takes, with a margin."""
    return (max(map(len, words), default=0) * _LETTER + 10) / _WIDTH


def _short(label: str) -> str:
    shown = safe(label)
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"


def _bar_axes(figure: Figure, labels: Sequence[str], right: float, *, legend: bool = False) -> Axes:
    """Axes with one labelled row for each of *labels*, and room at the right."""
    names = [_short(label) for label in labels]
    left = _room(names)
    rows = len(names)
    height = rows / (rows + 1) if legend else 1.0
    axes = figure.add_axes((left, 0, max(1 - left - right, 0.1), height))
    axes.set_yticks(range(rows), names, color=_colour("ink"))
    axes.set_ylim(rows - 0.5, -0.5)
    axes.set_xticks([])
    axes.tick_params(length=0)
    _hide_frame(axes, "left")
    return axes


def _hide_frame(axes: Axes, kept: str) -> None:
    for side, spine in axes.spines.items():
        spine.set_visible(side == kept)
        spine.set_color(_colour("muted"))


def _draw_bars(axes: Axes, rows: Sequence[Bar], longest: float, *, at_end: bool = False) -> None:
    axes.barh(
        range(len(rows)),
        [row.value for row in rows],
        color=[_colour(row.tone) for row in rows],
        height=0.6,
    )
    axes.set_xlim(0, longest)
    for place, row in enumerate(rows):
        _write(axes, longest if at_end else row.value, place, row.shown)


def _write(axes: Axes, x: float, y: float, words: str) -> None:
    axes.annotate(
        words,
        (x, y),
        (6, 0),
        textcoords="offset points",
        va="center_baseline",
        color=_colour("ink"),
        annotation_clip=False,
    )


def _write_points(axes: Axes, points: Sequence[Point]) -> None:
    for place, (value, shown) in enumerate(points):
        if not math.isnan(value):
            axes.annotate(
                shown,
                (place, value),
                (0, 8),
                textcoords="offset points",
                ha="center",
                color=_colour("ink"),
                annotation_clip=False,
            )


def _label_periods(axes: Axes, labels: Sequence[str]) -> None:
    """Names below the line: all of them where they fit, else the last."""
    names = [_short(label) for label in labels]
    fits = sum(map(len, names)) * _LETTER < _WIDTH
    shown = names if fits else ["" for _ in names[1:]] + names[-1:]
    axes.set_xticks(range(len(names)), shown, color=_colour("muted"))
    axes.set_yticks([])
    axes.tick_params(length=0, pad=7)
    if not fits:
        axes.get_xticklabels()[-1].set_horizontalalignment("right")


def _add_legend(figure: Figure) -> None:
    figure.legend(
        loc="upper left",
        bbox_to_anchor=(0, 1),
        ncols=4,
        frameon=False,
        borderpad=0.1,
        borderaxespad=0,
        handlelength=0.9,
        handletextpad=0.4,
        columnspacing=1.1,
        labelcolor=_colour("ink"),
    )


# --- the picture as part of a page ----------------------------------------------------

_OPENING = re.compile(r"<svg [^>]*>")
_UNUSED = re.compile(
    r"<metadata>.*?</metadata>|<defs>\s*<style.*?</style>\s*</defs>|<!--.*?-->", re.DOTALL
)
_ID = re.compile(r' id="([^"]+)"')
_FONT = re.compile(r"font: (?:[\w.]+ )*?([\d.]+px) [^;\"]*")
_FAMILY = re.compile(r"font-family: [^;\"]*(?:; )?")
_MARKED = re.compile(r"#00fa([0-9a-f]{2})")


def _spoken(rows: Sequence[Bar]) -> str:
    return "; ".join(f"{row.label}: {row.shown}" for row in rows) + "."


def _finished(figure: Figure, key: str, spoken: str) -> str:
    """The figure as an element that can stand in a page with others of its kind."""
    buffer = io.BytesIO()
    nothing = {"Date": None, "Creator": None, "Format": None, "Type": None}
    figure.savefig(buffer, format="svg", transparent=True, metadata=nothing)
    drawn = buffer.getvalue().decode("utf-8")
    body = _UNUSED.sub("", drawn[_start_of(drawn) :])
    body = _FAMILY.sub("", _FONT.sub(r"font-size: \1", body))
    body = _MARKED.sub(lambda found: f"var(--chart-{TONES[int(found[1], 16)]})", body)
    body = _with_own_ids(body.replace("xlink:href=", "href="), key)
    height = round(figure.get_figheight() * _DOTS_PER_INCH)
    opening = (
        f'<svg class="chart" viewBox="0 0 {_WIDTH} {height}" role="img" '
        f'aria-label="{html.escape(safe(spoken))}">'
    )
    return opening + re.sub(r"\s*\n\s*", " ", body).strip()


def _start_of(drawn: str) -> int:
    """Where the content of the drawing begins, after its opening tag."""
    found = _OPENING.search(drawn)
    return found.end() if found else 0


def _with_own_ids(body: str, key: str) -> str:
    """Without the ids that nothing refers to, and *key* before the others."""
    used = set(re.findall(r"#([\w.-]+)[\")]", body))

    def renamed(found: re.Match[str]) -> str:
        return f' id="{key}-{found[1]}"' if found[1] in used else ""

    body = _ID.sub(renamed, body)
    return re.sub(r"(href=\"#|url\(#)", rf"\g<1>{key}-", body)
