"""How people, sides, competitions and marks are called in a report, given what the reader has been told already.

A `Voice` is made for one sentence: it remembers whom the sentence introduces and which facts it states.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from typing import Any
from zlib import crc32

from pipeline.records import Event, Mark, Medal, Outcome, Person, Record, Result, Role, Team
from pipeline.summarize.house import HouseStyle

ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
ORDINAL_FIRST = re.compile(r"^(First|Second|Third|Fourth|Fifth|Sixth|Last|Final|Opening)\b")
COUNTED_ROUND = re.compile(
    r"^(?:round|stage) (?!of\b)|^(?:game|race|match|week|day|matchday|leg|heat) \d|^pole\b|^(?:group|pool) \w{1,2}$|"
    r"^(?:qualifying|qualification)$",
    re.IGNORECASE,
)
APPARATUS = re.compile(
    r"\b(?:floor|(?:balance )?beam|pommel horse|rings|(?:high|horizontal|parallel|uneven|asymmetric) bars?)$", re.IGNORECASE
)
QUALIFYING = re.compile(r"(?:qualifying|qualification)$", re.IGNORECASE)
ABBREVIATED = re.compile(r"[A-Z]{2,3}|[A-Z][a-z]{2}")
LONGEST_ABBREVIATION = 4
SEVERAL = re.compile(r"\b(Bowl|Cup|League|Open|Trophy)s$")  # "three Champions Leagues", of which one is told
ROUND_OF = re.compile(r"^(?:(?:semi|quarter)-?\s?finals?|final|(?:[\w-]+ )?(?:round|stage)|(?:round|stage) .+|last \w+)$", re.IGNORECASE)
CATEGORY = re.compile(r"(?:kgs?|weight)$", re.IGNORECASE)
ADJECTIVAL = re.compile(
    r"^(?:(?:(?:wo)?men['’]s|mixed|boys['’]|girls['’]) ?)?(?:team|individual|wheelchair|under-\d+|u\d+|)$", re.IGNORECASE
)
# a discipline as a heading prints it; of capitals that stay ("Nordic combined", "Laser", "Greco-Roman", a cup) a reader knows the list
SENTENCE_CASE = re.compile(
    r"^(?!(?:Nordic|Greco|Laser|Finn|Nacra|Madison|Moto\w|Formula|Gundersen|Grand|Class|Category|Texas|Olympic|Flat|Super [A-Z])\b)"
    r"(?:[A-Z][a-z]+(?:-[a-z]+)?|(?:Wom|M)en['’]s)(?![\w'’-])(?! [A-Z])"
)
STAGE = re.compile(r"(?:stage \w+|\d+(?:st|nd|rd|th)[- ]stage)$", re.IGNORECASE)
CITY = re.compile(r" (?:Angeles|Orleans|Springs|Falls|Rapids|Heights|Hills|Island|Coast)$")  # plurals that are no nicknames of sides
YEAR_LAST = re.compile(r"\b(?:19|20)\d\d$")
FAMILY = re.compile(r"(?: (?:[a-z]\w*|De|Di|Da|Del|Della|Van|Von|Le|La|Mac|St|Abu|El|Al|Bin|Ben))* \S+$")
VOWEL_SOUND = re.compile(r"(?:[aeiou]|8|(?-i:[FHLMNRSX](?=[A-Z]))|11\b|18\b|hour|honour|heir|honest)(?!ne\b|nce\b)", re.IGNORECASE)
CONSONANT_SOUND = re.compile(r"(?:eu|uni[^nm]|unit|unanim|us\b|use|one\b|once)", re.IGNORECASE)


@cache
def lexicon() -> dict[str, Any]:
    """The phrases and nationalities that editors keep in TOML files beside this module."""
    folder = resources.files(__package__)
    words: dict[str, Any] = tomllib.loads((folder / "phrases.toml").read_text(encoding="utf-8"))
    nations = tomllib.loads((folder / "nations.toml").read_text(encoding="utf-8"))
    words["nation_names"] = nations.pop("names")
    words["nations"] = {key: frozenset(value) for key, value in nations.items()}
    words["family_of"] = {sport: family for family, rules in words["families"].items() for sport in rules["sports"]}
    return words


def listed(items: Sequence[str]) -> str:
    """'A', 'A and B', 'A, B and C'."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def joined(*pieces: str) -> str:
    """The pieces that are not empty, a space between."""
    return " ".join(piece for piece in pieces if piece)


