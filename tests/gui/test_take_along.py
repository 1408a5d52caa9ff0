"""Every table and plot of every page can be copied, as an image and as a table."""

from __future__ import annotations

import pyqtgraph as pg
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView, QWidget

from engine.core.recipe import default_recipe
from gui.shell.registry import PAGES
from gui.toolkit.class_bars import Bar, BarList
from gui.toolkit.plots import quiet_plot
from gui.toolkit.tabs import Tabs
from gui.toolkit.take_along import IMAGE, TABLE, copy_image, copyable, numbers_of, offer_copies

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

LEAST = {"data": 3, "train": 1, "evaluate": 4, "compare": 0, "folder": 4, "signoff": 3, "runs": 2,
         "measures": 5, "interpolate": 3, "study": 3, "compress": 5, "inspect": 0, "review": 0}  # fmt: skip
"""Tables and plots that a page has at least, others one: the walk would pass if it found none."""


def actions(widget: QWidget) -> dict[str, object]:
    return {action.objectName(): action for action in widget.actions()}


def test_every_table_and_plot_of_every_page_is_copied_left_by_tab_and_plainly_numbered(
    qtbot, parts, world
):
    world.runs = [world.run(1, default_recipe("transfer"), "done")]
    parts.stores.world.open_project("/p")
    parts.stores.data.open("/data")
    qtbot.waitUntil(lambda: bool(parts.stores.world.data and parts.stores.world.runs))
    keys = [entry.key for entry in PAGES]
    assert set(LEAST) <= set(keys)
    for key in keys:
        page = parts.window.pages[key]
        parts.window.show_page(key)
        for tab in getattr(page, "tabs", {}) if key == "measures" else ():
            page.show_tab(tab)  # built when it is first looked at
            assert page.tab.key == tab
        for bar in page.findChildren(Tabs):
            while bar.make_next():
                pass
        # Tab never came out of four tables.
        trapped = [view for view in page.findChildren(QTableView) if view.tabKeyNavigation()]
        assert not trapped, f"{key}: {trapped}"
        # An axis said "Iteration (x0.001)" until the first point.
        for plot in page.findChildren(pg.PlotWidget):
            for side in ("left", "bottom"):
                assert not plot.getAxis(side).autoSIPrefix, f"{key}: {plot.accessibleName()}"
        found = list(copyable(page))
        assert len(found) >= LEAST.get(key, 1), key
        for widget in found:
            name = f"{key}: {type(widget).__name__} {widget.accessibleName()}"
            assert {IMAGE, TABLE} <= set(actions(widget)), f"{name} cannot be copied"
            policy = widget.contextMenuPolicy()
            assert policy in (
                Qt.ContextMenuPolicy.ActionsContextMenu, Qt.ContextMenuPolicy.CustomContextMenu,
            ), f"{name} has no context menu"  # fmt: skip


def test_what_looks_like_a_chart_is_known_as_one(parts):
    """A painted widget called a plot, bars or curves must not escape the walk above."""
    known = {widget for page in parts.window.pages.values() for widget in copyable(page)}
    for page in parts.window.pages.values():
        for widget in page.findChildren(QWidget):
            name = type(widget).__name__
            if name.endswith(("Plot", "Bars", "BarLines", "BarList", "CurveView")):
                inner = set(widget.findChildren(pg.PlotWidget))
                assert widget in known or inner & known, name


def test_a_table_is_copied_as_it_reads(qtbot, parts, world):
    world.runs = [world.run(n, default_recipe("transfer"), "done") for n in (1, 2)]
    parts.stores.world.open_project("/p")
    page = parts.window.pages["runs"]
    parts.window.show_page("runs")
    parts.window.show()
    qtbot.waitUntil(lambda: page.runs.rowCount() == 2)
    actions(page.table)[TABLE].trigger()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].startswith("Run\t") and len(lines) == 3
    assert {line.split("\t")[0] for line in lines[1:]} == {"Transfer 1", "Transfer 2"}
    actions(page.table)[IMAGE].trigger()
    assert QGuiApplication.clipboard().image().width() == 2 * page.table.width()


def test_curves_are_copied_by_name_and_before_any_logarithm(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    plot = quiet_plot(holder, "Loss", bottom="Iteration")
    plot.setLogMode(x=True, y=False)
    plot.plot([1, 10, 100], [3.0, 2.0, 1.0], name="transfer")
    plot.addItem(pg.ScatterPlotItem([1.0], [4.0]))
    table = numbers_of(plot)
    assert table.heads == ("curve", "Iteration", "Loss")
    assert table.rows[:3] == (
        ("transfer", 1.0, 3.0),
        ("transfer", 10.0, 2.0),
        ("transfer", 100.0, 1.0),
    )
    assert table.rows[3][2] == 4.0


def test_bars_have_numbers_and_entries_are_not_doubled(qtbot):
    holder = QWidget()
    bars = BarList(holder)
    qtbot.addWidget(holder)
    bars.show_bars([Bar("good", 1.0, "12")])
    offer_copies(holder)
    offer_copies(holder)
    assert sorted(actions(bars)) == [IMAGE, TABLE] and len(bars.actions()) == 2
    assert numbers_of(bars).rows == (("good", "12"),)
    assert not copy_image(bars).isNull()
    assert numbers_of(QTableView(holder)) is None
