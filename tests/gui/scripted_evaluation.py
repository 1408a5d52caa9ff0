"""Made-up evaluations: the world's own verdicts beside its labels, counted by the engine's rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np

from engine.core.command import Command
from engine.core.event import Event, Progress
from engine.evaluate.detection import pods_of
from engine.evaluate.evaluate import subset_of
from engine.evaluate.messages import (
    AdoptThreshold,
    DefectsLocated,
    Evaluated,
    EvaluateRun,
    LocateDefects,
    ProposeThreshold,
    ThresholdAdopted,
    ThresholdProposed,
)
from engine.evaluate.proposal import propose_threshold
from engine.evaluate.values import (
    Adopted,
    ClassState,
    Evaluation,
    Located,
    LocatedImage,
    Verdicts,
    defective_rows,
)
from engine.inspection.verdict import logit
from tests.gui.scripted_interpolate import RefusedError

QUICK = (EvaluateRun, ProposeThreshold)
VALIDATION = 0.25
"""Share of the images that are validation images: the last ones."""


def frozen(values: Any, kind: type) -> np.ndarray:
    result = np.array(values, dtype=kind)
    result.setflags(write=False)
    return result


class EvaluationDesk:
    """Answers commands about evaluation from a world."""

    def __init__(self, emit: Callable[[Event], None], world: Any) -> None:
        self.emit, self.world = emit, world

    def parts(self) -> dict[str, tuple[int, ...]]:
        """Test and validation images."""
        cut = round(self.world.images * (1 - VALIDATION))
        return {"test": tuple(range(cut)), "validation": tuple(range(cut, self.world.images))}

    def classes(self) -> tuple[ClassState, ...]:
        rows = {row.class_name: row for row in self.world.samples()}
        order = [name for name, _ in self.world.summary("").classes if name in rows]
        return tuple(ClassState(name, rows[name].texture, rows[name].defective) for name in order)

    def verdicts(self, run: str, part: str) -> Verdicts:
        """What has been judged of a part."""
        indices = self.parts()[part]
        judged = self.world.judged.get((run, part), 0)
        held = sorted(indices[:judged], key=lambda i: (self.world.score(i), i))
        rows, classes = self.world.samples(), self.classes()
        names = [each.name for each in classes]
        textures = list(dict.fromkeys(each.texture for each in classes))
        scores = np.array([self.world.score(i) for i in held], dtype=float)
        own = [names.index(rows[i].class_name) for i in held]
        return Verdicts(
            part,
            len(indices),
            frozen(held, np.int64),
            frozen(scores, np.float64),
            frozen(logit(scores), np.float64),
            frozen(own, np.int64),
            frozen([textures.index(rows[i].texture) for i in held], np.int64),
            frozen(own, np.int64),
        )

    def evaluation(self, run: str) -> Evaluation:
        classes = self.classes()
        textures = tuple(dict.fromkeys(each.texture for each in classes))
        test = self.verdicts(run, "test")
        of_texture = np.array([textures.index(each.texture) for each in classes])[test.classes]
        subsets = [subset_of(test, classes, np.arange(len(test)), "")]
        if len(textures) > 1:
            subsets += [
                subset_of(test, classes, np.flatnonzero(of_texture == n), name)
                for n, name in enumerate(textures)
                if (of_texture == n).any()
            ]
        threshold, made = self.world.adopted.get(run, (0.5, None))
        return Evaluation(
            run.rsplit("/", 1)[-1], threshold, made.cost_ratio if made else 20.0, classes, textures,
            test, self.verdicts(run, "validation"), tuple(subsets), made,
        )  # fmt: skip

    def adopt(self, command: AdoptThreshold) -> Iterator[None]:
        """Make a run with the threshold proposed at other costs."""
        self.world.evaluated.append(command)
        self.world.step_wait()
        yield
        run = command.run
        if run in self.world.locked:
            raise RefusedError("{path}: cannot be written. Check the folder's rights.")
        found = self.verdicts(run, "validation")
        bad = defective_rows(self.evaluation(run), found)
        chosen = propose_threshold(found.scores, bad, command.cost_ratio, command.share)
        parent = next(each for each in self.world.runs if each.path == run)
        path = f"{run.rsplit('/', 1)[0]}/threshold-{len(self.world.adopted) + 1:02d}"
        name = path.rsplit("/", 1)[-1]
        recipe = replace(parent.recipe, cost_ratio=command.cost_ratio)
        made = replace(
            parent, path=path, name=name, recipe=recipe, threshold=chosen.threshold,
            parent=parent.name, kind="threshold",
        )  # fmt: skip
        self.world.runs = [made, *self.world.runs]
        for part in ("test", "validation"):
            self.world.judged[path, part] = self.world.judged[run, part]
        self.world.adopted[path] = (
            chosen.threshold,
            Adopted(
                parent.name, command.cost_ratio, command.share, chosen.normal, chosen.defective,
                0.5, 0,
            ),
        )  # fmt: skip
        self.emit(ThresholdAdopted(command.job, run, path, chosen.threshold, 0))

    def located(self, run: str, made: int = 0) -> Located:
        bad = [i for i in self.parts()["test"] if self.world.defective(i)]
        rows = self.world.samples()
        found = Located(
            run.rsplit("/", 1)[-1],
            0.5,
            len(bad),
            tuple(
                LocatedImage(
                    i, rows[i].file, rows[i].texture, 0.9 - 0.01 * i, 0.1 * (n + 1), n > 0,
                    True, True, n == 0, 4.0 + n, 1.0 + n,
                )
                for n, i in enumerate(bad)
            ),
            made=tuple(
                LocatedImage(-1, "", "A", None, 0.0, False, n > 5, n > 5, False, 2.0 + n, 0.5 + n)
                for n in range(made)
            ),
        )  # fmt: skip
        return replace(
            found, pods=(*pods_of(found.images, "regions"), *pods_of(found.made, "made"))
        )

    def answer(self, command: Command) -> None:
        """Answer an interactive command; raises RefusedError as the engine refuses."""
        self.world.evaluated.append(command)
        run = command.run
        if isinstance(command, EvaluateRun):
            if run in self.world.unreadable:
                raise RefusedError("{path}: split.csv is missing or damaged. Train again.")
            self.emit(Evaluated(command.job, run, self.evaluation(run)))
            if run in self.world.located:
                self.emit(DefectsLocated(command.job, run, self.located(run)))
        elif isinstance(command, ProposeThreshold):
            found = self.verdicts(run, "validation")
            bad = defective_rows(self.evaluation(run), found)
            proposal = propose_threshold(found.scores, bad, command.cost_ratio, command.share)
            self.emit(ThresholdProposed(command.job, run, proposal))

    def locate(self, command: LocateDefects) -> Iterator[None]:
        """Locate defects image by image."""
        images = self.located(command.run).images
        for done in range(len(images) + 1):
            self.emit(Progress(command.job, "locating", done, len(images)))
            self.world.step_wait()
            yield
        self.world.located.add(command.run)
        self.emit(DefectsLocated(command.job, command.run, self.located(command.run, command.made)))
