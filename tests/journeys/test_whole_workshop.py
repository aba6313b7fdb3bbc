"""“Start with the mirror” from sign-in to the downloaded summary, with ten phones in the room."""

from pathlib import Path

from playwright.sync_api import Browser

from modules.activities.kind import kind_of
from modules.domain.guide import Activity
from tests.journeys import answers
from tests.journeys.people import Facilitator, Moderator, Phone, Projector
from tests.journeys.running_app import RunningApp
from tests.summary.reading import read

TITLE = "Start with the mirror"
CONTACTS = "Kim, room 4\nThe complaints office\nAsk at the door\nCall 112"
WITHOUT_SCRIPTS = 9
"""This one of the ten phones has JavaScript off."""


def test_a_whole_workshop_from_sign_in_to_the_summary(
    app: RunningApp, browser: Browser, artifacts: Path
) -> None:
    facilitator = Facilitator(browser, app.base)
    facilitator.signs_in(app.sign_in_link)
    code = facilitator.starts(TITLE, contacts=CONTACTS)
    projector = Projector(browser, app.base, code)
    projector.sees("No phone has reached this room yet")
    phones = [Phone(browser, scripts=n != WITHOUT_SCRIPTS) for n in range(answers.PEOPLE)]
    invitation = facilitator.address_in_the_qr_code()
    phones[0].page.goto(invitation)
    phones[0].keeps_a_picture(artifacts / "phone_welcome.png")
    for phone in phones:
        phone.joins(invitation)
    facilitator.sees("10 phones")
    projector.sees("10 phones here")
    facilitator.keeps_a_picture(artifacts / "console_lobby.png")
    projector.keeps_a_picture(artifacts / "projector_lobby.png")

    guide = answers.activities()
    for activity in guide:
        facilitator.moves_on_to(activity.title)
        projector.sees(activity.prompt or activity.title)
        if not kind_of(activity).collects:
            continue
        everyone_answers(activity, phones, artifacts)
        facilitator.sees_answered(10, 10)
        if activity is guide[1]:
            phones[0].keeps_a_picture(artifacts / "phone_thanks.png")
        projector.sees("10 of 10 have answered")
        facilitator.keeps_a_picture(artifacts / f"console_{activity.id}.png")
        projector.keeps_a_picture(artifacts / f"projector_{activity.id}.png")
        if activity.unshown:
            # The next press moves on; nothing of these texts may be in any file below.
            Moderator(facilitator).only_reads(answers.TO_THE_FACILITATORS, times=answers.PEOPLE)
            continue
        if kind_of(activity).moderated:
            moderate(Moderator(facilitator), artifacts / f"moderation_{activity.id}.png")
        if answers.waits_for_another(activity, guide):
            continue
        facilitator.shows_results()
        projector.sees_results()
        for phone in phones:
            phone.sees_results()
        projector.keeps_a_picture(artifacts / f"projector_{activity.id}_result.png")
        phones[0].keeps_a_picture(artifacts / f"phone_{activity.id}_result.png")
        for phone in (phones[0], phones[WITHOUT_SCRIPTS]):
            is_what_was_answered(phone, activity)
        projector.does_not_see(answers.NAMES_A_PERSON, answers.TOO_SHARP)

    facilitator.ends_the_workshop()
    projector.sees("Scan the code for the summary.")
    facilitator.keeps_a_picture(artifacts / "console_end.png")
    projector.keeps_a_picture(artifacts / "projector_end.png")
    pdfs = [phone.downloads_the_summary() for phone in phones]
    phones[0].keeps_a_picture(artifacts / "phone_end.png")
    pdfs.append(facilitator.downloads("PDF"))
    facilitator.keeps_a_picture(artifacts / "summary.png")
    table = facilitator.downloads("CSV")
    (artifacts / "summary.pdf").write_bytes(pdfs[0])
    (artifacts / "summary.csv").write_bytes(table)

    assert set(pdfs) == {pdfs[0]}
    for text in (read("pdf", pdfs[0]), read("csv", table)):
        for said in (TITLE, *answers.counted(guide[1]), *answers.LINES, answers.IN_OTHER_WORDS):
            assert said in text
        for hidden in (answers.NAMES_A_PERSON, answers.TOO_SHARP, answers.TO_THE_FACILITATORS):
            assert hidden not in text
    stranger = Phone(browser)
    stranger.types_the_code(app.base, code)
    stranger.sees("This workshop has ended. Nobody can join it any more.")


def everyone_answers(activity: Activity, phones: list[Phone], artifacts: Path) -> None:
    """They think and type at the same time, and then send one after the other."""
    for person, phone in enumerate(phones):
        phone.sees_the_form(activity.prompt)
        if person == 0:
            phone.does_not_see(*(step.text for step in activity.steps))
            phone.keeps_a_picture(artifacts / f"phone_{activity.id}.png")
        if answer := answers.answer_of(activity, person):
            if person in (0, WITHOUT_SCRIPTS):
                phone.fills_in(answer)
            else:
                phone.has_filled_in(answer)
    for person, phone in enumerate(phones):
        if answers.answer_of(activity, person):
            phone.sends()
        else:
            phone.passes()


def moderate(moderator: Moderator, picture: Path) -> None:
    """One text after the other, in the random order that the queue gives them."""
    moderator.sees("Needs review")
    for left in range(moderator.waiting(), 0, -1):
        text = moderator.reads(left)
        if text == answers.NAMES_A_PERSON:
            moderator.press("names a person")
        elif text == answers.TOO_SHARP:
            moderator.rewords(answers.IN_OTHER_WORDS)
        else:
            moderator.press("Show")
    moderator.sees("Everything is decided.")
    moderator.keeps_a_picture(picture)
    moderator.page.close()


def is_what_was_answered(phone: Phone, activity: Activity) -> None:
    if activity.id in ("why-i-came", "agreements", "otherwise"):
        assert phone.table(activity.prompt) == answers.counted(activity)
    if activity.kind == "words":
        assert phone.table(activity.prompt) == answers.WORDS_SHOWN
    if activity.id == "everyday-practice":
        assert phone.quotes() == {*answers.LINES, answers.IN_OTHER_WORDS}
