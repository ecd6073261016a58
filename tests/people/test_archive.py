import struct
import zipfile
from io import BytesIO

import pytest

from repatria.people import Limits, read_list, read_lists
from tests.people.builders import (
    HEADER,
    NORTHERNERS,
    SOUTHERNERS,
    as_text,
    decided,
    read_text,
    sheet,
    workbook,
    zipped,
)

LIST = as_text(NORTHERNERS).encode()


def read_zip(folder, content, **settled):
    return read_text(folder, content, "lists.zip", **settled)


def test_a_zip_of_one_list_is_that_list(tmp_path):
    reading = read_zip(tmp_path, zipped({"north/list.csv": LIST, "__MACOSX/._list.csv": b"x", ".DS_Store": b"x"}))
    assert (reading.outcome, list(reading.rows())) == ("rows", NORTHERNERS)
    assert reading.file.endswith("lists.zip/north/list.csv")


def test_a_zip_of_several_lists_gives_each(tmp_path):
    path = tmp_path / "lists.zip"
    south = workbook({"list": sheet([HEADER, *SOUTHERNERS])})
    path.write_bytes(zipped({"north.csv": LIST, "south.xlsx": south, "bad.csv": b"%PDF-1.7"}))
    readings = read_lists(path, decided())
    assert [reading.outcome for reading in readings] == ["rows", "rows", "refuse"]
    assert list(readings[1].rows()) == SOUTHERNERS
    assert "3 lists" in read_list(path).refusal


@pytest.mark.parametrize("name", ["/etc/cron.d/x.csv", "../x.csv", "a/../../x.csv", "..\\x.csv", "C:\\x.csv"])
def test_a_name_that_leads_out_of_the_folder_is_refused(tmp_path, name):
    assert "leads out" in read_zip(tmp_path, zipped({name: LIST})).why


def test_a_link_is_refused(tmp_path):
    link = zipfile.ZipInfo("list.csv")
    link.external_attr = 0o120777 << 16
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert "link" in read_zip(tmp_path, packed.getvalue()).why


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("other", ["list.csv", "LIST.CSV"])
def test_one_name_for_two_parts_is_refused(tmp_path, other):
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("list.csv", LIST)
        archive.writestr(other, LIST)
    assert "same name" in read_zip(tmp_path, packed.getvalue()).why


def test_what_grows_too_much_is_refused_before_it_is_unpacked(tmp_path):
    bomb = zipped({"list.csv": bytes(20_000_000)})
    assert len(bomb) < 100_000
    assert "grow" in read_zip(tmp_path, bomb).why
    assert "unpack to more" in read_zip(tmp_path, bomb, limits=Limits(part_ratio=10**6, unpacked_bytes=10**6)).why


def test_two_gigabytes_of_zeros_are_refused_by_what_the_directory_says(tmp_path):
    small = bytearray(zipped({"list.csv": LIST}))
    directory = small.rindex(b"PK\x01\x02")
    small[directory + 24 : directory + 28] = struct.pack("<L", 2_000_000_000)
    assert "unpack to more" in read_zip(tmp_path, bytes(small)).why


def test_a_directory_that_lies_about_a_size_is_refused(tmp_path):
    small = bytearray(zipped({"list.csv": LIST}))
    directory = small.rindex(b"PK\x01\x02")
    small[directory + 24 : directory + 28] = struct.pack("<L", len(LIST) + 3)
    assert "tampered" in read_zip(tmp_path, bytes(small)).why


def test_a_password_is_refused(tmp_path):
    locked = bytearray(zipped({"list.csv": LIST}))
    locked[locked.rindex(b"PK\x01\x02") + 8] |= 1
    assert "password" in read_zip(tmp_path, bytes(locked)).why


def test_too_many_parts_are_refused(tmp_path):
    many = zipped({f"{i}.csv": b"" for i in range(501)})
    assert "parts" in read_zip(tmp_path, many).why


def test_a_zip_inside_a_zip_and_other_things_are_refused(tmp_path):
    for name, content in (
        ("a.zip", zipped({"list.csv": LIST})),
        ("a.csv", zipped({"b.csv": LIST})),
        ("a.exe", b"MZ"),
    ):
        assert read_zip(tmp_path, zipped({name: content})).outcome == "refuse"


def test_an_empty_zip_is_refused(tmp_path):
    assert read_zip(tmp_path, zipped({})).outcome == "refuse"


def test_parts_that_share_bytes_are_refused(tmp_path):
    packed = bytearray(zipped({"a.csv": LIST, "b.csv": LIST}))
    second = packed.rindex(b"PK\x01\x02")
    packed[second + 42 : second + 46] = struct.pack("<L", 0)
    assert read_zip(tmp_path, bytes(packed)).outcome == "refuse"
