"""What a hand does on a phone, with JavaScript or without, for each kind of activity."""

from pathlib import Path

from playwright.sync_api import Locator, expect

from tests.journeys.people import Phone

ONLY_HERE = "Nobody reads this but me"
QUESTION, ANOTHER = "Who pays for the time?", "When do we meet again?"


def fill_in(phone: Phone, activity: str, picture: Path) -> None:
    """What the phone asks, as a person with or without JavaScript does it."""
    form = phone.page.locator("form#answer")
    match activity:
        case "asked":
            ask(phone, picture)
            return
        case "several":
            form.get_by_label("make a joke").check()
            form.get_by_label("go quiet").check()
        case "stand":
            rate_by_keyboard(phone, form)
        case "words":
            phone.fills_in({"word": ("trust", "Courage")})
        case "texts":
            phone.fills_in({"text": ("Listening first", "Naming it calmly")})
        case "order":
            put_in_order(phone, form)
        case "weights":
            give_points(phone, form)
        case "story":
            form.get_by_label("Nothing today").check()
        case "for-myself":
            if phone.scripts:
                phone.page.get_by_label("Only for you").fill(ONLY_HERE)
            phone.keeps_a_picture(picture)
            return
        case "plan":
            if phone.scripts:
                for label in ("If …", "then I will …", "What may get in the way"):
                    phone.page.get_by_label(label).fill(ONLY_HERE)
            form.get_by_label("At work").check()
        case "tables":
            phone.fills_in({"text": ("We talk later",)})
    phone.page.screenshot(path=picture, full_page=True)


def ask(phone: Phone, picture: Path) -> None:
    if not phone.scripts:
        phone.page.get_by_role("link", name="Your questions").click()
    asked = QUESTION if phone.scripts else ANOTHER
    phone.page.get_by_label("Your question", exact=True).fill(asked)
    phone.page.screenshot(path=picture, full_page=True)
    phone.sends()
    if not phone.scripts:
        phone.page.get_by_role("link", name="Back to the workshop").click()


def supports(phone: Phone) -> None:
    """Tick the question that the others support as well."""
    if not phone.scripts:
        phone.page.get_by_role("link", name="Your questions").click()
        phone.page.get_by_label(QUESTION).check()
        phone.sends()
        phone.page.get_by_role("link", name="Back to the workshop").click()
        return
    fold = phone.page.locator("details.standing summary")
    fold.click()
    phone.page.get_by_label(QUESTION).check()
    phone.sends()
    fold.click()


def rate_by_keyboard(phone: Phone, form: Locator) -> None:
    """“Agree” to the first line, “Disagree” to the second, with Tab, Space and the arrows."""
    keys = phone.page.keyboard
    form.get_by_role("radio").first.focus()
    keys.press("Space")
    for _ in range(3):
        keys.press("ArrowDown")
    keys.press("Tab")
    keys.press("Space")
    keys.press("ArrowDown")


def put_in_order(phone: Phone, form: Locator) -> None:
    """Money, listening, speaking, learning: one line by mouse, the rest by keyboard."""
    wanted = ["Giving money", "Listening", "Speaking up", "Learning on my own"]
    if not phone.scripts:
        for place, text in enumerate(wanted, start=1):
            form.get_by_label(text).select_option(str(place))
        return
    lines = form.locator("[data-ranking] li")
    grip = lines.nth(3).locator("[aria-hidden]").bounding_box()
    above = lines.nth(0).bounding_box()
    last = lines.nth(3).get_attribute("title")
    assert grip
    assert above
    mouse = phone.page.mouse
    mouse.move(grip["x"] + 10, grip["y"] + 10)
    mouse.down()
    mouse.move(grip["x"] + 10, above["y"] + 5, steps=10)
    mouse.up()
    expect(lines.first).to_have_attribute("title", last or "")
    for place, text in enumerate(wanted):
        titles = lines.evaluate_all("all => all.map(line => line.title)")
        form.get_by_role("button", name=f"Move up: {text}").focus()
        for _ in range(titles.index(text) - place):
            phone.page.keyboard.press("Enter")
    expect(form.get_by_label("This order is right")).to_be_checked()


def give_points(phone: Phone, form: Locator) -> None:
    if not phone.scripts:
        phone.fills_in({"points-a": ("60",), "points-b": ("30",), "points-c": ("10",)})
        return
    for item, presses in (("Inside the team", 12), ("With partners", 6), ("In public", 2)):
        for _ in range(presses):
            form.get_by_role("button", name=f"+ 5: {item}").click()
    expect(form.locator("output")).to_have_text("0")
