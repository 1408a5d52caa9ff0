"""Passes through a network are given up between its layers when the program is being closed.

A step of a large network takes seconds on a slow computer, and a thread cannot be interrupted from
outside. So every layer asks before it computes, and once more when its gradient comes back. Weights
change at the end of a step only, so a step that is given up leaves them as they were.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Any

import torch
from torch import nn
from torch.nn.modules import module as modules

from engine.core.stopping import GivenUp, go_on, leaving, listen

_handles: list[Any] = []


def install() -> None:
    """Let all layers of all networks ask; where nobody listens nothing happens."""
    if not _handles:
        _handles.append(modules.register_module_forward_pre_hook(_before))
        _handles.append(modules.register_module_forward_hook(_after))


@contextmanager
def uninstalled() -> Iterator[None]:
    """Without asking: for what reads a network's code."""
    there = bool(_handles)
    while _handles:
        _handles.pop().remove()
    try:
        yield
    finally:
        if there:
            install()


def _before(_module: nn.Module, _inputs: Any) -> None:
    go_on()


def _after(module: nn.Module, _inputs: Any, output: Any) -> None:
    event = leaving()
    if event is None or not isinstance(output, torch.Tensor) or not output.requires_grad:
        return
    if next(module.children(), None) is not None:
        return  # its parts have asked

    def ask(_gradient: torch.Tensor) -> None:
        # Gradients may be worked out in another thread, where nobody listens.
        if event.is_set():
            listen(None)
            raise GivenUp

    output.register_hook(ask)  # type: ignore[no-untyped-call]


@contextmanager
def statistics_kept(network: nn.Module) -> Generator[None, None, None]:
    """A training step that is given up, or ended otherwise, leaves running statistics too."""
    norms = [m for m in network.modules() if isinstance(m, nn.modules.batchnorm._NormBase)]
    before = [(buffer, buffer.clone()) for norm in norms for buffer in norm.buffers()]
    try:
        yield
    except (GeneratorExit, KeyboardInterrupt):
        with torch.no_grad():
            for buffer, value in before:
                buffer.copy_(value)
        raise
