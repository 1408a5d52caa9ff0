"""A scheduler that is gone in the middle of a study, and the same study to its end over TLS."""

from __future__ import annotations

import datetime
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import dask
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

import engine.cluster.connect as connecting
from engine.project.runs import list_runs
from main import main

pytestmark = [
    pytest.mark.trial,
    pytest.mark.skipif(os.name == "nt", reason="no SIGKILL"),
]


@contextmanager
def plant(folder: Path, *more: str, secure: bool = False) -> Iterator[tuple[str, subprocess.Popen]]:
    """A scheduler and two workers, started by hand as docs/scale.md says."""
    folder.mkdir()
    file, dask = folder / "scheduler.json", [sys.executable, "-m", "dask"]
    host = f"{'tls' if secure else 'tcp'}://127.0.0.1"
    commands = (
        ["scheduler", "--host", host, "--port", "0", "--no-dashboard", "--scheduler-file", file],
        ["worker", "--scheduler-file", file, "--nthreads", "1", "--nworkers", "2",
         "--local-directory", folder],
    )  # fmt: skip
    with ExitStack() as stack, (folder / "log.txt").open("w") as log:
        started: list[subprocess.Popen] = []
        for command in commands:
            process = subprocess.Popen(
                [*dask, *map(str, command), *more], stdout=log, stderr=subprocess.STDOUT
            )
            stack.callback(process.wait, 60)
            stack.callback(process.terminate)
            started.append(process)
            while not file.is_file():
                assert process.poll() is None, (folder / "log.txt").read_text()
                time.sleep(0.05)
        yield json.loads(file.read_text())["address"], started[0]


def certificate(folder: Path) -> tuple[str, str]:
    """A certificate that is its own authority, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "plant")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "cert.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return str(folder / "cert.pem"), str(folder / "key.pem")


def test_a_study_whose_scheduler_is_gone_goes_on_over_tls(
    tiny_set: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
):
    entries = ("iterations=400", "batch=8", "window=64", "crop=128", "precision=float32")
    command = [
        "study", str(tiny_set), "--project", str(tmp_path / "p"), "--settings", "small",
        "--folds", "1,2/4", *(f"--set=small:{each}" for each in entries), "--scheduler",
    ]  # fmt: skip
    monkeypatch.setattr(connecting, "PATIENCE", 5.0)

    with plant(tmp_path / "plain") as (address, scheduler):

        def end() -> None:
            while scheduler.poll() is None:
                told = [each.read_text() for each in (tmp_path / "p").glob("runs/*/metrics.csv")]
                if any(len(text.splitlines()) > 20 for text in told):  # deep in a run
                    os.kill(scheduler.pid, signal.SIGKILL)
                    return
                time.sleep(0.05)

        threading.Thread(target=end, daemon=True).start()
        assert main([*command, address]) == 2
    said = capfd.readouterr().err
    assert f"transferlens: {address}: the scheduler has gone. Start it again" in said
    assert "distributed" not in said, "Dask's own log is not for people"
    begun = {run.path.name: run for run in list_runs(tmp_path / "p")}
    assert begun
    assert {run.state_now for run in begun.values()} <= {"stopped", "interrupted"}
    # One that had not come to its first iteration is trained anew.
    going_on = {name for name, run in begun.items() if run.state.is_file()}
    assert going_on

    cert, key = certificate(tmp_path)
    tls = ("--tls-ca-file", cert, "--tls-cert", cert, "--tls-key", key)
    with plant(tmp_path / "secure", *tls, secure=True) as (address, _):
        assert address.startswith("tls://")
        with dask.config.set(
            {"distributed.comm.tls.ca-file": cert, "distributed.comm.tls.client.cert": cert,
             "distributed.comm.tls.client.key": key}
        ):  # fmt: skip
            assert main([*command, address, "--json"]) == 0
    board = json.loads(capfd.readouterr().out.strip().splitlines()[-1])
    assert (board["done"], board["total"], board["failed"]) == (2, 2, [])
    ended = {run.path.name: run for run in list_runs(tmp_path / "p")}
    assert all(ended[name].record.state == "done" for name in going_on), "the very runs went on"
    assert sum(run.record.state == "done" for run in ended.values()) == 2
