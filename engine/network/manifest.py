"""How a network differs from the catalogue's: ``network.toml`` in the folder of a pruned run.

Plain numbers, no pickle: the catalogue builds the whole backbone, and each convolution named here
is narrowed to so many filters before the weights are read. Classes, window and preprocessing stand
in run.toml, as for every run.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import tomli_w
from torch import nn

from engine.core.errors import RunError
from engine.core.files import write_atomic
from engine.core.outside import DAMAGED, read_toml
from engine.network.narrow import narrow, width
from engine.network.window_classifier import WindowClassifier

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """A backbone of the catalogue with fewer filters.

    Attributes
    ----------
    backbone : its name in the catalogue
    filters : convolution to its filters where they are fewer; named as in the weight file,
        ``features.28``
    """

    backbone: str
    filters: dict[str, int]


def describe(network: WindowClassifier, backbone: str, whole: WindowClassifier) -> Manifest:
    """What a network is.

    Parameters
    ----------
    backbone
        Its name in the catalogue.
    whole
        The network that the catalogue builds.
    """
    filters = {
        f"features.{name}": module.out_channels
        for name, module in network.features.named_modules()
        if isinstance(module, nn.Conv2d)
        and module.out_channels != whole.features.get_submodule(name).out_channels
    }
    return Manifest(backbone, filters)


def write_manifest(path: Path, manifest: Manifest) -> None:
    """Write ``network.toml`` atomically."""
    values = {"format": FORMAT, "backbone": manifest.backbone, "filters": manifest.filters}
    write_atomic(path, tomli_w.dumps(values))


def read_manifest(path: Path) -> Manifest:
    """Read ``network.toml``.

    Raises
    ------
    RunError
        It is damaged, or of a later version of this program.
    """
    try:
        values = read_toml(path)
        if values["format"] != FORMAT:
            raise ValueError(f"format {values['format']}")
        filters = {str(name): int(count) for name, count in values["filters"].items()}
        return Manifest(str(values["backbone"]), filters)
    except DAMAGED as error:
        raise _damaged(path, error) from error


def fit(network: WindowClassifier, manifest: Manifest, path: Path) -> None:
    """Narrow a whole network, in place, to what a manifest says; its weights are void then.

    Parameters
    ----------
    path
        Where the manifest was read, for the message.

    Raises
    ------
    RunError
        The manifest names convolutions or numbers that this backbone cannot have.
    """
    keep = {}
    known = set()
    for group in network.groups:
        convolutions = [f"features.{name}" for name in group.convolutions]
        known |= set(convolutions)
        whole = width(network, group)
        # All that is added up has equally many channels.
        wanted = {manifest.filters.get(f"features.{name}", whole) for name in group.makers}
        spread = {
            manifest.filters.get(f"features.{name}", whole << group.mirrored)
            for name in group.depthwise
        }
        # A mirrored channel is filtered as two.
        if spread - {count << group.mirrored for count in wanted}:
            raise _damaged(path, f"{group.name}: {sorted(spread)} filters of single channels")
        if len(wanted) != 1 or not 1 <= min(wanted) <= whole:
            raise _damaged(path, f"{group.name}: {sorted(wanted)} filters")
        keep[group.name] = range(wanted.pop())
    unknown = sorted(set(manifest.filters) - known)
    if unknown:
        raise _damaged(path, ", ".join(unknown))
    narrow(network, keep)


def _damaged(path: Path, why: object) -> RunError:
    return RunError("{path}: damaged ({why}). Restore it from a copy.", path=path, why=why)
