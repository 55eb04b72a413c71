import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import SourceError
from reader.sources.decode import decode

CZECH = "Příliš žluťoučký kůň úpěl ďábelské ódy, a nikdo neví proč vlastně. " * 8
RUSSIAN = "Съешь ещё этих мягких французских булок, да выпей же чаю. " * 8
FRENCH = "Voix ambiguë d\u2019un cœur qui, au zéphyr, préfère les jattes de kiwis. " * 8
TWO_SCRIPTS = "A plain line.\nЧужая строка\n"  # noqa: RUF001
JAPANESE = "昔々、あるところにおじいさんとおばあさんが住んでいました。\n" * 8


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_is_believed_and_not_part_of_the_text(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + "žluť 天\n".encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.guessed) == ("žluť 天\n", encoding, False)


def test_ascii_behind_a_utf_16_mark_is_read_as_what_it_is() -> None:
    assert decode(b"\xff\xfethis is ascii").text == "this is ascii"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_text_without_a_mark_is_recognised_by_its_nuls(encoding: str) -> None:
    decoded = decode(TWO_SCRIPTS.encode(encoding))
    assert decoded.text == TWO_SCRIPTS
    assert (decoded.encoding, decoded.guessed) == (encoding, True)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (CZECH, "cp1250"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (FRENCH, "cp1252"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
    ],
)
def test_old_encodings_are_guessed_from_the_language(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.guessed) == (text, encoding, True)


def test_a_guess_is_said_in_a_note() -> None:
    assert decode("Zwölf Boxkämpfer".encode("cp1252")).notes == ("read as windows-1252, guessed",)


def test_one_late_byte_decides_about_the_whole_file() -> None:
    decoded = decode(b"plain words " * 20_000 + "\nna\u00efve end\n".encode("latin-1"))
    assert decoded.text.endswith("naïve end\n")


def test_utf_8_with_a_broken_place_stays_utf_8_and_counts_it() -> None:
    decoded = decode(CZECH.encode() + b"\xff" + CZECH.encode())
    assert decoded.text == CZECH + "\ufffd" + CZECH
    assert "1 byte could not be read and stand as \ufffd" in decoded.notes


def test_a_character_cut_off_by_the_limit_is_left_out() -> None:
    assert decode("aé€".encode()[:-1], cut=True).text == "aé"


def test_a_page_is_read_as_it_declares() -> None:
    page = f"<meta charset=windows-1251><p>{RUSSIAN}".encode("cp1251")
    decoded = decode(page, declares=True)
    assert (decoded.encoding, decoded.guessed) == ("cp1251", False)
    assert RUSSIAN in decoded.text


def test_latin_1_means_windows_1252_as_in_browsers() -> None:
    page = "<?xml version='1.0' encoding='iso-8859-1'?><p>d\u2019un</p>".encode("cp1252")
    assert "d\u2019un" in decode(page, declares=True).text


def test_a_page_that_is_utf_8_is_read_as_utf_8_whatever_it_declares() -> None:
    page = f"<meta charset=iso-8859-1><p>{FRENCH}".encode()
    assert FRENCH in decode(page, declares=True).text


@pytest.mark.parametrize(
    "name", ["x-no-such", "utf-7", "cp037", "rot13", "zlib_codec", "undefined", "idna", "utf-16"]
)
def test_a_declaration_that_cannot_be_true_is_passed_over(name: str) -> None:
    assert "žluť" in decode(f"<meta charset='{name}'>žluť".encode(), declares=True).text


def test_only_pages_declare_their_encoding() -> None:
    decoded = decode(f"<meta charset=koi8-r>{FRENCH}".encode("cp1252"))
    assert FRENCH in decoded.text


@pytest.mark.parametrize(
    "data", [bytes(5000), b"\0", bytes(range(256)) * 20, b"\x01\x02\x03\xff\xfe\xfd" * 100]
)
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match="binary file"):
        decode(data)


def test_a_few_nuls_and_any_number_of_bells_are_text() -> None:
    assert decode(b"some longer text with a \0 in it, and more").text.count("\0") == 1
    assert decode(b"\x07" * 1000).text == "\x07" * 1000


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff\x1b")))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    decoded = decode(text.encode())
    assert (decoded.text, decoded.encoding, decoded.guessed) == (text, "utf-8", False)


@given(st.binary(max_size=200), st.booleans(), st.booleans())
def test_any_bytes_are_text_or_refused(data: bytes, declares: bool, cut: bool) -> None:
    try:
        decoded = decode(data, declares=declares, cut=cut)
    except SourceError:
        return
    assert codecs.lookup(decoded.encoding).name == decoded.encoding
