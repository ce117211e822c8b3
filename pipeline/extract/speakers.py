"""Who says each quotation: an ordered list of small rules over the words before and after it.

Every rule answers with a source (a named person, a pronoun, a description such as "the Kenyan", or somebody unnamed such as
"a club spokesman") or passes. The first answer counts, and carries the share of right answers that its rule reached on
annotated articles as its confidence. Pronouns and descriptions are resolved against the persons who were subject or
speaker last, told apart by gender and by what the article says of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.extract.nations import country_code
from pipeline.extract.quotations import SPEECH_VERB, Quotation
from pipeline.extract.sentences import find_paragraphs

Form = Literal["name", "pronoun", "description", "unnamed"]

MAX_LEAD = 400  # characters of a sentence before a quotation that are read for its verb of speech
MAX_TAIL = 220  # characters after it
MAX_SENTENCES_BACK = 4  # past it the person who was spoken of is not more likely than any other
MAX_SENTENCES_OF_FOCUS = 20
MAX_PRONOUN_DISTANCE = 200  # characters between a name and the pronoun that tells its gender
LONGEST_HEADLINE = 40  # words
_ENDS = re.compile(r"[.!?:;]\s")
MAX_PARAGRAPHS_BETWEEN = 3  # photo captions stand between the paragraphs of one quotation
SENTENCES_OF_RIVALS = 3  # who is named within these, and may be meant too, is reported as a candidate


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of a named person; `person` is the same for every mention of one person."""

    start: int
    end: int
    person: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says a quotation.

    `person` is None where the source is nobody named or cannot be told. `candidates` holds the persons whom a pronoun or a
    description may mean, the likeliest first, where there are several. `rule` names the rule that answered.
    `speaker_text` are the words that name the source, at `start:end` where they stand in the text.
    """

    person: str | None = None
    speaker_text: str | None = None
    start: int | None = None
    end: int | None = None
    cue: str | None = None
    confidence: float = 0.0
    candidates: tuple[str, ...] = ()
    rule: str = "none"


@dataclass(frozen=True, slots=True)
class _Source:
    """The words that name a speaker, before a pronoun or a description is resolved."""

    form: Form
    start: int
    end: int
    person: str | None = None
    cue: str | None = None


@dataclass(slots=True)
class _Place:
    """A quotation with the prose around it: what leads to it in its sentence, and what follows it there."""

    quotation: Quotation
    paragraph: int
    lead: tuple[int, int]
    tail: tuple[int, int]
    adjacent: bool  # nothing but white space since the quotation before
    prose_between: bool  # a whole sentence of prose stands between the quotation before and this one


# Words of the field ------------------------------------------------------------------------------------------------

_CORE = re.compile(
    r"\b(?:said|says|say|saying|told|tells|telling|added|adds|adding|wrote|writes|writing|explained|explains|explaining|admitted|"
    r"admits|admitting|insisted|insists|insisting|continued|continues|replied|replies|replying|claimed|claims|claiming|warned|warns|"
    r"stated|states|stating|revealed|reveals|tweeted|posted|joked|concluded|confirmed|commented|asked|declared|read|reads|reading)\b"
)
_ADVERBS = (
    r"(?:also|later|then|further|afterwards|afterward|recently|previously|earlier|already|still|even|now|once|since|again|simply|only|"
    r"just|never|always|has|have|had|would|will|did|does|was|is|quoted|as|clearly|himself|herself|themselves|today|yesterday|"
    r"(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[a-z]+ly)"
)
_SHORT_SENTENCE = re.compile(r"\s*([^\n\"“”:]{3,80}?[.\n])(?!\S)")
_LINKED = re.compile(r"\s*[:,–—-]\s*")  # after a headline's closing mark
_CONJUNCTION = re.compile(r"\b(?:and|but|before|when|while|as|to|that|which|because|if)\b|\b\w+ing$")
_LINKING = re.compile(r"(?:As|But|And|When|While|Yet|So|Then|Now|However)\s+")
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are|be)\s+(?:[a-z]+ly\s+|also\s+|once\s+)?$")
_BEFORE_VERB = re.compile(rf"(?:\s+{_ADVERBS})*\s*$")
_PRONOUN = re.compile(r"\b(?:he|she|they|it)\b", re.IGNORECASE)
_PRONOUN_END = re.compile(r"\b(he|she|they|it|who)$", re.IGNORECASE)
_DETERMINED = re.compile(
    r"(?:\b(?:the|an?|his|her|their|its|another|one|this|that)|\b[\w'’.-]+['’]s?)\s+(?:[\w'’.-]+\s+){0,6}[\w'’.-]+$", re.IGNORECASE
)
_CAPITALISED = re.compile(
    r"(?:\b[A-Z][\w'’.&-]*\s+)*\b[A-Z][\w'’.&-]*(?:\s+(?:coach|manager|boss|captain|skipper|head\s+coach|spokes\w+|officials?|sources?))?$"
)
_SPOKESMAN = re.compile(
    r"\b(?:an?|the|one|another)\s+(?:[\w'’.-]+\s+){0,4}?(?:spokes\w+|lawyers?|agents?|representatives?|sources?|statement|friend|"
    r"report|letter|member|official|insider|team-?mate|coach|brother|father|mother|wife|sister)\s+(?:[\w'’.-]+\s+){0,3}?(?:for|of|from|by|to)\s+$",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:(?i:spokes\w+|statement|club|federation|association|committee|board|union|league|body|report|paper|newspaper|website|company|"
    r"court|panel|tribunal|suit|lawsuit|letter|sources?|insider|team|side|officials?|organi[sz]ers|fans?|supporters|people|caption|headline|"
    r"banner|post|message|tweet|magazine|document|rules?|agency|commission|council|ministry|government|police|authorities)|[A-Z]{2,})\b"
)
_PREPOSITION = re.compile(
    r"\b(?:of|in|by|with|from|against|for|to|on|over|behind|than|between|ahead|past|about|like|at|under|around|alongside|beat|beating|"
    r"through|including|versus|v|and|beats|defeating|defeated)\s+(?!the\b|Mon|Tues|Wed|Thurs|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:[\w'’-]+\s+){0,2}$"
)
_APPOSITION = re.compile(r"(?:\s*\([^)]*\))?,\s*(?:who|whose|which|a|an|the|aged|now|then|himself|herself|speaking|when|asked|[\d]|[A-Z])")
_CAPTION_ENDS = re.compile(r"[\w)] *\n")  # a line without a full stop
# before the name of somebody whom another met, lost to or is likened to, be the other a mere pronoun
_OPPOSED = re.compile(
    r"\b(?:against|over|by|to|past|with|from|than|of|versus|v|vs|beat\w*|defeat\w*|behind|ahead of)[^.,;]{0,40}\Z|\b(?:he|she)\b",
    re.IGNORECASE,
)
_NOUN_BEFORE = re.compile(r"(?:\b(?:the|a|an|his|her|their|its|this|that|no|any|of|to)|['’]s)\s+$", re.IGNORECASE)
_UTTERANCE_END = frozenset(",?!-–—…")
_NP_STOP = re.compile(
    r"[,;:!?()\"“”]|\.(?!\w)(?<!\b[A-Z]\.)|\s(?:who|after|when|as|in|on|at|before|during|following|while|but|and|with|about|whose|via|"
    r"ahead)\b|\s[-–—]\s"
)
_PHRASE_START = re.compile(r"(?:The|An?|His|Her|Their|Its|One|Another)\s[^,]{3,60}", re.IGNORECASE)
_MANY = re.compile(
    r"\b(?:people|fans|critics|sources|observers|officials|supporters|organisers|pundits|experts|police|prosecutors)$", re.IGNORECASE
)
_DESCRIPTION_START = re.compile(
    r"(?:But\s+|And\s+|Now,?\s+|However,?\s+|Yet\s+)?([Tt]he\s+(?:[\w'’-]+\s+){0,4}?(?:[\w-]*\d-year-old|[a-z]+|[A-Z]\w+))"
    r"(?=\s+(?:was|were|is|has|had|will|would|could|did|also|then|never|[a-z]+ed|won|lost|took|made|went|came|ran|said|says|told)\b|,\s)"
)
_PUNCTUATION = re.compile(r"[,.;:!?\n\"“”()]")
_APPOSED = re.compile(r",\s*([^,.;:\n\"“”]{1,60})|\s*\(([^)]{1,40})\)")
_FINITE = re.compile(r"\b(?:is|was|are|were|has|had|said|says|made|won|lost|beat)\b")
_AGE = re.compile(r"\b(\d{1,2})-year-old")
_ADVERBIAL = re.compile(
    r"(?:In|On|At|After|Before|Despite|With|Without|For|From|Asked|Speaking|During|Following|Since|While|When|Although|Though|As|Having|"
    r"If|Under|By|Over|Against|Like|Unlike|Until|Because|Earlier|Later|Last|Given)\b[^,;:\n]{2,160},\s+"
)
_PRONOUN_SUBJECT = re.compile(
    r"(?:^|[,;]\s|\b(?:and|but|when|as|that|after|because|if|what|where|how|while|although|though|yet)\s)(he|she)\b", re.IGNORECASE
)
_CLAUSE_START = re.compile(r"[,;:]|\b(?:but|as|when|while|that|because|before|after|if|although|though|since|who)\b")
_VERB = re.compile(
    r"(?<!^)(?<!The )(?<!the )(?<!a )(?<!an )\b(?:was|were|is|are|has|have|had|will|would|could|can|did|does|may|might|should|must|"
    r"won|lost|beat|took|made|held|went|came|saw|got|gave|ran|led|left|put|met|kept|hit|broke|said|told|\w{3,}ed)\b"
)
_WORD = re.compile(r"[\w'’-]+")
_LIGHT = (
    "the a an of for and in on at to his her their former ex old year year-old new who is was has had been with from by as s said he she "
    "this that after before but also first second third last world number one"
)
_COACH = re.compile(r" [A-Z][^,;.]*\b(?:boss|manager|coach)\b")  # of a side: "the boss" alone may be a club's chairwoman
_NESTED_MARK = re.compile(r"(?<!\w)['‘\"“](?=[A-Z])")
_HE = re.compile(r"\b(?:he|him|his|himself)\b", re.IGNORECASE)
_SHE = re.compile(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE)


def attribute(
    text: str,
    quotations: Sequence[Quotation],
    names: Sequence[Name],
    sentences: Sequence[tuple[int, int]],
    coaches: frozenset[str] = frozenset(),
) -> list[Attribution]:
    """Who says each of `quotations` (in the order of the text): one answer for each.

    Sentences left out of `sentences`, such as captions, are not read for a subject. `coaches` are the persons of whom it is known that
    they coach, whom alone "the Norland boss" may mean.

    >>> quotation = Quotation(1, 13, 0, 14)
    >>> [a.person for a in attribute('"We ran well," said Okoro.', [quotation], [Name(20, 25, "p1")], [(0, 26)])]
    ['p1']
    """
    return _Reading(text, quotations, names, sentences, coaches).attributions()


class _Reading:
    """One article being read: where everything stands, and who was subject or speaker so far."""

    def __init__(
        self,
        text: str,
        quotations: Sequence[Quotation],
        names: Sequence[Name],
        sentences: Sequence[tuple[int, int]],
        coaches: frozenset[str],
    ) -> None:
        self.text = text
        self.coaches = coaches
        self.quotations = sorted(quotations, key=lambda q: q.opening)
        self.paragraphs = find_paragraphs(text)
        self.sentences = sorted(sentences)
        self._sentence_starts = [start for start, _ in self.sentences]
        inside = [(q.start, q.end) for q in self.quotations]
        self.all_names = sorted(names, key=lambda n: n.start)
        self.names = [n for n in self.all_names if not _within(n.start, inside)]
        self._name_starts = [n.start for n in self.names]
        self.order = list(dict.fromkeys(n.person for n in self.all_names))
        self.gender = self._genders(inside)
        self.known = self._descriptions()
        self.places = self._places()
        self.spoken: list[tuple[int, Attribution]] = []
        self._subjects: dict[int, _Source | None] = {}

    # The text around quotations ------------------------------------------------------------------------------------

    def _places(self) -> list[_Place]:
        starts = [start for start, _ in self.paragraphs]
        places: list[_Place] = []
        for i, quotation in enumerate(self.quotations):
            index = max(0, bisect_right(starts, quotation.opening) - 1)
            low, high = self.paragraphs[index] if self.paragraphs else (0, len(self.text))
            before = self.quotations[i - 1] if i else None
            after = self.quotations[i + 1] if i + 1 < len(self.quotations) else None
            floor = max(low, before.closing) if before else low
            lead_start = max(floor, self._sentence_at(quotation.opening)[0], quotation.opening - MAX_LEAD)
            ceiling = min(high, after.opening) if after else high
            tail_end = min(ceiling, self._sentence_at(max(quotation.opening, quotation.closing - 1))[1], quotation.closing + MAX_TAIL)
            between = self.text[before.closing : quotation.opening] if before else self.text[low : quotation.opening]
            told = min(lead_start, max(floor, places[-1].tail[1])) if places and places[-1].paragraph == index else floor
            prose = self.text[told:lead_start].strip(" \"'“”‘’\n\r\t\xa0.")
            places.append(
                _Place(
                    quotation,
                    index,
                    (min(lead_start, quotation.opening), quotation.opening),
                    (quotation.closing, max(quotation.closing, tail_end)),
                    before is not None and not between.strip(" \"'“”‘’\n\r\t\xa0"),
                    bool(prose),
                )
            )
        return places

    def _sentence_at(self, offset: int) -> tuple[int, int]:
        i = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[i] if i >= 0 else (0, len(self.text))

    def names_in(self, start: int, end: int) -> list[Name]:
        """The mentions outside quotations that lie within a range."""
        return [n for n in self.names[bisect_left(self._name_starts, start) : bisect_left(self._name_starts, end)] if n.end <= end]

    def is_possessive(self, name: Name) -> bool:
        """Whether 's or a bare apostrophe follows a mention: 'Okoro's coach'."""
        following = self.text[name.end : name.end + 2]
        return following in ("'s", "’s") or (following[:1] in ("'", "’") and self.text[name.end - 1] in "sxz")

    # What is known of each person ----------------------------------------------------------------------------------

    def _genders(self, inside: Sequence[tuple[int, int]]) -> dict[str, str]:
        """The pronoun of each person, where the ones that follow their mentions agree."""
        counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        openings = [start for start, _ in inside]
        for column, pattern in enumerate((_HE, _SHE)):
            for found in pattern.finditer(self.text):
                if _within(found.start(), inside):
                    continue
                i = bisect_left(self._name_starts, found.start()) - 1
                quoted = bisect_left(openings, found.start()) - 1
                if i < 0 or found.start() - self.names[i].end > MAX_PRONOUN_DISTANCE:
                    continue
                if quoted < 0 or openings[quoted] < self.names[i].start:  # past a quotation 'she' may be anybody
                    counts[self.names[i].person][column] += 1
        gender = {}
        for person, (he, she) in counts.items():
            if he > 2 * she:
                gender[person] = "he"
            elif she > 2 * he:
                gender[person] = "she"
        return gender

    def _descriptions(self) -> dict[str, set[str]]:
        """The words that stand right before a person's mentions and in apposition after them: 'the Kenyan sprinter Okoro, 21,'."""
        known: dict[str, set[str]] = defaultdict(set)
        for name in self.all_names:
            before = _PUNCTUATION.split(self.text[max(0, name.start - 50) : name.start])[-1]
            known[name.person].update(word.lower() for word in _WORD.findall(_FINITE.split(before)[-1])[-4:])
            after = _APPOSED.match(self.text, name.end)
            if after:
                known[name.person].update(word.lower() for word in _WORD.findall(after.group())[:8])
        light = set(_LIGHT.split())
        return {person: words - light for person, words in known.items()}

    # Subjects --------------------------------------------------------------------------------------------------------

    def subject_before(self, low: int, verb: int) -> _Source | None:
        """The subject of the verb at `verb`, by what stands between `low` and it."""
        adverbs = _BEFORE_VERB.search(self.text[low:verb])
        end = low + adverbs.start() if adverbs else verb
        if end <= low:
            return None
        pronoun = _PRONOUN_END.search(self.text, low, end)
        if pronoun and pronoun.end() == end:
            if pronoun.group().lower() == "who":
                heads = self.names_in(low, pronoun.start())
                return _named(heads[-1]) if heads else None
            return _Source("pronoun", pronoun.start(), pronoun.end())
        names = self.names_in(low, end)
        if self.text[end - 1] in ",)-–—":
            return self._head_of_apposition(low, end, names)
        if names and names[-1].end == end and not self.is_possessive(names[-1]):
            return self._unless_spokesman(low, names[-1])
        phrase = _DETERMINED.search(self.text, max(low, end - 90), end) or _CAPITALISED.search(self.text, max(low, end - 60), end)
        phrase = phrase or _MANY.search(self.text, max(low, end - 20), end)
        if phrase is None or self._is_clause(phrase.group()):
            return self.subject_of(low, end)
        held = self.names_in(phrase.start(), end)
        if held and not self.is_possessive(held[-1]) and end - held[-1].end > 25:
            return self.subject_of(low, end)
        linked = _LINKING.match(self.text, phrase.start(), end)
        return self._phrase(linked.end() if linked else phrase.start(), end)

    def _is_clause(self, phrase: str) -> bool:
        """Whether a stretch that looks like a noun phrase holds a conjunction, and so a verb of its own: 'his head and'."""
        return _CONJUNCTION.search(phrase) is not None

    def _phrase(self, start: int, end: int) -> _Source:
        """A noun phrase without a name: a description of somebody, or an unnamed source."""
        phrase = self.text[start:end]
        if phrase[:4].lower() == "the " and not _BODY.search(phrase):
            return _Source("description", start, end)
        return _Source("unnamed", start, end)

    def _unless_spokesman(self, low: int, name: Name) -> _Source:
        """The person named, but for 'a spokesman for Okoro'."""
        spokesman = _SPOKESMAN.search(self.text[low : name.start])
        return _Source("unnamed", low + spokesman.start(), name.end) if spokesman else _named(name)

    def _head_of_apposition(self, low: int, end: int, names: list[Name]) -> _Source | None:
        for name in names:
            if _APPOSITION.match(self.text, name.end) and not self.is_possessive(name):
                return _named(name)
        for name in names:
            if not self.is_possessive(name):
                return _named(name)
        phrase = _PHRASE_START.match(self.text, low, end)
        return self._phrase(phrase.start(), phrase.end()) if phrase else self.subject_of(low, end)

    def subject_of(self, start: int, end: int) -> _Source | None:
        """The likely subject of the sentence or clause in a range: a name that is no object, or a pronoun or description before it."""
        text = self.text
        low = start
        adverbial = _ADVERBIAL.match(text, start, end)
        if adverbial and any(n.start >= adverbial.end() for n in self.names_in(adverbial.end(), end)):
            low = adverbial.end()
        first = next((n for n in self.names_in(low, end) if not self.is_possessive(n) and not self._is_object(low, n)), None)
        limit = first.start if first else end
        pronoun = _PRONOUN_SUBJECT.search(text[start:limit])
        if pronoun:
            return _Source("pronoun", start + pronoun.start(1), start + pronoun.end(1))
        described = _DESCRIPTION_START.match(text, low, limit)
        if described and (first is None or first.start - low > 25) and not _BODY.search(described.group(1)):
            phrase = described.group(1)
            if _AGE.search(phrase) or self._described(phrase):
                return _Source("description", described.start(1), described.end(1))
        return _named(first) if first else None

    def _is_object(self, low: int, name: Name) -> bool:
        """Whether a preposition or a verb before a name, in its own clause, makes it anything but the subject."""
        before = self.text[max(low, name.start - 160) : name.start]
        if _PREPOSITION.search(before[-40:]):
            return True
        clause = _CLAUSE_START.split(before)[-1]
        return _VERB.search(clause) is not None

    # Resolving -------------------------------------------------------------------------------------------------------

    def subject_at(self, i: int, before: int) -> _Source | None:
        """The subject of the i-th sentence, read up to the offset `before`."""
        start, end = self.sentences[i]
        if end > before:
            return self.subject_of(start, before)
        if i not in self._subjects:
            self._subjects[i] = self.subject_of(start, end)
        return self._subjects[i]

    def recent(self, before: int) -> Iterator[str]:
        """Persons in the order in which 'he' is likely to mean them at an offset.

        First who was subject or speaker, the latest first; then those named otherwise, the latest first; then all others.
        """
        last = bisect_left(self._sentence_starts, before) - 1
        window = range(last, max(-1, last - MAX_SENTENCES_OF_FOCUS), -1)
        spoken = [(at, a.person) for at, a in self.spoken if at < before and a.person]
        for i in window:
            start, end = self.sentences[i]
            while spoken and spoken[-1][0] >= start:
                yield spoken.pop()[1] or ""
            subject = self.subject_at(i, before)
            if subject and subject.person:
                yield subject.person
            elif subject and subject.form == "description":
                matching = self._described(self.text[subject.start : subject.end])
                if len(matching) == 1:
                    yield matching[0]
            elif subject is None:
                named = self.names_in(start, min(end, before))
                # "It was a fine day for Roth": nobody else can be meant
                alone = len({n.person for n in named}) == 1 and not any(_OPPOSED.search(self.text, start, n.start) for n in named)
                if alone or (named and named[0].start == start and self.is_possessive(named[0])):
                    yield named[0].person
        for i in window:
            start, end = self.sentences[i]
            for name in reversed(self.names_in(start, min(end, before))):
                yield name.person
        yield from self.order

    def pronoun(self, source: _Source) -> tuple[str, ...]:
        """Whom 'he' or 'she' may be, the likeliest first."""
        word = self.text[source.start : source.end].lower()
        persons = list(dict.fromkeys(self.recent(source.start)))
        if word in ("he", "she"):
            agreeing = [p for p in persons if self.gender.get(p, word) == word]
            # "Roth's goals won it, and Lin hinted that there was more to come. He said: ...": whoever was heard last goes on
            heard = self._heard_before(source.start)
            return tuple(sorted(agreeing, key=lambda p: p != heard) or persons)
        return ()

    def _heard_before(self, offset: int) -> str | None:
        """Who says or thinks something by name in the last sentence of prose before an offset."""
        last = bisect_left(self._sentence_starts, offset) - 1
        for start, end in reversed(self.sentences[max(0, last - SENTENCES_OF_SPEECH) : last + 1]):
            end = min(end, offset)
            if any(q.opening <= start < q.end for q in self.quotations):
                continue
            if any(q.opening < end and start < q.end for q in self.quotations):
                return None  # it has a quotation, and so a speaker, of its own
            for verb in _verbs(self, start, end):
                if verb.group().lower().startswith("according"):
                    names = self.names_in(verb.end(), end)[:1]
                    return names[0].person if names else None
                source = self.subject_before(start, verb.start())
                return source.person if source else None
            if self.names_in(start, end):
                return None
        return None

    def _described(self, phrase: str) -> list[str]:
        """The persons of whom the article says what a description says: nation, club or age, and then the most of the rest."""
        telling = {word.lower() for word in _WORD.findall(phrase)[1:] if word[0].isupper()} | set(_AGE.findall(phrase))
        if not telling:
            return []  # "the striker", "the top seed": too many are, and the article need not say it of each
        rest = {word for word in _WORD.findall(phrase.lower()) if word not in _LIGHT.split()} - telling
        scores = {}
        for person, known in self.known.items():
            if met := sum(any(_alike(word, other) for other in known) for word in telling):
                scores[person] = 10 * met + len(rest & known)
        best = max(scores.values(), default=0)
        return [person for person, score in scores.items() if score == best]

    def description(self, source: _Source) -> tuple[str, ...]:
        """Whom 'the 25-year-old' or 'the Kenyan' may be, the likeliest first."""
        matching = self._described(self.text[source.start : source.end])
        if _COACH.search(self.text, source.start, source.end) and self.coaches:
            coaches = tuple(p for p in dict.fromkeys(self.recent(source.start)) if p in self.coaches)
            return tuple(p for p in coaches if p in matching) or coaches
        if len(matching) == 1:
            return (matching[0],)
        persons = tuple(dict.fromkeys(self.recent(source.start)))
        return tuple(p for p in persons if p in matching) if matching else persons

    # The answers -----------------------------------------------------------------------------------------------------

    def attributions(self) -> list[Attribution]:
        """One attribution for each quotation."""
        own: list[Attribution | None] = []
        answers: list[Attribution] = []
        for place in self.places:
            own.append(self._by_rules(place, CUED))
            if own[-1] is not None:
                self.spoken.append((place.quotation.opening, own[-1]))
        # Who speaks by an own cue is known for all by now; the rest follows from its neighbours, in order.
        self.own = own
        self.spoken = []
        for i, place in enumerate(self.places):
            answer = self._by_rules(place, CUED)
            if answer is None:
                answer = self._from_neighbours(i, answers) or self._by_rules(place, UNCUED) or Attribution()
            answers.append(answer)
            self.spoken.append((place.quotation.opening, answer))
        return answers

    def _by_rules(self, place: _Place, rules: Sequence[Rule]) -> Attribution | None:
        for rule in rules:
            source = rule.find(self, place)
            named = self._named_in(place) if source is not None else set()
            if source is not None and not (source.cue is None and source.person in named):
                return self._answer(rule.name, source, named)
        return None

    def _named_in(self, place: _Place) -> set[str]:
        """Who is named in a quotation or in those that go on right after it in its paragraph: nobody speaks of himself by name.

        Names within marks of their own do not count: "People say 'Roth, well run'."
        """
        last = place.quotation
        for following in self.places[self.places.index(place) + 1 :]:
            if not following.adjacent or following.paragraph != place.paragraph:
                break
            last = following.quotation
        inner = self.text[place.quotation.start : last.end]
        if _NESTED_MARK.search(inner):
            return set()
        return {n.person for n in self.all_names if place.quotation.start <= n.start < last.end}

    def _answer(self, rule: str, source: _Source, named: set[str]) -> Attribution:
        words = self.text[source.start : source.end]
        name = f"{rule}, {source.form}"
        confidence = CONFIDENCE.get(name, DEFAULT_CONFIDENCE)
        answer = Attribution(source.person, words, source.start, source.end, source.cue, confidence, rule=name)
        if source.form in ("name", "unnamed"):
            return answer
        if words.lower() in ("it", "they"):
            body = self._body_before(source.start)
            return replace(answer, speaker_text=self.text[slice(*body)], start=body[0], end=body[1]) if body else answer
        if source.form == "pronoun" and self._is_cut_off(source.start):
            return Attribution(cue=source.cue, rule=name)
        candidates = self.pronoun(source) if source.form == "pronoun" else self.description(source)
        candidates = tuple(person for person in candidates if person not in named)
        if not candidates:
            return replace(answer, speaker_text=None, start=None, end=None) if source.form == "pronoun" else answer
        first = bisect_left(self._sentence_starts, source.start) - SENTENCES_OF_RIVALS
        near = {n.person for n in self.names_in(self.sentences[max(0, first)][0] if self.sentences else 0, source.start)}
        rivals = tuple(p for p in candidates if p == candidates[0] or p in near)
        if source.form == "description" and len(candidates) > 1 and not self._described(words):
            confidence = min(confidence, UNMATCHED)
        if len(rivals) < 2:
            return replace(answer, person=candidates[0], confidence=confidence)
        return replace(answer, person=candidates[0], candidates=rivals, confidence=min(confidence, WITH_RIVALS))

    def _body_before(self, offset: int) -> tuple[int, int] | None:
        """Where the body stands that 'it' or 'they' takes up: the unnamed source of the two sentences before."""
        last = bisect_left(self._sentence_starts, offset) - 1
        for start, end in reversed(self.sentences[max(0, last - 2) : last + 1]):
            for verb in reversed(_verbs(self, start, min(end, offset))):
                source = self.subject_before(start, verb.start())
                if source and source.form == "unnamed":
                    return source.start, source.end
        return None

    def _is_cut_off(self, offset: int) -> bool:
        """Whether the paragraph lost its first words, and nobody is named before the pronoun at `offset`."""
        start = max((start for start, _ in self.paragraphs if start <= offset), default=0)
        return self.text[start].islower() and not any(n.start < offset for n in self.names_in(start, offset))

    def _from_neighbours(self, i: int, answers: Sequence[Attribution]) -> Attribution | None:
        """Speech that goes on: right after a quotation, after its attribution, or in the next paragraph; or that ends in a cued one."""
        place = self.places[i]
        lead = self.text[slice(*place.lead)].strip(" \"'“”‘’")
        if i and answers[-1].person and self._interrupted(self.places[i - 1], place):
            return _again(answers[-1], "goes on, after its attribution")
        if i and not lead:
            before = self.places[i - 1]
            if place.adjacent and place.paragraph == before.paragraph:
                return _again(answers[-1], "goes on, same paragraph")
            if not place.prose_between and place.paragraph == before.paragraph:
                return _again(answers[-1], "goes on, after its attribution")
            if place.adjacent and place.paragraph == before.paragraph + 1:
                return _again(answers[-1], "goes on, next paragraph")
            if self._waits_for_more(before, place):
                return _again(answers[-1], "goes on, closing mark missing")
        for j in range(i + 1, len(self.places)):
            if not self.places[j].adjacent:
                break
            later = self.own[j]
            if later is not None:
                return _again(later, "ends in a cued one")
        if (
            i
            and not lead
            and not place.prose_between
            and place.paragraph == self.places[i - 1].paragraph + 1
            and self._only_attribution(i - 1)
        ):
            return _again(answers[-1], "goes on, after the paragraph's attribution")
        return None

    def _waits_for_more(self, before: _Place, place: _Place) -> bool:
        """Whether speech left open at the end of its paragraph goes on at the start of this one, a caption or two in between."""
        opens = place.quotation.opening == self.paragraphs[place.paragraph][0]
        left_open = before.quotation.missing and before.quotation.closing == self.paragraphs[before.paragraph][1]
        return opens and left_open and place.paragraph - before.paragraph <= MAX_PARAGRAPHS_BETWEEN

    def _interrupted(self, before: _Place, place: _Place) -> bool:
        """Whether one sentence of speech is interrupted: '"It is great," said Okoro, who won in 2019, "and I want more."'"""
        comma = place.paragraph == before.paragraph and self.text[before.quotation.end - 1] == ","
        return (
            comma
            and self.text[place.quotation.start].islower()
            and not _ENDS.search(self.text, before.quotation.closing, place.quotation.opening)
        )

    def _only_attribution(self, i: int) -> bool:
        """Whether the quotation ends its paragraph but for its own attribution: '"Great," he said.'"""
        place = self.places[i]
        end = self.paragraphs[place.paragraph][1]
        rest = self.text[place.tail[1] : end].strip(" \"'“”‘’.")
        return not rest


