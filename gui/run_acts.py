"""What the menu does with runs and images, wherever one is in the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from gui.controller import Controller
from gui.menus import resumable
from gui.pages.page import Page
from gui.pages.train_page import TrainPage


class RunActs:
    """Each act goes to the page where its outcome is seen."""

    def __init__(
        self, controller: Controller, pages: Mapping[str, Page], show_page: Callable[[str], None]
    ) -> None:
        self._controller, self._pages, self._show_page = controller, pages, show_page

    def start(self) -> None:
        """Queue the run that the form describes."""
        page = self._pages["train"]
        self._show_page("train")
        if isinstance(page, TrainPage):
            page.submit_current()

    def pause(self) -> None:
        """Hold the run at work, or go on with it."""
        run = self._controller.state.current_run
        if run is not None:
            held = run.state in ("paused", "pausing")
            (self._controller.resume if held else self._controller.pause)(run.job)

    def stop(self) -> None:
        """End the run at work and keep its best."""
        run = self._controller.state.current_run
        if run is not None:
            self._controller.stop(run.job)

    def resume(self) -> None:
        """Go on with the newest run that was interrupted."""
        run = resumable(self._controller.state)
        if run is not None:
            self._show_page("train")
            self._controller.stores.train.resume_run(run.path)

    def judge(self) -> None:
        """Judge the test images with the run that is looked at."""
        self._show_page("inspect")
        self._controller.predict(self._controller.state.inspection.run)

    def audit(self) -> None:
        """Check every file of the data set."""
        self._show_page("data")
        self._controller.audit()

    def open(self, path: str, page: str) -> None:
        """Look at a run on a page that begins with one, with its own images."""
        controller = self._controller
        choose = {
            "compress": controller.stores.compress.choose,
            "evaluate": controller.stores.evaluate.choose,
        }.get(page, controller.choose_run)
        choose(path)
        if not controller.state.fits_data(path) and not controller.state.opening:
            controller.open_images_of(path)
        self._show_page(page)
