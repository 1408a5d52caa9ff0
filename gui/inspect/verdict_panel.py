"""The verdict on one image in words and figures."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPolygonF
from PySide6.QtWidgets import QWidget

from engine.core.values import SampleRow
from engine.inspect.messages import Inspected
from gui.style.theme import SPACE
from gui.toolkit.class_bars import Bar, BarList
from gui.toolkit.log_odds import score_text
from gui.toolkit.parts import Card, label, row, set_property
from gui.toolkit.tally import outcome
from gui.words.terms import outcome_name, verdict_name
from gui.words.text import duration, fixed, percent


class VerdictPanel(Card):
    """Headline, how it compares with the label, score against threshold, probabilities."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__()
        if parent is not None:
            self.setParent(parent)
        self._headline = label("")
        self._outcome = label("", "outcome")
        line = row(self._headline, None)
        line.addWidget(self._outcome, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.setContentsMargins(12, 8, 12, 10)
        self.body.addLayout(line)
        self._sentence = label("", "muted", wrap=True)
        self.body.addWidget(self._sentence)
        self._bars_name = label(self.tr("Classes at the worst window"), "caption")
        self.body.addSpacing(SPACE // 2)
        self.body.addWidget(self._bars_name)
        self._bars = BarList()
        self.body.addWidget(self._bars)
        self.show_waiting("", "")

    def show_waiting(self, headline: str, sentence: str) -> None:
        """Show that there is no verdict, and why."""
        self._headline.setText(headline or self.tr("No verdict yet"))
        set_property(self._headline, "verdict", "none")
        self._outcome.hide()
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._bars_name.hide()
        self._bars.hide()

    def show_verdict(self, event: Inspected, sample: SampleRow) -> None:
        """Show a verdict."""
        prediction = event.prediction
        if sample.defective is None:
            self._headline.setText(prediction.class_name)
            set_property(self._headline, "verdict", "normal")
        else:
            bad = prediction.defective
            self._headline.setText(self.tr("Defective") if bad else self.tr("Normal"))
            set_property(self._headline, "verdict", "defective" if bad else "normal")
        compared = outcome(sample, prediction)
        if compared == "correct" and astray(event, sample):
            compared = "elsewhere"
        known = sample.defective is not None
        self._outcome.setVisible(known)
        set_property(self._outcome, "outcome", compared)
        self._outcome.setText(outcome_name(compared))
        self._sentence.setText(self._words(event, sample))
        self._sentence.show()
        best = max((p for _, p in event.probabilities), default=0.0)
        self._bars.show_bars(
            [
                Bar(name, p, percent(p), strong=p == best)
                for name, p in sorted(event.probabilities, key=lambda pair: -pair[1])[:6]
            ]
        )
        self._bars_name.show()
        self._bars.show()

    def _words(self, event: Inspected, sample: SampleRow) -> str:
        prediction = event.prediction
        if sample.defective is None:
            words = self.tr("The label says {label}. No class is called normal.")
            return words.format(label=sample.class_name)
        template = (
            self.tr("Score {score} is above the threshold {threshold}.")
            if prediction.defective
            else self.tr("Score {score} is not above the threshold {threshold}.")
        )
        first = template.format(score=fixed(prediction.score), threshold=fixed(event.threshold))
        if event.own_threshold is not None:
            own = self.tr("{texture} is called defective above a probability of {own}.")
            own = own.format(texture=prediction.texture, own=score_text(event.own_threshold))
            first = f"{first} {own}"
        label_words = self.tr("The label says {label}.").format(
            label=verdict_name(sample.defective)
        )
        time = self.tr("The network took {time}.").format(
            time=self.tr("{n} ms").format(n=round(prediction.ms))
            if prediction.ms < 10_000
            else duration(prediction.ms / 1000)
        )
        if not astray(event, sample):
            return " ".join((first, label_words, time))
        wrong = self.tr("But its worst window misses the true region: it reacts to something else.")
        return " ".join((first, label_words, wrong, time))


def astray(event: Inspected, sample: SampleRow) -> bool:
    """Whether a defective image is rejected for a window that misses the true region."""
    said = event.prediction
    if not (sample.defective and said.defective and event.outlines):
        return False
    window = QPolygonF(QRectF(*said.box))
    return not any(
        QPolygonF([QPointF(float(x), float(y)) for x, y in border]).intersects(window)
        for border in event.outlines
    )
