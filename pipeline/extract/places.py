"""The place or medal that the words beside a name give: "took silver", "came home fifth", "bronze went to", "runner-up".

Read between the name and the next competitor's name, then just before it; where both are silent, nothing is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extract.numbers import ORDINAL_WORDS, read_ordinal
from pipeline.extract.verdicts import WON_ON_THE_WAY

MEDALS = ("gold", "silver", "bronze")
_MEDAL = r"(?P<medal>gold|silver|bronze)"
_ANY_RANK = rf"(?:{ORDINAL_WORDS}|\d{{1,3}}(?:st|nd|rd|th))"
_RANK = rf"(?P<rank>{_ANY_RANK})"
# a medallist is the next name's epithet, or history; a medal match is where it was won
_MEDAL_AFTER = re.compile(
    rf"(?<!(?<![A-Z-])\d )(?<!favourite for )(?<!favourites for )(?<!hopes of )(?<!chance of )(?<!bid for )(?<!race for )(?<!battle for )"
    rf"(?<!stripped of )(?<!stripped of the )(?<!stripped of his )(?<!stripped of her )(?<!stripped of their )"
    rf"\b{_MEDAL}\b(?!(?: medal)?[- ]?(?:medall?ists?|winners?|standard|coast|cup|label|tour|rush|boot|glove|ball|slugger|star)\b)"
    r"(?! (?:went|going|goes)\b| ?: )"  # "silver: Lin" is of the next name
    # and so is "Gold went to Roth, silver to Lin"
    rf"(?!(?:{'|'.join(f'(?<={c} {m})' for c in (',', 'and') for m in MEDALS)}) (?:to|for)(?: [\w'’-]+){{0,3}} $)",
    re.IGNORECASE,
)
_CAME = (
    r"finish\w*|came|come|coming|was|were|is|be|placed|placing|tak(?:e|es|ing)|took|ended|home|in|into|for|claim\w*|secur\w*|line|up|down|"
    r"tied|equal|joint|got|grab\w*|snatch\w*|earn\w*|clinch\w*|nick\w*|share of|way to|on to|reach\w*|been|manag\w+|beyond|"
    r"(?:satisfied|content) with|settl\w+ for|lef?t (?:him|her|them)|"
    r"(?:better|higher|worse|lower) than|far as|moved|climb\w*|fad\w+|dropped|dropping|slipp\w+|only"
)
# what is second is then a set, a half, a title, and not the competitor
_OF_SOMETHING_ELSE = (
    r"time|half|set|leg|round|innings|game|match|goal|minute|day|year|season|straight|successive|consecutive|title|win|victory|test|over|"
    r"period|quarter|lap|wicket|ball|attempt|seed|seeded|ranked|largest|biggest|best|fastest|youngest|oldest|man|woman|player|team|of|row|"
    r"stage|hole|career|major|final|semi|edition|event|race|heat|attacker|tier|string|eighth|"
    r"choice|division|minutes?|seconds?"
)
# where a competitor was on the way, or stood before
_BEFORE_IT = (
    r"(?<!qualified in )(?<!qualified )(?<!started )(?<!started in )(?<!ranked )(?<!seeded )(?<!lying )(?<!lay )(?<!while in )"
    r"(?<!sprint for )(?<!battle for )(?<!fight for )(?<!duel for )(?<!racing for )(?<!race for )"
)
_WAY = (
    r"(?: place)? (?:at (?:the (?:bell|turn|half\w*|midway|\d+-?\w+ mark|(?:(?:first|second|last|final|penultimate) )?(?:split|checkpoint|"
    r"time check|intermediate|barrier|hurdle|exchange|changeover|transition))|half\w*)|with \w+ (?:metres|laps?|strokes)|on lap|"
    r"before being|overnight|going into|heading into|entering|into the|(?:in the standings )?after (?:\w+ )?"
    r"(?:dives|rounds|events|jumps|attempts|routines|rotations|disciplines|the (?:first|opening|\d+)))"
)
_ON_THE_WAY = rf"(?!{_WAY})"
# what was hoped for, needed or feared
_NOT_SO = re.compile(
    r"\b(?:(?:need\w*|hop(?:e|es|ed|ing)|want\w*|likely|had|has|have) to (?:be|finish|come)|"
    r"(?:would|could|will|might|may|must|should|had (?:he|she|they)) (?:not |still )?(?:have )?"
    r"(?:be|been|finish|finished|come|tak(?:e|en)|win|won|claim(?:ed)?|earn(?:ed)?|secured?)(?: (?:the|an?))?|"
    r"(?:never|not|\w+n['’]t) (?:finish(?:ed)?|come|came|been|placed)|"
    r"(?:(?:did|could|had|has|have|was|were|is|are) not|\w+n['’]t|never|fail(?:s|ed|ing)? to|unable to|neither|without|"
    r"rather than|instead of|(?:narrowly |just )?miss(?:es|ed|ing)?(?: out)?(?: on)?)"
    r"(?: (?!(?:and|but|before|then|to|only|in|as|far|just|challenged|took|tak\w+|finish\w*|winning|beyond|better|higher|lower|worse|"
    r"than|past|above)\b)[\w'’-]+){0,3}) $",
    re.IGNORECASE,
)
# what was not to be
_NOT_WON = re.compile(
    r"\b(?:miss(?:ed|es|ing)?(?: out on)?|los(?:t|es|ing) (?:out on|the(?! (?:final|race)\b))|"
    r"denied|deprived of|robbed of|"
    r"(?:beaten|pipped|edged|outsprinted|outkicked|outtouched)(?: out)? (?:for|to)|cost (?:him|her|them)|short of|"
    r"wait(?:ed|ing|s)? for|hop\w+ (?:of|for)|dream\w* of|chas(?:ed|es|ing)|in search of|looking for|target(?:ed|s|ing)|"
    r"bid(?:ding)? for)\b(?:(?!\b(?:but|and|before|to take|to win|to claim)\b)[^,.;]){0,70}$",
    re.IGNORECASE,
)
_IN_A_MEDAL_MATCH = re.compile(r"(?: medal)?[- ](?:medal )?(?:match|bout|game|final|contest|play-?off)\b")
_ALL_THE_SAME = re.compile(r"\b(?:w[oi]n(?:ning|s)?|took|tak(?:e|es|ing)|but|then|beat\w*)\b")
_WITHOUT_WINNING = re.compile(r"\b(?:lost|lose|losing|beaten|defeated|went down|fell|reach\w*|play\w*|into|through to|faces?|meets?)\b")
# of what somebody owns, only the performance is read on: "Lin's throw was third", and not "Lin's team-mate was third"
_ANOTHERS = re.compile(
    r"^['’]s? (?!(?:[\w-]+ ){0,3}(?:gold|silver|bronze)\b|(?:[\w-]+ )?(?:throw|time|effort|leap|mark|jump|run|score|total|clearance|"
    r"performance|attempt|ride|swim|row|win|victory|reward|finish|lunge|sprint|crew|boat|team(?!-)|pair|best|(?:wo)?men|boys|girls|"
    rf"{ORDINAL_WORDS}|\d))"
    r"|^,? (?:while|whereas|and|as) the (?:gold|silver|bronze)\b",  # "gold went to Roth, while the silver medal was won by Lin"
    re.IGNORECASE,
)
_RANK_AFTER = re.compile(
    rf"(?:^|^ to |\b(?:\w+ed|fought|ran|rode|swam|drove|flew) (?:\w+ )?to |"
    rf"\b(?:{_CAME})(?: in| to| a| an| home| up| now| also| an? \w+| \w+ly)?|,| -|–|—)\s*(?:joint |equal |tied |\()?{_BEFORE_IT}{_RANK}\b"
    rf"(?![- ](?:{_OF_SOMETHING_ELSE})\b){_ON_THE_WAY}",
    re.IGNORECASE,
)
# "the Japanese swimmer third in 2:10.23", "Lin and her horse seventh."
_RANK_ALONE = re.compile(rf"(?<![\w-])(?<!\bthe )(?<!\ba ){_BEFORE_IT}{_RANK}(?: place)?(?= (?:in|on|with) \d|[.;,]?\s*$)", re.IGNORECASE)
# "Lin's fine fifth place", "Lin's fifth in the big air"
_PLACE_OWNED = re.compile(rf"^['’]s? (?:\w+ )?{_RANK}(?:[- ]plac(?:e\b|ed? finish)| (?:in|at) )", re.IGNORECASE)
_WON_THE_RACE_FOR = re.compile(
    rf"\bw[oi]n(?:s|ning)? the (?:battle|race|fight|duel|sprint|contest|tussle) for (?:the )?(?:{_MEDAL}|{_RANK})\b", re.IGNORECASE
)
# a further one of the same competitor: "fourth in the kayak and 10th in the canoe", "won silver in May and was sixth in Rio"
_FURTHER = re.compile(
    r"(?:[,;](?: (?:and|but|then))?| and| but| before| after| then)"
    r"(?: (?:was|were|came|coming|finish\w*|plac(?:ed|ing)|took|taking|claim\w*|won|winning|secur\w+|pick\w+ up|add\w+|end\w+ up|been|had|"
    r"then|also|only|a|an|the|another|team|joint|up|with|she|he|they|clinch\w*|earn\w*|collect\w*|distant|fine|moved|moves|climb\w*|is|"
    r"now|lies|sits|stays|to|faded|fading|slipped|dropped|fell|trailed in)){0,5}"
    rf" (?:{_MEDAL}|{_RANK})(?: (?:place|medal))?(?! (?:on|in) the (?:[\w-]+ )?(?:list|ranking|all-time|world rank))"
    r"(?= (?:in|at|on|over|for|overall|last|the (?:following|next)|when|two|three|a year|behind)\b|[,.;]|$)",
    re.IGNORECASE,
)
_ANY_MEDAL = "(?:gold|silver|bronze)"
_LIST = "(?:(?:,| and|, and) {0})+"
_RANKS = re.compile(rf"(?<![\w-]){_ANY_RANK}\b", re.IGNORECASE)
_RANKS_LISTED = re.compile(rf"^[^,;.]{{0,40}}?(?<![\w-])(?P<ranks>{_ANY_RANK}{_LIST.format(_ANY_RANK)})\b", re.IGNORECASE)
_MEDALS_LISTED = re.compile(rf"^[^,;.]{{0,40}}?\b(?P<medals>{_ANY_MEDAL}{_LIST.format(_ANY_MEDAL)})\b", re.IGNORECASE)
# "Third was the Frenchman ", "2nd place went to "
_RANK_FIRST = re.compile(
    rf"(?:^|[.;:]|,? and|,? with)\s*{_RANK}(?: place)?,? (?:was|were|came|is|went to|going to)(?: [\w'’.-]+){{0,6}},? $|"
    rf"^\s*(?P<first>{_ANY_RANK})\b(?! (?:time|half|set|season))(?:[^.;]|\.\d){{0,70}}?"
    r",? (?:was|were|came|is|went to)(?: [\w'’.-]+){0,6},? $",
    re.IGNORECASE,
)
# the last places of so many: "completed the podium", "and Roth and Lin rounded out the top five"
_LAST_STEP = re.compile(
    r"^[^,;.]{0,20}\b(?:complet\w*|round\w* (?:out|off)|ma(?:de|k\w+) up|fill\w* out) (?:the )?"
    r"(?:(?P<podium>podium|medals|medal places)|top (?P<top>three|four|five|six|seven|eight|ten))\b",
    re.IGNORECASE,
)
_TOPS = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10}
# all of them: "filled the podium places", "took the first three places"
_ALL_STEPS = re.compile(
    r"^[^,;.]{0,20}\b(?:fill\w*|took|tak\w+|occup\w+|claim\w*|swept|lock\w* out|shared) (?:up )?(?:the )?"
    r"(?:podium(?: (?:places|spots|positions))?|(?:top|first|leading|medal)(?: (?:two|three|four))? (?:places|spots|positions|steps))\b",
    re.IGNORECASE,
)
_STEPS_BEFORE = re.compile(
    r"\bthe (?:podium|top three|first three|medallists) (?:was|were|:|being|finishers were) $|"
    r"\bthe (?:top|first) three(?: home| finishers)?(?: (?:in|at|across) [^,;.]{1,40})?, $",
    re.IGNORECASE,
)
_OF_SIDE = re.compile(r"^,? of (?:the )?[A-Z][\w.-]+(?: (?:and )?[A-Z][\w.-]+){0,3}")
# "victory went to ", "the race was won by ", "there were wins for "
_WON_BEFORE = re.compile(
    r"\b(?:victory|the (?:win|title|honours|race|spoils|chequered flag|crown|yellow jersey)|first place|top spot)"
    r" (?:went|goes|going|was won|won|was taken|taken|claimed)(?: to| by)(?: (?!of\b)[\w'’-]+){0,4} $|"
    r"(?:^|[.;:]|(?:^|,? )(?:and|while|but))\s*the (?:(?!(?:silver|bronze|second|third|runner|runners|prize|award|points?|"
    r"places?|minor|other|ball|match|game|decision|penalty|bout|round|fight|first|tie)\b)[\w'’,.-]+ ){1,5}"
    r"(?:went|goes) to(?: (?!(?:extra|penalties|the|an?)\b)[\w'’-]+){0,3} $|"
    r"\b(?:there (?:was|were)|with) (?:also )?(?:an? )?(?:\w+ )?(?:wins?|victory|victories|titles?|golds?) for(?: [\w'’-]+){0,3} $|"
    r"\b(?:in|into) (?:second|silver)(?: place)? by(?: [\w'’-]+){0,4} $|"
    r"(?<!previous )(?<!last )(?<!defending )(?<!year's )(?<!year’s )\bbehind (?:the )?(?:race )?winners?(?: [\w'’-]+){0,1} $",
    re.IGNORECASE,
)
_FOR_THE_NEXT = re.compile(
    rf"\b(?:there (?:was|were)(?: also)?|with)(?: an?| also| \w+)? {_ANY_MEDAL}s?(?: medals?)? (?:for|to|going to)(?: [\w'’-]+){{0,4}} $"
)
_MEDAL_BEFORE = re.compile(
    rf"\b{_MEDAL}(?: medal)?(?:(?: (?:was|were))?(?: (?:went|going|goes|awarded|won|claimed|taken|secured|earned|collected|"
    rf"captured|bagged)(?:, [^,;.]{{0,60}},)?)? (?:to|for|by)"
    rf"(?: [\w'’-]+){{0,4}} ?|: ?)$",
    re.IGNORECASE,
)
_RANK_BEFORE = re.compile(
    rf"\b{_RANK}(?:[- ]plac(?:ed|e)(?: man| woman)?)(?: (?!behind|to|from|by|against)[\w'’-]+){{0,3}} ?$", re.IGNORECASE
)
_RUNNER_UP_AFTER = re.compile(
    r"^(?:,| -| –|—)? ?(?:(?!(?:beat\w*|defeat\w*|lost|to|over|edged|past|behind|from|by|saw|fac\w+|meets?|thrash\w*)\b)"
    r"\w+ ){0,3}runners?-up\b|"
    r"^[^,;.]{0,60}\b(?:claim\w*|took|tak\w+|finish\w*|as|earn\w*|secur\w*|the) (?:the )?runners?-up spot\b|"
    r"^(?:[^,;.]|(?<=\d)[.](?=\d)){0,60}?\b(?:finish\w*|came|ended(?: up)?)(?: in| as)?(?: an?| the)? "
    r"(?:close |distant |clear )?runners?-up\b",
    re.IGNORECASE,
)
_RUNNER_UP_BEFORE = re.compile(
    r"\brunners?-up(?: (?!(?:to|behind|in|at|by|against|on|and|while|with|as|but)\b)[\w'’-]+){0,3},? ?$", re.IGNORECASE
)  # not the one to whom another was runner-up


# in a list of results the number stands before the name: "1 Lagat (Ken) 1:43.77; 2 Morel (Fra) 1:43.95"
_NUMBER_BEFORE = re.compile(r"(?:^|(?<!\bNo)(?<!\d)[:,.]\s*|\d[:,.]\s+|[;|\n(]\s*|\bequal\s|=)(?P<number>[1-4]?\d)[.)=:,]?\s+$")
_CONTEST = (
    r"the (?:(?:wo)?men['’]s |boys['’] |girls['’] )?(?:(?:\d[\d,x]* ?(?:k?m\b|(?:kilo)?met(?:re|er)s)|\d00\b|"
    r"\d{1,2},?000\b|4x\d+)(?: \w+)?|"
    r"(?:high|long|triple) jump|pole vault|shot(?: put)?|discus|hammer|javelin|hurdles|steeplechase|marathon|half[- ]marathon|"
    r"butterfly|backstroke|breaststroke|freestyle|medley|relay|"
    r"floor|vault|rings|(?:parallel|uneven|asymmetric|high|horizontal) bars?|beam|pommel horse|all-?around|"
    r"slalom|giant slalom|downhill|super-?G|road race|time trial|decathlon|heptathlon|pentathlon|keirin|omnium)"
    r"(?! (?:lead|silver|bronze|world|mark|stage)\b)"
)
_PRIZE = (
    r"(?:the |his |her |their |a |an )?(?:[\w'’-]+ ){0,3}(?:title|crown|victory|win|gold)"
    r"(?! (?:holder|contender|favourite|rival|winner|medallist|medalist)s?\b)"
)
_WON_AFTER = re.compile(
    r"^(?:[^,;.:–—]|(?<=\d)[.:](?=\d)){0,45}\b(?:won|wins|win|winning|winner|victory|triumph\w*|prevail\w*|retain\w*|"
    rf"successfully defend\w*|(?:took|takes|taking|claim\w*|clinch\w*|secur\w*|captur\w*|land\w*|seal\w*) {_PRIZE}|"
    rf"(?:took|takes?|taking) {_CONTEST})\b|"
    rf"^ (?:\w+ly )?(?:blazed|stormed|raced|cruised|sprinted|surged|powered|romped|eased|charged|sailed|roared|swept|skied|"
    rf"swam|rode|ran|flew|soared|rowed|sped|coasted|strolled) (?:\w+ly |away |home |back )?to {_PRIZE}\b",
    re.IGNORECASE,
)
_RECORD_HOLDER = re.compile(r"^[^.;]{0,20}\b(?:holds?|held|owns?|owned|still has|the holder of)\b[^.;,]{0,25}\brecords?\b", re.IGNORECASE)
_ONLY_HOPED = re.compile(
    r"\b(?:on (?:course|track) for|(?:head(?:ed|ing)|bound|destined|poised|set) for|(?:with)?in (?:sight|reach) of|bid(?:ding)? for|"
    r"chasing|hop(?:es|ing|ed) (?:of|for)|dream(?:s|ing|t|ed)? of) (?:[\w'’-]+ ){0,3}(?:win|victory|gold|title|triumph|success)\b"
)
# "won't run", "could not win", "failed to retain her title", "has never won here"
_DID_NOT_WIN = re.compile(
    r"\bwon['’]t\b|\b(?:(?:did|could|had|has|have|would|will|can|do|does|may|might|was|were) not|\w+n['’]t|never|cannot|"
    r"fail(?:ed|s|ing)? (?:\w+ )?to|unable to|yet to|without|(?<!not be )(?<!to be )denied|almost|nearly|narrowly miss\w*|"
    r"miss(?:ed|ing) out on|close to|"
    r"(?:hop(?:es?|ed|ing)|want(?:s|ed)?|aim(?:s|ed|ing)?|looking|tr(?:y|ied|ying)) to|(?:could|would|should|might|may) have|looked like) "
    r"(?:(?:ever|yet|quite|again|even|a|an|the|his|her|their|manage to|looked like) ){0,2}"
    r"(?:won|win|winning|winner|victory|retain\w*|prevail\w*|triumph\w*|defend\w*|"
    r"(?:claim\w*|clinch\w*|secur\w*|tak(?:e|en|ing)|took)(?: (?:the|an?|his|her|their))?(?: (?:win|victory|title|gold|crown))?)\b|"
    r"\b(?:scor\w+|hit|got|grabb\w+) (?:the|a late|an? \w+) winner\b",
    re.IGNORECASE,
)
# "was 17th in the race won by Sweden's Roth", but not "won by two seconds from Roth"
_WON_BY_THE_NEXT = re.compile(
    r"\bwon by (?:(?!(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|half|just|only|over|more|less|nearly|almost|"
    r"under|\d[\w.:]*)\b)[\w'’-]+ ){0,3}$"
)
_ANOTHER_WINNER = re.compile(r"\b(?:behind|beaten by|lost to|ahead of|to) (?:the )?(?:eventual |race |overall |last year['’]s )*winners?\b")
_HISTORY_AFTER = re.compile(
    r"^(?: is| was|,) the (?:defending |reigning |title[- ]?|current )?(?:holder|champion)\b|"
    r"^[^;.]{0,60}\b(?:had (?:\w+ )?(?:won|beaten|finished|taken|claimed|waited|come (?:second|third|fourth|fifth)|"
    r"been (?:second|third|fourth|runner-up))|"
    r"ha(?:s|ve) (?:\w+ )?(?:won|taken|claimed) (?:\w+ )?(?:at|in) \w+ of (?:the|her|his|their) last\b|"
    r"in (?:19|20)\d\d|last (?:year|season|summer|winter)(?!['’]s)|a year (?:ago|earlier)|(?:two|three|four|five|ten) years ago)\b"
)
_UNFINISHED_AFTER = re.compile(
    r"^[^;.]{0,60}(?<!almost )(?<!nearly )\b(?:pulled up|pulled out|dropped out|"
    r"(?:did not|didn['’]t|failed to) finish(?! (?:(?:in|on|among) the (?:top|podium|medals|points|medallists)|second|third|fourth|"
    r"higher|better|above|\d)\b)|"
    r"(?:did not|didn['’]t) start(?! (?:well|brightly|as)\b)|retired(?! (?:in (?:19|20)\d\d|last|from the sport|at the end)\b)|"
    r"withdrew|was disqualified|"
    r"were disqualified|abandoned(?! (?:the|his|her|their|its|a)\b)|crashed out|stopped (?:at|after)|no[- ]heighted|"
    r"stripped of (?:(?:the|his|her|their) )?(?:gold|silver|bronze|victory|win)|DNF|DQ)\b",
)


@dataclass(frozen=True)
class Printed:
    """A place, and the medal if it is named."""

    place: int
    medal: str | None


@dataclass(frozen=True)
class Qualified:
    """How somebody went through to the next round: in which place, if that is said."""

    place: int | None


def says_won(after: str) -> bool:
    """Whether the words after a name say that its bearer won.

    >>> says_won(" won the 60m"), says_won(" was 17th in the race won by "), says_won(" looked on course for a win")
    (True, False, False)
    >>> says_won(" won't run"), says_won(" failed to retain her title"), says_won(" not only won but broke the record")
    (False, False, True)
    """
    told = WON_ON_THE_WAY.sub("it", _DID_NOT_WIN.sub("it", _ONLY_HOPED.sub("it", after)))
    return bool(_WON_AFTER.search(_WON_BY_THE_NEXT.sub("", _ANOTHER_WINNER.sub("", told))))


def says_holds_a_record(after: str) -> bool:
    """Whether the words after a name say that its bearer holds a record, by which alone nobody has won anything.

    >>> says_holds_a_record(" still holds the world record for the 100m"), says_holds_a_record(" set a record")
    (True, False)
    """
    return bool(_RECORD_HOLDER.search(after)) and not says_won(after)


def says_only_hoped(after: str) -> bool:
    """Whether the words after a name say that its bearer was on the way to a win, by which alone nobody has won anything.

    >>> says_only_hoped(" seemed on course for a second win"), says_only_hoped(" was heading for gold and won in 10.04")
    (True, False)
    """
    return bool(_ONLY_HOPED.search(after)) and not says_won(after)


_WON_THEN = re.compile(
    r"\b(?:won|taken|claimed) (?:in (?:19|20)\d\d|last (?:year|season|summer|winter|month|time)|"
    r"(?:a|\d+|[a-z]+) (?:year|month)s? (?:ago|earlier|before)) by(?: [\w'’-]+){0,3} $"
)


def says_won_then(before: str) -> bool:
    """Whether the words before a name tell of a win before the news.

    >>> says_won_then("the relay, won two years ago by "), says_won_then("the relay, won by ")
    (True, False)
    """
    return bool(_WON_THEN.search(before))


def says_history(after: str) -> bool:
    """Whether the words after a name tell of a time before the news.

    >>> says_history(" had won here before"), says_history(", who won in 2019,"), says_history(" won in 10.04")
    (True, True, False)
    """
    return bool(_HISTORY_AFTER.search(after))


_ANOTHER_TIME = re.compile(
    r"\b(?:in (?:19|20)\d\d|(?:19|20)\d\d (?=[A-Z])|last (?:year|season|summer|winter|month|week|time)|"
    r"(?:a|\d+|[a-z]+) (?:year|month|week)s? (?:ago|earlier|before)|"
    r"(?<=^, )who (?:also |had )?(?:won|took|claimed)\b[^,]{1,60} on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"(?:at|in|of) (?:the |last (?:year|month)['’]s |this year['’]s )?(?:\d{4} )?[A-Z])"
)


_NOT_ITS_OWN = re.compile(r"\b(?:rankings?|ranked|standings|lists?|table|seeds?|seeded)\b|\b(?:for|in|as) (?:the )?[^,]{0,30}\bteam\b")
_MEDALLIST = re.compile(rf"\b{_MEDAL}[ -]medall?ist\b", re.IGNORECASE)


def placed_elsewhere(aside: str) -> int | None:
    """The place that an apposition to a name gives its bearer in another contest than the one that the sentence is about.

    >>> [placed_elsewhere(f", {x}, ") for x in ("fourth at the Commonwealth Games", "the 2019 bronze medallist", "third at the bell")]
    [4, 3, None]
    """
    if medallist := _MEDALLIST.search(aside):
        return 1 + MEDALS.index(medallist["medal"].casefold())
    if not _ANOTHER_TIME.search(aside) or _NOT_ITS_OWN.search(aside):
        return None
    said = printed_place("", aside)
    if said and said.medal:
        return said.place
    return 1 if says_won(aside.lstrip(", ")) else said.place if said else None


# "last year's champion", "winner in both Oslo and Rome this season", "the leader that night"
_TITLED = re.compile(
    r"\b(?:champions?|winners?|runners?-up|holders?|finalists?|leaders?|(?:first|second|third)(?! (?:season|year|time|home)))\b"
)
_THEN = re.compile(
    r"\b(?:last|this) (?:year|season|summer|winter|month|week)\b|\b(?:months?|weeks?|years?) (?:ago|earlier|before)\b|"
    r"\b(?:19|20)\d\d\b|\bthat (?:day|night|year)\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day['’]s\b"
)


def recalls(aside: str) -> bool:
    """Whether an apposition to a name recalls another time when its bearer led or won.

    >>> recalls(", winners 12 months ago, "), recalls(", the champion, ")
    (True, False)
    """
    return bool(_TITLED.search(aside) and _THEN.search(aside))


_LEADS_OVERALL = re.compile(
    r"^[^,;.]{0,40}\b(?:kept|keeps?|keeping|retain\w*|held|holds?|took|takes?|taking|maintain\w*|extend\w*|regain\w*|defend\w*|mov\w+ into|"
    r"stay\w* in|remain\w* in|wear\w*|wore|still in|in)\b (?:on to )?(?:his |her |the )?(?:\w+ ){0,2}?(?:overall lead|race lead|"
    r"(?:leader['’]s|yellow|pink|red|golden) jersey|maglia rosa|maillot jaune|lead of the general classification)|"
    r"^[^,;.]{0,30}\bleads? (?:overall|the (?:race|general classification|overall standings))\b",
    re.IGNORECASE,
)
_NO_LONGER = re.compile(r"\b(?:not|no longer|fail\w* to|unable to|\w+n['’]t)\b")
_LEADS_FOR_NOW = re.compile(
    r"^ (?:now |still |also |\w+ly )?(?:leads? (?:by|from|overnight|at half-?way|after)|"
    r"led overnight|led (?:[^,;.]{1,30} )?after (?:the (?:first|opening)|\w+ (?:of|runs?|rounds?|days?|events?)))\b|"
    r"^ (?:holds?|has|takes) an? (?:[\w.:½-]+ ){1,3}(?:overnight )?lead\b",
    re.IGNORECASE,
)


def leads_overall(after: str) -> bool:
    """Whether the words after a name say that its bearer leads a contest that nobody has won yet.

    >>> leads_overall(" kept the overall lead"), leads_overall(" leads after two runs"), leads_overall(" led but came third")
    (True, True, False)
    """
    for_now = _LEADS_FOR_NOW.search(after) and not _first_said(after)
    overall = _LEADS_OVERALL.search(after)
    held = overall is not None and not _NO_LONGER.search(after, 0, overall.end())
    return bool(held or for_now) and not says_won(after)


_TITLE = r"(?:(?:double|triple|two-time|three-time|former|reigning|defending|current|then|ex-)[ -])*"
_OF_THE = r"Olympic|world|European|Commonwealth|African|Asian|Pan[- ]American|national|British|defending|reigning|title|former|current"
_BARE = rf"{_TITLE}(?:{_OF_THE})(?: (?:indoor|outdoor|junior|and|Olympic|world|European|Commonwealth))* (?:champions?|holders?)"
_BARE_BEFORE = re.compile(rf"(?<!\d )\b{_BARE}(?:,| -)? (?:and )?$", re.IGNORECASE)
_BARE_AFTER = re.compile(rf"^, (?:the |a )?{_BARE}(?! (?:in|at|over|of))\b", re.IGNORECASE)


def bare_title(before: str, after: str) -> bool:
    """Whether the words about a name call its bearer a champion of nothing in particular, which reports no contest.

    >>> bare_title("and Olympic champion ", " won"), bare_title("", ", the defending champion,"), bare_title("world 60m champion ", "")
    (True, True, False)
    """
    return bool(_BARE_BEFORE.search(before) or _BARE_AFTER.search(after))


_WENT_THROUGH = re.compile(
    rf"^ (?:\w+ly )?(?:qualified|advanced|progressed|went through|goes through|squeezed through|scraped through)\b"
    rf"(?:[^,;.]{{0,60}}?\b(?:as |in )(?:only )?(?:the )?{_RANK}(?:[- ](?:fastest|quickest|best|place|highest)|\b))?",
    re.IGNORECASE,
)


def went_through(after: str) -> Qualified | None:
    """What the words after a name say of how its bearer went through to the next round; None where they do not.

    >>> went_through(" qualified for the final as only the fifth-fastest in 2:14.75"), went_through(" won her heat")
    (Qualified(place=5), None)
    """
    match = _WENT_THROUGH.match(after)
    if match is None or says_won(after):
        return None
    return Qualified(read_ordinal(match["rank"]) if match["rank"] else None)


_AT_A_SPLIT = re.compile(rf"{_RANK}(?={_WAY})", re.IGNORECASE)


def not_its_place(after: str) -> frozenset[int]:
    """The places that the words after a name give its bearer on the way, or say that it missed.

    >>> not_its_place(", third at the last split, fell"), not_its_place(" was beaten for silver"), not_its_place(" was third")
    (frozenset({3}), frozenset({2}), frozenset())
    """
    missed = (m for m in _MEDAL_AFTER.finditer(after) if _NOT_WON.search(after[: m.start()]))
    said = [_of(match) for match in (*_AT_A_SPLIT.finditer(after), *missed)]
    return frozenset(one.place for one in said if one)


def says_unfinished(after: str) -> bool:
    """Whether the words after a name say that its bearer did not finish."""
    return bool(_UNFINISHED_AFTER.search(after))


_LED_QUALIFYING = re.compile(
    r"^ (?:had |has )?(?:also )?(?:led|topped|headed) (?:the )?(?:qualifying|qualifiers|qualification)(?! (?:\w+ )?after)\b"
)
# what went before the news: "won the keirin, having taken silver in the team sprint"
_HAVING = re.compile(r",? (?:having|after (?:tak|winn|claim)ing)\b")
# what the news is better than: "third, who had never been better than 22nd", "whose previous best was fifth"
_BETTER_THAN = re.compile(
    r",? (?:who|which|and|but)? ?(?:has|have|had|was|were)?(?:n['’]t)? ?(?:never|not|yet)\b[^,;.]{0,40}\b(?:better|higher|lower) than\b|"
    r",? (?:whose|his|her|their|its) (?:previous|former|earlier|old) (?:(?:career|season['’]s|world cup|personal) )?(?:best|highest)\b",
    re.IGNORECASE,
)


def printed_place(before: str, after: str, order: int = 0, listed: int = 1) -> Printed | None:
    """What the text between the name before and this one, and between this one and the next, says of this one's place.

    `order` is the name's place in a list of so many (`listed`) of which the text is said.

    >>> printed_place("", " took silver in 10.04, ")
    Printed(place=2, medal='silver')
    >>> printed_place(" and bronze went to ", ", while the silver medal was won by ")
    Printed(place=3, medal='bronze')
    >>> printed_place("", " were third and fourth.", order=1, listed=2)
    Printed(place=4, medal=None)
    """
    if _LED_QUALIFYING.match(after):
        return Printed(1, None)
    if (number := _NUMBER_BEFORE.search(before)) and int(number["number"]):
        return Printed(int(number["number"]), None)
    if listed > 1:
        if (medals := _MEDALS_LISTED.search(after)) and len(won := re.findall("|".join(MEDALS), medals["medals"].casefold())) == listed:
            return Printed(1 + MEDALS.index(won[order]), won[order])
        if (ranks := _RANKS_LISTED.search(after)) and len(came := _RANKS.findall(ranks["ranks"])) == listed:
            rank = read_ordinal(came[order])
            return Printed(rank, None) if rank else None
        if listed in (2, 3) and (_ALL_STEPS.search(after) or (listed == 3 and _STEPS_BEFORE.search(before))):
            return Printed(1 + order, None)
    after = "" if _ANOTHERS.match(after) else _FOR_THE_NEXT.sub("", _OF_SIDE.sub("", after))
    after = _BETTER_THAN.split(after, maxsplit=1)[0]
    done = _HAVING.search(after)
    if done and (says_won(news := after[: done.start()]) or _first_said(news)):
        after = news
    if said := _first_said(after):
        return said
    for pattern, text in (
        (_MEDAL_BEFORE, before),
        (_RUNNER_UP_BEFORE, before),
        (_RANK_BEFORE, before),
        (_RANK_FIRST, before),
        (_RANK_ALONE, after),
    ):
        if (match := pattern.search(text)) and (said := _of(match)) and not (text is after and _NOT_SO.search(after[: match.start()])):
            return said
    if last := _LAST_STEP.search(after):
        return Printed((3 if last["podium"] else _TOPS[last["top"].casefold()]) - listed + 1 + order, None)
    return Printed(1, None) if _WON_BEFORE.search(before) else None


_PHASES = (
    ("heat", r"heats?"), ("semi-final", r"semi[- ]?finals?|semis"), ("quarter-final", r"quarter[- ]?finals?"),
    (
        "qualifying",
        r"(?:qualifying|qualification)(?! (?:time|standard|mark|distance|height|score|for|campaign|group)s?\b)|qualifiers|prelim\w*|"
        r"repechage|(?:elimination|first|opening) round",
    ),
    ("first part", r"(?:first|opening) (?:run|leg|race|stage|section)|short program(?:me)?|sprint(?! finish)|(?:the|this) morning"),
    (
        "overall",
        r"overall|general classification|GC|on aggregate|in the (?:[\w-]+ ){0,2}standings|"
        r"after (?:two|three|four|five|six) (?:rounds|races|stages)",
    ),
)  # fmt: skip
_PHASE = re.compile(rf"\b(?:{'|'.join(f'({words})' for _, words in _PHASES)}|finals?)\b", re.IGNORECASE)
_TOLD_NEXT = re.compile(r",? (?:as|with) (?=[A-Z])| (?:while|whereas|but|reach\w*|qualif(?:y|ied) for|into|book\w*|to face|to meet|will)\b")
TO_QUALIFY = frozenset({"heat", "semi-final", "quarter-final", "qualifying"})


def phase(clause: str) -> str | None:
    """The part of a contest that a clause names first: a round before the final, a run, the overall standings.

    >>> phase(" was only ninth in the semi-final"), phase(" moved up to second overall"), phase(" won the final after a poor heat")
    ('semi-final', 'overall', None)
    """
    match = _PHASE.search(_TOLD_NEXT.split(clause, maxsplit=1)[0])
    return _PHASES[match.lastindex - 1][0] if match and match.lastindex else None


def says_of_each(after: str, order: int, listed: int) -> bool:
    """Whether the words after a list of names give the one at `order` a place of its own: "Roth and Lin were third and fourth"."""
    return listed > 1 and printed_place("", after, order, listed) != printed_place("", after)


def further_places(after: str) -> list[tuple[int, Printed]]:
    """The places and medals that the words after a name give beside the first one, each with where the words of it begin.

    >>> further_places(" was fourth in the kayak and 10th in the canoe."), further_places(" was third, first of the Britons.")
    ([(24, Printed(place=10, medal=None))], [])
    """
    patterns = (_MEDAL_AFTER, _RANK_AFTER, _WON_AFTER)
    ends = [m.end() for pattern in patterns if (m := pattern.search(after)) and not _NOT_SO.search(after[: m.start()])]
    return [(more.start(), said) for more in _FURTHER.finditer(after, min(ends)) if (said := _of(more))] if ends else []


def _first_said(after: str) -> Printed | None:
    """The first place or medal that the words after a name give; with its medal, where they name that later: "third, for bronze"."""
    found: list[tuple[int, Printed]] = []
    for pattern in (_WON_THE_RACE_FOR, _MEDAL_AFTER, _RUNNER_UP_AFTER, _RANK_AFTER, _PLACE_OWNED):
        match = pattern.search(after)
        start = match.start(match.lastgroup or 0) if match else 0
        if match is None or _NOT_SO.search(after[:start]):
            continue
        if pattern is _MEDAL_AFTER and (_NOT_WON.search(after[:start]) or _lost_it(after, match)):
            continue
        if said := _of(match):
            found.append((start, said))
    if not found:
        return None
    first = min(found, key=lambda said: said[0])[1]
    medal = next((said.medal for _, said in found if said.medal and said.place == first.place), None)
    return Printed(first.place, first.medal or medal)


def _lost_it(after: str, medal: re.Match[str]) -> bool:
    """Whether a medal is only named for the match that it was lost in, or that is to be played: "lost in the gold medal match"."""
    if not _IN_A_MEDAL_MATCH.match(after, medal.end()):
        return False
    lost = _WITHOUT_WINNING.search(after[: medal.start()])
    return lost is not None and not _ALL_THE_SAME.search(after, lost.end(), medal.start())


def _of(match: re.Match[str]) -> Printed | None:
    """What a match of one of the patterns says; each names at most one thing: the medal, or the rank."""
    if match.lastgroup is None:
        return Printed(2, None)  # a runner-up
    if match.lastgroup == "medal":
        medal = match["medal"].casefold()
        return Printed(1 + MEDALS.index(medal), medal)
    rank = read_ordinal(match[match.lastgroup])
    return Printed(rank, None) if rank else None