def _named(name: Name) -> _Source:
    return _Source("name", name.start, name.end, name.person)


def _again(answer: Attribution, rule: str) -> Attribution:
    """The same source for a further quotation, with this rule's confidence."""
    return replace(answer, cue=None, rule=rule, confidence=min(answer.confidence, CONFIDENCE.get(rule, DEFAULT_CONFIDENCE)))


def _within(offset: int, ranges: Sequence[tuple[int, int]]) -> bool:
    i = bisect_right(ranges, (offset, float("inf"))) - 1
    return i >= 0 and ranges[i][0] <= offset < ranges[i][1]


def _alike(word: str, other: str) -> bool:
    """Whether two words are one, or name a nation and its people: 'kenya' and 'kenyan', 'france' and 'frenchman'."""
    if word == other:
        return True
    if word[:1].isdigit() or other[:1].isdigit():
        return False
    nation, another = country_code(word), country_code(other)
    if nation and another:
        return nation == another
    return len(word) > 4 and len(other) > 4 and word[:5] == other[:5]


# The rules -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to find a source: its name and the function that answers or passes."""

    name: str
    find: Callable[[_Reading, _Place], _Source | None]


def _verbs(reading: _Reading, start: int, end: int) -> list[re.Match[str]]:
    """The verbs of speech in a range, nouns left out; the everyday ones alone where there are any."""
    text = reading.text
    found = []
    for verb in SPEECH_VERB.finditer(text, start, end):
        if not _is_noun_or_passive(text[max(start, verb.start() - 24) : verb.start()], verb.group()):
            found.append(verb)
    return [m for m in found if _CORE.fullmatch(m.group())] or found


