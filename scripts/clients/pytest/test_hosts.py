HOST = "/api/v2/indicators/hosts/example.org"


def test_a_deleted_host_is_gone(ask):
    assert ask("DELETE", HOST)[0] == 200
    assert ask("GET", HOST)[0] == 404


def test_the_host_is_there_in_every_other_world(ask):
    status, answer = ask("GET", HOST)
    assert (status, answer["data"]["host"]["description"]) == (200, "Malicious domain.")


def test_a_token_expires_when_its_time_has_come(ask):
    ask("PUT", "/_emulator/clock", {"mode": "frozen", "now": "2100-01-01T00:00:00Z"})
    assert ask("GET", "/api/v2/whoami")[0] == 401
