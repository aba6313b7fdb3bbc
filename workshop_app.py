"""The server: one process and one port for the facilitator's pages and the participants' phones.

streamlit run workshop_app.py     python workshop_app.py     uvicorn workshop_app:app
"""

from pathlib import Path

import streamlit as st

from modules.domain.errors import WorkshopError
from modules.phone.preview import preview_routes
from modules.phone.routes import build_routes
from modules.server import serving, start

workshop = start.started()

app = st.App(
    Path(__file__).resolve().parent / "pages" / "main.py",
    routes=[
        *build_routes(workshop),
        *preview_routes(workshop),
        *start.server_routes(workshop),
    ],
    middleware=start.server_middleware(workshop),
    lifespan=start.server_lifespan(workshop),
    exception_handlers={500: start.our_fault},
)

if __name__ == "__main__":
    try:
        serving.serve(app, workshop.settings)
    except WorkshopError as problem:
        start.stop(problem)
