"""The words of a sentence that speak of one competitor: between the name before and its own, and between its own and the next.

Prose says a thing once for several names ("bronze for Roth and Lin", "Roth and Lin were third and fourth"), hangs sides on names
("Poland's Roth", "Lin of Canada fifth"), and goes on about its subject after an object ("Roth beat Lin to take gold").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.extract.numbers import ORDINAL_WORDS
from pipeline.extract.places import Printed, placed_elsewhere, printed_place, says_of_each, says_unfinished, says_won

Span = tuple[int, int]  # characters of the text, the second one past the last

# between two names of a list: ", ", " (50.12) and Norland's ", " of Norland (50.12) and "
_LISTED = re.compile(
    r"(?: of (?:the )?(?:[A-Z][\w.-]* ?){1,3})?\s*(?:\([^)]{0,40}\))?\s*(?:,|,? and|&|/)\s*"
    r"(?:(?:the )?(?:[A-Z][\w.-]* ){0,2}[A-Z][\w.-]*['’]s? |"
    r"(?:(?:(?:his|her|their) )?(?:[a-z]+ )?(?:partner|pilot|guide|crew-?mate|cousin|brother|sister|twin|team-?mate|club-?mate|compatriot|"
    r"country(?:man|woman)|fellow|hosts?) )?(?:[A-Z][\w-]+ ){0,2})?"
)
_AND = re.compile(r"\band\b|&|/")
_ALONE = re.compile(r" (?:was|is|has)\b")  # said of one, as "were" is not
_NEW_CLAUSE = re.compile(r", and\b")  # between two names, where no third makes a list of them
# after a list, what is said of its last name alone: "Roth and Lin, the holder"
_OF_THE_LAST = re.compile(
    r", (?:who(?! (?:both|each|all|were|have|had both)\b)|whose|an? |the (?!(?:\w+ )?(?:pair|two|duo|trio|three|first|last|silver)\b))"
)
_WHO_HAD = re.compile(
    r", (?:who|both of whom) (?:had|were|was|have|has|came|finished)\b[^;.]{0,60}\b(?:last|ago|earlier|in (?:19|20)\d\d)\b"
)
# "Roth (4th)", of whom that is said whatever is said of the list
_IN_BRACKETS = re.compile(r" ?\((?:\w+ )?\d{1,3}(?:st|nd|rd|th)\b[^)]{0,20}\)")
# "Roth won the first heat, Lin the second and Okoro the third": the verb is said once
_WON_BY_OTHERS = re.compile(r"\bwon (?:the|his|her|their)\b[^.;:]{1,160}(?:,|,? and) $")
_THE = re.compile(
    r" the (?!(?:winner|runner|champion|holder|first to|only|second to)\b)[\w'’-]+(?: [\w'’-]+){0,2}(?:,|\.|;| and|,? with| ?$)"
)
# between a side and the person whose it is, and the other way round
_ITS_OWN = re.compile(r"['’]s? (?:[\w-]+ ){0,2}| ")
_OF_SIDE = re.compile(r",? of (?:the )?| \((?=[^()]{1,30}\))")
_DRIVEN_BY = re.compile(r" of (?:(?:the )?[A-Z][\w-]*['’]s )?")  # "the Red Bull of Mexico's Roth"
_COMPETES_FOR = re.compile(r"\b(?:driving|riding|racing|competing|playing|running|swimming) for (?:the )?$")
# from a name to where its clause goes on
_APPOSITION = re.compile(
    r",\s(?!(?:and|but|or|so|with|when|while|as|after|before|ahead|behind|having|to|then)\b|(?:in|on) \d)(?=[a-z\d])"
    r"(?:[^;.:\n]|(?<=\d)[.:](?=\d))*?"
    r",\s(?=(?!(?:and|but|or|who|whose|which|where|when|while|with|the|a|an|in|at|of|on|from|to|for|as|by|after|before|ahead|behind|having)\b)[a-z])"
)
# what somebody did, whose place no word gives: "hit 8.14m", "then ran a best of 50.12"
_PERFORMS = re.compile(
    r"(?:(?:then|also|later|only|just|again|who) )?(?:\w+ly )?"
    r"(?!led |headed )(?:\w{2,}ed|ran|hit|threw|swam|rode|leapt|put|went|set|shot|got|came|did|made|had)\b[^.;,]{0,45}?\d"
)
_OBJECT = re.compile(
    r"\b(?:behind|over|against|past|from|with|ahead of|in front of|lost to|loss to|defeat (?:by|to)|"
    r"beat(?:s|ing|en by)?|edg(?:ed|es|ing)(?: out)?|pip(?:ped|ping|s)|defeat(?:ed|s|ing)|held off|hold(?:s|ing) off|"
    r"see(?:s|ing)? off|saw off|overtook|overtak\w+|pass(?:ed|ing)|out-?(?:sprint|kick)\w*|overcame|"
    r"overcom\w+|denied|denying|thrash\w*|hammer\w*|(?:swallowed(?: up)?|overtaken|passed|caught|run down|reeled in|overhauled) by)"
    r"(?: [\w'’.-]+){0,4} $"
)
_GOES_ON = re.compile(r"^(?:[^,;:.]|(?<=\d)[.:](?=\d)){0,40}?(?= (?:and|to|for) )")
_PARTICIPLE = re.compile(r"^(?: ?\([^)]{0,30}\))?(?=,? (?:finishing|coming|ending|taking|settling|having to settle)\b)")
_WITH = re.compile(r"\bwith(?: [\w'’.-]+){0,4} $")  # "with Roth taking gold": the participle is Roth's
_AHEAD = re.compile(
    r"\b(?:ahead of|in front of|clear of|followed (?:home |in |closely )?by|up on|"
    r"(?:one|two|three|four|five|six|shots?|strokes?) better than|"
    r"(?:edg|pip|beat|push|relegat|denied|deny|out-?sprint|out-?kick)\w*(?: out| off| past)?(?!(?: (?:in|"
    r"over) the [\w ]{1,25})? by\b)(?! out by\b| off by\b| (?:for|into|to|on the) [\w ]{1,20} by\b)|h[eo]ld\w* off|"
    r"(?:won|wins?|winning|victory|gold|title)\b[^;]{0,60} from)(?: [\w'’.-]+){0,6} $"
)
_BEHIND = re.compile(
    rf"\b(?:{ORDINAL_WORDS}|\d+(?:st|nd|rd|th)|silver|bronze|runner-up)\b"
    r"(?:[^;.]|(?<=\d)\.(?=\d)){0,40}\bbehind(?: [\w'’.-]+){0,6} $|"
    r"\b(?:swallowed(?: up)?|overtaken|passed|caught|beaten|outsprinted|overhauled|edged(?: out)?|pipped|denied|"
    r"pushed)(?: (?:(?:in|over|on) the|for|into|to) [\w ]{1,25})? by(?: [\w'’.-]+){0,6} $"
)
# "with Roth a further 0.2sec back"
_FURTHER = re.compile(r",? (?:was )?(?:a further|another) [\w.:,½ -]{1,30}?\b(?:back|behind|adrift|away|down)\b")
_NUMBERED = re.compile(r"(?<=[\d)] )[1-9]\d?\. ?$")  # the number of a name in a list that a sentence's end was taken for


@dataclass(frozen=True)
class Words:
    """What stands beside a competitor's name."""

    before: str
    after: str
    order: int = 0  # the name's place in a list of names of which the words are said
    listed: int = 1  # how long the list is
    aside: str = ""  # the apposition to the name that the words after leave out
    hangs: bool = False  # the name is a side's, hung on a person's


