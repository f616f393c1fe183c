"""The few questions that are asked of git."""

from __future__ import annotations

import subprocess
from pathlib import Path

from mtaudit.errors import UsageError


class Repository:
    """The git repository that a folder is in.

    Args:
        folder: A folder of the working tree.

    Raises:
        UsageError: There is no git, or no repository.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        top = self._run("rev-parse", "--show-toplevel")
        if top is None:
            raise UsageError(
                "--changed-since: not in a git repository", "run it inside one, or leave the option out"
            )
        self.top = Path(top.decode("utf-8", "surrogateescape").removesuffix("\n"))

    def commit(self, revision: str) -> str:
        """The commit that a revision names.

        Raises:
            UsageError: It names none.
        """
        # An option of git's is no revision, whatever it looks like.
        found = None
        if revision and not revision.startswith("-") and "\0" not in revision:
            found = self._run("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        if found is None:
            raise UsageError(
                f"--changed-since: git knows no revision {revision!r}",
                "in CI, fetch it first: a shallow clone lacks older commits",
            )
        return found.decode("ascii").strip()

    def changed(self, commit: str) -> dict[Path, str | None]:
        """The files that differ from a commit, new ones too.

        Returns:
            Resolved path -> what it was called in the commit, relative to the top; None for a new one.
        """
        names = _parts(self._run("diff", "--name-status", "--find-renames", "-z", commit, "--"))
        found: dict[Path, str | None] = {}
        at = 0
        while at < len(names):
            status = names[at][:1]
            if status in "RC":
                found[self._path(names[at + 2])] = names[at + 1]
                at += 3
                continue
            if status != "D":
                found[self._path(names[at + 1])] = None if status == "A" else names[at + 1]
            at += 2
        for name in _parts(
            self._run("ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", str(self.top))
        ):
            found.setdefault(self._path(name), None)
        return found

    def content(self, commit: str, name: str) -> bytes | None:
        """A file as it was in a commit, or None."""
        return self._run("cat-file", "blob", f"{commit}:{name}")

    def name_of(self, path: Path) -> str | None:
        """What git calls a file of the working tree, or None for one outside."""
        top = self.top.resolve()
        return path.relative_to(top).as_posix() if path.is_relative_to(top) else None

    def _path(self, name: str) -> Path:
        return (self.top / name).resolve()

    def _run(self, *arguments: str) -> bytes | None:
        """What a git command writes, or None when it fails."""
        try:
            done = subprocess.run(
                ["git", *arguments],
                cwd=self._folder,
                capture_output=True,
                stdin=subprocess.DEVNULL,
                check=False,
            )
        except OSError:
            raise UsageError("--changed-since: git cannot be run", "install it") from None
        return done.stdout if done.returncode == 0 else None


def _parts(output: bytes | None) -> list[str]:
    return (output or b"").decode("utf-8", "surrogateescape").split("\0")[:-1]
