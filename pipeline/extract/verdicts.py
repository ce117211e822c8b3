"""Who won, by the verb between two names: "beat", "lost to", "drew with".

The reader tells that two sides met and when; it mistakes the winner now and then, where the verb leaves no doubt.
"""

from __future__ import annotations

import re
from typing import Literal

Verdict = Literal["beats", "beaten", "draws"]

_TO = r"[^.;:]{0,60}?\b(?:to|against|at)\b"
_LOST = (
    r"(?:retired|retires|withdrew|withdraws|pulled out|pulls out|quit|quits|defaulted|was forced to (?:retire|withdraw|quit))\b"
    r"[^.;:]{0,60}?\bagainst\b",
    rf"(?:lost|lose|losing|fell|fall|falling|succumb\w*|bowed out|went down|going down|crashed(?: out)?|slipp\w+|slump\w*)\b"
    rf"(?! to \d{{2,3}}(?:[-–/](?:\d|10)(?!\d)| for \w)){_TO}",
    r"(?:defeat|loss|reverse|beating|thrashing|hammering|setback|drubbing)\b[^.;:]{0,40}?\b(?:by|to|against|from|at the hands of|at)\b",
    r"(?:beaten|defeated|thrashed|hammered|edged(?: out)?|knocked out|eliminated|ousted|outplayed|overpowered|stunned|crushed|swept aside|"
    r"dumped out|routed|upset|outclassed|humbled|outpointed|stopped|denied|pipped|dethroned|overwhelmed|downed|overcome|outlasted|"
    r"conquered|brushed aside|swept past)\b[^.;:]{0,60}?\bby\b",
)
# said of the loser, though a verb of winning follows, or a "failed to"
_OUTDONE = re.compile(
    r"\b(?:no (?:match|answer)|powerless|(?:(?:failed|unable|not able) to|could(?: not|n['’]t)) (?:stop|contain|cope with|live with)"
    r"(?! (?:his|her|their)\b| \w+ing\b))\b",
    re.IGNORECASE,
)
_BEAT = (
    r"beat|beats|beating|defeat|defeats|defeated|defeating|thrash\w*|edg(?:ed|es|ing)(?: out| past)?|overcame|overcom\w+|overpower\w*|"
    r"saw off|see(?:s|ing)? off|knock\w* out|oust\w*|stun(?:ned|s|ning)?|upset|upsetting|eliminat\w+|crush\w*|hammer\w*|down(?:ed|s|ing)|"
    r"swe(?:pt|ep\w*) (?:past|aside)|d[ei]spatch\w*|outclass\w*|outplay\w*|outlast\w*|outpoint\w*|rout(?:ed|s|ing)|pip(?:ped|s)|humbl\w+|"
    r"conquer\w*|dethron\w*|overwhelm\w*|brush\w* aside|"
    r"(?:eas|cruis|coast|breez|rac|squeez|scrap|stroll|battl|power|surg|rall|roll|storm|romp|slip|sneak|fight|fought)\w* past|"
    r"(?:came|come|got|get|went|go)\w* past|got the better of|dump\w* [^.;:]{0,15}out"
)
_WIN = r"win|wins|won|winning|winners|victory|victories|triumph\w*|success|prevail\w*|whitewash|rout|demolition"
_WON = (
    rf"(?:{_BEAT})\b(?! by\b)",
    rf"(?:{_WIN})\b[^.;:]{{0,40}}?\b(?:over|against|at home to|away to|away at|at)\b",
    r"too (?:strong|good|much) for\b",
    r"inflict\w* [^.;:]{0,40}\b(?:defeat|loss|beating) (?:on|upon)\b",
)
_DREW = (
    r"(?:drew|draw|draws|drawing|drawn|tied|tie|stalemate|shared the spoils)\b[^.;:]{0,40}?\b(?:with|against|at|by|to)\b",
    r"held\b(?:[^.;:]{0,25}? to (?:an? |\d|one|two|three|nil)|[^.;:]{0,40}?\bby\b)",
)
# what was won or lost on the way to a result, or to none: the toss, a session, the first set
WON_ON_THE_WAY = re.compile(
    r"\b(?:w[io]n(?:s|ning)?|lost|lose|losing) (?:the |an? |his |her |their )?"
    r"(?:(?!(?:by|on|with|in|to|and|but|from|after|before|as|at|for|despite|through|via|thanks|while|without|deciding|final|last)\b)"
    r"\w+ ){0,3}?"
    r"(?:toss|session|wickets?|ball|points?(?! (?:race|classification|title|jersey|competition|prize|decision|award))|"
    r"lead|set(?! up\b)|frame|penalty(?![- ]shoot)|free[- ]kick|corner|praise|plaudits|applause|hearts)\b",
    re.IGNORECASE,
)
_NOT_SO = re.compile(
    r"\b(?:will|would|could|should|might|(?-i:may)|hop\w+|aim\w*|want\w*|if|can|cannot|"
    r"\w+n['’]t(?! [^,;]{0,40}\b(?:but|after|in beating)\b)|try|trying|chance|must|need\w*|bid|not|never|"
    r"(?:almost|nearly)(?! men\b| [^,;]{0,40}\bbut\b)|close to|on course to|without|fail\w* to)\b",
    re.IGNORECASE,
)
_PATTERNS: tuple[tuple[Verdict, re.Pattern[str]], ...] = (
    ("beaten", re.compile(rf"\b(?:{'|'.join(_LOST)})", re.IGNORECASE)),
    ("draws", re.compile(rf"\b(?:{'|'.join(_DREW)})", re.IGNORECASE)),
    ("beats", re.compile(rf"\b(?:{'|'.join(_WON)})", re.IGNORECASE)),
)


