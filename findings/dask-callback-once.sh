#!/usr/bin/env bash
# distributed 2026.8.0 (dask 2026.8.0): Future.add_done_callback calls back once, although a future
# can become done twice. The result of a task lies with the worker that made it. When that worker
# ends before the client has fetched it, the scheduler has the task done again by another one; the
# future says done() False meanwhile and True afterwards, but its callback had its turn and has no
# second one. A program that is driven by callbacks, and looks at done() in them, as the lost result
# asks of it, waits forever. The documentation says "Call callback on future when future has
# finished" and nothing of a second time.
#
# Seen: two workers of one thread each; a task of a second is done (1 callback), its worker is ended
# by the nanny's own restart, the future is not done for a second, then done by the other worker:
# still 1 callback, and result() is there. The same with a worker that was ended by its system.
# Cure in a program: keep the futures that were told and were not there, and look at them again.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet dask==2026.8.0 distributed==2026.8.0
cat >"$folder/once.py" <<'PYTHON'
import time

from distributed import Client, LocalCluster


def task():
    time.sleep(1)
    return 7


def main():
    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
    ) as cluster, Client(cluster) as client:
        called = []
        future = client.submit(task)
        future.add_done_callback(lambda future: called.append(future.status))
        while not called:
            time.sleep(0.01)
        (worker,) = client.who_has([future])[future.key]
        client.restart_workers([worker])
        seen = []
        until = time.monotonic() + 60
        while (not seen or not seen[-1]) and time.monotonic() < until:
            seen.append(future.done())
            time.sleep(0.01)
        result = future.result(timeout=30)
        time.sleep(2)
        print("called back:", called, "made again by another:", False in seen, "result:", result)
        assert called == ["finished"], "changed: there is a second callback"
        assert result == 7


if __name__ == "__main__":
    main()
PYTHON
"$folder/venv/bin/python" "$folder/once.py"
