"""One run on several processes: each passes its share of every batch, and gradients come together.

Process 0 trains as it would alone: it draws the batches, judges, writes, and decides when the run
ends. The others hold the same network and follow: for each step they are told which batch it is,
pass their share of its crops, and take the same step of the optimiser. Gradients are summed by
DistributedDataParallel, between CPUs by gloo and between GPUs by NCCL. The batch is the recipe's
however many processes there are, so the weights are those of one process but for rounding.
"""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel

from engine.core.errors import RunError
from engine.core.recipe import Recipe
from engine.network.values import Numerics
from engine.network.window_classifier import WindowClassifier

WAITING = timedelta(days=7)
"""Process 0 may judge, or be paused, for so long. One that dies is noticed at once: its connection
closes."""

A_STEP = timedelta(minutes=30)
"""Longest time that one process waits within a step for another's gradients."""

RESTART = "TORCHELASTIC_RESTART_COUNT"

DDP_TAKES = inspect.signature(DistributedDataParallel).parameters
BUFFERS = "forward_sync_buffers" if "forward_sync_buffers" in DDP_TAKES else "broadcast_buffers"
"""Newer versions of torch call it by another name and warn of the old one."""

END, STEP = 0.0, 1.0


@dataclass(frozen=True, slots=True)
class Order:
    """One step: number of the batch, of crops or windows, crops a pass, and learning rate."""

    iteration: int
    large: bool
    micro: int
    rate: float


class ProcessGroup:
    """The processes of one run.

    Attributes
    ----------
    rank, count : which of them this is, from 0, and how many there are
    """

    def __init__(self) -> None:
        self.rank = int(os.environ["RANK"])
        self.count = int(os.environ["WORLD_SIZE"])
        self._local = int(os.environ["LOCAL_RANK"])
        store, rank, count = next(dist.rendezvous("env://"))  # type: ignore[attr-defined]
        # torchrun keeps its store over a restart, with the addresses of those that have died.
        store = dist.PrefixStore(  # type: ignore[attr-defined]
            f"restart-{os.environ.get(RESTART, '0')}", store
        )
        dist.init_process_group("gloo", store=store, rank=rank, world_size=count, timeout=WAITING)

    @property
    def leads(self) -> bool:
        """Whether this is process 0, the only one that writes and speaks."""
        return self.rank == 0

    @staticmethod
    def parted(error: BaseException) -> bool:
        """Whether an error is that another process is gone."""
        words = str(error).lower()
        return any(word in words for word in ("gloo", "nccl", "connection", "socket", "peer"))

    # ------------------------------------------------------------------ what is said

    def tell_run(self, path: str) -> None:
        """Process 0: name the run's folder; "": there is nothing to do."""
        dist.broadcast_object_list([path], src=0)

    def hear_run(self) -> str:
        """Others: the run's folder; "": there is nothing to do."""
        said: list[str] = [""]
        dist.broadcast_object_list(said, src=0)
        return said[0]

    def tell_step(self, iteration: int, large: bool, micro: int, rate: float) -> None:
        """Process 0: say which step comes next, as :class:`Order` has it."""
        said = [STEP, float(iteration), float(large), float(micro), rate]
        dist.broadcast(torch.tensor(said, dtype=torch.float64), src=0)

    def tell_end(self) -> None:
        """Process 0: say that there are no more steps."""
        dist.broadcast(torch.full((5,), END, dtype=torch.float64), src=0)

    def hear(self) -> Order | None:
        """Others: which step comes next; None: there is none."""
        said = torch.zeros(5, dtype=torch.float64)
        dist.broadcast(said, src=0)
        kind, iteration, large, micro, rate = said.tolist()
        return None if kind == END else Order(int(iteration), bool(large), int(micro), rate)

    def leave(self) -> None:
        """Part from the others, at the end of the work."""
        dist.destroy_process_group()

    # ------------------------------------------------------------------ what is shared

    def share_out(
        self,
        network: WindowClassifier,
        recipe: Recipe,
        numerics: Numerics,
        logits: Callable[[WindowClassifier, torch.Tensor, Recipe], torch.Tensor],
    ) -> Shared:
        """Begin to train a network together; all call it at once, each with the same weights."""
        cuda = numerics.device.startswith("cuda")
        group = dist.new_group(backend="nccl" if cuda else "gloo", timeout=A_STEP)
        trained = Trained(network, recipe, logits)
        # Running statistics are not trained here, so they are equal and need not be sent.
        quiet: dict[str, Any] = {BUFFERS: False}
        module = DistributedDataParallel(trained, process_group=group, **quiet)
        return Shared(self, module)

    def take_device(self, device: str) -> None:
        """Make "cuda" mean the GPU of this process's number.

        Raises
        ------
        RunError
            There are fewer GPUs than processes.
        """
        if not device.startswith("cuda"):
            return
        there = torch.cuda.device_count()
        if self._local >= there:
            raise RunError(
                "There are {there} GPUs here, and process {number} needs one of its own. Start "
                "torchrun with --nproc-per-node {there}.",
                there=there,
                number=self._local + 1,
            )
        torch.cuda.set_device(self._local)

    @staticmethod
    def check_network(network: WindowClassifier, recipe: Recipe) -> None:
        """Refuse what cannot be trained in shares and come to the same.

        Raises
        ------
        RunError
            The recipe is fitted without steps, or batch norm is trained.
        """
        if recipe.fitted:
            raise RunError(
                "'{setting}' is fitted in one go, without steps that could be shared. Train it "
                "without torchrun.",
                setting=recipe.setting.value,
            )
        norms = any(isinstance(m, nn.modules.batchnorm._BatchNorm) for m in network.modules())
        if norms and recipe.trains_backbone:
            raise RunError(
                "{network} has batch norm, whose statistics are those of a whole batch: in shares "
                "it would become another network. Choose one without (vgg16), the "
                "setting 'frozen', or train it without torchrun.",
                network=recipe.network,
            )


