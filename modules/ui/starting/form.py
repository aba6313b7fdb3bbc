"""One form with sensible defaults: from here it is one click to the lobby."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from modules.actions import hosting
from modules.actions.hosting import StartForm
from modules.domain.access import Acting
from modules.domain.disclosure import CONTRIBUTIONS_FOR_TEXTS_IN_FILES
from modules.domain.guide import Guide
from modules.domain.session import DEFAULT_CAP
from modules.screens.series import series_names
from modules.screens.start import filled_forms
from modules.screens.start_views import FilledView
from modules.ui import navigation, showing, state
from modules.ui.components import in_view
from modules.ui.entries import Entry
from modules.ui.reading import written
from modules.ui.starting import power, prefilled, rehearse
from modules.ui.wording import minutes
from modules.wiring import workshop

LANGUAGES = {
    "ar": "العربية",
    "de": "Deutsch",
    "en": "English",
    "es": "Español",
    "fr": "Français",
}


def show(acting: Acting, entries: Sequence[Entry]) -> None:
    usable = {e.id: e for e in entries if e.read.guide is not None}
    if not usable:
        st.info("There is no guide to start. The Guides page lists what is wrong with the files.")
        return
    ids = list(usable)
    titles = {e.id: e.read.guide.title for e in usable.values() if e.read.guide}
    # The page of guides leads here with one of them.
    forms = filled_forms(workshop().database)
    last = next((form.guide_id for form in forms if form.real), None)
    asked = st.query_params.get("guide", last)
    index = ids.index(asked) if asked in ids else 0
    chosen = st.selectbox("Guide", ids, index, format_func=titles.__getitem__, key="guide")
    entry = usable[chosen]
    guide = entry.read.guide
    if guide is None:
        return
    about = f"{minutes(guide.minutes)} · {guide.size.least} to {guide.size.most} people"
    st.caption(f"{about}. {written.harmless(guide.purpose)}")
    with st.container(border=True, key="form"):
        filled, refusal = _fields(guide, forms)
        with st.container(horizontal=True):
            start = st.button("Start the workshop", type="primary", key="start_now")
            practice = st.button("Try it out", key="start_practice")
        st.caption(
            "“Try it out” is a practice with up to 10 phones: results show from the first answer, "
            "nothing is anonymous, and everything is deleted within an hour of the end."
        )
    if start or practice:
        with refusal:
            _start(acting, entry, guide, filled, practice=practice)
    rehearse.show(acting, entry, guide)


def _fields(guide: Guide, forms: Sequence[FilledView]) -> tuple[StartForm, DeltaGenerator]:
    """The form as it is filled in, and the place where a refusal of it stands."""
    usual = prefilled.usual(forms, state.kept_form(), guide)
    title = st.text_input("Title", _title(guide, usual), max_chars=200, key=f"title_{guide.id}")
    people, group, days = st.columns(3)
    head_count = people.number_input(
        "People in the room",
        1,
        5000,
        usual.head_count if usual else None,
        key=f"head_{guide.id}",
        placeholder="optional",
    )
    smallest = group.number_input(
        "Smallest group",
        3,
        10,
        max(3, guide.smallest_group),
        key=f"group_{guide.id}",
        help="No result is shown from fewer answers. Nobody can change it after the start.",
    )
    kept = days.number_input(
        "Days kept",
        1,
        400,
        usual.retention_days if usual and usual.real else guide.retention_days,
        key=f"days_{guide.id}",
        help="Counted from the day when the first phone joins. From then on the date is on every "
        "screen, and it never becomes later.",
    )
    contacts = ""
    if guide.support_contacts:
        contacts = st.text_area(
            "Support contacts, shown to everyone",
            prefilled.contacts([*([usual] if usual else []), *forms], guide),
            key=f"contacts_{guide.id}",
        )
    # Below the field that is most often left open, and above the button that was pressed.
    refusal = st.container()
    needed = power.ask(guide, int(smallest))
    st.caption("Facilitators' own phones should not answer: results are for the participants.")
    more = _more(guide, usual)
    filled = replace(
        more,
        title=title,
        smallest_group=needed,
        retention_days=int(kept),
        head_count=head_count,
        support_contacts=contacts,
    )
    return filled, refusal


def _title(guide: Guide, usual: FilledView | None) -> str:
    """A title of one's own is kept; another guide's is not this one's."""
    return usual.title if usual and usual.guide_id == guide.id else guide.title


def _more(guide: Guide, usual: FilledView | None) -> StartForm:
    """What most workshops leave as it is."""
    kept = usual if usual and usual.real else None
    with st.expander("More"):
        cap = st.number_input(
            "Most phones",
            1,
            5000,
            kept.cap if kept else DEFAULT_CAP,
            key=f"cap_{guide.id}",
            help="Or lock the room, in its lobby or later, once everybody is in.",
        )
        outside = st.number_input(
            "Texts go into the file from this many on",
            1,
            100,
            kept.texts_outside if kept else CONTRIBUTIONS_FOR_TEXTS_IN_FILES,
            key=f"outside_{guide.id}",
            help="Fewer texts could be recognised by their style outside this room.",
        )
        languages = sorted({guide.language, *LANGUAGES})
        spoken = kept.language if kept and kept.language in languages else guide.language
        language = st.selectbox(
            "Language of the phones' buttons",
            languages,
            languages.index(spoken),
            format_func=lambda code: LANGUAGES.get(code, code),
            key=f"language_{guide.id}",
        )
        series = _series(guide)
    return StartForm(
        title="", language=language, cap=int(cap), series=series, texts_outside=int(outside)
    )


def _series(guide: Guide) -> str:
    # Never taken from the guide: only the facilitator knows whether this is the same group again.
    chosen = st.selectbox(
        "Series: the same group over months",
        series_names(workshop().database),
        index=None,
        key=f"series_{guide.id}",
        accept_new_options=True,
        placeholder="None. Choose one, or type a new name.",
        help="Shown totals of the pulse, and no texts, are kept to compare: at most 400 days after "
        "the first session. Participants are told before they join.",
    )
    return chosen or ""


def _without_blanks(contacts: str) -> str:
    """For a practice, which may start with contacts that nobody has filled in."""
    lines = [line.strip() for line in contacts.splitlines()]
    return "\n".join(line for line in lines if line and not line.endswith(":"))


def _start(
    acting: Acting, entry: Entry, guide: Guide, filled: StartForm, *, practice: bool
) -> None:
    def start() -> None:
        form = filled
        if practice:
            form = replace(
                filled, practice=True, support_contacts=_without_blanks(filled.support_contacts)
            )
        state.choose_session(
            hosting.start(
                workshop().tools, acting=acting, guide=guide, guide_text=entry.text, form=form
            )
        )

    if showing.run_safely(start):
        state.keep_form(None)
        navigation.open_session(navigation.FACILITATE)
    showing.show_notice()
    # Once, and not again at the top of the page, which would move the form while it is mended.
    state.clear_notice()
    in_view.keep(".st-key-notice", changed=state.next_number(), key="refusal_in_view")
