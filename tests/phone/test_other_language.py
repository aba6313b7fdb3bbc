"""Another language in the middle of an answer: what was typed and chosen goes along."""

from playwright.sync_api import expect

from tests.a_room import PLAIN
from tests.phone.a_hand import THANKS, Hand
from tests.phone.a_site import stage_of, value_of
from tests.phone.test_every_phone import EVERY_KIND

CHOICE, SCALE, TEXT, RANKING, POINTS = 1, 2, 4, 5, 6
GERMAN = {"language": "de"}


def german(phone: Hand) -> None:
    """By a link where a script runs, by a button of the form where none does."""
    phone.page.get_by_text("Language", exact=True).click()
    phone.page.get_by_role("link" if phone.scripts else "button", name="Deutsch").click()
    expect(phone.page.locator("html[lang=de] #room")).to_be_visible()


def english(phone: Hand) -> None:
    phone.page.get_by_text("Sprache", exact=True).click()
    phone.page.get_by_role("link", name="English").click()
    expect(phone.page.locator("html[lang=en] #room[data-scripted]")).to_be_visible()


def lines(phone: Hand) -> list[str]:
    return phone.page.locator("[data-ranking] label").all_inner_texts()


def test_what_is_typed_chosen_and_put_in_order_goes_along(site, hand):
    site.room.start(guide=EVERY_KIND)
    phone = hand().joins()
    page = phone.page
    site.room.at(CHOICE)
    phone.presses("Show the question")
    phone.chooses("b")
    german(phone)
    expect(page.locator("input:checked")).to_have_value("b")
    english(phone)
    site.room.at(TEXT)
    page.locator("textarea[name=text]").nth(1).fill("Half a <thought>")
    german(phone)
    expect(page.locator("textarea[name=text]").nth(1)).to_have_value("Half a <thought>")
    english(phone)
    site.room.at(RANKING)
    page.locator("[data-way=down]").first.click()
    order = lines(phone)
    german(phone)
    assert lines(phone) == order
    english(phone)
    site.room.at(POINTS)
    page.locator("[data-points] input").nth(1).fill("40")
    german(phone)

    expect(page.locator("[data-points] input").nth(1)).to_have_value("40")
    expect(page.locator("[data-points] output")).to_have_text("60")
    assert page.evaluate("Object.keys(sessionStorage)") == []
    assert (site.view.answered, phone.wrong) == (0, [])


def test_an_answer_that_is_being_changed_stays_so_and_nothing_comes_back_after_sending(site, hand):
    phone = hand().joins()
    site.room.at(PLAIN)
    phone.chooses("a")
    phone.presses("Send")
    phone.sees(THANKS)
    phone.page.get_by_text("Change my answer").click()
    phone.chooses("c")
    german(phone)
    expect(phone.page.locator("input:checked")).to_have_value("c")
    phone.presses("Senden")

    phone.sees("Danke. Ihre Antwort ist da.")
    expect(phone.page.locator("input:checked")).to_have_count(0)


def test_a_text_whose_question_is_over_meanwhile_can_be_copied(site, hand):
    site.room.start(guide=EVERY_KIND)
    phone = hand().joins()
    site.room.at(TEXT)
    phone.page.locator("textarea[name=text]").first.fill("Half a thought")
    phone.page.get_by_text("Language", exact=True).click()
    link = phone.page.get_by_role("link", name="Deutsch")
    link.evaluate("a => { a.parentNode.onclick = event => event.preventDefault(); a.click(); }")
    site.room.at(RANKING)
    phone.page.goto(f"{phone.room}?language=de")

    expect(phone.page.locator("#kept-text")).to_have_value("Half a thought")


def test_without_a_script_it_goes_along_too_and_is_not_sent_as_an_answer(site, hand):
    site.room.start(guide=EVERY_KIND)
    site.room.at(POINTS)
    phone = hand(java_script_enabled=False).enters()
    phone.page.locator("[data-points] input").nth(1).fill("40")
    german(phone)

    expect(phone.page.locator("[data-points] input").nth(1)).to_have_value("40")
    assert site.view.answered == 0
    assert 'value="40"' not in stage_of(site.phone().sees())


def test_a_choice_whose_question_is_over_is_not_put_into_the_next_one(site):
    site.room.start(guide=EVERY_KIND)
    site.room.at(CHOICE)
    phone = site.phone()
    round_id = value_of(phone.sees(), "round")
    site.room.at(SCALE)
    form = {"round": round_id, "choice": "b", "s1": "1"}

    page = phone.post(f"/j/{phone.code}/answer", params=GERMAN, data=form).text

    assert ('<html lang="de"' in page, " checked" in stage_of(page)) == (True, False)


def test_a_chosen_language_is_kept_and_its_page_leads_on(site):
    site.room.at(PLAIN)
    phone = site.phone()
    page = phone.sees()
    form = {"choice": "b", **{name: value_of(page, name) for name in ("round", "seq")}}

    answer = phone.post(f"/j/{phone.code}/answer", params=GERMAN, data=form)

    assert (answer.status_code, site.view.answered) == (200, 0)
    assert f'href="/j/{phone.code}?language=es"' in answer.text
    assert '<html lang="de"' in phone.sees()


def test_whoever_changes_an_answer_is_not_refreshed_away(site):
    site.room.at(PLAIN)
    phone = site.phone()
    phone.sends(choice="a")

    refreshed = ['http-equiv="refresh"' in phone.sees(query) for query in ("", "?change=1")]

    assert refreshed == [True, False]
