"""Writing: whole files, all or none, nothing left behind."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from mtaudit.errors import OutputError
from mtaudit.reporter import write_outputs


def tree(folder):
    """Every file below ``folder`` with its content, and every folder."""
    return {
        str(path.relative_to(folder)): path.read_text(encoding="utf-8") if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


def test_writes_all_and_makes_folders(tmp_path):
    write_outputs({tmp_path / "a.txt": "à\n", tmp_path / "deep" / "er" / "b.csv": "x\r\ny\n"})
    assert (tmp_path / "a.txt").read_bytes() == "à\n".encode()
    assert (tmp_path / "deep/er/b.csv").read_bytes() == b"x\r\ny\n"
    assert set(tree(tmp_path)) == {"a.txt", "deep", "deep/er", "deep/er/b.csv"}


def test_replaces_a_file_and_keeps_its_permissions(tmp_path):
    target = tmp_path / "a.txt"
    target.write_text("old")
    target.chmod(0o640)
    write_outputs({target: "new"})
    assert target.read_text() == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_new_file_has_ordinary_permissions(tmp_path):
    mask = os.umask(0o022)
    try:
        write_outputs({tmp_path / "a.txt": "x"})
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o644


def test_link_keeps_pointing_where_it_points(tmp_path):
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_outputs({tmp_path / "link.txt": "new"})
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


def test_relative_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_outputs({Path("out/a.txt"): "x"})
    assert tree(tmp_path) == {"out": None, "out/a.txt": "x"}


@pytest.mark.parametrize("bad", ["folder", "file/below.txt", "nul\0name", "n" * 300])
def test_one_bad_path_leaves_everything_as_it_was(tmp_path, bad):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("a file, not a folder")
    (tmp_path / "kept.txt").write_text("old")
    before = tree(tmp_path)
    with pytest.raises(OutputError) as caught:
        write_outputs(
            {tmp_path / "kept.txt": "new", tmp_path / "new" / "er" / "c.txt": "new", tmp_path / bad: "new"}
        )
    assert tree(tmp_path) == before
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith("cannot write ")
    assert caught.value.advice


def test_folder_that_cannot_be_made():
    with pytest.raises(OutputError, match=r"cannot write /proc/mtaudit/a\.txt: "):
        write_outputs({Path("/proc/mtaudit/a.txt"): "x"})


def test_read_only_file_is_refused(tmp_path, monkeypatch):
    target = tmp_path / "a.txt"
    target.write_text("old")
    target.chmod(0o444)
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # the superuser may write anything
    with pytest.raises(OutputError, match="read-only"):
        write_outputs({target: "new"})
    assert target.read_text() == "old"


def test_failure_in_the_middle_puts_the_first_file_back(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("old a")
    (tmp_path / "b.txt").write_text("old b")
    before = tree(tmp_path)
    real, calls = os.replace, []

    def failing(source, target):
        calls.append(target)
        if len(calls) == 3:
            raise OSError(28, "No space left on device")
        real(source, target)

    monkeypatch.setattr(os, "replace", failing)
    with pytest.raises(OutputError, match=r"cannot write .*b\.txt: no space left on device"):
        write_outputs({tmp_path / "a.txt": "new", tmp_path / "n.txt": "new", tmp_path / "b.txt": "new"})
    assert tree(tmp_path) == before


def test_interruption_leaves_nothing_behind(tmp_path, monkeypatch):
    def interrupted(handle):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_outputs({tmp_path / "new" / "a.txt": "x"})
    assert tree(tmp_path) == {}


def test_two_reports_for_one_file_are_refused(tmp_path):
    (tmp_path / "link.txt").symlink_to("a.txt")
    with pytest.raises(OutputError, match="same file"):
        write_outputs({tmp_path / "a.txt": "x", tmp_path / "link.txt": "y"})
    assert not (tmp_path / "a.txt").exists()


def test_device_is_written_to_and_stays_a_device():
    write_outputs({Path(os.devnull): "x"})
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_pipe_gets_the_text(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()), daemon=True)
    reader.start()
    write_outputs({pipe: "été"})
    reader.join(timeout=5)
    assert got == ["été".encode()]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_lone_surrogate_becomes_an_escape(tmp_path):
    write_outputs({tmp_path / "a.txt": "a\udc80b"})
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "a\\udc80b"
