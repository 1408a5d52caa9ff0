"""How far the network, people and labels agree."""

from __future__ import annotations

from engine.core.table import Column, Columns, Table
from engine.review.messages import Agreement, AgreementPair
from gui.stores import Stores
from gui.toolkit.parts import Card, IconButton, label
from gui.toolkit.table import PlainTable, dashed
from gui.words.text import count, fixed


class AgreementCard(Card):
    """A row a pair, asked for when somebody wants it.

    Attributes
    ----------
    ask, pairs
        The button and the table.
    """

    def __init__(self, stores: Stores) -> None:
        super().__init__(self.tr("Agreement"))
        self.stores = stores
        self.ask = IconButton(self.tr("Compare all reviews"), "compare")
        self.ask.setToolTip(
            self.tr("The network, everybody who reviewed, and the labels, each against each")
        )
        self.ask.clicked.connect(stores.review.compare)
        self.pairs = PlainTable(self.tr("Agreement"))
        self.note = label("", "small", wrap=True)
        for part in (self.ask, self.pairs, self.note):
            self.body.addWidget(part)
        self.pairs.hide()

    def show_agreement(self, found: Agreement | None) -> None:
        """Show who agrees with whom; None: it is not known."""
        self.ask.setEnabled(bool(self.stores.review.state.run))
        self.pairs.setVisible(found is not None and bool(found.pairs))
        if found is None:
            self.note.setText("")
            return
        if not found.pairs:
            self.note.setText(self.tr("Nobody has reviewed these images under a name yet."))
            return
        columns: Columns[AgreementPair] = (
            Column(self.tr("Who"), self._who, text=True),
            Column(self.tr("Agreed"), self._agreed, text=True),
            Column(self.tr("Kappa"), lambda pair: pair.kappa, dashed(fixed)),
            Column(self.tr("95 %"), lambda pair: pair.interval, dashed(self._range)),
        )
        self.pairs.show_table(Table(columns, found.pairs))
        self.note.setText(
            self.tr(
                "Kappa: agreement beyond chance (1 full, 0 none). Contradictions are reviewed "
                "first, so it is lower here than among parts as they come."
            )
        )

    def _who(self, pair: AgreementPair) -> str:
        names = {"network": self.tr("network"), "labels": self.tr("labels")}
        if pair.one == pair.other:
            return self.tr("{name}, twice").format(name=pair.one)
        template = self.tr("{one} and {other}")
        return template.format(one=names.get(pair.one, pair.one), other=pair.other)

    def _agreed(self, pair: AgreementPair) -> str:
        template = self.tr("{n} of {all}")
        return template.format(n=count(pair.agreed), all=count(pair.images))

    def _range(self, pair: tuple[float, float]) -> str:
        template = self.tr("{low} to {high}")
        return template.format(low=fixed(pair[0], 2), high=fixed(pair[1], 2))
