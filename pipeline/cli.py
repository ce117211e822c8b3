"""The command line: `pressbox report`, `extract`, `recap`, `check` and `schema`.

Data goes to standard output or to --out, everything else to standard error. Exit status: 0 when all went well, 1 when an
article could not be read (the others are still processed) or a checked report is not supported, 2 for wrong usage.
"""

from __future__ import annotations

import contextlib
import datetime
import json
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from pipeline import __version__
from pipeline.choices import CHECK_FORMATS, FORMATS, MAX_CHARS, PLANNED, ROUNDUP, STANDARD, STYLES
from pipeline.extract import extract_many
from pipeline.summarize import roundup, summarize
from pipeline.verify import verify

# What reads and writes is imported within the commands: help is there at once.
if TYPE_CHECKING:
    from pipeline.export.format import Format
    from pipeline.records import Article, Record
    from pipeline.summarize.house import HouseStyle

STDIN = "-"
UNREADABLE, UNSUPPORTED, INTERRUPTED = 1, 1, 130  # exit statuses; 2, for wrong usage, is Typer's own

app = typer.Typer(
    help="Read sports articles: who did what, with which mark, and who said so. Records with evidence, recaps written from them.",
    epilog="Example: pressbox report samples/kerr-1500m.txt",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _iso_date(value: str) -> datetime.date:
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        with contextlib.suppress(ValueError):
            return datetime.date.fromisoformat(value)
    raise typer.BadParameter(f"{value!r} is not a day of the calendar in the form YYYY-MM-DD. Write it like 2023-08-24.")


def _one_of(choices: tuple[str, ...], what: str, name: str) -> str:
    if name not in choices:
        raise typer.BadParameter(f"Unknown {what} {name!r}. Choose one of: {', '.join(choices)}.")
    return name


def _known_format(name: str) -> str:
    return _one_of(FORMATS, "format", name)


def _check_format(name: str) -> str:
    return _one_of(CHECK_FORMATS, "format", name)


def _once_from_stdin(files: list[str]) -> list[str]:
    if files.count(STDIN) > 1:
        raise typer.BadParameter("'-' stands for standard input and can be given once only.")
    return files


def _known_style(name: str) -> str:
    return _one_of((*STYLES, ROUNDUP), "style", name)


def _style_of_one(name: str) -> str:
    if name == ROUNDUP:
        raise typer.BadParameter("A roundup is of many articles. Write it with: pressbox recap --style roundup FILE...")
    return _known_style(name)


def _known_writer(name: str) -> str:
    """The name of a writer that is there: a model is loaded at once, before any article is read."""
    if name == PLANNED:
        return name
    from pipeline.summarize.neural import WriterError, neural_writer

    try:
        neural_writer(name)
    except WriterError as error:
        raise typer.BadParameter(str(error)) from None
    return name


def _house_style(path: str) -> HouseStyle:
    from pipeline.summarize.house import HouseStyle, HouseStyleError

    try:
        return HouseStyle.load(path)
    except HouseStyleError as error:
        raise typer.BadParameter(str(error)) from None


def _writable(out: Path | None) -> Path | None:
    if out is None:
        return None
    try:
        is_directory = out.is_dir()
    except OSError as error:  # a name that is too long, a folder that may not be entered
        raise typer.BadParameter(
            f"{str(out)!r} cannot be written: {(error.strerror or 'unknown').lower()}. Choose another place."
        ) from None
    if is_directory:
        raise typer.BadParameter(f"{str(out)!r} is a directory. Name a file in it.")
    folder = out.resolve().parent
    if not folder.is_dir():
        raise typer.BadParameter(f"The directory {str(folder)!r} does not exist. Make it first.")
    if not os.access(out if out.exists() else folder, os.W_OK) or not (_is_special(out) or os.access(folder, os.W_OK)):
        raise typer.BadParameter(f"{str(out)!r} cannot be written. Choose another place or change its permissions.")
    return out


Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE",
        help="Articles, as text or HTML; '-' reads one from standard input. Example: samples/*.txt",
        callback=_once_from_stdin,
        show_default=False,
    ),
]
FormatName = Annotated[
    str,
    typer.Option("--format", "-f", metavar="|".join(FORMATS), callback=_known_format, help="How to write it. Example: --format jsonl"),
]
Published = Annotated[
    datetime.date | None,
    typer.Option(
        metavar="YYYY-MM-DD",
        parser=_iso_date,
        help="The day the articles were published, where they do not say so themselves. Example: --published 2023-08-24",
        show_default=False,
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        "-o",
        metavar="FILE",
        callback=_writable,
        help="Write to this file, whole or not at all, in place of standard output. Example: --out records.jsonl",
        show_default=False,
    ),
]
MaxChars = Annotated[
    int,
    typer.Option(min=1, metavar="N", help="Refuse articles longer than this many characters. Example: --max-chars 500000"),
]
STYLE_HELP = "How the recap is written. Example: --style headline"
StyleOfOne = Annotated[str, typer.Option("--style", "-s", metavar="|".join(STYLES), callback=_style_of_one, help=STYLE_HELP)]
AnyStyle = Annotated[
    str,
    typer.Option(
        "--style",
        "-s",
        metavar="|".join((*STYLES, ROUNDUP)),
        callback=_known_style,
        help="How it is written; roundup makes one report of all articles. Example: --style headline",
    ),
]
House = Annotated[
    Any,  # a HouseStyle or None: typer asks for the type at once
    typer.Option(
        metavar="FILE.toml",
        parser=_house_style,
        help="How to print times, units, scores and names. Example: --house samples/house.toml",
        show_default=False,
    ),
]
Seed = Annotated[int, typer.Option(metavar="N", help="Another number, other phrases for the same facts. Example: --seed 1")]

