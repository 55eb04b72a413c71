"""Query text to tree, by recursive descent. Must not know: which documents exist.

    query   = either ;
    either  = all { ("OR" | "|") all } ;
    all     = one { ["AND"] one } ;
    one     = { "NOT" | "-" | "!" } ( "(" query ")" | field | phrase | pattern | near | word ) ;
    field   = name ":" value { "," value } | "#" value { "," value } ;
    pattern = "/" regular expression "/" ;
    near    = word "NEAR" ["/" number] word ;
    word    = ["'" | "~" | "^"] characters ["*"] ;

A backslash takes the next character literally. In a structured query lower-case and, or, not are
operators too; else they are words. `sort:`, `group:` and `limit:` belong to the whole query.
"""

import re
from dataclasses import dataclass, replace

from reader.errors import QueryError
from reader.query.fields import PATTERNS, asked, field_name
from reader.query.lexer import Sign, Token, Value, literal, tokens
from reader.query.patterns import refuse_pattern
from reader.query.shape import NAMES, PLAIN, Shape
from reader.query.tree import (
    MOST_WITHIN,
    OPERATORS,
    WITHIN,
    Everything,
    Field,
    Near,
    Pattern,
    Phrase,
    Query,
    Word,
    either,
    every,
    opposite,
)

MAX_DEPTH = 50  # parentheses inside one another; nobody reads more, and the stack is finite

_STAR = re.compile(r"(?:\\.|[^\\])*?\*\Z", re.DOTALL)
_ENDS = frozenset({None, Sign.OR, Sign.AND, Sign.NEAR, Sign.CLOSE})


@dataclass(frozen=True, slots=True)
class Parsed:
    """A query understood."""

    tree: Query
    unknown: tuple[str, ...] = ()  # field names that were taken for words, each once
    structured: bool = False  # it has a field, quote, parenthesis or operator
    shape: Shape = PLAIN


def parse(text: str, *, typing: bool = False, own: frozenset[str] = frozenset()) -> Parsed:
    """Return what `text` asks for; QueryError, with a position inside the text, if it is wrong.

    With `typing`, what is not finished yet is closed or left out instead. A star alone is
    everything, as in notmuch. `own` are fields that documents have in their front matter.
    """
    if text.strip() == "*":
        return Parsed(Everything(), (), structured=True)
    found = list(tokens(text, typing=typing))
    parser = _Parser(typing, own)
    unknown = dict.fromkeys(
        token.text
        for token in found
        if token.sign is Sign.FIELD and not parser.known(token) and token.values[0].text
    )
    structured = any(map(parser.is_structure, found))
    if structured:
        found = [_operator(token) for token in found]
    return Parsed(parser.tree(found), tuple(unknown), structured, parser.shape)


def _operator(token: Token) -> Token:
    if token.sign is Sign.WORD and token.text in OPERATORS:
        return replace(token, sign=Sign(token.text.upper()))
    return token


def _word(token: Token) -> Query:
    """Return the word as it is asked for: `^` is a field of its own, the start of a title."""
    written = token.text
    sign = written[0] if len(written) > 1 and written[0] in "'~^" else ""
    inner = written[len(sign) :]
    prefix = len(inner) > 1 and _STAR.match(inner) is not None
    if sign == "^":
        return Field("title", "^" + literal(inner), token.position)
    text = literal(inner[:-1] if prefix else inner)
    return Word(text, prefix=prefix, exact=sign == "'", fuzzy=sign == "~" and not prefix)


