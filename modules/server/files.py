"""The facilitator's downloads. Streamlit's own download button would publish them to anyone."""

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from modules.actions import signing
from modules.domain.errors import NotAllowed, NotFound
from modules.domain.session import SessionId
from modules.screens import summary
from modules.server.cookies import SignInCookie
from modules.server.refusals import refusal
from modules.summary import files
from modules.wiring import Workshop

NO_SUCH_FILE = "There is no such file. It may have been deleted on its date."


def file_routes(workshop: Workshop, cookie: SignInCookie) -> list[Route]:
    async def summary_file(request: Request) -> Response:
        acting = cookie.read(request)
        session_id = SessionId(request.path_params["session_id"])
        file_format = request.path_params["format"]

        def made() -> files.SummaryFile:
            if acting is None:
                raise NotAllowed
            with workshop.database.read() as db:
                signing.require(db, acting, now=workshop.tools.now(), session_id=session_id)
            return files.file(summary.summary(workshop.database, session_id), file_format)

        try:
            return download(await to_thread.run_sync(made))
        except NotAllowed as problem:
            return refusal(403, str(problem))
        except NotFound:
            return refusal(404, NO_SUCH_FILE)

    return [Route("/files/{session_id}/summary.{format}", summary_file, methods=["GET"])]


def download(file: files.SummaryFile) -> Response:
    """A file to be saved, never opened as a page of ours."""
    headers = {
        "Content-Disposition": file.content_disposition,
        "Cache-Control": "no-store",
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    return Response(file.data, media_type=file.media_type, headers=headers)
