"""The threshold, what it does to the test images, and what that costs."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QGridLayout

from engine.evaluate.values import Proposal
from gui.evaluate.explored import RUN, TEST, VALIDATION, Explored
from gui.evaluate.words import (
    adopted_words,
    adoption_refusal,
    cost_text,
    honest_words,
    of_text,
)
from gui.stores import Stores
from gui.style.theme import SPACE
from gui.toolkit.log_odds import odds_of, score_text
from gui.toolkit.numbers import QuietNumber
from gui.toolkit.parts import Card, Figure, IconButton, form_row, label, rule
from gui.words.text import count, not_available, percent, percent_range, signed


class ThresholdCard(Card):
    """Live figures of the texture looked at; nothing here changes the run.

    Attributes
    ----------
    propose, adopt
        Ask for a threshold from validation images; take that one over in a run of its own.
    overkill, escape, accuracy, cost
        The figures.
    ratio, share
        What a mistake costs, and how many parts are defective in production, in %.
    """

    def __init__(self, stores: Stores, explored: Explored) -> None:
        super().__init__()
        self.stores, self.explored = stores, explored
        self.value = Figure(self.tr("Threshold"), remark=True)
        self.origin = label("", "small", wrap=True)
        self.warning = label(honest_words(), "warn", wrap=True)
        self.back = IconButton(self.tr("Back to the run's own"), "undo")
        self.back.clicked.connect(explored.give_back)
        self.propose = IconButton(self.tr("Propose from validation images"), "check")
        self.propose.clicked.connect(
            lambda: stores.evaluate.propose(explored.ratio, explored.share)
        )
        self.adopt = IconButton(self.tr("New run with this threshold"), "save")
        self.adopt.clicked.connect(stores.evaluate.adopt)
        self.overkill = Figure(self.tr("Overkill"), remark=True)
        self.escape = Figure(self.tr("Escape"), remark=True)
        self.accuracy = Figure(self.tr("Accuracy"), remark=True)
        self.cost = Figure(self.tr("Cost per 1,000 parts"), remark=True)
        acts = (self.back, self.propose, self.adopt)
        for part in (self.value, self.origin, self.warning, *acts, rule()):
            self.body.addWidget(part)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(SPACE)
        for place, figure in enumerate((self.overkill, self.escape, self.accuracy, self.cost)):
            grid.addWidget(figure, place // 2, place % 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)
        self.bounds = label("", "small", wrap=True)
        self.bounds.setToolTip(self.tr("Exact intervals (Clopper-Pearson)"))
        self.body.addWidget(self.bounds)
        self.body.addWidget(rule())
        self._costs()

    def _costs(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(SPACE)
        form.setVerticalSpacing(SPACE - 2)
        self.ratio = QuietNumber(0.1, 100_000, 1)
        self.ratio.setPrefix("1 : ")
        self.ratio.setToolTip(self.tr("What an escape costs if an overkill costs 1"))
        self.share = QuietNumber(0.0001, 99.9999, 4)
        self.share.setSuffix(" %")
        self.share.setToolTip(self.tr("Share of defective parts in production"))
        form_row(form, self.tr("Overkill : escape"), self.ratio)
        form_row(form, self.tr("Defective parts"), self.share)
        self.of_set = label("", "small", wrap=True)
        self.as_set = IconButton(self.tr("As in these images"))
        self.as_set.setProperty("role", "link")
        self.as_set.clicked.connect(lambda: self.explored.weigh(self.explored.ratio, None))
        self.body.addLayout(form)
        self.body.addWidget(self.of_set)
        self.body.addWidget(self.as_set)
        self.ratio.valueChanged.connect(
            lambda value: self.explored.weigh(value, self.explored.share)
        )
        self.share.valueChanged.connect(
            lambda value: self.explored.weigh(self.explored.ratio, value / 100)
        )

    # ------------------------------------------------------------------ rendering

    def refresh(self) -> None:
        """Show other costs, another texture, another proposal."""
        looked, at = self.explored, self.explored.standing
        result = looked.found
        if result is None or at is None:
            return
        for field, value in (
            (self.ratio, looked.ratio),
            (self.share, 100 * (looked.share if looked.share is not None else at.share or 0.0)),
        ):
            field.blockSignals(True)
            field.setValue(value)
            field.blockSignals(False)
        own = looked.share is None
        self.of_set.setText(
            self.tr("in production: taken from these images. Real lines have fewer.")
            if own
            else self.tr("in production, as you set it")
        )
        self.as_set.setVisible(not own)
        self.share.setEnabled(at.share is not None)
        total = result.validation.total
        job = self.stores.world.judging(self.stores.evaluate.state.run, "validation")
        self.propose.setEnabled(total > 0 and job is None)
        self.propose.setToolTip(
            self.tr(
                "Cheapest threshold at this cost on the {n} validation images; the test images "
                "have no say. They are judged first if they have not been.",
                "",
                total,
            ).format(n=count(total))
            if total
            else self.tr("This run has no validation images")
        )
        self.show_threshold()

    def show_threshold(self) -> None:
        """Show another threshold."""
        looked, at = self.explored, self.explored.standing
        if at is None:
            return
        self.value.show_value(
            score_text(looked.threshold),
            self.tr("log-odds {value}").format(value=signed(odds_of(looked.threshold))),
        )
        self.origin.setText(self._origin_words())
        self.origin.setVisible(looked.origin != TEST)
        self.warning.setVisible(looked.origin == TEST)
        self.back.setEnabled(looked.origin != RUN)
        self._offer()
        for figure, part, among, rate in (
            (self.overkill, at.overkills, at.normal, at.overkill),
            (self.escape, at.escapes, at.defective, at.escape),
        ):
            remark = of_text(part, among) if among else self.tr("no such image")
            figure.show_value(percent(rate), remark)
        self.accuracy.show_value(
            percent(at.accuracy), self.tr("baseline {value}").format(value=percent(at.baseline))
        )
        self.cost.show_value(
            cost_text(at.cost(looked.ratio, looked.share)),
            self.tr("x one overkill"),
            self.tr("Expected cost in units of one overkill"),
        )
        self.bounds.setText(
            self.tr("Overkill, 95 %: {overkill}\nEscape, 95 %: {escape}").format(
                overkill=percent_range(at.overkill_interval),
                escape=percent_range(at.escape_interval),
            )
        )

    def _offer(self) -> None:
        """Offer a new run, or say in the tooltip why there can be none."""
        store = self.stores.evaluate
        wrong = adoption_refusal(
            self.explored,
            store.state.proposal,
            busy=store.adopting(store.state.run) is not None,
        )
        self.adopt.setEnabled(not wrong)
        self.adopt.setToolTip(
            wrong
            or self.tr(
                "Makes a run with the same weights and this threshold, chosen on validation images "
                "at these costs. All pages can then work with it; this run stays as it is."
            )
        )

    def _origin_words(self) -> str:
        result, looked = self.explored.found, self.explored
        if result is None:
            return ""
        if looked.origin == RUN and result.adopted is not None:
            return adopted_words(result.adopted)
        if looked.origin == RUN:
            if not result.validation.total:
                return self.tr("The run's own; it had no validation images to choose it on.")
            template = self.tr(
                "The run's own, chosen on its {n} validation images alone.",
                "",
                result.validation.total,
            )
            return template.format(n=count(result.validation.total))
        if looked.origin == VALIDATION:
            return self._proposal_words(self.stores.evaluate.state.proposal)
        return ""

    def _proposal_words(self, proposal: Proposal | None) -> str:
        if proposal is None:
            return not_available()
        template = self.tr(
            "From {n} validation images alone, at 1 : {ratio}: overkills there {overkills}, "
            "escapes {escapes} of {bad} defects. The run keeps its own; a new one can take it "
            "over."
        )
        words = template.format(
            n=count(proposal.normal + proposal.defective),
            ratio=f"{proposal.cost_ratio:g}",
            overkills=count(proposal.overkills),
            escapes=count(proposal.escapes),
            bad=count(proposal.defective),
        )
        if not proposal.weighed:
            words += " " + self.tr(
                "Too few of them are defective to weigh costs: it only keeps a distance from the "
                "normal ones."
            )
        return words
