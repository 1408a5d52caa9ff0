"""Closing gives the step at work up, and nothing that was reached is lost or changed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch

from engine.core.stopping import GivenUp, go_on, listen
from engine.network.catalogue import BACKBONES
from engine.network.giving_up import statistics_kept
from engine.project.runs import RunFolder
from engine.session import Session
from engine.training.checkpoint import read_tensors, write_tensors
from engine.training.messages import ResumeRun, StepDone, Train
from tests.engine.conftest import Workspace, quick


@pytest.fixture
def leaving() -> Iterator[threading.Event]:
    event = threading.Event()
    listen(event)
    yield event
    listen(None)


def small_network() -> torch.nn.Sequential:
    torch.manual_seed(0)
    return BACKBONES["resnet18"].make()


def after_layers(network: torch.nn.Module, event: threading.Event, count: int) -> list[str]:
    """Set the event once so many layers have computed; returns the names of those that do."""
    seen: list[str] = []

    def count_one(name: str) -> None:
        seen.append(name)
        if len(seen) == count:
            event.set()

    for name, module in network.named_modules():
        if not list(module.children()):
            module.register_forward_hook(lambda *_a, n=name: count_one(n))
    return seen


def test_a_pass_is_given_up_between_two_layers(leaving: threading.Event):
    network = small_network()
    seen = after_layers(network, leaving, 5)
    with pytest.raises(GivenUp):
        network(torch.zeros(1, 3, 64, 64))
    assert len(seen) == 5


def test_gradients_are_given_up_on_their_way_back(leaving: threading.Event):
    network = torch.nn.Sequential(*(torch.nn.Linear(4, 4) for _ in range(6)))
    loss = network(torch.ones(1, 4)).sum()
    # As if it were closed while the gradient of the fourth layer is being worked out.
    network[3].register_full_backward_pre_hook(lambda *_: leaving.set())
    loss = network(torch.ones(1, 4)).sum()
    with pytest.raises(GivenUp):
        loss.backward()
    assert network[0].weight.grad is None


def test_who_does_not_listen_is_not_disturbed():
    event = threading.Event()
    event.set()
    go_on()
    small_network()(torch.zeros(1, 3, 64, 64))


def test_running_statistics_are_those_before_the_step(leaving: threading.Event):
    network = small_network().train()
    before = {name: value.clone() for name, value in network.state_dict().items()}
    after_layers(network, leaving, 20)
    with pytest.raises(GivenUp), statistics_kept(network):
        network(torch.ones(2, 3, 64, 64))
    assert all(torch.equal(before[name], value) for name, value in network.state_dict().items())


def test_a_training_step_given_up_changes_nothing_of_the_run(
    tiny_set: Path, tmp_path: Path, leaving: threading.Event
):
    recipe = quick(iterations=12, validation=0.0)
    whole = Workspace()
    whole.run(Train(1, str(tiny_set), str(tmp_path / "a"), recipe))
    (first,) = (tmp_path / "a" / "runs").iterdir()
    work = Workspace()
    work.post(Train(1, str(tiny_set), str(tmp_path / "b"), recipe))
    while not any(isinstance(e, StepDone) and e.iteration == 5 for e in work.events):
        assert work.session.advance()
    leaving.set()
    work.session.advance()
    assert work.end(1).outcome == "cancelled"
    leaving.clear()
    (second,) = (tmp_path / "b" / "runs").iterdir()
    folder = RunFolder.load(second)
    assert (folder.state_now, folder.record.iteration) == ("stopped", 5)
    work.run(ResumeRun(2, str(second)))
    assert work.end(2).outcome == "done"
    one, other = (read_tensors(RunFolder.load(run).best)[0] for run in (first, second))
    assert one.keys() == other.keys()
    assert all(torch.equal(one[k], other[k]) for k in one)


def test_what_a_person_did_is_kept_although_the_program_is_being_closed(
    leaving: threading.Event, monkeypatch: pytest.MonkeyPatch
):
    from engine import session
    from engine.signoff.messages import PlanSignOff

    assert PlanSignOff.kept_at_close
    kept = []

    def keep(_workspace, _command, _stop):
        go_on()
        kept.append(True)
        yield None

    monkeypatch.setitem(session.JOBS, PlanSignOff, keep)
    lane = Session("test", lambda _event: None)
    lane.handle(PlanSignOff(1, "run", "looks", 2, 0.05))
    leaving.set()
    lane.advance()
    assert kept


def test_a_file_of_weights_is_written_although_the_program_is_being_closed(
    tmp_path: Path, leaving: threading.Event
):
    leaving.set()
    write_tensors(tmp_path / "a.safetensors", {"x": torch.ones(3)}, {"iteration": 1})
    listen(None)
    assert read_tensors(tmp_path / "a.safetensors")[1] == {"iteration": 1}


def test_it_is_said_once_so_that_tidying_up_is_not_given_up(leaving: threading.Event):
    leaving.set()
    with pytest.raises(GivenUp):
        go_on()
    go_on()
