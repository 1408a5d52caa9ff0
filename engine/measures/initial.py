"""A run's network as it was at iteration 0, which is not kept but rebuilt and proved."""

from __future__ import annotations

from engine.core.errors import NotDefinedError, RunError
from engine.network.initial import made_again
from engine.network.numerics import at_hand, settle
from engine.network.window_classifier import WindowClassifier
from engine.project.runs import RunFolder


def initial_network(folder: RunFolder) -> WindowClassifier:
    """Rebuild a run's network at iteration 0 and prove that it is the one the run started from.

    Returns
    -------
    WindowClassifier
        In evaluation mode, on the run's device.

    Raises
    ------
    NotDefinedError
        The run is a pruned one: channels were taken away, so it has no iteration 0.
    RunError
        The rebuilt weights are not the run's: other versions, or other source weights.
    WeightsError
        The source weights are not here any more.
    """
    record = folder.record
    # One made for other costs has the weights of a trained run, so it began as that one did.
    if record.origin is not None and not record.origin.details.get("trained"):
        raise NotDefinedError(
            "{path}: a pruned network has no iteration 0, so nothing can be compared with it. "
            "Measure the run it was made from, {parent}.",
            path=folder.path,
            parent=record.origin.parent,
        )
    network = made_again(record.recipe, record.view, record.labels, record.initial_hash)
    if network is None:
        raise RunError(
            "{path}: its initial weights cannot be rebuilt; what is rebuilt differs. Use the "
            "versions and source weights named in its run.toml, or train again.",
            path=folder.path,
        )
    return settle(network, at_hand(record.numerics)).eval()
