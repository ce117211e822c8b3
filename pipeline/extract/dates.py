"""Words for days in, calendar days out: 'on Tuesday night', '24 August', '10-14 March', 'yesterday'.

Days are resolved against the day of publication and the tense of the verb nearby, and left open (`date=None`) where these
do not settle them: a wrong date is worse than none.
"""

from __future__ import annotations

import datetime
import re

from pydantic import Field

from pipeline.records import Span


class DateMention(Span):
    """The article's words for a day or a time, with the day where there is exactly one that they can mean."""

    date: datetime.date | None = Field(
        default=None, description="the day, the first one of a range; null where it is no day or cannot be told"
    )
    until: datetime.date | None = Field(default=None, description="the last day of a range")
    future: bool | None = Field(default=None, description="whether it lies after publication; null where the words do not tell")


MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[89]\d\d|20\d\d)"
_WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_SHORT_WEEKDAY = r"(?:Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun)\.?"
_PART = r"(?:morning|lunchtime|afternoon|evening|night)"
_TO = r"\s?(?:-|–|—|to|until|till|through)\s?"

# One alternative for each way of printing a day; the first that fits at a place is taken, so the fuller ones come first.
MENTION = re.compile(
    rf"(?P<iso>(?<![\d-]){_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\d-]))"
    rf"|(?P<numeric>(?<![\d/.]){_DAY}/{_DAY}/(?:{_YEAR}|\d\d)(?![\d/]))"
    # 28 February to 2 March 2024; 10-14 March; Thursday 24 August 2023; the 24th of August
    rf"|(?<![\d.,:/-])(?:(?:{_WEEKDAY}|{_SHORT_WEEKDAY}),?\s)?(?P<d1>{_DAY})"
    rf"(?:(?:\s(?P<m0>{MONTH}))?{_TO}(?P<d1end>{_DAY}))?\s(?:of\s)?(?P<m1>{MONTH})(?!\w)(?:,?\s(?P<y1>{_YEAR}))?(?![\d-])"
    # Thursday, August 24, 2023; March 10-14; Feb. 28 to March 2
    rf"|(?:(?:{_WEEKDAY}|{_SHORT_WEEKDAY}),?\s)?\b(?P<m2>{MONTH})\s(?P<d2>{_DAY})(?![\d:])"
    rf"(?:(?:{_TO}|/)(?:(?P<m2end>{MONTH})\s)?(?P<d2end>{_DAY})(?![\d:-]))?(?:,?\s(?P<y2>{_YEAR}))?(?![\d-])"
    # August 2023; early in March
    rf"|\b(?P<month>(?:(?:[Ee]arly|[Ll]ate|[Mm]id|[Ll]ast|[Nn]ext|[Tt]his)[\s-])?{MONTH},?\s{_YEAR}(?![\d-])"
    rf"|(?<=\b[Ii]n\s){MONTH}\b(?![\s]\d)|(?:[Ee]arly|[Ll]ate|[Mm]id|[Ll]ast|[Nn]ext|[Tt]his)[\s-]{MONTH}\b)"
    rf"|\b(?P<weekday>(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his\scoming|[Tt]his|[Cc]oming|(?:[Tt]he\s)?(?:[Pp]revious|[Ff]ollowing))\s)?"
    rf"(?P<day>{_WEEKDAY})(?:\s{_PART}\b)?)(?!\w)"
    rf"|\b(?P<near>(?:[Tt]he\s)?[Dd]ay\s(?:before\syesterday|after\stomorrow)|[Yy]esterday(?:\s{_PART})?|[Tt]omorrow(?:\s{_PART})?"
    rf"|[Ll]ast\snight|[Tt]onight|[Tt]oday|[Ee]arlier\stoday|[Tt]his\s(?:morning|lunchtime|afternoon|evening)"
    rf"|(?P<count>\d{{1,2}}|an?|one|two|three|four|five|six|seven|eight|nine|ten)\s(?P<unit>days?)\s(?:ago|earlier\sthis\sweek))\b"
    rf"|\b(?P<span>(?P<order>[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming|[Pp]revious|[Ff]ollowing)\s"
    rf"(?:year|month|week|weekend|season|summer|winter|spring|autumn)"
    rf"|(?:\d{{1,3}}|a|an|one|two|three|four|five|six|seven|eight|nine|ten)\s(?:weeks?|months?|years?)\s(?P<ago>ago))\b"
    # A season is printed with two years; a number with a unit is a distance, with a zone a time of day.
    rf"|(?P<year>(?<![\w£$€.,:/–-]){_YEAR}(?:[/–-]\d\d(?:\d\d)?)?(?![\w:%/–-]|[.,]\d|\s?(?:km|m|metres?|meters?|yards?|miles?|points?|runs|fans"
    rf"|spectators|people|GMT|BST|CE?S?T|ET|[ap]\.?m)\b))"
)

