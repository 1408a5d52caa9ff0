"""What becomes of each layer while a run trains: its way from its initial weights, dead channels.

Taken at the live validations, from the passes that are made anyway. Both are cheap looks at what
`engine.measures` takes with care afterwards.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import torch
from torch import nn

from engine.core.errors import TransferLensError
from engine.core.values import LayerPulse
from engine.network.backbone import Layer
from engine.network.change import HEAD, relative_change, weight_layers
from engine.network.initial import made_again
from engine.network.window_classifier import WindowClassifier
from engine.project.run_record import RunRecord

log = logging.getLogger(__name__)

COARSE = 4
"""Every which position is looked at first: most channels are alive at one of them."""


class Alive:
    """Which channels of each layer were above 0 anywhere, over several passes."""

    def __init__(self, network: WindowClassifier) -> None:
        self._network = network
        self._alive: dict[str, torch.Tensor] = {}

    @contextmanager
    def watch(self) -> Iterator[None]:
        """Look at every pass of the network until the block ends; then the hooks are gone."""
        handles = []
        try:
            features = self._network.features
            for layer in self._network.layers.values():

                def look(_m: nn.Module, _i: object, maps: torch.Tensor, at: Layer = layer) -> None:
                    self.add(at.name, at.strength(maps))

                module = features.get_submodule(layer.module)
                handles.append(module.register_forward_hook(look))
            yield
        finally:
            for handle in handles:
                handle.remove()

    def add(self, name: str, maps: torch.Tensor) -> None:
        """Take one layer's maps: (n, channels, h, w), after ReLU.

        Only channels that have been 0 so far are looked at whole, and they only where a coarse
        grid of positions has not shown them alive. So it costs a few per cent of the pass.
        """
        alive = self._alive.get(name)
        if alive is None:
            alive = torch.zeros(maps.shape[1], dtype=torch.bool, device=maps.device)
        for part in (maps[:, :, ::COARSE, ::COARSE], maps):
            silent = torch.nonzero(~alive).flatten()
            if len(silent) == 0:
                break
            # All of them at once are faster read as they lie than picked out.
            chosen = part if 2 * len(silent) > len(alive) else part[:, silent]
            above = chosen.detach().amax((0, 2, 3)) > 0
            alive = alive.clone()
            if chosen is part:
                alive |= above
            else:
                alive[silent] = above
        self._alive[name] = alive

    def dead_shares(self) -> dict[str, float]:
        """Share of each layer's channels that were 0 throughout, in [0, 1]."""
        return {name: float((~alive).float().mean()) for name, alive in self._alive.items()}


class Pulse:
    """Compares a network in training with its own initial weights.

    Attributes
    ----------
    alive : channels seen above 0 since :meth:`begin`
    """

    def __init__(self, network: WindowClassifier, initial: dict[str, torch.Tensor]) -> None:
        """`initial`: the state at iteration 0; weights of layers are copied to the CPU."""
        self._network = network
        self._layers = weight_layers(network)
        self._initial = {
            layer: initial[f"{prefix}.weight"].detach().cpu().float().clone()
            for layer, prefix in self._layers.items()
        }
        self.alive = Alive(network)

    def begin(self) -> Alive:
        """Forget the channels of the last validation."""
        self.alive = Alive(self._network)
        return self.alive

    def layers(self) -> tuple[LayerPulse, ...]:
        """Each layer as it is now, first to last, the head at the end."""
        state = self._network.state_dict()
        dead = self.alive.dead_shares()
        changes = {
            layer: relative_change(start, state[f"{self._layers[layer]}.weight"])
            for layer, start in self._initial.items()
        }
        # Residual networks: a block's output is a layer of several convolutions.
        names = [*dict.fromkeys([*(name for name in changes if name != HEAD), *dead]), HEAD]
        return tuple(LayerPulse(name, changes.get(name), dead.get(name)) for name in names)


def start_pulse(network: WindowClassifier, record: RunRecord, iteration: int) -> Pulse | None:
    """A pulse for a run; None where its initial weights cannot be had any more.

    A run at iteration 0 has them; for a resumed one they are built again and compared by hash.

    Parameters
    ----------
    network
        The network in training, at `iteration`.
    """
    if iteration == 0:
        return Pulse(network, network.state_dict())
    try:
        network_then = made_again(record.recipe, record.view, record.labels, record.initial_hash)
    except TransferLensError as error:
        log.info("no layers while it trains: %s", error)
        return None
    if network_then is None:
        log.info("no layers while it trains: the initial weights built again are others")
        return None
    return Pulse(network, network_then.state_dict())
