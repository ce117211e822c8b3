"""Raw text, HTML or bytes in, `Article` out: what is prose, what is furniture, when it was published.

The text of a plain article is kept exactly as it came. Bylines, captions, credits and the scraps that a page leaves
behind are marked as ranges (`Article.furniture`), never deleted; `prose_ranges` gives what is left to read.
Wrongly marked prose loses facts, a scrap left in seldom does harm, so every rule here is narrow: it fits a whole line, or
a printed form that prose does not have.
"""

from __future__ import annotations

import codecs
import datetime
import functools
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.choices import MAX_CHARS
from pipeline.records import Article, Furniture

MAX_BYTES = 32 * 1024 * 1024  # no article, in any encoding or markup, comes near; stops a video from filling the memory


class ArticleError(ValueError):
    """An input that is not an article we can read: the message names it, the reason and the remedy in one sentence."""

    def __init__(self, name: str, reason: str, remedy: str) -> None:
        """Put the sentence together, without the full stop: ('roe.txt', 'is empty', 'give it a text')."""
        super().__init__(f"{name} {reason}: {remedy}.")


# Reading --------------------------------------------------------------------------------------------------------------


def read(path: str | Path, *, published: datetime.date | None = None, max_chars: int = MAX_CHARS) -> Article:
    """The article in a file of plain text or HTML; its id is the file's stem.

    `published` overrules what the article says of its own date. Raises `ArticleError` where the file is missing, a
    directory, empty, binary, undecodable, not English or longer than `max_chars` characters.
    """
    path = Path(path)
    name = str(path)
    try:
        details = path.stat()
        if stat.S_ISDIR(details.st_mode):
            raise ArticleError(name, "is a directory", "name the files in it, for example with a wildcard")
        if details.st_size > MAX_BYTES:
            raise ArticleError(name, f"holds {details.st_size:,} bytes, more than any article", "give one article a file")
        data = path.read_bytes()
    except FileNotFoundError:
        raise ArticleError(name, "is not there", "check the path and the spelling") from None
    except PermissionError:
        raise ArticleError(name, "may not be read", "change its permissions") from None
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        if isinstance(error, ArticleError):
            raise
        raise ArticleError(name, f"cannot be read ({getattr(error, 'strerror', None) or error})", "check the path") from error
    return read_bytes(data, id=path.stem, published=published, source=name, max_chars=max_chars)


def read_bytes(
    data: bytes,
    *,
    id: str = "article",
    published: datetime.date | None = None,
    source: str | None = None,
    max_chars: int = MAX_CHARS,
) -> Article:
    """The article in the bytes of a file, of standard input or of a response; otherwise like `read_text`."""
    text = _decode(data, source or id)
    return read_text(text, id=id, published=published, source=source, max_chars=max_chars)


def read_text(
    text: str,
    *,
    id: str = "article",
    published: datetime.date | None = None,
    source: str | None = None,
    max_chars: int = MAX_CHARS,
) -> Article:
    """The article in a string: plain text stays as it is, an HTML page gives its main text.

    `published` is the option if given, else what the date header, a full date in the dateline or the page's metadata say.
    Raises `ArticleError` where the text is empty, binary, not English or longer than `max_chars` characters.
    """
    name = source or id
    headline: str | None = None
    page_date: datetime.date | None = None
    if _is_html(text):
        text, headline, page_date = _main_text(text, name)
    if not text.strip():
        raise ArticleError(name, "is empty", "give it an article's text")
    if len(text) > max_chars:
        raise ArticleError(name, f"is {len(text):,} characters long", f"cut it to {max_chars:,} or raise the limit (--max-chars)")
    if _is_binary(text):
        raise ArticleError(name, "is not text but binary data", "convert it to plain text or HTML first")
    if not _is_english(text):
        raise ArticleError(name, "does not seem to be in English", "give an English article or a translation")

    pieces = _find_furniture(text)
    title = next((p for p in pieces if p.kind == "headline"), None)
    if title is not None:
        headline = text[title.start : title.end]
    return Article(
        id=id,
        headline=headline,
        published=published or _printed_date(text, pieces) or page_date,
        text=text,
        source=source,
        furniture=tuple(pieces),
    )


