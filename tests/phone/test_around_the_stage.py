"""What stands around the stage on every phone: people to turn to, the language, the way out."""

import re

import pytest

from modules.domain.moves import Move
from tests.a_room import COMMON, GUIDE, INSTEAD, PLAIN
from tests.phone.a_site import stage_of

CONTACTS = "Ada, room 4\n\nA line & ask: 0800 000"
REFLECT = """### For myself (10 min)

```activity
id: for-myself
kind: reflect
prompt: When did I last look away?
```
"""
FOR_ONESELF = re.sub("### A plain question.*?(?=### )", REFLECT + "\n", GUIDE, flags=re.DOTALL)


def test_the_people_to_turn_to_are_on_every_screen_of_a_phone(site):
    site.room.start(support_contacts=CONTACTS)
    phone, code = site.phone(), site.code
    pages = [phone.sees()]
    site.room.at(PLAIN)
    pages.append(phone.sees())
    site.end()
    pages.append(phone.get(f"/j/{code}").text)

    listed = "<li>Ada, room 4</li><li>A line &amp; ask: 0800 000</li>"
    assert [listed in page for page in pages] == [True] * 3


def test_without_people_to_turn_to_there_is_no_empty_list(site):
    site.room.start(practice=True, support_contacts="")

    assert "People and places to turn to" not in site.phone().sees()


def test_the_language_can_be_changed_after_joining_and_is_remembered(site):
    site.room.at(PLAIN)
    phone = site.phone()
    offered = re.findall(r'href="/j/\d+\?language=(\w+)"', phone.sees())

    changed = phone.sees("?language=de")
    later = phone.sees()

    assert offered == ["de", "es", "fr", "ar"]
    assert ("Senden" in stage_of(changed), "Senden" in stage_of(later)) == (True, True)


@pytest.mark.parametrize("language", ["xx", "", "../de", "de%0d%0aX: y"])
def test_a_language_that_is_not_spoken_here_changes_nothing(site, language):
    answer = site.phone().get(f"/j/{site.code}?language={language}")

    assert ("set-cookie" in answer.headers, '<html lang="en"' in answer.text) == (False, True)


def test_the_summary_is_offered_in_the_language_of_the_phone(site):
    phone, code, key = site.phone(), site.code, site.view.summary_key
    site.end()

    page = phone.get(f"/j/{code}?language=de").text

    assert f'href="/s/{key}?language=de"' in page
    assert "Zusammenfassung" in phone.get(f"/s/{key}?language=de").text


def test_a_refusal_is_said_in_the_language_of_the_phone(site):
    site.room.at(PLAIN)
    phone = site.phone()
    phone.sees("?language=de")

    refused = phone.sends()
    by_script = phone.sends(script=True)

    sentence = "Es ist noch nichts gewählt. Wählen Sie zuerst eine Antwort, oder passen Sie."
    assert sentence in refused.text
    assert by_script.json()["say"] == sentence


def test_our_words_between_those_of_a_guide_in_another_language_are_marked(site):
    site.room.at(PLAIN)
    site.room.move(Move.SHOW_RESULTS)

    german = stage_of(site.phone().sees("?language=de"))
    english = stage_of(site.phone().sees())

    assert '<p class="notice" lang="de" dir="ltr">Es sind zu wenige Antworten' in german
    assert '<p class="notice">There are too few answers' in english


def test_the_heading_says_that_the_result_has_come(site):
    site.room.at(PLAIN)
    site.room.move(Move.SHOW_RESULTS)

    heading = re.search(r"<h1.*?</h1>", site.phone().sees(), re.DOTALL)

    assert heading
    assert re.sub("<[^>]+>", "", heading[0]) == "A plain question · Result"


def test_a_question_that_comes_later_is_not_given_away_by_an_early_result(site):
    site.room.at(COMMON)
    site.room.move(Move.SHOW_RESULTS)
    early = stage_of(site.phone().sees())
    site.room.at(INSTEAD)
    site.room.move(Move.SHOW_RESULTS)
    both = stage_of(site.phone().sees())

    prompts = ("How often have you let a remark pass?", "How much would you like to do otherwise?")
    assert [p in early for p in prompts] == [True, False]
    assert [p in both for p in prompts] == [True, True]


def test_what_is_written_for_oneself_is_not_refreshed_away_without_a_script(site):
    site.room.start(guide=FOR_ONESELF)
    site.room.at(PLAIN)

    page = site.phone().sees()

    assert "When did I last look away?" in page
    assert 'http-equiv="refresh"' not in page
    assert "JavaScript is off, so this phone keeps nothing." in page
