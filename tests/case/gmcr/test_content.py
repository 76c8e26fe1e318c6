"""States of a file: by value, in the order of the decision makers' options."""

from detente.case.gmcr import Content, Decider


def content(*owned: tuple[int, ...], infeasible=()) -> Content:
    options = tuple((f"Act {k}", "yes") for k in range(sum(map(len, owned))))
    deciders = tuple(Decider(f"P{i}", own) for i, own in enumerate(owned))
    return Content(options, deciders, infeasible)


def test_the_order_is_that_of_the_owners():
    assert content((2,), (0, 1)).order == (2, 0, 1)


def test_states_are_valued_in_the_order_of_the_owners():
    never = (((2, True),),)  # the option that comes first once sorted by owner
    assert content((2,), (0, 1), infeasible=(never,)).states().tolist() == [0, 2, 4, 6]


def test_one_case_is_enough_to_make_a_state_infeasible():
    either = (((0, True), (1, False)), ((0, False),))
    assert content((0,), (1,), infeasible=(either,)).states().tolist() == [3]


def test_the_empty_case_is_met_everywhere_and_no_case_nowhere():
    assert content((0,), infeasible=(((),),)).states().tolist() == []
    assert content((0,), infeasible=((),)).states().tolist() == [0, 1]
