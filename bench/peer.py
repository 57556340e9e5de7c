#!/usr/bin/env python3
"""Measures Aegle beside Orthanc in one run: what each does a second, and the ratio. The same objects, in the same order, with
clients of neither (curl, dcmtk, wrk); Orthanc with its DICOMweb plugin in a folder of its own, as it is delivered.

Usage: peer.py

The Aegle is the one of AEGLE_BENCH_BASE with AEGLE_DEMO_PASSWORD, its DICOM port AEGLE_BENCH_DICOM_PORT.
"""
import json
import os
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

from objects import BOUNDARY, Population, multipart
from server import Aegle, DICOM_JSON

CT = Population(digit=1, studies=4, per_patient=1, series=2, instances=50, side=512)
SMALL = Population(digit=2, studies=100, per_patient=2, series=2, instances=10, side=16)
CT_DIMSE = Population(digit=3, studies=1, per_patient=1, series=2, instances=50, side=512)
SMALL_DIMSE = Population(digit=4, studies=20, per_patient=1, series=1, instances=10, side=16)
OBJECTS = 'multipart/related; type="application/dicom"; transfer-syntax=*'
PLUGIN = "/usr/share/orthanc/plugins/libOrthancDicomWeb.so"


class Target:
    """An archive that is measured."""

    def __init__(self, web, title, port, headers):
        self.web, self.title, self.port = web, title, port
        self.headers = [part for key, value in headers.items() for part in ("-H", f"{key}: {value}")]

    def stow(self, bodies):
        """Seconds for all bodies, one after the other."""
        began = time.perf_counter()
        for body in bodies:
            code = output("curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", "--data-binary", "@" + body, *self.headers,
                          "-H", "Expect:", "-H", "Accept: " + DICOM_JSON, "-H",
                          f'Content-Type: multipart/related; type="application/dicom"; boundary={BOUNDARY}',
                          self.web + "/studies")
            if code != "200":
                raise SystemExit(f"{self.title} answered {code} to STOW-RS")
        return time.perf_counter() - began

    def send(self, files, associations):
        """Seconds for all files by C-STORE."""
        began = time.perf_counter()
        senders = [subprocess.Popen(["storescu", "-aet", "STORESCU", "-aec", self.title, "127.0.0.1", str(self.port),
                                     *files[first::associations]], env={**os.environ, "TCP_NODELAY": "1"})
                   for first in range(associations)]
        if any(sender.wait() for sender in senders):
            raise SystemExit(f"{self.title} refused C-STORE")
        return time.perf_counter() - began

    def find(self, patient):
        output("findscu", "-S", "-aet", "FINDSCU", "-aec", self.title, "-k", "QueryRetrieveLevel=STUDY", "-k",
               "PatientID=" + patient, "-k", "StudyInstanceUID", "127.0.0.1", str(self.port))

    def requests(self, path, accept, connections=4):
        """Answers a second after three seconds of warming up."""
        asked = ["wrk", "-t1", f"-c{connections}", "--timeout", "30s", *self.headers, "-H", "Accept: " + accept]
        output(*asked, "-d3s", self.web + path)
        told = output(*asked, "-d8s", self.web + path)
        if "Non-2xx" in told:
            raise SystemExit(f"{self.title} refused {path}")
        return float(next(line for line in told.splitlines() if line.startswith("Requests/sec")).split()[1])


def output(*command):
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "TCP_NODELAY": "1"})
    if done.returncode:
        raise SystemExit(f"{command[0]} failed: {(done.stdout + done.stderr)[-400:]}")
    return done.stdout


class Orthanc:
    """The peer, for as long as it is measured."""

    def __init__(self, folder, first_port):
        self.http, self.dicom = first_port, first_port + 1
        settings = {"StorageDirectory": folder + "/db", "IndexDirectory": folder + "/db", "DicomAet": "ORTHANC",
                    "DicomPort": self.dicom, "HttpPort": self.http, "AuthenticationEnabled": False,
                    "DicomAlwaysAllowStore": True, "DicomAlwaysAllowFind": True, "Plugins": [PLUGIN],
                    "DicomWeb": {"Enable": True, "Root": "/dicom-web/"}}
        with open(folder + "/orthanc.json", "w", encoding="utf-8") as file:
            json.dump(settings, file)
        with open(folder + "/orthanc.log", "w", encoding="utf-8") as log:
            self.process = subprocess.Popen(["Orthanc", file.name], stdout=log, stderr=log)
        self._wait()

    def _wait(self):
        for _ in range(100):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.http}/system", timeout=2).close()
                return
            except (urllib.error.URLError, OSError):
                time.sleep(0.2)
        raise SystemExit("Orthanc did not start")

    def target(self):
        return Target(f"http://127.0.0.1:{self.http}/dicom-web", "ORTHANC", self.dicom, {})

    def stop(self):
        self.process.terminate()
        self.process.wait(30)


