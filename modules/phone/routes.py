"""One table of every address a phone can reach."""

from starlette.routing import Route

from modules.phone import answer, beside, door, events, notes, privacy, signal, stage, summary
from modules.phone.address import Address
from modules.phone.phones import phones_for
from modules.wiring import Workshop


def build_routes(workshop: Workshop) -> list[Route]:
    """The routes, for an app of their own or beside others."""
    phones = phones_for(
        workshop.tools,
        workshop.hub,
        workshop.presence,
        workshop.signals,
        workshop.crowd,
        secure_cookies=workshop.settings.secure_cookies,
    )
    nowhere = Address(phones, get=door.nowhere, post=door.nowhere)
    table = {
        "/join": Address(phones, get=door.ask_code, post=door.typed_code),
        "/notes": Address(phones, get=notes.notes),
        "/q/{join_secret}": Address(phones, get=door.scanned),
        "/q/{join_secret}/privacy": Address(phones, get=privacy.before_joining),
        "/j/{code}": Address(phones, get=stage.room),
        "/j/{code}/join": Address(phones, post=door.join),
        "/j/{code}/answer": Address(phones, post=answer.answer),
        "/j/{code}/beside": Address(phones, get=beside.beside),
        "/j/{code}/signal": Address(phones, post=signal.signal),
        "/j/{code}/leave": Address(phones, post=answer.leave),
        "/j/{code}/events": Address(phones, get=events.events),
        "/j/{code}/privacy": Address(phones, get=privacy.privacy),
        "/s/{summary_key}": Address(phones, get=summary.front),
        "/s/{summary_key}/read": Address(phones, get=summary.read),
        "/s/{summary_key}/summary.{format}": Address(phones, get=summary.download),
        # As people write it who type the address of a room.
        "/join/{code}": Address(phones, get=door.guessed),
        "/J/{code}": Address(phones, get=door.guessed),
        # Last, and only under our own names: whatever else is asked there is nothing.
        "/join/{rest:path}": nowhere,
        "/J/{rest:path}": nowhere,
        "/j/{rest:path}": nowhere,
        "/q/{rest:path}": nowhere,
        "/s/{rest:path}": nowhere,
    }
    return [Route(path, address) for path, address in table.items()]
