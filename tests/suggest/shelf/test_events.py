import pytest


@pytest.mark.parametrize(
    ("text", "type_", "actor", "recipient"),
    [
        ("Japan imposed sanctions on Russia.", "SANCTION", "JPN", "RUS"),
        ("Finland will give Tanzania a grant.", "AGREE", "FIN", "TZA"),
        ("NATO will bomb Serbia.", "THREATEN", "NATO", "SRB"),
        ("Russia did not agree to the offer of Japan.", "REJECT", "RUS", "JPN"),
        (
            "Palestinian leaders said they would boycott the United States.",
            "THREATEN",
            "PSE",
            "USA",
        ),
        ("Peru has issued an ultimatum to Ecuador.", "THREATEN", "PER", "ECU"),
        ("Iraqi students protested against the Iraqi government.", "PROTEST", "IRQ", "IRQ"),
        ("Japanese firms were evicted by Russia.", "SANCTION", "RUS", "JPN"),
        ("Israel and Lebanon resumed talks.", "CONSULT", "ISR,LBN", "ISR,LBN"),
    ],
)
def test_who_did_what_to_whom(run, text, type_, actor, recipient):
    (found,) = run(text)
    assert found.type == type_
    assert (",".join(found.actor), ",".join(found.recipient)) == (actor, recipient)


@pytest.mark.parametrize(
    "text",
    ["Japan could reject Russia.", "All saw the attack on Japan.",
     "They came to halt attacks of Iran.", "If Japan rejects Russia, all will change.",
     "They arrested students.", "The weather was fine in Japan."],
)  # fmt: skip
def test_what_is_imagined_or_has_no_actor_is_left_out(run, text):
    assert run(text) == ()


def test_a_governed_verb_is_part_of_the_one_that_governs_it(run):
    assert [s.type for s in run("Iran threatened to attack Iraq.")] == ["THREATEN"]
    assert [s.type for s in run("Russia forced Japan to join the sanctions.")] == [
        "COERCE",
        "SANCTION",
    ]


def test_a_verb_behind_a_preposition_is_a_plan_and_no_act(run):
    assert run("Japan has a chance for normalizing ties with Russia.") == ()
    assert [s.type for s in run("Japan helped by imposing sanctions on Russia.")] == ["SANCTION"]


def test_a_missing_recipient_is_the_other_side_named_before(run):
    _, second = run("Japan rejected Russia. Then Putin issued an ultimatum.")
    assert (second.actor, second.recipient) == (("RUS",), ("JPN",))
    assert "“Japan”, named before it, is meant" in second.reason
    (alone,) = run("Putin issued an ultimatum.")
    assert alone.recipient == ()


def test_the_date_of_the_sentence_is_that_of_the_event(run):
    first, second = run("Japan rejected Russia in 2014. Japan rejected China.")
    assert (str(first.date), second.date) == ("2014", None)


def test_who_says_so_and_denial_are_kept(run):
    (found,) = run("Japan has never visited Russia, China said.")
    assert (found.negated, found.asserted_by) == (True, "CHN")


def test_the_same_act_counts_once_in_a_sentence(run):
    assert len(run("Japan rejected the plan of Russia and rejected the offer of Russia.")) == 1


def test_a_source_cited_in_brackets_says_so(run):
    (found,) = run("Japan has imposed sanctions on Russia (River News, September 24).")
    assert found.asserted_by == "River News"


def test_a_clause_ends_without_its_link(run):
    (found,) = run("Japan rejected Russia, and all was well because it rained.")
    assert found.text == "Japan rejected Russia, and all was well"
    assert run("Japan rejected Russia, but it rained.")[0].text == "Japan rejected Russia"


def test_an_infinitive_counts_only_where_it_was_done(run):
    assert run("Japan waits to visit Russia.") == ()
    assert [s.type for s in run("Yeltsin was forced to call off a trip to Japan.")] == ["SANCTION"]


def test_whom_it_concerns_stands_in_its_clause_or_behind_an_opening_link(run):
    assert run("Japan rejected the plan because China objected.")[0].recipient == ()
    assert run("Japan demanded that China wait.")[0].recipient == ("CHN",)
