"""Answers as phones send them: counted, refused with a sentence, never shown again."""

import re

import pytest

from modules.domain.moves import Move
from tests.a_room import PLAIN, WORDS
from tests.phone.a_site import SCRIPT, stage_of, value_of

CHECKED = re.compile(r"<input[^>]*\bchecked")
THANKS = 'data-own="yes"'


@pytest.fixture
def asked(site):
    site.room.at(PLAIN)
    return site


def answer(phone, **fields):
    return phone.post(f"/j/{phone.code}/answer", data=fields)


def test_an_answer_leads_back_to_the_room_and_is_thanked(asked):
    phone = asked.phone()

    sent = phone.sends(choice="b")

    assert (sent.status_code, sent.headers["location"]) == (303, f"/j/{asked.code}")
    assert THANKS in phone.sees()


def test_after_sending_the_choice_is_nowhere_in_the_page(asked):
    phone, other = asked.phone(), asked.phone()

    phone.sends(choice="b")

    assert stage_of(phone.sees()) == stage_of(other.sees())
    assert CHECKED.search(phone.sees()) is None


def test_send_and_pass_are_answered_with_the_same_bytes(asked):
    by_form = [asked.phone().sends(choice="a"), asked.phone().sends(act="pass")]
    by_script = [
        asked.phone().sends(script=True, choice="a"),
        asked.phone().sends(script=True, act="pass"),
        asked.phone().sends(script=True, choice="c"),
    ]

    assert len({(a.status_code, a.content, tuple(a.headers.items())) for a in by_form}) == 1
    assert len({(a.status_code, a.content, tuple(a.headers.items())) for a in by_script}) == 1
    assert len(by_script[0].content) == 512


def test_who_passed_sees_what_everyone_sees(asked):
    sender, passer = asked.phone(), asked.phone()

    sender.sends(choice="a")
    passer.sends(act="pass")

    assert sender.sees() == passer.sees()


def test_change_my_answer_shows_the_empty_form(asked):
    phone = asked.phone()
    phone.sends(choice="b")

    page = phone.sees("?change=1")

    assert ('data-own="no"' in page, CHECKED.search(page)) == (True, None)
    assert value_of(page, "seq") == "2"


def test_the_newest_answer_is_counted(asked):
    phones = [asked.phone() for _ in range(5)]
    for phone in phones:
        phone.sends(choice="a")
        phone.sends(choice="b")

    asked.room.move(Move.SHOW_RESULTS)

    assert "Everybody, 5 of 5, chose “A friend”." in phones[0].sees()


def test_a_retry_is_acknowledged_and_counts_once(asked):
    phone = asked.phone()
    form = {"round": value_of(phone.sees(), "round"), "seq": "1", "act": "send", "choice": "a"}

    answers = [phone.post(f"/j/{asked.code}/answer", data=form, headers=SCRIPT) for _ in range(3)]

    assert [a.json() for a in answers] == [{"state": "in", "seq": 1, "say": ""}] * 3
    assert asked.view.answered == 1


def test_an_older_answer_is_told_that_a_newer_one_stands(asked):
    phone = asked.phone()
    old = {"round": value_of(phone.sees(), "round"), "seq": "1", "act": "send", "choice": "a"}
    phone.sends(choice="a")
    phone.sends(choice="b")

    refused = phone.post(f"/j/{asked.code}/answer", data=old, headers=SCRIPT)

    assert refused.status_code == 409
    assert (refused.json()["state"], refused.json()["seq"]) == ("newer", 2)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"act": "send"},
        {"act": "send", "choice": ""},
        {"act": "send", "choice": "z"},
        {"act": "send", "choice": ["a", "b"]},
        {"act": "send", "choice": "a\x00b"},
        {"act": "send", "other": "a"},
        {"act": "shout", "choice": "a"},
        {"act": "send", "choice": "a", "seq": "0"},
        {"act": "send", "choice": "a", "seq": "-1"},
        {"act": "send", "choice": "a", "seq": "1e3"},
        {"act": "send", "choice": "a", "seq": "9" * 4000},
        {"act": "send", "choice": "a", "seq": "000000000001" + "9" * 30},
        {"act": "send", "choice": "a", "seq": str(2**31)},
        {"act": "send", "choice": "a", "seq": "٣"},
        {"act": "send", "choice": "a", "seq": ""},
    ],
)
def test_what_is_no_answer_is_refused_with_the_form(asked, fields):
    phone = asked.phone()
    form = {"round": value_of(phone.sees(), "round"), "seq": "1", **fields}

    refused = answer(phone, **form)

    assert refused.status_code == 422
    assert 'id="said" class="notice" role="alert">' in refused.text
    assert 'data-own="no"' in refused.text
    assert asked.view.answered == 0


