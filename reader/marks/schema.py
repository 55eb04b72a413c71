"""The tables of the marks, by version."""

from pathlib import Path

from reader.sqlite import Schema

APPLICATION_ID = 0x52444D4B  # "RDMK"
CHECKSUM = 0xA722F579  # of the newest definitions
SCHEMA = Schema.numbered(APPLICATION_ID, Path(__file__).parent / "migrations", CHECKSUM)