def independent(text: str, people: Sequence[Span], sides: Sequence[Span]) -> list[Span]:
    """The names that are competitors of their own, in order: not the sides hung on a person's name.

    >>> text = "Poland's Roth beat Canada and Lin of Norland"
    >>> [text[a:b] for a, b in independent(text, [(9, 13), (30, 33)], [(0, 6), (19, 25), (37, 44)])]
    ['Roth', 'Canada', 'Lin']
    """

    def hangs(side: Span) -> bool:
        return any(
            (end <= side[0] and _OF_SIDE.fullmatch(text, end, side[0]))
            or (side[1] <= start and (_ITS_OWN.fullmatch(text, side[1], start) or _DRIVEN_BY.fullmatch(text, side[1], start)))
            for start, end in people
        )

    own = [*people, *(side for side in sides if not hangs(side))]
    return sorted(span for span in own if not _COMPETES_FOR.search(text, max(0, span[0] - 25), span[0]))


def beside(text: str, own: Span, names: Sequence[Span], sentence: Span) -> Words:
    """The words beside the name `own`, of the competitors' `names` of its sentence, in order.

    Names in a list share what is said of the list. Where the sentence goes on after an apposition, or after an object, and says what
    became of the competitor, the words after are those; after an object's own name they are not.

    >>> text = "Roth beat Lin to take gold."
    >>> beside(text, (0, 4), [(0, 4), (10, 13)], (0, 27)).after, beside(text, (10, 13), [(0, 4), (10, 13)], (0, 27)).after
    (' to take gold.', '')
    """
    earlier, following = [name for name in names if name[1] <= own[0]], [name for name in names if name[0] >= own[1]]
    together = _together(text, [*earlier, own, *following], len(earlier))
    low, high, order, listed = together[0][0], together[-1][1], together.index(own), len(together)
    earlier, following = [name for name in earlier if name[1] <= low], [name for name in following if name[0] >= high]
    start, end = max(sentence[0], earlier[-1][1] if earlier else 0), min(sentence[1], following[0][0] if following else sentence[1])
    before, after = text[start:low], text[high:end]
    if listed > 1 and (brackets := _IN_BRACKETS.match(text, own[1])):
        return Words("", brackets[0])
    if _WON_BY_OTHERS.search(text[sentence[0] : low]) and _THE.match(after):
        return Words(before, " won" + after)
    each = says_of_each(after, order, listed)
    if (listed > 1 and _WHO_HAD.match(after)) or (order < listed - 1 and not each and _OF_THE_LAST.match(after)):
        return Words(before, "", order, listed)
    if each:
        return Words(before, after, order, listed)
    if not before.strip() and (number := _NUMBERED.search(text, max(0, low - 6), low)):
        before = number[0]

    def rest(at: int) -> str:
        return text[at : min((left for left, _ in names if left >= at), default=sentence[1])]

    if apposition := _APPOSITION.match(text, high, sentence[1]):
        main = rest(apposition.end())
        if _tells(main) or (_PERFORMS.match(main) and placed_elsewhere(apposition[0])):
            return Words(before, main, order, listed, aside=apposition[0])
    goes_on = _GOES_ON.match(after) or (None if _WITH.search(before) else _PARTICIPLE.match(after))
    if _OBJECT.search(before):
        if goes_on:
            return Words(before, goes_on[0], order, listed)
        after = after.split(", having ", 1)[0]  # "third behind Roth and Lin, having won silver in Rio"
    if following and not _tells(after) and _OBJECT.search(after):
        past = max(i for i in range(len(following)) if all(_LISTED.fullmatch(text, a[1], b[0]) for a, b in pairwise(following[: i + 1])))
        words = rest(following[past][1])
        goes_on = _GOES_ON.match(words) if not past else _PARTICIPLE.match(words)
        if goes_on and _tells(main := words[goes_on.end() :]):
            return Words(before, main, order, listed)
    return Words(before, after, order, listed)


