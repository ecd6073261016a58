import json

from repatria.history import documents, load, with_rows
from tests.history.builders import exchange, history


def test_the_document_is_json_and_names_its_version():
    document = json.loads(json.dumps(documents.document(load())))
    assert document["version"] == documents.version(load())
    assert len(document["exchanges"]) == len(load())


def test_the_version_changes_with_any_cell_and_with_nothing_else():
    one, other = exchange("2024-03-01", "5", "5"), exchange("2024-03-01", "5", "6")
    assert documents.version(history(one)) == documents.version(history(one))
    assert documents.version(history(one)) != documents.version(history(other))


def test_an_unknown_number_is_null_and_a_correction_is_counted():
    old, new = exchange("2024-03-01", "5"), exchange("2024-03-01", "6")
    corrected = with_rows(history(old), [new])
    told = documents.exchange(new, corrected)
    assert told["returned"][1]["total"] is None
    assert told["corrects"] == 1
