"""The application's stylesheet, made from the theme's tokens."""

from __future__ import annotations

import tempfile
from functools import cache
from hashlib import sha256
from pathlib import Path
from string import Template

from engine.core.errors import TransferLensError
from engine.core.files import make_folder, write_atomic
from engine.core.folders import cache_folder
from gui.style.icons import INK, svg
from gui.style.theme import Colours


@cache
def _spare() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="transferlens-theme-")


def _picture(name: str, colour: str) -> str:
    """A picture's file: a stylesheet can only name one.

    It is kept among what can be made again, under a name that says what is in it, so that a window
    that is killed leaves no folder of its own behind.
    """
    text = svg(name).replace(INK, colour)
    file = f"{name}-{sha256(text.encode()).hexdigest()[:12]}.svg"
    path = cache_folder() / "theme" / file
    try:
        if not path.is_file() or path.read_text("utf-8") != text:
            make_folder(path.parent)
            write_atomic(path, text)
    except (OSError, ValueError, TransferLensError):  # a cache that cannot be written
        path = Path(_spare().name) / file
        path.write_text(text, encoding="utf-8", newline="\n")
    return path.as_posix()


def stylesheet(colours: Colours, points: float, scale: float = 1.0) -> str:
    """Return the stylesheet of a look with a body font of so many points, and all text scaled."""
    values = {
        name: getattr(colours, name) for name in colours.__slots__ if name not in ("dark", "runs")
    }
    values |= {
        "arrow": _picture("chevron-down", colours.muted),
        "arrow_up": _picture("chevron-up", colours.muted),
        "arrow_right": _picture("chevron-right", colours.muted),
        "arrow_off": _picture("chevron-down", colours.line_strong),
        "arrow_up_off": _picture("chevron-up", colours.line_strong),
        "tick": _picture("check", colours.on_accent),
        "tiny": f"{(points - 2) * scale:g}pt",
        "small": f"{(points - 1) * scale:g}pt",
        "body": f"{points * scale:g}pt",
        "h2": f"{(points + 1.5) * scale:g}pt",
        "h1": f"{(points + 5) * scale:g}pt",
        "figure": f"{(points + 4) * scale:g}pt",
    }
    return Template(_SHEET).substitute(values)


