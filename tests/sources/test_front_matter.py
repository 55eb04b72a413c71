"""Front matter tells facts; nothing in it is executed, expanded or converted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Metadata
from reader.sources.front_matter import (
    FRONT_CHARACTERS,
    FRONT_DEPTH,
    FRONT_VALUES,
    OWN_CHARACTERS,
    OWN_VALUES,
    FrontMatterError,
    front_matter,
)
from reader.sources.metadata import tidy

YAML, TOML = "---", "+++"
BOMB = "a0: &a0 [x,x]\n" + "\n".join(f"a{n}: &a{n} [*a{n - 1},*a{n - 1}]" for n in range(1, 30))


@pytest.mark.parametrize(
    ("text", "fence", "told"),
    [
        ("title: A: b", TOML, "it is not TOML"),
        ("title = " + "9" * 5_000, TOML, "it is not TOML"),
        ("title = " + "[" * 5_000, TOML, "it is nested too deep"),
        (BOMB + "\ntitle: *a29", YAML, "it repeats itself by aliases"),
        ("title: &name x", YAML, "it repeats itself by aliases"),
        ("title: " + "[" * 5_000, YAML, "it is nested too deep or too long"),
        ("tags: [" + "x," * FRONT_VALUES + "]", YAML, "it is nested too deep or too long"),
        ("title: 'unclosed\n: : : [", YAML, "it is not YAML"),
        ("title: 'a\0b'", YAML, "it is not YAML"),
        ("title: a\ud800b", YAML, "it is not YAML"),
        ("- a\n- b", YAML, "it is not a list of names and values"),
        ("just a text", YAML, "it is not a list of names and values"),
        ("title: " + "x" * FRONT_CHARACTERS, YAML, "it is too long"),
    ],
    ids=range(13),
)
def test_what_is_not_read_is_told(text: str, fence: str, told: str) -> None:
    with pytest.raises(FrontMatterError) as refused:
        front_matter(text, fence)
    assert str(refused.value) == told


@pytest.mark.parametrize("text", ["", "# a comment", "---\n", "~", "title:", "{}"])
def test_nothing_tells_nothing(text: str) -> None:
    assert front_matter(text, YAML) == Metadata()


def test_both_languages_tell_the_same_facts() -> None:
    expected = Metadata(
        "A: b", "Ann, Bo", "Herald", "2024-05-03", "en", "https://a.org/x", ("sea", "red wine")
    )
    yaml = (
        "title: 'A: b'\nauthor: [Ann, {name: Bo}]\nsite: Herald\ndate: 2024-05-03\nlang: en\n"
        "url: https://a.org/x\ntags: [sea, red wine]\nshared: {a: [1, {b: c}]}"
    )
    toml = (
        "title = 'A: b'\nauthor = ['Ann', {name = 'Bo'}]\nsite = 'Herald'\ndate = 2024-05-03\n"
        "lang = 'en'\nurl = 'https://a.org/x'\ntags = ['sea', 'red wine']\nx = [{a = [1.5, true]}]"
    )
    assert front_matter(yaml, YAML) == expected
    assert front_matter(toml, TOML) == expected


@pytest.mark.parametrize("title", ["no", "1.10", "2024-05-03", "0x1F", "1_000", "on"])
def test_a_value_is_the_text_that_stands_there(title: str) -> None:
    assert front_matter(f"title: {title}", YAML).title == title


@pytest.mark.parametrize("null", ["null", "Null", "NULL", "~", ""])
def test_a_null_is_nothing_unless_it_is_quoted(null: str) -> None:
    assert front_matter(f"title: {null}\nname: x", YAML).title == "x"
    assert front_matter(f"title: '{null}'\nauthor: Ann", YAML).title == null


def test_no_yaml_tag_is_honoured() -> None:
    told = front_matter("title: !!python/object/apply:os.getcwd []\nauthor: !!int Ann", YAML)
    assert (told.title, told.author) == ("", "Ann")


def test_the_date_of_publication_goes_before_that_of_writing() -> None:
    assert front_matter("created: 2020-01-01\npublished: 2021-02-03", YAML).date == "2021-02-03"
    assert front_matter("published: soon\ncreated: 2020-01-01", YAML).date == "2020-01-01"


def test_tags_of_all_names_are_together_and_those_in_one_string_are_parted_at_commas() -> None:
    told = front_matter("keywords: [a, b]\ntags: red wine, a\nCategories : [[no, tag], c]", YAML)
    assert told.tags == ("red wine", "a", "b", "c")


def test_what_is_nested_deeper_than_anybody_writes_is_no_fact_but_stops_nothing() -> None:
    deep = "[" * (FRONT_DEPTH + 5) + "'x'" + "]" * (FRONT_DEPTH + 5)
    assert front_matter(f"title = 'a'\ntags = {deep}", TOML) == Metadata(title="a")
    assert front_matter("a: [[[[[[x]]]]]]\ntitle: b", YAML).title == "b"


printing = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=60)


@given(printing)
def test_a_quoted_title_is_itself_in_both_languages(title: str) -> None:
    single = title.replace("'", "''")
    double = title.replace("\\", "\\\\").replace('"', '\\"')
    assert front_matter(f"title: '{single}'", YAML).title == tidy(title)
    assert front_matter(f'title = "{double}"', TOML).title == tidy(title)


@given(
    st.text(st.characters(exclude_categories=()))
    | st.text(st.sampled_from("a-:=[]{},'\"&*!|>#% \n")),
    st.sampled_from([YAML, TOML]),
)
def test_any_text_is_read_or_refused(text: str, fence: str) -> None:
    try:
        told = front_matter(text, fence)
    except FrontMatterError as refused:
        assert str(refused).startswith("it ")  # noqa: PT017 - most texts are refused, not all
    else:
        assert told.title == tidy(told.title)


@pytest.mark.parametrize(
    ("text", "fence"),
    [
        ("Status: to read\nrating: 4\nread: true\nwith: [A, B]\nRead Later: 'yes'", YAML),
        (
            'Status = "to read"\nrating = 4\nread = true\nwith = ["A", "B"]\n"Read Later" = "yes"',
            TOML,
        ),
    ],
)
def test_what_nobody_else_says_is_kept_under_its_name(text: str, fence: str) -> None:
    assert front_matter(text, fence).own == (
        ("status", "to read"),
        ("rating", "4"),
        ("read", "true"),
        ("with", "A"),
        ("with", "B"),
        ("read_later", "yes"),
    )


def test_names_that_are_known_or_no_names_are_not_kept() -> None:
    text = 'title: a\nurl: b\n2nd: c\n"x y!": d\nempty:\nmap: {a: b}'
    assert front_matter(text, YAML).own == ()


def test_so_much_is_kept_and_no_more() -> None:
    text = "\n".join(f"k{number}: {'v' * 300}" for number in range(80))
    own = front_matter(text, YAML).own
    assert len(own) == OWN_VALUES
    assert {len(value) for _, value in own} == {OWN_CHARACTERS}
