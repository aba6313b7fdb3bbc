"""Thirty phones that can be told apart by everything a network knows; none of it is kept."""

import io
import re
import ssl
import zipfile

import httpx2
from playwright.sync_api import Browser
from pypdf import PdfReader

from modules.summary.files import FORMATS
from tests.anonymity.worlds import bytes_of
from tests.journeys.people import Facilitator
from tests.journeys.running_app import RunningApp
from tests.patience import SECONDS
from tests.summary.reading import read

PHONES = 30
GUIDE = "start_with_the_mirror"
# Nobody is asked for a certificate here, and to load what may be trusted takes a while.
TRUSTS_NOBODY = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
KNOWN = re.compile(b"Start with the mirror|My notes")


class Traceable(httpx2.Client):
    """A phone whose every header is a fingerprint."""

    def __init__(self, number: int, base: str) -> None:
        self.fingerprints = {
            "X-Forwarded-For": f"198.51.100.{number + 100}",
            "X-Real-IP": f"203.0.113.{number + 100}",
            "User-Agent": f"HeronBrowser/{number}.77",
            "Referer": f"https://intranet-{number}.example/people",
            "Accept-Language": f"xx-heron{number}",
        }
        super().__init__(
            base_url=base, headers=self.fingerprints, timeout=SECONDS, verify=TRUSTS_NOBODY
        )
        self.text = f"kingfisher {number} wrote this"

    @property
    def token(self) -> str:
        return next(c.value or "" for c in self.cookies.jar if c.name == "device")

    def answers(self, code: str, **form: str) -> int:
        page = self.get(f"/j/{code}").text
        round_id = re.search(r'name="round" value="(\w+)"', page)
        assert round_id is not None
        data = {"round": round_id[1], "seq": "1", "act": "send", **form}
        return self.post(f"/j/{code}/answer", data=data).status_code


def fetched(facilitator: Facilitator, path: str) -> bytes:
    """A file that only the facilitator may have."""
    answer = facilitator.context.request.get(f"{facilitator.base}/files/{path}")
    assert answer.ok, path
    return answer.body()


def facilitators_files(facilitator: Facilitator, *names: str) -> dict[str, bytes]:
    found = re.search(r"session=(\w+)", facilitator.page.url)
    assert found is not None
    return {name: unpacked(name, fetched(facilitator, f"{found[1]}/{name}")) for name in names}


def unpacked(name: str, data: bytes) -> bytes:
    """The file as it is, and what is packed inside it: a needle in a zip is not seen from outside.

    Lines of a calendar are folded anywhere; a PDF sets the text apart by its own spaces.
    """
    inside = [data]
    if name.endswith("xlsx"):
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            inside += [book.read(member) for member in book.namelist()]
    if name.endswith("pdf"):
        reader = PdfReader(io.BytesIO(data))
        inside += [read("pdf", data).encode(), repr(reader.metadata).encode()]
        inside += [str(reader.xmp_metadata and reader.xmp_metadata.stream.get_data()).encode()]
    if name.endswith("calendar"):
        inside.append(data.replace(b"\r\n ", b""))
    return b"\n".join(inside)


def test_nothing_that_tells_phones_apart_is_in_any_file_log_or_export(
    app: RunningApp, browser: Browser
) -> None:
    facilitator = Facilitator(browser, app.base)
    facilitator.signs_in(app.sign_in_link)
    code = facilitator.starts("Start with the mirror", contacts="Ada\nBo\nCy\nDee")
    phones = [Traceable(number, app.base) for number in range(PHONES)]
    for phone in phones:
        assert phone.post(f"/j/{code}/join").status_code == 303
    facilitator.moves_on_to("Welcome, and what happens to your answers")
    facilitator.settles()
    facilitator.moves_on_to("Why I came")
    for phone in phones:
        # What is refused is where careless programs write most into their logs.
        assert phone.answers(code, choice=phone.text) == 422
        assert phone.answers(code, choice="a") == 303
    facilitator.sees_answered(PHONES, PHONES)
    posters = facilitators_files(facilitator, "poster.pdf")
    facilitator.shows_results()
    facilitator.ends_the_workshop()
    ended = phones[0].get(f"/j/{code}").text
    summary = re.search(r'href="(/s/\w+)', ended)
    assert summary is not None
    pages = [phones[0].get(f"{summary[1]}{page}").content for page in ("", "/read")]
    exports = {
        file: unpacked(file, phones[0].get(f"{summary[1]}/summary.{file}").content)
        for file in FORMATS
    }
    exports |= facilitators_files(facilitator, "my-notes.md") | posters
    exports["pack.pdf"] = unpacked("pack.pdf", fetched(facilitator, f"guides/{GUIDE}/pack.pdf"))
    for phone in phones:
        phone.close()
    app.stop()

    # What was unpacked can be read: each file names the workshop, its date or its guide.
    assert [name for name, text in exports.items() if not KNOWN.search(text)] == []
    assert "Uvicorn running" in app.printed or "http://" in app.printed
    everything = [*bytes_of(app.data).values(), app.printed.encode(), *pages, *exports.values()]
    written = b"\n".join(everything)
    needles = [n for p in phones for n in (*p.fingerprints.values(), p.token, p.text)]
    assert len(needles) == PHONES * 7
    assert [n for n in needles if n.encode() in written] == []
    assert code not in app.printed
    assert b"Why I came" in written
