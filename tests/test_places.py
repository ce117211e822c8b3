"""Places and medals by the words beside a name, and who won by the verb between two."""

from __future__ import annotations

import re

import pytest

from pipeline.extract.beside import beside, independent, ranked
from pipeline.extract.places import Printed, further_places, phase, printed_place, says_history, says_only_hoped, says_unfinished, says_won
from pipeline.extract.verdicts import supposed, verdict

PLACES = [
    # what the news is better than
    ("", ", who had never been better than 22nd at this level.", None),
    ("", " was third, having never finished higher than ninth.", Printed(3, None)),
    ("", ", whose previous best here was fifth.", None),
    ("", " ran 2:24.10 to finish runner-up at ", Printed(2, None)),
    ("The men's 100m went to South Africa's ", " in 10.07.", Printed(1, None)),
    (", and the women's hammer went to ", ", who threw 72.10m", Printed(1, None)),
    ("The match went to ", " on points.", None),
    ("Gold was secured by Japan's ", " (249.66), with ", Printed(1, "gold")),
    ("", " had led qualifying with 80.03", Printed(1, None)),
    # what was not to be, and where one was on the way
    ("", " did not win silver.", None),
    ("", " failed to win gold in Rio.", None),
    ("", " has never won an Olympic gold.", None),
    ("", " would have taken silver.", None),
    ("", " hopes to finish third.", None),
    ("", " narrowly missed out on third place.", None),
    ("", " could not get beyond 12th", Printed(12, None)),
    ("", " lost the lead but took silver.", Printed(2, "silver")),
    ("", " missed last year's race but took silver.", Printed(2, "silver")),
    ("", " lost in the gold medal match.", None),
    ("", " beat the runner-up ", None),
    ("", " won the Silver Slugger award.", None),
    ("", " was beaten for the silver medal by a foot", None),
    ("", ", third at the last split, fell.", None),
    # what went before the news
    ("", " won the keirin, having taken silver in the sprint.", None),
    ("", " was third in the keirin after taking silver in the sprint.", Printed(3, None)),
    ("", " took silver after winning her heat.", Printed(2, "silver")),
    ("", " took silver in 10.04, ahead of ", Printed(2, "silver")),
    ("", " won the gold medal", Printed(1, "gold")),
    ("", " claimed bronze, with ", Printed(3, "bronze")),
    (" while bronze went to ", ".", Printed(3, "bronze")),
    ("In the 57kg the gold medal went to ", ", while the silver medal was won by ", Printed(1, "gold")),
    (", with silver for the Dutchwoman ", ".", Printed(2, "silver")),
    ("", " came home seventh in 31:07", Printed(7, None)),
    ("", " finished in 13th place", Printed(13, None)),
    ("", " was a distant fourth", Printed(4, None)),
    ("", ", second in 3:30.12, ", Printed(2, None)),
    ("", " tied for third on eight under", Printed(3, None)),
    (" ahead of the runner-up ", " and ", Printed(2, None)),
    (" was runner-up and ", " completed the podium.", Printed(3, None)),
    (" behind Norland's ", ", and there was bronze for ", None),  # the next name's
    ("", " lost the bronze-medal race to ", None),
    ("", " won C5 silver", Printed(2, "silver")),
    (" from third-placed ", ".", Printed(3, None)),
    ("", " held on to third in 2:09.32", Printed(3, None)),
    ("", " dug deep to grab second in 2:09.69", Printed(2, None)),
    ("", " of Norland third", Printed(3, None)),
    ("", " and Brave Lad seventh.", Printed(7, None)),
    ("", " (fourth) and ", Printed(4, None)),
    ("", " claimed the runners-up spot", Printed(2, None)),
    ("", " completed the podium", Printed(3, None)),
    ("Third was the Norlander ", " in 15:03.61", Printed(3, None)),
    ("2nd place went to the Norlander ", ".", Printed(2, None)),
    ("; 3= ", " (Nor) 1:48.62", Printed(3, None)),
    ("Third, in 4:10.02, was ", ".", Printed(3, None)),
    ("Third on the climb, as in the standings, came the German, ", ".", Printed(3, None)),
    ("Fourth was Perth's ", ", in 3:11:40", Printed(4, None)),
    ("For Norland, ", "'s fifth place, with 5.80m, was the best", Printed(5, None)),
    ("", "'s women took silver", Printed(2, "silver")),
    ("; the bronze went, to general surprise, to ", ".", Printed(3, "bronze")),
    ("", " of Great Britain was third, ", Printed(3, None)),
    ("", " had been 41st in the sprint", Printed(41, None)),
    ("", " could not get beyond 12th", Printed(12, None)),
    ("", " broke the record, which left her third behind the new holder ", Printed(3, None)),
    ("", " had to be satisfied with fourth place", Printed(4, None)),
    ("", " finished third, taking the bronze", Printed(3, "bronze")),
    ("", " finished eighth, 28.5 behind gold medal winner ", Printed(8, None)),
    ("", " winning the battle for bronze", Printed(3, "bronze")),
    ("", "'s fifth in the big air", Printed(5, None)),
    ("Victory went to ", ", ", Printed(1, None)),
    ("The race was won by ", ", with ", Printed(1, None)),
    (" was beaten into second by ", ", and ", Printed(1, None)),
    ("Gold went to ", ", silver to ", Printed(1, "gold")),
    (", with ", " rounding out the top five.", Printed(5, None)),
    # not a place
    ("", " were second in the standings after four dives", None),
    ("", " was ninth at the 100-metre mark", None),
    ("", " was in second place before being passed on the line", None),
    (", runner-up to ", " a year ago", None),
    (" and runner-up in Norhavn to ", ", leads", None),
    ("", "'s team-mate was third", None),
    ("Gold: ", " (Nor) 10.65; silver: ", Printed(1, "gold")),
    ("; silver: ", " (Nor) 10.72; bronze: ", Printed(2, "silver")),
    ("", " missed out on a third gold by a hundredth", None),
    ("", " was denied the silver medal by a touch", None),
    ("", " got the better of France in a sprint for third", None),
    ("", " needed to be ninth or better", None),
    ("", " are the favourites for gold", None),
    ("", " stood third going into the final", None),
    (" a fifth-placed finisher behind ", " a year ago", None),
    ("", " was second on 14.9; the bronze went, to general surprise, to ", Printed(2, None)),
    ("", " won by a tenth.", None),
    ("", ", who had qualified in eighth and last place,", None),
    ("", " was eighth at the bell", None),
    ("", " posted 17 gold, 16 silver", None),
    ("No. 3 ", " were stunned", None),
    ("", " rued a 60-second lapse", None),
    ("", ", the Olympic silver medallist, ", None),
    ("", " won his third title in a row", None),
    ("", " scored in the second half", None),
    ("", " took the second set 6-3", None),
    ("", " hit a second-minute opener", None),
    ("", " ran on the Gold Coast", None),
    ("", " led from the start", None),
]