WriterName = Annotated[
    str,
    typer.Option(
        "--writer",
        "-w",
        metavar=f"{PLANNED}|hf:NAME_OR_PATH",
        callback=_known_writer,
        help="Who words it: the planned writer, or a language model on this machine. Example: --writer hf:smollm2.gguf",
    ),
]


@app.callback(invoke_without_command=True)
def _pressbox(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, help="Print the version and leave. Example: pressbox --version")
    ] = False,
) -> None:
    if version:
        typer.echo(f"pressbox {__version__}")
        raise typer.Exit


@app.command(epilog="Example: pressbox report samples/*.txt --format jsonl --out reports.jsonl")
def report(
    files: Files,
    format: FormatName = "text",
    style: StyleOfOne = STANDARD,
    house: House = None,
    seed: Seed = 0,
    writer: WriterName = PLANNED,
    published: Published = None,
    out: Out = None,
    max_chars: MaxChars = MAX_CHARS,
) -> None:
    """Print the essentials of each article's record and its recap: results, quotations with their speakers, a short report.

    With --format json or jsonl, the whole record with the recap under one more key, "recap".
    """
    chosen, recap = _fitted(format, out), partial(summarize, style=style, house=house, seed=seed, writer=writer)
    _produce(files, lambda record: chosen.write(record, recap(record)), chosen, published, out, max_chars)


@app.command(epilog="Example: pressbox extract samples/kerr-1500m.txt")
def extract(
    files: Files,
    format: FormatName = "json",
    published: Published = None,
    out: Out = None,
    max_chars: MaxChars = MAX_CHARS,
) -> None:
    """Print each article's record: people, results, quotations and the rest, every value with its place in the text.

    As JSON, one article is an object, several are a list; --format jsonl writes one object a line.
    """
    chosen = _fitted(format, out)
    _produce(files, lambda record: chosen.write(record, None), chosen, published, out, max_chars)


@app.command(epilog="Example: pressbox recap - < samples/kerr-1500m.txt")
def recap(
    files: Files,
    format: FormatName = "text",
    style: AnyStyle = STANDARD,
    house: House = None,
    seed: Seed = 0,
    writer: WriterName = PLANNED,
    published: Published = None,
    out: Out = None,
    max_chars: MaxChars = MAX_CHARS,
) -> None:
    """Print each article's recap alone: a few sentences, written from the record and nothing else.

    With --style roundup, one report of all of them, grouped by event, day or round, with no result told twice.

    With --format json or jsonl, each sentence with the facts it states, under the id of its article.
    """
    from pipeline.export import format_named
    from pipeline.records import Article, Record

    chosen = format_named(format)
    if style == ROUNDUP and writer != PLANNED:
        raise typer.BadParameter(
            "A roundup is the planned writer's. Leave --writer out, or choose another --style.", param_hint="'--writer'"
        )
    if style == ROUNDUP:
        together = Record(article=Article(id=ROUNDUP, text=""))  # the name that a roundup has where formats name an article
        _produce_one(
            files,
            lambda records: chosen.write_recap(together, roundup(records, house=house, seed=seed)),
            published,
            out,
            max_chars,
        )
        return
    written = partial(summarize, style=style, house=house, seed=seed, writer=writer)
    _produce(files, lambda record: chosen.write_recap(record, written(record)), chosen, published, out, max_chars)


