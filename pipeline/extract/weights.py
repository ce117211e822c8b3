"""Where the learned models are: inside an installed package, or in models/ beside the package of a clone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch import Tensor

SCALE = ".scale"  # ends the name of the scales of a tensor that is stored in eight bits
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


def packed(tensors: dict[str, Tensor], eight_bits: frozenset[str]) -> dict[str, Tensor]:
    """Tensors for a file: in half precision, the named matrices in eight bits with a scale for each row.

    An embedding of words is half of a small encoder; in eight bits its values stay within 0.4% of each row's largest.
    """
    out: dict[str, Tensor] = {}
    for name, tensor in tensors.items():
        value = tensor.detach().float().cpu()
        if name in eight_bits:
            scale = value.abs().amax(1).clamp_min(1e-8) / 127
            out[name] = (value / scale[:, None]).round().char().contiguous()
            out[name + SCALE] = scale.half()
        else:
            out[name] = value.half().contiguous()
    return out


def unpacked(tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    """The tensors of a file that `packed` made, in single precision."""
    return {
        name: tensor.float() * tensors[name + SCALE].float()[:, None] if name + SCALE in tensors else tensor.float()
        for name, tensor in tensors.items()
        if not name.endswith(SCALE)
    }
