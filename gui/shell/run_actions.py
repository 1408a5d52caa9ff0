"""What the menu does with runs and images, wherever one is in the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from gui.shell.menus import resumable
from gui.stores import Stores
from gui.toolkit.page import Page
from gui.train.page import TrainPage


class RunActs:
    """Each act goes to the page where its outcome is seen."""

    def __init__(
        self, stores: Stores, pages: Mapping[str, Page], show_page: Callable[[str], None]
    ) -> None:
        self._stores, self._pages, self._show_page = stores, pages, show_page

    def start(self) -> None:
        """Queue the run that the form describes."""
        page = self._pages["train"]
        self._show_page("train")
        if isinstance(page, TrainPage):
            page.submit_current()

    def pause(self) -> None:
        """Hold the run at work, or go on with it."""
        run = self._stores.world.current_run
        if run is not None:
            held = run.state in ("paused", "pausing")
            (self._stores.client.resume if held else self._stores.client.pause)(run.job)

    def stop(self) -> None:
        """End the run at work and keep its best."""
        run = self._stores.world.current_run
        if run is not None:
            self._stores.client.stop(run.job)

    def resume(self) -> None:
        """Go on with the newest run that was interrupted."""
        run = resumable(self._stores.world)
        if run is not None:
            self._show_page("train")
            self._stores.train.resume_run(run.path)

    def judge(self) -> None:
        """Judge the test images with the run that is looked at."""
        self._show_page("inspect")
        self._stores.inspect.judge(self._stores.inspect.state.run)

    def audit(self) -> None:
        """Check every file of the data set."""
        self._show_page("data")
        self._stores.check.check_files()

    def open(self, path: str, page: str) -> None:
        """Look at a run on a page that begins with one, with its own images."""
        stores = self._stores
        choose = {
            "compress": stores.compress.choose,
            "evaluate": stores.evaluate.choose,
        }.get(page, stores.inspect.choose_run)
        choose(path)
        if not stores.world.fits_data(path) and not stores.world.opening:
            stores.data.open_images_of(path)
        self._show_page(page)
