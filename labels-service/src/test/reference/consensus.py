#!/usr/bin/python3
"""Consensus of a small crowd by the published methods, written anew on dense arrays from their descriptions.

Run here: /usr/bin/python3 -B consensus.py   (numpy)
Writes ../resources/golden/crowd-votes.csv and crowd-posteriors.csv.

Majority, Wawa, one-coin and full Dawid-Skene as Ustalov et al. 2024 (JOSS 9, 6227, doi:10.21105/joss.06227) describe
those of crowd-kit; GLAD as Whitehill et al. 2009 (NIPS 22, 2035), its maximum found by climbing the gradient.
Dawid-Skene starts from the shares of the votes and takes a fixed number of steps, so that both sides can be compared to
rounding and not to where each happens to stop.
"""

from pathlib import Path

import numpy as np

FOLDER = Path(__file__).parent.parent / "resources" / "golden"
CLASSES, SOURCES, USERS, VOTES, STEPS, FLOOR = 4, 40, 12, 260, 20, 1e-10
UNSURE = -1
random = np.random.default_rng(20261123)


def crowd():
    truth = random.choice(CLASSES, SOURCES, p=[0.5, 0.25, 0.15, 0.1])
    skill = random.uniform(0.35, 0.95, USERS)
    skill[0] = 0.05
    pairs = random.choice(SOURCES * USERS, VOTES, replace=False)
    for source, user in zip(pairs // USERS, pairs % USERS):
        right = random.random() < skill[user]
        answer = truth[source] if right else random.choice(np.delete(np.arange(CLASSES), truth[source]))
        yield int(source), int(user), UNSURE if random.random() < 0.08 else int(answer)


def one_hot(votes):
    cast = np.zeros((SOURCES, USERS, CLASSES))
    for source, user, answer in votes:
        if answer != UNSURE:
            cast[source, user, answer] = 1
    return cast


def rows(weights):
    sums = weights.sum(axis=-1, keepdims=True)
    return np.where(sums > 0, weights / np.where(sums > 0, sums, 1), 1 / weights.shape[-1])


def majority(cast):
    return rows(cast.sum(axis=1))


def wawa(cast):
    winner = np.eye(CLASSES)[majority(cast).argmax(axis=1)]
    agreed = np.einsum("suk,sk->u", cast, winner) / np.maximum(1, cast.sum(axis=(0, 2)))
    return rows(np.einsum("suk,u->sk", cast, agreed))


def posterior(cast, shares, matrices):
    """matrices[u, j, k]: probability that user u answers k where j is right."""
    ln = np.log(np.maximum(FLOOR, shares)) + np.einsum("suk,ujk->sj", cast, np.log(np.maximum(FLOOR, matrices)))
    weights = np.exp(ln - ln.max(axis=1, keepdims=True))
    return weights / weights.sum(axis=1, keepdims=True)


def dawid_skene(cast, matrices_of, class_sources=0.0):
    voted = cast.sum(axis=(1, 2)) > 0
    q = majority(cast)
    for _ in range(STEPS):
        sources = q[voted].sum(axis=0) + class_sources
        q = posterior(cast, sources / sources.sum(), matrices_of(np.einsum("suk,sj->ujk", cast, q)))
    return q


def one_coin_matrices(accuracy):
    wrong = (1 - accuracy)[:, None, None] / (CLASSES - 1)
    eye = np.eye(CLASSES)[None]
    return accuracy[:, None, None] * eye + wrong * (1 - eye)


def accuracy_of(counts, prior, weight):
    return (np.trace(counts, axis1=1, axis2=2) + prior * weight) / (counts.sum(axis=(1, 2)) + weight)


def full(counts):
    sums = counts.sum(axis=2, keepdims=True)
    return np.where(sums > 0, counts / np.where(sums > 0, sums, 1), 0)


def full_with_priors(counts, prior=0.7, weight=10, row_weight=20):
    pseudo = row_weight * one_coin_matrices(accuracy_of(counts, prior, weight))
    return (counts + pseudo) / (counts + pseudo).sum(axis=2, keepdims=True)


def glad(cast, unsure):
    """Expectation, then the gradient of the expected ln posterior climbed until it is flat; 400 times."""
    ability, ln_ease = np.ones(USERS), np.ones(SOURCES)
    named, seen = cast.sum(axis=2), cast.sum(axis=2) + unsure

    def expectation():
        logit = ability[None, :] * np.exp(ln_ease)[:, None]
        right = 1 / (1 + np.exp(-logit))
        matrix = right[:, :, None] * cast + ((1 - right) / (CLASSES - 1))[:, :, None] * (named[:, :, None] - cast)
        ln = np.log(np.where(named[:, :, None] > 0, matrix, 1)).sum(axis=1)
        weights = np.exp(ln - ln.max(axis=1, keepdims=True))
        return weights / weights.sum(axis=1, keepdims=True)

    for _ in range(400):
        q = expectation()
        belief = np.einsum("suk,sk->su", cast, q) + unsure / CLASSES
        for _ in range(400):
            ease = np.exp(ln_ease)
            miss = belief - seen / (1 + np.exp(-ability[None, :] * ease[:, None]))
            up_ability = (miss * ease[:, None]).sum(axis=0) - (ability - 1)
            up_ease = (miss * ability[None, :]).sum(axis=1) * ease - (ln_ease - 1)
            ability, ln_ease = ability + 0.002 * up_ability, ln_ease + 0.002 * up_ease
    return expectation()


def write(name, columns, lines):
    FOLDER.mkdir(parents=True, exist_ok=True)
    with open(FOLDER / name, "w", encoding="utf-8") as file:
        file.write(f"# made by labels-service/src/test/reference/consensus.py with numpy {np.__version__}\n")
        file.write(",".join(columns) + "\n")
        for line in lines:
            file.write(",".join(repr(float(v)) if isinstance(v, np.floating) else str(v) for v in line) + "\n")


votes = list(crowd())
cast = one_hot(votes)
unsure = np.zeros((SOURCES, USERS))
for source, user, answer in votes:
    unsure[source, user] = answer == UNSURE
estimates = {
    "majority": majority(cast),
    "weighted-majority": wawa(cast),
    "one-coin-dawid-skene": dawid_skene(cast, lambda n: one_coin_matrices(accuracy_of(n, 0, 0))),
    "dawid-skene": dawid_skene(cast, full),
    "dawid-skene-with-priors": dawid_skene(cast, full_with_priors, class_sources=1),
    "glad": glad(cast, unsure),
}
write("crowd-votes.csv", ["source", "user", "answer"], votes)
write("crowd-posteriors.csv", ["method", "source"] + [f"p{c}" for c in range(CLASSES)],
      ([name, s, *q[s]] for name, q in estimates.items() for s in range(SOURCES)))
