"""Who may come in, with which code, and what a phone is given."""

import pytest

from modules.phone.cookies import DEVICE
from tests.a_room import GUIDE, PLAIN
from tests.phone.a_site import ASite, value_of

WRONG = "No workshop is running under this code. Check the eight digits on the big screen."
WRITTEN = "What you write may be shown word for word, after a moderator has read it."
SLOW = "Too many tries at once."


def test_a_typed_code_leads_to_the_room(site):
    answer = site.phone(joined=False).post("/join", data={"code": site.code})

    assert (answer.status_code, answer.headers["location"]) == (303, f"/j/{site.code}")


@pytest.mark.parametrize("written", ["/join/{}", "/J/{}", "/J/{}?language=de"])
def test_an_address_with_a_code_leads_to_its_room(site, written):
    answer = site.phone(joined=False).get(written.format(site.code))

    led_to = written.format(site.code).replace("/join/", "/j/").replace("/J/", "/j/")
    assert (answer.status_code, answer.headers["location"]) == (303, led_to)


def test_a_code_in_an_address_leads_to_no_other_place(site):
    answer = site.phone(joined=False).get("/join/%3F%0D%0Ax:")

    assert answer.headers["location"] == "/j/%3F%0D%0Ax%3A"


@pytest.mark.parametrize("form", ["{} {}", " {}\t{} ", "{}-{}", "{}\u00a0{}"])
def test_spaces_in_a_code_are_ignored(site, form):
    typed = form.format(site.code[:4], site.code[4:])

    answer = site.phone(joined=False).post("/join", data={"code": typed})

    assert answer.headers["location"] == f"/j/{site.code}"


def test_digits_of_other_scripts_are_digits(site):
    typed = "".join(chr(0x660 + int(d)) for d in site.code)

    answer = site.phone(joined=False).post("/join", data={"code": typed})

    assert answer.headers["location"] == f"/j/{site.code}"


@pytest.mark.parametrize(
    "typed", ["", "1234", "00000000", "abcdefgh", "9" * 5000, "' or 1=1", "²³"]
)
def test_a_wrong_code_leads_back_to_the_form(site, typed):
    answer = site.phone(joined=False).post("/join", data={"code": typed})

    assert answer.status_code == 404
    assert WRONG in answer.text
    assert 'action="/join"' in answer.text


def test_what_was_typed_stays_in_the_form(site):
    answer = site.phone(joined=False).post("/join", data={"code": '"><b>1'})

    assert 'value="&#34;&gt;&lt;b&gt;1"' in answer.text


def test_after_five_wrong_codes_in_a_second_every_typed_code_waits(site):
    phone = site.phone(joined=False)
    for _ in range(5):
        assert phone.post("/join", data={"code": "00000000"}).status_code == 404

    wrong = phone.post("/join", data={"code": "00000000"})
    right = phone.post("/join", data={"code": site.code})
    address = phone.get(f"/j/{site.code}")

    assert [a.status_code for a in (wrong, right, address)] == [429, 429, 429]
    assert all(SLOW in a.text and a.headers["retry-after"] == "1" for a in (wrong, right))


def test_a_second_later_the_right_code_is_taken_again(site):
    phone = site.phone(joined=False)
    for _ in range(6):
        phone.post("/join", data={"code": "00000000"})
    site.room.clock.forward(seconds=1)

    assert phone.post("/join", data={"code": site.code}).status_code == 303


def test_codes_tried_in_the_address_count_as_typed(site):
    phone = site.phone(joined=False)
    for code in ("00000000", "1", "x", "00000001", "00000002"):
        assert phone.get(f"/j/{code}").status_code == 404

    assert phone.get(f"/j/{site.code}").status_code == 429


def test_joined_phones_and_the_qr_link_do_not_wait(site):
    joined, guessing, scanning = site.phone(), site.phone(joined=False), site.phone(joined=False)
    for _ in range(6):
        guessing.post("/join", data={"code": "00000000"})

    welcome = scanning.get(f"/q/{site.view.join_secret}")
    invited = value_of(welcome.text, "invited")
    came_in = scanning.post(f"/j/{site.code}/join", data={"invited": invited})

    assert (welcome.status_code, came_in.status_code) == (200, 303)
    assert joined.get(f"/j/{site.code}").status_code == 200
    assert scanning.get(f"/j/{site.code}").status_code == 200


def test_a_wrong_secret_in_the_form_waits_like_a_code(site):
    phone = site.phone(joined=False)
    for _ in range(6):
        phone.post("/join", data={"code": "00000000"})

    answer = phone.post(f"/j/{site.code}/join", data={"invited": "0" * 16})

    assert answer.status_code == 429


def test_an_unknown_qr_link_is_refused(site):
    answer = site.phone(joined=False).get("/q/0123456789abcdef")

    assert (answer.status_code, WRONG in answer.text) == (404, True)


def test_the_welcome_holds_the_promise_and_one_button(site):
    page = site.phone(joined=False).sees()

    assert "Your answers are anonymous once the result is shown or the room moves on." in page
    assert "Of what you choose only totals are shown, and only from 5 answers." in page
    assert WRITTEN in page
    assert page.count("<button") == 1