def prose_ranges(article: Article) -> list[tuple[int, int]]:
    """The ranges that later stages read, in order and without white space at their ends.

    They are everything outside the furniture, with each headline as a range of its own.
    """
    gaps: list[tuple[int, int]] = []
    at = 0
    for piece in article.furniture:
        gaps.append((at, piece.start))
        if piece.kind == "headline":
            gaps.append((piece.start, piece.end))
        at = piece.end
    gaps.append((at, len(article.text)))
    return [trimmed for start, end in gaps if (trimmed := _trim(article.text, start, end))]


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The range without the white space around it; None if nothing is left."""
    piece = text[start:end]
    if not piece.strip():
        return None
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


# Bytes to text --------------------------------------------------------------------------------------------------------

BOMS = (  # UTF-32's little-endian mark begins with UTF-16's, so it comes first
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECLARED_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{2,30})", re.IGNORECASE)
EBCDIC = ("cp037", "cp273", "cp424", "cp500", "cp875", "cp1026", "cp1140")  # any noise decodes as one of these mainframe pages


def _decode(data: bytes, name: str) -> str:
    """The text of the bytes, without a byte order mark; raises `ArticleError` where no encoding fits."""
    undecodable = ArticleError(name, "is in no encoding that we can tell", "save it as UTF-8")
    for mark, encoding in BOMS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError:
                raise undecodable from None
    if b"\0" in data:
        raise ArticleError(name, "is not text but binary data", "convert it to plain text or HTML first")
    declared = DECLARED_CHARSET.search(data[:4096])
    for encoding in ("utf-8", declared.group(1).decode("ascii") if declared else "utf-8"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue

    from charset_normalizer import from_bytes

    # The 8-bit text of the English press is nearly always Windows-1252. Left to choose, charset-normalizer prefers the
    # Central European page, in which the same bytes are as tidy and a pound sign is an Ł.
    match = from_bytes(data, cp_isolation=["cp1252"]).best() or from_bytes(data, cp_exclusion=list(EBCDIC)).best()
    if match is None:
        raise undecodable
    return str(match)


TEXT_CONTROLS = frozenset("\t\n\r\v\f\x1c\x1d\x1e\x1f\x85")
MAX_CONTROL_SHARE = 0.01  # a stray control character survives many a newsroom system; one in a hundred is no text


def _is_binary(text: str) -> bool:
    """Whether the characters are those of a picture, an archive or a printer file rather than of prose."""
    if text.startswith(("%PDF-", "{\\rtf", "PK\x03\x04")):
        return True
    controls = sum(1 for c in text if (c < " " or "\x7f" <= c < "\xa0" or c == "\ufffd") and c not in TEXT_CONTROLS)
    return "\0" in text or controls > len(text) * MAX_CONTROL_SHARE


# English --------------------------------------------------------------------------------------------------------------

# Words that other languages do not spell alike; a text rich in them needs no classifier (half a second to load).
# fmt: off
ENGLISH_WORDS = frozenset((
    "the", "and", "that", "with", "from", "his", "they", "their", "which", "who", "but",
    "after", "been", "would", "were", "this", "have", "by", "when", "she", "what",
))
# fmt: on
PLAIN_ENGLISH = 0.06  # share of such words; prose has 0.15, and nothing but English reaches this
SOME_ENGLISH = 0.02  # result tables with a sentence of English in them
MIN_LETTERS = 60  # below it the classifier is led by names
MIN_ENGLISH_PROBABILITY = 0.001  # foreign prose gets 0.0000; the most foreign of Reuters' English result tables gets 0.004


def _is_english(text: str) -> bool:
    """Whether the text is English, or too short or too full of names to say that it is not."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    found = [word for word in words if word in ENGLISH_WORDS]
    share = len(found) / max(1, len(words))
    if share >= PLAIN_ENGLISH or (share >= SOME_ENGLISH and len(set(found)) >= 3):
        return True
    if sum(map(len, words)) < MIN_LETTERS:
        return True
    return float(dict(_language_identifier().rank(text))["en"]) >= MIN_ENGLISH_PROBABILITY


@functools.cache
def _language_identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


# HTML -----------------------------------------------------------------------------------------------------------------

HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
HTML_FRAGMENT = re.compile(
    r"\s*<(?:article|main|div|section|p|h[1-6])\b[^>]*>.*</(?:article|main|div|section|p)>\s*\Z", re.IGNORECASE | re.DOTALL
)


def _is_html(text: str) -> bool:
    """Whether the text is a page or a fragment of one, by what it holds."""
    return bool(HTML_START.match(text) or HTML_FRAGMENT.match(text))


