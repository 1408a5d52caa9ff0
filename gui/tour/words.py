"""What the tour says at each stop: what the article found, and what to look at. No widgets."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from engine.core.recipe import Setting
from gui.words.terms import setting_name

tr = QCoreApplication.translate


def stop_words(claim: int) -> str:
    """Return two or three sentences on a claim: the article's finding, and where to look here."""
    return {
        1: tr(
            "tour",
            "The article drew features of photographs (source) and of inspected parts (target) in "
            "one map: they lie apart, and yet transfer works. Look whether the two colours mix, "
            "and at the share of windows whose nearest neighbour is of their own domain.",
        ),
        2: tr(
            "tour",
            "Without augmentation, the article's network from random weights learned its training "
            "images and failed on others. Look whether the loss falls to nothing while the "
            "accuracy on other images stays near the baseline.",
        ),
        3: tr(
            "tour",
            "With augmentation the article's network from random weights solved the task as well, "
            "after 320,000 iterations. Look how far to the right its curve rises beside that of "
            "transfer; logarithmic iterations show both.",
        ),
        4: tr(
            "tour",
            "The article's transfer was done after 2,242 iterations (13 epochs) without any "
            "augmentation. Look at the AUC on test images, and at how many iterations this run "
            "had.",
        ),
        5: tr(
            "tour",
            "In the article transfer changed its weights little, and mostly in the upper layers; "
            "scratch changed the lower ones. Look which end of the row of bars is higher. AdamW "
            "moves all weights about equally far: only two runs of plain SGD can be compared.",
        ),
        6: tr(
            "tour",
            "In the article many channels of transfer's upper layers were dead after training: it "
            "works by removing what the source needed. Look at the last three layers, beside the "
            "bar of the network it began with.",
        ),
        7: tr(
            "tour",
            "The article compared ways along the features with straight lines: in transfer's they "
            "differ less, so its features lie flatter. Look at D of both runs at the end, and at "
            "D beside its control; the formula here is ours.",
        ),
        8: tr(
            "tour",
            "Between the defects of two textures, the article's transfer passed through a place "
            "with neither; the other network saw both at once. Look at the mean share of the line "
            "on which both show, at the layers below the last.",
        ),
        9: tr(
            "tour",
            "With the source's features frozen and only a head trained, an earlier paper "
            "(IJCNN 2017) reached 78.76 % where transfer reached 99.95 %. Look at the images on "
            "which both runs disagree, and at who is right.",
        ),
        10: tr(
            "tour",
            "The paper made networks of 1/128 of the filters: transfer's lost 0.48 points of "
            "accuracy, the other nearly 5. Look at the students of both runs at equal size; teach "
            "one of each if there is none.",
        ),
    }[claim]


def missing_words(settings: Sequence[Setting]) -> str:
    """Say which runs a stop has to be shown on, and are not there."""
    names = ", ".join(setting_name(setting) for setting in settings)
    template = tr("tour", "Needs a finished run in each of these settings: {settings}.")
    if len(settings) == 1:
        template = tr("tour", "Needs a finished run in the setting {settings}.")
    return template.format(settings=names)
