"""The training loop: a generator that gives way after every forward pass.

Whoever advances it decides when to go on (pause), closes it to cancel, and answers "stop?" when
asked; so the loop needs no threads and can be listed in a test.
"""

from __future__ import annotations

import gc
import logging
import math
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
import torch

from engine.core.errors import RunError
from engine.core.event import Event
from engine.core.recipe import Recipe
from engine.core.values import CurvePoint, Rates
from engine.data.store import ImageStore
from engine.data.views import Batch, Sampler
from engine.inspection.dense import Judge
from engine.network.values import Numerics
from engine.network.window_classifier import WindowClassifier
from engine.project.runs import RunFolder
from engine.training.checkpoint import save_state, save_weights
from engine.training.messages import LayersMoved, MemoryHalved, StepDone, Validated
from engine.training.pulse import Pulse, start_pulse
from engine.training.step import descend, logits_of, out_of_memory, rate_share, set_rate
from engine.training.validation import (
    Judgement,
    is_due,
    judge_images,
    live_plan,
    live_subset,
    pick_threshold,
    rate,
)

if TYPE_CHECKING:
    from engine.training.process_group import ProcessGroup, Shared

log = logging.getLogger(__name__)

CHECKPOINT_SECONDS = 60.0
"""Longest time between checkpoints: a crash loses at most this much."""

CURVE_SECONDS = 2.0
"""Time between writes of metrics.csv: whoever follows the run from another program reads it."""

MOST_VALIDATIONS = 200
"""Points of a live curve at the most."""


@dataclass
class Best:
    """The best live validation so far; `key` sorts: AUC first, then log loss."""

    iteration: int = 0
    auc: float = -1.0
    loss: float = math.inf

    def improved(self, rates: Rates, iteration: int) -> bool:
        """Take these figures if they are better (or as good and later)."""
        auc = rates.auc if rates.auc is not None else rates.accuracy
        loss = rates.log_loss if rates.log_loss is not None else 0.0
        if (auc, -loss) < (self.auc, -self.loss):
            return False
        self.iteration, self.auc, self.loss = iteration, auc, loss
        return True


