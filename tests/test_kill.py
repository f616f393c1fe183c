"""Runs that are killed, disks that are full, folders that cannot be written."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from ci_helpers import articles, run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals as POSIX has them")


def killed_runs(folder: Path, rounds: int) -> None:
    """Kills runs at random moments; after each, everything that is there is whole."""
    articles(folder / "articles", 8)
    cache = {"MTAUDIT_CACHE": str(folder / "cache")}
    audit = ("audit", "articles", "--fast", "--report", "json=out.json", "--report", "html=out.html")
    base = ("baseline", "write", "articles", "--fast", "--force", "--baseline", "base.json")
    began = time.monotonic()
    assert run(folder, *audit, environment=cache).returncode == 0
    whole = time.monotonic() - began
    right = (folder / "out.json").read_bytes()
    assert run(folder, *base, environment=cache).returncode == 0
    known = (folder / "base.json").read_bytes()
    draw = random.Random(rounds)
    for number in range(rounds):
        command = [*audit, "--jobs", "2"] if number % 4 == 0 else list(audit) if number % 2 else list(base)
        if number % 3 == 0:
            # The compiled rules too, at times: making them takes long enough to be killed in.
            for file in (folder / "cache").rglob("*.json" if number % 9 == 0 else "results*/*.json"):
                file.unlink()
        with subprocess.Popen(
            [sys.executable, "-m", "mtaudit", *command],
            cwd=folder,
            env={**os.environ, **cache},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        ) as process:
            time.sleep(draw.uniform(0.05, whole))
            process.send_signal(signal.SIGKILL if number % 2 == 0 or draw.random() < 0.3 else signal.SIGINT)
            process.communicate()
        assert (folder / "out.json").read_bytes() == right
        assert (folder / "base.json").read_bytes() == known
        assert (folder / "out.html").read_text(encoding="utf-8").rstrip().endswith("</html>")
        if number % 3 == 2:
            again = run(folder, *audit, "--baseline", "base.json", "--fail-on", "minor", environment=cache)
            assert again.returncode == 0, again.stderr
            assert json.loads((folder / "out.json").read_text(encoding="utf-8"))["documents"]
            (folder / "out.json").write_bytes(right)
    assert run(folder, *audit, environment=cache).returncode == 0
    assert (folder / "out.json").read_bytes() == right


def test_six_killed_runs_leave_nothing_half_done(tmp_path: Path) -> None:
    killed_runs(tmp_path, 6)


@pytest.mark.slow
def test_fifty_killed_runs_leave_nothing_half_done(tmp_path: Path) -> None:
    killed_runs(tmp_path, 50)


def test_an_interrupted_run_says_so_and_leaves_no_worker(tmp_path: Path) -> None:
    # Far more than can be done before the signal comes.
    articles(tmp_path / "articles", 2000)
    with subprocess.Popen(
        [sys.executable, "-m", "mtaudit", "audit", "articles", "--fast", "--no-cache", "--jobs", "2"],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        _wait_for_workers(process.pid)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)
    assert process.returncode == 2
    assert errors.decode() == "mtaudit: interrupted\n"
    deadline = time.monotonic() + 20
    while _alive(process.pid) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not _alive(process.pid)


def _wait_for_workers(pid: int) -> None:
    """Waits until a process has children, or a second where that cannot be seen."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    deadline = time.monotonic() + 30
    while children.exists() and not children.read_text() and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(0.5 if children.exists() else 1.0)


def _alive(group: int) -> bool:
    """Whether any process of a group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("how", ["stdout", "output", "report"])
def test_a_full_disk_is_one_line(tmp_path: Path, how: str) -> None:
    articles(tmp_path / "articles", 1)
    arguments = {"stdout": "", "output": "--output /dev/full", "report": "--report json=/dev/full"}[
        how
    ].split()
    with open("/dev/full" if how == "stdout" else os.devnull, "wb") as stdout:
        done = subprocess.run(
            [sys.executable, "-m", "mtaudit", "audit", "articles", "--fast", *arguments],
            cwd=tmp_path,
            stdout=stdout,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"no space left" in done.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounting needs root")
@pytest.mark.parametrize("mount", ["size=16k", "ro"])
def test_a_full_and_a_read_only_folder(tmp_path: Path, mount: str) -> None:
    articles(tmp_path / "articles", 8)
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", mount, "tmpfs", str(small)], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        pytest.skip("mounting is not allowed here")
    try:
        place = {"MTAUDIT_CACHE": str(small / "cache")}
        report = run(
            tmp_path, "audit", "articles", "--fast", "--report", "html=small/a.html", environment=place
        )
        base = run(
            tmp_path,
            "baseline",
            "write",
            "articles",
            "--fast",
            "--baseline",
            "small/b.json",
            environment=place,
        )
        for done in (report, base) if mount == "ro" else (report,):
            assert done.returncode == 2
            assert done.stderr.count("\n") == 1
            assert "Traceback" not in done.stderr
        assert [each.name for each in small.iterdir() if each.name not in ("cache", "b.json")] == []
        clean = run(tmp_path, "audit", "articles", "--fast", environment=place)
        assert clean.returncode == 0, clean.stderr
    finally:
        subprocess.run(["umount", str(small)], check=True)