class Trained(nn.Module):
    """The part of a network that is trained, as a module whose pass gives the batch's logits."""

    def __init__(
        self,
        network: WindowClassifier,
        recipe: Recipe,
        logits: Callable[[WindowClassifier, torch.Tensor, Recipe], torch.Tensor],
    ) -> None:
        super().__init__()
        # A frozen backbone has no gradients to wait for: it stays out of the module's sight.
        self.part = network if recipe.trains_backbone else network.head
        self._whole = (network,)
        self._recipe, self._logits = recipe, logits

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        """Logits (n, classes, h, w) of crops: uint8 (n, h, w) or (n, h, w, 3)."""
        return self._logits(self._whole[0], pixels, self._recipe)


class Shared:
    """A network in training by several processes: the passes and sums of a step.

    Attributes
    ----------
    module : gives logits; the gradients of its backward pass come together
    whole : crops of the whole batch, in all shares
    weight : what a loss of this share is multiplied by before its gradient is worked out
    """

    def __init__(self, process_group: ProcessGroup, module: DistributedDataParallel) -> None:
        self.module = module
        self.whole = 0
        self.weight = 0.0
        self._process_group = process_group

    def share_of(self, crops: int) -> slice:
        """Which of a batch's crops this process passes; sizes differ by one at the most.

        With fewer crops than processes the last ones pass one that counts for nothing: all must
        take part in every sum.
        """
        rank, count = self._process_group.rank, self._process_group.count
        part = slice(crops * rank // count, crops * (rank + 1) // count)
        empty = part.start == part.stop
        self.whole = crops
        # The module makes the mean over processes; the loss is a share of the batch's already.
        self.weight = 0.0 if empty else float(count)
        return slice(0, 1) if empty else part

    @contextmanager
    def passing(self, *, last: bool) -> Iterator[None]:
        """One forward and backward pass; gradients come together in the last of a step."""
        with nullcontext() if last else self.module.no_sync():
            yield

    def sum(self, loss: float) -> float:
        """The losses of all shares together, in every process the same number."""
        total = torch.tensor(loss if self.weight else 0.0, dtype=torch.float64)
        dist.all_reduce(total)
        return float(total)