def written(folder, population, per_body):
    """Files of a population and STOW-RS bodies of them."""
    os.makedirs(folder)
    files = [file for study in range(population.studies) for file in population.study(study)]
    paths, bodies = [], []
    for number, content in enumerate(files):
        paths.append(f"{folder}/{number:05d}.dcm")
        with open(paths[-1], "wb") as file:
            file.write(content)
    for first in range(0, len(files), per_body):
        bodies.append(f"{folder}/{first:05d}.body")
        with open(bodies[-1], "wb") as file:
            file.write(multipart(files[first:first + per_body]))
    return paths, bodies, sum(map(len, files))


def plain_write(folder, paths):
    """Seconds to write the same files and sync each, which is what the disk itself takes."""
    contents = [open(path, "rb").read() for path in paths]
    began = time.perf_counter()
    for number, content in enumerate(contents):
        with open(f"{folder}/plain{number}", "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    return time.perf_counter() - began


def steps(folder):
    """Name, unit and what gives the figure for a target."""
    _, ct_bodies, ct_bytes = written(folder + "/ct", CT, 50)
    _, small_bodies, _ = written(folder + "/small", SMALL, 100)
    ct_files, _, dimse_bytes = written(folder + "/ct-dimse", CT_DIMSE, 50)
    small_files, _, _ = written(folder + "/small-dimse", SMALL_DIMSE, 100)
    image = f"/studies/{CT.study_uid(0)}/series/{CT.series_uid(0, 0)}/instances/{CT.instance_uid(0, 0, 0)}"
    print(f"The same CT files written and synced on this disk: {dimse_bytes / plain_write(folder, ct_files) / 1e6:.0f} MB/s\n")
    return (
        ("STOW-RS, CT slices of 0.5 MB, 50 in a request", "MB/s", lambda t: ct_bytes / t.stow(ct_bodies) / 1e6),
        ("STOW-RS, objects of 1 kB, 100 in a request", "/s", lambda t: SMALL.count / t.stow(small_bodies)),
        ("C-STORE, CT slices, one association", "/s", lambda t: CT_DIMSE.count / t.send(ct_files, 1)),
        ("C-STORE, small objects, four associations", "/s", lambda t: SMALL_DIMSE.count / t.send(small_files, 4)),
        ("QIDO-RS, 50 studies", "/s", lambda t: t.requests("/studies?limit=50", DICOM_JSON)),
        ("QIDO-RS by Patient ID", "/s", lambda t: t.requests("/studies?PatientID=" + SMALL.patient_id(20), DICOM_JSON)),
        ("QIDO-RS by name with a wildcard", "/s",
         lambda t: t.requests(f"/studies?PatientName={SMALL.patient_name(20)[:4]}*&limit=20", DICOM_JSON)),
        ("C-FIND by Patient ID, an association each", "/s", finding),
        ("metadata of 100 instances", "/s", lambda t: t.requests(f"/studies/{CT.study_uid(0)}/metadata", DICOM_JSON)),
        ("frame of 0.5 MB", "/s",
         lambda t: t.requests(image + "/frames/1", 'multipart/related; type="application/octet-stream"')),
        ("the same rendered as JPEG", "/s", lambda t: t.requests(image + "/rendered", "image/jpeg")),
        ("study of 52 MB", "/s", lambda t: t.requests(f"/studies/{CT.study_uid(0)}", OBJECTS, connections=1)),
    )


def finding(target):
    began = time.perf_counter()
    for number in range(40):
        target.find(SMALL.patient_id(number))
    return 40 / (time.perf_counter() - began)


def main():
    aegle = Aegle.of_environment()
    port = int(os.environ["AEGLE_BENCH_DICOM_PORT"])
    with tempfile.TemporaryDirectory(prefix="aegle-bench-") as folder:
        orthanc = Orthanc(folder, int(os.environ["AEGLE_BENCH_PEER_PORT"]))
        try:
            ours = Target(aegle.base + "/dicom-web", "AEGLE", port, aegle.authorization())
            measured = steps(folder)
            print("| what | Aegle | Orthanc | ratio |\n|---|---|---|---|", flush=True)
            for name, unit, run in measured:
                mine, theirs = run(ours), run(orthanc.target())
                print(f"| {name} | {mine:.0f} {unit} | {theirs:.0f} {unit} | {mine / theirs:.1f} |", flush=True)
        finally:
            orthanc.stop()


if __name__ == "__main__":
    main()