# Days of the week that are something else: a club, a newspaper, a broadcast, a feast.
NOT_BEFORE = re.compile(r"(?:Sheffield|Soccer|Super|Good|Black|Ash|Easter|Palm|Bloody|Boxing|Mail on|Telegraph on)\s\Z")
NOT_AFTER = re.compile(r"\s(?:Times|Mail|Telegraph|Mirror|Post|Express|Sun|Night\s(?:Live|Football)|Football|League|Herald|World)\b")
CLUB = re.compile(r"\bSheffield Wednesday\b")

SURE_HALF_YEAR = 120  # days; a day and month within four months of publication, on either side, can be one year's only
SENTENCE_REACH = 300  # characters looked through for the verb on either side


def find_dates(text: str, published: datetime.date | None) -> list[DateMention]:
    """Every mention of a day, in order, with offsets into the text; months, years and seasons are mentions without a day.

    >>> find_dates("Roe won on Tuesday night and will run again on Saturday.", datetime.date(2023, 8, 24))[1].date
    datetime.date(2023, 8, 26)

    Without `published` only full dates are resolved.
    """
    club = CLUB.search(text) is not None
    mentions = []
    for match in MENTION.finditer(text):
        if match["day"] and _is_no_day(text, match, club):
            continue
        date, until, future = _resolve(text, match, published)
        mentions.append(DateMention(text=match.group(), start=match.start(), end=match.end(), date=date, until=until, future=future))
    return mentions


def _is_no_day(text: str, match: re.Match[str], club: bool) -> bool:
    """Whether the name of a weekday is part of another name."""
    before = text[max(0, match.start() - 20) : match.start()]
    if NOT_BEFORE.search(before) or NOT_AFTER.match(text[match.end() : match.end() + 20]):
        return True
    plain = match.group() == "Wednesday" and not re.search(r"\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Ss]ince)\s\Z", before)
    return club and plain


Resolved = tuple[datetime.date | None, datetime.date | None, bool | None]


def _resolve(text: str, match: re.Match[str], published: datetime.date | None) -> Resolved:
    """The day, the last day of a range and whether it is to come, for one mention."""
    if match["iso"]:
        return _settled(_day(*map(int, match["iso"].split("-"))), None, published)
    if match["numeric"]:
        return _settled(_numeric(match["numeric"]), None, published)
    if match["d1"] or match["d2"]:
        return _calendar_day(text, match, published)
    if match["day"]:
        return _weekday(text, match, published)
    if match["near"]:
        return _near(text, match, published)
    if match["span"]:
        order = (match["order"] or "").lower()
        future = False if match["ago"] or order in ("last", "previous") else True if order in ("next", "coming") else None
        return None, None, future
    year = re.search(_YEAR, match.group())
    if year and published and int(year.group()) != published.year:
        return None, None, int(year.group()) > published.year
    return None, None, None


def _settled(date: datetime.date | None, until: datetime.date | None, published: datetime.date | None) -> Resolved:
    """A full date, with its place before or after publication."""
    if date is None or published is None or date == published:
        return date, until, None
    return date, until, date > published


