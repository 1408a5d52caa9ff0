"""Workers of a real local cluster: tasks that are followed, lost, stopped and given up."""

from __future__ import annotations

import io
import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace

import pytest

import engine.cluster.connect as connecting
from engine.cluster.archives import Scattered, pack, unpack, unpacked_once
from engine.cluster.connect import Cluster, connect
from engine.cluster.follow import Call, Done, Standing, _Following, follow
from engine.cluster.task import about
from engine.cluster.values import ClusterError, read_scheduler
from engine.cluster.workers import CARRY, workers_of
from engine.measures.measure import measure_run
from engine.measures.remote import measure_on
from engine.measures.values import RunMeasures
from engine.project.places import place_of
from engine.project.runs import RunFolder
from engine.training.run import open_run_data
from main import main
from tests.engine.cluster_tasks import finished

COUNT = "tests.engine.cluster_tasks:count"


def processes(cluster: Cluster) -> set[int]:
    return {int(each["name"].split(":")[-1]) for each in cluster.client.run(about, ()).values()}


def gone(numbers: set[int], seconds: float = 20.0) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if not any(Path(f"/proc/{number}").exists() for number in numbers):
            return True
        time.sleep(0.05)
    return False


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    before = dict(os.environ)
    made = finished(connect("local:2"))
    assert dict(os.environ) == before, "what else is started has the threads it had"
    numbers = processes(made)
    assert len(numbers) == 2
    yield made
    numbers |= processes(made)
    made.close()
    left = {name for name in os.environ.keys() - before.keys() if not name.startswith("PYTEST")}
    assert left == set(), "restarted workers wrote into the environment of this program"
    if Path("/proc").is_dir():
        assert gone(numbers), "worker processes were left behind"


# ---------------------------------------------------------------- what is asked for


def test_a_scheduler_is_named_as_documented():
    assert read_scheduler("local:2").workers == 2
    assert read_scheduler(" tcp://10.0.0.5:8786 ").address == "tcp://10.0.0.5:8786"
    assert read_scheduler("tls://plant-server:8786").address == "tls://plant-server:8786"


@pytest.mark.parametrize(
    "text",
    ["", "local", "local:0", "local:-1", "local:two", "local:99999999999999", "http://a:1",
     "tcp://a", "tcp://a:0", "tcp://a:99999", "tcp://a b:1", "local:2;rm"],
)  # fmt: skip
def test_what_names_no_computers_is_refused(text: str):
    with pytest.raises(ClusterError, match="local:2"):
        read_scheduler(text)


