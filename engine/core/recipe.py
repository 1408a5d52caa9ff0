"""What a training run is: a frozen, validated description that is stored with the run.

Only the standard library is used here, so a recipe can be read, checked and compared
anywhere, long before torch is loaded.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from typing import Any

from engine.core.errors import RecipeError

SCHEDULES = ("constant", "cosine", "late")


class Setting(StrEnum):
    """The four settings of the article, and our honest rivals."""

    SCRATCH = "scratch"
    SCRATCH_AUG = "scratch-aug"
    TRANSFER = "transfer"
    FROZEN = "frozen"
    SMALL = "small"
    FILTERS = "filters"
    PROBE = "probe"


FITTED_SETTINGS = (Setting.FILTERS, Setting.PROBE)
"""Settings that nobody trains: fitted in closed form, in seconds."""

OWN_NETWORKS = {Setting.SMALL: "small", Setting.FILTERS: "filters", Setting.PROBE: "probe"}
"""Settings with a network of their own."""

STUDENTS = ("student", "student_separable")
"""Networks that a run's network teaches: the plain form, and the separable one of new students."""

NO_DEFECTS = -1
"""`defects` of a run on normal images alone."""

SCRATCH_SETTINGS = (Setting.SCRATCH, Setting.SCRATCH_AUG)


class Preset(StrEnum):
    """`article` repeats what the article states; `recommended` is what our measurements favour."""

    ARTICLE = "article"
    RECOMMENDED = "recommended"


class View(StrEnum):
    """What a network is shown while it trains.

    patches : windows at native resolution, where the regions of defects are known
    whole   : the whole image, shrunk to `whole_side`, where the label is about all of it
    bags    : all windows of an image at once, pooled over the top one, where only the image
              is labelled and defects are small
    auto    : chosen from the data when the run starts, and shown
    """

    AUTO = "auto"
    PATCHES = "patches"
    WHOLE = "whole"
    BAGS = "bags"


class Precision(StrEnum):
    """Number format of the forward and backward pass; `auto` lets a short probe decide."""

    AUTO = "auto"
    FLOAT32 = "float32"
    BFLOAT16 = "bfloat16"