def _together(text: str, names: Sequence[Span], own: int) -> list[Span]:
    """The names of a list that holds the one at `own`, or that one alone.

    The last of a list follows an "and": without it the names only stand beside one another ("from Lin, Okoro taking third"). And it is
    no list of which only the last does something: "was beaten by Lin, and Okoro was third".
    """
    first = last = own
    while first and _LISTED.fullmatch(text, names[first - 1][1], names[first][0]):
        first -= 1
    while last + 1 < len(names) and _LISTED.fullmatch(text, names[last][1], names[last + 1][0]):
        last += 1
    while last > first and (
        not _AND.search(text, names[last - 1][1], names[last][0])
        or _ALONE.match(text, names[last][1])
        or (last - first == 1 and _NEW_CLAUSE.search(text, names[first][1], names[last][0]))
    ):
        if last == own:
            return [names[own]]
        last -= 1
    return list(names[first : last + 1])


def ranked(text: str, names: Sequence[Span]) -> Iterator[tuple[Span, list[Span], int]]:
    """Where the words between two names of a sentence say that one finished next to the other: the first, those that are listed after
    the words, and whether these came in after (1) or before (-1) it.

    >>> text = "Roth was third, just ahead of Lin and Okoro."
    >>> [(text[a:b], [text[c:d] for c, d in others], step) for (a, b), others, step in ranked(text, [(0, 4), (30, 33), (38, 43)])]
    [('Roth', ['Lin', 'Okoro'], 1)]
    """
    for n, (name, following) in enumerate(pairwise(names)):
        gap = text[name[1] : following[0]]
        step = 1 if _AHEAD.search(gap) or _FURTHER.match(text, following[1]) else -1 if _BEHIND.search(gap) else 0
        if step:
            others = [following]
            for other in names[n + 2 :]:
                if not _LISTED.fullmatch(text, others[-1][1], other[0]):
                    break
                others.append(other)
            while step < 0 and n and _LISTED.fullmatch(text, names[n - 1][1], names[n][0]):
                n -= 1  # of those who took silver and bronze behind somebody the first was next
            yield names[n], others, step


def printed(words: Words) -> Printed | None:
    """The place or medal that the words give."""
    return printed_place(words.before, words.after, words.order, words.listed)


def _tells(words: str) -> bool:
    return printed_place("", words) is not None or says_won(words) or says_unfinished(words)
