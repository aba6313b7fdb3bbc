"""What a phone shows: one stage for all, its own state around it, nothing from elsewhere."""

import gzip
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from modules.activities.kind import kinds
from modules.domain.moves import Move
from modules.domain.tally import TextState
from modules.guides.parser import guide_of
from modules.phone import fragments
from modules.phone.pages import style, style_of
from tests.a_room import PLAIN, WORDS
from tests.phone.a_site import ASite, stage_of

EVERY_KIND = (Path(__file__).parent / "every_kind.md").read_text("utf-8")
FIRST_ROUND_TRIP = 14_600
TALK = 1


def test_the_lobby_says_that_one_is_in(site):
    page = site.phone().sees()

    assert 'data-scene="lobby"' in page
    assert "The workshop starts soon. This page follows by itself." in page


def test_a_talk_says_what_to_do(site):
    site.room.at(TALK)

    page = site.phone().sees()

    assert "Listen for a moment. There is nothing to do on this phone." in page
    assert 'id="answer"' not in page


def test_a_question_shows_its_form_and_both_buttons_alike(site):
    site.room.at(PLAIN)

    stage = stage_of(site.phone().sees())

    assert re.findall(r"<button[^>]*>([^<]*)</button>", stage) == ["Send", "Pass"]
    assert "<legend>What brought you here?</legend>" in stage


def test_nothing_for_the_facilitator_is_on_a_phone(site):
    site.room.at(PLAIN)

    page = site.phone().sees()

    assert "It warms the room up" not in page
    assert "Choose the one that fits you best" not in page


def test_all_phones_have_the_same_stage_rendered_once(site, monkeypatch):
    rendered, original = [], fragments.rendered

    def counted(*arguments):
        rendered.append(arguments)
        return original(*arguments)

    monkeypatch.setattr(fragments, "rendered", counted)
    site.room.at(PLAIN)

    stages = {stage_of(site.phone().sees()) for _ in range(6)}

    assert (len(stages), len(rendered)) == (1, 1)


def test_each_language_has_its_own_stage(site):
    site.room.at(PLAIN)
    phone = site.phone(joined=False)
    phone.post(f"/j/{site.code}/join", data={"language": "de"})

    german, english = stage_of(phone.sees()), stage_of(site.phone().sees())

    assert ("Senden" in german, "Senden" in english) == (True, False)
    assert "<legend>What brought you here?</legend>" in german
    assert '<div lang="en" dir="ltr">' in german


def test_a_closed_question_says_so(site):
    site.room.at(PLAIN)
    site.room.move(Move.CLOSE_ANSWERS)

    assert 'data-accepting="no"' in site.phone().sees()


def test_four_answers_are_not_shown(site):
    phones = [site.phone() for _ in range(4)]
    site.room.at(PLAIN)
    for phone in phones:
        phone.sends(choice="a")
    site.room.move(Move.SHOW_RESULTS)

    stage = stage_of(phones[0].sees())

    assert ("<svg" in stage, "<table" in stage, "It takes 5" in stage) == (False, False, True)


def test_five_answers_come_with_sentence_drawing_and_table(site):
    phones = [site.phone() for _ in range(5)]
    site.room.at(PLAIN)
    for phone in phones:
        phone.sends(choice="a")
    site.room.move(Move.SHOW_RESULTS)

    stage = stage_of(phones[0].sees())

    assert "Everybody, 5 of 5, chose “Curiosity”." in stage
    assert "<svg" in stage
    assert '<tr><th scope="row">Curiosity</th><td>5</td></tr>' in stage


def test_what_people_wrote_is_shown_as_text(site):
    hostile = "<script>alert(1)</script>\"'&{{ 7*7 }}"
    phones = [site.phone() for _ in range(5)]
    site.room.at(WORDS)
    for phone in phones:
        phone.sends(text=hostile)
    for card in site.room.texts.cards:
        site.room.decide(card.handle, TextState.SHOWN)
    site.room.move(Move.SHOW_RESULTS)

    stage = stage_of(phones[0].sees())

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in stage
    assert ("<script" in stage, "49" in stage) == (False, False)


def test_a_timer_runs_by_the_clock_of_the_server(site):
    room = site.room
    room.at(PLAIN)
    room.time("start")

    assert re.search(r'data-left="600" data-ends="17730474\d{5}"', site.phone().sees())


def test_the_end_offers_the_summary_to_phones_that_joined(site):
    phone = site.phone()
    key, code = site.view.summary_key, site.code
    site.end()

    page = phone.get(f"/j/{code}").text

    assert f'href="/s/{key}"' in page
    assert f'href="/s/{key}/summary.pdf"' in page


def test_the_summarys_address_is_on_no_phone_before_the_end(site):
    phone, key = site.phone(), site.view.summary_key
    pages = [phone.sees()]
    for position in (TALK, PLAIN, WORDS):
        site.room.at(position)
        pages.append(phone.sees())

    assert [p for p in pages if key in p] == []


