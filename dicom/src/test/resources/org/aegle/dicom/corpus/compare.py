"""Tells which pairs of files are not the same data set for pydicom.

Standard input: a line for each pair, the two paths parted by a tab. Standard output: a line for each difference.
"""
import sys
import warnings

import pydicom

warnings.simplefilter("ignore")


def regular(dataset):
    """Without group lengths, which are retired, and with values of even length, which PS3.5 7.1.1 demands."""
    for element in list(dataset):
        if element.tag.element == 0:
            del dataset[element.tag]
        elif element.VR == "SQ":
            for item in element.value:
                regular(item)
        elif isinstance(element.value, bytes) and len(element.value) % 2:
            element.value += b"\0"
    return dataset


def difference(before, after):
    one = regular(pydicom.dcmread(before, force=True))
    other = regular(pydicom.dcmread(after, force=True))
    if one.keys() != other.keys():
        return f"tags {sorted(one.keys() ^ other.keys())}"
    for tag in one.keys():
        if one[tag] != other[tag]:
            return f"{tag} {one[tag].VR} {str(one[tag].value)[:80]!r} {str(other[tag].value)[:80]!r}"
    return ""


for line in sys.stdin:
    before, after = line.rstrip("\n").split("\t")
    try:
        found = difference(before, after)
    except Exception as e:  # what pydicom cannot read is told too
        found = f"{type(e).__name__}: {e}"
    if found:
        print(before, found)
