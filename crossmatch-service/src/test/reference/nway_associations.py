#!/usr/bin/env python3
"""Writes src/test/resources/golden/nway-associations.csv: associations of simulated X-ray sources by enumeration.

Python 3.11, standard library alone. Run: python3 src/test/reference/nway_associations.py

Every quantity is written out from its definition, pair by pair and row by row: Budavari & Szalay 2008, eq. 18, for the
Bayes factor of circular errors; Salvato et al. 2018, appendix B, for prior, p_any, p_i and the credit for unrelated
associations. Three runs differ in number of catalogues, densities, areas, completeness, radius and flag ratio.
The first rows of a source repeat its entries, so that the file says all that the test needs.
"""
import itertools
import math
import pathlib
import random

SKY = 4 * math.pi * (180 / math.pi) ** 2
ARCSEC = 3600 * 180 / math.pi
RUNS = [
    # name, radius, ratio, credit, sigma of X-ray, [(objects, area, completeness, sigma, mean entries within radius)]
    ("two-sparse", 5.0, 0.3, True, 0.7, [(25, 0.01, 0.9, 0.15, 1.2)]),
    ("three-dense", 10.0, 0.5, True, 2.0, [(300_000, 2.0, 0.95, 0.1, 2.0), (4_000, 0.5, 0.5, 0.6, 1.0)]),
    ("four", 6.0, 0.8, True, 1.0, [(70_000, 1.0, 0.9, 0.1, 1.0), (9_000, 0.7, 0.7, 0.3, 0.8), (120, 0.2, 0.4, 0.9, 0.6)]),
    ("four-uncredited", 6.0, 0.1, False, 1.0,
     [(70_000, 1.0, 0.9, 0.1, 1.0), (9_000, 0.7, 0.7, 0.3, 0.8), (120, 0.2, 0.4, 0.9, 0.6)]),
]
SOURCES = 12


def log10_bayes(points):
    """Points are (east, north, sigma) in arcsec."""
    if len(points) < 2:
        return 0.0
    weights = [sigma ** -2 for _, _, sigma in points]
    total = sum(weights)
    q = sum(weights[i] * weights[j] * ((points[i][0] - points[j][0]) ** 2 + (points[i][1] - points[j][1]) ** 2)
            for i, j in itertools.combinations(range(len(points)), 2))
    ln = ((len(points) - 1) * (math.log(2) + 2 * math.log(ARCSEC))
          + sum(map(math.log, weights)) - math.log(total) - q / (2 * total))
    return ln / math.log(10)


def poisson(rng, mean):
    count, product = 0, rng.random()
    while product > math.exp(-mean):
        count, product = count + 1, product * rng.random()
    return count


def entries(rng, radius, sigma_x, catalogues):
    """One real counterpart, seen by some of the catalogues, and others around it, some of them in pairs."""
    truth = (rng.gauss(0, sigma_x), rng.gauss(0, sigma_x))
    other = (rng.uniform(-radius, radius) / 1.5, rng.uniform(-radius, radius) / 1.5)
    all_entries = []
    for _, _, completeness, sigma, mean in catalogues:
        own = []
        for place in (truth, other):
            if rng.random() < completeness:
                own.append((place[0] + rng.gauss(0, sigma), place[1] + rng.gauss(0, sigma), sigma))
        for _ in range(poisson(rng, mean)):
            r, phi = radius * math.sqrt(rng.random()), rng.uniform(0, 2 * math.pi)
            own.append((r * math.cos(phi), r * math.sin(phi), sigma * rng.uniform(0.5, 2)))
        kept = [tuple(float(f"{v:.6f}") for v in entry) for entry in own if math.hypot(*entry[:2]) < radius]
        all_entries.append(kept)
    return all_entries


def associations(radius, ratio, credit, sigma_x, catalogues, found):
    rows = []
    for choice in itertools.product(*[[None] + list(range(len(own))) for own in found]):
        points = [(0.0, 0.0, sigma_x)] + [found[k][i] for k, i in enumerate(choice) if i is not None]
        if any(math.dist(a[:2], b[:2]) >= radius for a, b in itertools.combinations(points, 2)):
            continue
        prior = 1.0
        for k, i in enumerate(choice):
            if i is not None:
                objects, area, completeness = catalogues[k][:3]
                prior *= completeness / ((objects + 1) / area * SKY)
        rows.append({"choice": choice, "points": points, "bayes": log10_bayes(points), "prior": prior})
    for row in rows:
        left_out = [k for k, i in enumerate(row["choice"]) if i is None]
        best = 0.0
        for other in rows if credit else []:
            taken = [k for k in left_out if other["choice"][k] is not None]
            if len(taken) > 1:
                chance = catalogues[taken[0]][0] / catalogues[taken[0]][1] * SKY
                for k in taken:
                    chance /= (catalogues[k][0] + 1) / catalogues[k][1] * SKY
                points = [found[k][other["choice"][k]] for k in taken]
                best = max(best, log10_bayes(points) + math.log10(chance))
        row["corrected"] = row["bayes"] + best
        odds = 10 ** row["corrected"] * row["prior"]
        row["weight"] = odds
        row["post"] = 1 / (1 + (1 - row["prior"]) / odds)
    total = sum(row["weight"] for row in rows)
    others = sum(row["weight"] for row in rows[1:])
    for row in rows:
        row["any"] = others / total
        row["match"] = 0.0 if row is rows[0] else row["weight"] / others
    best = max(row["match"] for row in rows)
    for row in rows:
        row["flag"] = 1 if row["match"] == best else 2 if row["match"] > ratio * best else 0
    return rows


def main():
    rng = random.Random(20261123)
    lines = ["# nway_associations.py, Python 3.11",
             "# run,name,radius,ratio,credit,sigma_x,then per catalogue objects,area,completeness",
             "# entry,source,catalogue,east,north,sigma",
             "# row,source,members...,dist_bayesfactor,corrected,dist_post,p_any,p_i,match_flag"]
    for name, radius, ratio, credit, sigma_x, catalogues in RUNS:
        numbers = ",".join(f"{n},{a},{c}" for n, a, c, _, _ in catalogues)
        lines.append(f"run,{name},{radius},{ratio},{credit},{sigma_x},{numbers}".replace("True", "true").replace("False", "false"))
        for source in range(SOURCES):
            found = entries(rng, radius, sigma_x, catalogues)
            for k, own in enumerate(found):
                lines += [f"entry,{source},{k},{e:.6f},{n:.6f},{s:.6f}" for e, n, s in own]
            for row in associations(radius, ratio, credit, sigma_x, catalogues, found):
                members = ",".join("-1" if i is None else str(i) for i in row["choice"])
                lines.append(f"row,{source},{members},{row['bayes']:.9f},{row['corrected']:.9f},{row['post']:.12g},"
                             f"{row['any']:.12g},{row['match']:.12g},{row['flag']}")
            lines.append(f"end,{source}")
    target = pathlib.Path(__file__).resolve().parents[1] / "resources" / "golden" / "nway-associations.csv"
    target.write_text("\n".join(lines) + "\n")
    print(len(lines), "lines in", target)


if __name__ == "__main__":
    main()
