"""`python -m pipeline` and the `pressbox` command."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and leave with its exit status."""
    try:
        from pipeline.cli import app

        app(prog_name="pressbox")
    except KeyboardInterrupt:  # while still importing; the commands answer it themselves
        sys.exit(130)


if __name__ == "__main__":
    main()
