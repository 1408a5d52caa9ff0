"""What all plots of measures have in common."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsView,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from engine.core.recipe import Setting
from gui.style.look import LOOK
from gui.toolkit.parts import Wide


def setting_colour(setting: Setting) -> QColor:
    """The same colour for a setting on every plot."""
    place = (
        Setting.TRANSFER,
        Setting.SCRATCH,
        Setting.SMALL,
        Setting.FROZEN,
        Setting.SCRATCH_AUG,
        Setting.PROBE,
        Setting.FILTERS,
    )
    return QColor(LOOK.colours.runs[place.index(setting)])


def quiet_plot(parent: QWidget, left: str, *, bottom: str = "", **options: object) -> pg.PlotWidget:
    """Return a plot without menus and mouse zoom that fills its parent."""
    plot = pg.PlotWidget(enableMenu=False, **options)
    vector(plot)
    plot.hideButtons()
    plot.setMouseEnabled(x=False, y=False)
    plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # no key does anything in it
    plot.setLabel("left", left)
    if bottom:
        plot.setLabel("bottom", bottom)
    plain_axes(plot)
    plot.getAxis("left").setWidth(62)
    plot.setAccessibleName(left)
    plot.setMinimumHeight(90)
    layout = parent.layout() or QVBoxLayout(parent)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(plot)
    return plot


def plain_axes(plot: pg.PlotWidget) -> None:
    """Keep axes from saying "(x0.001)" of a short range: here they count things or name shares."""
    for side in ("left", "bottom", "right", "top"):
        plot.getAxis(side).enableAutoSIPrefix(False)


def side_column(content: QLayout, width: int) -> QScrollArea:
    """Return a column of fixed width that scrolls where the window is too low for it."""
    inner = QWidget()
    inner.setProperty("role", "scrolled")
    inner.setLayout(content)
    content.setContentsMargins(0, 0, 0, 0)
    result = QScrollArea()
    result.setWidget(inner)
    result.setWidgetResizable(True)
    result.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    result.setFrameShape(QFrame.Shape.NoFrame)
    result.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    Wide(result, width, 14)
    return result


def vector(plot: pg.PlotWidget) -> None:
    """Keep the background from being cached as pixels, which would end up in saved drawings."""
    plot.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)


def dress(plot: pg.PlotWidget) -> None:
    """Give a plot the colours of the look in use."""
    colours = LOOK.colours
    plot.setBackground(QColor(colours.panel))
    for side in ("left", "bottom"):
        axis = plot.getAxis(side)
        axis.setPen(QPen(QColor(colours.line_strong), 0))
        axis.setTextPen(QColor(colours.muted))