@pytest.mark.parametrize(("before", "after", "wanted"), PLACES)
def test_printed_place(before: str, after: str, wanted: Printed | None) -> None:
    assert printed_place(before, after) == wanted


LISTED = [
    (" were third and fourth, respectively", (3, 4)),
    (" took silver and bronze respectively", (2, 3)),
    (" finished 12th and 13th in the final", (12, 13)),
    (" tied for third", (3, 3)),
]


@pytest.mark.parametrize(("after", "wanted"), LISTED)
def test_places_of_a_list(after: str, wanted: tuple[int, int]) -> None:
    places = [printed_place("", after, order, 2) for order in (0, 1)]
    assert tuple(p.place for p in places if p) == wanted


# the words before and after *the name*, with the other [names] of the sentence
BESIDE = [
    ("*Roth* won from [Lin].", "|won from"),
    ("[Roth] won from *Lin* in 3:30.", "won from|in 3:30."),
    ("[Roth] and *Lin* were third and fourth.", "|were third and fourth."),
    ("[Norland]'s *Roth* was third.", "Norland's|was third."),
    ("Third was the [Ferrari] of Norland's *Roth*.", "Third was the Ferrari of Norland's|."),
    ("[Roth] was fourth with *Lin* of [Norland] fifth.", "was fourth with|of Norland fifth."),
    ("*Roth*, who joins [Lin] next year, finished third.", "|finished third."),
    ("[Dell] was third behind *Roth*, having won silver in Rio.", "was third behind|"),
    # what follows an object is said of the subject
    ("*Roth* beat [Lin] to take gold.", "|to take gold."),
    ("[Roth] beat *Lin* to take gold.", "beat|"),
    ("[Roth] was eight points behind *Lin* and came third.", "was eight points behind|"),
    ("*Roth* was eight points behind [Lin] and came third.", "|and came third."),
    # the number of a list, taken for the end of a sentence
    ("1. Roth 3:54.1 2. *Lin* (Nor) 3:55.0", "2.|(Nor) 3:55.0"),
]


