#!/usr/bin/env python3
"""Makes the last font from GNU Unifont: only what the other fonts lack, with the outlines of TrueType.

    pip install fonttools
    fonts/last.py unifont.otf src/main/resources/org/quietbell/paper

unifont.otf 15.0.01 is what Debian's package fonts-unifont holds. Its outlines are squares, so that
nothing is lost when they change from one form to the other.
"""

import glob
import os
import sys

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

SURROGATES = range(0xD800, 0xF900)  # and what is for private use


def covered(folder):
    known = set()
    for name in glob.glob(os.path.join(folder, "*.ttf")):
        if os.path.basename(name) != "Unifont.ttf":
            known |= set(TTFont(name, lazy=True).getBestCmap())
    return known


def outlines(font):
    drawn = font.getGlyphSet()
    glyphs = {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(drawn)
        drawn[name].draw(Cu2QuPen(pen, 0.5, reverse_direction=True))
        glyphs[name] = pen.glyph()
    return glyphs


def as_truetype(font):
    order = font.getGlyphOrder()
    glyphs = outlines(font)
    del font["CFF "]
    font["loca"] = newTable("loca")
    font["glyf"] = newTable("glyf")
    font["glyf"].glyphOrder = order
    font["glyf"].glyphs = glyphs
    font["maxp"].tableVersion = 0x00010000
    for name in (
        "maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
        "maxStackElements", "maxSizeOfInstructions", "maxComponentElements",
    ):
        setattr(font["maxp"], name, 1 if name == "maxZones" else 0)
    font["post"].formatType = 3.0
    font.sfntVersion = "\000\001\000\000"


def main(source, folder):
    font = TTFont(source, recalcTimestamp=False)
    wanted = set(font.getBestCmap()) - covered(folder) - set(SURROGATES)
    options = subset.Options(layout_features=[], notdef_outline=True, name_IDs=["*"], hinting=False)
    cut = subset.Subsetter(options)
    cut.populate(unicodes=wanted)
    cut.subset(font)
    as_truetype(font)
    font.save(os.path.join(folder, "Unifont.ttf"))
    print(len(wanted), "characters")


if __name__ == "__main__":
    main(*sys.argv[1:])