def _main_text(page: str, name: str) -> tuple[str, str | None, datetime.date | None]:
    """The main text, the headline and the day of publication of an HTML page."""
    from trafilatura import bare_extraction

    # Without the extensive search the date comes from the page's metadata alone and is never guessed from its text.
    document = bare_extraction(page, include_comments=False, with_metadata=True, date_extraction_params={"extensive_search": False})
    text = document.text if document is not None and not isinstance(document, dict) else None
    if not text or not text.strip() or document is None or isinstance(document, dict):
        raise ArticleError(name, "is an HTML page without an article in it", "save the article's own page, or its text")
    try:
        published = datetime.date.fromisoformat((document.date or "")[:10])
    except ValueError:
        published = None
    return text, (document.title or "").strip() or None, published


# Furniture ------------------------------------------------------------------------------------------------------------


class Line(NamedTuple):
    """A line that has something in it, without the white space around it."""

    start: int
    end: int
    text: str
    gap: bool  # a blank line, or the end of the text, follows


MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?"
    r"|Dec(?:ember)?)\.?"
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAY = rf"(?:\d{{1,2}}\s{MONTH}|{MONTH}\s\d{{1,2}}|\d{{4}}-\d\d-\d\d)"
_TH = r"(?:st|nd|rd|th)?"  # of a day
FULL_DATE = re.compile(
    rf"\b(?:(?P<iso>\d{{4}}-\d\d-\d\d)|(?P<d1>\d{{1,2}}){_TH}\s(?P<m1>{MONTH}),?\s(?P<y1>\d{{4}})|(?P<m2>{MONTH})\s(?P<d2>\d{{1,2}}){_TH},?\s(?P<y2>\d{{4}}))\b",
    re.IGNORECASE,
)

# Names: 'Jane Roe', 'JANE ROE', "Sinéad O'Roe", 'Jan van der Roe'; two to four parts.
_PART = r"[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:['’.-][^\W\d_]+)*\.?"
_NAME = rf"{_PART}(?:\s(?:(?:van|von|de|der|den|da|di|del|dos|du|el|ibn|la|le|ten|ter|bin|al)\s)*{_PART}){{1,3}}"
_NAMES = rf"{_NAME}(?:,\s{_NAME})*(?:\s(?:and|AND|&)\s{_NAME})?"
_DESK = r"(?i:writers?|reporters?|correspondents?|editors?|journalists?|columnists?|commentators?|analysts?)"
_AGENCY = (
    r"(?:AP|Reuters|REUTERS|AFP|PA|Xinhua|UPI|ANI|PTI|CNN|dpa|EFE|TASS|AAP|BBC(?:\sSport)?|Press\sAssociation|(?:The\s)?Associated\sPress)"
)

BYLINE = re.compile(
    rf"(?:(?:[Bb]y|BY)\s{_NAMES}(?:\s(?i:for|in|at)\s[^.!?]{{2,60}}|,\s[^.!?]{{2,60}})?"
    rf"|(?:[Bb]y|BY)\s{_AGENCY}(?:\s(?i:staff|reporters?|sport))?"
    rf"|{_NAMES}(?:,|\s[-–|])\s(?:[\w'’&/-]+\s){{0,5}}{_DESK}(?:\s(?i:in|at)\s[\w\s'’.-]{{2,40}})?"
    rf"|(?i:written|words|reported|(?:additional\s)?reporting|produced|filmed|edited)(?:\sand\s(?:produced|filmed|edited))?\s[Bb]y:?\s{_NAMES}\.?)"
)
NAME_ALONE = re.compile(_NAMES)