def _is_noun_or_passive(before: str, verb: str) -> bool:
    """Whether a form is a noun ('his claim') or has the one spoken to or of as its subject ('was told', 'was called')."""
    if _NOUN_BEFORE.search(before):
        return True
    return not verb.endswith("ing") and verb not in ("asked", "quoted") and _PASSIVE.search(before) is not None


# "said ", "was how the manager put it" and "was the verdict of "
_VERB_FIRST = re.compile(
    rf"[\s,]*(?:was\s+how\s+)?({SPEECH_VERB.pattern}|(?:was|is|came)\s+(?:the|his|her)\s+(?:[\w-]+\s+)?"
    rf"(?:verdict|view|message|response|reaction|reply|answer|assessment|summary|admission)\s+(?:of|from|by))(?:\s+{_ADVERBS})*\s+",
    re.IGNORECASE,
)


def _tail_inverted(reading: _Reading, place: _Place) -> _Source | None:
    """'"...," said Okoro', 'added the Kenyan', 'said a club spokesman'."""
    start, end = place.tail
    verb = _VERB_FIRST.match(reading.text, start, end)
    if verb is None:
        return None
    low = verb.end()
    stop = _NP_STOP.search(reading.text, low, end)
    high = stop.start() if stop else end
    if high <= low:
        return None
    cue = verb.group(1)
    names = reading.names_in(low, high)
    names += [n for n in reading.names_in(high, end) if n.start < high]
    pronoun = _PRONOUN.match(reading.text, low)
    if pronoun:
        return _Source("pronoun", low, pronoun.end(), cue=cue)
    for name in names:
        if not reading.is_possessive(name):
            if _SPOKESMAN.search(reading.text[low : name.start]):
                return _Source("unnamed", low, name.end, cue=cue)
            return replace(_named(name), cue=cue)
    # The name may follow in apposition: 'said the club's manager, Anna Okoro'
    if stop and reading.text[high] == ",":
        following = reading.names_in(high, min(end, high + 40))
        if following and not reading.text[high + 1 : following[0].start].strip():
            return replace(_named(following[0]), cue=cue)
    return replace(reading._phrase(low, high), cue=cue)


