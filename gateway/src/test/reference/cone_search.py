"""What pyvo and astropy make of a cone search.

Usage: cone_search.py URL RA DEC SR EXPECTED_ROWS
Fails unless pyvo finds the rows, its errors and its capabilities where it looks for them, astropy reads
the table without a complaint and knows every unit, and every UCD is made of words of UCD1+ or is one of
the three that Simple Cone Search 1.03 asks for.

Debian: apt-get install python3-pyvo. Tried with pyvo 1.2.1, astropy 5.2.1.
"""

import io
import sys
import urllib.parse
import urllib.request
import warnings

import astropy.units
import pyvo
from astropy.io.votable import exceptions, parse, ucd
from pyvo.io.vosi import parse_availability, parse_capabilities

CONE_UCDS = {"ID_MAIN", "POS_EQ_RA_MAIN", "POS_EQ_DEC_MAIN"}


def main(url, ra, dec, sr, rows):
    service = pyvo.dal.SCSService(url)
    position = (float(ra), float(dec))

    # pyvo reads RA and Dec by the UCDs of the standard, and says VERB and MAXREC for us.
    for verbosity in (1, 2, 3):
        found = service.search(pos=position, radius=float(sr), verbosity=verbosity)
        require(len(found) == int(rows), f"{len(found)} rows at VERB={verbosity}, not {rows}")
        first = found[0]
        require(first.id == str(first["source_id"]), f"id {first.id}")
        require(abs(first.pos.ra.deg - first["ra"]) < 1e-12, f"position {first.pos}")

    try:
        service.search(pos=position, radius=181)
        sys.exit("pyvo met no error for SR=181")
    except pyvo.dal.DALQueryError as error:
        require("SR is 181" in str(error), f"pyvo says {error}")

    capabilities = vosi(url, "capabilities", parse_capabilities)
    standards = {capability.standardid for capability in capabilities}
    require("ivo://ivoa.net/std/ConeSearch" in standards, f"capabilities of {standards}")
    require(vosi(url, "availability", parse_availability).available, "it says that it is not available")

    for form in ("votable/td", "votable/b2"):
        read_strictly(url, ra, dec, sr, form, int(rows))
    print(f"pyvo {pyvo.__version__}: {rows} rows, every unit and UCD known")


def vosi(url, document, parse_document):
    with urllib.request.urlopen(url + "/" + document) as answer:
        return parse_document(io.BytesIO(answer.read()))


def read_strictly(url, ra, dec, sr, form, rows):
    query = {"RA": ra, "DEC": dec, "SR": sr, "VERB": 3, "RESPONSEFORMAT": form}
    with urllib.request.urlopen(url + "?" + urllib.parse.urlencode(query)) as answer:
        content = answer.read()
    with warnings.catch_warnings():
        warnings.simplefilter("error", exceptions.VOWarning)
        # The three UCDs of 1.03 are of the older kind: W06 is said of them rightly.
        warnings.simplefilter("ignore", exceptions.W06)
        votable = parse(io.BytesIO(content), verify="warn")
    table = votable.get_first_table()
    require(len(table.array) == rows, f"{len(table.array)} rows as {form}")
    for field in table.fields:
        require(not isinstance(field.unit, astropy.units.UnrecognizedUnit), f"unit of {field.name}")
        if field.ucd not in CONE_UCDS:
            ucd.parse_ucd(field.ucd, check_controlled_vocabulary=True, has_colon=True)
    flux = votable.get_first_table().to_table()["flux"]
    require(flux.unit == astropy.units.Unit("erg s-1 cm-2"), f"unit of flux: {flux.unit}")


def require(right, otherwise):
    if not right:
        sys.exit(otherwise)


if __name__ == "__main__":
    main(*sys.argv[1:])