# Datelines: 'LONDON (Reuters) -', 'EUGENE, Ore. --', 'BIRMINGHAM, Ala. -- —', 'MELBOURNE, Jan 14 (AP) —'.
_CAPITALS = r"[^\W\d_a-zß-öø-ÿ]{2,}(?:['’.-][^\W\d_a-zß-öø-ÿ]+)*\.?"
_CAPITALS_PLACE = rf"(?:ST\.\s)?{_CAPITALS}(?:\s(?:de|DE|du|la|of|{_CAPITALS})){{0,3}}(?:/{_CAPITALS})?"
_PLACE = rf"{_PART}(?:\s(?:de|du|la|of|{_PART})){{0,3}}"
_STATE = (
    r"(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|N\.\s?[CDHJMY]"
    r"|Okla|Ore|Pa|Penn|R\.\s?I|S\.\s?[CD]|Tenn|Tex|Vt|Va|Wash|W\.\s?Va|Wis|Wyo|Ont|Que|Alta|Man|D\.\s?C|B\.\s?C)\."
)
_DASHES = r"(?:[-–—]{1,3}(?:\s[-–—]{1,2})?)"
_DATED = rf"(?:,?\s{DAY}(?:,?\s\d{{4}})?)"
DATELINE = re.compile(
    rf"(?:"
    rf"(?:(?:{_CAPITALS_PLACE}|{_PLACE})(?:,\s(?:{_STATE}|{_PLACE}))?{_DATED}?\s)?\((?:{_AGENCY}(?:\s\w+)?)\)\s?{_DASHES}"
    rf"|{DAY}(?:,?\s\d{{4}})?\s\({_AGENCY}\)\s?{_DASHES}"
    rf"|{_AGENCY}\s?\.?\s?-\s?{_PLACE}\s?{_DASHES}"
    rf"|(?:{_CAPITALS_PLACE}|{_PLACE}),\s{_STATE}{_DATED}?\s?{_DASHES}"
    rf"|{_CAPITALS_PLACE},\s{_PLACE}\s?{_DASHES}"
    rf"|{_CAPITALS_PLACE}(?:,\s{_PLACE})?{_DATED}(?:,\s[A-Z]{{2,5}}|\s\([A-Z][\w .&'’-]{{1,40}}\))?\s?{_DASHES}"
    rf"|{_CAPITALS_PLACE}(?:--|—)(?=[A-Z][a-z])"
    rf")"
)
CAPITALS_DATELINE = re.compile(rf"{_CAPITALS_PLACE}\s{_DASHES}(?=\s)")
DATED_PLACE = re.compile(rf"{_CAPITALS_PLACE}(?:\s?,\s{_PLACE})?,?\s\d{{4}}-\d\d-\d\d")
PLACE_END = re.compile(r"\s?,\s|\s?[-–—]|\s\(")
# What stands in capitals before a dash and is no place: the sport or the league, as a kicker.
KICKERS = re.compile(
    r"(?:ATHLETICS|BADMINTON|BASEBALL|BASKETBALL|BOXING|CRICKET|CYCLING|DARTS|DIVING|FENCING|FOOTBALL|FORMULA ONE|F1|GOLF|GYMNASTICS"
    r"|HANDBALL|(?:ICE )?HOCKEY|HORSE RACING|JUDO|MMA|MOTOGP|MOTOR ?(?:CYCLING|RACING|SPORT)S?|NETBALL|OLYMPICS|RALLYING|ROWING"
    r"|RUGBY(?: LEAGUE| UNION)?|SAILING|SKIING|SNOOKER|SOCCER|SQUASH|SWIMMING|TABLE TENNIS|TENNIS|TRIATHLON|VOLLEYBALL|WRESTLING"
    r"|[A-Z]?[A-Z]BA|[A-Z]?[A-Z]?F[AL]|NHL|MLB|MLS|L?PGA|ATP|WTA|UFC|NCAA|FIFA|UEFA|ICC|IPL|EPL"
    r"|LIVE|WATCH|VIDEO|UPDATED?|BREAKING|EXCLUSIVE|ANALYSIS|OPINION|PREVIEW|REPORT|RESULTS?|MATCH.*|GAME.*|TEAM.*|.*NEWS)"
)
MIN_AFTER_DATELINE = 40  # characters of prose on the same line

HEADER = re.compile(r"date:?\s(?P<iso>\d{4}-\d\d-\d\d)(?=\s|$)", re.IGNORECASE)
DATE_LINE = re.compile(
    rf"(?:(?:first\s)?(?:published|posted|updated|last\supdated|modified|created|date)(?:\s(?:on|at))?:?\s?)"
    rf"(?:\d{{1,2}}:\d\d(?:\s[A-Z]{{2,4}})?,?\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?"
    rf"(?:\d{{4}}-\d\d-\d\d\S*|\d{{1,2}}{_TH}\s{MONTH},?(?:\s\d{{4}})?|{MONTH}\s\d{{1,2}}{_TH}(?:,?\s\d{{4}})?|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|\d+\s\w+\sago)"
    rf"(?:,?\s(?:at\s)?\d{{1,2}}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{{2,4}})?)?\.?",
    re.IGNORECASE,
)