def _tail_subject_first(reading: _Reading, place: _Place) -> _Source | None:
    """'"...," Okoro told reporters', 'he said', 'the 27-year-old added'."""
    start, end = place.tail
    for verb in _verbs(reading, start, end)[:1]:
        if verb.start() - start > 120 or verb.group().endswith("ing"):
            continue
        if verb.group().lower().startswith("according"):
            names = reading.names_in(verb.end(), end)
            return replace(_named(names[0]), cue=verb.group()) if names else None
        low = start + len(reading.text[start:end]) - len(reading.text[start:end].lstrip(" ,.\"'”’"))
        source = reading.subject_before(low, verb.start())
        if source:
            return replace(source, cue=verb.group())
    return None


def _is_utterance(reading: _Reading, place: _Place) -> bool:
    return reading.text[place.quotation.end - 1] in _UTTERANCE_END


def _tail_after_utterance(find: Callable[[_Reading, _Place], _Source | None]) -> Callable[[_Reading, _Place], _Source | None]:
    def found(reading: _Reading, place: _Place) -> _Source | None:
        return find(reading, place) if _is_utterance(reading, place) or not reading.text[slice(*place.lead)].strip() else None

    return found


def _lead_cue(reading: _Reading, place: _Place) -> _Source | None:
    """'Okoro said: "..."', 'He added: "..."', 'Okoro, who won last year, told the BBC it was "..."'."""
    start, end = place.lead
    for verb in reversed(_verbs(reading, start, end)):
        cue = verb.group()
        if cue.lower().startswith("according"):
            names = reading.names_in(verb.end(), end)
            if names:
                return replace(_named(names[0]), cue=cue)
            phrase = _NP_STOP.search(reading.text, verb.end() + 1, end)
            return _Source("unnamed", verb.end() + 1, phrase.start() if phrase else end, cue=cue) if end - verb.end() > 3 else None
        source = reading.subject_of(start, verb.start()) if cue.lower().endswith("ing") else reading.subject_before(start, verb.start())
        if source:
            return replace(source, cue=cue)
    return None


