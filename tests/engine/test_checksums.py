"""Files that are damaged, and folders that cannot be written, are said to be so."""

from __future__ import annotations

import errno
import json
import struct
from dataclasses import fields
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from engine.core import files
from engine.core.errors import RunError
from engine.interpolate.decoder import decoder_for, load_decoder, save_decoder
from engine.interpolate.values import DecoderQuality
from engine.network.catalogue import build
from engine.network.values import UNIT
from engine.project.runs import RunFolder
from engine.training.checkpoint import load_weights, save_weights
from engine.training.run import load_network


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = tmp_path / "best.safetensors"
    save_weights(path, build("small", 2, 64, UNIT, 0), iteration=7)
    return path


def test_weights_come_back_with_their_notes(kept: Path):
    network = build("small", 2, 64, UNIT, 1)
    assert load_weights(kept, network) == {"iteration": 7}
    first = next(build("small", 2, 64, UNIT, 0).parameters())
    assert torch.equal(next(network.parameters()), first)


@pytest.mark.parametrize("place", [8, -1, -400])
def test_a_byte_that_changed_is_noticed_wherever_it_is(kept: Path, place: int):
    data = bytearray(kept.read_bytes())
    start = 8 + struct.unpack("<Q", data[:8])[0]  # where the header ends
    data[start + place if place > 0 else place] ^= 1
    kept.write_bytes(data)
    with pytest.raises(RunError, match="checksum differs"):
        load_weights(kept, build("small", 2, 64, UNIT, 1))


def test_a_note_that_changed_is_noticed(kept: Path):
    data = kept.read_bytes()
    changed = data.replace(b'\\"iteration\\": 7', b'\\"iteration\\": 9')
    assert changed != data
    kept.write_bytes(changed)
    with pytest.raises(RunError, match="checksum differs"):
        load_weights(kept, build("small", 2, 64, UNIT, 1))


def test_weights_of_builds_without_checksums_are_read(kept: Path):
    save_file(load_file(kept), kept, metadata={"notes": json.dumps({"iteration": 3})})
    assert load_weights(kept, build("small", 2, 64, UNIT, 1)) == {"iteration": 3}


@pytest.mark.parametrize("write", [files.write_atomic, files.copy_atomic])
def test_a_read_only_disk_keeps_its_reason(tmp_path: Path, monkeypatch, write):
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    source = tmp_path / "source"
    source.write_bytes(b"x")
    monkeypatch.setattr(files.os, "fsync", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    asked = ("target", "x") if write is files.write_atomic else ("source", tmp_path / "target")
    with pytest.raises(RunError, match="Read-only file system"):
        write(tmp_path / asked[0], asked[1])


def test_a_decoder_with_another_byte_is_not_shown(own_run: Path):
    folder, network = RunFolder.load(own_run), load_network(RunFolder.load(own_run))
    quality = DecoderQuality(**dict.fromkeys((f.name for f in fields(DecoderQuality)), 1))
    save_decoder(folder, decoder_for(network), quality)
    assert load_decoder(folder, network) is not None
    file = own_run / "decoder.safetensors"
    data = bytearray(file.read_bytes())
    data[-1] ^= 1
    file.write_bytes(data)
    assert load_decoder(folder, network) is None
