"""Results and texts on the console: what is shown to the facilitator, and when."""

from urllib.parse import parse_qs, urlsplit

from modules.domain.moves import Move
from modules.domain.tally import TextState
from modules.screens.results import NOTHING_READ
from tests.a_room import COMMON, GUIDE, INSTEAD, PLAIN, WORDS
from tests.pages.a_desk import Desk, markup, press, seen

A_STORY = GUIDE.replace(
    "kind: choice\nprompt: What brought",
    "kind: scenario\nstory: A <remark> is made at lunch.\nprompt: What brought",
)


def test_with_four_answers_the_console_says_what_is_needed_and_no_number(desk: Desk):
    desk.room.start(phones=4).at(PLAIN)
    desk.room.all_choose("aaab")
    desk.room.move(Move.SHOW_RESULTS)

    tab = desk.signed_in("facilitate")

    assert desk.room.view.result is not None
    assert desk.room.view.result.notice in seen(tab)
    assert list(tab.get("plotly_chart")) == []
    assert "3 of 4" not in seen(tab)


def test_the_console_warns_before_the_press_that_makes_too_few_answers_final(desk: Desk):
    """What it says hangs on how many answered, which everybody sees, not on who passed."""
    desk.room.start(phones=6).at(PLAIN)
    desk.room.all_choose("aab-")
    few = seen(desk.signed_in("facilitate"))
    for device in desk.room.phones[4:]:
        desk.room.answer(device)
    enough = seen(desk.signed_in("facilitate"))

    assert "4 of 4 have answered too few yet: 5 needed, Pass not counted" in few
    assert "6 of 6 have answered" in enough
    assert "too few" not in enough


def test_prompt_and_options_stand_right_under_what_is_said_until_results_are_shown(desk: Desk):
    desk.room.start(phones=5).at(PLAIN)
    desk.room.all_choose("aabbb")
    asked = markup(desk.signed_in("facilitate"))
    desk.room.move(Move.SHOW_RESULTS)
    shown = markup(desk.signed_in("facilitate"))

    said, screens, label = (asked.index(text) for text in (">SAY<", ">ON THE SCREENS<", "</ol>"))
    assert said < screens < label
    assert "<b>B</b> A friend</li>" in asked[screens:label]
    assert "What brought you here?" in shown
    assert "<b>B</b> A friend</li>" not in shown


def test_a_story_is_on_the_console_to_be_read_aloud(desk: Desk):
    desk.room.start(guide=A_STORY).at(PLAIN)

    assert '<p class="told" dir="auto">A &lt;remark&gt; is made at lunch.</p>' in markup(
        desk.signed_in("facilitate")
    )


def test_a_question_that_raises_the_smallest_group_is_warned_of_by_its_own(desk: Desk):
    guide = GUIDE.replace("id: plain\n", "id: plain\nsmallest_group: 7\n")
    desk.room.start(phones=6, guide=guide).at(PLAIN)
    desk.room.all_choose("aabbcc")

    assert "7 needed, Pass not counted" in seen(desk.signed_in("facilitate"))


def test_texts_that_nobody_is_shown_are_never_too_few_to_show(desk: Desk):
    guide = GUIDE.replace("id: words-of-mine\n", "id: words-of-mine\nvisibility: facilitators\n")
    desk.room.start(phones=2, guide=guide).at(WORDS)

    assert "too few" not in seen(desk.signed_in("facilitate"))


def test_results_are_called_too_few_and_not_shown_where_none_are(desk: Desk):
    desk.room.start(phones=5).at(PLAIN)
    desk.room.all_choose("aab--")
    desk.room.move(Move.SHOW_RESULTS)
    few = seen(desk.signed_in("facilitate"))
    desk.room.move(Move.ASK_AGAIN)
    desk.room.all_choose("aabbb")
    desk.room.move(Move.SHOW_RESULTS)

    assert "Results: too few" in few
    assert "Results: shown" in seen(desk.signed_in("facilitate"))


def test_with_five_answers_the_console_shows_the_chart(desk: Desk):
    desk.room.start(phones=5).at(PLAIN)
    desk.room.all_choose("aaaab")
    desk.room.move(Move.SHOW_RESULTS)

    tab = desk.signed_in("facilitate")

    assert len(tab.get("plotly_chart")) == 1
    assert "4 of 5" in seen(tab)


def test_nothing_but_the_number_of_answers_is_shown_before_sealing(desk: Desk):
    desk.room.start(phones=6).at(PLAIN)
    desk.room.all_choose("aaaab-")

    tab = desk.signed_in("facilitate")

    assert "6 of 6 have answered" in seen(tab)
    assert "passed" not in seen(tab)
    # What draws charts is fetched before it is needed, by drawing one of nothing.
    [ready] = tab.get("plotly_chart")
    assert "no_chart" in ready.proto.id


def test_what_draws_charts_is_fetched_from_the_lobby_on(desk: Desk):
    desk.room.start()

    [ready] = desk.signed_in("facilitate").get("plotly_chart")

    assert "no_chart" in ready.proto.id


def test_tied_results_wait_for_each_other(desk: Desk):
    desk.room.start(phones=5).at(COMMON)
    desk.room.all_choose("aabbc")

    press(desk.signed_in("facilitate"), "next")

    assert (desk.room.view.position, desk.room.view.results_shown) == (INSTEAD, False)