CAPTION_LABEL = re.compile(r"(?:(?:image|picture|photo|video)\s?captions?[,:]|(?:pictured|caption|image|photo|picture):)\s", re.IGNORECASE)
CREDIT = re.compile(
    r"(?:image|picture|photo|video)\s(?:source|copyright|credit)s?[,:]?\s?.{0,80}"
    r"|(?:photo|photograph|picture|image)s?(?:\scredit)?(?:\sby:?\s|\scourtesy\s(?:of\s)?|\scredit:\s?).{1,80}"
    r"|(?:(?:photo|photograph|picture|image)s?|credit):\s?(?:\S+\s){0,4}\S+"
    r"|(?:ap|reuters|afp)\sphoto(?:/.{1,60})?"
    r"|[^.!?]{2,60}\s?/\s?(?:getty(?:\simages)?|reuters|afp|ap|pa|usa\stoday\ssports|imago|shutterstock|alamy|epa)(?:\s[\w\s]{1,20})?(?:\s?/\s?[\w\s]{1,20})?"
    r"|(?:getty(?:\simages)?|reuters|afp|pa\swire|shutterstock|alamy|epa|imago)(?:\s?/\s?[\w\s]{1,30})?",
    re.IGNORECASE,
)
INLINE_CREDIT = re.compile(
    r"\((?:(?:AP|Reuters|AFP|File|Handout)\s)?(?:Photos?|Pictures?|Images?|Photographs?|Credit)(?:\s(?:by|credit|courtesy)\b|:|/)[^()\n]{1,100}\)"
    r"|\[(?:Photo|Picture|Image|Credit)s?(?:\s(?:by|credit|courtesy)\b|:)[^\[\]\n]{1,100}\]"
)

ADVERTISEMENT = re.compile(
    r"[-\s(\[]*(?:advertisements?|advertorial|sponsored(?:\scontent)?|article\scontinues\s(?:below|after\s(?:the\s)?advertisement)"
    r"|story\scontinues\s(?:below|after\sadvertisement)|scroll\sto\scontinue(?:\swith\scontent)?)"
    r"(?:[\s.,-]+(?:scroll\sto\scontinue|continue\sreading(?:\sbelow)?))?[-\s)\].]*",
    re.IGNORECASE,
)

LINKS = re.compile(
    r"(?:read\smore|read\salso|also\sread|more|related|see\salso|watch|watch\snow|listen|video|gallery|in\spictures|don['’]t\smiss)\s?:\s.{1,160}"
    r"|(?:read\smore|(?:click|tap)\s(?:here|for|to))\b[^.!?\"“”]{0,120}[.!]?"
    r"|\[read\s[^\[\]]{1,160}\]"
    r"|you\smay\salso\s(?:like|be\sinterested\sin)\b.{0,40}"
    r"|(?:for\s)?more\s(?:ap\s|on\s|from\s)?[\w\s/-]{0,60}:\s?https?://\S+(?:\s(?:and|&)\shttps?://\S+)*"
    r"|ap\s[\w\s/-]{1,40}:\shttps?://\S+(?:\s(?:and|&)\s(?:https?://\S+|@\S+))*"
    r"|(?:please\s)?follow\s[^!?\"“”]{2,80}\son\s(?:twitter|facebook|instagram|x|tiktok|threads|bluesky|social\smedia)\b[^!?\"“”]{0,80}"
    r"|follow\s[^!?\"“”]{2,80}\sat\shttps?://\S+"
    r"|(?:twitter|facebook|instagram|youtube|tweet)\s?:\s?\S+"
    r"|(?:https?://|www\.)\S+|(?:pic\.twitter\.com|t\.co)/\S+|@\w{2,30}",
    re.IGNORECASE,
)
INLINE_LINK = re.compile(r"https?://[^\s<>()\"“”]+[^\s<>()\"“”.,;:!?'’]|pic\.twitter\.com/\w+", re.IGNORECASE)

