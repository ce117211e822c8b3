"""Articles in the printing habits of agencies, newspapers, broadcasters and club sites, and what of them is furniture."""

from __future__ import annotations

import contextlib
import datetime
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.article import ArticleError, prose_ranges, read, read_bytes, read_text
from pipeline.records import Article

STORY = "Jane Roe ran away from the field on the last lap to win the mile in 4:21.30, and then said that she had never felt better."
MORE = "The Leigh runner had been ill in the week, but her coach would not hear of a day off."
PIECES = list[tuple[str, str]]


def pieces(article: Article) -> PIECES:
    return [(piece.kind, article.text[piece.start : piece.end]) for piece in article.furniture]


def prose(article: Article) -> list[str]:
    return [article.text[start:end] for start, end in prose_ranges(article)]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (" date 2023-08-24 ", [("date", "date 2023-08-24")]),
        ("date: 2023-08-24\nRoe wins again\n\n", [("date", "date: 2023-08-24"), ("headline", "Roe wins again")]),
        ("Roe wins again\n\n", [("headline", "Roe wins again")]),
        ("Roe wins again\n", [("headline", "Roe wins again")]),
        ("Can Roe win again?\n\n", [("headline", "Can Roe win again?")]),
        ("ROE WINS AGAIN.\r\n\r\n", [("headline", "ROE WINS AGAIN.")]),
        ("Watch: Roe wins again\n\n", [("headline", "Watch: Roe wins again")]),
        ("Roe wins again\nBy Ann Poe\n\n", [("headline", "Roe wins again"), ("byline", "By Ann Poe")]),
        (
            "Roe wins again\nBY ANN POE FOR THE LEIGH POST\n\n",
            [("headline", "Roe wins again"), ("byline", "BY ANN POE FOR THE LEIGH POST")],
        ),
        ("Roe wins again\nAnn Poe, Chief Sports Writer\n\n", [("headline", "Roe wins again"), ("byline", "Ann Poe, Chief Sports Writer")]),
        (
            "Roe wins again\n\nBy Ann Poe and Jo O’Doe in Bray\n\n",
            [("headline", "Roe wins again"), ("byline", "By Ann Poe and Jo O’Doe in Bray")],
        ),
        (
            "Roe wins again\nAnn Poe\nLONDON (Reuters) - ",
            [("headline", "Roe wins again"), ("byline", "Ann Poe"), ("dateline", "LONDON (Reuters) -")],
        ),
        ("LONDON (Reuters) - ", [("dateline", "LONDON (Reuters) -")]),
        ("EUGENE, Ore. -- ", [("dateline", "EUGENE, Ore. --")]),
        ("BIRMINGHAM, Ala. -- — ", [("dateline", "BIRMINGHAM, Ala. -- —")]),
        ("MELBOURNE, Jan 14 (AP) — ", [("dateline", "MELBOURNE, Jan 14 (AP) —")]),
        ("OSLO, Norway, Sept 13 (Northern Press) - ", [("dateline", "OSLO, Norway, Sept 13 (Northern Press) -")]),
        ("PORT OF SPAIN, Jan 5, CMC – ", [("dateline", "PORT OF SPAIN, Jan 5, CMC –")]),
        ("SAITAMA--", [("dateline", "SAITAMA--")]),
        ("PSG-", []),
        ("ST. PAUL, Minn. – ", [("dateline", "ST. PAUL, Minn. –")]),
        ("NAIROBI, Kenya\xa0— ", [("dateline", "NAIROBI, Kenya\xa0—")]),
        ("Dekalb, Ill. — ", [("dateline", "Dekalb, Ill. —")]),
        ("OSLO — ", [("dateline", "OSLO —")]),
        ("(Reuters) - ", [("dateline", "(Reuters) -")]),
        ("Roe wins again\n\nOSLO, 24 August 2023 (AFP) - ", [("headline", "Roe wins again"), ("dateline", "OSLO, 24 August 2023 (AFP) -")]),
        ("Roe wins again\nOSLO 2023-08-24\n", [("headline", "Roe wins again"), ("dateline", "OSLO 2023-08-24")]),
        ("Roe wins again\nPublished: 24 August 2023\n\n", [("headline", "Roe wins again"), ("date", "Published: 24 August 2023")]),
        # What looks like a heading and is the story.
        ("", []),
        ("CRICKET — ", []),
        ("Roe was quick.\n\n", []),
        ("“I was quick”\n\n", []),
        ("Leigh\n\n", []),
    ],
)
def test_what_stands_above_the_story(head: str, expected: PIECES) -> None:
    article = read_text(f"{head}{STORY}\n\n{MORE}")
    assert pieces(article) == expected
    assert article.headline == next((text for kind, text in expected if kind == "headline"), None)
    assert any(STORY in piece for piece in prose(article))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Image source, Getty Images", "credit"),
        ("Image caption, Jane Roe", "caption"),
        ("(Photo by Ann Poe/Getty Images)", "credit"),
        ("Photograph: Ann Poe/Leigh Post", "credit"),
        ("Credit: PA", "credit"),
        ("Ann Poe / Getty Images Sport / Getty", "credit"),
        ("Advertisement", "advertisement"),
        ("Advertisement - scroll to continue", "advertisement"),
        ("Media playback is not supported on this device", "notice"),
        ("Scroll down for video\xa0", "notice"),
        ("Share this article", "notice"),
        ("12 shares", "notice"),
        ("View comments", "notice"),
        ("We use cookies to give you the best experience of our site.", "notice"),
        ("Accept all cookies", "notice"),
        ("Sign up to our newsletter", "notice"),
        ("The Associated Press created this story using words and figures of others.", "notice"),
        ("(Reporting by Ann Poe; editing by Jo Doe)", "notice"),
        ("© 2023 The Leigh Post. All rights reserved.", "notice"),
        ("READ MORE: Leigh lose again", "link"),
        ("Follow Ann Poe on Twitter", "link"),
        ("Follow Leigh Athletic on Facebook and Instagram.", "link"),
        ("More AP NBA: https://example.com/nba", "link"),
        ("AP NHL: https://example.com/nhl", "link"),
        ("https://example.com/roe", "link"),
        ("twitter:1234567890", "link"),
        ("---", "markup"),
        ("* * *", "markup"),
        ("<br/>", "markup"),
        ("Additional reporting by Ann Poe", "byline"),
        ("By Ann Poe, athletics correspondent", "byline"),
        ("Home | News | Sport | Weather", "menu"),
        ("Home\nNews\nScores & Fixtures\nTables", "menu"),
    ],
)
def test_scraps_between_paragraphs(line: str, kind: str) -> None:
    for break_ in ("\n\n", "\r\n"):
        article = read_text(break_.join([STORY, *line.split("\n"), MORE]))
        assert pieces(article) == [(kind, piece.strip()) for piece in line.split("\n")]
        assert prose(article) == [STORY, MORE]