def verdict(between: str) -> Verdict | None:
    """What the words between two names of competitors say of the first; None where no verb decides, or it is not said to be so.

    >>> verdict(" lost 6-3 6-2 to "), verdict(" eased past "), verdict(" drew 1-1 with "), verdict(" and "), verdict(" hopes to beat ")
    ('beaten', 'beats', 'draws', None, None)
    """
    between = WON_ON_THE_WAY.sub(" ", between)
    if _OUTDONE.search(between):
        return "beaten"
    if _NOT_SO.search(between):
        return None
    for name, pattern in _PATTERNS:
        if pattern.search(between):
            return name
    return None


# what is only supposed: "could beat", "need to win 3-0 against", "favourites to beat", "should have beaten"
_SUPPOSED = (
    r"will|would|could|should|might|(?-i:may)(?! have)|can|cannot|must|(?:need|require)s? (?:another |a further )?\d+ [^,;.]{1,40}? to|"
    r"(?:need(?:s|ed|ing)?|requir(?:es?|ed|ing)|hop(?:es?|ed|ing)|want(?:s|ed|ing)?|aim(?:s|ed|ing)?|look(?:s|ed|ing)?|tr(?:y|ied|ying)|"
    r"fail(?:s|ed|ing)?|plan(?:s|ned|ning)?|expect(?:s|ed|ing)?|intend(?:s|ed|ing)?) to|"
    r"favou?rites to|(?:chance|bid|hopes|task) (?:to|of)|(?:is|are|be|being) able to|unable to|likely to|"
    r"(?:\A\W*|(?:is|are|was|were|be|been|looks?|looked|seems?|seemed) (?:\w+ )?)(?:set|due|out) to|going to|"
    r"ha(?:ve|s) to|capable of|tipped to|backed to|if (?:they|he|she|it)"
)
_TO_WIN = (
    r"beat(?:en|ing)?|defeat(?:ed|ing)?|win(?:ning)?|won|overcome|overcoming|knock(?:ed)? out|lose|losing|lost|draw|drawn|see off|get past|"
    r"upset|edge|thrash|outclass|dethrone|eliminate|stun|take(?! part)|claim|clinch|secure|earn|land"
)
SUPPOSED = re.compile(
    rf"(?:\b|\A)(?:{_SUPPOSED})\b(?: (?!(?:and|but|who|which|as|when|after)\b)[\w'’-]+){{0,3}}? (?:{_TO_WIN})\b", re.IGNORECASE
)
_ANY_WIN = re.compile(rf"\b(?:{_BEAT}|{_WIN}|{_TO_WIN}|{'|'.join((*_LOST, *_DREW))})\b", re.IGNORECASE)
_DECIDED = re.compile(rf"\b(?:{_BEAT}|{_WIN}|{'|'.join((*_LOST, *_DREW))})\b", re.IGNORECASE)
_IF = re.compile(r"(?:\bif|\bunless|\bwhether|\A\W*should)\b[^,;.]{0,40}\Z", re.IGNORECASE)


def decided(sentence: str) -> bool:
    """Whether a sentence says of any match that it was won, lost or drawn, and not only that it may be.

    >>> decided("Norland won the toss."), decided("Norland need 12 runs to win."), decided("Norland won by 12 runs.")
    (False, False, True)
    """
    return bool(_DECIDED.search(WON_ON_THE_WAY.sub("", SUPPOSED.sub("", sentence))))


def supposed(before: str, between: str, after: str) -> bool:
    """Whether a sentence only supposes that one side beats another: what it says before the first, between them, and after.

    >>> supposed("If ", " beat ", " 2-0 they go top."), supposed("", ", who could win the league, beat ", " 2-0.")
    (True, False)
    >>> supposed("", " need to win 3-0 against ", ".")
    True
    """
    if after.rstrip(" \"'”’").endswith("?") or _IF.search(before):
        return True
    matches = list(SUPPOSED.finditer(between))
    return bool(matches) and not _ANY_WIN.search(between, matches[-1].end())