def test_a_guide_without_texts_says_nothing_of_them(tmp_path):
    site = ASite.at(tmp_path)
    chosen = GUIDE.replace("kind: text", "kind: choice").replace("entries: 2", "options: [A, B]")
    site.room.start(guide=chosen)

    assert WRITTEN not in site.phone(joined=False).sees()


def test_the_welcome_of_a_practice_promises_nothing(tmp_path):
    site = ASite.at(tmp_path)
    site.room.start(practice=True)

    page = site.phone(joined=False).sees()

    assert "This is practice. It is not anonymous." in page
    assert "Everything is deleted within an hour of the end." in page
    assert "Your answers are anonymous" not in page


def test_joining_hands_out_a_cookie_for_this_room_only(site):
    answer = site.phone(joined=False).post(f"/j/{site.code}/join")

    name, *rest = answer.headers["set-cookie"].split("; ")
    assert name.startswith(f"{DEVICE}=")
    assert sorted(r for r in rest if not r.startswith("expires")) == [
        "HttpOnly",
        "Max-Age=86400",
        f"Path=/j/{site.code}",
        "SameSite=lax",
    ]


def test_the_cookie_is_for_https_alone_where_everybody_comes_by_https(tmp_path):
    site = ASite.at(tmp_path, public_url="https://workshop.example.org")
    site.room.start()

    answer = site.phone(joined=False).post(f"/j/{site.code}/join")

    assert "Secure" in answer.headers["set-cookie"].split("; ")


def test_joining_twice_keeps_the_first_token(site):
    phone = site.phone()

    again = phone.post(f"/j/{site.code}/join")

    assert (again.status_code, "set-cookie" in again.headers) == (303, False)


def test_two_phones_get_different_tokens(site):
    first, second = site.phone(), site.phone()

    assert first.cookies[DEVICE] != second.cookies[DEVICE]


@pytest.mark.parametrize("forged", ["00" * 32, "00" * 16, "", "zz", "é" * 64, "0" * 5000])
def test_a_token_of_ones_own_making_is_not_a_phone(site, forged):
    phone = site.phone(joined=False)
    site.room.at(PLAIN)

    headers = {"Cookie": f"{DEVICE}={forged}".encode()}

    page = phone.get(f"/j/{site.code}", headers=headers)
    answer = phone.post(f"/j/{site.code}/answer", data={"choice": "a"}, headers=headers)
    assert ("Welcome to the workshop" in page.text, answer.status_code) == (True, 403)


def test_a_token_of_another_room_is_not_a_phone_here(site):
    value = site.phone().cookies[DEVICE]
    site.room.start()

    page = site.phone(joined=False).get(f"/j/{site.code}", headers={"Cookie": f"{DEVICE}={value}"})

    assert "Welcome to the workshop" in page.text


def test_a_locked_room_takes_nobody_but_those_inside(site):
    inside, outside = site.phone(), site.phone(joined=False)
    site.lock()

    refused = outside.post(f"/j/{site.code}/join")

    assert refused.status_code == 403
    assert "The room is locked. Ask the facilitator to unlock it for you." in refused.text
    assert "You are in" in inside.sees()


def test_a_full_room_takes_nobody_more(tmp_path):
    site = ASite.at(tmp_path)
    site.room.start(practice=True)
    for _ in range(10):
        site.phone()

    refused = site.phone(joined=False).post(f"/j/{site.code}/join")

    assert refused.status_code == 403
    assert "The room is full. Ask the facilitator for help." in refused.text


def test_after_the_end_nobody_joins(site):
    code, secret = site.code, site.view.join_secret
    phone = site.phone(joined=False)
    site.end()

    answers = [phone.get(f"/j/{code}"), phone.post(f"/j/{code}/join"), phone.get(f"/q/{secret}")]

    assert [a.status_code for a in answers] == [410, 410, 410]
    assert all("This workshop has ended." in a.text for a in answers)


def test_leaving_takes_the_cookie_back(site):
    phone = site.phone()

    answer = phone.post(f"/j/{site.code}/leave")

    assert ("You have left" in answer.text, DEVICE in phone.cookies) == (True, False)
    assert "Welcome to the workshop" in phone.sees()


def test_leaving_without_having_joined_is_no_mistake(site):
    assert site.phone(joined=False).post(f"/j/{site.code}/leave").status_code == 200


def test_the_phone_keeps_the_language_it_chose(site):
    phone = site.phone(joined=False)

    welcome = phone.sees("?language=ar")
    phone.post(f"/j/{site.code}/join", data={"language": value_of(welcome, "language")})

    assert '<html lang="ar" dir="rtl">' in welcome
    assert '<html lang="ar" dir="rtl">' in phone.sees()


def test_an_unknown_language_changes_nothing(site):
    page = site.phone(joined=False).sees("?language=../../etc")

    assert '<html lang="en" dir="ltr">' in page


def test_the_language_that_was_asked_for_stays_through_a_wrong_code_and_the_privacy_page(site):
    phone = site.phone(joined=False)

    wrong = phone.post("/join?language=de", data={"code": "0000 0000"})
    right = phone.post("/join?language=de", data={"code": site.code})
    welcome = phone.get(right.headers["location"]).text

    assert 'lang="de"' in wrong.text
    assert right.headers["location"] == f"/j/{site.code}?language=de"
    assert f'href="/j/{site.code}/privacy?language=de"' in welcome
    assert f'href="/j/{site.code}?language=de"' in phone.sees("/privacy?language=de")