def _lead_colon(reading: _Reading, place: _Place) -> _Source | None:
    """'Okoro, asked about her start: "..."', 'Okoro - "..."'."""
    start, end = place.lead
    lead = reading.text[start:end].rstrip()
    if not lead or lead[-1] not in ":-–—":
        return None
    return reading.subject_of(start, end)


def _tail_any(reading: _Reading, place: _Place) -> _Source | None:
    return _tail_inverted(reading, place) or _tail_subject_first(reading, place)


def _next_sentence(reading: _Reading, place: _Place) -> _Source | None:
    """'"It was great." Okoro said.': the sentence after, where it is nothing but the attribution."""
    end = place.quotation.closing
    following = _SHORT_SENTENCE.match(reading.text, end)
    if following is None or reading.text[place.quotation.end - 1] not in ".!?":
        return None
    low, high = following.span(1)
    whole = replace(place, tail=(low, high))
    verb = _CORE.search(reading.text, low, high)
    if verb is None or high - verb.end() > 25:
        return None
    return _tail_any(reading, whole)


def _headline(reading: _Reading, place: _Place) -> _Source | None:
    """A headline's quotation: whoever it names next to the marks."""
    if place.paragraph != 0 or not reading.paragraphs:
        return None
    low, high = reading.paragraphs[0]
    if len(reading.paragraphs) == 1 and len(reading.sentences) > 1:
        return None  # the whole article is one line
    if reading.text[high - 1] in ".!?," or len(reading.text[low:high].split()) > LONGEST_HEADLINE:
        return None
    names = reading.names_in(low, high)
    after = [n for n in names if n.start >= place.quotation.closing]
    before = [n for n in names if n.end <= place.quotation.opening]
    linked = _LINKED.match(reading.text, place.quotation.closing, high)
    nearest = [*after[:1], *before[:1]] if linked else [*before[:1], *after[:1]]
    return _named(nearest[0]) if nearest else None


