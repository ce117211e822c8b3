"""The learned reader's network: one small BERT encoder, read once, and the heads that stand on it.

The encoder is BERT (Devlin et al. 2019, arXiv:1810.04805) in the size of all-MiniLM-L6-v2, with one addition: the vocabulary
is uncased, so the shape of each word (capitals, digits, first on its line) is embedded beside the word piece.
Only torch is imported: transformers' BERT costs seconds of start-up that a command-line tool has not got.

Shapes in comments: B windows, L word pieces, T tokens of an article, H = `Config.hidden`, N nodes, P pairs.
Rows are taken with `index_select`, whose gradient is added up in parallel where that of `x[i]` is sorted first.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

MEETINGS = 4  # what may have come of two competitors' match: none is reported, the left one won, the right one won, a draw
MAX_CONTEXT = 6.0  # bound of the values summed exponentially in `pooled`: float32 sums stay exact enough over an article


@dataclass(frozen=True)
class Config:
    """What the weights were trained with; stands beside them as config.json."""

    tags: tuple[str, ...]
    ner_tags: tuple[str, ...]
    roles: tuple[str, ...]
    kinds: tuple[str, ...]
    sports: tuple[str, ...]
    standings: tuple[str, ...]
    deeds: tuple[str, ...]
    details: tuple[str, ...]
    relations: dict[str, tuple[str, ...]]
    vocabulary: int = 30522
    hidden: int = 384
    layers: int = 6
    heads: int = 12
    intermediate: int = 1536
    positions: int = 512
    shapes: int = 16
    node: int = 192
    distances: int = 16
    numbers: int = 10
    said: int = 8
    node_layers: int = 2
    node_heads: int = 6

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Config:
        """The config that `to_json` wrote."""
        lists = {k: tuple(v) for k, v in values.items() if isinstance(v, list)}
        relations = {k: tuple(v) for k, v in values["relations"].items()}
        return cls(**{**values, **lists, "relations": relations})

    def to_json(self) -> dict[str, Any]:
        """Plain values for a JSON file."""
        return asdict(self)


class Layer(nn.Module):
    """Self-attention and a feed-forward step, each with its residual, normalised after (as BERT has it)."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.heads = config.heads
        self.qkv = nn.Linear(config.hidden, 3 * config.hidden)
        self.out = nn.Linear(config.hidden, config.hidden)
        self.attention_norm = nn.LayerNorm(config.hidden, eps=1e-12)
        self.up = nn.Linear(config.hidden, config.intermediate)
        self.down = nn.Linear(config.intermediate, config.hidden)
        self.norm = nn.LayerNorm(config.hidden, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """(B, L, H) and an additive mask (B, 1, 1, L) -> (B, L, H)."""
        batch, length, hidden = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        attended = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.attention_norm(x + self.dropout(self.out(attended.transpose(1, 2).reshape(batch, length, hidden))))
        return self.norm(x + self.dropout(self.down(functional.gelu(self.up(x)))))  # type: ignore[no-any-return]


class Encoder(nn.Module):
    """Word pieces with their shapes -> one vector for each."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.words = nn.Embedding(config.vocabulary, config.hidden)
        self.position = nn.Embedding(config.positions, config.hidden)
        self.shape = nn.Embedding(config.shapes, config.hidden)
        self.norm = nn.LayerNorm(config.hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(config) for _ in range(config.layers))
        self.dropout = nn.Dropout(0.1)
        nn.init.zeros_(self.shape.weight)  # the pretrained encoder is unchanged until training says otherwise

    def forward(self, pieces: Tensor, shapes: Tensor) -> Tensor:
        """(B, L) word-piece ids, 0 being padding, and (B, L) shape ids -> (B, L, H)."""
        x = self.words(pieces) + self.position.weight[: pieces.shape[1]] + self.shape(shapes)
        x = self.dropout(self.norm(x))
        padding = pieces == 0
        mask = None
        if padding.any():
            mask = torch.zeros(pieces.shape, dtype=x.dtype, device=x.device).masked_fill(padding, torch.finfo(x.dtype).min)[
                :, None, None, :
            ]
        for layer in self.layers:
            x = layer(x, mask)
        return x  # type: ignore[no-any-return]


class NodeLayer(nn.Module):
    """Self-attention among an article's nodes and a feed-forward step, each normalised before and added.

    How strongly a node attends to another depends on their vectors, on how far apart they stand and on whether both name one thing.
    """

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.heads = config.node_heads
        self.attention_norm, self.norm = nn.LayerNorm(config.node), nn.LayerNorm(config.node)
        self.qkv = nn.Linear(config.node, 3 * config.node)
        self.out = nn.Linear(config.node, config.node)
        self.up = nn.Linear(config.node, 2 * config.node)
        self.down = nn.Linear(2 * config.node, config.node)
        self.near = nn.Embedding(config.distances, config.node_heads)
        self.apart = nn.Embedding(config.distances, config.node_heads)
        self.same = nn.Embedding(2, config.node_heads)
        self.dropout = nn.Dropout(0.2)
        for bias in (self.near, self.apart, self.same):
            nn.init.zeros_(bias.weight)

    def forward(self, x: Tensor, links: Links) -> Tensor:
        """The nodes of A articles (A, M, node) -> (A, M, node)."""
        q, k, v = self.qkv(self.attention_norm(x)).view(*x.shape[:2], 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        bias = (self.near(links.tokens_apart) + self.apart(links.sentences_apart) + self.same(links.same)).permute(0, 3, 1, 2)
        bias = bias.to(q.dtype)
        bias = bias.masked_fill(~links.filled[:, None, None], torch.finfo(bias.dtype).min)
        attended = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        x = x + self.dropout(self.out(attended.transpose(1, 2).reshape(x.shape)))
        return x + self.dropout(self.down(functional.gelu(self.up(self.norm(x)))))  # type: ignore[no-any-return]


def head(inputs: int, inner: int, outputs: int) -> nn.Sequential:
    """A small classifier with one inner layer."""
    return nn.Sequential(nn.Dropout(0.3), nn.Linear(inputs, inner), nn.GELU(), nn.Dropout(0.3), nn.Linear(inner, outputs))


class Reader(nn.Module):
    """The encoder and its heads: tags for tokens, classes for nodes (mentions, marks), relations for pairs of nodes."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.config = config
        self.encoder = Encoder(config)
        self.dropout = nn.Dropout(0.1)
        self.tag = nn.Linear(config.hidden, len(config.tags))
        self.ner = nn.Linear(config.hidden, len(config.ner_tags))
        self.kind = head(2 * config.hidden, config.node, len(config.kinds))
        self.sport = head(2 * config.hidden, config.node, len(config.sports))
        self.span = nn.Linear(3 * config.hidden, config.node)
        self.detail = nn.Embedding(len(config.details), config.node)
        self.context = nn.Linear(config.hidden, config.node)
        self.distance = nn.Embedding(config.distances, 32)
        self.situated = nn.Linear(3 * config.node, config.node)
        self.node_layers = nn.ModuleList(NodeLayer(config) for _ in range(config.node_layers))
        self.told = nn.Linear(config.node, config.node)
        nn.init.zeros_(self.told.weight)  # a node is what its own words say until training says otherwise
        nn.init.zeros_(self.told.bias)
        self.role = head(config.node, config.node, len(config.roles))
        self.standing = head(3 * config.node, config.node, len(config.standings) + 2)  # and: is it history, was it a medal
        self.deed = head(3 * config.node, config.node, len(config.deeds))
        pair = 5 * config.node + 2 * 32 + 2
        self.pairs = nn.ModuleDict({name: head(pair, config.node, len(labels) + 1) for name, labels in config.relations.items()})
        self.entity = nn.Linear(6 * config.node, config.node)
        self.side = head(config.node, config.node, 1)  # is it a side that plays, or a mere place
        self.unattached = head(config.node, config.node, 1)  # the article ties the person to no nation or club
        both = 3 * config.node + 2 * 32 + config.numbers
        self.same = head(both, config.node, 1)
        self.ties = head(both + 1, config.node, 1)
        self.met = head(both + config.said, config.node, 2 * MEETINGS)
        self.gist = nn.Linear(2 * config.hidden, config.node)

    def tokens(self, pieces: Tensor, shapes: Tensor, first: Tensor) -> Tensor:
        """Encoded windows (B, L), and for each token the flat index of its first word piece in them (T,) -> (T, H)."""
        states = self.encoder(pieces, shapes)
        return self.dropout(states.reshape(-1, states.shape[-1]).index_select(0, first))  # type: ignore[no-any-return]

    def document(self, tokens: Tensor) -> Tensor:
        """(T, H) -> (2H,): what the article as a whole is about."""
        return torch.cat([tokens.mean(0), tokens.amax(0)])

    def nodes(self, tokens: Tensor, spans: Tensor, details: Tensor) -> Tensor:
        """Token states (T, H), spans (N, 2) of first and last token, details (N,) -> (N, node)."""
        first, last = spans.unbind(1)
        sums = functional.pad(tokens.cumsum(0), (0, 0, 1, 0))
        mean = (sums.index_select(0, last + 1) - sums.index_select(0, first)) / (last + 1 - first)[:, None]
        x = self.span(torch.cat([tokens.index_select(0, first), tokens.index_select(0, last), mean], -1)) + self.detail(details)
        return functional.gelu(x)

    def contexts(self, tokens: Tensor) -> Tensor:
        """(T, H) -> (T + 1, node): running sums from which `pooled` reads any stretch of the article at once."""
        x = MAX_CONTEXT * torch.tanh(self.context(tokens) / MAX_CONTEXT)
        return functional.pad(x.double().exp().cumsum(0), (0, 0, 1, 0))

    def pooled(self, contexts: Tensor, stretches: Tensor) -> Tensor:
        """A soft maximum (log-sum-exp) over the tokens of each stretch (P, 2), first and one past the last -> (P, node)."""
        first, end = stretches.unbind(1)
        total = contexts.index_select(0, end) - contexts.index_select(0, first)
        empty = (end <= first)[:, None]
        return total.clamp_min(1e-6).log().masked_fill(empty, 0.0).to(self.span.weight.dtype)

    def around(self, nodes: Tensor, contexts: Tensor, before: Tensor, after: Tensor) -> Tensor:
        """Nodes (N, node) with the stretches of their sentence before and after them (N, 2) -> (N, 3 * node)."""
        return torch.cat([nodes, self.pooled(contexts, before), self.pooled(contexts, after)], -1)

    def among(self, around: Tensor, links: Links) -> Tensor:
        """What `around` gives for all nodes of some articles (N, 3 * node) -> (N, 3 * node), each node told of its article's others."""
        own = functional.gelu(self.situated(around))
        size = own.shape[1]
        # articles side by side: a layer is then one step on a GPU, however many they are
        x = own.new_zeros(links.filled.numel(), size).index_copy(0, links.place, own).view(*links.filled.shape, size)
        for layer in self.node_layers:
            x = layer(x, links)
        told = self.told(x.view(-1, size).index_select(0, links.place))
        return torch.cat([around[:, :size] + told, around[:, size:]], -1)

    def related(self, relation: str, nodes: Tensor, contexts: Tensor, pairs: Pairs) -> Tensor:
        """Logits (P, labels + 1) of a relation; the last one tells the past (positive) from the present."""
        a, b = nodes.index_select(0, pairs.left), nodes.index_select(0, pairs.right)
        between, after = self.pooled(contexts, pairs.between), self.pooled(contexts, pairs.after)
        distances = [self.distance(pairs.tokens_apart), self.distance(pairs.sentences_apart)]
        return self.pairs[relation](torch.cat([a, b, a * b, between, after, *distances, pairs.flags], -1))  # type: ignore[no-any-return]

    def entities(self, around: Tensor, entity: Tensor, node: Tensor, whole: Tensor) -> Tensor:
        """What `around` gives for the nodes (N, 3 * node), for M of them (M,) whose they are, `document` of each (E, 2H) -> (E, node)."""
        count = len(whole)
        x = around.index_select(0, node)
        total = x.new_zeros(count, x.shape[1]).index_add(0, entity, x)
        mean = total / torch.bincount(entity, minlength=count)[:, None]
        most = x.new_full((count, x.shape[1]), -torch.inf).scatter_reduce(0, entity[:, None].expand_as(x), x, "amax")
        return functional.gelu(self.entity(torch.cat([mean, most], -1)) + self.gist(whole))

    def one_side(self, entities: Tensor, pairs: EntityPairs) -> Tensor:
        """Logits (P,) that two sides are one, from the vectors (E, node) of the entities."""
        return self.same(self._both(entities, pairs)).squeeze(-1)  # type: ignore[no-any-return]

    def tied(self, entities: Tensor, pairs: EntityPairs, beside: Tensor) -> Tensor:
        """Logits (P,) that a person represents a side or nation; `beside` is the best that its mentions' pairs got."""
        return self.ties(torch.cat([self._both(entities, pairs), beside[:, None]], -1)).squeeze(-1)  # type: ignore[no-any-return]

    def meetings(self, entities: Tensor, pairs: EntityPairs, said: Tensor) -> Tensor:
        """Logits (P, 2, MEETINGS) of what came of the matches of two competitors, in the news and in the past.

        `said` (P, said) is what the heads on their mentions say of it. The classes: no match, the left one won, the right one, a draw.
        """
        return self.met(torch.cat([self._both(entities, pairs), said], -1)).unflatten(-1, (2, MEETINGS))  # type: ignore[no-any-return]

    def _both(self, entities: Tensor, pairs: EntityPairs) -> Tensor:
        a, b = entities.index_select(0, pairs.left), entities.index_select(0, pairs.right)
        return torch.cat([a, b, a * b, self.distance(pairs.tokens_apart), self.distance(pairs.sentences_apart), pairs.numbers], -1)


@dataclass(frozen=True)
class Pairs:
    """Pairs of nodes, as the relation heads see them."""

    left: Tensor  # (P,) index of a node
    right: Tensor  # (P,)
    between: Tensor  # (P, 2) the tokens between the two
    after: Tensor  # (P, 2) the tokens after the later one, to the end of its sentence
    tokens_apart: Tensor  # (P,) bucket of the signed distance
    sentences_apart: Tensor  # (P,)
    flags: Tensor  # (P, 2) is the left one the first competitor of its sentence; is another of its kind nearer to the right one


@dataclass(frozen=True)
class Links:
    """How each two nodes of an article stand to each other, for A articles of at most M nodes, N in all."""

    tokens_apart: Tensor  # (A, M, M) bucket of the signed distance
    sentences_apart: Tensor  # (A, M, M)
    same: Tensor  # (A, M, M) 1 where both name one thing
    filled: Tensor  # (A, M) whether an article has so many nodes
    place: Tensor  # (N,) where each node stands among the A * M


@dataclass(frozen=True)
class EntityPairs:
    """Pairs of entities, as the heads on them see them."""

    left: Tensor  # (P,) index of an entity
    right: Tensor  # (P,)
    tokens_apart: Tensor  # (P,) bucket of the signed distance where they come closest
    sentences_apart: Tensor  # (P,)
    numbers: Tensor  # (P, numbers) how often together, how often and how early the right one is named