def listed_clauses(clauses: Sequence[str]) -> str:
    """Clauses in one sentence; 'while' where they hold commas of their own, a comma before 'and' where they hold an 'and'."""
    if len(clauses) == 2 and any(", " in c for c in clauses):
        return f"{clauses[0]}, while {clauses[1]}"
    if len(clauses) > 1 and any(" and " in c for c in clauses):
        return f"{', '.join(clauses[:-1])}, and {clauses[-1]}"
    return listed(clauses)


def sentence(told: str) -> str:
    """Words as a sentence: a capital first, a full stop last unless a quotation ends it."""
    text = re.sub(r"\s+", " ", told).strip()
    if text[:1].islower():
        text = text[0].upper() + text[1:]
    return text if re.search(r"(?:[.!?…]”?|”\.)$", text) else f"{text}."


def ordinal(place: int) -> str:
    """'third' up to tenth, '39th' above."""
    if place < len(ORDINALS):
        return ORDINALS[place]
    suffix = "th" if place % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{suffix}"


def with_article(words: str) -> str:
    """'an eight-wicket win', 'a 13-run win', 'a unanimous decision'."""
    vowel = VOWEL_SOUND.match(words) and not CONSONANT_SOUND.match(words)
    return f"{'an' if vowel else 'a'} {words}"


def with_the(words: str) -> str:
    """'the men's 800m'; a name that brings its article keeps it."""
    return words if re.match(r"(?:the|a|an)\b", words, re.IGNORECASE) else f"the {words}"


def in_discipline(discipline: str) -> str:
    """'in the men's 800m', 'on the women's beam'."""
    return f"{'on' if APPARATUS.search(discipline) else 'in'} {with_the(discipline)}"


def part_of(stage: str, discipline: str) -> str:
    """'a heat of the men's 800m', 'qualifying for the women's discus'."""
    return f"{stage} {'for' if QUALIFYING.match(stage) else 'of'} {discipline}"


