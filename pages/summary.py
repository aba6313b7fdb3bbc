"""All results of one workshop as the room saw them, and the files everyone gets."""

from modules.screens.notes import own_notes
from modules.screens.series import pooled_runs, series_of
from modules.screens.summary import summary
from modules.ui import access, asking, live, showing
from modules.ui.components import series_card
from modules.ui.reading import downloads, results
from modules.ui.wording import deletion, ribbon
from modules.wiring import workshop

acting = access.require_facilitator()
session_id = asking.chosen_session()
seen = live.look(session_id)
links = asking.links_of(asking.console(session_id, asking.now()))
database = workshop().database
view = summary(database, session_id)
pooled = pooled_runs(database, session_id)
series = series_of(database, session_id)

kept = deletion(view.delete_on, fleeting=view.practice or view.rehearsal)
showing.page_frame(
    view.title,
    caption=f"{view.group_in_words} · {kept[0].lower()}{kept[1:]}",
    ribbon=ribbon(practice=view.practice, rehearsal=view.rehearsal),
)
downloads.show(view, links)
downloads.show_own_notes(own_notes(database, session_id), session_id)
results.show(view, pooled.sections, pooled.limit)
if series is not None:
    series_card.show(acting, series)
live.follow(session_id, seen)
