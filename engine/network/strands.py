"""Which channels of a network can only be removed together, and how they are.

A *strand* is a set of channels that several modules share: the outputs of one convolution, or all
that a residual stage adds up. Removing channel c of a strand removes the filter of every
convolution that makes it, its batch norm entries, and the matching input slice of everything that
reads it, up to the head.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import torch
from torch import nn
from torch.nn import functional as F

from engine.network.inspector import Inspector
from engine.network.student import Join


@dataclass(frozen=True, slots=True)
class Strand:
    """Channels that live and die together; modules by their dotted names in the backbone.

    Attributes
    ----------
    name : conv1_1 ... conv5_3 for VGG-16; layer1.0.conv1, layer2 (a stage's sum) for residual ones
    makers : convolutions whose outputs they are
    norms : batch norms between
    readers : convolutions that read them
    watched : modules whose outputs are above 0 exactly where the strand is after ReLU. Batch norms
        stand for a ReLU that a residual block uses several times.
    headed : whether the head reads them: the last strand, and every one of a student
    signed : each channel goes on as its response and as the response's negative, all responses
        first; then `watched` is above 0 in one of them wherever it is not 0
    """

    name: str
    makers: tuple[str, ...]
    norms: tuple[str, ...]
    readers: tuple[str, ...]
    watched: tuple[str, ...]
    headed: bool = False
    signed: bool = False


def strands(features: nn.Module) -> tuple[Strand, ...]:
    """All strands of a backbone, first to last."""
    if hasattr(features, "layer1"):
        found = list(_residual(features))
    elif any(isinstance(module, Join) for module in features.children()):
        return tuple(_joined(features))
    else:
        found = list(_plain(features))
    return (*found[:-1], replace(found[-1], headed=True))


def _plain(features: nn.Module) -> Iterator[Strand]:
    """One strand a convolution: VGG and the small network."""
    blocks = any(isinstance(module, nn.MaxPool2d) for module in features.children())
    convolutions = [n for n, m in features.named_children() if isinstance(m, nn.Conv2d)]
    block, place, number = 1, 0, 0
    maker, norms = "", list[str]()
    for name, module in features.named_children():
        if isinstance(module, nn.MaxPool2d):
            block, place = block + 1, 0
        elif isinstance(module, nn.Conv2d):
            maker, norms = name, []
            place, number = place + 1, number + 1
        elif isinstance(module, nn.BatchNorm2d):
            norms = [name]
        elif isinstance(module, nn.ReLU):
            layer = f"conv{block}_{place}" if blocks else f"conv{place}"
            readers = tuple(convolutions[number : number + 1])
            yield Strand(layer, (maker,), tuple(norms), readers, (name,))


def _joined(features: nn.Module) -> Iterator[Strand]:
    """One strand a convolution, each read by the next one and by the head: a student."""
    places = [name for name, _ in features.named_children()]
    for number, place in enumerate(places):
        readers = tuple(f"{after}.conv" for after in places[number + 1 : number + 2])
        yield Strand(
            f"conv{number + 1}", (f"{place}.conv",), (f"{place}.norm",), readers,
            (f"{place}.norm",), headed=True, signed=True,
        )  # fmt: skip


def _residual(features: nn.Module) -> Iterator[Strand]:
    """Those inside each block, and one for all that a stage adds up.

    A channel of the sum is 0 for every reader only where it is 0 after every block of the stage;
    where the first block has no convolution on its shortcut, the stem belongs to the sum too.
    """
    name, makers, norms, readers, watched = "conv1", ["conv1"], ["bn1"], list[str](), ["relu"]
    for stage in ("layer1", "layer2", "layer3", "layer4"):
        for place, block in features.get_submodule(stage).named_children():
            path = f"{stage}.{place}"
            last = sum(isinstance(module, nn.Conv2d) for module in block.children())
            readers.append(f"{path}.conv1")
            if block.downsample is not None:
                readers.append(f"{path}.downsample.0")
                yield Strand(name, tuple(makers), tuple(norms), tuple(readers), tuple(watched))
                makers, norms = [f"{path}.downsample.0"], [f"{path}.downsample.1"]
                readers, watched = [], []
            name = stage
            makers.append(f"{path}.conv{last}")
            norms.append(f"{path}.bn{last}")
            watched.append(path)
            for inner in range(1, last):
                yield Strand(
                    f"{path}.conv{inner}", (f"{path}.conv{inner}",), (f"{path}.bn{inner}",),
                    (f"{path}.conv{inner + 1}",), (f"{path}.bn{inner}",),
                )  # fmt: skip
    yield Strand(name, tuple(makers), tuple(norms), tuple(readers), tuple(watched))


def activity(strand: Strand, values: torch.Tensor) -> torch.Tensor:
    """How strongly each channel answers, 0 where nothing of it goes on; `values` as watched."""
    return values.abs() if strand.signed else F.relu(values)


def width(features: nn.Module, strand: Strand) -> int:
    """Channels of a strand."""
    return int(features.get_submodule(strand.makers[0]).out_channels)  # type: ignore[arg-type]


def narrow(network: Inspector, keep: Mapping[str, Sequence[int]]) -> None:
    """Keep only these channels of some strands, in place; parameters become new ones.

    Parameters
    ----------
    keep
        Strand name to the numbers of the channels kept, ascending, at least one.

    Raises
    ------
    ValueError
        There is no such strand, none of its channels is kept, or one that it has not.
    """
    features = network.features
    found = strands(features)
    unknown = set(keep) - {strand.name for strand in found}
    if unknown:
        raise ValueError(f"no strands {sorted(unknown)}")
    column = 0  # of the head, where the strand's channels begin
    for strand in found:
        if strand.name not in keep:
            column += (width(features, strand) << strand.signed) * strand.headed
            continue
        kept = [int(number) for number in keep[strand.name]]
        whole = width(features, strand)
        if not kept or sorted(set(kept)) != kept or not 0 <= kept[0] <= kept[-1] < whole:
            raise ValueError(f"{strand.name}: cannot keep {kept}")
        rows = torch.tensor(kept)
        for name in strand.makers:
            _keep_outputs(features.get_submodule(name), rows)
        for name in strand.norms:
            _keep_entries(features.get_submodule(name), rows)
        read = torch.cat([rows, whole + rows]) if strand.signed else rows
        for name in strand.readers:
            _keep_inputs(features.get_submodule(name), read)
        if strand.headed:
            end = column + (whole << strand.signed)
            stay = torch.cat([
                torch.arange(column), column + read, torch.arange(end, network.head.in_features),
            ])  # fmt: skip
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
