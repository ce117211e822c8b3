"""The network: it is BERT where it says so, it reads long articles whole, its pooling is what it claims."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch
from torch import nn

from pipeline.extract.network import Config, Encoder, Links, Reader

SMALL = Config(
    tags=("O", "B-PERSON", "I-PERSON"),
    ner_tags=("O", "B-PER", "I-PER"),
    roles=("athlete", "coach"),
    kinds=("report", "news"),
    sports=("athletics", "football"),
    standings=("none", "win 1"),
    deeds=("none", "goal"),
    details=("person", "final score"),
    relations={"mark": ("none", "owner")},
    vocabulary=50,
    hidden=24,
    layers=2,
    heads=3,
    intermediate=40,
    positions=32,
    node=8,
    node_heads=2,
)


def theirs(config: Config) -> nn.Module:
    from transformers import BertConfig, BertModel

    return BertModel(
        BertConfig(
            vocab_size=config.vocabulary, hidden_size=config.hidden, num_hidden_layers=config.layers, num_attention_heads=config.heads,
            intermediate_size=config.intermediate, max_position_embeddings=config.positions,
        ),
        add_pooling_layer=False,
    ).eval()  # fmt: skip


def copied(bert: nn.Module, config: Config) -> Encoder:
    """Our encoder with the weights of transformers' BERT."""
    old = bert.state_dict()
    encoder = Encoder(config).eval()
    new = {
        "words.weight": old["embeddings.word_embeddings.weight"],
        "position.weight": old["embeddings.position_embeddings.weight"] + old["embeddings.token_type_embeddings.weight"][0],
        "shape.weight": encoder.shape.weight,
        "norm.weight": old["embeddings.LayerNorm.weight"],
        "norm.bias": old["embeddings.LayerNorm.bias"],
    }
    parts = {"attention.output.dense": "out", "attention.output.LayerNorm": "attention_norm", "intermediate.dense": "up"}
    parts |= {"output.dense": "down", "output.LayerNorm": "norm"}
    for n in range(config.layers):
        for kind in ("weight", "bias"):
            at = f"encoder.layer.{n}."
            new[f"layers.{n}.qkv.{kind}"] = torch.cat([old[f"{at}attention.self.{x}.{kind}"] for x in ("query", "key", "value")])
            new |= {f"layers.{n}.{ours}.{kind}": old[f"{at}{name}.{kind}"] for name, ours in parts.items()}
    encoder.load_state_dict(new)
    return encoder


@pytest.mark.parametrize("lengths", [(7,), (9, 4), (32, 1, 12)])
def test_the_encoder_is_bert(lengths: tuple[int, ...]) -> None:
    torch.manual_seed(1)
    bert = theirs(SMALL)
    pieces = torch.zeros(len(lengths), max(lengths), dtype=torch.long)
    for row, length in enumerate(lengths):
        pieces[row, :length] = torch.randint(1, SMALL.vocabulary, (length,))
    with torch.inference_mode():
        ours = copied(bert, SMALL)(pieces, torch.zeros_like(pieces))
        wanted = bert(pieces, attention_mask=(pieces != 0).long()).last_hidden_state
    for row, length in enumerate(lengths):
        torch.testing.assert_close(ours[row, :length], wanted[row, :length], atol=1e-5, rtol=1e-4)


def test_the_config_survives_json() -> None:
    assert Config.from_json(SMALL.to_json()) == SMALL
    assert Config.from_json(replace(SMALL, layers=3).to_json()).layers == 3


@pytest.mark.parametrize(("start", "end"), [(0, 1), (2, 6), (0, 10), (4, 4), (7, 3)])
def test_pooling_is_a_log_sum_exp_over_the_stretch(start: int, end: int) -> None:
    torch.manual_seed(2)
    reader = Reader(SMALL).eval()
    tokens = torch.randn(10, SMALL.hidden)
    with torch.inference_mode():
        pooled = reader.pooled(reader.contexts(tokens), torch.tensor([[start, end]]))[0]
        inner = 6 * torch.tanh(reader.context(tokens) / 6)
    wanted = inner[start:end].logsumexp(0) if end > start else torch.zeros(SMALL.node)
    torch.testing.assert_close(pooled, wanted, atol=1e-4, rtol=1e-4)


def test_a_node_is_its_first_last_and_mean_token() -> None:
    reader = Reader(SMALL).eval()
    tokens = torch.randn(6, SMALL.hidden)
    spans, details = torch.tensor([[1, 3], [5, 5]]), torch.tensor([0, 1])
    with torch.inference_mode():
        nodes = reader.nodes(tokens, spans, details)
        joined = torch.cat([tokens[1], tokens[3], tokens[1:4].mean(0)])
        wanted = nn.functional.gelu(reader.span(joined) + reader.detail.weight[0])
    assert nodes.shape == (2, SMALL.node)
    torch.testing.assert_close(nodes[0], wanted, atol=1e-5, rtol=1e-4)


def linked(sizes: list[int]) -> Links:
    """Articles of so many nodes, all in one place and of different names."""
    most, nothing = max(sizes), torch.zeros(len(sizes), max(sizes), max(sizes), dtype=torch.long)
    filled = torch.arange(most) < torch.tensor(sizes)[:, None]
    return Links(nothing, nothing, torch.eye(most, dtype=torch.long).expand_as(nothing), filled, filled.flatten().nonzero().squeeze(1))


def test_nodes_are_told_of_the_others_once_training_says_so() -> None:
    torch.manual_seed(3)
    reader = Reader(SMALL).eval()
    around = torch.randn(4, 3 * SMALL.node)
    changed = torch.cat([around[:3], torch.randn(1, 3 * SMALL.node)])
    links = linked([4])
    with torch.inference_mode():
        torch.testing.assert_close(reader.among(around, links), around)
        nn.init.normal_(reader.told.weight)
        told, otherwise = reader.among(around, links), reader.among(changed, links)
    assert not torch.allclose(told[:3, : SMALL.node], otherwise[:3, : SMALL.node])
    torch.testing.assert_close(told[:, SMALL.node :], around[:, SMALL.node :])  # the words around a node stay its own


def test_articles_side_by_side_tell_one_another_nothing() -> None:
    torch.manual_seed(3)
    reader = Reader(SMALL).eval()
    nn.init.normal_(reader.told.weight)
    sizes = [4, 1, 0, 6]
    articles = [torch.randn(n, 3 * SMALL.node) for n in sizes]
    alone = [reader.among(nodes, linked([len(nodes)])) for nodes in articles if len(nodes)]
    torch.testing.assert_close(reader.among(torch.cat(articles), linked(sizes)), torch.cat(alone))
    reader.among(torch.cat(articles), linked(sizes)).sum().backward()
    assert all(p.grad.isfinite().all() for p in reader.node_layers.parameters() if p.grad is not None)
