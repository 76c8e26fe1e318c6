def test_one_for_each_sentence_with_a_link(run):
    found = run("He left because it rained. It rained. The rain led to a flood.")
    assert [(s.text, s.type) for s in found] == [
        ("He left because it rained.", "because"),
        ("The rain led to a flood.", "led to"),
    ]
    assert ["effect comes first" in s.reason for s in found] == [True, False]


def test_the_longest_link_is_named(run):
    assert run("He left because of rain.")[0].type == "because of"
