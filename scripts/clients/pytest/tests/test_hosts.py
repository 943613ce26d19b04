import pytest

HOST = "/api/v2/indicators/hosts/example.org"


def test_a_deleted_host_is_gone(emulator_world):
    assert emulator_world.send("DELETE", HOST)[0] == 200
    assert emulator_world.send("GET", HOST)[0] == 404


def test_the_host_exists_in_every_other_world(emulator_world):
    status, answer = emulator_world.send("GET", HOST)
    assert (status, answer["data"]["host"]["description"]) == (200, "Malicious domain.")


def test_a_token_expires(emulator_world):
    emulator_world.send("PUT", "/_emulator/clock", {"mode": "frozen", "now": "2100-01-01T00:00:00Z"})
    assert emulator_world.send("GET", "/api/v2/whoami")[0] == 401


def test_a_world_has_a_base_url(emulator_world):
    assert emulator_world.base_url == f"{emulator_world.url}/worlds/{emulator_world.name}"


@pytest.mark.parametrize("number", range(500))
def test_each_of_500_tests_has_its_own_world(emulator_world, number):
    assert emulator_world.send("DELETE", HOST)[0] == 200
