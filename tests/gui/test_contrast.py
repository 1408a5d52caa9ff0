"""Text is told from its ground at 4.5:1, controls and marks at 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).

The pairs are read from the stylesheet's own rules, so that a rule that is added is watched too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import pyqtgraph as pg
import pytest
from PySide6.QtGui import QColor, QPalette

from gui.style.look import LOOK
from gui.style.stylesheet import stylesheet
from gui.style.theme import DARK, LIGHT, Colours, Mode, palette
from tests.gui.walking import fill, make_all, open_day

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

TEXT, MARK = 4.5, 3.0
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
STATE = re.compile(r"(?<!:):(?!:)[\w-]+")
CONTROLS = ("QPushButton", "QToolButton", "QLineEdit", "QSpinBox", "QDoubleSpinBox", "QComboBox",
            "QPlainTextEdit", "QCheckBox::indicator", "QTreeView::indicator",
            "QTableView::indicator", "QSlider::handle", "QScrollBar::handle")  # fmt: skip
WORDLESS = ("::indicator", "::handle", "::groove", "::sub-page", "::chunk", "::separator",
            "::menu-indicator", "-arrow", "-button", "QProgressBar", "QScrollBar", "QSplitter",
            'role="rule"', 'role="rail-rule"')  # fmt: skip


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@dataclass(frozen=True)
class Rule:
    """One selector with its declarations, in the order of the sheet."""

    selector: str
    values: dict[str, str]

    @property
    def states(self) -> set[str]:
        return set(STATE.findall(self.selector.split(" ")[-1]))

    @property
    def stateless(self) -> str:
        head, _, last = self.selector.rpartition(" ")
        return f"{head} {STATE.sub('', last)}".strip()


def rules(colours: Colours) -> list[Rule]:
    sheet = re.sub(r"/\*.*?\*/", "", stylesheet(colours, 9.5), flags=re.DOTALL)
    result = []
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        values = {}
        for part in body.split(";"):
            name, _, value = part.partition(":")
            if value:
                values[name.strip()] = value.strip()
        for selector in selectors.split(","):
            result.append(Rule(" ".join(selector.split()), values))
    return result


def found(value: str | None) -> str:
    match = COLOUR.search(value or "")
    return match.group() if match else ""


def applying(sheet: list[Rule], rule: Rule) -> list[Rule]:
    """Return the rules of the same thing, those of its class and without its state before it."""
    bare = re.sub(r"\[[^\]]*\]", "", rule.stateless)
    order = [r for r in sheet if r.selector == bare]
    order += [r for r in sheet if r.selector == rule.stateless and r not in order]
    return [*order, rule]


def value_of(sheet: list[Rule], rule: Rule, *names: str) -> str:
    """Return what a property is in the end, "" where nothing says."""
    result = ""
    for one in applying(sheet, rule):
        for name in names:
            result = one.values.get(name, result)
    return result


def around(sheet: list[Rule], rule: Rule, colours: Colours) -> list[str]:
    """Return what surrounds a thing: the ground of what it is in, or any surface."""
    for selector in rule.selector.split(" ")[:-1]:
        for one in sheet:
            if one.selector == selector and found(one.values.get("background")):
                return [found(one.values["background"])]
    return [colours.window, colours.panel, colours.sunken]


def grounds(sheet: list[Rule], rule: Rule, colours: Colours) -> list[str]:
    """Return what the text of a thing may stand on: its own ground, or what surrounds it."""
    own = found(value_of(sheet, rule, "background"))
    return [own] if own else around(sheet, rule, colours)


def too_faint(colours: Colours) -> list[str]:
    """Return every pair of the sheet that is not told apart well enough, in words."""
    sheet, result = rules(colours), []
    for rule in sheet:
        if ":disabled" in rule.states or ":off" in rule.states:
            continue
        # The rail holds words of other rules only, which are looked at with it as their ground.
        rail = rule.selector == 'QFrame[role="rail"]'
        wordless = rail or any(part in rule.selector for part in WORDLESS)
        pairs = []
        if not wordless and ("color" in rule.values or "background" in rule.values):
            ink = found(value_of(sheet, rule, "color")) or colours.text
            pairs += [("text", ink, one, TEXT) for one in grounds(sheet, rule, colours)]
        chosen = found(rule.values.get("selection-background-color"))
        if chosen:
            pairs.append(("selection", found(rule.values["selection-color"]), chosen, TEXT))
        kind = STATE.sub("", re.sub(r"\[[^\]]*\]", "", rule.selector.split(" ")[-1]))
        edge = found(value_of(sheet, rule, "border", "border-color"))
        line = edge or (found(rule.values.get("background")) if "QScrollBar" in kind else "")
        changes = {"border", "border-color", "background"} & rule.values.keys()
        if kind.split(":horizontal")[0].split(":vertical")[0] in CONTROLS and line and changes:
            pairs += [("border", line, one, MARK) for one in around(sheet, rule, colours)]
        result += [
            f"{rule.selector}: {what} {ink} on {ground} is {contrast(ink, ground):.2f}:1"
            for what, ink, ground, least in pairs
            if contrast(ink, ground) < least
        ]
    return result


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def colours(request) -> Colours:
    return request.param


def test_the_sheet_is_read_whole(colours):
    sheet = rules(colours)
    assert len(sheet) > 150
    assert not [rule.selector for rule in sheet if not rule.values]
    link = next(rule for rule in sheet if rule.selector == 'QPushButton[role="link"]:hover')
    assert value_of(sheet, link, "color") == colours.accent


def test_text_and_controls_of_the_sheet_are_seen(colours):
    assert too_faint(colours) == []


def test_a_colour_that_is_too_faint_is_found(colours):
    worse = replace(colours, muted=colours.line_strong)
    assert any("text" in flaw for flaw in too_faint(worse))
    worse = replace(colours, edge=colours.line)
    assert any("QPushButton: border" in flaw for flaw in too_faint(worse))


def test_every_tone_of_text_is_read_on_every_surface(colours):
    tones = [
        "text",
        "muted",
        "accent",
        "good",
        "warn",
        "bad",
        "escape",
        "overkill",
        "defect",
        "against",
    ]
    surfaces = ["window", "panel", "sunken", "hover", "accent_soft"]
    flaws = {
        (tone, ground): round(contrast(getattr(colours, tone), getattr(colours, ground)), 2)
        for tone in tones
        for ground in surfaces
        if contrast(getattr(colours, tone), getattr(colours, ground)) < TEXT
    }
    assert flaws == {}


def test_lines_of_plots_and_marks_are_seen_on_their_ground(colours):
    for ink in (*colours.runs, colours.faint, colours.against, colours.defect, colours.accent):
        assert contrast(ink, colours.panel) >= MARK, ink


def test_the_palette_qt_draws_with_is_read(colours):
    role, group = QPalette.ColorRole, QPalette.ColorGroup.Active
    made = palette(colours)
    for ink, ground in (
        (role.WindowText, role.Window), (role.Text, role.Base), (role.Text, role.AlternateBase),
        (role.ButtonText, role.Button), (role.HighlightedText, role.Highlight),
        (role.ToolTipText, role.ToolTipBase), (role.PlaceholderText, role.Base),
        (role.Link, role.Base), (role.LinkVisited, role.Window),
    ):  # fmt: skip
        pair = made.color(group, ink).name(), made.color(group, ground).name()
        assert contrast(*pair) >= TEXT, (ink, ground)


def test_texts_of_plots_are_read(qapp, parts, world):
    fill(world)
    open_day(qapp, parts)
    make_all(parts.window)
    plots = parts.window.findChildren(pg.PlotWidget)
    assert len(plots) > 20
    try:
        for mode in (Mode.DARK, Mode.LIGHT):
            LOOK.apply(mode)
            for plot in plots:
                ground = plot.backgroundBrush().color().name()
                inks = [plot.getAxis(side).textPen().color() for side in ("left", "bottom")]
                inks += [one.color for one in plot.plotItem.items if isinstance(one, pg.TextItem)]
                for ink in map(QColor, inks):
                    assert contrast(ink.name(), ground) >= TEXT, (plot.accessibleName(), ink.name())
    finally:
        LOOK.apply(Mode.LIGHT)
