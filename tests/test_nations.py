"""Nations by name, adjective and people."""

from __future__ import annotations

import pytest

from pipeline.extract.nations import country_code, find_nations, nation_names

CODES = [
    ("Kenya", "KEN"), ("Kenyan", "KEN"), ("the Kenyans", "KEN"), ("KENYA", "KEN"), ("kenya", "KEN"), ("Kenya's", "KEN"), ("Kenya’s", "KEN"),
    ("Great Britain", "GBR"), ("British", "GBR"), ("the Briton", "GBR"), ("Britons", "GBR"), ("GB", "GBR"),
    ("Netherlands", "NED"), ("Dutch", "NED"), ("Dutchwoman", "NED"), ("Holland", "NED"),
    ("South Korea", "KOR"), ("North Korean", "PRK"), ("Ivory Coast", "CIV"), ("Trinidad and Tobago", "TTO"),
    ("England", "ENG"), ("Scottish", "SCO"), ("Welsh", "WAL"), ("Northern Ireland", "NIR"),
    ("Ashby", None), ("the", None), ("us", None), ("US", "USA"), ("gb", "GBR"), ("it", None), ("", None), (None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code"), CODES)
def test_the_code_of_a_nation(text: str | None, code: str | None) -> None:
    assert country_code(text) == code


SENTENCES = [
    ("Kenya's Okoro beat the Ethiopian by a stride.", [("Kenya", "KEN"), ("Ethiopian", "ETH")]),
    ("South Korean and North Korean divers shook hands.", [("South Korean", "KOR"), ("North Korean", "PRK")]),
    ("THE NETHERLANDS BEAT FRANCE", [("NETHERLANDS", "NED"), ("FRANCE", "FRA")]),
    ("NEW ZEALAND BEAT FRANCE", [("NEW ZEALAND", "NZL"), ("FRANCE", "FRA")]),
    ("The Brazil-born winger chose Portugal.", [("Brazil", "BRA"), ("Portugal", "POR")]),
    ("The Netherlands lost in The Gambia.", [("Netherlands", "NED"), ("Gambia", "GAM")]),
    ("Two Swedes and a Frenchwoman led.", [("Swedes", "SWE"), ("Frenchwoman", "FRA")]),
    ("Polish your shoes before the Kenyatta Cup.", [("Polish", "POL")]),
    ("Team-mates from turkey farms sang in spanish.", []),
    ("Anglo-Irish and pre-Chinese are left alone, as is the Finnmark.", []),
]


@pytest.mark.parametrize(("text", "nations"), SENTENCES)
def test_nations_in_prose(text: str, nations: list[tuple[str, str]]) -> None:
    found = find_nations(text)
    assert [(n.text, n.code) for n in found] == nations
    assert all(text[n.start : n.end] == n.text for n in found)


def test_names_of_nations_are_told_from_their_peoples() -> None:
    assert {"Kenya", "Great Britain"} <= nation_names()
    assert not {"Kenyan", "Briton", "British"} & nation_names()
