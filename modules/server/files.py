"""What only the facilitator may download. Streamlit's own button would publish it to anyone.

The summary's files are everybody's, at one address for all (`modules/phone/summary.py`).
"""

from collections.abc import Callable

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from modules.actions import signing
from modules.domain.errors import NotAllowed, NotFound
from modules.domain.session import SessionId
from modules.screens import notes, projector
from modules.server.cookies import SignInCookie
from modules.server.refusals import refusal
from modules.summary import files
from modules.summary.own_notes import own_notes_file
from modules.summary.poster import Invitation, poster
from modules.wiring import Workshop

NO_SUCH_FILE = "There is no such file. It may have been deleted on its date."


Made = Callable[[SessionId], files.SummaryFile]


def file_routes(workshop: Workshop, cookie: SignInCookie) -> list[Route]:
    async def my_notes(request: Request) -> Response:
        return await _for_the_owner(
            workshop,
            cookie,
            request,
            lambda session_id: own_notes_file(notes.own_notes(workshop.database, session_id)),
        )

    async def door_poster(request: Request) -> Response:
        base = workshop.addresses.phones_from(str(request.url))
        return await _for_the_owner(
            workshop, cookie, request, lambda session_id: _poster(workshop, session_id, base)
        )

    return [
        Route("/files/{session_id}/poster.pdf", door_poster, methods=["GET"]),
        Route("/files/{session_id}/my-notes.md", my_notes, methods=["GET"]),
    ]


def _poster(workshop: Workshop, session_id: SessionId, base: str) -> files.SummaryFile:
    view = projector.projector(workshop.database, session_id, now=workshop.tools.now(), phones=0)
    if view.code is None:
        raise NotFound(NO_SUCH_FILE)
    return poster(
        Invitation(
            title=view.title,
            link=f"{base}/q/{view.join_secret}",
            address=f"{base.partition('://')[2]}/join",
            code=view.code,
            promise=view.promise,
            language=view.language,
            held_on=workshop.tools.today(),
        )
    )


async def _for_the_owner(
    workshop: Workshop, cookie: SignInCookie, request: Request, make: Made
) -> Response:
    acting = cookie.read(request)
    session_id = SessionId(request.path_params["session_id"])

    def require() -> None:
        if acting is None:
            raise NotAllowed
        with workshop.database.read() as db:
            signing.require(db, acting, now=workshop.tools.now(), session_id=session_id)

    def made() -> files.SummaryFile:
        require()
        found = make(session_id)
        # The workshop may have been deleted while its file was made.
        require()
        return found

    try:
        return download(await to_thread.run_sync(made))
    except NotAllowed as problem:
        return refusal(403, str(problem))
    except NotFound:
        return refusal(404, NO_SUCH_FILE)


def download(file: files.SummaryFile) -> Response:
    """A file to be saved, never opened as a page of ours."""
    headers = {
        "Content-Disposition": file.content_disposition,
        "Cache-Control": "no-store",
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    return Response(file.data, media_type=file.media_type, headers=headers)