def test_results_that_belong_together_are_both_on_the_console(desk: Desk):
    desk.room.start(phones=12).at(COMMON)
    desk.room.all_choose("aaaaaabbbbbb")
    desk.room.at(INSTEAD)
    desk.room.all_choose("aaaaaabbbbbb")

    tab = press(desk.signed_in("facilitate"), "next")

    [other] = desk.room.view.shown_with
    assert other.picture is not None
    assert other.prompt in seen(tab)
    assert other.picture.sentence in seen(tab)


def test_what_a_participant_typed_is_text(desk: Desk):
    desk.room.start(phones=5).at(3)
    desk.room.answer(desk.room.phones[0], {"text": ["<img src=x> **bold** :material/home:"]})
    desk.room.decide(desk.room.texts.cards[0].handle, TextState.SHOWN)
    for device in desk.room.phones[1:]:
        desk.room.answer(device, {"text": ["fine"]})
    desk.room.move(Move.SHOW_RESULTS)

    tab = desk.signed_in("facilitate")

    assert "&lt;img src=x&gt; **bold** :material/home:" in markup(tab)
    assert not any("**bold**" in element.value for element in tab.markdown)


def test_how_many_passed_is_told_once_it_is_sealed_and_may_be(desk: Desk):
    desk.room.start(phones=7).at(PLAIN)
    desk.room.all_choose("aaabb--")
    before = seen(desk.signed_in("facilitate"))
    desk.room.move(Move.SHOW_RESULTS)
    after = seen(desk.signed_in("facilitate"))
    desk.room.start(phones=5).at(PLAIN)
    desk.room.all_choose("aab--")
    desk.room.move(Move.SHOW_RESULTS)

    assert "passed" not in before
    assert "2 passed" in after
    untold = markup(desk.signed_in("facilitate"))
    assert '<p class="answered"><span class="untold">How many passed is not told.</span>' in untold


TWO_OF_TEXTS = GUIDE.replace("options: [Curiosity, A friend, My work]\n", "").replace(
    "kind: choice\nprompt: What brought", "kind: text\nprompt: What brought"
)


def to_moderation(desk: Desk) -> list[tuple[str, str]]:
    """What the console says of texts, each with the question that its link opens.

    Links to an address open a tab of their own, so that the console stays where it is.
    """
    links = [link.proto for link in desk.signed_in("facilitate").get("link_button")]
    opened = [(link.label, urlsplit(link.url)) for link in links]
    asked = [(label, parse_qs(url.query)) for label, url in opened if url.path == "/moderate"]
    assert all(query["session"] == [desk.room.session_id] for _, query in asked)
    return [(label, query["question"][0]) for label, query in asked]


def test_unread_texts_of_another_question_are_named_and_led_to(desk: Desk):
    desk.room.start(phones=3, guide=TWO_OF_TEXTS).at(PLAIN)
    for device in desk.room.phones:
        desk.room.answer(device, {"text": ["A line"]})
    desk.room.at(WORDS)
    for device in desk.room.phones[:2]:
        desk.room.answer(device, {"text": ["Another line"]})
    desk.room.move(Move.CLOSE_ANSWERS)

    [here, other] = to_moderation(desk)
    session, acting = desk.room.session_id, desk.room.acting
    queues = [
        seen(desk.open("moderate", acting=acting, session=session, question=question))
        for _, question in (here, other)
    ]

    assert here[0] == "2 unread texts: only what is read is shown"
    assert other[0] == "3 unread texts in “A plain question”"
    assert ["Needs review: 2" in queues[0], "Needs review: 3" in queues[1]] == [True, True]


def test_a_result_whose_texts_nobody_has_read_says_so_and_leads_to_them(desk: Desk):
    desk.room.start(phones=6).at(WORDS)
    for device in desk.room.phones[:4]:
        desk.room.answer(device, {"text": ["A line", "Another"]})
    desk.room.answer(desk.room.phones[4], {"text": ["A line"]})
    desk.room.move(Move.SHOW_RESULTS)
    before = to_moderation(desk)
    on_the_projector = seen(desk.projector())
    for card in desk.room.texts.cards:
        desk.room.decide(card.handle, TextState.HELD, reason="other")

    assert before == [("9 texts are waiting to be read", "words-of-mine")]
    assert NOTHING_READ in on_the_projector
    assert "waiting" not in on_the_projector
    # The room cannot tell whether texts wait or were held, but by what it is told of those.
    assert seen(desk.projector()).replace("9 held back", "").split() == on_the_projector.split()
    assert to_moderation(desk) == []


def test_texts_that_nobody_has_read_are_counted_before_results_are_shown(desk: Desk):
    desk.room.start(phones=2).at(WORDS)
    for device in desk.room.phones:
        desk.room.answer(device, {"text": ["A line"]})
    # While answers come in, one more of them beside one more answer would tell who did not pass.
    here = "words-of-mine"
    assert to_moderation(desk) == [
        ("Read what people write: only what you let through is shown", here)
    ]
    desk.room.move(Move.CLOSE_ANSWERS)

    said = to_moderation(desk)
    for card in desk.room.texts.cards:
        desk.room.decide(card.handle, TextState.SHOWN)

    assert said == [("2 unread texts: only what is read is shown", here)]
    assert to_moderation(desk) == []