@dataclass
class Loop:
    """One run in memory.

    Attributes
    ----------
    job : number of the command that trains it
    folder, network, optimizer, sampler, store : what it works with
    pool : indices that live validation may draw from
    live : indices of its subset, once it has been measured how many there is time for
    stop : asked after every step; True ends the loop
    iteration, seconds : how far it is
    broken : the loss became not-a-number or infinite
    halved : iteration from which on the micro-batch is smaller than measured, for want of memory
    pulse : how far the layers have moved, None where the initial weights cannot be had
    process_group, shared : the other processes that train it too, and the passes made with them
    """

    job: int
    folder: RunFolder
    network: WindowClassifier
    optimizer: torch.optim.Optimizer
    sampler: Sampler
    store: ImageStore
    pool: tuple[int, ...]
    stop: Callable[[], bool]
    iteration: int = 0
    seconds: float = 0.0
    best: Best = field(default_factory=Best)
    live: tuple[int, ...] = ()
    broken: bool = False
    pulse: Pulse | None = None
    halved: int = 0
    process_group: ProcessGroup | None = None
    shared: Shared | None = None
    _whole: bool = field(default=True, init=False)
    _kept: int = field(default=0, init=False)

    @property
    def recipe(self) -> Recipe:
        """The run's recipe."""
        return self.folder.record.recipe

    @property
    def numerics(self) -> Numerics:
        """The run's numerics."""
        return self.folder.record.numerics

    @property
    def judge(self) -> Judge:
        """The network as it is, at a threshold of 0.5."""
        return self.folder.record.judge(self.network, self.numerics, 0.5)

    def run(self) -> Iterator[Event | None]:
        """Train to the end of the recipe; yields events, and None where it merely gives way.

        Closing it, and Ctrl-C, write a checkpoint first, wherever the weights are those of the last
        finished iteration: everywhere but in the moment in which they are changed.
        """
        self._kept = self.iteration
        hook = self.optimizer.register_step_pre_hook(self._unsettle)
        try:
            yield from self._run()
        except (GeneratorExit, KeyboardInterrupt):
            if self._whole and self.iteration > self._kept:
                self.checkpoint()
            raise
        finally:
            hook.remove()

    def _unsettle(self, *_step: object) -> None:
        """Weights go ahead of what is noted of them, until it is noted."""
        self._whole = False

    def _run(self) -> Iterator[Event | None]:
        if self.pool:  # without live validations nobody asks
            self.pulse = start_pulse(self.network, self.folder.record, self.iteration)
            yield None
        yield from self._catch_up()
        self._gather()
        saved = flushed = time.monotonic()
        step_seconds: list[float] = []
        while self.iteration < self.recipe.iterations:
            before = self.seconds
            loss = yield from self._step()
            if not math.isfinite(loss):
                self.broken = True
                break
            self.iteration += 1
            step_seconds = [*step_seconds[-19:], self.seconds - before]
            self.folder.log(CurvePoint(self.iteration, self.seconds, loss))
            self._whole = True
            yield self._step_done(loss, step_seconds)
            ends = self._ends()
            if self.pool and not self.live and (self.iteration >= 2 or ends):
                yield from self._plan_validation(float(np.median(step_seconds)))
            every = self.folder.record.validate_every
            if self.live and (ends or (every and is_due(self.iteration, every))):
                yield from self._validate()
                self.checkpoint()
                saved = time.monotonic()
                ends = ends or self.has_enough
            elif time.monotonic() - saved > CHECKPOINT_SECONDS:
                self.checkpoint()
                saved = time.monotonic()
            if time.monotonic() - flushed > CURVE_SECONDS:
                self.folder.flush()
                flushed = time.monotonic()
            if ends:
                break
        if self.process_group is not None:
            self.process_group.tell_end()
        if not self.broken:
            self.checkpoint()
            yield None
            save_weights(self.folder.last, self.network, iteration=self.iteration)
            if not self.pool:
                save_weights(self.folder.best, self.network, iteration=self.iteration)
                self.best.iteration = self.iteration
        self.folder.flush()

    def _catch_up(self) -> Iterator[Event | None]:
        """A run that was left in the midst of a live validation makes it first."""
        every = self.folder.record.validate_every
        if not (self.pool and every and self.iteration):
            return
        ends = self.iteration >= self.recipe.iterations
        if ends or (self.iteration >= 2 and is_due(self.iteration, every)):
            last = [p for p in self.folder.curve() if p.iteration == self.iteration]
            if all(point.accuracy is None for point in last):
                yield from self._plan_validation(0.0)
                yield from self._validate()
                self.checkpoint()

    def _gather(self) -> None:
        """Let the other processes begin with what this one has: they read it from its folder."""
        if self.process_group is None:
            return
        if self.iteration == 0:
            self.checkpoint()
        self.process_group.tell_run(str(self.folder.path.absolute()))
        self.shared = self.process_group.share_out(
            self.network, self.recipe, self.numerics, logits_of
        )

    @property
    def has_enough(self) -> bool:
        """Whether the last two live validations reached the AUC that the recipe calls enough."""
        if not self.recipe.enough:
            return False
        last = self.folder.live[-2:]
        return len(last) == 2 and all(auc >= self.recipe.enough for auc in last)

    def _ends(self) -> bool:
        limit = self.recipe.seconds
        return (
            self.iteration >= self.recipe.iterations
            or (limit > 0 and self.seconds >= limit)
            or self.stop()
        )

    def _step(self) -> Generator[Event | None, None, float]:
        """One optimiser step; returns the mean loss of its batch."""
        recipe = self.recipe
        began = time.perf_counter()
        large = self._large
        crops = self.sampler.batch_size(large)
        micro = max(1, self.numerics.micro_batch * crops // recipe.batch)
        rate = self._rate
        if self.process_group is not None:
            self.process_group.tell_step(self.iteration, large, micro, rate)
        part = slice(None) if self.shared is None else self.shared.share_of(crops)
        batch = self.sampler.batch(self.iteration, large, part)
        set_rate(self.optimizer, rate)
        work = self._descend(batch, micro)
        while True:
            try:
                next(work)
            except StopIteration as end:
                self.seconds += time.perf_counter() - began
                total: float = end.value
                return total
            except (RuntimeError, MemoryError) as error:
                if self.process_group is not None and self.process_group.parted(error):
                    raise RunError(
                        "{path}: another process of this run has ended. With torchrun "
                        "--max-restarts 3 it goes on by itself, else with: train --resume.",
                        path=self.folder.path,
                    ) from error
                # The others are in the midst of the same step, and cannot begin it anew.
                if not out_of_memory(error) or micro < 2 or self.shared is not None:
                    raise
                # The same batch again in smaller parts: the same gradient, summed in more steps.
                work.close()
                yield from self._halve(micro)
                micro = max(1, micro // 2)
                work = self._descend(batch, micro)
            self.seconds += time.perf_counter() - began
            yield None
            began = time.perf_counter()

    def _descend(self, batch: Batch, micro: int) -> Generator[None, None, float]:
        return descend(
            self.network, self.optimizer, batch, micro, self.recipe, self.numerics, self.shared
        )

    def _halve(self, micro: int) -> Iterator[Event]:
        """Half the micro-batch from now on; said once and written to the run."""
        self.optimizer.zero_grad(set_to_none=True)
        gc.collect()
        if torch.cuda.is_available():
            torch.cuda.empty_cache()
        record = self.folder.record
        smaller = max(1, record.numerics.micro_batch // 2)
        self.folder.update(numerics=replace(record.numerics, micro_batch=smaller))
        log.warning("not enough memory for %d windows at once: %d from now on", micro, smaller)
        if not self.halved:
            self.halved = self.iteration + 1
            yield MemoryHalved(self.job, str(self.folder.path), self.halved, smaller)

    @property
    def _share(self) -> float:
        """How much of the run is done, in [0, 1], by iterations or by its time limit."""
        done = self.iteration / self.recipe.iterations
        limit = self.recipe.seconds
        return min(1.0, max(done, self.seconds / limit)) if limit > 0 else done

    @property
    def _large(self) -> bool:
        """Whether crops have replaced windows."""
        return self._share >= self.recipe.crop_from and self.sampler.crop > 0

    @property
    def _rate(self) -> float:
        """Learning rate of this iteration: a function of how much of the run is done."""
        recipe = self.recipe
        return recipe.learning_rate * rate_share(recipe.schedule, self._share, recipe.crop_from)

    def _step_done(self, loss: float, step_seconds: list[float]) -> StepDone:
        step = float(np.median(step_seconds))
        left = (self.recipe.iterations - self.iteration) * step
        if self.recipe.seconds > 0:
            left = min(left, max(0.0, self.recipe.seconds - self.seconds))
        return StepDone(
            self.job,
            str(self.folder.path),
            self.iteration,
            self.recipe.iterations,
            loss,
            self.seconds,
            self.sampler.batch_size(self._large) / step,
            left if len(step_seconds) >= 2 else None,
        )

    def _plan_validation(self, step: float) -> Iterator[None]:
        """Fix how many images to judge live and how often, within a tenth of the training time.

        Measured once and written to the run: a resumed run validates the same images at the same
        iterations.
        """
        record, recipe = self.folder.record, self.recipe
        if not record.validate_every:
            times = [time.perf_counter()]
            for _ in judge_images(self.judge, self.store, self.pool[:2]):
                times.append(time.perf_counter())
                yield None
            # The second image counts: the first one pays for setting up.
            judge = times[-1] - times[-2]
            count = recipe.iterations
            if recipe.seconds > 0:
                count = min(count, math.ceil(recipe.seconds / step))
            images, every = live_plan(len(record.labels), judge, step, count)
            every = max(every, count // MOST_VALIDATIONS)
            self.folder.update(validate_every=every, live_images=images)
        size = self.folder.record.live_images
        self.live = live_subset(self.store.data, self.pool, size, recipe.seed)
        baseline = self.store.data.baseline_of(self.live)
        if self.folder.record.live_baseline != baseline:
            self.folder.update(live_baseline=baseline)

    def _validate(self) -> Iterator[Event | None]:
        held = []
        with self.pulse.begin().watch() if self.pulse else nullcontext():
            for judged in judge_images(self.judge, self.store, self.live):
                held.append(judged)
                yield None
        judgement = Judgement(self.live, tuple(held))
        data = self.store.data
        threshold: float = 0.5
        levels: dict[str, float] = {}
        if not self.folder.record.on_test:
            threshold, levels = pick_threshold(data, judgement, self.recipe)
        rates = rate(data, judgement, threshold, levels)
        self._whole = False
        self.folder.log(
            CurvePoint(
                self.iteration,
                self.seconds,
                None,
                rates.accuracy,
                rates.auc,
                rates.overkill,
                rates.escape,
            )
        )
        # Without a validation set nothing may be chosen: the last iteration counts. So it does
        # where validation holds one kind alone: a network that never says "defect" is right on all
        # normal images, and would take the place of a good one.
        blind = data.has_normal and rates.auc is None
        if self.folder.record.on_test or blind or self.best.improved(rates, self.iteration):
            self.best.iteration = self.iteration
            save_weights(self.folder.best, self.network, iteration=self.iteration)
        layers = self.pulse.layers() if self.pulse else ()
        self.folder.log_layers(self.iteration, layers)
        self._whole = True
        run = str(self.folder.path)
        yield Validated(self.job, run, self.iteration, self.seconds, rates)
        if layers:
            yield LayersMoved(self.job, run, self.iteration, layers)

    def checkpoint(self) -> None:
        """Write everything an exact resume needs."""
        self.folder.flush()
        best = self.best
        save_state(
            self.folder.state,
            self.network,
            self.optimizer,
            iteration=self.iteration,
            seconds=self.seconds,
            best=[best.iteration, best.auc, best.loss if math.isfinite(best.loss) else None],
        )
        self.folder.update(iteration=self.iteration, seconds=self.seconds)
        self._kept = self.iteration