@pytest.mark.parametrize(("marked", "wanted"), BESIDE)
def test_beside(marked: str, wanted: str) -> None:
    text = re.sub(r"[*\[\]]", "", marked)
    names: list[tuple[int, int]] = []
    own, at = (0, 0), 0
    for piece in re.split(r"(\*\w+\*|\[\w+\])", marked):
        bare = piece.strip("*[]") if piece[:1] in ("*", "[") else piece
        if bare != piece:
            names.append((at, at + len(bare)))
            own = names[-1] if piece[0] == "*" else own
        at += len(bare)
    sides = [n for n in names if text[slice(*n)] in ("Norland", "Ferrari")]
    people = [n for n in names if n not in sides]
    start = text.index("2.") + 3 if text.startswith("1.") else 0  # where the sentence was thought to begin
    words = beside(text, own, independent(text, people, sides), (start, len(text)))
    assert f"{words.before.strip()}|{words.after.strip()}" == wanted


RANKED = [
    ("[Roth] won ahead of [Lin] and [Okoro].", ["Roth > Lin, Okoro"]),
    ("[Roth] was third, followed by [Lin].", ["Roth > Lin"]),
    ("[Roth] won, followed by [Lin] and hosts [Okoro].", ["Roth > Lin, Okoro"]),
    ("[Roth] (27:43) and his cousin [Lin] (27:44) took silver and bronze behind [Okoro].", ["Roth < Okoro"]),
    ("[Roth] won ahead of Jamaican [Lin] and fellow American [Okoro].", ["Roth > Lin, Okoro"]),
    ("[Roth] finished third behind [Lin] and [Okoro].", ["Roth < Lin, Okoro"]),
    ("[Roth] edged out the Norlander [Lin] by a tenth.", ["Roth > Lin"]),
    ("[Roth] won ahead of Norland's [Lin] (50.12) and Jamaica's [Okoro] (50.40).", ["Roth > Lin, Okoro"]),
    ("[Roth] won the 400m in 49.87 from [Lin] of Norland (50.12) and [Okoro] (50.40).", ["Roth > Lin, Okoro"]),
    ("[Roth] was beaten by [Lin] and [Okoro].", ["Roth < Lin, Okoro"]),
    ("[Roth] was beaten in the butterfly by [Lin], who clocked 51.20.", ["Roth < Lin"]),
    ("[Roth] was second on 13 under, one better than [Lin].", ["Roth > Lin"]),
    ("[Roth] and [Lin] were pleased.", []),
    ("[Roth] signed from [Lin].", []),
]