_SHEET = """
QWidget { color: $text; }
QMainWindow, QDialog, QMessageBox { background: $window; }
QToolTip { background: $panel; color: $text; border: 1px solid $line_strong; padding: 4px 6px; }

/* text */
QLabel { background: transparent; }
QLabel[role="h1"] { font-size: $h1; font-weight: 600; }
QLabel[role="h2"] { font-size: $h2; font-weight: 600; }
QLabel[role="caption"] { font-size: $small; font-weight: 600; color: $muted; }
QLabel[role="h3"] { font-weight: 600; }
QLabel[role="lead"] { background: $accent_soft; border-left: 3px solid $accent;
    padding: 6px 10px; }
QLabel[role="finding"] { font-weight: 600; }
QLabel[role="finding"][tone="good"] { color: $good; }
QLabel[role="finding"][tone="bad"] { color: $bad; }
QLabel[role="finding"][tone="warn"] { color: $warn; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { font-size: $small; color: $muted; }
QLabel[role="figure"] { font-size: $figure; font-weight: 600; }
QLabel[role="error"] { color: $bad; }
QLabel[role="warn"] { color: $warn; background: $warn_soft; border-radius: 4px; padding: 5px 8px; }
QLabel[role="chip"] { background: $accent_soft; color: $accent; border-radius: 4px;
    padding: 2px 8px; font-weight: 600; font-size: $small; }
QLabel[verdict="defective"] { color: $defect; font-size: $h1; font-weight: 600; }
QLabel[verdict="normal"] { color: $text; font-size: $h1; font-weight: 600; }
QLabel[verdict="none"] { color: $muted; font-size: $h1; font-weight: 600; }
QLabel[role="outcome"] { background: $sunken; color: $muted; border-radius: 4px;
    padding: 2px 8px; font-weight: 600; font-size: $small; }
QLabel[outcome="escape"] { background: $escape; color: $panel; }
QLabel[outcome="elsewhere"] { background: $warn; color: $panel; }
QLabel[outcome="overkill"] { background: $overkill; color: $panel; }

/* surfaces */
QFrame[role="card"] { background: $panel; border: 1px solid $line; border-radius: 6px; }
QFrame[role="picked"] { border: 1px solid $line; border-radius: 6px; }
QFrame[role="picked"][chosen="true"] { border: 2px solid $accent; }
QFrame[role="bar"] { background: $panel; border: none; border-bottom: 1px solid $line; }
QFrame[role="strip"] { background: $panel; border: 1px solid $line; border-radius: 6px; }
QFrame[role="rule"] { background: $line; border: none; }
QFrame[role="notice"] { background: $bad_soft; border: none; border-bottom: 1px solid $bad; }
QFrame[role="drop"] { background: $panel; border: 2px dashed $edge; border-radius: 12px; }
QFrame[role="drop"][active="true"] { border-color: $accent; background: $accent_soft; }
QFrame[role="drop"][active="bad"] { border-color: $bad; background: $bad_soft; }
QFrame[role="question"] { background: $accent_soft; border: none;
    border-bottom: 1px solid $accent; }
QFrame[role="palette"] { background: $panel; border: 1px solid $line_strong; border-radius: 8px; }
QFrame[role="palette"] QLineEdit { border: none; background: transparent; font-size: $h2;
    padding: 6px 4px; }
QFrame[role="palette"] QListView { border: none; border-radius: 0; background: transparent; }
QScrollArea { background: transparent; border: 1px solid transparent; }
QScrollArea:focus { border-color: $accent; }
QScrollArea > QWidget > QWidget[role="scrolled"] { background: transparent; border: none; }

/* buttons */
QPushButton, QToolButton[role="button"] { background: $panel; border: 1px solid $edge;
    border-radius: 4px; padding: 4px 12px; min-height: 18px; }
QPushButton:hover, QToolButton[role="button"]:hover { background: $hover; }
QPushButton:pressed, QToolButton[role="button"]:pressed { background: $line; }
QPushButton:checked { background: $accent_soft; border-color: $accent; }
QPushButton:focus, QToolButton[role="button"]:focus { border-color: $accent; }
QPushButton:checked:focus { border-color: $text; }
QPushButton:disabled, QToolButton[role="button"]:disabled { color: $faint; background: $window;
    border-color: $line; }
QPushButton[role="primary"] { background: $accent; border-color: $accent; color: $on_accent;
    font-weight: 600; }
QPushButton[role="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[role="primary"]:focus { border-color: $text; }
QPushButton[role="primary"]:disabled { background: $line; border-color: $line; color: $faint; }
QToolButton[role="link"] { background: transparent; border: none; color: $accent;
    padding: 4px; }
QToolButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"] { background: transparent; border: none; color: $accent;
    padding: 2px 0; text-align: left; }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { text-decoration: underline; background: $accent_soft; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 4px;
    padding: 3px; }
QToolButton:hover { background: $hover; }
QToolButton:focus { border-color: $accent; }
QToolButton:checked { background: $accent_soft; border-color: $accent; }
QToolButton:checked:focus { border-color: $text; }
QToolButton[role="link"]:focus { text-decoration: underline; background: $accent_soft; }
QToolButton[role="button"] { padding: 4px 22px 4px 10px; }
QToolButton[role="button"]::menu-indicator { image: url($arrow); width: 11px; height: 11px;
    subcontrol-position: right center; subcontrol-origin: padding; right: 7px; }
QToolButton[role="fold"] { font-weight: 600; padding: 3px 6px 3px 0; border: none; }
QToolButton[role="fold"]:focus { color: $accent; background: $accent_soft; }

/* navigation rail */
QFrame[role="rail"] { background: $rail; border: none; }
QFrame[role="rail"] QToolButton { color: $rail_text; border: none; border-radius: 6px;
    padding: 7px 2px 5px 2px; font-size: $small; }
QFrame[role="rail"] QToolButton[density="tight"] { padding: 2px 2px 1px 2px; }
QFrame[role="rail"] QToolButton[density="icons"] { padding: 3px 2px 3px 2px; }
QFrame[role="rail"] QToolButton[density="bare"] { padding: 3px 2px 3px 2px; }
QFrame[role="rail"] QToolButton[lacking="true"] { color: $rail_faint; }
QFrame[role="rail"] QToolButton:hover { background: $rail_active; color: #FFFFFF; }
QFrame[role="rail"] QToolButton:focus { border: 1px solid $rail_text; }
QFrame[role="rail"] QToolButton:checked, QFrame[role="rail"] QToolButton[lacking="true"]:checked {
    background: $rail_active; color: #FFFFFF; }
QFrame[role="rail"] QLabel { color: $rail_faint; font-size: $tiny; font-weight: 600; }
QFrame[role="rail-rule"] { background: $rail_active; border: none; }

/* fields */
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QPlainTextEdit { background: $panel;
    border: 1px solid $edge; border-radius: 4px; padding: 3px 7px; min-height: 18px;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:hover, QSpinBox:hover, QDoubleSpinBox:hover, QComboBox:hover { border-color: $muted; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus,
QPlainTextEdit:focus { border-color: $accent; }
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled {
    color: $faint; background: $window; border-color: $line; }
QLineEdit[invalid="true"], QSpinBox[invalid="true"], QDoubleSpinBox[invalid="true"] {
    border-color: $bad; }
QComboBox { padding-right: 22px; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url($arrow); width: 11px; height: 11px; }
QComboBox::down-arrow:disabled { image: url($arrow_off); }
QComboBox QLineEdit { border: none; padding: 0; min-height: 0; background: transparent; }
QComboBox QAbstractItemView { background: $panel; border: 1px solid $line_strong; outline: none;
    padding: 3px; selection-background-color: $accent_soft; selection-color: $text; }
QSpinBox, QDoubleSpinBox { padding-right: 20px; }
QSpinBox::up-button, QDoubleSpinBox::up-button { subcontrol-origin: border;
    subcontrol-position: top right; width: 18px; border: none; margin: 1px 1px 0 0; }
QSpinBox::down-button, QDoubleSpinBox::down-button { subcontrol-origin: border;
    subcontrol-position: bottom right; width: 18px; border: none; margin: 0 1px 1px 0; }
QSpinBox::up-button:hover, QSpinBox::down-button:hover, QDoubleSpinBox::up-button:hover,
QDoubleSpinBox::down-button:hover { background: $hover; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url($arrow_up); width: 9px; height: 9px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url($arrow); width: 9px; height: 9px; }
QSpinBox::up-arrow:disabled, QSpinBox::up-arrow:off { image: url($arrow_up_off); }
QSpinBox::down-arrow:disabled, QSpinBox::down-arrow:off { image: url($arrow_off); }
QCheckBox, QRadioButton { spacing: 7px; background: transparent; }
QCheckBox::indicator, QTreeView::indicator, QTableView::indicator { width: 14px; height: 14px;
    border: 1px solid $edge; border-radius: 3px; background: $panel; }
QCheckBox::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked, QTableView::indicator:checked { background: $accent;
    border-color: $accent; image: url($tick); }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QCheckBox::indicator:focus { border-color: $accent; }
QCheckBox::indicator:checked:focus { border-color: $text; }
QCheckBox:disabled { color: $faint; }
QSlider { min-height: 20px; background: transparent; }
QSlider::groove:horizontal { height: 4px; background: $line; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -5px 0; border-radius: 7px;
    background: $panel; border: 2px solid $accent; }
QSlider::handle:horizontal:focus { background: $accent; }

/* lists and tables */
QAbstractItemView { background: $panel; alternate-background-color: $sunken;
    border: 1px solid $line; border-radius: 6px; outline: none;
    selection-background-color: $accent_soft; selection-color: $text; }
QAbstractItemView:focus { border-color: $accent; }
QListView[role="gallery"] { background: $panel; border: 1px solid transparent; border-radius: 0; }
QListView[role="gallery"]:focus { border-color: $accent; }
QListView[role="problems"]::item { padding: 5px 6px; }
QTableView[role="plain"] { border: 1px solid transparent; border-radius: 0; }
QTableView[role="plain"]:focus { border-color: $accent; }
QTableView { gridline-color: $line; }
QTableView::item { padding: 0 6px; border: none; border-bottom: 1px solid $line; }
QTableView::item:selected { background: $accent_soft; color: $text; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: $panel; color: $muted; border: none; font-weight: 600;
    border-bottom: 1px solid $line_strong; padding: 5px 6px; font-size: $small; }
QTableCornerButton::section { background: $panel; border: none; }

/* tabs */
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $muted; border: none;
    border-bottom: 2px solid transparent; padding: 6px 4px 5px 4px; margin-right: 16px; }
QTabBar::tab:hover { color: $text; border-bottom-color: $line_strong; }
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; font-weight: 600; }
QTabBar::tab:focus { color: $accent_hover; background: $accent_soft; }

/* bars */
QProgressBar { background: $line; border: none; border-radius: 3px; max-height: 6px;
    min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: none; border: none; width: 0; height: 0; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $line_strong; }

/* menus */
QMenuBar { background: $panel; border-bottom: 1px solid $line; padding: 1px 4px; }
QMenuBar::item { padding: 4px 9px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $panel; border: 1px solid $line_strong; padding: 4px; }
QMenu::item { padding: 5px 26px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 4px 6px; }
QStatusBar { background: $panel; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
"""
