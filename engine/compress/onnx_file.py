"""ONNX models as bytes: made from a network, quantised."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from engine.compress.graph import VerdictGraph
from engine.compress.runtimes import INPUT
from engine.core.errors import RunError
from engine.core.known_warnings import ignore_expected
from engine.network.giving_up import uninstalled

ignore_expected()

OPSET = 18
"""Of 2023; the oldest that torch's exporter writes without converting back."""


def needed() -> None:
    """Check that what exports need is installed.

    Raises
    ------
    RunError
        It is not, with the command that installs it.
    """
    try:
        # Optional, and slow to load.
        import onnx  # noqa: F401
        import onnxruntime  # noqa: F401
        import onnxscript  # noqa: F401
    except ImportError as error:
        raise RunError(
            "The package '{package}' is missing. Run: pip install transferlens[export]",
            package=error.name,
        ) from error


def onnx_versions() -> dict[str, str]:
    """Versions of what exports need."""
    return {name: metadata.version(name) for name in ("onnx", "onnxscript", "onnxruntime")}


def to_onnx(judge: VerdictGraph, side: int, colour: bool, about: dict[str, str]) -> bytes:
    """Write a network and its verdict as ONNX, float32; batch, height and width stay free.

    Parameters
    ----------
    judge
        On the CPU, in evaluation mode.
    side
        Of the example that is traced, in pixels: a window or more.
    colour
        Whether the input is (n, h, w, 3) rather than (n, h, w).
    about
        Kept in the file as its metadata.
    """
    # Sizes that differ from each other and from 1, so that nothing is taken for a constant.
    shape = (2, side + 32, side + 64, *((3,) if colour else ()))
    example = torch.zeros(shape, dtype=torch.uint8)
    with torch.inference_mode(), uninstalled():
        program = torch.onnx.export(
            judge,
            (example,),
            dynamo=True,
            opset_version=OPSET,
            input_names=[INPUT],
            output_names=list(judge.outputs),
            verbose=False,
            dynamic_shapes={INPUT: {0: "n", 1: "height", 2: "width"}},
        )
    assert program is not None
    model = program.model_proto
    for node in model.graph.node:  # the exporter notes where in our files each node was made
        del node.metadata_props[:]
        node.doc_string = ""
    for name, value in about.items():
        model.metadata_props.add(key=name, value=value)
    return bytes(model.SerializeToString())


class _Images:
    """What the quantiser asks for images; a class because it asks by `get_next`."""

    def __init__(self, images: Iterator[NDArray[np.uint8]]) -> None:
        self._images = images

    def get_next(self) -> dict[str, NDArray[np.uint8]] | None:
        """The next image as a batch of one; None when there are no more."""
        image = next(self._images, None)
        return None if image is None else {INPUT: image[None]}


def quantised(model: bytes, images: Iterator[NDArray[np.uint8]]) -> bytes:
    """Convolutions in 8-bit integers: weights by channel, maps by their range on some images.

    The head and what follows stay float32: they are cheap, and decide.

    Parameters
    ----------
    model
        As :func:`to_onnx` gives it.
    images
        uint8 (h, w) or (h, w, 3), as the network sees them; the ranges are their smallest and
        largest values.
    """
    import onnx
    from onnxruntime.quantization import (
        CalibrationMethod,
        QuantFormat,
        QuantType,
        quantize_static,
    )

    read = onnx.load_from_string(model)
    nodes = list(read.graph.node)
    head = max(place for place, node in enumerate(nodes) if node.op_type == "Conv")
    kept = [node.name for node in nodes[head:]]
    with tempfile.TemporaryDirectory() as folder, _quiet():
        made = Path(folder) / "int8.onnx"
        quantize_static(
            read,
            made,
            _Images(images),
            quant_format=QuantFormat.QDQ,
            per_channel=True,
            # Seven bits of weight: sums of eight overflow on processors without VNNI.
            reduce_range=True,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["Conv", "MaxPool", "Add"],
            nodes_to_exclude=kept,
            calibrate_method=CalibrationMethod.MinMax,
        )
        written = onnx.load(str(made))
    del written.metadata_props[:]
    written.metadata_props.extend(read.metadata_props)
    return bytes(written.SerializeToString())


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the quantiser's advice to preprocess first out of the log: nothing is left to fuse."""
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        yield
    finally:
        logging.disable(before)
