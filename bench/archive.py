#!/usr/bin/env python3
"""Measures on an archive that fill.py filled: queries one after the other over one connection, the portal's study list, and
storing. Prints the median and the time that 95 of 100 answers keep, in milliseconds, and what it takes of the disk.

Usage: archive.py [--studies 20000] [--requests 300]

The Aegle is the one of AEGLE_BENCH_BASE with AEGLE_DEMO_PASSWORD and AEGLE_BENCH_HOME; one with an empty archive, to compare
storing with, is that of AEGLE_BENCH_EMPTY_BASE with AEGLE_BENCH_EMPTY_PASSWORD.
"""
import argparse
import json
import os
import random
import statistics
import subprocess
import time
import urllib.parse

from fill import population
from objects import Population, multipart
from server import Aegle, DICOM_JSON, Portal, store

WARM_UP = 100
STORING_ROUNDS = 5


def questions(archive):
    """Name of a query and its address for a study."""
    def quoted(text):
        return urllib.parse.quote(text)
    return {
        "QIDO-RS by Patient ID": lambda s: f"/studies?PatientID={archive.patient_id(s)}",
        "QIDO-RS by Accession Number": lambda s: f"/studies?AccessionNumber={archive.accession_number(s)}",
        "QIDO-RS by Study Instance UID": lambda s: f"/studies?StudyInstanceUID={archive.study_uid(s)}",
        "QIDO-RS of a day, 50 at most": lambda s: f"/studies?StudyDate={archive.date(s)}-{archive.date(s)}&limit=50",
        "QIDO-RS by the name's first seven letters, 50 at most":
            lambda s: f"/studies?PatientName={quoted(archive.patient_name(s)[:7])}*&limit=50",
    }


def percentiles(seconds):
    ordered = sorted(seconds)
    return f"{1000 * ordered[len(ordered) // 2]:.1f} | {1000 * ordered[len(ordered) * 95 // 100]:.1f}"


def query(connection, archive, address, requests):
    chosen = random.Random(7)
    seconds = []
    for number in range(WARM_UP + requests):
        taken, answer = connection.timed(address(chosen.randrange(archive.studies)), DICOM_JSON)
        if not json.loads(answer):
            raise SystemExit("a study of the archive was not found: has fill.py stored all of it?")
        if number >= WARM_UP:
            seconds.append(taken)
    return percentiles(seconds)


def page(aegle, requests):
    portal = Portal(aegle, "radiologist")
    return percentiles([portal.timed("/imaging/studies")[0] for _ in range(WARM_UP + requests)][WARM_UP:])


def store_new(connection):
    """Instances a second of new studies like the archive's, one connection."""
    fresh = Population(digit=6, studies=40, per_patient=2, series=2, instances=25, side=8)
    salt = int(time.time()) % 10**6 * 1000
    bodies = [multipart(fresh.study(salt + number)) for number in range(fresh.studies)]
    began = time.perf_counter()
    for body in bodies:
        store(connection, body)
    return fresh.count / (time.perf_counter() - began)


def storing(archives):
    """The median rate of each archive; they take turns, so that what disturbs one disturbs all."""
    connections = [archive.dicomweb() for archive in archives]
    rates = [[store_new(connection) for connection in connections] for _ in range(1 + STORING_ROUNDS)]
    return [statistics.median(one) for one in zip(*rates[1:])]


def disk(home):
    for name in ("blobs", "db"):
        size = subprocess.run(["du", "-sm", os.path.join(home, name)], capture_output=True, text=True, check=True)
        print(f"| {name} on disk | {int(size.stdout.split()[0]) / 1000:.1f} GB | |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--studies", type=int, default=20000)
    parser.add_argument("--requests", type=int, default=300)
    chosen = parser.parse_args()
    archive = population(chosen.studies)
    aegle = Aegle.of_environment()
    connection = aegle.dicomweb()
    print("| what | median, ms | 95 %, ms |\n|---|---|---|")
    for name, address in questions(archive).items():
        print(f"| {name} | {query(connection, archive, address, chosen.requests)} |", flush=True)
    print(f"| study list of the portal | {page(aegle, chosen.requests)} |")
    large, empty = storing([aegle, Aegle(os.environ["AEGLE_BENCH_EMPTY_BASE"], os.environ["AEGLE_BENCH_EMPTY_PASSWORD"])])
    print(f"| storing on it | {large:,.0f} instances/s | |")
    print(f"| storing on an empty archive | {empty:,.0f} instances/s | |")
    disk(os.environ["AEGLE_BENCH_HOME"])


if __name__ == "__main__":
    main()
