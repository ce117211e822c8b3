"""`python -m pipeline` and the `pressbox` command."""

from __future__ import annotations

import gc
import sys

# Imports make a million objects and hardly any garbage: looking for it at Python's own pace takes a tenth of a cold start.
RARELY = (100_000, 50, 100)


def main() -> None:
    """Run the command line and leave with its exit status."""
    gc.set_threshold(*RARELY)
    try:
        from pipeline.cli import app

        app(prog_name="pressbox")
    except KeyboardInterrupt:  # while still importing; the commands answer it themselves
        sys.exit(130)
    finally:
        gc.freeze()  # the process ends: what it holds need not be searched for garbage once more


if __name__ == "__main__":
    main()