RETIRED = ("normal",)
"""Entries that older runs carry and nothing reads any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Everything that decides what a run learns.

    Attributes
    ----------
    setting, preset
        Where the run starts from and which defaults it was made with.
    network
        Name in the catalogue of backbones (``vgg16``, ``small``, ...).
    view
        See :class:`View`.
    window
        Side of a window in pixels of the original image.
    crop, crop_from
        From this share of the run on, in [0, 1], the network is shown crops of `crop` pixels
        instead of single windows: fewer of them, but each with many windows that have the
        surroundings they have in a whole image. 0: windows to the end.
    whole_side
        Longest side an image is shrunk to in the view `whole`, in pixels.
    split, fold, folds
        ``folds``: fold `fold` of `folds` (1-based) is the test set. ``official``: the data
        set's own Train and Test halves.
    validation
        Share of the non-test images kept for the best checkpoint and the threshold, in
        [0, 0.5]. 0: the last iteration and threshold 0.5, as in the article.
    defects
        How many labelled defective images may be used in training; 0: all, -1: none.
    iterations, seconds
        The run ends after `iterations` optimiser steps, or after `seconds` of them if that is
        sooner (0: no limit).
    enough
        The run ends as well once this AUC is reached in two live validations in a row, in
        [0, 1] (0: never).
    batch, optimizer, learning_rate, momentum, weight_decay, clip
        Optimiser; `clip` is the largest gradient norm (0: none).
    schedule
        ``constant``, ``cosine`` (to zero over the run) or ``late`` (constant until `crop_from`,
        then to zero along a cosine).
    balanced
        Half of each batch defective, half normal; else the proportions of the data.
    rotate_flip, shift
        Augmentations: the eight flips and quarter turns; random window positions.
    raw_input
        Show scratch networks 0-255 values instead of unit variance (a named variant: it makes
        first gradients some 700 times larger).
    calibrate
        Refit the head on dense maps of training images at the end.
    cost_ratio
        Cost of an escape in units of one overkill; decides the threshold on validation.
    line_share
        Share of defective parts expected on the line, in [0, 0.5]; weighs that cost. 0: as many as
        among the validation images.
    precision, micro_batch, threads
        Numerics asked for; 0 or `auto` means measured at the start and written to the run.
    seed
        Of folds, windows, initial weights and sampling.
    """

    setting: Setting
    preset: Preset = Preset.RECOMMENDED
    network: str = "vgg16"
    view: View = View.AUTO
    window: int = 128
    crop: int = 256
    crop_from: float = 0.6
    whole_side: int = 224
    split: str = "folds"
    fold: int = 1
    folds: int = 5
    validation: float = 0.1
    defects: int = 0
    iterations: int = 120
    seconds: float = 0.0
    enough: float = 0.0
    batch: int = 16
    optimizer: str = "adamw"
    learning_rate: float = 5e-5
    momentum: float = 0.9
    weight_decay: float = 0.0
    clip: float = 5.0
    schedule: str = "late"
    balanced: bool = True
    rotate_flip: bool = False
    shift: bool = True
    raw_input: bool = False
    calibrate: bool = False
    cost_ratio: float = 20.0
    line_share: float = 0.0
    precision: Precision = Precision.AUTO
    micro_batch: int = 0
    threads: int = 0
    seed: int = 0

    def __post_init__(self) -> None:
        for name, kind in (
            ("setting", Setting),
            ("preset", Preset),
            ("view", View),
            ("precision", Precision),
        ):
            try:
                object.__setattr__(self, name, kind(getattr(self, name)))
            except ValueError:
                choices = ", ".join(item.value for item in kind)
                raise RecipeError(
                    "{name}: '{value}' is not one of {choices}.",
                    name=name,
                    value=getattr(self, name),
                    choices=choices,
                ) from None
        # A student has the recipe of its teacher, whichever that is.
        own = OWN_NETWORKS.get(self.setting)
        if self.network not in STUDENTS and own != self.network:
            taken = own or (self.network if self.network in OWN_NETWORKS.values() else "")
            if taken:
                raise RecipeError(
                    "The setting '{name}' and the network '{name}' go together.", name=taken
                )
        _check(self.split in ("folds", "official"), "split", "'folds' or 'official'")
        _check(2 <= self.folds <= 100, "folds", "2 to 100")
        _check(1 <= self.fold <= self.folds, "fold", f"1 to {self.folds}")
        _check(0.0 <= self.validation <= 0.5, "validation", "a share from 0 to 0.5")
        _check(self.iterations >= 1, "iterations", "1 or more")
        _check(self.seconds >= 0, "seconds", "0 (no limit) or more")
        _check(0.0 <= self.enough <= 1.0, "enough", "an AUC from 0 (never) to 1")
        _check(1 <= self.batch <= 4096, "batch", "1 to 4096")
        _check(0 <= self.micro_batch <= self.batch, "micro_batch", f"0 to {self.batch}")
        _check(self.optimizer in ("sgd", "adamw"), "optimizer", "'sgd' or 'adamw'")
        _check(self.schedule in SCHEDULES, "schedule", "'constant', 'cosine' or 'late'")
        _check(0 < self.learning_rate <= 10, "learning_rate", "above 0, at most 10")
        _check(0 <= self.momentum < 1, "momentum", "from 0 to below 1")
        _check(0 <= self.weight_decay <= 1, "weight_decay", "0 to 1")
        _check(self.clip >= 0, "clip", "0 (none) or more")
        _check(32 <= self.window <= 1024 and self.window % 32 == 0, "window", "32 to 1024, by 32")
        _check(
            self.crop == 0 or (self.window <= self.crop <= 2048 and self.crop % 32 == 0),
            "crop",
            f"0 or {self.window} to 2048, by 32",
        )
        _check(0 <= self.crop_from <= 1, "crop_from", "a share from 0 to 1")
        _check(32 <= self.whole_side <= 2048, "whole_side", "32 to 2048")
        _check(self.defects >= NO_DEFECTS, "defects", "0 (all) or more, -1 for none")
        if self.defects == NO_DEFECTS and not self.fitted:
            raise RecipeError(
                "'{setting}' learns from labelled defects. Label one, or choose filters or probe.",
                setting=self.setting.value,
            )
        _check(self.cost_ratio > 0, "cost_ratio", "above 0")
        _check(0 <= self.line_share <= 0.5, "line_share", "0 (as among the images) to 0.5")
        _check(self.threads >= 0, "threads", "0 (measured) or more")
        _check(self.seed >= 0, "seed", "0 or more")

    @property
    def from_source(self) -> bool:
        """Whether the run starts from source weights (transfer, frozen, probe)."""
        return self.setting in (Setting.TRANSFER, Setting.FROZEN, Setting.PROBE)

    @property
    def fitted(self) -> bool:
        """Whether the run is fitted in closed form, without iterations (filters, probe)."""
        return self.setting in FITTED_SETTINGS

    @property
    def steady(self) -> bool:
        """Whether a step is the same however many follow: a run is the beginning of longer ones.

        Its learning rate is constant, it shows windows alone, it ends by its length, and nothing
        is fitted to its end.
        """
        constant = self.schedule == "constant" and (self.crop == 0 or self.crop_from >= 1)
        return constant and not self.fitted and self.enough == 0 and not self.calibrate

    @property
    def trains_backbone(self) -> bool:
        """Whether the layers below the head are trained (not in frozen, filters and probe)."""
        return self.setting is not Setting.FROZEN and not self.fitted

    def to_dict(self) -> dict[str, Any]:
        """Return plain values that TOML and JSON can hold."""
        return {
            name: value.value if isinstance(value, StrEnum) else value
            for name, value in asdict(self).items()
        }

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Recipe:
        """Rebuild a recipe; unknown names are refused, missing ones take their defaults.

        Raises
        ------
        RecipeError
            A name is unknown, `setting` is missing, or a value is out of range.
        """
        values = {name: value for name, value in values.items() if name not in RETIRED}
        unknown = sorted(set(values) - {field.name for field in fields(cls)})
        if unknown:
            raise RecipeError("Unknown recipe entries: {names}.", names=", ".join(unknown))
        if "setting" not in values:
            raise RecipeError("The recipe lacks its setting.")
        return cls(**values)

    def changed(self, **values: Any) -> Recipe:
        """Return a copy with some values replaced (and validated again)."""
        return replace(self, **values)