@pytest.mark.parametrize(
    "line",
    [
        "Roe takes the tape at Bray on Sunday evening",
        "Roe (left) and Poe (right)",
        "By then Roe was out of sight.",
        "By Sunday night Roe had been forgotten",
        "Roger Doe told reporters",
        "Share of the spoils",
        "Follow that!",
        "1. Roe 4:21.30",
        "J Root c Poe b Doe 52",
        "Leigh 2-1 Hartlow",
        "RESULTS - Saturday",
        "GOLF - a round-up",
        "Tickets cost £12 - and sold.",
        "UP NEXT",
    ],
)
def test_lines_that_stay_readable(line: str) -> None:
    article = read_text(f"{STORY}\n\n{line}\n\n{MORE}")
    assert pieces(article) == []
    assert line in prose(article)[0]


@pytest.mark.parametrize(
    ("text", "expected", "readable"),
    [
        (
            f"{STORY} (Photo by Ann Poe) {MORE}",
            [("credit", "(Photo by Ann Poe)")],
            [STORY, MORE],
        ),
        (
            f"{STORY} See https://example.com/roe?x=1.",
            [("link", "https://example.com/roe?x=1")],
            [f"{STORY} See", "."],
        ),
        (
            f"{STORY} Subscribe to our Leigh newsletter.",
            [("notice", "Subscribe to our Leigh newsletter.")],
            [STORY],
        ),
        (
            f"{STORY}\nImage caption, Roe had won in Bray for three years running\n{MORE}",
            [("caption", "Image caption, ")],
            [STORY, f"Roe had won in Bray for three years running\n{MORE}"],
        ),
        (
            f"{STORY}\n### The last lap\n{MORE}",
            [("markup", "###")],
            [STORY, f"The last lap\n{MORE}"],
        ),
        (
            f"{STORY}\n\nJane Roe celebrates her third victory in Bray\n\n{MORE}\n\nJane Roe celebrates her third victory in Bray\n",
            [("caption", "Jane Roe celebrates her third victory in Bray")],
            [f"{STORY}\n\nJane Roe celebrates her third victory in Bray\n\n{MORE}"],
        ),
        (
            f"Roe wins again\n\n{STORY}\n\nLEIGH, England — {MORE} It was a good day.",
            [("headline", "Roe wins again"), ("dateline", "LEIGH, England —")],
            ["Roe wins again", STORY, f"{MORE} It was a good day."],
        ),
    ],
)
def test_scraps_within_prose(text: str, expected: PIECES, readable: list[str]) -> None:
    article = read_text(text)
    assert article.text == text
    assert pieces(article) == expected
    assert prose(article) == readable


