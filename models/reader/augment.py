"""Annotated articles -> others of the same shape: other people, clubs, nations, marks and competitions, the same facts.

The reader sees few annotated articles often, and would sooner remember who wins in them than read. So each time it is shown one,
the names are others. Everything is replaced at once, longest first and as whole words, and the annotation is read off the same
places of the new text. Where that would move a label, the article is given back as it was.
"""

from __future__ import annotations

import copy
import random
import re
import string
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from pipeline.extract.nations import country_code, find_nations, nation_rows


def _listed(names: str) -> tuple[str, ...]:
    """Names listed with spaces between them, and underscores within."""
    return tuple(n.replace("_", " ") for n in names.split())


# How often each kind of thing is changed: most of the time, but the reader should meet the real ones too
PEOPLE, TEAMS, NATIONS, MARKS, COMPETITIONS = 0.9, 0.8, 0.7, 0.8, 0.3
MONONYM = 0.04  # of the people with two names, how many get one

_PARTICLES = frozenset(_listed("van von de da do dos del della der den di du la le el al bin bint ben ibn ter ten st saint mac"))
_GENERATION = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})
_SENTENCE_START = re.compile(r"(?:\n|[.!?][\"”']? )[\"“']?$")
_INITIALS = re.compile(r"(?:[A-Z]\.? ?){1,3}")
_CREW = re.compile(r" and | & |/")
# What a club is called besides its place; plural nicknames ("Giants") are told by their form
_STYLES = frozenset(_listed("United City Town County Athletic Albion Villa Hotspur Wednesday Palace FC AFC RFC CC"))
_PREFIXES = frozenset(_listed("FC AC AS CD SC SV Real Sporting Dynamo Atletico Olympique Deportivo"))


@dataclass(frozen=True)
class Origin:
    """Names of one part of the world. Some put the family first: Kim Min-jae."""

    given: tuple[str, ...]
    families: tuple[str, ...]
    family_first: bool = False


def _origin(given: str, families: str, *, family_first: bool = False) -> Origin:
    return Origin(_listed(given), _listed(families), family_first)


