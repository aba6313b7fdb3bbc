"""The facilitator's private notes, in a file that nobody could take for the summary."""

from modules.domain.dates import in_words
from modules.screens.summary_views import OwnNotesView
from modules.summary.files import SummaryFile, named
from modules.summary.markdown import escaped
from modules.summary.plain import plain

PRIVATE = (
    "Private: only the facilitator can download this file. It is no part of the summary that "
    "everyone gets."
)


def own_notes_file(view: OwnNotesView) -> SummaryFile:
    """The notes as Markdown in UTF-8."""
    when = "within an hour of its end" if view.fleeting else f"on {in_words(view.delete_on)}"
    deleted = f"They are deleted with the workshop {when}."
    blocks = [
        f"# My notes: {escaped(plain(view.title) or 'Workshop')}",
        f"**{PRIVATE}**",
        f"{in_words(view.held_on)}. {deleted}",
    ]
    for title, text in view.notes:
        blocks += [f"## {escaped(plain(title))}", escaped(plain(text))]
    if not view.notes:
        blocks.append("There are no notes.")
    return SummaryFile(
        data=("\n\n".join(blocks) + "\n").encode(),
        media_type="text/markdown; charset=utf-8",
        **named(view.title, f"my private notes {view.held_on.isoformat()}.md"),
    )