def _lead_subject(reading: _Reading, place: _Place) -> _Source | None:
    """A fragment in a sentence without a verb of speech: its subject."""
    start, end = place.lead
    return reading.subject_of(start, end) if reading.text[start:end].strip() else None


def _sentence_before(reading: _Reading, place: _Place) -> _Source | None:
    """The subject of the sentence before, or of the last one back that has one in this paragraph or the one before."""
    i = bisect_left(reading._sentence_starts, place.lead[0]) - 1
    for start, end in reversed(reading.sentences[max(0, i - MAX_SENTENCES_BACK + 1) : i + 1]):
        if reading.spoken and _CAPTION_ENDS.match(reading.text, end - 1):
            continue  # a caption in the midst of a speech
        verbs = _verbs(reading, start, end)
        finite = [v for v in verbs if not v.group().endswith("ing")]
        source = reading.subject_before(start, finite[0].start()) if finite else None
        if source is None or source.form == "unnamed":
            source = reading.subject_of(start, end)
        if source:
            return source
    return None


def _last_speaker(reading: _Reading, place: _Place) -> _Source | None:
    """Whoever spoke last, where nothing else tells."""
    for _, answer in reversed(reading.spoken):
        if answer.person and answer.start is not None and answer.end is not None:
            return _Source("name", answer.start, answer.end, answer.person)
    return None


