"""The summary's own address: to read, and as files, until the deletion date."""

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from modules.domain.session import SessionId
from modules.phone.pages import PRIVATE_HEADERS
from modules.phone.phones import Phones
from modules.phone.visit import Visit
from modules.screens import finding
from modules.screens import summary as summary_screen
from modules.summary import files
from modules.summary import html as readable


def front(phones: Phones, visit: Visit) -> Response:
    """GET /s/{summary_key}: what there is to take home."""
    view = summary_screen.summary(phones.tools.database, _session(phones, visit))
    visit.session_language = view.language
    base = f"/s/{visit.path('summary_key')}"
    formats = files.FORMATS.values()
    return visit.page("summary.html", scripted="hint", view=view, base=base, formats=formats)


def read(phones: Phones, visit: Visit) -> Response:
    """GET /s/{summary_key}/read: the summary as a page, unless it was deleted meanwhile."""
    view = summary_screen.summary(phones.tools.database, _session(phones, visit))
    page = readable.html(view)
    _session(phones, visit)
    headers = {**PRIVATE_HEADERS, "Content-Security-Policy": readable.POLICY}
    return Response(page, headers=headers, media_type="text/html")


async def download(phones: Phones, visit: Visit) -> Response:
    """GET /s/{summary_key}/summary.{format}: the same bytes for everyone, made once for many."""
    session_id = await run_in_threadpool(_session, phones, visit)
    wanted = visit.path("format")

    def made() -> files.SummaryFile:
        view = summary_screen.summary(phones.tools.database, session_id)
        found = files.file(view, wanted)
        # What was deleted while its file was made is gone, and stays with nobody who waits.
        _session(phones, visit)
        return found

    key = session_id, phones.hub.version(session_id), wanted
    found = await phones.files.get(key, made)
    headers = {**PRIVATE_HEADERS, "Content-Disposition": found.content_disposition}
    return Response(found.data, headers=headers, media_type=found.media_type)


def _session(phones: Phones, visit: Visit) -> SessionId:
    key = visit.path("summary_key")
    return finding.session_by_summary_key(phones.tools.database, key)
