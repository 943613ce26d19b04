HOST = "/api/v2/indicators/hosts/example.org"


def test_a_deleted_host_is_gone(send):
    assert send("DELETE", HOST)[0] == 200
    assert send("GET", HOST)[0] == 404


def test_the_host_is_there_in_every_other_world(send):
    status, answer = send("GET", HOST)
    assert (status, answer["data"]["host"]["description"]) == (200, "Malicious domain.")


def test_a_token_expires_when_its_time_has_come(send):
    send("PUT", "/_emulator/clock", {"mode": "frozen", "now": "2100-01-01T00:00:00Z"})
    assert send("GET", "/api/v2/whoami")[0] == 401
