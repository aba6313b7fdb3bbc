"""How an activity of a guide looks on a phone: for facilitators who write or read the guide.

Shown in a frame of their page. Nothing is sent from it and nothing is stored.
"""

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from modules.actions import signing
from modules.domain.access import Acting
from modules.domain.errors import NotAllowed, WorkshopError
from modules.phone.fragments import rendered
from modules.phone.pages import PRIVATE_HEADERS, policy, style, templates
from modules.phone.words import words_for
from modules.screens.previews import on_the_phone, previewed
from modules.wiring import Workshop

# Set by the door, which has verified the sign-in's cookie, and taken from nobody else.
SIGN_IN_HEADER = "x-workshop-sign-in"


def preview_routes(workshop: Workshop) -> list[Route]:
    def preview(request: Request) -> Response:
        acting = Acting(request.headers.get(SIGN_IN_HEADER, ""))
        try:
            with workshop.database.read() as db:
                signing.require(db, acting, now=workshop.tools.now())
            text = workshop.drafts.text(request.path_params["text"])
            return _page(text, request.path_params["activity"])
        except WorkshopError as problem:
            status = 403 if isinstance(problem, NotAllowed) else 404
            return _answer(_refusal(str(problem)), status)

    return [Route("/preview/{text}/{activity}", preview, methods=["GET"])]


def _page(text: str, activity_id: str) -> Response:
    guide, activity = previewed(text, activity_id)
    view, words = on_the_phone(guide, activity), words_for(guide.language)
    return _answer(
        templates()
        .get_template("preview.html")
        .render(
            t=words,
            style=style(),
            script="",
            view=view,
            fragment=rendered(view, "preview", words).html,
        ),
        200,
    )


def _refusal(sentence: str) -> str:
    words = words_for("en")
    template = templates().get_template("refused.html")
    return template.render(
        t=words, style=style(), script="", sentence=sentence, back="#", kept=(), languages={}
    )


def _answer(page: str, status: int) -> HTMLResponse:
    """Only pages of this app may frame it, and its form leads nowhere."""
    rules = policy()
    rules = rules.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
    rules = rules.replace("form-action 'self'", "form-action 'none'")
    headers = {
        **PRIVATE_HEADERS,
        "Content-Security-Policy": rules,
        "X-Frame-Options": "SAMEORIGIN",
    }
    return HTMLResponse(page, status, headers)