class Voice:
    """Names things for one sentence. `known` holds the ids that earlier sentences introduced, and the disciplines told of.

    `first_bare` leaves away what the first person represents, where the sentence would begin like another.
    """

    first_bare = False

    def __init__(self, record: Record, known: Iterable[str] = (), seed: int = 0, house: HouseStyle | None = None) -> None:
        self.record = record
        self.words = lexicon()
        self.known = set(known)
        self.facts: list[str] = []
        self.seed = seed
        self.house = house or HouseStyle()
        self.nations_said: set[str] = set()
        self.manners: set[str] = set()  # how wins were spoken of in this sentence
        self.people = {p.id: p for p in record.people}
        self.teams = {t.id: t for t in record.teams}
        self.competitions = {c.id: c for c in record.competitions}
        self.events = {e.id: e for e in record.events}
        self.sport = (record.sport or "").lower()

    def turn(self, options: Sequence[str], slot: str) -> str:
        """One of several manners of saying, the same for the same record, seed and slot."""
        return options[crc32(f"{self.seed}|{self.record.article.id}|{slot}".encode()) % len(options)]

    def state(self, *facts: str) -> None:
        """Note that the sentence states these facts."""
        self.facts += [fact for fact in facts if fact not in self.facts]

    # ---- people and sides ---------------------------------------------------------------------------------------------------

    def name(self, key: str, *, affiliation: bool = True, among: bool = False) -> str:
        """'Great Britain's Josh Kerr' at first mention, 'Kerr' after it; sides by their name.

        `among` others it is 'Josh Kerr of Great Britain', so that nobody takes the next one for a Briton too.
        """
        if key in self.teams:
            self.known.add(key)
            return self.side(self.teams[key])
        person = self.people[key]
        if key in self.known:
            return self.short(person)
        self.known.add(key)
        affiliation = affiliation and not self.first_bare
        self.first_bare = False
        return self._affiliated(person, self.short(person) if not self.house.first_names else person.name, affiliation, among)

    def opponent(self, who: str, key: str, *, affiliation: bool = True) -> str:
        """The other side of a match; 'compatriot Joe O'Connor' where both are of one nation."""
        one, other = self.people.get(who), self.people.get(key)
        if affiliation and key not in self.known and one and other and one.tie and other.tie:
            nation = one.tie.text
            demonym = nation in self.words["nations"]["nouns"] | self.words["nations"]["adjectives"] or one.country is not None
            if demonym and nation == other.tie.text and nation in self.nations_said:
                self.known.add(key)
                return f"compatriot {other.name if self.house.first_names else self.short(other)}"
        return self.name(key, affiliation=affiliation)

    def names(self, keys: Sequence[str], *, affiliation: bool = True) -> str:
        """A list of names; a nation is said once in a sentence."""
        return listed([self.name(key, affiliation=affiliation) for key in keys])

    def short(self, person: Person) -> str:
        """The surname as the article prints it; the full name where that could mean somebody else."""
        tails = [a for a in person.aliases if a and a != person.name and person.name.endswith(" " + a)]
        nation = person.represents.text if person.represents else ""
        family_first = nation in self.words["nations"]["family_first"] or re.search(r" \w+-[a-z]\w*$", person.name)
        if tails:
            surname = min(tails, key=len)
        elif family_first or len(person.name.split()) < 2:
            heads = [a for a in person.aliases if family_first and person.name.startswith(a + " ")]
            surname = heads[0] if heads else person.name
        else:
            family = FAMILY.search(person.name)
            surname = family[0].strip() if family else person.name
        if not surname[:1].isalpha() or re.fullmatch(r"(?:Jr|Sr|II|III)\.?", surname):
            return person.name
        namesakes = [p for p in self.record.people if p.id != person.id and (p.name == surname or p.name.endswith(" " + surname))]
        return person.name if namesakes else surname

    def side(self, team: Team) -> str:
        """A side's name, with an article where one says 'the Chiefs', 'the Netherlands'."""
        return f"the {team.name}" if self.takes_the(team.name) else team.name

    def takes_the(self, name: str) -> bool:
        """Whether a side or nation is spoken of with an article."""
        nations = self.words["nations"]
        if name in nations["with_the"]:
            return True
        if self.sport not in nations["american_sports"] or CITY.search(name):
            return False
        return name in nations["singular_sides"] or (
            name.endswith("s") and not name.endswith(("ss", "is", "us", "as")) and not name.isupper()
        )

    def plural(self, keys: Sequence[str]) -> bool:
        """Sides are plural in British English, and so are partners; in American English only a side whose name is."""
        if len(keys) > 1 or keys[0] not in self.teams or self.sport in self.words["nations"]["singular_sports"]:
            return len(keys) > 1
        return self.house.spelling != "American" or self.teams[keys[0]].name.endswith("s")

    def _affiliated(self, person: Person, name: str, affiliation: bool, among: bool) -> str:
        if not affiliation or person.tie is None or person.role not in {Role.ATHLETE, Role.COACH}:
            return name
        nation, nations = person.tie.text, self.words["nations"]
        if ABBREVIATED.fullmatch(nation) and not any(nation in nations[kind] for kind in ("with_the", "nouns", "adjectives")):
            nation = self.words["nation_names"].get(person.country, nation)  # "Ines Roth (NOR)"
        if nation in self.nations_said:
            return name
        self.nations_said.add(nation)
        plural = nation in nations["plurals"] or (nation not in nations["nouns"] and nation.removesuffix("s") in nations["nouns"])
        if nation in person.name or person.name in nation or plural or not nation[:1].isupper():
            return name
        if nation in nations["nouns"] and person.role is Role.ATHLETE:
            return f"{nation} {name}"
        if nation in nations["adjectives"] | nations["nouns"]:
            noun = self.coach if person.role is Role.COACH else self.words["competitors"].get(self.sport)
            return f"{nation} {noun} {name}" if noun else name
        if person.role is Role.COACH:
            return f"{nation} {self.coach} {name}"
        if self.takes_the(nation):
            return f"{name} of the {nation}"
        return f"{name} of {nation}" if among or nation.endswith(("s", "S", ")")) else f"{nation}'s {name}"

    @property
    def coach(self) -> str:
        """What the sport calls a coach."""
        return str(self.words["coaches"].get(self.sport, self.words["coaches"]["any"]))

    # ---- contests -----------------------------------------------------------------------------------------------------------

    def event(self, key: str | None) -> Event | None:
        """The event of that id, or none."""
        return self.events.get(key) if key else None

    def competition(self, key: str) -> str:
        """The competition's name with its article: 'the FA Cup', 'Wimbledon', 'Euro 2020'."""
        name = SEVERAL.sub(r"\1", self.competitions[key].name)
        if name.isupper():  # of a headline or a dateline; what is short is an abbreviation
            nouns = {*self.words["competitions"]["won_outright"], *self.words["competitions"]["played_in"]}
            words = name.split()  # of "FA CUP" the cup is a noun; "NBA" is none
            name = " ".join(w.title() if len(w) > LONGEST_ABBREVIATION or (words[1:] and w.lower() in nouns) else w for w in words)
        bare = name.lower() in self.words["competitions"]["bare"] or YEAR_LAST.search(name) or re.match(r"(?!America)\w+['’]s \w+$", name)
        if re.search(r"\b(?:19|20)\d\d\b.* qualif", name):
            bare = True
        return name if bare else with_the(name)

    def preposition(self, key: str) -> str:
        """'in' for leagues and cups, 'at' for what is held at a place."""
        last = re.split(r"[\s]", self.competitions[key].name.lower())[-1]
        name = self.competitions[key].name.lower()
        played_in = self.words["competitions"]["played_in"]
        if last in played_in or (
            name in self.words["competitions"]["bare"] and not re.search(r"wimbledon|garros|club|aintree|cheltenham", name)
        ):
            return "in"
        if re.fullmatch(r"[A-Z]{2,5}", self.competitions[key].name):
            return "in"  # SPL, MLS, NRL
        return "in" if re.search(r"\b(?:league|ligue|cup|division|conference|liga|serie|[an]fc|[an]l)\b", name) else "at"

    def at_competition(self, event: Event | None) -> str:
        """'at the Australian Open', once; empty where there is none or it has been said."""
        if event is None or event.competition is None or event.competition in self.known:
            return ""
        self.known.add(event.competition)
        return f"{self.preposition(event.competition)} {self.competition(event.competition)}"

    def discipline(self, event: Event | None, *, bare: bool = False) -> str:
        """'women's 5,000m', 'under-23 event', '-63kg category'; without the added noun if `bare`; empty where there is none."""
        if event is None or not event.discipline:
            return ""
        name = SENTENCE_CASE.sub(lambda m: m[0].lower(), event.discipline.strip())
        if gender := event.gender_to_add:
            name = f"{gender}'s {name}" if gender != "mixed" else f"mixed {name}"
        if bare:
            return name
        if CATEGORY.search(name):
            return f"{name} category"
        return f"{name} event" if ADJECTIVAL.match(name) else name

    def stage(self, event: Event | None) -> str:
        """The round with its article: 'the semi-finals', 'the second Test', 'Group B'; empty where there is none."""
        if event is None or not event.round:
            return ""
        name = ORDINAL_FIRST.sub(lambda m: m[0].lower(), event.round.strip())
        low = name.lower()
        if event.competition and self.competitions[event.competition].name.lower().endswith(f" {low}"):
            return ""  # the final of the Cup Final
        if low in {"semi-final", "quarter-final", "semifinal", "quarterfinal", "heat"}:
            return f"the {name}s"
        if low == "qualifiers":
            return "qualifying"  # is what they are led in
        if low in {"pool", "group", "group-stage", "round-robin", "knockout", "league"}:
            return f"the {low.removesuffix('-stage')} stage"
        if re.fullmatch(r"[a-z]+-round", low):
            return f"the {low.replace('-', ' ')}"
        return name if COUNTED_ROUND.match(name) else with_the(name)

    def where(self, event: Event | None) -> str:
        """'in the final of the Dubai Open', 'in the men's foil final at the World Championships'; empty where nothing is known."""
        stage, discipline = self.stage(event), self.discipline(event)
        if event is not None and event.competition and _within(discipline, self.competitions[event.competition].name):
            discipline = ""
        at = self.at_competition(event)
        if discipline and self._only_discipline(discipline):
            discipline = ""
        if event is None or not (stage or discipline):
            return at
        if discipline:
            self.known.add(f"discipline {discipline}")
        if discipline and not stage:
            return joined(in_discipline(discipline), at)
        if discipline:
            bare, name = stage.removeprefix("the "), with_the(self.discipline(event, bare=True))
            place = f"in {name} {bare}" if bare.lower().endswith(("final", "finals", "match")) else f"in {part_of(stage, name)}"
            return joined(place, at)
        if at and event.competition:
            competition = self.competition(event.competition)
            if re.fullmatch(r"the play-?offs?", stage):
                return f"in {competition} {stage.removeprefix('the ')}"
            if at.startswith("in ") or ROUND_OF.match(stage.removeprefix("the ")):
                return f"in {stage} of {competition}"
        return joined(f"in {stage}", at)

    def _round_of_golf(self, event: Event | None) -> bool:
        """Whether places are those of the leaderboard after a round, which nobody has won."""
        return (
            self.sport == "golf"
            and event is not None
            and bool(re.fullmatch(r"(?:first|opening|second|third) round", (event.round or "").lower()))
        )

    def _only_discipline(self, discipline: str) -> bool:
        """Whether the reader has been told of this discipline and of no other."""
        return {key for key in self.known if key.startswith("discipline ")} == {f"discipline {discipline}"}

    def prize(self, event: Event | None) -> tuple[str, str, str]:
        """What is won, where, and in what one is placed.

        ('the women's 5,000m', 'at the Boston Indoor Games', 'in the women's 5,000m') or
        ('the Australian Open', '', 'at the Australian Open').
        """
        discipline, name = self.discipline(event), ""
        if event is not None and event.competition:
            name = self.competitions[event.competition].name
        stage = self.stage(event)
        if discipline:
            self.known.add(f"discipline {discipline}")
        if stage and event is not None and not re.fullmatch(r"(?:the )?finals?", stage, re.IGNORECASE):
            bare = (event.round or "").strip()
            part = with_article(bare) if bare.lower() in {"heat", "semi-final", "quarter-final"} else stage
            whole = part_of(part, with_the(discipline)) if discipline else part
            if discipline and STAGE.match(bare):
                whole = f"the {bare} {discipline}"  # the stage 16 time trial
            at = self.at_competition(event)
            if not discipline and at and event.competition and (at.startswith("in ") or ROUND_OF.match(bare)):
                whole, at = f"{whole} of {self.competition(event.competition)}", ""
            return whole, at, f"{'after' if self._round_of_golf(event) else 'in'} {whole}"
        if discipline and name and _within(discipline, name):
            discipline = ""
        if discipline:
            return with_the(discipline), self.at_competition(event), in_discipline(discipline)
        if not name or event is None or not event.competition:
            return "", "", ""
        inside = f"{self.preposition(event.competition)} {self.competition(event.competition)}"
        outright = inside.startswith("in ") and not re.search(r"(?:qualif\w+|football|baseball)$", name, re.IGNORECASE)
        outright = (
            outright
            or name.lower().split()[-1] in self.words["competitions"]["won_outright"]
            or name.lower() in self.words["competitions"]["won_outright"]
            or re.match(r"(?:tour|giro|vuelta)\b", name, re.IGNORECASE) is not None
        )
        if outright or (self.sport in {"motorsport", ""} and "prix" in name.lower()):
            self.known.add(event.competition)
            return self.competition(event.competition), "", inside
        self.known.add(event.competition)
        return "", inside, ""

    # ---- marks --------------------------------------------------------------------------------------------------------------

    def mark(self, mark: Mark) -> str:
        """The mark as printed, with 'points' where it is points and the number stands alone, and with its record."""
        text = mark.text
        if mark.kind == "points" and re.fullmatch(r"[\d.,]+", text):
            text = f"{text} points"
        flag = next((self.words["flags"][f] for f in mark.flags if f in self.words["flags"]), None)
        return f"{with_article(flag)} {text}" if flag else text

    def measure(self, mark: Mark | None, event: Event | None, *, won: bool = False) -> str:
        """'in 3:29.38', 'with a leap of 6.63m', 'with 333.06 points'; a gap is what one has `won` by; empty without a mark."""
        if mark is None:
            return ""
        measures = self.words["measures"]
        discipline = (event.discipline or "").lower() if event else ""
        pattern: str = measures["kinds"].get(mark.kind, measures["kinds"]["any"])
        if mark.kind in {"distance", "height"}:
            keys = sorted((k for k in measures if k in discipline and k != "kinds"), key=len, reverse=True)
            pattern = measures[keys[0]] if keys else pattern
        if mark.kind == "margin" and not won:
            return ""  # by which others won
        text = self.mark(mark)
        if mark.kind == "strokes" and "to par" in mark.flags:
            pattern = measures["kinds"]["to_par"]
        if text.startswith("+"):
            pattern = measures["kinds"]["gap"]
        elif mark.kind == "gap" and won:
            pattern = measures["kinds"]["margin"]
        if re.match(r"an? ", text):
            pattern = "in {mark}" if mark.kind == "time" else "with {mark}"
        return pattern.format(mark=text)

    def underway(self, result: Result) -> bool:
        """Whether the event of a result is not over: somebody leads it whom no word calls its winner."""
        same = [r for r in self.record.results if r.place == 1 and r.event is not None and r.event == result.event]
        won = any(r.outcome is Outcome.WIN for r in same)
        event = self.events.get(result.event or "")
        stages = any("stage" in (e.round or "").lower() for e in self.events.values())
        standings = event is not None and stages and "classification" in (event.discipline or "").lower()  # of a tour that goes on
        return not won and (standings or any(r.outcome is Outcome.PLACED for r in same))

    def feat(self, result: Result, prize: str, in_prize: str) -> tuple[str, str, str]:
        """A result as a verb and its rest: ('won', 'the men's 800m', ''), ('took', 'silver', 'in the long jump').

        The middle part is what a list may leave the verb out before: 'X was second, Y third'.
        """
        team = re.fullmatch(r"the ((?:.*['’]s )?team) event", prize)
        if result.medal is not None:
            verb = "won" if result.medal is Medal.GOLD else "took"
            if team:
                return verb, f"{team[1]} {result.medal}", ""
            return verb, str(result.medal), in_prize
        if result.outcome is Outcome.DNF:
            return "did not finish", prize, ""
        if result.outcome is Outcome.RECORD and result.mark:
            return "set", f"a record of {result.mark.text}", in_prize
        if result.outcome is Outcome.ADVANCE:
            return "went through", f"in {ordinal(result.place)} place" if result.place else "", in_prize
        if result.place == 1 and in_prize.startswith("after "):
            return "was", ordinal(result.place), in_prize
        if result.place == 1 and result.outcome is Outcome.PLACED:  # leads a race that is not over
            return "lay", ordinal(result.place), in_prize
        if result.place == 1 or result.outcome is Outcome.WIN:
            return "won", prize, ""
        if result.place is not None:
            return "was", ordinal(result.place), in_prize
        if result.outcome is Outcome.ELIMINATED:
            return "went out", in_prize, ""
        if result.mark is not None:
            return "recorded", result.mark.text, in_prize
        return "also competed", in_prize, ""


def _within(discipline: str, competition: str) -> bool:
    """Whether a competition's name says the discipline already: the marathon of the New York Marathon."""
    pieces = discipline.lower().replace("-", " ").split()
    return bool(pieces) and all(piece in competition.lower().replace("-", " ").split() for piece in pieces)
