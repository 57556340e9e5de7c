"""What the measurements say to an Aegle that runs: as an API client over DICOMweb, and as a person in the portal."""
import base64
import html
import http.client
import http.cookies
import json
import os
import re
import time
import urllib.parse

from objects import BOUNDARY

DICOM_JSON = "application/dicom+json"


class Refused(Exception):
    """An answer that is no success."""


class Connection:
    """One kept connection; not for several threads."""

    def __init__(self, base, headers=None):
        where = urllib.parse.urlsplit(base)
        self.wire = http.client.HTTPConnection(where.hostname, where.port, timeout=600)
        self.prefix = where.path.rstrip("/")
        self.headers = dict(headers or {})

    def ask(self, method, path, body=None, headers=None):
        """The body and the response of a request that must succeed or redirect."""
        self.wire.request(method, self.prefix + path, body, {**self.headers, **(headers or {})})
        response = self.wire.getresponse()
        content = response.read()
        if response.status >= 400:
            raise Refused(f"{method} {path}: {response.status} {content[:300].decode(errors='replace')}")
        return content, response

    def timed(self, path, accept):
        """Seconds until an answer is here whole, and the answer."""
        start = time.perf_counter()
        content, _ = self.ask("GET", path, headers={"Accept": accept})
        return time.perf_counter() - start, content


class Aegle:
    """A running Aegle with its demo hospital."""

    def __init__(self, base, password):
        self.base = base
        self.password = password

    @classmethod
    def of_environment(cls):
        """The one that bin/bench started."""
        return cls(os.environ["AEGLE_BENCH_BASE"], os.environ["AEGLE_DEMO_PASSWORD"])

    def authorization(self):
        basic = base64.b64encode(f"demo-emr:{self.password}".encode()).decode()
        body = "grant_type=client_credentials&scope=" + urllib.parse.quote("system/*.cruds")
        answer, _ = Connection(self.base).ask(
            "POST", "/oauth/token", body,
            {"Authorization": "Basic " + basic, "Content-Type": "application/x-www-form-urlencoded"})
        return {"Authorization": "Bearer " + json.loads(answer)["access_token"]}

    def dicomweb(self):
        return Connection(self.base + "/dicom-web", self.authorization())


def store(connection, body):
    """STOW-RS of a body made by objects.multipart; all of it must be stored."""
    answer, response = connection.ask(
        "POST", "/studies", body,
        {"Content-Type": f'multipart/related; type="application/dicom"; boundary={BOUNDARY}', "Accept": DICOM_JSON})
    if response.status != 200:
        raise Refused(f"not all was stored: {response.status} {answer[:300].decode(errors='replace')}")


class Portal:
    """A signed-in browser without a browser."""

    def __init__(self, aegle, account):
        self.connection = Connection(aegle.base)
        self.cookies = http.cookies.SimpleCookie()
        page = self._ask("GET", "/login")
        form = {name: html.unescape(value) for name, value in
                re.findall(r'<input[^>]*type="hidden"[^>]*name="([^"]*)"[^>]*value="([^"]*)"', page)}
        names = re.findall(r'<input[^>]*name="([^"]*)"', page) + re.findall(r'<button[^>]*name="([^"]*)"', page)
        for name in names:
            if name.endswith("username"):
                form[name] = account
            elif name.endswith("password"):
                form[name] = aegle.password
            else:
                form.setdefault(name, "")
        self._ask("POST", "/login", urllib.parse.urlencode(form))

    def timed(self, path):
        start = time.perf_counter()
        page = self._ask("GET", path)
        return time.perf_counter() - start, page

    def _ask(self, method, path, body=None):
        headers = {"Cookie": "; ".join(f"{one.key}={one.value}" for one in self.cookies.values())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        content, response = self.connection.ask(method, path, body, headers)
        for line in response.msg.get_all("Set-Cookie", []):
            self.cookies.load(line)
        return content.decode(errors="replace")
