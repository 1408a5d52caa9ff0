"""Sign-off: prove that hardly a defect escapes, and freeze the proof in a signed record."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from engine.core.table import Column, Columns, Table
from engine.signoff.messages import Proof, TextureProof
from gui.signoff.bound_plot import BoundPlot
from gui.signoff.form_card import FormCard
from gui.signoff.records_table import RecordsCard
from gui.signoff.words import auc_words, plan_words, reason, title
from gui.stores import Stores
from gui.style.theme import SPACE
from gui.toolkit.page import framed
from gui.toolkit.parts import Card, IconButton, label
from gui.toolkit.plots import side_column
from gui.toolkit.run_page import RunPage
from gui.toolkit.table import PlainTable
from gui.toolkit.verdict_card import VerdictCard
from gui.words.text import count, engine_text, language, percent

SIDE = 280
"""Width of the left column in pixels."""


class SignOffPage(RunPage):
    """The statement on the left; what it comes to, and what was signed, on the right.

    Attributes
    ----------
    form, records
        The left column and the list of records.
    outcome, plot
        Whether it is proven, and with how many parts it would be.
    """

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(stores, parent)
        self._fill(
            "signoff",
            self.tr("What a run's held-out images prove is signed here."),
            self.tr("No finished run yet"),
            self.tr("Train one first; its test images then say what can be promised."),
            self._content(),
        )
        stores.client.jobs_changed.connect(self._show)
        stores.signoff.page_written.connect(self._open_page)
        self._keep_up(
            stores.world.project_changed,
            stores.world.runs_changed,
            stores.world.data_changed,
            stores.signoff.changed,
        )

    # ------------------------------------------------------------------ building

    def _content(self) -> QWidget:
        self.form = FormCard(self.stores)
        self.form.picked.connect(self.stores.signoff.choose)
        side = QVBoxLayout()
        side.setSpacing(SPACE)
        side.addWidget(self.form)
        side.addStretch(1)
        return framed(side_column(side, SIDE), self._right())

    def _right(self) -> QWidget:
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        self.outcome = VerdictCard()
        layout.addWidget(self.outcome)
        self.act = IconButton(self.tr("Open its images"), "play", primary=True)
        self.act.clicked.connect(self._act)
        layout.addWidget(self.act)
        self.facts = QWidget()
        both = QHBoxLayout(self.facts)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(SPACE)
        picture = Card(self.tr("What so many parts can prove"))
        self.plot = BoundPlot()
        picture.body.addWidget(self.plot, 1)
        both.addWidget(picture, 1)
        known = Card(self.tr("To be known"))
        self.textures = PlainTable(self.tr("Textures one by one"))
        self.caveats = label("", wrap=True, select=True)
        known.body.addWidget(self.textures)
        known.body.addWidget(self.caveats)
        known.body.addStretch(1)
        both.addWidget(known, 1)
        layout.addWidget(self.facts)
        self.records = RecordsCard()
        self.records.page_asked.connect(self._ask_page)
        layout.addWidget(self.records, 1)
        scrolled = QScrollArea()
        scrolled.setWidget(inner)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
        scrolled.setAccessibleName(self.tr("What the sign-off rests on"))
        return scrolled

    # ------------------------------------------------------------------ rendering

    def _catch_up(self) -> None:
        """Show what can be shown; a hidden page costs nothing."""
        if self._show_one_run(self.stores.signoff, self.form):
            self._show()

    def _show(self) -> None:
        if not self._shown:
            return
        state = self.stores.signoff.state
        self.form.refresh()
        self.records.show_records(state.records or (), state.damaged, self.stores.world.runs)
        proof = state.proof if self.stores.world.fits_data(state.run) else None
        self._show_act(proof)
        self.facts.setVisible(proof is not None and proof.blocked is None)
        if proof is None:
            self._show_nothing()
            return
        if proof.blocked is not None:
            self.outcome.show_words(
                self.tr("Nothing can be proven yet"), reason(proof), accepted=False, tone="warn"
            )
            return
        self.outcome.show_words(title(proof), reason(proof), accepted=proof.passed)
        self.plot.show_proof(proof, state.curve)
        self._show_known(proof)

    def _show_nothing(self) -> None:
        state = self.stores.signoff.state
        if not self.stores.world.fits_data(state.run):
            words = self._images_of(state.run)
            self.outcome.show_words(
                self.tr("Its images are not open"), words, accepted=False, tone="warn"
            )
        elif state.failed:
            words = self.tr("Nothing can be proven of it")
            self.outcome.show_words(words, state.failed, accepted=False, tone="warn")
        else:
            self.outcome.show_words(self.tr("Counting..."), "", accepted=False, tone="muted")

    def _show_act(self, proof: Proof | None) -> None:
        """Offer the step that is missing."""
        state = self.stores.signoff.state
        judging = self.stores.world.judging(state.run, "test")
        if not self.stores.world.fits_data(state.run):
            self.act.setText(self.tr("Open its images"))
            self.act.setVisible(not self.stores.world.opening)
            self.act.setEnabled(True)
        elif proof is not None and (proof.unjudged or not proof.tied):
            words = self.tr("Judge the test images anew")
            if proof.unjudged:
                template = self.tr("Judge {n} test images", "", proof.unjudged)
                words = template.format(n=count(proof.unjudged))
            if judging is not None:
                words = self.tr("Judging test images: {done} of {total}").format(
                    done=count(judging.done), total=count(judging.total)
                )
            self.act.setText(words)
            self.act.setEnabled(judging is None)
            self.act.show()
        else:
            self.act.hide()

    def _show_known(self, proof: Proof) -> None:
        self.textures.setVisible(bool(proof.textures))
        if proof.textures:
            columns: Columns[TextureProof] = (
                Column(self.tr("Texture"), lambda each: each.texture, text=True),
                Column(self.tr("Defective"), lambda each: each.defective, count),
                Column(self.tr("Escapes"), lambda each: each.escapes, count),
                Column(self.tr("Escape at most"), lambda each: each.upper, percent),
            )
            self.textures.show_table(Table(columns, proof.textures))
        overkill = self.tr(
            "{n} of {all} normal test images were rejected: overkill at most {upper}.",
            "",
            proof.overkills,
        ).format(
            n=count(proof.overkills), all=count(proof.normal), upper=percent(proof.overkill_upper)
        )
        lines = [
            overkill,
            *auc_words(proof),
            *plan_words(proof),
            *(engine_text(each.template, each.values) for each in proof.caveats),
        ]
        self.caveats.setText("\n\n".join(lines))

    # ------------------------------------------------------------------ intents

    def _act(self) -> None:
        run = self.stores.signoff.state.run
        if self.stores.world.fits_data(run):
            self.stores.world.judge(run, tied=True)
        else:
            self.stores.data.open_images_of(run)

    def _ask_page(self, record: str) -> None:
        """Ask where the page goes; it is opened to be printed."""
        name = record.replace("\\", "/").rpartition("/")[2].removesuffix(".json")
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Page to print"), f"{name}.html", self.tr("Web page (*.html)")
        )
        if path:
            self.stores.signoff.write_page(record, language(), path)

    def _open_page(self, path: str) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(path))
