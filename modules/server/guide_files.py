"""A guide as files, for signed-in facilitators: its text, and the pack to print."""

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from modules.actions import signing
from modules.domain.errors import NotAllowed, NotFound
from modules.screens import guides
from modules.server.cookies import SignInCookie
from modules.server.files import download
from modules.server.refusals import refusal
from modules.summary.files import SummaryFile
from modules.summary.pack import pack
from modules.wiring import Workshop

NO_SUCH_GUIDE = "There is no guide of that name. It may have been renamed or deleted."
NOT_READABLE = "This guide has mistakes. The page “Guides” lists them; mend them, then print it."


def guide_file_routes(workshop: Workshop, cookie: SignInCookie) -> list[Route]:
    """To be put before the routes of sessions' files: a guide may be called “summary”."""

    async def guide_file(request: Request) -> Response:
        acting = cookie.read(request)

        def made() -> SummaryFile:
            if acting is None:
                raise NotAllowed
            with workshop.database.read() as db:
                signing.require(db, acting, now=workshop.tools.now())
            view = guides.one(workshop.guides, request.path_params["guide_id"])
            if request.url.path.endswith("/pack.pdf"):
                return _pack(view)
            return _text(view)

        try:
            return download(await to_thread.run_sync(made))
        except NotAllowed as problem:
            return refusal(403, str(problem))
        except NotFound as problem:
            return refusal(404, str(problem))

    return [
        Route("/files/guides/{guide_id}/pack.pdf", guide_file, methods=["GET"]),
        Route("/files/guides/{guide_id}.md", guide_file, methods=["GET"]),
    ]


def _text(view: guides.GuideView) -> SummaryFile:
    if not view.text:
        raise NotFound(NO_SUCH_GUIDE)
    name = f"{_plain(view.id)}.md"
    return SummaryFile(view.text.encode(), "text/markdown; charset=utf-8", name, name)


def _pack(view: guides.GuideView) -> SummaryFile:
    if view.guide is None:
        raise NotFound(NOT_READABLE)
    name = f"{_plain(view.id)}-pack.pdf"
    return SummaryFile(pack(view.guide), "application/pdf", name, name)


def _plain(guide_id: str) -> str:
    """The id for a header: a file that was put there by hand may have any name."""
    return "".join(c if c.isascii() and c.isalnum() else "_" for c in guide_id)