@dataclass(frozen=True)
class Pool:
    """What the new names are drawn from."""

    origins: tuple[Origin, ...]
    mononyms: tuple[str, ...]
    places: tuple[str, ...]
    styles: tuple[str, ...]
    nicknames: tuple[str, ...]
    competitions: tuple[str, ...]

    @classmethod
    def of(cls, annotations: Iterable[dict[str, Any]]) -> Pool:
        """The standard pool, and with it the people, clubs and competitions of these annotations, their names recombined."""
        given, families, places, nicknames, competitions = (dict[str, None]() for _ in range(5))
        for gold in annotations:
            for person in gold["people"]:
                name = _Name.of(person)
                if name.head and re.fullmatch(r"[^\W\d_][\w'’.-]+", name.head):
                    given[name.head] = families[name.tail] = None
            for team in gold["teams"]:
                club = _Club.of(team["name"])
                if club and club.style and not club.prefix:
                    places[club.place] = None
                    if club.style not in _STYLES:
                        nicknames[club.style] = None
            competitions |= dict.fromkeys(c["name"] for c in gold["competitions"] if _renamable(c["name"]))
        seen = Origin(tuple(given), tuple(families))
        return replace(
            STANDARD,
            # a third of the names, so that the invented ones do not crowd out the real
            origins=STANDARD.origins + (seen,) * (len(STANDARD.origins) // 2 if given else 0),
            places=STANDARD.places + tuple(places),
            nicknames=STANDARD.nicknames + tuple(nicknames),
            competitions=STANDARD.competitions + tuple(competitions),
        )


STANDARD = Pool(
    origins=(
        _origin(
            "Alice Harriet Megan Imogen Tilly Callum Declan Rory Gareth Hugh Nigel Stuart Jo-Anne A.J. JP Lottie Freya Dominic",
            "Ashdown Pemberley Thwaite Garrick Holloway Birtwell Lockwood-Hale Fenwick Strudwick Oakeshott Marchbank Tredinnick",
        ),
        _origin(
            "Siobhan Niamh Aoife Cormac Eoin Fergus Padraig Mairead Hamish Catriona Rhys Eleri",
            "O'Rafferty O'Shaughnessy McAlinden MacInnes McGonigle Ní_Bhriain Pritchard-Lloyd Geraghty Kinsella Balfour Tudur",
        ),
        _origin(
            "Camille Élodie Bastien Jean-Luc Thibault Océane Marie-Laure Gaël Yannick",
            "Delacroix Beauchêne Lefèvre de_la_Tour Saint-Aubin Rochard Marchandeau d'Aubrac Vasseur Guillemot",
        ),
        _origin(
            "Lena Jürgen Matthias Annika Wolfgang Heike Katrin Ruben Sander Femke Joost Bram",
            "Brandstätter von_Kessel Zimmerli Hofschneider Krüger van_der_Linde de_Vroom ten_Brink van_Hoorn Vandersteen Achterberg",
        ),
        _origin(
            "Iñaki Álvaro Lucía Rocío Joaquín Thiago Mateus Beatriz Conceição Ximena",
            "Etxeberria Arrizabalaga de_la_Fuente Quintanilla Peñalver dos_Anjos Figueiredo da_Rocha Montenegro-Ruiz Saldívar",
        ),
        _origin(
            "Giulia Matteo Ludovica Pierluigi Chiara Alessio Donatella", "Di_Lorenzi Bertolucci Dell'Orto Zanardelli Ferrarotti Capuano"
        ),
        _origin(
            "Søren Åse Håkon Linnéa Gunnar Sigrún Eirik Jarkko Päivi Mikkel",
            "Bjørkelund Östergren Lindqvist Halvorsen Gunnarsdóttir Kettunen Rantala Nørgaard Sigurjónsson Åkerfeldt",
        ),
        _origin(
            "Zbigniew Katarzyna Miloš Jovana Ondřej Zuzana László Réka Bogdan Ioana",
            "Wiśniewska Kowalczuk Dragović Petkovski Novotná Hlaváček Szentgyörgyi Barabás Ionescu Marinković",
        ),
        _origin(
            "Yevgeny Oksana Dmitri Lyudmila Taras Anzhelika Giorgi", "Koroleva Bondarchuk Zaitsev Pavlyuchenko Mikhalev Tsereteli Grigorian"
        ),
        _origin(
            "Eleni Stavros Panagiota Nikos Emre Ayşe Burak Defne", "Papakostas Theodorou Anagnostou Karagiannis Yıldırım Çelikkol Demirbaş"
        ),
        _origin(
            "Youssef Khadija Tariq Noura Abdul-Rahman Samira Ilyas", "Al-Harbi El_Mansouri Benchekroun Ben_Salah al-Qasimi Haddadi Boukhari"
        ),
        _origin(
            "Chidi Ngozi Kwame Adwoa Babajide Folake Mamadou Aïssatou",
            "Okwuosa Adeyinka Asante-Boateng Mensah Diarra N'Diaye Olabisi Ouattaré",
        ),
        _origin(
            "Kipruto Chelimo Haile Tigist Abebe Wanjiru Jepkemboi Zanele Sipho",
            "Cherotich Kiprugut Gebreyes Tesfamariam Mutai Ndlovu Dlamini Mokoena",
        ),
        _origin(
            "Arjun Kavya Rohit Meera Faisal Zainab Chaminda Imtiaz R.K.",
            "Venkataraman Chatterjee Bhardwaj Qureshi Jayasuriyage ul-Hameed Rahmatullah",
        ),
        _origin("Lachlan Sheree Te-Ariki Mele Kaitlyn Jarrah Sione", "Wainohu Tuilagiana Faleafa Burridge Ngata-Reid Cootamunda Vunipolau"),
        _origin(
            "Tyrell DeShawn Brooklyn Kaylee Marquise Latoya Austin Madison",
            "Whitfield Beauregard Hollingsworth Stokely St._Clair LaFontaine McSwain",
        ),
        _origin("Min-jae Ji-woo Seung-hyun Ha-eun Dong-wook", "Baek Hwangbo Seo Yoon Namgung", family_first=True),
        _origin("Xiaolin Jianguo Meiling Yifan Haoran Zhiwei", "Ouyang Zheng Xue Huang Situ Qian", family_first=True),
        _origin("Haruto Sakura Kenjiro Naomi Ryosuke Ayaka", "Matsudaira Kobayakawa Fujisawa Hirano Tsukamoto Ishibashi"),
        _origin("Van_Duc Thi_Lan Quoc_Bao Minh_Chau", "Nguyen Pham Huynh Truong", family_first=True),
    ),
    mononyms=("Zelinho", "Caíque", "Bismarck", "Tindão", "Nenezinho", "Xandinho", "Paquito", "Marquinha"),
    places=_listed(
        "Kirkmoor Dunhaven Wexcombe Ashborough Thornley Marlstead Brackenford Elmsworth Invercairn Llanfair Ballykeel Skelby Harrowgate "
        "Oxmere Saltburgh Tarnbridge Cedarville Lakemont Northfield Redrock Granville Bayfield Corvane Valdoro Montclar Brelsheim "
        "Karlsdorf Porto_Lume Santa_Vera Zelgrad Halmby Vinterås Okonji Mbarasi Nakumori Waitoru"
    ),
    styles=("United", "City", "Town", "Rovers", "Athletic", "Wanderers", "Albion", "County", "Rangers"),
    nicknames=(
        "Falcons",
        "Herons",
        "Kestrels",
        "Miners",
        "Mariners",
        "Stallions",
        "Badgers",
        "Comets",
        "Lancers",
        "Pioneers",
        "Otters",
        "Sabres",
        "Thunderers",
        "Ironsides",
        "Wolverines",
        "Buccaneers",
        "Stormers",
        "Sentinels",
    ),
    competitions=(
        "Harrier Trophy",
        "Four Rivers Series",
        "Coral Coast Open",
        "Silver Lake Masters",
        "Northern Crown Championship",
        "Meridian Cup",
        "Pacific Rim Championships",
        "Bayfield Grand Prix",
        "Highland League",
        "Granite City marathon",
        "Granite City Marathon",
        "Island Games",
        "Continental Shield",
        "Lowland Indoor Championships",
        "Alliance Premier League",
        "Copper Plate",
        "Unity Nations",
        "Harvest Classic",
    ),
)


def augmented(gold: dict[str, Any], text: str, rng: random.Random, *, pool: Pool = STANDARD) -> tuple[dict[str, Any], str]:
    """A new annotation and its text, or the two that came in if no change holds together. `key_facts` come out empty if changed."""
    for kinds in (PEOPLE, TEAMS, NATIONS, MARKS, COMPETITIONS), (PEOPLE, 0, 0, MARKS, 0):
        claims = _Claims(gold, text, rng, pool)
        claims.choose(*kinds)
        rewriting = _Rewriting(text, claims.edits())
        if rewriting.edits and (new := _follow(gold, rewriting)):
            return new, rewriting.new
    return gold, text


# --- the text, rewritten ---


class _Rewriting:
    """A text with some of its spans replaced, and where each of its spans has gone."""

    def __init__(self, text: str, edits: list[tuple[int, int, str]]):
        self.text, self.edits = text, edits
        self._starts, self._ends = [e[0] for e in edits], [e[1] for e in edits]
        self._shifts = [0]
        pieces, at = [], 0
        for start, end, new in edits:
            pieces += [text[at:start], new]
            at = end
            self._shifts.append(self._shifts[-1] + len(new) - (end - start))
        self.new = "".join([*pieces, text[at:]])

    def _moved(self, at: int) -> int | None:
        ended = bisect_right(self._ends, at)
        inside = bisect_left(self._starts, at) > ended
        return None if inside else at + self._shifts[ended]

    def moved(self, start: int, end: int) -> tuple[int, int] | None:
        """The span's place in the new text; None if it begins or ends inside a replaced one."""
        new_start, new_end = self._moved(start), self._moved(end)
        return None if new_start is None or new_end is None else (new_start, new_end)

    def images(self, phrase: str) -> list[str]:
        """What has become of a phrase where it stands as words of its own, in order and each once; else of where it stands at all."""
        spans = [m.span() for m in re.finditer(_whole(phrase), self.text)] or [m.span() for m in re.finditer(re.escape(phrase), self.text)]
        return list(dict.fromkeys(self.new[slice(*there)] for span in spans if (there := self.moved(*span))))


def _whole(phrase: str) -> str:
    return rf"(?<!\w){re.escape(phrase)}(?!\w)"


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of the phrases as words of their own, the longest winning; numbers not inside longer numbers."""
    parts = [
        rf"(?<![\d.,:]){re.escape(p)}(?!\d|[.,:]\d)" if p[-1].isdigit() and p[0].isdigit() else rf"{re.escape(p)}(?!\w)"
        for p in sorted(phrases, key=lambda p: (-len(p), p))
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})" if parts else r"(?!)")


def _labels(gold: dict[str, Any], text: str) -> list[tuple[int, int, str, int]]:
    """Where the annotation's names stand, and whose they are."""
    owners: dict[str, tuple[str, int]] = {}
    for group in ("people", "teams", "competitions"):
        for i, entry in enumerate(gold[group]):
            for phrase in (entry["name"], *entry["mentions"]):
                owners.setdefault(phrase, (group, i))
    found = re.finditer(rf"(?<!\w)(?:{'|'.join(re.escape(p) for p in sorted(owners, key=lambda p: (-len(p), p)))})(?!\w)", text)
    return [(*m.span(), *owners[m[0]]) for m in found] if owners else []


def _follow(gold: dict[str, Any], rewriting: _Rewriting) -> dict[str, Any] | None:
    """The annotation of the rewritten text, or None if it does not say of it what the old one says of the old."""
    missing = False

    @cache
    def moved(phrase: str | None) -> str | None:
        nonlocal missing
        if not phrase or phrase not in rewriting.text:
            return phrase
        if not (images := rewriting.images(phrase)):
            missing = True
            return phrase
        return images[0]

    new = copy.deepcopy(gold)
    new["key_facts"] = []
    for group in ("people", "teams", "competitions"):
        for entry in new[group]:
            mentions = [image for m in entry["mentions"] for image in (rewriting.images(m) if m in rewriting.text else [m])]
            entry["name"] = moved(entry["name"])
            entry["mentions"] = list(dict.fromkeys(mentions))
            if "represents" in entry:
                entry["represents"] = moved(entry["represents"])
        if len({e["name"] for e in new[group]}) != len({e["name"] for e in gold[group]}):
            return None
    for result in new["results"]:
        result |= {key: moved(result[key]) for key in ("who", "opponent", "event", "round", "competition", "mark") if key in result}
    for performance in new["performances"]:
        performance |= {key: moved(performance[key]) for key in ("who", "mark")}
    at = 0
    for quote in new["quotes"]:
        start = rewriting.text.find(quote["text"], at)
        start = start if start >= 0 else rewriting.text.find(quote["text"])
        if start >= 0:
            at = start
            there = rewriting.moved(start, start + len(quote["text"]))
            if there is None:
                return None
            quote["text"] = rewriting.new[slice(*there)]
        quote["speaker"] = moved(quote["speaker"])
    if missing:
        return None
    before = [(rewriting.moved(start, end), group, i) for start, end, group, i in _labels(gold, rewriting.text)]
    after = [((start, end), group, i) for start, end, group, i in _labels(new, rewriting.new)]
    return new if before == after else None


# --- what is replaced by what ---


def _words(text: str) -> set[str]:
    return {w.casefold() for w in re.findall(r"\w+", text)}


@dataclass
class _Claims:
    """Which phrases of an article are to become which; a phrase that is to stay becomes itself."""

    gold: dict[str, Any]
    text: str
    rng: random.Random
    pool: Pool
    phrases: dict[str, str] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)  # words of the text and of the new names, folded

    def __post_init__(self) -> None:
        self.used = _words(self.text)
        self._lower = set(re.findall(r"(?<!\w)[a-z]+(?!\w)", self.text))

    def choose(self, people: float, teams: float, nations_: float, marks: float, competitions: float) -> None:
        """Choose the replacements, each kind with its chance."""
        self._competitions(competitions)
        self._nations(nations_)
        self._clubs(teams)
        self._people(people)
        if self._happens(marks):
            self.phrases |= {k: v for k, v in _new_marks(self.gold, self.text, self.rng).items() if k not in self.phrases}

    def edits(self) -> list[tuple[int, int, str]]:
        """The spans to replace, in order, each with its new text; an article before a new name follows it."""
        edits: list[tuple[int, int, str]] = []
        for m in _any_of(self.phrases).finditer(self.text):
            new = self.phrases[m[0]]
            if new == m[0]:
                continue
            if m[0][0].isupper() and _SENTENCE_START.search(self.text[max(0, m.start() - 4) : m.start()] or "\n"):
                new = new[0].upper() + new[1:]  # Van der Linde won
            before = re.search(r"(?<![\w'’.-])an? $", self.text[max(0, m.start() - 4) : m.start()])
            if before and before[0] == _article(m[0]) != _article(new):
                edits.append((m.start() - len(before[0]), m.start(), _article(new)))
            edits.append((*m.span(), new))
        return edits

    def _happens(self, chance: float) -> bool:
        return self.rng.random() < chance

    def _draw(self, options: Sequence[str]) -> str | None:
        """An option none of whose words stand in the text already, from a random place on; None if there is none."""
        start = self.rng.randrange(len(options)) if options else 0
        for i in range(len(options)):
            option = options[(start + i) % len(options)]
            words = {w for w in _words(option) if len(w) > 2 and w not in _PARTICLES}
            if words and not words & self.used:
                self.used |= words
                return option
        return None

    def _keep(self, phrases: Iterable[str]) -> None:
        for phrase in phrases:
            self.phrases.setdefault(phrase, phrase)

    def _claim(self, forms: dict[str, str | None]) -> None:
        """Take the forms of one entry, all or none: a form that is unknown, or somebody else's too, keeps them all as they are."""
        if any(new is None or self.phrases.get(old, new) != new for old, new in forms.items()):
            self._keep(forms)
            return
        for old, new in forms.items():
            assert new is not None
            self.phrases[old] = new
            if len(old) > 3 and old.upper() != old:
                self.phrases.setdefault(old.upper(), new.upper())  # headlines

    # competitions

    def _competitions(self, chance: float) -> None:
        for entry in self.gold["competitions"]:
            name, kind = entry["name"], entry["name"].split()[-1]
            lone = entry["mentions"] == [name] and _renamable(name) and not re.search(rf"[A-Z][\w-]* {re.escape(name)}", self.text)
            if lone and self._happens(chance):
                alike = [c for c in self.pool.competitions if c.split()[-1] == kind]
                place = self._draw([p for p in self.pool.places if " " not in p])
                new = self.rng.choice([*alike, f"{place} {kind}"]) if place else None
                if new and new not in self.text and new not in self.phrases.values():
                    self._claim({name: new})
            self._keep(entry["mentions"])

    # nations

    def _nations(self, chance: float) -> None:
        found: dict[str, set[str]] = {}
        for nation in find_nations(self.text):
            found.setdefault(nation.code, set()).add(nation.text)
        # the names of people and clubs come first: Jordan Munoz, London Irish
        others = {m for p in self.gold["people"] for m in p["mentions"]}
        for team in self.gold["teams"]:
            if _code(team["name"]) is None:
                others |= set(team["mentions"])
            elif any(not find_nations(m) for m in team["mentions"]):  # a nickname that only this side has
                self._keep(found.pop(_code(team["name"]) or "", ()))
        going = self._happens(chance)
        for code, forms in found.items():
            there = re.search(rf"(?:New|North|South|East|West|\w+ern) (?:{'|'.join(map(re.escape, forms))})(?!\w)", self.text)
            if not going or code not in _table() or there or forms & others:
                self._keep(forms)
                continue
            target = self._another(_table()[code])
            self._claim({form: _table()[code].counterpart(form, target) if target else None for form in sorted(forms)})

    def _another(self, nation: _Nation) -> _Nation | None:
        options = {
            n.name: n for n in _table().values() if n.is_target and n.with_the == nation.with_the and (nation.is_split or not n.is_split)
        }
        name = self._draw([n for n in options if not _words(options[n].adjective) & self.used])
        if name:
            self.used |= _words(options[name].adjective)
        return options[name] if name else None

    # clubs

    def _clubs(self, chance: float) -> None:
        people = {m for p in self.gold["people"] for m in p["mentions"]}
        for team in self.gold["teams"]:
            if _code(team["name"]) is not None or (_CREW.search(team["name"]) and any(p in team["name"] for p in people)):
                continue
            forms = team["mentions"]
            club = _Club.of(team["name"])
            common = any(m.casefold() in self._lower for m in forms)
            if club is None or common or people & set(forms) or not self._happens(chance):
                self._keep(forms)
                continue
            if not club.style and re.search(rf"[Tt]he {re.escape(club.place)}(?!\w)", self.text) and club.place.endswith("s"):
                self._claim({m: self._draw(self.pool.nicknames) if m == club.place else None for m in forms})
                continue
            place, nickname = self._draw(self.pool.places), None
            style: str | None
            if not club.style:
                style = ""
            elif club.style not in _STYLES and club.style not in self.pool.styles:
                style = self._draw(self.pool.nicknames)
            elif club.style in forms:  # a name of its own: no other club's may be the same
                style = self._draw(self.pool.styles) or club.style
            else:
                style = self.rng.choice(self.pool.styles)
            new: dict[str, str | None] = {}
            for m in forms:
                if place is None or style is None:
                    new[m] = None
                elif m == team["name"]:
                    new[m] = " ".join(filter(None, (club.prefix, place, style)))
                elif m == club.place:
                    new[m] = place
                elif m == club.style:
                    new[m] = style
                elif re.fullmatch(r"[A-Z][a-z]{3,}s", m) and nickname is None:
                    new[m] = nickname = self._draw(self.pool.nicknames)
                else:
                    new[m] = None
            self._claim(new)

    # people

    def _people(self, chance: float) -> None:
        people = self.gold["people"]
        teams = [t["name"] for t in self.gold["teams"] if not _CREW.search(t["name"])]
        taken = {
            w for name in (*teams, *(m for c in self.gold["competitions"] for m in c["mentions"])) for w in re.findall(r"[\w'’-]+", name)
        }
        names = [_Name.of(p) for p in people]
        tails = [n.tail for n in names]
        families: dict[str, tuple[str | None, Origin]] = {}
        givens: dict[str, str | None] = {}
        for person, name in zip(people, names, strict=True):
            bare = {m for m in (name.tail, name.head) if m in person["mentions"]}
            unsafe = any(
                m.casefold() in self._lower or set(m.split()) & taken or country_code(m) or re.search(_whole(m + "s"), self.text)
                for m in bare
            )
            if unsafe or not self._happens(chance):
                self._keep(person["mentions"])
                continue
            if name.tail not in families:
                origin = self.rng.choice(self.pool.origins)
                families[name.tail] = (self._draw(origin.families), origin)
            family, origin = families[name.tail]
            if name.head and name.head not in givens:
                givens[name.head] = self._initials(name.head) if _INITIALS.fullmatch(name.head) else self._draw(origin.given)
            given = givens[name.head] if name.head else ""
            if (
                name.head
                and tails.count(name.tail) == 1
                and not name.generation
                and self._happens(MONONYM)
                and (one := self._draw(self.pool.mononyms))
            ):
                self._claim({m: one if name.renamed(m, "A", "B", family_first=False) else None for m in person["mentions"]})
                continue
            if family is None or given is None:
                self._keep(person["mentions"])
                continue
            self._claim({m: name.renamed(m, given, family, family_first=origin.family_first) for m in person["mentions"]})

    def _initials(self, head: str) -> str:
        return re.sub(r"[A-Z]", lambda _: self.rng.choice(string.ascii_uppercase), head)


