"""What the session does for the first answer."""

from __future__ import annotations

from contextlib import closing

from engine.answer.answer import conclude, first_answer
from engine.answer.expect import expect_answer, keep_answer
from engine.answer.messages import Answered, AnswerExpected, ExpectAnswer, FindOut, RungDone
from engine.answer.values import Rung
from engine.core.event import Progress
from engine.core.job import Steps, Stop, job
from engine.workspace import Workspace


@job(FindOut)
def find_out(workspace: Workspace, command: FindOut, stop: Stop) -> Steps:
    """Climb the ladder on the open data set; a stop answers with what is there."""
    store = workspace.images
    rungs: list[Rung] = []
    with closing(first_answer(store, command.defects, command.seed)) as work:
        while True:
            if stop():
                answer = conclude(store, tuple(rungs), (), command.defects)
                break
            try:
                item = next(work)
            except StopIteration as end:
                answer = end.value
                if command.defects == 0:
                    keep_answer(store, answer)
                break
            if isinstance(item, Rung):
                rungs.append(item)
                yield RungDone(command.job, item)
            else:
                yield Progress(command.job, *item)
    yield Answered(command.job, answer)


@job(ExpectAnswer)
def say_what_it_takes(workspace: Workspace, command: ExpectAnswer) -> Steps:
    """Look up, or measure on a few images, what the first answer takes here."""
    yield AnswerExpected(command.job, expect_answer(workspace.images))
