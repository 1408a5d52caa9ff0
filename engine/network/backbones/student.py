"""The shallow student: a network that a larger one teaches (Kim, Noh & Park 2020).

Three convolutions with large kernels: few filters, so that an image takes a millisecond or two, yet
a cell of the last layer sees 83 pixels. With 33 filters none is there to spare, so two things keep
what they find. Both signs of a response go on, as in a concatenated ReLU (Shang, Sohn, Almeida &
Lee, ICML 2016: early filters of ReLU networks come in pairs of opposite sign). And the head reads
all three layers, as in a DenseNet (Huang, Liu, van der Maaten & Weinberger, CVPR 2017). Its width
is chosen when it is made.

New students are separable: their second and third layers look at each channel by itself before
they mix them (:mod:`engine.network.join`), for less than half of the time. Those from before are of
the plain form, which stays known by its name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from torch import nn

from engine.core.recipe import STUDENTS
from engine.core.student_size import WIDEST
from engine.network.backbone import Backbone, ChannelGroup, Layer, register
from engine.network.join import Join, SeparableJoin

PLAIN, SEPARABLE = STUDENTS

STRIDE = 8

KERNELS = (11, 7, 7)
STRIDES = (4, 2, 1)


def student_features() -> nn.Sequential:
    """Three convolutions, stride 8, grey input, at their widest."""
    return _features(lambda *shape: Join(*shape, carries=True))


def separable_features() -> nn.Sequential:
    """The same, the second and third of them separable."""
    return _features(SeparableJoin)


def _features(following: Callable[[int, int, int, int], Join]) -> nn.Sequential:
    joins = [Join(1, WIDEST[0], KERNELS[0], STRIDES[0], carries=False)]
    shapes = zip(WIDEST, WIDEST[1:], KERNELS[1:], STRIDES[1:], strict=False)
    for before, filters, kernel, stride in shapes:
        joins.append(following(2 * before, filters, kernel, stride))
    return nn.Sequential(*joins)


def _layers(features: nn.Module) -> Iterator[Layer]:
    """conv1 ... conv3; each holds what the layers before it found as well."""
    for number, (place, _) in enumerate(features.named_children(), start=1):
        yield Layer(f"conv{number}", place, f"conv{number}", f"{place}.conv")


def _groups(features: nn.Module) -> Iterator[ChannelGroup]:
    """One a convolution, each read by the next one and by the head."""
    layers = list(_layers(features))
    for number, layer in enumerate(layers):
        norm = f"{layer.module}.norm"
        after = layers[number + 1 : number + 2]
        spreads = [
            f"{each.module}.spread"
            for each in after
            if isinstance(features.get_submodule(each.module), SeparableJoin)
        ]
        yield ChannelGroup(
            layer.name,
            (layer.convolution,),
            (norm,),
            tuple(each.convolution for each in after),
            (norm,),
            depthwise=tuple(spreads),
            headed=True,
            mirrored=True,
        )


for _name, _title, _make, _rank in (
    (PLAIN, "Student", student_features, 90),
    (SEPARABLE, "Student, separable", separable_features, 91),
):
    register(
        _name,
        Backbone(
            _title,
            _make,
            _layers,
            _groups,
            channels=2 * sum(WIDEST),
            stride=STRIDE,
            rank=_rank,
            inputs=1,
            offered=False,
        ),
    )