NOTICES = re.compile(
    r"media\splayback\sis\s(?:not\ssupported|unsupported)\son\s(?:this|your)\sdevice\.?"
    r"|this\s(?:video|content)\s(?:can\s?not|is\snot)\s(?:be\splayed|available)\b.{0,60}"
    r"|to\splay\sthis\svideo\syou\sneed\sto\senable\sjavascript\b.{0,40}"
    r"|(?:please\s)?enable\sjavascript\b.{0,100}"
    r"|scroll\sdown\s(?:for|to)\s(?:\w+\s){0,4}\w+\.?"
    r"|(?:share|share\s(?:this|on|via)\b[^.!?\"“”]{0,60}|\d[\d,.]*k?\s(?:shares?|comments?|views?|likes?|retweets?)|(?:view|leave\sa|add\sa|post\sa)\scomments?|comments?(?:\s\(\d+\))?)"
    r"|share\sfacebook\sx\sreddit\slink|copy\slink|print|e-?mail|bookmark|save|loading\.{0,3}|close"
    r"|(?:\d+\sposts\s)?(?:sort\sby\snewest\s?)+"
    r"|what\sdid\syou\sthink\sof\sthis\sstory\?"
    r"|.{0,80}\b(?:use|uses|accept(?:\sall)?|manage|reject\sall|our)\s(?:[\w\s]{0,20}\s)?cookies?\b.{0,200}"
    r"|(?:accept|agree|i\saccept|got\sit|ok,?\sgot\sit|manage\s(?:preferences|settings)|privacy\spolicy|terms\s(?:of\suse|and\sconditions))\.?"
    r"|(?:sign|log)\s(?:in|up)\b(?:\s(?:to|for|here|by|now)\b[^!?\"“”]{0,200})?"
    r"|subscribe\b(?:\s(?:to|for|here|now|today)\b[^!?\"“”]{0,200})?"
    r"|(?:get|want|receive|join)\b[^\"“”]{0,160}\b(?:newsletters?|inbox|alerts|updates\s(?:by|via)\semail)\b.{0,200}"
    r"|enter\syour\semail(?:\saddress)?:?"
    r"|the\sassociated\spress\s(?:created|contributed)\b.{0,160}"
    r"|\((?:additional\s)?(?:reporting|editing|writing|compiled)\sby\s[^()\"“”]{3,250}\)"
    r"|(?:copyright\s)?©\s?.{0,160}|copyright\s(?:\d{4}|\(c\)).{0,160}|.{0,80}\ball\srights\sreserved\b.{0,80}"
    r"|more\sto\sfollow\.{0,3}|host\scommentator|(?:this\s(?:story|article|page)\s(?:is\sbeing|will\sbe)\supdated\b|keep\srefreshing\sthis\spage\b).{0,80}"
    r"|from\sthe\ssection\s[\w\s&-]{2,40}|(?:sky|bbc)\ssports?"
    r"|.{0,160}\b(?:no\scontract,\scancel\sanytime|stream\s(?:sky\ssports\s|contract-free\s)?with\snow)\b.{0,80}",
    re.IGNORECASE,
)
INLINE_NOTICE = re.compile(
    r"(?:(?<=[.!?] )|(?<=[.!?][\"”’'] ))(?:Sign up|Subscribe) (?:to|for) (?:the|our) [^.\n]{0,40}newsletter[^.\n]{0,80}\.?(?=\s|$)"
    r"|Scroll down for video\.?"
)

MARKUP = re.compile(
    r"[-_=*~–—·•#\s]{2,}|#{1,6}"
    r"|</?[a-z][^<>]{0,300}>"
    r"|[.#@]?[\w-]+(?:\s[.#]?[\w-]+){0,3}\s?\{|\}|[a-z-]{3,30}:\s?[^;.!?]{1,60};"
)
HEADING_MARK = re.compile(r"#{1,6}(?=\s)")

MENU_WORDS = re.compile(
    r"(?:skip\sto\s(?:main\s)?(?:content|navigation)|(?:main\s|site\s)?menu|navigation|search(?:\sthe\ssite)?|home(?:page)?|(?:latest\s|all\s|top\s)?news"
    r"|sports?|football|cricket|rugby(?:\su(?:nion)?|\sl(?:eague)?)?|tennis|golf|athletics|boxing|cycling|f1|formula\s1|motorsport|swimming|olympics|all\ssports?|a-z\ssports?"
    r"|(?:live\s)?scores?(?:\s(?:&|and)\sfixtures)?|fixtures?(?:\s(?:&|and)\sresults)?|results|tables?|standings|schedule|stats|teams|players|transfers|gossip|rankings"
    r"|video|videos|audio|podcasts?|photos|tv|radio|live|shop|tickets|weather|travel|culture|business|politics|entertainment|opinion|more"
    r"|sign\sin|sign\sup|log\sin|register|my\saccount|subscribe|contact(?:\sus)?|about(?:\sus)?|help|terms|privacy|cookies)",
    re.IGNORECASE,
)
MENU_SEPARATOR = re.compile(r"\s*[|·•›»>]\s*")
MIN_MENU = 3  # entries; two could be a heading and its kicker

