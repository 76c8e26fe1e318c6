"""`detente evolve`: the JSON shape that others rely on, and its options."""


def test_shape(as_json):
    code, data = as_json("evolve", "elmira-1991", "--model", "main", "--to", "s5")
    assert code == 0
    digest = data.pop("digest")
    assert len(digest) == 64
    s5 = ["uniroyal.delay", "lg.insist"]
    assert data == {
        "case": "elmira-1991",
        "model": "main",
        "form": "options",
        "start": ["uniroyal.delay"],
        "is_status_quo": True,
        "by": "improvements",
        "within": None,
        "complete": True,
        "count": 2,
        "states": [
            {
                "state": ["uniroyal.delay"],
                "moves": 0,
                "last": {},
                "from": [],
                "leavers": ["lg"],
                "stops": False,
            },
            {
                "state": s5,
                "moves": 1,
                "last": {"lg": 1},
                "from": [{"actor": "lg", "state": ["uniroyal.delay"]}],
                "leavers": [],
                "stops": True,
            },
        ],
        "cycles": [],
        "to": [
            {
                "target": "s5",
                "by": "improvements",
                "states": 1,
                "complete": True,
                "reached": [{"state": s5, "moves": 1}],
                "ways": [[{"actor": "lg", "to": s5}]],
            }
        ],
    }


def test_the_flagship_stays_where_it_is_and_a_deal_takes_moves_nobody_gains_from(as_json):
    _, data = as_json("evolve", "japan-russia", "--model", "2016-12", "--to", "two_islands")
    assert (data["count"], data["states"][0]["stops"]) == (1, True)
    gladly, anyhow = data["to"]
    assert (gladly["reached"], gladly["complete"]) == ([], True)
    assert anyhow["reached"][0]["moves"] == 1
    assert {step["actor"] for way in anyhow["ways"] for step in way} == {"ru"}


def test_cycles(as_json):
    _, data = as_json("evolve", "cuba-1962")
    (cycle,) = data["cycles"]
    assert (len(cycle["states"]), cycle["closed"]) == (4, False)


def test_start_kind_and_number_of_moves(as_json, detente):
    arguments = ["evolve", "elmira-1991", "--model", "main", "--from", "uniroyal.delay, lg.insist"]
    _, data = as_json(*arguments, "--by", "moves", "--within", "1")
    assert (data["is_status_quo"], data["by"], data["within"]) == (False, "moves", 1)
    assert (data["count"], data["complete"]) == (5, False)
    _, data = as_json("evolve", "elmira-1991", "--model", "literature", "--from", "S5")
    assert (data["start"], data["count"]) == ("s5", 1)
    code, out, _ = detente("evolve", "elmira-1991", "--model", "main", "--from", "")
    assert code == 2
    assert out == ""


def test_conditions(as_json):
    _, data = as_json("evolve", "elmira-1991", "--model", "main", "--fix", "lg.insist=no")
    assert data["count"] == 1


def test_a_drawing(detente, tmp_path):
    path = tmp_path / "cuba.svg"
    code, out, _ = detente("evolve", "cuba-1962", "--figure", path)
    assert code == 0
    assert out.rstrip().endswith(f"Written: {path}")
    assert path.read_text(encoding="utf-8").startswith("<svg xmlns=")
    code, _, err = detente("evolve", "cuba-1962", "--figure", tmp_path / "cuba.pdf")
    assert (code, "written as SVG" in err) == (2, True)