@pytest.mark.parametrize(("marked", "wanted"), RANKED)
def test_ranked(marked: str, wanted: list[str]) -> None:
    text, names = re.sub(r"[\[\]]", "", marked), []
    for n, m in enumerate(re.finditer(r"\[(\w+)\]", marked)):
        names.append((m.start() - 2 * n, m.start() - 2 * n + len(m[1])))
    found = [(text[slice(*a)], [text[slice(*b)] for b in others], step) for a, others, step in ranked(text, names)]
    assert [f"{a} {'>' if step > 0 else '<'} {', '.join(others)}" for a, others, step in found] == wanted


SAID = [
    # the words after a name, and whether they say: won, did not finish, is history
    (" won the 60m in 6.49", (True, False, False)),
    (" took the rings", (True, False, False)),
    (" took the lead", (False, False, False)),
    (" claimed a fourth title", (True, False, False)),
    (", second last year, was third", (False, False, True)),
    (" had won here before", (True, False, True)),
    (" took gold in 2019", (True, False, True)),
    (" is the holder,", (False, False, True)),
    (" pulled up on the last bend", (False, True, False)),
    (" was disqualified for a false start", (False, True, False)),
    (" led at halfway", (False, False, False)),
    (" won't run on Sunday", (False, False, False)),
    (" almost won the race", (False, False, False)),
    (" hoped to win the title", (False, False, False)),
    (" won the toss", (False, False, False)),
    (" won the points race", (True, False, False)),
    (" scored the winner", (False, False, False)),
    (" won the 100m ahead of last year's champion", (True, False, False)),
    (" did not finish on the podium", (False, False, False)),
    (" did not start well but won", (True, False, False)),
    (" didn't finish", (False, True, False)),
    (" could not win a medal", (False, False, False)),
    (" failed to retain her title", (False, False, False)),
    (" has never won here", (False, False, False)),
    (" never looked like losing and won in 10.04", (True, False, False)),
    (", champions in 2014, have taken bronze at four of the last five", (False, False, True)),
]


@pytest.mark.parametrize(("after", "wanted"), SAID)
def test_said_of_a_name(after: str, wanted: tuple[bool, bool, bool]) -> None:
    assert (says_won(after), says_unfinished(after), says_history(after)) == wanted


VERDICTS = [
    (" retired from her semi-final against ", "beaten"),
    (" withdrew before ", None),
    (" beat ", "beats"),
    (" eased past the fourth seed ", "beats"),
    (" were too strong for ", "beats"),
    (" knocked out the holders ", "beats"),
    (" claimed a 3-1 victory over ", "beats"),
    (" came from two sets down to beat ", "beats"),
    (" lost 6-3 6-2 to ", "beaten"),
    (" were beaten 2-0 by ", "beaten"),
    (" went down 21-14 at ", "beaten"),
    (" slumped to a heavy defeat at the hands of ", "beaten"),
    (", stunned in the first round by ", "beaten"),
    (" was knocked out of the Tarn Open in the second round by Norland's ", "beaten"),
    (" were no match for ", "beaten"),
    (" failed to stop ", "beaten"),
    (" inflicted a 3-1 defeat on ", "beats"),
    (" drew 1-1 with ", "draws"),
    (" held on to beat ", "beats"),
    (" held his nerve to beat ", "beats"),
    (" ran in six tries to beat ", "beats"),
    (" was dethroned last year by ", "beaten"),
    (" were downed 3-1 by ", "beaten"),
    (" could not contain his joy after beating ", None),
    (" slipped to 98-7 against ", None),
    (" couldn't beat ", None),
    (" almost beat ", None),
    (" lost the first set to ", None),
    (" won on points against ", "beats"),
    (" were held to a goalless draw by ", "draws"),
    # nobody won
    (" and ", None),
    (" will hope to beat ", None),
    (" could lose to ", None),
    (" signed from ", None),
    (" meet ", None),
]