CLOSED = re.compile(r"[.!?…][\"'“”‘’)]*$")
MAX_CLOSED_HEADLINE = 110  # characters; a longer line with a full stop is a first sentence full of names
MAX_HEADLINE = 160  # characters; the longest in the corpora has 148
MIN_HEADLINE_WORDS = 2
MIN_REPEATED = 40  # characters; shorter lines recur in tables and lists
CAPTION_SENTENCE = 6  # words; from here on a caption tells something and is read


def _find_furniture(text: str) -> list[Furniture]:
    """Every piece of the text that is not prose, in order and without overlap."""
    lines = list(_lines(text))
    found: list[tuple[str, int, int]] = []
    whole: set[int] = set()  # starts of the lines that are furniture altogether
    for kind, line in _whole_lines(lines):
        found.append((kind, line.start, line.end))
        whole.add(line.start)
    rest = [line for line in lines if line.start not in whole]

    head = _head(rest, found)
    found.extend(head)
    for line in rest:
        found.extend(_inline(line))
    return _without_overlap(found)


def _lines(text: str) -> Iterator[Line]:
    """The lines that hold something. Every kind of space is turned into a plain one, one for one, to be matched."""
    spans = [(m.start(), m.end()) for m in re.finditer(r"[^\r\n]+", text) if not m.group().isspace()]
    for i, (start, end) in enumerate(spans):
        following = spans[i + 1][0] if i + 1 < len(spans) else None
        gap = following is None or len(re.findall(r"\r\n|\r|\n", text[end:following])) > 1
        trimmed = _trim(text, start, end)
        if trimmed:
            yield Line(*trimmed, re.sub(r"\s", " ", text[slice(*trimmed)]), gap)


def _whole_lines(lines: list[Line]) -> Iterator[tuple[str, Line]]:
    """The lines that are furniture from end to end, with their kind; the headline is not looked for here."""
    menu = set(_menu(lines))
    seen: set[str] = set()
    for number, line in enumerate(lines):
        kind = "menu" if number in menu else _kind_of(line.text)
        if number == 0 and kind == "link" and ": " in line.text:
            kind = None  # 'Watch: ...' above a story is its headline
        if kind is None and len(line.text) >= MIN_REPEATED:
            if line.text in seen and not CLOSED.search(line.text):
                kind = "caption"  # the picture's words, printed again under the next size of it
            seen.add(line.text)
        if kind is not None:
            yield kind, line


MAX_SCRAP = 300  # characters; anything longer is a paragraph


def _kind_of(line: str) -> str | None:
    """What kind of furniture the whole line is, None for prose."""
    if len(line) > MAX_SCRAP:
        return None
    label = CAPTION_LABEL.match(line)
    if label and len(line[label.end() :].split()) < CAPTION_SENTENCE:
        return "caption"
    for kind, pattern in LINE_KINDS:
        if pattern.fullmatch(line):
            return kind
    return None


LINE_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("markup", MARKUP),
    ("advertisement", ADVERTISEMENT),
    ("date", HEADER),
    ("date", DATE_LINE),
    ("credit", INLINE_CREDIT),
    ("credit", CREDIT),
    ("notice", NOTICES),
    ("link", LINKS),
    ("byline", BYLINE),
)


def _menu(lines: list[Line]) -> Iterator[int]:
    """The numbers of the lines that are navigation: entries side by side, or one under the other."""
    run: list[int] = []
    for number, line in enumerate(lines):
        if len(line.text) <= MAX_SCRAP:
            entries = [entry for entry in MENU_SEPARATOR.split(line.text) if entry]
            known = sum(1 for entry in entries if MENU_WORDS.fullmatch(entry))
            if len(entries) >= MIN_MENU and known >= len(entries) / 2:
                yield number
                continue
            if len(entries) == 1 and known:
                run.append(number)
                continue
        if len(run) >= MIN_MENU:
            yield from run
        run = []
    if len(run) >= MIN_MENU:
        yield from run


