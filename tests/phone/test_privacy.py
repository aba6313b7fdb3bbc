"""“What happens to my answer?” says what is true of this session, and what is stored right now."""

import pytest

from modules.actions import signing
from modules.domain.moves import Move
from tests.a_pulse import PULSE_GUIDE, held
from tests.a_room import PLAIN, WORDS
from tests.phone.a_site import ASite
from tests.screens.test_standing import WITH_QUESTIONS


def started(folder, **form):
    site = ASite.at(folder)
    site.room.start(**form)
    return site


def privacy(site):
    return site.phone().sees("/privacy")


@pytest.mark.parametrize("smallest", [3, 5, 8])
def test_the_smallest_group_is_the_sessions_own(tmp_path, smallest):
    site = started(tmp_path, smallest_group=smallest)
    expected = max(smallest, 5)

    assert f"Totals are shown only from {expected} answers" in privacy(site)


def test_the_promise_changes_its_words_when_a_setting_makes_it_untrue(tmp_path):
    real, practice, rehearsal = (
        privacy(started(tmp_path / name, **form))
        for name, form in (("a", {}), ("b", {"practice": True}), ("c", {"rehearsal": True}))
    )

    promised = "From then on nobody can tell who answered what"
    assert [promised in page for page in (real, practice, rehearsal)] == [True, False, False]
    assert "This is practice. It is not anonymous" in practice
    assert "This is a rehearsal. It is not anonymous" in rehearsal


def test_the_number_of_texts_needed_outside_is_the_sessions_own(tmp_path):
    site = started(tmp_path, texts_outside=12)

    assert "only if at least 12 people wrote" in privacy(site)


def test_a_series_is_said_before_anybody_joins(tmp_path):
    page = started(tmp_path, series="spring").phone(joined=False).sees("/privacy")

    assert "This session belongs to a series." in page
    assert "until 13\u00a0April\u00a02027 at the latest" in page
    assert "Everything else is deleted on 8\u00a0April\u00a02026." in page


@pytest.mark.parametrize("form", [{}, {"series": "spring", "practice": True}])
def test_no_series_is_said_where_nothing_is_kept(tmp_path, form):
    page = started(tmp_path, **form).phone(joined=False).sees("/privacy")

    assert "belongs to a series" not in page
    assert "<dt>series" not in page
    assert "Everything else" not in page


def test_the_deletion_date_is_said(tmp_path):
    assert "8\u00a0April\u00a02026" in privacy(started(tmp_path))


def test_the_known_limits_are_said(site):
    page = privacy(site)

    assert "the running server could link an answer to a connection" in page
    assert "What is said aloud is heard." in page
    assert "New texts reach the moderator three at a time" in page
    assert "What you ask the room reaches the moderator at once" not in page


def test_questions_to_the_room_are_easier_to_guess_and_that_is_said(tmp_path):
    page = privacy(started(tmp_path, guide=WITH_QUESTIONS))

    assert "What you ask the room reaches the moderator at once, each question by itself" in page


def test_a_page_without_encryption_says_that_the_network_could_read_along(site):
    plain = privacy(site)
    phone = site.phone()
    phone.base_url = "https://testserver"
    encrypted = phone.sees("/privacy")

    assert "This page is not encrypted" in plain
    assert "not what it sent" not in plain
    assert "This page is not encrypted" not in encrypted
    assert "not what it sent" in encrypted


def test_the_rows_stored_are_counted_live(site):
    phone = site.phone()
    site.room.at(PLAIN)
    before = phone.sees("/privacy")
    phone.sends(choice="a")
    during = phone.sees("/privacy")
    site.room.move(Move.SHOW_RESULTS)
    after = phone.sees("/privacy")

    row = "<dt>ballots: {}</dt>"
    assert [
        row.format(n) in p for n, p in zip((0, 1, 0), (before, during, after), strict=True)
    ] == [True] * 3


def test_the_sessions_own_row_and_its_moderators_are_counted_too(site):
    room = site.room
    for _ in range(2):
        signing.moderator_link(room.tools, acting=room.acting, session_id=room.session_id)
    used = signing.moderator_link(room.tools, acting=room.acting, session_id=room.session_id)
    signing.sign_in_by_link(room.tools, token=used)

    page = site.phone(joined=False).sees("/privacy")

    assert "<dt>session: 1</dt>" in page
    assert "<dt>moderators signed in: 1</dt>" in page
    assert "<dt>links for moderators: 3</dt>" in page


def test_every_column_of_every_row_is_named_with_what_it_holds(site):
    page = site.phone(joined=False).sees("/privacy")

    assert "a small number that orders one phone’s own changes" in page
    assert '<code dir="ltr" class="quiet">seq</code>' in page
    assert '<code dir="ltr" class="quiet">decisions</code>' in page


def test_what_a_series_keeps_is_counted(tmp_path):
    site = ASite.at(tmp_path)
    held(site.room, series="spring")
    site.room.start(guide=PULSE_GUIDE, series="spring")

    page = site.phone(joined=False).sees("/privacy")

    assert "<dt>series: 1</dt>" in page
    assert "<dt>sessions kept in the series: 1</dt>" in page


def test_it_is_not_told_how_many_wrote_and_how_many_passed(site):
    phones = [site.phone() for _ in range(3)]
    site.room.at(WORDS)
    phones[0].sends(text="Curious")
    for phone in phones[1:]:
        phone.sends(act="pass")
    site.room.move(Move.SHOW_RESULTS)

    page = phones[0].sees("/privacy")

    assert "<dt>texts: some; not how many" in page
    assert "<dt>texts: 1" not in page


def test_no_answer_is_on_the_page(site):
    phone = site.phone()
    site.room.at(PLAIN)
    phone.sends(choice="a")

    assert "Curiosity" not in phone.sees("/privacy")


def test_a_wrong_code_shows_nothing(site):
    assert site.phone().get("/j/00000000/privacy").status_code == 404


def test_the_promise_says_that_questions_to_the_room_stay_open_longer(tmp_path):
    said = "stays open longer"

    assert said not in privacy(started(tmp_path / "without"))
    assert said in privacy(started(tmp_path / "with", guide=WITH_QUESTIONS))
