"""What the command line offers to choose from, for help that is there at once: the modules that do the work are imported when it starts."""

from __future__ import annotations

MAX_CHARS = 200_000  # a season's longest live blog is about half of it
FORMATS = ("json", "jsonl", "markdown", "text")  # of records and recaps
CHECK_FORMATS = ("text", "json")  # of verdicts
STYLES = ("headline", "brief", "standard", "bullets")  # of one article's recap
STANDARD = "standard"
ROUNDUP = "roundup"  # the one style that takes all articles together
PLANNED = "planned"  # the writer that needs no model
