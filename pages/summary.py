"""All results of one workshop, and the files everyone gets."""

from modules.screens.summary import summary
from modules.ui import access, asking, live, showing
from modules.ui.reading import downloads, results
from modules.ui.wording import day, ribbon
from modules.wiring import workshop

access.require_facilitator()
session_id = asking.chosen_session()
seen = live.look(session_id)
links = asking.links_of(asking.console(session_id))
view = summary(workshop().database, session_id)

showing.page_frame(
    view.title,
    caption=f"{view.group_in_words} · deleted on {day(view.delete_on)}",
    ribbon=ribbon(practice=view.practice, rehearsal=view.rehearsal),
)
downloads.show(view, links)
results.show(view)
live.follow(session_id, seen)
