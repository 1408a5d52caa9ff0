"""How far an inspection is, with the ways to hold and to end it; after the end, how it ended."""

from __future__ import annotations

from gui.folder.state import FolderState
from gui.folder.words import outcome_words, progress_words
from gui.store.engine_client import EngineClient, Job
from gui.toolkit.job_strip import JobStrip
from gui.words.terms import state_name
from gui.words.text import count, stage_text


class FolderStrip(JobStrip):
    """Words, a bar, Pause, Stop and Cancel; after the end only words."""

    def __init__(self, client: EngineClient) -> None:
        super().__init__(
            client,
            self.tr("Images judged"),
            self.tr("End after this image; what was judged is kept"),
            pauses=True,
        )
        self._look = FolderState()
        self.bar.setFixedWidth(180)
        self.pause = self.buttons.pause
        self.stop.setText(self.tr("Stop"))
        self.cancel.setToolTip(self.tr("End at once; what was judged is kept"))

    def show_inspection(self, state: FolderState, job: Job | None) -> None:
        """Show how an inspection stands."""
        self._look = state
        self.show_job(job)
        self.bar.setVisible(job is not None)
        if job is None:
            words = outcome_words(state)
            self.setVisible(bool(words))
            self.words.set_whole(words)
        elif state.waiting:
            self.bar.setRange(0, 1)
            self.bar.setValue(1)

    def job_words(self, job: Job) -> str:
        """Say how far it is: until the first image, what it waits for."""
        look = self._look
        if look.head is None or not (look.total or look.waiting or look.lost):
            words = stage_text(job.stage)
            if job.total > 1:
                words = f"{words} {count(job.done)}/{count(job.total)}"
        else:
            words = progress_words(self._look)
        return words if job.state == "running" else f"{words}   {state_name(job.state)}"
