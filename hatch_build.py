"""Puts the learned models into the wheel: they live in models/, beside the package, and travel inside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

STAYS_AT_HOME = {".py", ".md", ".jsonl"}  # the recipe, its annotations and the card belong to the repository


def carried(root: Path) -> dict[str, str]:
    """Where each file that a model needs at run time goes: weights, configuration, tokenizer.

    Any files will do, none included, so that the package builds before a model is trained; `pipeline.extract` says what
    is missing when it is needed.
    """
    return {
        str(path): f"pipeline/_models/{path.relative_to(root / 'models').as_posix()}"
        for path in sorted((root / "models").glob("*/*"))
        if path.is_file() and path.suffix not in STAYS_AT_HOME and not path.name.startswith(".")
    }


class Models(BuildHookInterface[Any]):
    """Adds the models' files to a wheel; an editable install finds them where they are."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before each build; `version` is "standard" or "editable"."""
        if version == "standard":
            build_data["force_include"].update(carried(Path(self.root)))