@app.command(epilog="Example: pressbox check samples/reports/kerr-1500m.txt samples/kerr-1500m.txt")
def check(
    report: Annotated[
        str, typer.Argument(metavar="REPORT", help="The report to check; '-' reads it from standard input. Example: report.txt")
    ],
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="What it must not go beyond, as text or HTML. Example: article.html")],
    format: Annotated[
        str,
        typer.Option(
            "--format", "-f", metavar="|".join(CHECK_FORMATS), callback=_check_format, help="How to write the verdict. Example: -f json"
        ),
    ] = CHECK_FORMATS[0],
    published: Published = None,
    out: Out = None,
    max_chars: MaxChars = MAX_CHARS,
) -> None:
    """Check a report, ours or anybody's, against an article: is everything in it in the article's record?

    Names, results, marks, places, medals, quotations, and that they belong together. What is not supported is marked and explained;
    the exit status is then 1. With --format json, every claim with the fact that it rests on.
    """
    from pipeline.article import ArticleError
    from pipeline.export import check as checked
    from pipeline.export import text

    _once_from_stdin([report, article])
    _refuse_to_overwrite([report, article], out)
    reader = _Reader(published, max_chars, _Bar(1))
    with _one_line_for_trouble(), _destination(out) as write:
        try:
            told, source = reader.read(report), reader.read(article)
        except ArticleError as error:
            _complain(str(error))
            raise typer.Exit(UNREADABLE) from None
        verdict = verify(told.text, next(extract_many([source])))
        on_terminal = out is None and sys.stdout.isatty()
        width = shutil.get_terminal_size().columns if on_terminal else text.WIDTH
        write(checked.as_json(verdict) if format == "json" else checked.shown(verdict, width=width, colour=on_terminal))
    if not verdict.supported:
        raise typer.Exit(UNSUPPORTED)


@app.command(epilog="Example: pressbox schema --out record.schema.json")
def schema(out: Out = None) -> None:
    """Print the JSON Schema of the record."""
    from pipeline.records import Record

    with _one_line_for_trouble(), _destination(out) as write:
        write(json.dumps(Record.model_json_schema(), ensure_ascii=False, indent=2) + "\n")


def _fitted(format: str, out: Path | None) -> Format:
    """The format; text takes the width and the colours of the terminal that it goes to."""
    from pipeline.export import format_named, text

    if format == text.FORMAT.name and out is None and sys.stdout.isatty():
        return text.for_terminal(shutil.get_terminal_size().columns)
    return format_named(format)


def _produce(
    files: list[str],
    written: Callable[[Record], str],
    format: Format,
    published: datetime.date | None,
    out: Path | None,
    max_chars: int,
) -> None:
    """Read, extract, write: article by article, so that the first is out before the last is read."""

    def document(records: Iterator[Record]) -> Iterator[str]:
        return format.joined(map(written, records), several=len(files) > 1)

    _write_document(files, document, published, out, max_chars)


def _produce_one(
    files: list[str], written: Callable[[list[Record]], str], published: datetime.date | None, out: Path | None, max_chars: int
) -> None:
    """Read and extract all articles, then write what is made of them together."""

    def document(records: Iterator[Record]) -> Iterator[str]:
        if held := list(records):
            yield written(held) + "\n"

    _write_document(files, document, published, out, max_chars)


def _write_document(
    files: list[str],
    document: Callable[[Iterator[Record]], Iterator[str]],
    published: datetime.date | None,
    out: Path | None,
    max_chars: int,
) -> None:
    _refuse_to_overwrite(files, out)
    bar = _Bar(len(files))
    reader = _Reader(published, max_chars, bar)
    with _one_line_for_trouble(), bar, _destination(out) as write:
        for piece in document(_counted(extract_many(reader.articles(files)), bar)):
            with bar.aside():
                write(piece)
        if reader.failed == len(files):
            raise typer.Exit(UNREADABLE)  # from within, so that an earlier --out stays as it was
    if reader.failed:
        raise typer.Exit(UNREADABLE)


@contextlib.contextmanager
def _one_line_for_trouble() -> Iterator[None]:
    """A line and an exit status, no traceback, for what is nobody's bug: Ctrl-C, a full disk, weights that are missing."""
    try:
        yield
    except KeyboardInterrupt:
        _complain("stopped.")
        raise typer.Exit(INTERRUPTED) from None
    except OSError as error:
        _complain(f"{error.strerror or error}")
        raise typer.Exit(UNREADABLE) from None


