"""Where the tour's pictures are: to the page and the tab of a stop, on its runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from gui.compress.page import CompressPage
from gui.evaluate.page import EvaluatePage
from gui.interpolate.page import InterpolatePage
from gui.measures.page import MeasuresPage
from gui.store.run_record import RunRecord
from gui.stores import Stores
from gui.toolkit.page import Page
from gui.tour.stops import Stop
from gui.train.page import TrainPage


def show_stop(
    stop: Stop,
    runs: Sequence[RunRecord],
    stores: Stores,
    pages: Mapping[str, Page],
    show_page: Callable[[str], None],
) -> None:
    """Go to the picture of a stop.

    Parameters
    ----------
    runs
        Those it is shown on, in the order of its settings; one at least.
    """
    page, paths = pages[stop.page], [run.path for run in runs]
    if isinstance(page, MeasuresPage):
        page.picker.tick_only(paths)
    elif isinstance(page, TrainPage):
        page.show_only(runs, stop.figure)
    elif isinstance(page, EvaluatePage):
        stores.evaluate.choose(paths[0])
    elif isinstance(page, CompressPage):
        stores.compress.choose(paths[0])
    elif isinstance(page, InterpolatePage):
        left = paths[1] if len(paths) > 1 else ""
        stores.interpolate.choose_runs(left, paths[0])
    elif stop.page == "compare" and len(paths) > 1:
        stores.compare.compare_runs(*paths[:2])
    if isinstance(page, MeasuresPage | EvaluatePage | CompressPage | InterpolatePage):
        page.show_tab(stop.tab)
    if not stores.world.fits_data(paths[0]) and not stores.world.opening:
        stores.data.open_images_of(paths[0])
    show_page(stop.page)
