"""Configuration: what the keys are, where they are read from, what is in force."""

from __future__ import annotations

from mtaudit.gate.config.finding import find_config
from mtaudit.gate.config.settings import Settings, load_settings

__all__ = ["Settings", "find_config", "load_settings"]
