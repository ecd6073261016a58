"""Pictures for shared links: their size, their bytes, what they say in words, what they withhold."""

from io import BytesIO

import pytest
from PIL import Image

from repatria.paper import BadPaper
from repatria.paper.pictures import HEIGHT, WIDTH, Count, ExchangePicture, alternative_text, picture

COUNTS = [Count("came home to North", 157), Count("came home to South", 159), Count("owed", None)]
DRAWN = ExchangePicture("157 for 157", COUNTS, "2026-03-01", "Border post")


@pytest.mark.parametrize("code", ["en", "uk", "ru", "ar", "fr"])
def test_a_picture_has_the_size_that_boards_expect(code):
    made = Image.open(BytesIO(picture(DRAWN, language_code=code)))
    assert (made.format, made.size) == ("PNG", (WIDTH, HEIGHT))


def test_the_same_data_give_the_same_bytes_and_another_number_gives_others():
    other = ExchangePicture(DRAWN.title, [Count("came home to North", 158), *COUNTS[1:]], DRAWN.day, DRAWN.place)
    assert picture(DRAWN, language_code="ar") == picture(DRAWN, language_code="ar")
    assert picture(DRAWN, language_code="ar") != picture(other, language_code="ar")


def test_arabic_begins_at_the_right():
    def ink(box, code):
        grey = Image.open(BytesIO(picture(ExchangePicture("157"), language_code=code))).convert("L").crop(box)
        return sum(1 for dot in grey.tobytes() if dot > 200)

    left, right = (60, 150, 400, 480), (800, 150, 1140, 480)
    assert ink(left, "en") > 500 > ink(right, "en")
    assert ink(right, "ar") > 500 > ink(left, "ar")


@pytest.mark.parametrize("title", ["W" * 500, "Щедрий " * 70, "م" * 500])
def test_a_long_title_and_a_long_place_leave_the_margins_free(title):
    drawn = ExchangePicture(title, [Count(title, 12_345_678)], "2022-03-24 – 2026-03-01", "W" * 60)
    grey = Image.open(BytesIO(picture(drawn, language_code="uk"))).convert("L")
    ground = grey.getpixel((2, 2))
    for box in ((0, 0, 70, HEIGHT), (WIDTH - 70, 0, WIDTH, HEIGHT), (0, HEIGHT - 40, WIDTH, HEIGHT)):
        assert set(grey.crop(box).tobytes()) == {ground}


def test_the_words_for_who_cannot_see_it():
    assert alternative_text(DRAWN, language_code="en") == (
        "157 for 157. 2026-03-01. Border post. "
        "came home to North: 157. came home to South: 159. owed: not published"
    )


def test_more_numbers_than_there_is_room_for_are_refused():
    with pytest.raises(BadPaper, match="at most 3"):
        ExchangePicture("x", [*COUNTS, COUNTS[0]])