def _article(phrase: str) -> str:
    return "an " if re.match(r"(?!Eu|One\b|U[gknrs])[AEIOUÁÉÍÓÚÅÖ]", phrase) else "a "


def _renamable(competition: str) -> bool:
    """Whether a competition's name is more than a kind, and has no year or nation in it."""
    return " " in competition and not re.search(r"\d", competition) and not find_nations(competition)


@dataclass(frozen=True)
class _Name:
    """A person's name: head and tail are given and family name, mostly."""

    head: str
    tail: str
    generation: str = ""

    @classmethod
    def of(cls, person: dict[str, Any]) -> _Name:
        words = person["name"].split(" ")
        generation = words.pop() if len(words) > 1 and words[-1] in _GENERATION else ""
        core = " ".join(words)
        tails = [m for m in person["mentions"] if core.endswith(" " + m)]
        if tails:
            tail = max(tails, key=len)
        else:
            first = len(words) - 1
            while first > 1 and words[first - 1].casefold() in _PARTICLES:
                first -= 1
            tail = " ".join(words[first:])
        return cls(core[: len(core) - len(tail)].strip(), tail, generation)

    def renamed(self, mention: str, given: str, family: str, *, family_first: bool) -> str | None:
        """The mention's counterpart in the new name, or None if it is of a form that has none."""
        bare = mention.removesuffix(self.generation).rstrip(" ,") if self.generation else mention
        ending = mention[len(bare) :]
        whole = given if not family else family if not given else f"{family} {given}" if family_first else f"{given} {family}"
        first = self.head.split(" ")[0]
        if bare in (f"{self.head} {self.tail}".strip(), f"{first} {self.tail}".strip()):
            return whole + ending
        if bare == self.tail:
            return family + ending
        if self.head and bare in (self.head, first):
            return given + ending
        initials = bare.removesuffix(" " + self.tail)
        if initials != bare and _INITIALS.fullmatch(initials):
            letters = iter([w[0] for w in re.split(r"[\s-]", given) if w])
            return re.sub(r"[A-Z]", lambda m: next(letters, m[0]).upper(), initials) + f" {family}{ending}"
        return None


