#!/usr/bin/env python3
"""Makes the dictionary of the DICOM standard (PS3.6, PS3.7 Annex E, PS3.4 Annex B).

Three steps, all repeatable, all giving the same bytes for the same input:

  generate.py tables FOLDER   writes the resource tables from FOLDER's elements.tsv, uids.tsv and
                              storage_sop_classes.tsv (the tables of PS3.6 and PS3.4 as tab separated text with a
                              header line) and from supplement.tsv beside this script
  generate.py private FILE    writes the resource table of vendors' private elements from FILE, a dictionary in the
                              form of Debian's libdcmtk (private.dic: tag with creator, VR, name, VM, version)
  generate.py constants       writes Tag.java and UID.java from the resource tables

The resource tables are the source of truth that the library reads; a new edition of the standard means running
all steps and committing the difference. The Java files are never edited by hand.
"""
import csv
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
RESOURCES = HERE.parent / "main/resources/org/aegle/dicom/dictionary"
JAVA = HERE / "java/org/aegle/dicom/data"
NO_VR = "--"  # item and delimiter tags have none
TYPE_LETTERS = {
    "Transfer Syntax": "T", "SOP Class": "C", "Meta SOP Class": "M", "Service Class": "S",
    "Well-known SOP Instance": "I", "Well-known Printer SOP Instance": "I",
    "Well-known Print Queue SOP Instance": "I", "Application Context Name": "A", "Coding Scheme": "D",
    "DICOM UIDs as a Coding Scheme": "D", "Well-known frame of reference": "F",
    "Synchronization Frame of Reference": "F", "LDAP OID": "L", "Mapping Resource": "R",
    "Application Hosting Model": "H",
}


def rows(path):
    with open(path, encoding="utf-8", newline="") as table:
        yield from csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)


def supplement(kind):
    for line in (HERE / "supplement.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith(kind + "\t"):
            yield line.split("\t")[1:]


def keyword_of(name):
    words = re.sub(r"\(.*?\)", "", name).replace("-", " ")
    return "".join(word[0].upper() + word[1:] for word in re.findall(r"[A-Za-z0-9]+", words))


def element_lines(folder):
    lines = [fields for fields in supplement("element")]
    for row in rows(folder / "elements.tsv"):
        keyword = row["keyword"] or (keyword_of(row["name"]) if row["name"] else "")
        if not keyword:  # retired without a trace: nothing to say about it
            continue
        vr = row["vr"] if re.fullmatch(r"[A-Z]{2}( or [A-Z]{2})*", row["vr"]) else NO_VR
        retired = "R" if row["retired"] == "Y" else "-"
        lines.append([row["tag"].upper(), vr.replace(" or ", "/"), row["vm"] or "1", keyword, retired, row["name"]])
    return sorted(lines)


def uid_key(fields):
    return [int(part) for part in fields[0].split(".")]


def uid_lines(folder):
    lines = [fields for fields in supplement("uid")]
    known = {fields[0] for fields in lines}
    for row in rows(folder / "uids.tsv"):
        name = row["name"].replace(" (Retired)", "").strip()
        if name and row["uid"] not in known:
            retired = "R" if row["retired"] else "-"
            lines.append([row["uid"], TYPE_LETTERS[row["type"]], row["keyword"] or keyword_of(name), retired, name])
    return sorted(lines, key=uid_key)


def write_table(name, head, lines):
    text = "".join("# " + line + "\n" for line in head) + "".join("\t".join(line) + "\n" for line in lines)
    (RESOURCES / name).write_text(text, encoding="utf-8")


def tables(folder):
    write_table("elements.txt", ["PS3.6 sections 6, 7, 8 and PS3.7 Annex E", "tag VR VM keyword R=retired name"],
                element_lines(folder))
    write_table("uids.txt", ["PS3.6 Annex A", "UID type keyword R=retired name; types: "
                             + ", ".join(sorted({f"{v}={k}" for k, v in TYPE_LETTERS.items()}))], uid_lines(folder))
    storage = [[row["uid"], row["name"], row["iod"]] for row in rows(folder / "storage_sop_classes.tsv")]
    storage += [fields for fields in supplement("storage") if fields[0] not in {row[0] for row in storage}]
    write_table("storage-sop-classes.txt", ["PS3.4 Annex B.5", "UID name IOD"], sorted(storage, key=uid_key))


def private_lines(path):
    pattern = re.compile(r'\(([0-9A-Fa-f]{4})(?:-o-([0-9A-Fa-f]{4}))?,"([^"]*)",([0-9A-Fa-f]{2,4})\)\t(\w\w)\t(\S+)\t(\S+)')
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = pattern.match(line)
        if entry and not entry[2] and re.fullmatch("[A-Z]{2}", entry[5]):  # a range of groups tells no vendor's element
            yield [entry[3], entry[1].upper() + "XX" + entry[4][-2:].upper(), entry[5], entry[7], entry[6]]


def private(path):
    lines = {(line[0], line[1]): line for line in private_lines(path)}
    write_table("private-elements.txt", ["Private elements of vendors. PS3.5 7.8", "creator tag VR VM name"],
                sorted(lines.values()))


def read_table(name):
    for line in (RESOURCES / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def constants_file(class_name, doc, constants):
    body = "\n\n".join(f"    /** {text} */\n    public static final {declaration};" for text, declaration in constants)
    JAVA.mkdir(parents=True, exist_ok=True)
    (JAVA / f"{class_name}.java").write_text(
        f"package org.aegle.dicom.data;\n\n/** {doc} Generated by {Path(__file__).name}; never edited. */\n"
        f"public final class {class_name} {{\n{body}\n\n    private {class_name}() {{}}\n}}\n", encoding="utf-8")


def javadoc(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("*/", "*&#47;")


def constants():
    tags = []
    for tag, vr, vm, keyword, retired, name in read_table("elements.txt"):
        note = "; retired" if retired == "R" else ""
        value = "0x" + tag.upper().replace("X", "0")
        tags.append((javadoc(f"({tag[:4]},{tag[4:]}) {vr} {vm} {name}{note}."), f"int {keyword} = {value}"))
    constants_file("Tag", "Tags of the data elements by keyword; for a repeating group the tag of its first "
                   "member. PS3.6 6.", tags)
    uids, seen = [], set()
    for uid, _type, keyword, retired, name in read_table("uids.txt"):
        if keyword in seen:
            continue
        seen.add(keyword)
        note = " Retired." if retired == "R" else ""
        uids.append((javadoc(f"{name}.{note}"), f'String {keyword} = "{uid}"'))
    constants_file("UID", "Unique identifiers that the standard assigns, by keyword. PS3.6 Annex A.", uids)


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "tables":
        tables(Path(sys.argv[2]))
    elif len(sys.argv) == 3 and sys.argv[1] == "private":
        private(Path(sys.argv[2]))
    elif sys.argv[1:] == ["constants"]:
        constants()
    else:
        sys.exit(__doc__)
