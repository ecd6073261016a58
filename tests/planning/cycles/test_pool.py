import pytest

from repatria.planning.cycles import read_pool
from repatria.planning.errors import BadInstance
from tests.planning.cycles.offers import pool_document

OFFERS = ["+I1", "N1", "S1"]
ARCS = [("N1", "S1", 1), ("S1", "N1", 2)]


def refused(**changes):
    with pytest.raises(BadInstance) as caught:
        read_pool(pool_document(OFFERS, ARCS) | changes)
    return str(caught.value)


def vertex(**changes):
    return {"vertices": [{"id": "N1", "party": "N", "gives": "C1", "unconditional": False} | changes]}


@pytest.mark.parametrize(
    ("arc", "said"),
    [
        (["N1", "N1", 1], "arcs, row 3: leads from an offer to itself"),
        (["N1", "I1", 1], "arcs, row 3: leads into an unconditional offer, which asks for nothing"),
        (["N1", "S1", 5], "arcs, row 3: the same two offers stand in an earlier row"),
        (["N1", "X9", 1], "arcs, row 3: names an offer that is not among the vertices"),
        (["N1", ["S1"], 1], "arcs, row 3: names an offer that is not among the vertices"),
        (["N1", "S1"], "arcs, row 3: must be a list of offer, offer and weight"),
        ("N1S", "arcs, row 3: must be a list of offer, offer and weight"),
        (["S1", "N1", 1.5], "arcs, row 3: the weight must be a whole number"),
        (["S1", "N1", True], "arcs, row 3: the weight must be a whole number"),
        (["S1", "N1", 10**30], "arcs, row 3: the weight must be a whole number"),
        (["S1", "N1", None], "arcs, row 3: the weight must be a whole number"),
    ],
)
def test_an_arc_that_cannot_be_is_refused_with_its_row(arc, said):
    assert refused(arcs=[*ARCS, arc]).startswith(said)


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"max_cycle": -1}, "max_cycle"),
        ({"max_cycle": None}, "max_cycle"),
        ({"max_chain": 2.0}, "max_chain"),
        ({"vertices": None}, "vertices"),
        ({"arcs": {}}, "arcs"),
        ({"cycles": 1}, "cycles"),
        (vertex(id=""), "vertices, row 1, id"),
        (vertex(party="Z"), "vertices, row 1, party"),
        (vertex(unconditional="no"), "vertices, row 1, unconditional"),
        (vertex(wants="S1"), "vertices, row 1, wants"),
        ({"vertices": ["N1"]}, "vertices, row 1"),
    ],
)
def test_a_field_that_breaks_the_format_is_named(changes, place):
    assert place in refused(**({"arcs": []} | changes))


def test_an_offer_that_stands_there_twice_is_refused():
    assert "row 2" in refused(vertices=vertex()["vertices"] * 2, arcs=[])


def test_arcs_are_sorted_so_that_their_order_in_the_file_does_not_matter():
    one, other = (read_pool(pool_document(OFFERS, arcs)) for arcs in (ARCS, ARCS[::-1]))
    assert (one.tail.tolist(), one.head.tolist(), one.weight.tolist()) == ([1, 2], [2, 1], [1, 2])
    assert one.arc_number == other.arc_number