@dataclass(frozen=True)
class _Club:
    """A club's name: Real | Madrid, Leeds | United, Belfast | Giants."""

    prefix: str
    place: str
    style: str

    @classmethod
    def of(cls, name: str) -> _Club | None:
        words = name.split(" ")
        if not all(re.fullmatch(r"[A-Z][\w-]*[a-z][\w-]*|[AFRCS]{1,2}F?C", w) for w in words) or find_nations(name):
            return None
        prefix = words.pop(0) if len(words) > 1 and words[0] in _PREFIXES else ""
        styled = len(words) > 1 and (words[-1] in _STYLES or re.fullmatch(r"[A-Z][a-z]{2,}s", words[-1]))
        style = words.pop() if styled else ""
        return cls(prefix, " ".join(words), style)


# --- nations ---

_WITH_THE = frozenset(_listed("NED PHI BAH GAM USA UAE CZE DOM FRO CAY IOM"))
_NEVER_NEW = frozenset(_listed("ROC COD NZL LUX LIE HKG JEY GGY VAN"))  # without an adjective of their own
_NOUNS = frozenset(
    _listed("Briton Dane Spaniard Swede Turk Pole Finn Scot Icelander Englishman Irishman Frenchman Dutchman Welshman Manxman")
)


@dataclass(frozen=True)
class _Nation:
    code: str
    names: tuple[str, ...]
    people: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.names[0]

    @property
    def adjective(self) -> str:
        return self.people[0] if self.people else self.name

    @property
    def noun(self) -> str:
        return next((p for p in self.people if p in _NOUNS), self.adjective)

    @property
    def is_split(self) -> bool:
        """Whether its people are called otherwise than by its adjective: Danish, but a Dane."""
        return self.noun != self.adjective

    @property
    def is_target(self) -> bool:
        return bool(self.people) and self.code not in _NEVER_NEW

    @property
    def with_the(self) -> bool:
        return self.code in _WITH_THE

    @property
    def plural(self) -> str:
        if self.noun.endswith("man"):
            return self.noun[:-3] + "men"
        return self.noun if re.search(r"(?:ese|ss|sh|ch|[^aeiou]i)$", self.noun) else self.noun + "s"

    def counterpart(self, form: str, other: _Nation) -> str | None:
        """What this nation's form is of another: Briton -> Kenyan, Team GB -> Team Kenya; None if it has none."""
        for known in (*self.names, *self.people, *(p + "s" for p in self.people)):
            if form.isupper() and len(form) > 3 and form == known.upper() != known:
                upper = self.counterpart(known, other)
                return upper and upper.upper()
        if form in ("UK", "United Kingdom"):  # mostly the place
            return form
        if form in self.names:
            kept = next((p for p in ("Team ", "Republic of ", "The ") if form.startswith(p)), "")
            return kept + other.name
        if form.endswith("woman"):
            return next((p for p in other.people if p.endswith("woman")), other.noun)
        if form.endswith("men") or (form not in self.people and form.removesuffix("s") in self.people):
            return other.plural
        if form == self.noun or form in _NOUNS or form.endswith("man"):
            return other.noun if self.is_split else other.adjective
        return other.adjective if form in self.people else None


