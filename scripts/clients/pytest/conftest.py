import json
import os
import re
import subprocess
import urllib.error
import urllib.request
from pathlib import Path

import pytest

TOKEN = "TC-Token APIV2:1:emulator:4102444800000:ZW11bGF0b3I="


@pytest.fixture(scope="session")
def emulator():
    """The address of an emulator: the one that EMULATOR_URL names, or one started for these tests."""
    if "EMULATOR_URL" in os.environ:
        yield os.environ["EMULATOR_URL"].rstrip("/")
        return
    project = Path(__file__).parents[3] / "emulator"
    command = ["dotnet", "run", "--project", project, "--", "--urls", "http://127.0.0.1:0", "--dataset", "docs"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            if line.startswith("Listening on "):
                break
        else:
            raise RuntimeError("the emulator did not start")
        yield line.removeprefix("Listening on ").strip()
        process.terminate()
        process.communicate()


@pytest.fixture
def send(emulator, request):
    """Sends a request in the test's own world, which no other test sees."""
    world = re.sub("[^A-Za-z0-9]+", "-", request.node.name)[:64]

    def send_in_world(method, target, body=None):
        headers = {"X-Emulator-World": world, "Authorization": TOKEN, "Content-Type": "application/json"}
        data = None if body is None else json.dumps(body).encode()
        try:
            with urllib.request.urlopen(urllib.request.Request(emulator + target, data, headers, method=method)) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as refused:
            return refused.code, json.load(refused)

    # An earlier run against the same emulator left its state there.
    send_in_world("POST", "/_emulator/reset")
    return send_in_world