def test_waiting_screens_refresh_themselves_without_a_script_and_forms_never_do(site):
    phone = site.phone()
    refreshes = ['http-equiv="refresh"' in phone.sees()]
    site.room.at(PLAIN)
    refreshes.append('http-equiv="refresh"' in phone.sees())
    phone.sends(choice="a")
    refreshes.append('http-equiv="refresh"' in phone.sees())

    assert refreshes == [True, False, True]


def test_a_page_names_its_own_style_and_script_and_allows_nothing_else(site):
    answer = site.phone().get(f"/j/{site.code}")
    found = re.search(r"<style>(.*?)</style>.*<script>(.*?)</script>", answer.text, re.DOTALL)
    assert found
    brought = [re.sub("</?style>", "", style_of(kind)) for kind in sorted(kinds())]
    style, script, *more = (
        b64encode(sha256(part.encode()).digest()).decode()
        for part in (*found.groups(), *filter(None, brought))
    )
    styles = " ".join(f"'sha256-{one}'" for one in (style, *more))

    assert answer.headers["content-security-policy"] == (
        f"default-src 'none'; script-src 'sha256-{script}'; connect-src 'self'; "
        f"style-src {styles}; img-src data:; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    )
    assert re.findall(r"\sstyle=|\son\w+=|https?://(?!www\.w3\.org)", answer.text) == []


def test_personal_pages_are_kept_by_nobody_and_tell_nobody(site):
    site.room.at(PLAIN)
    phone = site.phone()
    answers = [
        phone.get("/join"),
        phone.get(f"/j/{site.code}"),
        phone.get(f"/j/{site.code}/privacy"),
        phone.get(f"/q/{site.view.join_secret}"),
        phone.sends(choice="a"),
        phone.sends(script=True, choice="a"),
        phone.sends(choice="z"),
        phone.get("/j/00000000"),
    ]

    kept = {(a.headers["cache-control"], a.headers["referrer-policy"]) for a in answers}
    assert kept == {("no-store", "no-referrer")}


@pytest.mark.parametrize("language", ["en", "ar", "fr"])
@pytest.mark.parametrize("position", [0, TALK, PLAIN, WORDS])
def test_the_first_load_fits_into_the_first_round_trip(site, language, position):
    phone = site.phone(joined=False)
    phone.post(f"/j/{site.code}/join", data={"language": language})
    if position:
        site.room.at(position)

    answer = phone.get(f"/j/{site.code}", headers={"accept-encoding": "gzip"})

    assert answer.headers["content-encoding"] == "gzip"
    # 600 bytes are left for the status line and the headers that the server adds.
    headers = sum(len(k) + len(v) + 4 for k, v in answer.headers.items())
    assert int(answer.headers["content-length"]) + headers + 600 <= FIRST_ROUND_TRIP
    assert (
        re.findall(r"<(?:img|link|script|iframe)[^>]* (?:src|href)=(?!\"data:,\")", answer.text)
        == []
    )


def test_a_phone_that_takes_no_gzip_gets_the_same_page(site):
    phone = site.phone()

    plain = phone.get(f"/j/{site.code}", headers={"accept-encoding": "identity"})
    packed = phone.get(f"/j/{site.code}", headers={"accept-encoding": "gzip"})

    assert "content-encoding" not in plain.headers
    assert plain.text == packed.text
    assert len(gzip.compress(plain.content)) < len(plain.content)


def test_practice_says_so_on_the_stage(tmp_path):
    site = ASite.at(tmp_path)
    site.room.start(practice=True)
    site.room.at(PLAIN)

    assert "Practice, not anonymous." in stage_of(site.phone().sees())


def test_the_rules_of_a_kind_are_where_its_form_is_and_nowhere_else(site):
    site.room.start(guide=EVERY_KIND)
    rules = {kind: str(style_of(kind)) for kind in kinds() if style_of(kind)}
    on_stage = {}
    for position, activity in enumerate(guide_of(EVERY_KIND).activities, start=1):
        site.room.at(position)
        page = site.phone().sees()
        on_stage[activity.kind] = [kind for kind, style in rules.items() if style in page]

    assert on_stage == {kind: [kind] if kind in rules else [] for kind in on_stage}
    assert "[data-ranking]" in rules["ranking"]
    assert "[data-ranking]" not in style()


def test_the_heads_of_a_table_are_said_in_the_phones_language_or_marked_as_english(site):
    site.room.start(guide=EVERY_KIND, language="de")
    site.room.at(2)
    phones = [site.phone() for _ in range(5)]
    for phone in phones:
        phone.sends(s1="4", s2="5")
    site.room.move(Move.SHOW_RESULTS)

    heads = re.findall('<th scope="col"(.*?)</th>', stage_of(phones[0].sees()))

    assert heads == [
        ' lang="en" dir="ltr">Statement',
        *(">Stimme gar nicht zu", ">Stimme nicht zu", ">Weder noch", ">Stimme zu"),
        *(">Stimme voll zu", ">Kam nicht vor", ">Middle answer"),
    ]
