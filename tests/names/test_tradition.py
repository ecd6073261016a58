"""Which tradition lists of names follow."""

import pytest

from repatria.names import tradition_of


@pytest.mark.parametrize(
    ("cells", "tradition"),
    [
        ("محمد علي|Ahmed|Hassan", "arabic"),
        ("Mohamed El Sayed|Youssef Benali|Abdul Rahman Haddad|Fatima Zahra", "arabic"),
        ("Шевченко|Іван|Smith", "slavic"),
        ("Shevchenko|Kovalchuk|Ivan|Petrovych", "slavic"),
        ("John Smith|Mary Adams|Peter Ali|Sara Jones|William Salem|George Brown", "plain"),
        ("", "plain"),
    ],
)
def test_the_tradition_is_told_from_script_and_words(cells: str, tradition: str) -> None:
    assert tradition_of([cell for cell in cells.split("|") if cell]) == tradition