@cache
def _table() -> dict[str, _Nation]:
    return {code: _Nation(code, *(*groups, ())[:2]) for code, groups in nation_rows()}


def _code(team: str) -> str | None:
    """The nation that a side plays for; None for a club."""
    found = find_nations(team)
    plain = re.sub(r"(?:men|women)(?:['’]s)?|(?:national )?(?:team|side)|[Uu]nder-\d+s?|['’]s|\bA$", "", team).strip()
    return found[0].code if len(found) == 1 and found[0].text == plain else None


# --- marks ---

_DECIMAL = re.compile(
    r"(?<![\d.,:£$€])(\d+(?::\d\d)*\.)(\d{1,3})(?![\d.:,]*\d)(?!\s*(?:overs?\b|ov\b|%|per cent|[mb]illion|bn\b|[ap]\.?m\b|GMT|BST))"
)
_CLOCK = re.compile(r"(?<![\d.,:])(\d{1,2}:\d\d:)(\d\d)(?![\d.:]*\d)")
_SPOKEN = re.compile(r"(?<![\w.,:])(\d+ ?min(?:ute)?s?,?(?: and)? )(\d{1,2})( ?sec(?:ond)?s?)\b")


def _new_marks(gold: dict[str, Any], text: str, rng: random.Random) -> dict[str, str]:
    """New last digits for the times and distances; of those that have the rest in common the smaller stays the smaller."""
    fixed = " ".join(r[key] for r in gold["results"] for key in ("event", "round") if r.get(key))
    groups: dict[tuple[str, int, str], set[str]] = {}
    ranges: list[tuple[re.Pattern[str], Callable[[int], range]]] = [
        (_DECIMAL, lambda width: range(10**width)),
        (_CLOCK, lambda _: range(60)),
        (_SPOKEN, lambda width: range(10, 60) if width == 2 else range(1, 10)),
    ]
    new: dict[str, str] = {}
    for pattern, values in ranges:
        groups.clear()
        for m in pattern.finditer(text):
            if m[0] not in fixed:
                groups.setdefault((m[1], len(m[2]), m[3] if pattern is _SPOKEN else ""), set()).add(m[2])
        for (start, width, end), digits in groups.items():
            drawn = list(values(width))
            rng.shuffle(drawn)
            drawn = sorted(drawn[: len(digits)])
            new |= {f"{start}{old}{end}": f"{start}{value:0{width}d}{end}" for old, value in zip(sorted(digits), drawn, strict=False)}
    return new
