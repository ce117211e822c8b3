"""The command line, on a fake extractor and a fake writer: reading, formats, exit statuses, and what goes where."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from pipeline import HouseStyle, __version__, choices, cli
from pipeline.export import FORMATS
from pipeline.records import Article, Recap, Record, Style
from pipeline.summarize import neural

STORY = "Orla Finch won the mile at the Tarn Games and said that she was happy with the way that she had run."
OTHER = "Ashby lost to Northwick after they had been ahead for an hour, and their coach said that he was not pleased."

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs the command in a folder of its own, with stages that find nothing and write one sentence."""

    def extract_many(articles: Iterable[Article]) -> Iterator[Record]:
        for article in articles:
            yield Record(article=article)

    def summarize(record: Record, **options: object) -> Recap:
        return Recap(text=f"Recap of {record.article.id}.")

    monkeypatch.setattr(cli, "extract_many", extract_many)
    monkeypatch.setattr(cli, "summarize", summarize)
    monkeypatch.chdir(tmp_path)
    Path("finch.txt").write_text(STORY, encoding="utf-8")
    Path("ashby.txt").write_text(OTHER, encoding="utf-8")
    Path("empty.txt").touch()
    Path("picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    Path("folder").mkdir()

    def invoke(*arguments: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(cli.app, list(arguments), input=stdin)

    return invoke


def test_a_report_for_people(run: Run) -> None:
    result = run("report", "finch.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "finch\nnews\n\nResults\nNone reported.\n\nRecap\nRecap of finch.\n"


def test_a_report_line_is_the_record_with_its_recap(run: Run) -> None:
    result = run("report", "finch.txt", "ashby.txt", "--format", "jsonl")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["recap"]["text"] for line in lines] == ["Recap of finch.", "Recap of ashby."]
    for line in lines:
        del line["recap"]
        assert Record.model_validate(line)


def test_an_extract_is_the_record(run: Run) -> None:
    record = Record.model_validate_json(run("extract", "finch.txt").stdout)
    assert (record.article.id, record.article.source, record.article.text) == ("finch", "finch.txt", STORY)


def test_several_extracts_are_a_list(run: Run) -> None:
    records = json.loads(run("extract", "finch.txt", "ashby.txt").stdout)
    assert [record["article"]["id"] for record in records] == ["finch", "ashby"]


def test_a_recap_is_text_alone(run: Run) -> None:
    assert run("recap", "finch.txt", "ashby.txt").stdout == "Recap of finch.\n\nRecap of ashby.\n"


def test_a_recap_in_a_style_a_house_and_other_words(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[dict[str, object]] = []

    def summarize(record: Record, **options: object) -> Recap:
        asked.append(options)
        return Recap(text="A recap.")

    monkeypatch.setattr(cli, "summarize", summarize)
    Path("house.toml").write_text('dash = "–"\n', encoding="utf-8")
    for command in ("recap", "report"):
        assert run(command, "finch.txt", "--style", "brief", "--house", "house.toml", "--seed", "7").exit_code == 0
        assert asked.pop() == {"style": Style.BRIEF, "house": HouseStyle(dash="–"), "seed": 7, "writer": "planned"}
        assert run(command, "finch.txt").exit_code == 0
        assert asked.pop() == {"style": Style.STANDARD, "house": None, "seed": 0, "writer": "planned"}


def test_a_roundup_is_one_document_of_all_that_can_be_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def roundup(records: Iterable[Record], **options: object) -> Recap:
        return Recap(text=f"Roundup of {' and '.join(record.article.id for record in records)}.")

    monkeypatch.setattr(cli, "roundup", roundup)
    assert run("recap", "--style", "roundup", "finch.txt", "ashby.txt").stdout == "Roundup of finch and ashby.\n"
    result = run("recap", "--style", "roundup", "finch.txt", "missing.txt", "-f", "json")
    assert (result.exit_code, json.loads(result.stdout)["text"]) == (1, "Roundup of finch.")
    nothing = run("recap", "--style", "roundup", "missing.txt")
    assert (nothing.exit_code, nothing.stdout) == (1, "")


def test_a_recap_by_a_neural_writer(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def summarize(record: Record, **options: object) -> Recap:
        asked.append(options["writer"])
        return Recap(text="A recap.")

    monkeypatch.setattr(cli, "summarize", summarize)
    monkeypatch.setattr(neural, "neural_writer", asked.append)
    assert run("recap", "finch.txt", "--writer", "hf:model").exit_code == 0
    assert asked == ["hf:model", "hf:model"], "it is looked for before it is used"
    refused = run("recap", "finch.txt", "--writer", "hf:model", "--style", "roundup")
    assert refused.exit_code == 2
    assert "A roundup is the planned writer" in refused.stderr


def test_a_writer_that_there_is_not(run: Run) -> None:
    result = run("report", "finch.txt", "--writer", "planed")
    assert result.exit_code == 2
    assert "Unknown writer 'planed'" in result.stderr


def test_a_recap_line_names_its_article(run: Run) -> None:
    written = json.loads(run("recap", "finch.txt", "-f", "jsonl").stdout)
    assert (written["article"], written["text"]) == ("finch", "Recap of finch.")


def test_the_schema_is_the_records(run: Run) -> None:
    result = run("schema")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == Record.model_json_schema()


@pytest.mark.parametrize("page", [STORY.encode(), b"\xef\xbb\xbf" + STORY.encode(), STORY.encode("utf-16")], ids=["utf-8", "bom", "utf-16"])
def test_standard_input(run: Run, page: bytes) -> None:
    record = Record.model_validate_json(run("extract", "-", stdin=page).stdout)
    assert (record.article.id, record.article.source, record.article.text) == ("stdin", None, STORY)


def test_the_day_of_publication(run: Run) -> None:
    record = json.loads(run("extract", "finch.txt", "--published", "2023-08-24").stdout)
    assert record["article"]["published"] == "2023-08-24"


@pytest.mark.parametrize(
    ("bad", "reason", "remedy"),
    [
        ("missing.txt", "is not there", "check the path"),
        ("folder", "is a directory", "name the files in it"),
        ("empty.txt", "is empty", "give it an article's text"),
        ("picture.txt", "is not text", "convert it"),
        ("broken\udcff.txt", "is not UTF-8", "rename the file"),
    ],
)
def test_bad_input_costs_one_line_and_the_others_are_read(run: Run, bad: str, reason: str, remedy: str) -> None:
    result = run("recap", bad, "finch.txt")
    assert result.exit_code == 1
    assert result.stdout == "Recap of finch.\n"
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"pressbox: {bad.encode('ascii', 'backslashreplace').decode()}")
    assert reason in line
    assert remedy in line


def test_empty_standard_input(run: Run) -> None:
    result = run("report", "-", stdin="")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "stdin is empty" in result.stderr


def test_an_article_past_the_limit(run: Run) -> None:
    result = run("report", "finch.txt", "--max-chars", "50")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "--max-chars" in result.stderr


def test_two_files_with_one_stem_get_two_ids(run: Run) -> None:
    Path("folder/finch.txt").write_text(OTHER, encoding="utf-8")
    result = run("extract", "finch.txt", "folder/finch.txt", "finch.txt", "-f", "jsonl")
    assert result.exit_code == 0
    assert [json.loads(line)["article"]["id"] for line in result.stdout.splitlines()] == ["finch", "finch-2", "finch-3"]
    assert "folder/finch.txt: the id 'finch' is taken by finch.txt; this one is called 'finch-2'." in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["report"], "Missing argument"),
        (["report", "finch.txt", "--format", "jsn"], "Unknown format 'jsn'. Choose one of: json, jsonl, markdown, text."),
        (["report", "finch.txt", "--published", "24/08/2023"], "'24/08/2023' is not a day of the calendar in the form YYYY-MM-DD."),
        (["report", "finch.txt", "--published", "2023-02-30"], "'2023-02-30' is not a day of the calendar"),
        (["report", "finch.txt", "--max-chars", "0"], "--max-chars"),
        (["report", "-", "-"], "once only"),
        (["report", "finch.txt", "--out", "nowhere/reports.txt"], "does not exist. Make it first."),
        (["report", "finch.txt", "--out", "folder"], "'folder' is a directory. Name a file in it."),
        (["report", "finch.txt", "--out", "finch.txt"], "is one of the articles. Choose another file."),
        (["summary", "finch.txt"], "summary"),
        (["report", "finch.txt", "--colour"], "--colour"),
        (["recap", "finch.txt", "--style", "long"], "Unknown style 'long'. Choose one of: headline, brief, standard, bullets, roundup."),
        (["report", "finch.txt", "--style", "roundup"], "A roundup is of many articles. Write it with: pressbox recap --style roundup"),
        (["recap", "finch.txt", "--house", "house.toml"], "house.toml cannot be read: No such file or directory."),
        (["recap", "ashby.txt", "--house", "finch.txt"], "finch.txt is not TOML: "),
    ],
)
def test_wrong_usage(run: Run, arguments: list[str], said: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in " ".join(result.stderr.replace("│", " ").split())
    assert Path("finch.txt").read_text(encoding="utf-8") == STORY


def test_out_is_written_whole(run: Run) -> None:
    result = run("recap", "finch.txt", "ashby.txt", "--out", "recaps.txt")
    assert (result.exit_code, result.stdout) == (0, "")
    assert Path("recaps.txt").read_text(encoding="utf-8") == "Recap of finch.\n\nRecap of ashby.\n"
    assert not list(Path().glob(".*"))


def test_out_keeps_a_link_a_link_and_the_permissions(run: Run) -> None:
    Path("real.txt").write_text("old", encoding="utf-8")
    Path("real.txt").chmod(0o640)
    Path("link.txt").symlink_to("real.txt")
    assert run("recap", "finch.txt", "--out", "link.txt").exit_code == 0
    assert Path("link.txt").is_symlink()
    assert Path("real.txt").read_text(encoding="utf-8") == "Recap of finch.\n"
    assert Path("real.txt").stat().st_mode & 0o777 == 0o640


def test_out_may_be_a_device(run: Run) -> None:
    assert run("recap", "finch.txt", "--out", os.devnull).exit_code == 0
    assert not Path(os.devnull).is_file()


def test_out_stays_as_it_was_where_no_article_can_be_read(run: Run) -> None:
    Path("recaps.txt").write_text("yesterday's", encoding="utf-8")
    assert run("recap", "missing.txt", "--out", "recaps.txt").exit_code == 1
    assert Path("recaps.txt").read_text(encoding="utf-8") == "yesterday's"


@pytest.mark.parametrize(
    ("trouble", "status", "said"),
    [
        (KeyboardInterrupt(), 130, "pressbox: stopped.\n"),
        (OSError(28, "No space left on device"), 1, "pressbox: No space left on device\n"),
        (
            FileNotFoundError("The weights of the model 'reader' are missing."),
            1,
            "pressbox: The weights of the model 'reader' are missing.\n",
        ),
    ],
    ids=["Ctrl-C", "full disk", "no weights"],
)
def test_trouble_on_the_way_costs_a_line_and_leaves_no_file(
    run: Run, monkeypatch: pytest.MonkeyPatch, trouble: BaseException, status: int, said: str
) -> None:
    def summarize(record: Record, **options: object) -> Recap:
        if record.article.id == "ashby":
            raise trouble
        return Recap(text="A recap.")

    monkeypatch.setattr(cli, "summarize", summarize)
    result = run("recap", "finch.txt", "ashby.txt", "--out", "recaps.txt")
    assert (result.exit_code, result.stderr) == (status, said)
    assert not Path("recaps.txt").exists()
    assert not list(Path().glob(".*"))


def test_a_progress_bar_on_a_terminal_only_and_never_among_the_data(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with pytest.raises(SystemExit) as leaving:
        cli.app(["recap", "finch.txt", "missing.txt", "ashby.txt"])
    printed = capsys.readouterr()
    assert leaving.value.code == 1
    assert printed.out == "Recap of finch.\n\nRecap of ashby.\n"
    assert "Reading" in printed.err
    assert "pressbox: missing.txt is not there" in printed.err


def test_a_reader_that_goes_away_ends_the_work_quietly() -> None:
    process = subprocess.Popen([sys.executable, "-m", "pipeline", "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    complaint = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), complaint) == (0, b"")


def test_the_version(run: Run) -> None:
    assert run("--version").stdout == f"pressbox {__version__}\n"


def test_every_command_and_option_has_help_with_an_example() -> None:
    for name, command in typer.main.get_command(cli.app).commands.items():  # type: ignore[attr-defined]
        assert command.help, name
        assert "Example: pressbox" in command.epilog, name
        for parameter in command.params:
            if parameter.name != "help":
                assert "Example:" in parameter.help, f"{name} {parameter.name}"


def test_help_needs_nothing_heavy() -> None:
    heavy = ("torch", "spacy", "transformers", "trafilatura", "thinc", "charset_normalizer", "py3langid", "numpy", "rich", "pydantic")
    program = f"import sys, pipeline, pipeline.cli; print([name for name in {heavy!r} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_choices_are_what_there_is() -> None:
    assert set(choices.FORMATS) == set(FORMATS)
    assert tuple(style.value for style in Style) == choices.STYLES
    assert Style(choices.STANDARD) is Style.STANDARD


# ---- check ----------------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def check(run: Run, monkeypatch: pytest.MonkeyPatch, full_record: Record) -> Run:
    """Runs `check` on a report of so many words, against an article whose record has something of everything."""
    monkeypatch.setattr(cli, "extract_many", lambda articles: (full_record for _ in articles))

    def invoke(told: str, *arguments: str) -> Result:
        Path("told.txt").write_text(told, encoding="utf-8")
        return run("check", "told.txt", "finch.txt", *arguments)

    return invoke


def test_a_report_that_the_record_supports(check: Run) -> None:
    result = check("Orla Finch won the women's mile in 4:21.07.\n")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "Orla Finch won the women's mile in 4:21.07.\n\nSupported: all 4 claims.\n"


def test_a_report_that_goes_beyond_it_is_marked_without_colour_and_the_exit_status_says_so(check: Run) -> None:
    result = check("Orla Finch won the women's mile in 4:20.07.\n")
    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout.splitlines() == [
        "Orla Finch won the women's mile in [4:20.07](1).",
        "",
        "Not supported: 1 of 4 claims.",
        "1   4:20.07   mark   the record says 4:21.07",
    ]


def test_a_verdict_for_programs(check: Run) -> None:
    verdict = json.loads(check("Ines Roth won.", "--format", "json", "--out", "verdict.json").stdout or Path("verdict.json").read_text())
    assert verdict["supported"] is False
    assert [(claim["text"], claim["state"]) for claim in verdict["claims"]] == [("Ines Roth", "supported"), ("won", "not in the record")]


def test_a_report_from_standard_input(run: Run) -> None:
    assert run("check", "-", "finch.txt", stdin="Orla Finch won the mile.").exit_code == 1
    assert run("check", "-", "-", stdin="Orla Finch won the mile.").exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("missing.txt", "finch.txt"), 1, "missing.txt is not there: check the path and the spelling."),
        (("finch.txt", "picture.txt"), 1, "is not text but binary data"),
        (("empty.txt", "finch.txt"), 1, "is empty"),
        (("finch.txt",), 2, "Missing argument 'ARTICLE'"),
        (("finch.txt", "ashby.txt", "--format", "xml"), 2, "Unknown format 'xml'. Choose one of: text, json."),
        (("finch.txt", "ashby.txt", "--out", "finch.txt"), 2, "Choose another file."),
    ],
)
def test_what_cannot_be_checked(run: Run, arguments: tuple[str, ...], status: int, said: str) -> None:
    result = run("check", *arguments)
    assert (result.exit_code, result.stdout) == (status, "")
    assert said in " ".join(result.stderr.replace("│", " ").split())
