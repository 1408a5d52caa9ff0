"""What every process but the first does in a run that several train together."""

from __future__ import annotations

from pathlib import Path

from engine.network.numerics import settle
from engine.project.runs import RunFolder
from engine.training.checkpoint import load_state
from engine.training.process_group import ProcessGroup
from engine.training.run import build_for, make_optimizer, mine, open_run_data, sampler_for
from engine.training.step import descend, logits_of, set_rate


def train_as_other_rank(process_group: ProcessGroup) -> None:
    """Pass this process's share of every batch until process 0 says that it was the last.

    Nothing is written, and nothing is said. The run's folder has all that is needed: what the
    network is, which images it trains on, and the checkpoint that all begin with.

    Raises
    ------
    TransferLensError
        The run's folder or its data set cannot be read from here.
    """
    path = process_group.hear_run()
    if not path:
        return
    folder = RunFolder.load(Path(path))
    record, recipe = folder.record, folder.record.recipe
    numerics = record.numerics
    process_group.take_device(numerics.device)
    data, store = open_run_data(folder)
    network = settle(build_for(folder), numerics)
    optimizer = make_optimizer(network, recipe)
    load_state(folder.state, network, optimizer)
    for _ in store.build():
        pass
    sampler = sampler_for(store, folder.read_split(data), recipe, record.view, network)
    mine(sampler, record.view, record.judge(network, numerics, 0.5), store)
    shared = process_group.share_out(network, recipe, numerics, logits_of)
    while (order := process_group.hear()) is not None:
        part = shared.share_of(sampler.batch_size(order.large))
        batch = sampler.batch(order.iteration, order.large, part)
        set_rate(optimizer, order.rate)
        for _ in descend(network, optimizer, batch, order.micro, recipe, numerics, shared):
            pass
