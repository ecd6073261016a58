from repatria.planning.cycles import solve_cycles
from tests.planning.cycles.offers import pool_document

# The shape of Ankara, 1 August 2024, on invented offers: North (N) holds most, South's two partners (P, R) hold one
# captive of North's each and ask for nothing for themselves; South (S) and Iris's country (I) are to receive.
ANKARA = pool_document(
    ["N1", "N2", "N3", "S1", "I1", "+P1", "+R1"],
    [
        ("P1", "N1", 1),  # North wants the captives that P, R, S and I hold
        ("R1", "N2", 1),
        ("S1", "N3", 1),
        ("S1", "N1", 1),
        ("I1", "N3", 1),
        ("N1", "I1", 1),  # S and I want captives that North holds
        ("N2", "S1", 1),
        ("N3", "S1", 1),
        ("N3", "I1", 1),
    ],
)


def test_states_that_receive_nobody_begin_chains_and_everybody_deals():
    plan = solve_cycles(ANKARA)
    assert plan.status == "optimal"
    assert {chain[0] for chain in plan.chains} == {"P1", "R1"}
    assert plan.objective == (5,)  # each of the five offers that ask receives
    assert {why.code for why in plan.why.values()} == {"chosen"}


def test_every_offer_is_told_with_whom_it_deals():
    plan = solve_cycles(
        pool_document(["N1", "S1", "+I1", "H1"], [("N1", "S1", 1), ("S1", "N1", 1), ("I1", "H1", 1)])
    )
    assert plan.why["N1"].because == (
        "receives from S1 (S) and gives to S1 (S), in a cycle of 2 offers handed over at one moment"
    )
    assert plan.why["I1"].because == ("gives to H1 (H) and asks for nothing: it begins a chain of 1 handover")
    assert plan.why["H1"].because == (
        "receives from I1 (I); the chain that I1 (I) began ends here, so it gives nobody"
    )


def test_who_is_left_out_is_told_what_taking_it_in_would_cost():
    pairs = [("N1", "S1", 5), ("S1", "N1", 5), ("N1", "S2", 5), ("S2", "N1", 5), ("N1", "H1", 1), ("H1", "N1", 2)]
    plan = solve_cycles(pool_document(["N1", "S1", "S2", "H1"], pairs))
    (left_out,) = {"S1", "S2"} - {offer for cycle in plan.cycles for offer in cycle}
    assert plan.why["H1"].code == plan.why[left_out].code == "not_chosen"
    assert plan.why["H1"].because == "every deal that takes it in is worth at least 7 less"
    assert "may be as good, none is better" in plan.why[left_out].because


def test_who_cannot_be_in_any_deal_is_told_so():
    plan = solve_cycles(pool_document(["N1", "S1", "+I1"], [("N1", "S1", 5)]))
    assert plan.why["N1"].because == "no cycle and no chain of the lengths allowed passes it"
    assert plan.why["I1"].because == "no offer wants its captive, or chains are not allowed"
