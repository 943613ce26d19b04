"""Starts or finds an API emulator for a test session, and gives each test its own world.

An emulator is found by the variable EMULATOR_URL. Without it one is started by the command of the ini option
`emulator_command` (default: api-emulator, the .NET tool) on a free port, with the arguments of `emulator_arguments`.
EMULATOR_CONTROL_TOKEN is the token of its control plane, where it wants one.
"""
import hashlib
import json
import os
import re
import shlex
import subprocess
import urllib.error
import urllib.request
from dataclasses import dataclass, field

import pytest

TOKEN = "TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I="

# Requests to this machine never go through a proxy.
_opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def pytest_addoption(parser):
    parser.addini("emulator_command", "the command that starts an emulator", default="api-emulator")
    parser.addini("emulator_arguments", "its options", default="--dataset docs")


@dataclass
class World:
    """A world of the emulator: its own data, clock, faults and journal."""

    url: str
    name: str
    headers: dict = field(default_factory=dict)

    @property
    def base_url(self):
        """For clients that cannot send a header: the same world by its path."""
        return f"{self.url}/worlds/{self.name}"

    def send(self, method, target, body=None, headers=None):
        """Sends a request in this world; returns its status and its JSON."""
        data = None if body is None else json.dumps(body).encode()
        sent = {"X-Emulator-World": self.name, "Content-Type": "application/json", **self._credentials(target), **(headers or {})}
        try:
            with _opener.open(urllib.request.Request(self.url + target, data, sent, method=method)) as response:
                return response.status, _json(response.read())
        except urllib.error.HTTPError as refused:
            return refused.code, _json(refused.read())

    def _credentials(self, target):
        """An emulator that other machines reach wants the token of its control plane there."""
        token = os.environ.get("EMULATOR_CONTROL_TOKEN")
        return {"Authorization": f"Bearer {token}"} if token and target.startswith("/_emulator/") else self.headers

    def reset(self):
        return self.send("POST", "/_emulator/reset")

    def delete(self):
        return self.send("DELETE", f"/_emulator/worlds/{self.name}")


@pytest.fixture(scope="session")
def emulator_url(request):
    """The address of an emulator: the one that EMULATOR_URL names, or one started for this session."""
    if os.environ.get("EMULATOR_URL"):
        yield os.environ["EMULATOR_URL"].rstrip("/")
        return
    command = shlex.split(request.config.getini("emulator_command")) + ["--urls", "http://127.0.0.1:0"]
    command += shlex.split(request.config.getini("emulator_arguments"))
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=request.config.rootpath) as process:
        for line in process.stdout:
            if line.startswith("Listening on "):
                break
        else:
            raise RuntimeError(f"{command[0]} did not start an emulator")
        yield line.removeprefix("Listening on ").strip()
        process.terminate()
        process.communicate()


@pytest.fixture
def emulator_world(emulator_url, request):
    """This test's own world: reset before the test, because an earlier run may have left its state, and deleted after it."""
    node = request.node.nodeid
    name = f"{re.sub('[^A-Za-z0-9]+', '-', node)[-55:].strip('-')}-{hashlib.sha256(node.encode()).hexdigest()[:8]}"
    world = World(emulator_url, name, {"Authorization": TOKEN})
    status, answer = world.reset()
    assert status == 200, answer
    yield world
    world.delete()


def _json(content):
    return json.loads(content) if content else None