def _check(valid: bool, name: str, allowed: str) -> None:
    if not valid:
        raise RecipeError("{name} must be {allowed}.", name=name, allowed=allowed)


def default_recipe(
    setting: Setting | str,
    preset: Preset | str = Preset.RECOMMENDED,
    **values: Any,
) -> Recipe:
    """Return the preset's recipe for a setting, with `values` replacing single entries.

    The *article* preset states what the article states (SGD, batch 32, learning rate 1e-3,
    natural proportions, no validation set) and, where it is silent, the plainest reading: no
    momentum, no decay, one fixed window per image. 2,242 iterations are its 13 epochs.
    """
    try:
        setting, preset = Setting(setting), Preset(preset)
    except ValueError as error:
        raise RecipeError("{error}.", error=error) from None
    base: dict[str, Any] = {"setting": setting, "preset": preset}
    if preset is Preset.ARTICLE:
        base |= {
            "iterations": 2242,
            "batch": 32,
            "optimizer": "sgd",
            "learning_rate": 1e-3,
            "momentum": 0.0,
            "clip": 0.0,
            "balanced": False,
            "shift": False,
            "crop": 0,
            "schedule": "constant",
            "validation": 0.0,
        }
    if preset is Preset.RECOMMENDED and setting in SCRATCH_SETTINGS:
        # Random weights have farther to go than published ones.
        base |= {"learning_rate": 1e-4}
    if preset is Preset.RECOMMENDED and setting is Setting.FROZEN:
        base |= {"learning_rate": 1e-3}  # the head alone
    if setting is Setting.SCRATCH:
        base |= {"shift": False}
    if setting is Setting.SCRATCH_AUG:
        base |= {"rotate_flip": True}
    if setting is Setting.SMALL:
        # The rival gets what small networks need; judging it by the article's SGD would be unfair.
        base |= {
            "network": "small",
            "batch": 32,
            "optimizer": "adamw",
            "learning_rate": 3e-3,
            "weight_decay": 1e-4,
            "schedule": "cosine",
            "rotate_flip": True,
            "shift": True,
            "balanced": True,
            "iterations": max(600, int(base.get("iterations", 600))),
        }
    if setting in FITTED_SETTINGS:
        # Seen at native resolution, and nothing is repeated.
        base |= {"network": OWN_NETWORKS[setting], "view": View.PATCHES, "iterations": 1}
    return Recipe(**(base | values))
