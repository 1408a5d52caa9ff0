"""The words of the trade: names of settings, presets, views, states and figures."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.core.recipe import Preset, Setting, View


def setting_name(setting: Setting) -> str:
    """Return a setting's short name."""
    return {
        Setting.SCRATCH: QCoreApplication.translate("terms", "Scratch"),
        Setting.SCRATCH_AUG: QCoreApplication.translate("terms", "Scratch, augmented"),
        Setting.TRANSFER: QCoreApplication.translate("terms", "Transfer"),
        Setting.FROZEN: QCoreApplication.translate("terms", "Frozen"),
        Setting.SMALL: QCoreApplication.translate("terms", "Small rival"),
        Setting.FILTERS: QCoreApplication.translate("terms", "Plain filters"),
        Setting.PROBE: QCoreApplication.translate("terms", "Probe"),
    }[setting]


def setting_tip(setting: Setting) -> str:
    """Return what a setting does, in one sentence."""
    return {
        Setting.SCRATCH: QCoreApplication.translate(
            "terms", "Random initial weights, fixed windows, no augmentation."
        ),
        Setting.SCRATCH_AUG: QCoreApplication.translate(
            "terms", "Random initial weights; windows are rotated and flipped."
        ),
        Setting.TRANSFER: QCoreApplication.translate(
            "terms", "Starts from ImageNet weights; all layers are trained."
        ),
        Setting.FROZEN: QCoreApplication.translate(
            "terms", "ImageNet weights stay as they are; only the head is trained."
        ),
        Setting.SMALL: QCoreApplication.translate(
            "terms", "A small modern network from random weights: the honest rival."
        ),
        Setting.FILTERS: QCoreApplication.translate(
            "terms", "Classical local statistics, fitted in seconds: no network at all."
        ),
        Setting.PROBE: QCoreApplication.translate(
            "terms", "Frozen lower layers and a discriminant in closed form, fitted in seconds."
        ),
    }[setting]


def preset_name(preset: Preset) -> str:
    """Return a preset's name."""
    return {
        Preset.RECOMMENDED: QCoreApplication.translate("terms", "Recommended"),
        Preset.ARTICLE: QCoreApplication.translate("terms", "As in the article"),
    }[preset]


def view_name(view: View | str) -> str:
    """Return the name of a training view."""
    return {
        View.AUTO: QCoreApplication.translate("terms", "Chosen from the data"),
        View.PATCHES: QCoreApplication.translate("terms", "Patches at native resolution"),
        View.WHOLE: QCoreApplication.translate("terms", "Whole images, shrunk"),
        View.BAGS: QCoreApplication.translate("terms", "All windows of an image, top one counts"),
    }[View(view)]


def state_name(state: str) -> str:
    """Return the word for the state of a run or job."""
    return {
        "queued": QCoreApplication.translate("terms", "queued"),
        "running": QCoreApplication.translate("terms", "running"),
        "pausing": QCoreApplication.translate("terms", "pausing..."),
        "paused": QCoreApplication.translate("terms", "paused"),
        "resuming": QCoreApplication.translate("terms", "resuming..."),
        "stopping": QCoreApplication.translate("terms", "stopping..."),
        "cancelling": QCoreApplication.translate("terms", "cancelling..."),
        "done": QCoreApplication.translate("terms", "done"),
        "stopped": QCoreApplication.translate("terms", "stopped, kept"),
        "failed": QCoreApplication.translate("terms", "failed"),
        "cancelled": QCoreApplication.translate("terms", "cancelled"),
        "interrupted": QCoreApplication.translate("terms", "interrupted"),
        "rejected": QCoreApplication.translate("terms", "rejected"),
    }.get(state, state)


def verdict_name(defective: bool | None) -> str:
    """Return the verdict, or the label, as a word."""
    if defective is None:
        return QCoreApplication.translate("terms", "no label")
    if defective:
        return QCoreApplication.translate("terms", "defective")
    return QCoreApplication.translate("terms", "normal")


def outcome_name(outcome: str) -> str:
    """Return the word for a verdict compared with the label."""
    return {
        "escape": QCoreApplication.translate("terms", "escape"),
        "overkill": QCoreApplication.translate("terms", "overkill"),
        "correct": QCoreApplication.translate("terms", "correct"),
        "texture": QCoreApplication.translate("terms", "wrong texture"),
        "elsewhere": QCoreApplication.translate("terms", "right for the wrong reason"),
        "": QCoreApplication.translate("terms", "not judged"),
    }[outcome]


def outcome_letter(outcome: str) -> str:
    """Return the letter that stands for an outcome beside its colour."""
    return {
        "escape": QCoreApplication.translate("terms", "E"),
        "overkill": QCoreApplication.translate("terms", "O"),
        "texture": QCoreApplication.translate("terms", "T"),
        "elsewhere": QCoreApplication.translate("terms", "?"),
    }.get(outcome, "")
