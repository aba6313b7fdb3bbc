"""axe finds nothing on the screens around the questions, with everything that folds unfolded."""

from playwright.sync_api import expect

from modules.domain.moves import Move
from modules.domain.tally import TextState
from tests.axe import barriers
from tests.browser import stands_still
from tests.phone.a_hand import THANKS, Hand
from tests.phone.a_standing import QUESTIONS, STANDING_GUIDE, round_of

CONTENT_NOTE = "This can bring up something painful."
GUIDE = STANDING_GUIDE.replace("kind: choice", f"kind: choice\ncontent_note: {CONTENT_NOTE}", 1)
UNFOLD = "document.querySelectorAll('details').forEach(fold => { fold.open = true; })"


class Looker:
    """Somebody with axe at hand, who looks at one screen after the other."""

    def __init__(self, phone: Hand) -> None:
        self.phone = phone
        self.found: dict[str, list[str]] = {}

    def looks_at(self, screen: str) -> None:
        page = self.phone.page
        page.evaluate(UNFOLD)
        stands_still(page)
        self.found[screen] = barriers(page)

    def goes(self, path: str, screen: str) -> None:
        self.phone.page.goto(f"{self.phone.served}{path}")
        self.looks_at(screen)


def test_axe_finds_nothing_on_any_screen_around_the_questions(site, hand):
    room = site.room.start(guide=GUIDE)
    room.at(QUESTIONS)
    companions = [site.phone() for _ in range(5)]
    phone = hand()
    looker = Looker(phone)
    looker.goes("/join", "join")
    looker.goes("/join?language=ar", "join in Arabic")
    phone.page.get_by_role("textbox").fill("0000 0000")
    phone.page.locator("button.main").click()
    looker.looks_at("a wrong code")
    looker.goes("/j/00000000", "refused")
    phone.enters()
    looker.looks_at("questions")
    phone.presses("Leave the workshop")
    phone.sees("You have left")
    looker.looks_at("left")
    phone.enters()
    ask = {"round": round_of(companions[0]), "seq": 1, "act": "send", "question": "Who pays?"}
    companions[0].post(f"/j/{site.code}/answer", data=ask)
    room.decide(room.texts.cards[0].handle, TextState.SHOWN)
    looker.goes(f"/j/{site.code}/beside", "beside")
    room.at(3)
    phone.page.goto(phone.room)
    phone.sees(CONTENT_NOTE)
    looker.looks_at("content note")
    phone.presses("Show the question")
    phone.chooses("a")
    phone.page.locator("#answer").get_by_role("button", name="Send").click()
    phone.sees(THANKS)
    looker.looks_at("thanks")
    for companion in companions:
        companion.sends(choice="a")
    room.move(Move.CLOSE_ANSWERS)
    phone.sees("Answers are closed.")
    looker.looks_at("closed")
    room.move(Move.SHOW_RESULTS)
    expect(phone.page.locator(".results .sentence")).to_be_visible()
    looker.looks_at("result")
    site.end()
    phone.sees("Thank you for taking part")
    phone.page.get_by_role("textbox", name="My own notes").fill("Mine")
    looker.looks_at("end")
    looker.goes("/notes", "notes")
    looker.goes(f"/s/{site.view.summary_key}", "summary")
    looker.goes(f"/s/{site.view.summary_key}/read", "summary to read")

    assert {screen: faults for screen, faults in looker.found.items() if faults} == {}
    assert [wrong for wrong in phone.wrong if "404" not in wrong] == []