class _Parser:
    def __init__(self, typing: bool, own: frozenset[str]) -> None:
        self._tokens: list[Token] = []
        self._typing = typing
        self._own = own
        self._at = 0
        self._depth = 0
        self.shape = PLAIN

    def known(self, token: Token) -> bool:
        """Whether a token is a field that there is."""
        return token.text.lower() in NAMES or field_name(token.text, self._own) is not None

    def is_structure(self, token: Token) -> bool:
        """Whether a token is more than a plain word."""
        if token.sign is Sign.FIELD:
            return self.known(token)
        if token.sign is Sign.WORD:
            word = _word(token)
            return not isinstance(word, Word) or word.exact or word.prefix or word.fuzzy
        return True

    def tree(self, found: list[Token]) -> Query:
        """Return what all the tokens ask for."""
        self._tokens = found
        parts = [self._either()]
        while self._at < len(self._tokens):  # only a parenthesis that closes nothing is left
            self._mistake("this parenthesis closes nothing; remove it", self._take())
            parts.append(self._either())
        return every(parts)

    def _next(self) -> Sign | None:
        return self._tokens[self._at].sign if self._at < len(self._tokens) else None

    def _take(self) -> Token:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def _mistake(self, message: str, token: Token | Value) -> None:
        if not self._typing:
            raise QueryError(message, token.position)

    def _either(self) -> Query:
        parts = [self._all()]
        while self._next() is Sign.OR:
            operator = self._take()
            before, after = parts[-1], self._all()
            if isinstance(before, Everything) or isinstance(after, Everything):
                self._mistake(
                    "OR needs something on both sides; quote it to find the word", operator
                )
            parts.append(after)
        return either(part for part in parts if not isinstance(part, Everything))

    def _all(self) -> Query:
        parts: list[Query] = []
        while self._next() not in {None, Sign.OR, Sign.CLOSE}:
            if self._next() is Sign.AND:
                operator = self._take()
                if not parts or self._next() in _ENDS:
                    self._mistake(
                        "AND needs something on both sides; quote it to find the word", operator
                    )
            elif self._next() is Sign.NEAR:
                self._mistake(
                    "NEAR needs a word on both sides; quote it to find the word", self._take()
                )
            else:
                parts.append(self._one())
        return every(parts)

    def _one(self) -> Query:
        refusals = []
        while self._next() is Sign.NOT:
            refusals.append(self._take())
        if self._next() in _ENDS:
            self._mistake(
                "there is nothing after this NOT; quote it to find the word", refusals[-1]
            )
            return Everything()
        if refusals and self._is_shape(self._tokens[self._at]):
            self._mistake(f"{self._tokens[self._at].text}: cannot be refused", refusals[-1])
        query = self._atom()
        if isinstance(query, Everything):  # left out while it is being typed, or a shape
            return query
        return opposite(query) if len(refusals) % 2 else query

    def _atom(self) -> Query:
        token = self._take()
        match token.sign:
            case Sign.OPEN:
                return self._group(token)
            case Sign.PHRASE:
                if token.text.strip():
                    return Phrase(token.text)
                self._mistake("there is nothing between these quotes", token)
                return Everything()
            case Sign.PATTERN:
                fits = self._fits(token.text, token)
                return Pattern(token.text, token.position) if fits else Everything()
            case Sign.WORD:
                word = _word(token)
                return self._near(word) if self._next() is Sign.NEAR else word
        if self._is_shape(token):
            self._shape(token)
            return Everything()
        if self.known(token):
            return either(self._fields(token))
        return Word(f"{token.text}:" + ",".join(value.text for value in token.values))

    def _near(self, first: Query) -> Query:
        operator = self._take()
        within = int(operator.text or WITHIN) if len(operator.text) < 10 else MOST_WITHIN + 1
        if not 1 <= within <= MOST_WITHIN:
            self._mistake(f"NEAR/1 to NEAR/{MOST_WITHIN} can be asked for", operator)
        if self._next() is not Sign.WORD:
            self._mistake("NEAR needs a word on both sides; quote it to find the word", operator)
            return first
        second = _word(self._take())
        if not (_is_whole(first) and _is_whole(second)):
            self._mistake("NEAR needs whole words on both sides, without a star or ^", operator)
            return every((first, second))
        assert isinstance(first, Word)
        assert isinstance(second, Word)
        return Near(first, second, max(1, min(within, MOST_WITHIN)))

    def _group(self, opening: Token) -> Query:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise QueryError(
                f"more than {MAX_DEPTH} parentheses inside one another", opening.position
            )
        query = self._either()
        self._depth -= 1
        if self._next() is Sign.CLOSE:
            self._take()
        else:
            self._mistake("this parenthesis is never closed", opening)
        if isinstance(query, Everything):
            self._mistake("there is nothing between these parentheses", opening)
        return query

    def _is_shape(self, token: Token) -> bool:
        return token.sign is Sign.FIELD and token.text.lower() in NAMES

    def _shape(self, token: Token) -> None:
        """Take what is said of the whole query."""
        name = token.text.lower()
        if self._depth:
            self._mistake(f"{name}: is said of the whole query, outside parentheses", token)
        for value in token.values:
            if not value.text.strip():
                self._mistake(f"{name}: needs a value right after it", token)
                continue
            try:
                self.shape = self.shape.told(name, value.text)
            except ValueError as error:
                self._mistake(f"{name}: {error}", value)

    def _fields(self, token: Token) -> list[Query]:
        name = field_name(token.text, self._own) or ""
        kind, _, refuse = asked(name)
        fields: list[Query] = []
        for value in token.values:
            if not value.text.strip():
                self._mistake(f"{name}: needs a value right after it", token)
                continue
            regex = value.regex and kind in PATTERNS
            if regex and not self._fits(value.text, value):
                continue
            text = f"/{value.text}/" if value.regex and not regex else value.text
            try:
                if refuse is not None:
                    refuse(text)
            except ValueError as error:
                self._mistake(f"{name}: {error}", value)
                continue
            fields.append(Field(name, text, token.position, value.quoted, regex))
        return fields

    def _fits(self, pattern: str, token: Token | Value) -> bool:
        """Whether that is a regular expression."""
        try:
            refuse_pattern(pattern)
        except ValueError as error:
            self._mistake(str(error), token)
            return False
        return True


def _is_whole(query: Query) -> bool:
    return isinstance(query, Word) and not query.prefix