def _head(lines: list[Line], found: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """What stands before the story: date header, headline, a bare name under it, the place and date line."""
    head: list[tuple[str, int, int]] = []
    if not lines:
        return head
    first, *others = lines
    header = HEADER.match(first.text)
    if header and not any(start < first.start and kind != "date" for kind, start, _ in found):
        head.append(("date", first.start, first.start + header.end()))
        after = first.text[header.end() :]
        start = first.end - len(after.lstrip())
        first = Line(start, first.end, first.text[start - first.start :], first.gap)
    if _is_headline(first, others):
        head.append(("headline", first.start, first.end))
        lines = others
    else:
        lines = [first, *others]
    if len(lines) > 1 and head and NAME_ALONE.fullmatch(lines[0].text) and _dateline(lines[1], opening=True):
        head.append(("byline", lines[0].start, lines[0].end))
        lines = lines[1:]
    if lines and DATED_PLACE.fullmatch(lines[0].text):
        head.append(("dateline", lines[0].start, lines[0].end))
    elif lines and (end := _dateline(lines[0], opening=True)):
        head.append(("dateline", lines[0].start, lines[0].start + end))
    return head


def _is_headline(line: Line, others: list[Line]) -> bool:
    """Whether the first line stands above a story: short, not closed like a sentence, set apart or followed by prose."""
    text = line.text
    if not others or len(text) > MAX_HEADLINE or len(text.split()) < MIN_HEADLINE_WORDS or _dateline(line, opening=True):
        return False
    if DATED_PLACE.fullmatch(text) or CAPTION_LABEL.match(text) or text.startswith(("#", "•", "* ", "- ", "[")):
        return False
    if re.search(r"[.:;,…][\"'“”‘’)]*$", text) and not _is_title(text):
        return False
    if CLOSED.search(text) and len(text) > MAX_CLOSED_HEADLINE:
        return False
    quoted = re.fullmatch(r"[\"“].*[\"”]", text)  # a quotation on a line of its own opens many a story
    if quoted or re.search(r"[!?][\"'“”‘’)]*$", text):
        return line.gap and not quoted
    return line.gap or any(len(other.text) > len(text) for other in others[:2])  # the name of the writer may come between


def _is_title(text: str) -> bool:
    """Whether the words are printed as in a title: all of them, or nearly all the longer ones, with a capital."""
    if text == text.upper() and text != text.lower():
        return True
    longer = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) >= 4]
    return len(longer) >= 3 and sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)


def _dateline(line: Line, *, opening: bool) -> int:
    """The length of the dateline at the start of the line, 0 if there is none.

    A bare place in capitals before a dash is believed only at the opening of the story.
    """
    match = DATELINE.match(line.text) or (CAPITALS_DATELINE.match(line.text) if opening else None)
    if match is None or KICKERS.fullmatch(PLACE_END.split(match.group())[0]):
        return 0
    end = match.end()
    rest = line.text[end:].strip()
    return end if len(rest) >= MIN_AFTER_DATELINE and rest != rest.upper() else 0


def _inline(line: Line) -> Iterator[tuple[str, int, int]]:
    """The scraps within a line of prose."""
    at = line.start
    if end := _dateline(line, opening=False):
        yield "dateline", at, at + end
    if label := CAPTION_LABEL.match(line.text):
        yield "caption", at, at + label.end()
    if mark := HEADING_MARK.match(line.text):
        yield "markup", at, at + mark.end()
    for kind, pattern in (("credit", INLINE_CREDIT), ("link", INLINE_LINK), ("notice", INLINE_NOTICE)):
        for match in pattern.finditer(line.text):
            yield kind, at + match.start(), at + match.end()


def _without_overlap(found: Iterable[tuple[str, int, int]]) -> list[Furniture]:
    """The pieces in order; where two overlap, the one that begins first, then the longer."""
    kept: list[Furniture] = []
    for kind, start, end in sorted(found, key=lambda piece: (piece[1], -piece[2])):
        if start < end and (not kept or start >= kept[-1].end):
            kept.append(Furniture(kind=kind, start=start, end=end))
    return kept


# Publication ----------------------------------------------------------------------------------------------------------


def _printed_date(text: str, pieces: list[Furniture]) -> datetime.date | None:
    """The full date in the date header, else the one in the dateline; None where neither has one."""
    for kind in ("date", "dateline"):
        for piece in pieces:
            if piece.kind == kind and (match := FULL_DATE.search(re.sub(r"\s", " ", text[piece.start : piece.end]))):
                day = _date_of(match)
                if day is not None:
                    return day
    return None


def _date_of(match: re.Match[str]) -> datetime.date | None:
    """The day that a `FULL_DATE` names; None for a 31 June."""
    try:
        if match["iso"]:
            return datetime.date.fromisoformat(match["iso"])
        month = MONTHS.index((match["m1"] or match["m2"])[:3].lower()) + 1
        return datetime.date(int(match["y1"] or match["y2"]), month, int(match["d1"] or match["d2"]))
    except ValueError:
        return None