CUED: tuple[Rule, ...] = (
    Rule("cue before a colon", lambda r, p: _lead_cue(r, p) if r.text[slice(*p.lead)].rstrip()[-1:] == ":" else None),
    Rule("cue after, verb first", _tail_after_utterance(_tail_inverted)),
    Rule("cue after, subject first", _tail_after_utterance(_tail_subject_first)),
    Rule("cue before", _lead_cue),
    Rule("colon or dash", _lead_colon),
    Rule("attribution as a sentence", _next_sentence),
    Rule("cue after a fragment", _tail_any),
    Rule("headline", _headline),
)
UNCUED: tuple[Rule, ...] = (
    Rule("subject of its sentence", _lead_subject),
    Rule("sentence before", _sentence_before),
    Rule("last speaker", _last_speaker),
)

# Share of right answers on the annotated training articles, their names and quotations given; one right and one wrong answer are
# added to each count, so that a rule seen twice does not claim certainty.
CONFIDENCE: dict[str, float] = {
    "goes on, same paragraph": 0.99,  # of 197
    "goes on, after its attribution": 0.97,  # of 151
    "cue after, subject first, pronoun": 0.97,  # of 92
    "cue after, verb first, name": 0.99,  # of 87
    "cue before a colon, name": 0.98,  # of 64
    "cue after, subject first, name": 0.98,  # of 57
    "goes on, next paragraph": 0.98,  # of 53
    "goes on, after the paragraph's attribution": 0.98,  # of 43
    "cue before a colon, pronoun": 0.95,  # of 19
    "cue before, name": 0.87,  # of 13
    "sentence before, name": 0.86,  # of 12
    "cue after, verb first, description": 0.92,  # of 11
    "cue after, subject first, description": 0.89,  # of 7
    "ends in a cued one": 0.88,  # of 6
    "cue before, unnamed": 0.83,  # of 4
    "cue before a colon, description": 0.67,  # of 4
    "cue before, pronoun": 0.80,  # of 3
    "cue before, description": 0.80,  # of 3
    "cue before a colon, unnamed": 0.60,  # of 3
    "sentence before, pronoun": 0.80,  # of 3
    "colon or dash, name": 0.80,  # of 3
    "cue after, subject first, unnamed": 0.75,  # of 2
    "cue after, verb first, unnamed": 0.75,  # of 2
    "headline, name": 0.75,  # of 2
    "sentence before, description": 0.67,  # of 1
    "last speaker, name": 0.67,  # of 1
}
UNMATCHED = 0.7  # where nothing that the article says of the person fits the description
SENTENCES_OF_SPEECH = 12  # of a speech that may stand between "he said" and the prose before it
WITH_RIVALS = 0.8  # where somebody else may be meant as well: right in four of five cases on annotated articles
DEFAULT_CONFIDENCE = 0.5  # a rule that the training articles never needed