def _day(year: int, month: int, day: int) -> datetime.date | None:
    """The day, None for a 31 June."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _numeric(words: str) -> datetime.date | None:
    """The day of 16/1/2026 or 1/16/2026; None for 3/4/2026, which London and New York read apart."""
    first, second, year = (int(re.sub(r"\D", "", part)) for part in words.split("/"))
    if year < 100:
        return None
    if first > 12 or first == second:
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 else None


def _month(words: str) -> int:
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(words[:3].lower()))


def _calendar_day(text: str, match: re.Match[str], published: datetime.date | None) -> Resolved:
    """A day and month, with or without a year, or a range of such days."""
    if match["d1"]:
        day, last, year = match["d1"], match["d1end"], match["y1"]
        month, last_month = match["m0"] or match["m1"], match["m1"]
    else:
        day, last, year = match["d2"], match["d2end"], match["y2"]
        month, last_month = match["m2"], match["m2end"] or match["m2"]
    numbers = (_month(month), int(re.sub(r"\D", "", day)))
    ends = (_month(last_month), int(re.sub(r"\D", "", last))) if last else None
    if ends and ends < numbers and month == last_month:
        return None, None, None  # a score before a date: 24-20 March
    if year:
        end = _day(int(year), *ends) if ends else None
        start_year = int(year) - 1 if ends and ends < numbers else int(year)
        return _settled(_day(start_year, *numbers), end, published)
    if published is None:
        return None, None, _is_future(text, match)
    start = _year_told_by_tense(text, match, numbers, published)
    if start is None:
        return None, None, None
    end = _day(start.year + (ends < numbers), *ends) if ends else None
    return _settled(start, end, published)


def _year_told_by_tense(text: str, match: re.Match[str], numbers: tuple[int, int], published: datetime.date) -> datetime.date | None:
    """The day of that day and month that the sentence can mean; None where several can be meant."""
    before, after = _sentence(text, match)
    days = [day for year in (published.year - 1, published.year, published.year + 1) if (day := _day(year, *numbers))]
    if weekday := re.match(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)", match.group()):
        days = [day for day in days if WEEKDAYS[day.weekday()].startswith(weekday.group().lower())]
        return days[0] if days else None  # the same weekday comes back after five years at the least
    if re.search(r"\b(?:next|last|following|previous)\s(?:year|season)\b|\byears?\s(?:ago|later|earlier)\b", before + " " + after):
        return None  # counted from another year than this one
    years = {int(year) for year in re.findall(rf"\b{_YEAR}\b", before + " " + after)}
    if years - {published.year} or re.search(r"\bborn\b", before):
        return None  # history that is told with its own year, or a birthday
    near = [day for day in days if abs((day - published).days) <= SURE_HALF_YEAR]
    if near:
        return near[0]
    future = _is_future(text, match)
    if future is None:
        return None
    wanted = [day for day in days if (day > published) == future]
    return (min if future else max)(wanted) if wanted else None


def _weekday(text: str, match: re.Match[str], published: datetime.date | None) -> Resolved:
    """A day of the week: the last one up to publication, the next one where the words look ahead."""
    which = (match["which"] or "").lower()
    if re.search(r"\b(?:each|every|an?|most|any|one)\s\Z", text[max(0, match.start() - 8) : match.start()], re.IGNORECASE):
        return None, None, None
    if which.endswith(("previous", "following")):
        return None, None, None  # counted from another day than publication
    future = {"last": False, "next": True, "coming": True, "this coming": True}.get(which, _is_future(text, match))
    if which == "this" and future is None:
        future = True
    if published is None or future is None:
        return None, None, future
    wanted = WEEKDAYS.index(match["day"].lower())
    ago = (published.weekday() - wanted) % 7
    if future:
        ahead = (wanted - published.weekday()) % 7
        if ahead == 0 and which != "next":
            return None, None, True  # today or in a week
        day = published + datetime.timedelta(days=ahead or 7)
        # 'next Saturday', said on a Monday, is this week's to some and next week's to others
        return (None if which == "next" and _same_week(day, published) and ahead else day), None, True
    day = published - datetime.timedelta(days=ago)
    if which == "last":
        day = published - datetime.timedelta(days=ago or 7)
        if _same_week(day, published):
            return None, None, False
    return day, None, future


def _same_week(one: datetime.date, other: datetime.date) -> bool:
    return one.isocalendar()[:2] == other.isocalendar()[:2]


def _near(text: str, match: re.Match[str], published: datetime.date | None) -> Resolved:
    """Yesterday, tonight, three days ago: counted from the day of publication."""
    words = match["near"].lower()
    if match["count"]:
        offset = -int(NUMBERS.get(match["count"].lower(), 0) or match["count"]) if match["count"].lower() != "an" else -1
    elif "before yesterday" in words:
        offset = -2
    elif "after tomorrow" in words:
        offset = 2
    elif words.startswith("yesterday") or words == "last night":
        offset = -1
    elif words.startswith("tomorrow"):
        offset = 1
    else:
        offset = 0
    future = offset > 0 if offset else _today(text, match)
    return (published + datetime.timedelta(days=offset) if published else None), None, future


def _today(text: str, match: re.Match[str]) -> bool | None:
    """Whether a time within the day of publication is to come; 'as things are today' tells nothing."""
    future = _is_future(text, match)
    return None if future and not re.search(r"\b(?:will|shall)\b|['’]ll\b", " ".join(_sentence(text, match))) else future


# Tense ----------------------------------------------------------------------------------------------------------------

_COMING_VERBS = (
    r"(?:face|host|meet|play|visit|travel|start|begin|kick|conclude|resume|return|continue|take\son|go|open|compete|race|welcome)"
)
_EXPECTED = (
    r"(?:due|set|expected|scheduled|likely|unlikely|ready|hoping|aiming|looking|bidding|preparing|going|hopes?|aims?|plans?|looks?|wants?"
    r"|needs?|tipped|bound|poised|confirmed|determined|eager|keen)"
)
# In order: what leaves it open, what looks ahead, what looks back.
CUE = re.compile(
    rf"(?P<open>\b(?:was|were|had\sbeen|been)\s(?:\w+\s)?{_EXPECTED}\sto\b|\bwould(?:n['’]t)?\b|['’]d\b|\bif\b)"
    rf"|(?P<future>\b(?:will|shall|won['’]t)\b|['’]ll\b|\b(?:is|are|am|be)\s(?:also\s|now\s)?to\s|{_EXPECTED}\s(?:to|for)\b"
    rf"|\b(?:can|may|might|must|should|could(?!\snot\b))\b(?!\s(?:not\s)?have\b)|\b(?:has|have)\sto\b"
    rf"|\b(?:ahead\sof|in\stime\sfor|build-up\sto|until|for)\s(?:\w+\s){{0,1}}\Z"
    rf"|\b[A-Z][\w'’-]+\s{_COMING_VERBS}\b|\b(?:[Nn]ext\sup|next\s(?:game|match|fixture|tie|outing|assignment))\b"
    rf"|\b(?:is|are)\s(?:[\w,.'’-]+\s){{0,4}}\Z|\b(?:is|are)\s\w+ing\b"
    rf"|\b(?:[Ww]e|[Tt]hey|[Yy]ou|I|who)\s{_COMING_VERBS}\b"
    r"|(?<!\bthe\s)(?<!\ba\s)\b(?:faces|hosts|meets|plays|visits|travels|takes\s(?:on|place)|starts|begins|kicks\soff|gets\sunder\sway"
    r"|opens|closes|concludes|resumes|returns|continues|(?:competes|races|runs|swims|rides|rows)(?=\s(?:in|over|the)\s))\b"
    r"|(?<!to\s)(?<!the\s)(?<!a\s)(?<!an\s)(?<!not\s)(?<!n't\s)(?<!n’t\s)(?<!his\s)(?<!her\s)(?<!their\s)(?<!its\s)(?<!in\s)(?<!of\s)(?<!for\s)"
    r"(?<!at\s)(?<!-)\b(?:face|host|take\son|travel\sto|entertain)\b)"
    r"|(?P<past>\b(?:after|following|since|could(?:\snot|n['’]t))\b"
    r"|\b(?!(?:indeed|need|speed|seed|feed|breed|exceed|proceed|succeed|hundred|sacred|shed|red|bed)\b)[a-z]{2,}ed\b"
    r"|\b(?:was|were|had|did|won(?!['’]t)|beat|beaten|lost|drew|took|ran|threw|came|went|made|gave|held|fell|rose|led|met|left|kept|saw|said|told"
    r"|felt|knew|thought|began|became|broke|broken|struck|shot|swam|rode|sank|stood|sat|brought|bought|caught|fought|sought|taught|found"
    r"|got|grew|heard|paid|sent|spent|swept|wore|wrote|underwent|undergone|gone|been|done|taken|given|seen|shown|flew|drove|chose|hit)\b"
    # the headline's present
    r"|\b(?:wins|beats|claims|seals|secures|earns|clinches|scores|breaks|loses|defeats|retains|snatches|grabs|cruises|stuns|edges)\b"
    r"|\b(?:win|victory|defeat|loss|draw|triumph|success|hat-trick)\b)"
)


BACKWARD = re.compile(r"after|following|since|is\s.*|are\s.*|win|victory")  # these say nothing of what stands before them


def _is_future(text: str, match: re.Match[str]) -> bool | None:
    """Whether the verb nearest to the mention looks ahead; None where there is none or it can be read both ways."""
    cue = _cue(text, match)
    return None if cue is None or cue == "open" else cue == "future"


def _cue(text: str, match: re.Match[str]) -> str | None:
    """What the nearest verb before the mention says, else the nearest after it in the sentence."""
    before, after = _sentence(text, match)
    earlier = list(CUE.finditer(before))
    later = (cue for cue in CUE.finditer(after) if not BACKWARD.fullmatch(cue.group()))
    nearest = earlier[-1] if earlier else next(later, None)
    return nearest.lastgroup if nearest else None


def _sentence(text: str, match: re.Match[str]) -> tuple[str, str]:
    """The sentence around the mention, as what stands before and what stands after it."""
    before = text[max(0, match.start() - SENTENCE_REACH) : match.start()]
    after = text[match.end() : match.end() + SENTENCE_REACH]
    return re.split(SENTENCE_END, before)[-1], re.split(SENTENCE_END, after, maxsplit=1)[0]


SENTENCE_END = re.compile(r"(?<=[a-z0-9)])[.!?][\"”’']?\s(?=[\"“‘'A-Z])|[\r\n]+|[;“”\"]")
