"""What a file's name tells about it before it is opened."""

from functools import cache

_PICTURES = "avif bmp gif heic ico jpeg jpg png psd svg tif tiff webp"
_SOUND_AND_FILM = "aac avi flac flv m4a m4v mkv mov mp3 mp4 mpeg mpg oga ogg ogv opus wav webm wmv"
_FONTS = "eot otf ttf woff woff2"
_STORES = "db db3 dbf mdb sqlite sqlite3 sqlite-journal sqlite-shm sqlite-wal lmdb"
_BINARIES = "a bin class dat dll dmg dylib exe img iso jar o obj pyc pyd so swf swp wasm"
_PAGE_PARTS = "css js jsx less map mjs cjs scss ts tsx"


MOSTLY = (".txt", ".html", ".md", ".htm")  # asked for first, as nearly all documents end so


def _endings(names: str) -> frozenset[str]:
    return frozenset(f".{name}" for name in names.split())


NOT_TEXT = _endings(f"{_PICTURES} {_SOUND_AND_FILM} {_FONTS} {_STORES} {_BINARIES}")
PAGE_PARTS = _endings(_PAGE_PARTS)
NO_READER = _endings(
    "7z azw azw3 bz2 cbr cbz csv djvu doc docx eml epub gz json jsonl maff mbox mht mhtml mobi"
    " ndjson odp ods odt parquet pdf ppt pptx rar rss atom rtf tar tgz tsv wacz warc"
    " webarchive xls xlsx xml xz zip zst"
)


def suffix(name: str) -> str:
    """The ending of a file's name in lower case with its dot; "" where there is none."""
    stem, dot, ending = name.rpartition("/")[2].strip().rpartition(".")
    return f".{ending.lower()}" if dot and stem and ending else ""


def refusal(name: str) -> str | None:
    """Why a file of this name is no document, or None: it may be one, its bytes will tell."""
    if name.endswith(MOSTLY):
        return None
    last = name.rpartition("/")[2]
    if len(last) > 1 and (last[-1] == "~" or last[0] == last[-1] == "#"):
        return "backup copy of an editor"
    return _refused().get(suffix(last))


@cache
def _refused() -> dict[str, str]:
    """The endings of files that are no documents, each with the reason."""
    return (
        {ending: f"not a text document ({ending})" for ending in NOT_TEXT}
        | {ending: f"part of a page, not a document ({ending})" for ending in PAGE_PARTS}
        | {ending: f"no reader for {ending} files" for ending in NO_READER}
    )
