"""Where the learned models are: inside an installed package, or in models/ beside the package of a clone."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


def model_folder(name: str) -> Path:
    """The folder that holds the model's weights, configuration and tokenizer.

    Raises FileNotFoundError where there is none with weights in it.
    """
    folders = (PACKAGE / "_models" / name, PACKAGE.parent / "models" / name)
    for folder in folders:
        if any(folder.glob("*.safetensors")):
            return folder
    looked = " and ".join(str(folder) for folder in folders)
    raise FileNotFoundError(
        f"The weights of the model {name!r} are missing (looked in {looked}). Install pressbox again, or make the clone complete."
    )