def test_an_answer_to_an_unknown_round_is_refused(asked):
    refused = answer(asked.phone(), round="0" * 32, seq="1", choice="a")

    assert (refused.status_code, asked.view.answered) == (404, 0)


def test_an_answer_to_a_round_of_another_room_is_refused(asked):
    foreign = value_of(asked.phone().sees(), "round")
    asked.room.start()
    asked.room.at(PLAIN)

    refused = answer(asked.phone(), round=foreign, seq="1", choice="a")

    assert (refused.status_code, asked.view.answered) == (404, 0)


def test_an_answer_to_a_closed_round_is_refused_and_says_so(asked):
    phone = asked.phone()
    round_id = value_of(phone.sees(), "round")
    asked.room.move(Move.CLOSE_ANSWERS)

    refused = answer(phone, round=round_id, seq="1", choice="a")
    by_script = phone.post(
        f"/j/{asked.code}/answer",
        data={"round": round_id, "seq": "1", "choice": "a"},
        headers=SCRIPT,
    )

    assert refused.status_code == 409
    assert "This question is closed. Your answer was not counted." in refused.text
    assert (by_script.status_code, by_script.json()["state"]) == (409, "closed")


def test_a_refusal_above_another_open_question_is_about_the_earlier_one(asked):
    phone = asked.phone()
    round_id = value_of(phone.sees(), "round")
    asked.room.at(WORDS)

    refused = answer(phone, round=round_id, seq="1", choice="a")

    assert refused.status_code == 409
    assert "The earlier question is closed. Your answer to it was not counted." in refused.text


def test_an_answer_to_a_sealed_round_is_refused(asked):
    phone = asked.phone()
    round_id = value_of(phone.sees(), "round")
    asked.room.move(Move.NEXT)

    assert answer(phone, round=round_id, seq="1", choice="a").status_code == 409


def test_whoever_has_not_joined_cannot_answer(asked):
    round_id = value_of(asked.phone().sees(), "round")

    refused = answer(asked.phone(joined=False), round=round_id, seq="1", choice="a")

    assert refused.status_code == 403
    assert "Join the workshop first, then answer." in refused.text


def test_a_text_that_is_refused_is_in_the_form_again(site):
    site.room.at(WORDS)
    phone = site.phone()

    refused = phone.sends(text=["é" * 281, "<b>kept</b>"])

    assert refused.status_code == 422
    assert f">\n{'é' * 281}</textarea>" in refused.text
    assert ">\n&lt;b&gt;kept&lt;/b&gt;</textarea>" in refused.text


def test_what_was_typed_is_in_that_one_answer_only(site):
    site.room.at(WORDS)
    phone, other = site.phone(), site.phone()

    phone.sends(text="é" * 281)

    assert "ééé" not in phone.sees() + other.sees()


def test_a_text_that_came_too_late_can_be_copied(site):
    site.room.at(WORDS)
    phone = site.phone()
    round_id = value_of(phone.sees(), "round")
    site.room.move(Move.CLOSE_ANSWERS)

    refused = answer(phone, round=round_id, seq="1", act="send", text="A <b>long</b> thought")

    assert refused.status_code == 409
    assert "A &lt;b&gt;long&lt;/b&gt; thought</textarea>" in refused.text


def test_leaving_withdraws_what_is_not_sealed(asked):
    stays, goes = asked.phone(), asked.phone()
    stays.sends(choice="a")
    goes.sends(choice="b")

    goes.post(f"/j/{asked.code}/leave")

    assert asked.view.answered == 1
