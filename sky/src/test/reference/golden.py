"""How the reference scripts write a golden file: tool and version in the header, full double precision.

To make the files anew: apt-get install python3-astropy python3-healpy python3-scipy, then in this folder
    for script in positions cells errors; do /usr/bin/python3 -B $script.py; done
"""

from pathlib import Path

FOLDER = Path(__file__).parent.parent / "resources" / "golden"


def write(name, tools, columns, rows):
    FOLDER.mkdir(parents=True, exist_ok=True)
    with open(FOLDER / name, "w", encoding="utf-8") as file:
        file.write(f"# made by sky/src/test/reference with {', '.join(tools)}\n")
        file.write(",".join(columns) + "\n")
        for row in rows:
            file.write(",".join(repr(float(v)) if isinstance(v, float) else str(v) for v in row) + "\n")
