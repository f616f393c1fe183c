"""Reports for people and for machines: one renderer per file, found by name."""

from __future__ import annotations

from mtaudit.reporter.options import Renderer, RenderOptions
from mtaudit.reporter.registry import get_renderer, renderer_names
from mtaudit.reporter.write import write_outputs

__all__ = ["RenderOptions", "Renderer", "get_renderer", "renderer_names", "write_outputs"]
