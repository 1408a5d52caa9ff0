"""Removing channels of a network: those of a group go together.

Removing channel c of a group (:class:`engine.network.backbone.ChannelGroup`) removes the filter of
every convolution that makes it or answers to it alone, its batch norm entries, and the matching
input slice of everything that reads it, up to the head.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch
from torch import nn

from engine.network.backbone import ChannelGroup
from engine.network.window_classifier import WindowClassifier


def width(network: WindowClassifier, group: ChannelGroup) -> int:
    """Channels of a group."""
    maker = network.features.get_submodule(group.makers[0])
    assert isinstance(maker, nn.Conv2d)
    return maker.out_channels


def narrow(network: WindowClassifier, keep: Mapping[str, Sequence[int]]) -> None:
    """Keep only these channels of some groups, in place; parameters become new ones.

    Parameters
    ----------
    keep
        Name of a group to the numbers of the channels kept, ascending, at least one.

    Raises
    ------
    ValueError
        There is no such group, none of its channels is kept, or one that it has not.
    """
    features = network.features
    result = network.groups
    unknown = set(keep) - {group.name for group in result}
    if unknown:
        raise ValueError(f"no channel groups {sorted(unknown)}")
    column = 0  # of the head, where the group's channels begin
    for group in result:
        if group.name not in keep:
            column += (width(network, group) << group.mirrored) * group.headed
            continue
        kept = [int(number) for number in keep[group.name]]
        whole = width(network, group)
        if not kept or sorted(set(kept)) != kept or not 0 <= kept[0] <= kept[-1] < whole:
            raise ValueError(f"{group.name}: cannot keep {kept}")
        rows = torch.tensor(kept)
        for name in group.makers:
            _keep_outputs(features.get_submodule(name), rows)
        read = torch.cat([rows, whole + rows]) if group.mirrored else rows
        for name in group.depthwise:
            _keep_own(features.get_submodule(name), read)
        for name in group.norms:
            _keep_entries(features.get_submodule(name), rows)
        for name in group.readers:
            _keep_inputs(features.get_submodule(name), read)
        if group.headed:
            end = column + (whole << group.mirrored)
            stay = torch.cat(
                [
                    torch.arange(column),
                    column + read,
                    torch.arange(end, network.head.in_features),
                ]
            )
            network.head.weight = _kept(network.head.weight, stay, 1)
            network.head.in_features = len(stay)
            column += len(read)


def _kept(values: torch.Tensor, rows: torch.Tensor, axis: int) -> nn.Parameter:
    picked = values.detach().index_select(axis, rows.to(values.device))
    return nn.Parameter(picked, requires_grad=values.requires_grad)


def _keep_outputs(module: nn.Module, rows: torch.Tensor) -> None:
    assert isinstance(module, nn.Conv2d)
    assert module.groups == 1
    module.weight = _kept(module.weight, rows, 0)
    if module.bias is not None:
        module.bias = _kept(module.bias, rows, 0)
    module.out_channels = len(rows)


def _keep_own(module: nn.Module, rows: torch.Tensor) -> None:
    """Filters of a depthwise convolution, each of which reads its own channel."""
    assert isinstance(module, nn.Conv2d)
    assert module.groups == module.in_channels == module.out_channels
    module.weight = _kept(module.weight, rows, 0)
    if module.bias is not None:
        module.bias = _kept(module.bias, rows, 0)
    module.groups = module.in_channels = module.out_channels = len(rows)


def _keep_inputs(module: nn.Module, rows: torch.Tensor) -> None:
    assert isinstance(module, nn.Conv2d)
    assert module.groups == 1
    module.weight = _kept(module.weight, rows, 1)
    module.in_channels = len(rows)


def _keep_entries(module: nn.Module, rows: torch.Tensor) -> None:
    assert isinstance(module, nn.BatchNorm2d)
    module.weight, module.bias = _kept(module.weight, rows, 0), _kept(module.bias, rows, 0)
    for held in (module.running_mean, module.running_var):
        assert held is not None
    module.running_mean = module.running_mean[rows.to(module.weight.device)]  # type: ignore[index]
    module.running_var = module.running_var[rows.to(module.weight.device)]  # type: ignore[index]
    module.num_features = len(rows)