OPTION, AUGUST = datetime.date(2020, 1, 2), datetime.date(2023, 8, 24)


@pytest.mark.parametrize(
    ("head", "option", "published"),
    [
        ("", None, None),
        ("", OPTION, OPTION),
        (" date 2023-08-24 ", None, AUGUST),
        (" date 2023-08-24 ", OPTION, OPTION),
        (" date 2023-08-24 OSLO, 1 May 2021 (AFP) - ", None, AUGUST),
        ("OSLO, 24 August 2023 (AFP) - ", None, AUGUST),
        ("OSLO, Aug. 24, 2023 (AFP) - ", None, AUGUST),
        ("OSLO, Aug 24 (AFP) - ", None, None),
        ("Last updated: August 24, 2023\n", None, AUGUST),
        (" date 2023-02-30 ", None, None),
    ],
)
def test_published(head: str, option: datetime.date | None, published: datetime.date | None) -> None:
    assert read_text(head + STORY, published=option).published == published


PRINTED = "Roe’s “best” mile – 4:21.30 – drew £2m\xa0and the Málaga crowd’s soft\xadly sung praise.\r\n\r\n" + STORY


@pytest.mark.parametrize(
    "data",
    [
        PRINTED.encode(),
        b"\xef\xbb\xbf" + PRINTED.encode(),
        PRINTED.encode("utf-16"),
        b"\xfe\xff" + PRINTED.encode("utf-16-be"),
        PRINTED.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 big-endian", "windows-1252"],
)
def test_the_text_comes_out_as_it_was(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "roe.mile.txt"
    path.write_bytes(data)
    article = read(path)
    assert (article.id, article.source, article.text) == ("roe.mile", str(path), PRINTED)


PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><title>Roe wins again</title><meta property="og:title" content="Roe wins again">
<meta property="article:published_time" content="2023-08-24T21:10:00Z"></head>
<body><nav><a href="/">Home</a><a href="/news">News</a></nav>
<article><h1>Roe wins again</h1><p>{STORY}</p><p>{MORE}</p><p>{STORY.replace("mile", "metric mile")}</p></article>
<footer>© 2023 The Leigh Post</footer></body></html>"""


def test_html(tmp_path: Path) -> None:
    path = tmp_path / "roe.html"
    path.write_text(PAGE, encoding="utf-8")
    article = read(path)
    assert (article.id, article.headline, article.published) == ("roe", "Roe wins again", AUGUST)
    assert STORY in article.text
    assert "<p>" not in article.text
    assert "Leigh Post" not in article.text


def test_html_without_an_article() -> None:
    with pytest.raises(
        ArticleError, match=r"^empty.html is an HTML page without an article in it: save the article's own page, or its text\.$"
    ):
        read_text("<!doctype html><html><body></body></html>", source="empty.html")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "{} is empty: give it an article's text."),
        (b" \r\n\xc2\xa0", "{} is empty: give it an article's text."),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "{} is not text but binary data: convert it to plain text or HTML first."),
        (b"%PDF-1.7 " + STORY.encode(), "{} is not text but binary data: convert it to plain text or HTML first."),
        (b"\x01\x02\x03" * 30, "{} is not text but binary data: convert it to plain text or HTML first."),
        (b"\xff\xfe\x41\xd8\x42", "{} is in no encoding that we can tell: save it as UTF-8."),
        (STORY.encode() * 2000, "{} is 244,000 characters long: cut it to 200,000 or raise the limit (--max-chars)."),
    ],
)
def test_what_is_wrong_with_a_file(data: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(data)
    with pytest.raises(ArticleError) as caught:
        read(path)
    assert str(caught.value) == message.format(path)


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(ArticleError) as caught:
        read(tmp_path / "none.txt")
    assert str(caught.value) == f"{tmp_path / 'none.txt'} is not there: check the path and the spelling."


def test_directory(tmp_path: Path) -> None:
    with pytest.raises(ArticleError) as caught:
        read(tmp_path)
    assert str(caught.value) == f"{tmp_path} is a directory: name the files in it, for example with a wildcard."


@pytest.mark.parametrize(
    "text",
    [
        "Die Läuferin aus Leigh hat am Sonntag in Berlin das Rennen über eine Meile gewonnen und danach von einem Traum gesprochen.",
        "La coureuse a gagné le mille samedi soir devant son public, grâce à un dernier tour que personne n'attendait plus.",
        "La corredora ganó la milla el sábado por la noche ante su público, con una última vuelta que nadie esperaba ya.",
        "De loopster won zaterdagavond de mijl in eigen huis, mede dankzij een laatste ronde die niemand meer had verwacht.",
        "Löparen vann loppet på lördagskvällen inför sin hemmapublik, efter ett sista varv som ingen längre hade väntat sig.",
        "Biegaczka wygrała w sobotę wieczorem bieg na milę przed własną publicznością, choć nikt już na to nie liczył.",
        "Бегунья выиграла в субботу вечером забег на милю перед своими зрителями, хотя никто уже этого не ждал от неё.",
    ],
)
def test_other_languages(text: str) -> None:
    with pytest.raises(ArticleError) as caught:
        read_text(text, id="bericht")
    assert str(caught.value) == "bericht does not seem to be in English: give an English article or a translation."


@pytest.mark.parametrize(
    "text",
    [
        "Leigh 2-1 Hartlow",
        "Kerstin Müller schlägt Roe",
        "ATHLETICS - OSLO RESULTS\nMen's 400m hurdles: 1. Grzegorz Wójcik (Poland) 48.20 seconds 2. Björn Åkesson (Sweden) 48.51\n"
        "3. Jean-Luc Lefèvre (France) 48.66\nWomen's high jump: 1. Giulia Bianchi (Italy) 1.98 metres 2. Katarzyna Zając (Poland) 1.95",
        "SOCCER - POLISH LEAGUE STANDINGS\nTabulate under played, won, drawn, lost, goals, points:\n"
        "Wisła 5 4 1 0 12 3 13\nŚląsk 5 3 1 1 9 5 10\nJagiellonia 5 2 2 1 7 6 8\nPogoń 5 2 1 2 6 6 7\nZagłębie 5 1 2 2 4 6 5",
    ],
)
def test_short_articles_names_and_tables_pass_as_english(text: str) -> None:
    assert read_text(text).text == text


# fmt: off
SCRAPS = st.sampled_from([
    STORY, MORE, "date 2023-08-24", "By Ann Poe", "OSLO (AP) -", "LEIGH, Ore. --", "(Photo by ", "Image caption, ", "Home", "News", "Sport",
    "https://", "READ MORE: ", "12 shares", "---", "###", "<p>", "</p>", "|", "“", ".", " ",
    "\n", "\n\n", "\r\n", "\r", "\xa0", "\u2028", "\ufeff",
])
# fmt: on


@given(st.one_of(st.text(), st.lists(SCRAPS, max_size=20).map("".join)))
def test_any_text_is_kept_or_refused(text: str) -> None:
    try:
        article = read_text(text)
    except ArticleError:
        return
    if not text.lstrip().startswith("<"):
        assert article.text == text
    at = 0
    for piece in article.furniture:
        assert at <= piece.start < piece.end <= len(article.text)
        at = piece.end
    at = 0
    for start, end in prose_ranges(article):
        assert at <= start < end <= len(article.text)
        assert article.text[start:end].strip() == article.text[start:end]
        at = end


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(ArticleError):
        assert read_bytes(data).text.strip()


def test_reading_loads_no_heavy_library() -> None:
    code = (
        "import sys, pipeline.article; print([m for m in ('charset_normalizer', 'py3langid', 'trafilatura', 'numpy') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
