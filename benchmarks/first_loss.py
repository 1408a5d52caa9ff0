"""From the command to train to the first loss, in a program that has torch loaded, as the window has.

    python -m benchmarks.first_loss DIR [--rounds 3]

Each round is a new run of transfer with five labelled defects, ended after its second step. Printed
are the seconds to the first loss, those of the step between the two losses, and the difference. The
first round decodes the images, and measures number formats where this computer was not measured yet.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from engine.core.command import Cancel
from engine.core.event import Event
from engine.core.recipe import default_recipe
from engine.core.runtime import processor_name
from engine.session import Session
from engine.training.messages import StepDone, Train


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    losses: list[float] = []

    def hear(event: Event) -> None:
        if isinstance(event, StepDone):
            losses.append(time.perf_counter())

    session = Session("benchmark", hear)
    while session.advance():  # loads torch
        pass
    print(processor_name())
    recipe = default_recipe("transfer", iterations=3, defects=5)
    with tempfile.TemporaryDirectory() as place:
        for number in range(1, arguments.rounds + 1):
            losses.clear()
            began = time.perf_counter()
            session.handle(Train(number, str(arguments.data.absolute()), place, recipe))
            while len(losses) < 2:
                session.advance()
            first, step = losses[0] - began, losses[1] - losses[0]
            print(
                f"round {number}: {first:.1f} s, a step {step:.1f} s, beyond it {first - step:.1f}"
            )
            session.handle(Cancel(number))
    session.close()


if __name__ == "__main__":
    main()
