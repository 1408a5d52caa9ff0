"""What lies over the image: the heat map or a channel, and how it is coloured."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QSlider, QWidget

from engine.inspect.messages import ChannelsListed
from gui.inspect.channel_list import ChannelList
from gui.style.theme import COLOUR_MAPS, SPACE
from gui.toolkit.colour_bar import ColourBar
from gui.toolkit.parts import Card, form_row, label, row
from gui.words.text import count

NONE, HEAT = "", "heat"


class OverlayPanel(Card):
    """Choices about the overlay.

    Attributes
    ----------
    channel
        Number of the chosen channel, -1 if none.

    Signals
    -------
    source_changed(str)
        "" for nothing, "heat", or "layer:" and a layer's name.
    channel_chosen(int)
        The user went to a channel.
    colour_map_changed(str), opacity_changed(float)
        How the overlay looks; the opacity is in [0, 1].
    own_scale_changed(bool)
        Colours go by each image's own largest value, or by the run's.
    smooth_changed(bool), outline_changed(bool), box_changed(bool)
        Cells blended; true region shown; worst window framed.
    """

    source_changed = Signal(str)
    channel_chosen = Signal(int)
    colour_map_changed = Signal(str)
    opacity_changed = Signal(float)
    smooth_changed = Signal(bool)
    outline_changed = Signal(bool)
    box_changed = Signal(bool)
    own_scale_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__()
        if parent is not None:
            self.setParent(parent)
        self.channel = -1
        self._layers: tuple[str, ...] = ()
        self.body.addWidget(label(self.tr("Overlay"), "caption"))
        self._source = QComboBox()
        self._source.setAccessibleName(self.tr("Overlay"))
        self._source.currentIndexChanged.connect(lambda: self.source_changed.emit(self.source))
        self.body.addWidget(self._source)
        self.scale = ColourBar()
        self.body.addWidget(self.scale)
        self.scale_words = label("", "small", wrap=True)
        self.body.addWidget(self.scale_words)
        self.own_scale = QCheckBox(self.tr("A scale for each image"))
        self.own_scale.setToolTip(
            self.tr("Off: colours mean the same on all images of the run, so weak maps look weak")
        )
        self.own_scale.toggled.connect(self.own_scale_changed)
        self.body.addWidget(self.own_scale)
        self._caption = label("", "small", wrap=True)
        self.body.addWidget(self._caption)
        self._channels = ChannelList()
        self._channels.setMinimumHeight(110)
        self._channels.chosen.connect(self._choose)
        self.body.addWidget(self._channels, 1)
        self.body.addLayout(self._looks())
        # Takes the room while the list of channels is hidden; its stretch wins otherwise.
        self.body.addStretch(0)
        self._fill()

    @property
    def source(self) -> str:
        """What is chosen as the overlay."""
        return self._source.currentData() or NONE

    @property
    def colour_map(self) -> str:
        """The chosen colour map."""
        return str(self._map.currentData())

    def _looks(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(SPACE)
        form.setVerticalSpacing(SPACE - 2)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._opacity = QSlider(Qt.Orientation.Horizontal)
        self._opacity.setRange(0, 100)
        self._opacity.setValue(70)
        self._opacity.setAccessibleName(self.tr("Opacity"))
        self._opacity.valueChanged.connect(lambda v: self.opacity_changed.emit(v / 100))
        form_row(form, self.tr("Opacity"), self._opacity)
        self._map = QComboBox()
        self._map.setAccessibleName(self.tr("Colours"))
        names = {
            "blue-orange": self.tr("Blue to orange"),
            "purple-green": self.tr("Purple to green"),
            "viridis": self.tr("Viridis"),
            "inferno": self.tr("Inferno"),
            "grey": self.tr("Grey"),
        }
        for key in COLOUR_MAPS:
            self._map.addItem(names[key], key)
        self._map.currentIndexChanged.connect(lambda: self.colour_map_changed.emit(self.colour_map))
        form_row(form, self.tr("Colours"), self._map)
        smooth, self.outline, self.box = (
            QCheckBox(self.tr("Smooth")),
            QCheckBox(self.tr("True region")),
            QCheckBox(self.tr("Worst window")),
        )
        smooth.setToolTip(self.tr("Blend between cells instead of showing each as it is"))
        for check, signal in (
            (smooth, self.smooth_changed),
            (self.outline, self.outline_changed),
            (self.box, self.box_changed),
        ):
            check.setChecked(True)
            check.toggled.connect(signal)
        form.addRow(row(self.outline, self.box, None))
        form.addRow(smooth)
        return form

    def show_layers(self, layers: tuple[str, ...]) -> None:
        """Offer these layers; the choice stays where it can."""
        if layers != self._layers:
            self._layers = layers
            self._fill()

    def choose_source(self, source: str) -> None:
        """Choose the overlay."""
        place = self._source.findData(source)
        if place >= 0:
            self._source.setCurrentIndex(place)

    def show_channels(self, event: ChannelsListed | None, *, waiting: bool) -> None:
        """Fill the list of channels; the chosen one stays if the layer is the same."""
        layered = self.source.startswith("layer:")
        self._channels.setVisible(layered)
        if event is None:
            self._channels.show_channels(())
            text = self.tr("Sorting channels...") if layered and waiting else ""
            self._caption.setText(text or (self._heat_words() if self.source == HEAT else ""))
        else:
            self.channel = self._channels.show_channels(event.channels, self.channel)
            dead = sum(1 for channel in event.channels if channel.dead)
            template = (
                self.tr("Exact contribution to the defect logit; {dead} of {all} dead here")
                if event.exact
                else self.tr("Activation times gradient; {dead} of {all} dead here")
            )
            self._caption.setText(template.format(dead=count(dead), all=count(len(event.channels))))
        self._caption.setVisible(bool(self._caption.text()))

    def _heat_words(self) -> str:
        return self.tr("Logits for defective minus normal, exact for each cell")

    def _fill(self) -> None:
        kept = self.source
        self._source.blockSignals(True)
        self._source.clear()
        self._source.addItem(self.tr("Heat map"), HEAT)
        for layer in reversed(self._layers):
            self._source.addItem(self.tr("Layer {name}").format(name=layer), f"layer:{layer}")
        self._source.addItem(self.tr("Nothing"), NONE)
        self._source.setCurrentIndex(max(0, self._source.findData(kept)) if kept else 0)
        self._source.blockSignals(False)
        self.show_channels(None, waiting=False)

    def _choose(self, number: int) -> None:
        self.channel = number
        self.channel_chosen.emit(number)