SUPPOSED = [
    ("", " require another 168 runs with six wickets in hand to beat ", ".", True),
    ("", " needed three sets to beat ", ".", False),
    ("If ", " beat ", " 2-0 they will go top.", True),
    ("Can ", " beat ", "?", True),
    ("", " need to win 3-0 against ", " to go on.", True),
    ("", " are favourites to beat ", ".", True),
    ("", " should have beaten ", " last week.", True),
    ("", " could yet lose to ", ".", True),
    ("", " ran in six tries to beat ", " 40-12.", False),
    ("", " took the deciding set to beat ", ".", False),
    ("", " held out to beat ", ".", False),
    ("", " are set to beat ", ".", True),
    ("Should ", " beat ", " they will go top.", True),
    ("Will Hale's ", " beat ", " 2-0.", False),
    ("", " were able to beat ", " 2-0.", False),
    ("", " are unable to beat ", ".", True),
    # so it was, whatever else may come
    ("", " beat ", " 2-0 and will go top if they win again.", False),
    ("", ", who could win the league, beat ", " 2-0.", False),
    ("", ", who needed to win, drew with ", ".", False),
    ("", " may have beaten ", " but they were poor.", False),
    ("It is not known if Hale will play, but ", " beat ", " 2-0.", False),
]


@pytest.mark.parametrize(("before", "between", "after", "wanted"), SUPPOSED)
def test_a_win_that_is_only_supposed(before: str, between: str, after: str, wanted: bool) -> None:
    assert supposed(before, between, after) is wanted


@pytest.mark.parametrize(("between", "wanted"), VERDICTS)
def test_verdict(between: str, wanted: str | None) -> None:
    assert verdict(between) == wanted


@pytest.mark.parametrize(
    ("after", "won", "hoped"),
    [
        (" seemed on course for a second win until she fell", False, True),
        (" was heading for victory until the last bend", False, True),
        (" had her hopes of gold ended by a fall", False, True),
        (" was heading for gold and won in 10.04", True, False),
        (" is chasing a fourth title", False, True),
        (" won a second title on the line", True, False),
    ],
)
def test_a_win_in_sight_is_none(after: str, won: bool, hoped: bool) -> None:
    assert (says_won(after), says_only_hoped(after)) == (won, hoped)


@pytest.mark.parametrize(
    ("after", "wanted"),
    [
        (" was fourth in the kayak and 10th in the canoe.", [10]),
        (" took gold in the 100m, silver in the 200m and bronze in the relay.", [2, 3]),
        (" won the 100m and was third in the 200m", [3]),
        (" was second on the stage and moved up to third overall.", [3]),
        (" finished eighth in 2020 and fifth the following year", [5]),
        # of one place only
        (" was third, first of the Britons.", []),
        (" won in 10.04, third on the all-time list", []),
        (" was third and fourth-placed ", []),
    ],
)
def test_further_places(after: str, wanted: list[int]) -> None:
    assert [said.place for _, said in further_places(after)] == wanted


@pytest.mark.parametrize(
    ("clause", "wanted"),
    [
        (" was only ninth in the semi-final", "semi-final"),
        (" won her heat in 2:01.40", "heat"),
        (" was second in the first round", "qualifying"),
        (" is third in the overall standings", "overall"),
        (" finished fifth in the final after winning a heat", None),
        (" finished third to reach the semi-finals", None),
        (" was seventh in 2:14:20, which is inside the qualifying time", None),
        (" won while the others went out in the heats", None),
    ],
)
def test_phase(clause: str, wanted: str | None) -> None:
    assert phase(clause) == wanted


def test_a_sentence_of_many_names_and_commas_is_read_to_its_end() -> None:
    text = "Roth won the " + "100m, and Lin the 200m and the Okoro the 400m, the Dell the relay and " * 40 + "Moe was third."
    own = text.index("Moe")
    assert beside(text, (own, own + 3), [(0, 4), (own, own + 3)], (0, len(text))).after == " was third."
