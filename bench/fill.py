#!/usr/bin/env python3
"""Fills a running Aegle with an archive of small CT studies, through STOW-RS: every row, document, change and line of the
audit trail is made by the code that makes those of a real study.

Usage: fill.py [--studies 20000] [--series 2] [--instances 25] [--workers 3]

The Aegle is the one of AEGLE_BENCH_BASE with AEGLE_DEMO_PASSWORD. What is stored already is found out and not sent again.
"""
import argparse
import json
import multiprocessing
import sys
import time

from objects import Population, multipart
from server import Aegle, DICOM_JSON, store

PER_REQUEST = 10


def population(studies=20000, series=2, instances=25):
    """Two studies of each patient; images of eight by eight."""
    return Population(digit=5, studies=studies, per_patient=2, series=series, instances=instances, side=8)


def send(work):
    """Stores the studies of a range with one connection; a token for each, since it may expire meanwhile."""
    archive, first, end = work
    connection = Aegle.of_environment().dicomweb()
    store(connection, multipart(file for study in range(first, end) for file in archive.study(study)))
    return end - first


def stored(archive):
    """Studies that are there already, found by bisection: they are stored in their order."""
    connection = Aegle.of_environment().dicomweb()
    low, high = 0, archive.studies
    while low < high:
        middle = (low + high) // 2
        found, _ = connection.ask("GET", f"/studies?StudyInstanceUID={archive.study_uid(middle)}",
                                  headers={"Accept": DICOM_JSON})
        low, high = (middle + 1, high) if found and json.loads(found) else (low, middle)
    return max(0, low - PER_REQUEST * 8)


def fill(archive, workers):
    first = stored(archive)
    ranges = [(archive, start, min(start + PER_REQUEST, archive.studies))
              for start in range(first, archive.studies, PER_REQUEST)]
    each = archive.series * archive.instances
    began = told = time.time()
    done = 0
    with multiprocessing.Pool(workers) as pool:
        for studies in pool.imap_unordered(send, ranges):
            done += studies
            if time.time() - told > 30:
                told = time.time()
                print(f"{(first + done) * each:,} instances, {done * each / (told - began):,.0f}/s", flush=True)
    return done * each, time.time() - began


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--studies", type=int, default=20000)
    parser.add_argument("--series", type=int, default=2)
    parser.add_argument("--instances", type=int, default=25)
    parser.add_argument("--workers", type=int, default=3)
    chosen = parser.parse_args()
    archive = population(chosen.studies, chosen.series, chosen.instances)
    count, seconds = fill(archive, chosen.workers)
    print(f"stored {count:,} instances in {seconds:,.0f} s ({count / max(seconds, 0.001):,.0f}/s)")


if __name__ == "__main__":
    sys.exit(main())
