#!/usr/bin/env python3
"""Counts the rows of ../shared/data/catalogues that an import reads, keeps, does not accept and skips.

A plain restatement of the rules, without any code of Lynceus. Python 3, standard library only.
Usage: count_catalogue_rows.py CATALOGUES; prints the rows of SharedCataloguesTest.
"""
import csv, math, re, sys

folder = sys.argv[1]


def votable(name):
    text = open(f"{folder}/{name}", encoding="utf8").read()
    return [[re.sub("<[^>]*>", "", cell) for cell in re.findall(r"<TD\s*/>|<TD>.*?</TD>", row, re.S)]
            for row in re.findall("<TR>(.*?)</TR>", text, re.S)]


def rows(name, separator=","):
    with open(f"{folder}/{name}", newline="", encoding="utf8") as file:
        return list(csv.DictReader(file, delimiter=separator))


def report(name, read, skipped, not_accepted=0):
    print(f'"{name}, {read}, {read - skipped - not_accepted}, {not_accepted}, {skipped}"')


def degrees(text, unit):
    first, minutes, seconds = text.split(":")
    size = abs(float(first)) + float(minutes) / 60 + float(seconds) / 3600
    return unit * (-size if first.strip().startswith("-") else size)


def arcsec(a, b):
    (ra1, dec1), (ra2, dec2) = [(math.radians(x), math.radians(y)) for x, y in (a, b)]
    h = math.sin((dec2 - dec1) / 2) ** 2 + math.cos(dec1) * math.cos(dec2) * math.sin((ra2 - ra1) / 2) ** 2
    return math.degrees(2 * math.asin(min(1, math.sqrt(h)))) * 3600


def usable(ra, dec):
    try:
        ras = [degrees(text, 15) for text in ra.split(",")]
        decs = [degrees(text, 1) for text in dec.split(",")]
    except ValueError:
        return False
    first = ras[0], decs[0]
    return all(arcsec(first, (x, decs[0])) <= 10 for x in ras) and all(arcsec(first, (ras[0], y)) <= 10 for y in decs)


report("2mass", len(rows("twomass.csv")), 0)
report("allwise", len(rows("allwise.csv")), 0)
report("gaia-dr3", len(rows("gaia.csv")), 0)
report("hipparcos", len(rows("hipparcos.csv")), 0)
for name, column in ("hmxb", 3), ("lmxb", 3):
    table = votable(name + ".vot")
    report(name, len(table), sum(float(row[column]) * 3600 > 10 for row in table if row[column] not in ("", "NaN")))
stars = rows("open_cv.csv")
known = {"CataclyV", "N", "known CV", "DN", "Cataclysmic_Variable", "Known CV"}
accepted = [row for row in stars if row["Type"] in known]
report("open-cv", len(stars), sum(not usable(row["R.A."], row["Dec."]) for row in accepted), len(stars) - len(accepted))
galaxies = rows("openngc.csv", ";")
accepted = [row for row in galaxies if row["Type"] in ("G", "GPair", "GTrpl", "GGroup")]
report("openngc", len(galaxies), sum(not row["MajAx"] for row in accepted), len(galaxies) - len(accepted))