def _counted(records: Iterable[Record], bar: _Bar) -> Iterator[Record]:
    for record in records:
        yield record
        bar.advance()


class _Reader:
    """Reads the named articles one by one; a bad one costs a line on standard error and is passed over."""

    def __init__(self, published: datetime.date | None, max_chars: int, bar: _Bar) -> None:
        self.failed = 0
        self._published = published
        self._max_chars = max_chars
        self._bar = bar
        self._named: dict[str, str] = {}  # article id -> file

    def articles(self, files: Iterable[str]) -> Iterator[Article]:
        from pipeline.article import ArticleError

        for file in files:
            try:
                article = self.read(file)
            except ArticleError as error:
                self.failed += 1
                with self._bar.aside():
                    _complain(str(error))
                self._bar.advance()
            else:
                yield self._under_its_own_id(article, file)

    def read(self, file: str) -> Article:
        """One article, by name or from standard input; raises `ArticleError` where it cannot be read."""
        from pipeline.article import ArticleError, read, read_bytes

        if file == STDIN:
            data = sys.stdin.buffer.read()
            return read_bytes(data, id="stdin", published=self._published, max_chars=self._max_chars)
        if not _is_utf8(file):
            raise ArticleError(file, "has a name that is not UTF-8", "rename the file")  # a record could not be written with it
        return read(file, published=self._published, max_chars=self._max_chars)

    def _under_its_own_id(self, article: Article, file: str) -> Article:
        """The article, renamed where an earlier one has its id: `kerr`, `kerr-2`. Records are told apart by their ids."""
        free, number = article.id, 1
        while free in self._named:
            number += 1
            free = f"{article.id}-{number}"
        if free != article.id:
            with self._bar.aside():
                _complain(f"{file}: the id {article.id!r} is taken by {self._named[article.id]}; this one is called {free!r}.")
            article = article.model_copy(update={"id": free})
        self._named[free] = file
        return article


def _is_utf8(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _complain(line: str) -> None:
    typer.echo(f"pressbox: {line}", err=True)


class _Bar:
    """A progress bar on standard error, where that is a terminal and there is more than one article; else nothing at all."""

    def __init__(self, total: int) -> None:
        self._progress = None
        if total > 1 and sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import Progress

            self._progress = Progress(console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False)
            self._task = self._progress.add_task("Reading", total=total)

    def __enter__(self) -> None:
        if self._progress:
            self._progress.start()

    def __exit__(self, *_: object) -> None:
        if self._progress:
            self._progress.stop()

    def advance(self) -> None:
        if self._progress:
            self._progress.advance(self._task)

    @contextlib.contextmanager
    def aside(self) -> Iterator[None]:
        """Takes the bar off the screen while something else is written: both may go to one terminal."""
        if self._progress:
            self._progress.stop()
        try:
            yield
        finally:
            if self._progress:
                self._progress.start()


@contextlib.contextmanager
def _destination(out: Path | None) -> Iterator[Callable[[str], object]]:
    """Where data goes: standard output, or a file that appears whole when all went well and not at all otherwise."""
    if out is None:
        yield from _standard_output()
    elif _is_special(out):  # /dev/null, a named pipe: nothing that a rename may replace
        with out.open("w", encoding="utf-8", newline="") as stream:
            yield stream.write
    else:
        target = out.resolve()  # a link stays a link
        draft = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            with draft.open("x", encoding="utf-8", newline="") as stream:
                yield stream.write
            if target.exists():
                shutil.copymode(target, draft)
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)


def _standard_output() -> Iterator[Callable[[str], object]]:
    """UTF-8 whatever the locale says; a reader that goes away early, such as `head`, ends the work quietly."""
    stream: TextIO = sys.stdout
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", newline="\n")
    try:
        yield lambda piece: (stream.write(piece), stream.flush())
    except BrokenPipeError:
        with open(os.devnull, "w") as nowhere:  # the interpreter flushes once more at its end
            os.dup2(nowhere.fileno(), stream.fileno())
        raise typer.Exit from None


def _is_special(out: Path) -> bool:
    return out.exists() and not out.is_file()


def _refuse_to_overwrite(files: list[str], out: Path | None) -> None:
    if out is not None and any(file != STDIN and Path(file).resolve() == out.resolve() for file in files):
        raise typer.BadParameter(f"{str(out)!r} is one of the articles. Choose another file.", param_hint="'--out'")