def test_where_nobody_answers_the_cure_is_said(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(connecting, "ANSWER", 0.2)
    with pytest.raises(ClusterError, match=r"no Dask scheduler answers.*dask scheduler"):
        finished(connect("tcp://127.0.0.1:9"))


def test_an_encrypted_address_without_certificates_says_what_is_missing():
    with pytest.raises(ClusterError, match="needs certificates"):
        finished(connect("tls://127.0.0.1:9"))


def test_without_the_extra_its_installation_is_said(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(connecting, "find_spec", lambda _name: None)
    with pytest.raises(ClusterError, match=r'pip install "transferlens\[cluster\]"'):
        finished(connect("local:2"))


def test_the_folder_of_a_program_that_was_killed_goes_at_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    left, begun = (tmp_path / f"{connecting.SCRATCH}{name}" for name in ("left", "begun"))
    for folder in (left, begun):
        (folder / "dask-scratch-space").mkdir(parents=True)
    os.utime(left, (1, 1))
    with connecting._scratch() as first:
        os.utime(first, (1, 1))  # old, but its program lives
        with connecting._scratch() as second:
            assert sorted(tmp_path.iterdir()) == sorted([begun, first, second])
    assert list(tmp_path.iterdir()) == [begun]


def test_a_slip_in_the_scheduler_is_one_line_and_code_2(
    tiny_set: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    command = ["study", str(tiny_set), "--project", str(tmp_path / "p"), "--scheduler", "lokal:2"]
    assert main(command) == 2
    assert "'lokal:2' names no computers" in capsys.readouterr().err


# ---------------------------------------------------------------- tasks


def test_tasks_come_back_whole_and_a_failure_is_one_of_them(cluster: Cluster):
    calls = [Call(f"count {n}", COUNT, (n, 0.0)) for n in range(4)]
    calls.append(Call("bad", "tests.engine.cluster_tasks:fail", ()))
    done = {x.name: x for x in follow(cluster, calls, lambda: False) if isinstance(x, Done)}
    assert [done[f"count {n}"].result for n in range(4)] == [0, 1, 2, 3]
    assert isinstance(done["bad"].error, ValueError)
    assert all(each.worker for each in done.values() if each.error is None)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc's own way")
def test_a_worker_keeps_the_memory_of_a_step_for_the_next(cluster: Cluster):
    """Dask's setting gave 1,024 pages back, and took them again, for each of 50 tensors."""
    call = Call("steps", "tests.engine.cluster_tasks:page_faults", ())
    (done,) = [x for x in follow(cluster, [call], lambda: False) if isinstance(x, Done)]
    assert done.error is None
    assert done.result < 10 * 1024


def test_dasks_page_is_offered_only_where_it_is(cluster: Cluster):
    """A scheduler names its port with bokeh or without; one that is silent is not waited for."""
    assert bool(cluster.dashboard) is (find_spec("bokeh") is not None)
    pages = {"/page": b"Status", "/without": b"<p>Dask needs bokeh>=3.1.0 for the dashboard.</p>"}

    class Pages(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path in pages else 404)
            self.end_headers()
            self.wfile.write(pages.get(self.path, b""))

        def log_message(self, *_words: object) -> None:
            """Nothing on the terminal."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        here = f"http://127.0.0.1:{server.server_port}"
        for path, offered in (("/page", True), ("/without", False), ("/none", False)):
            client = SimpleNamespace(dashboard_link=here + path)
            assert bool(connecting._dashboard(client)) is offered
        server.shutdown()
    for nowhere in (here + "/page", "file:///etc/hostname", "", None):
        assert connecting._dashboard(SimpleNamespace(dashboard_link=nowhere)) == ""


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_a_task_whose_worker_is_killed_is_done_by_another(cluster: Cluster):
    heard: list[Standing] = []

    def said(standing: Standing) -> None:
        heard.append(standing)
        if len(killed) < 1 and standing.workers and standing.workers[0].done >= 3:
            killed.append(int(standing.workers[0].worker.split(":")[-1]))
            os.kill(killed[0], signal.SIGKILL)

    killed: list[int] = []
    calls = [Call(f"count {n}", COUNT, (10, 0.05)) for n in range(3)]
    done = [x for x in follow(cluster, calls, lambda: False, said) if isinstance(x, Done)]
    assert killed
    assert sorted(x.name for x in done) == ["count 0", "count 1", "count 2"]
    assert {x.result for x in done} == {10}
    assert heard[-1].lost <= 1
    cluster.client.wait_for_workers(2, timeout=30)


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_a_result_that_goes_with_its_worker_before_it_is_fetched_is_made_again(cluster: Cluster):
    # Dask says once that a task is done: a job waited forever for one that was done a second time.
    work = _Following(cluster, [Call("one", COUNT, (1, 1.0))])
    try:
        while work.news.get(timeout=60) != "one":
            pass
        (worker,) = cluster.client.who_has([work.futures["one"]]).popitem()[1]
        os.kill(cluster.client.run(os.getpid, workers=[worker])[worker], signal.SIGKILL)
        until = time.monotonic() + 60
        while work.futures["one"].done() and time.monotonic() < until:
            time.sleep(0.01)
        work.news.put("one")
        done: list[Done] = []
        for item in work.run(lambda: False, lambda _standing: None):
            done += [item] if isinstance(item, Done) else []
            assert time.monotonic() < until, "waits for word that never comes"
        assert [each.result for each in done] == [1]
    finally:
        work.close()


def test_a_stop_ends_what_is_at_work_and_withdraws_the_rest(cluster: Cluster):
    begun: list[int] = []

    def said(standing: Standing) -> None:
        begun.append(len(standing.begun))

    calls = [Call(f"count {n}", COUNT, (10_000, 0.02)) for n in range(5)]
    work = follow(cluster, calls, lambda: 2 in begun, said)
    done = [x for x in work if isinstance(x, Done)]
    assert sum(x.early for x in done) == 3
    assert [x.result for x in done if not x.early] == ["stopped", "stopped"]


def test_cancel_reaches_a_step_in_its_midst(cluster: Cluster, tmp_path: Path):
    note = tmp_path / "note.txt"
    work = follow(
        cluster, [Call("long", "tests.engine.cluster_tasks:long_step", (str(note),))], lambda: False
    )
    for _ in work:
        if note.is_file() and note.read_text("utf-8") == "began":
            break
    work.close()
    assert note.read_text("utf-8").startswith("let go")
    # The worker is free for others.
    calls = [Call(f"count {n}", COUNT, (2, 0.0)) for n in range(4)]
    done = [x for x in follow(cluster, calls, lambda: False) if isinstance(x, Done)]
    assert [x.result for x in done] == [2] * 4


def test_a_worker_of_another_version_is_named(cluster: Cluster, monkeypatch: pytest.MonkeyPatch):
    def other(packages: tuple[str, ...]):
        found = about(packages)
        return found | {"versions": dict.fromkeys(packages, "0.0.1")}

    asked = cluster.client.run
    monkeypatch.setattr(connecting, "about", other)
    monkeypatch.setattr(cluster.client, "run", lambda _f, *a, **k: asked(about, *a, **k))
    with pytest.raises(ClusterError, match=r"Worker .*:\d+ has transferlens .*here it is 0\.0\.1"):
        connecting._checked(cluster.client)


def test_what_is_sent_along_reaches_tasks_once_packed(cluster: Cluster, tmp_path: Path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.bin").write_bytes(b"1234")
    scattered = Scattered(cluster.client, pack(tmp_path))
    assert scattered.future() is scattered.future()
    calls = [Call("c", COUNT, (1, 0.0), (scattered, None))]
    (done,) = [x for x in follow(cluster, calls, lambda: False) if isinstance(x, Done)]
    assert done.result == 1


@pytest.mark.parametrize("carry", [pytest.param("", marks=pytest.mark.trial), "1"])
def test_measures_that_a_worker_takes_are_those_taken_here(
    cluster: Cluster, own_run: Path, carry: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv(CARRY, carry)
    here = finished(measure_run(own_run, images=6))
    shutil.rmtree(own_run / "measures")
    folder = RunFolder.load(own_run)
    data, _ = open_run_data(folder)
    path, options = place_of(folder), folder.record.reading
    with workers_of(
        1, cluster, folder.project, data, path, options, "engine.measures.worker"
    ) as workers:
        assert workers.shared is (carry == "")
        items = list(measure_on(workers, [folder], {"images": 6, "seed": 0}, lambda: False))
    (there,) = [item[1] for item in items if isinstance(item, tuple)]
    assert isinstance(there, RunMeasures)
    kept = finished(measure_run(own_run, images=6))
    for found in (there, kept):
        assert found.changes == here.changes
        assert found.images == here.images


# ---------------------------------------------------------------- folders that travel


def test_a_folder_comes_out_as_it_went_in(tmp_path: Path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "x.bin").write_bytes(bytes(range(256)))
    (tmp_path / "a" / "가.txt").write_text("하나", "utf-8")
    content = pack(tmp_path / "a")
    assert unpacked_once(content, tmp_path / "out") == tmp_path / "out"
    assert (tmp_path / "out" / "b" / "x.bin").read_bytes() == bytes(range(256))
    assert (tmp_path / "out" / "가.txt").read_text("utf-8") == "하나"
    (tmp_path / "out" / "b" / "x.bin").write_bytes(b"mine")
    unpacked_once(content, tmp_path / "out")
    assert (tmp_path / "out" / "b" / "x.bin").read_bytes() == b"mine", "unpacked twice"


@pytest.mark.parametrize(
    "name", ["../evil", "/etc/evil", "a/../../evil", "C:/evil", "C:evil", "a\\..\\evil", "//h/s/e"]
)
def test_an_archive_that_names_a_place_outside_is_refused_whole(name: str, tmp_path: Path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("good.txt", "good")
        archive.writestr(name, "bad")
    with pytest.raises(ClusterError, match="outside"):
        unpack(packed.getvalue(), tmp_path / "deep" / "out")
    assert not (tmp_path / "deep").exists()


def test_a_link_in_an_archive_is_refused(tmp_path: Path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        link = zipfile.ZipInfo("link")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(ClusterError, match="outside"):
        unpack(packed.getvalue(), tmp_path / "out")


def test_half_an_archive_is_refused(tmp_path: Path):
    (tmp_path / "x.bin").write_bytes(bytes(1000))
    with pytest.raises(ClusterError, match="damaged"):
        unpack(pack(tmp_path)[:500], tmp_path / "out")


@pytest.mark.trial
def test_workers_that_cannot_start_are_a_sentence_with_its_cure(tmp_path: Path):
    # A program without a guard around its main part starts itself in each worker, which fails.
    program = tmp_path / "unguarded.py"
    program.write_text(
        "from engine.cluster.connect import connect\n"
        "from engine.cluster.values import ClusterError\n"
        "try:\n    list(connect('local:1'))\n"
        "except ClusterError as error:\n    print('said:', error)\n",
        "utf-8",
    )
    root = str(Path(connecting.__file__).parents[2])
    done = subprocess.run(
        [sys.executable, str(program)],
        env=os.environ | {"PYTHONPATH": root},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert "said: local:1: the workers could not be started" in done.stdout
