"""Settings and about: which ledger, which model, which versions, and whose work the desk stands on."""

# Without `from __future__ import annotations`: FastAPI reads the annotations of what it calls.

import dataclasses
import functools
import importlib.metadata
import platform

from fastapi import APIRouter, Request
from starlette.responses import Response

import reportedly
from reportedly.desk.rendering import page
from reportedly.desk.room import AsAsked, Asked
from reportedly.desk.statics import Part, vendored
from reportedly.engine.bundle import packaged as packaged_bundle
from reportedly.engine.bundle import packaged_sentences
from reportedly.gazetteer.gazetteer import packaged as packaged_gazetteer
from reportedly.ledger import Stats
from reportedly.ledger.opening import SCHEMA

ROUTER = APIRouter()
_PACKAGES = ("fastapi", "jinja2", "onnxruntime", "sqlalchemy", "starlette", "uvicorn")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Something packaged that was learnt or gathered: what for, name, version, and the digest of its bytes."""

    purpose: str
    name: str
    version: str
    sha256: str | None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the page shows. `ledger` is without any password; `locked` is the word for what opens the desk, or None."""

    version: str
    python: str
    ledger: str
    schema_: str
    stats: Stats
    host: str
    port: int
    locked: str | None
    models: tuple[Model, ...]
    packages: dict[str, str]
    vendored: tuple[Part, ...]


def about(asked: Asked) -> About:
    """Look at the ledger and at what is installed."""
    settings = asked.room.settings
    return About(
        version=reportedly.__version__,
        python=platform.python_version(),
        ledger=asked.ledger.where,
        schema_=SCHEMA,
        stats=asked.view().stats(),
        host=settings.host,
        port=settings.port,
        locked=settings.lock.asks if settings.lock else None,
        models=_models(),
        packages={name: importlib.metadata.version(name) for name in _PACKAGES},
        vendored=vendored(),
    )


@functools.cache
def _models() -> tuple[Model, ...]:
    """Return what is packaged; every byte of it is read for that, once."""
    reading, sentences, places = packaged_bundle(), packaged_sentences(), packaged_gazetteer()
    return (
        Model(
            purpose="reads reports",
            name=reading.config.name,
            version=reading.config.version,
            sha256=reading.digest,
        ),
        Model(
            purpose="compares sentences",
            name=sentences.config.name,
            version=sentences.config.version,
            sha256=sentences.digest,
        ),
        Model(purpose="knows places", name="gazetteer", version=f"{len(places):,} places", sha256=None),
    )


@ROUTER.get("/about", include_in_schema=False)
def show(asked: AsAsked, request: Request) -> Response:
    """Show the page."""
    return page(asked.room, request, "about.html", about=about(asked))


@ROUTER.get("/api/about", tags=["about"])
def twin(asked: AsAsked) -> About:
    """Return the ledger, the settings without secrets, and the versions and licences of what is used."""
    return about(asked)
