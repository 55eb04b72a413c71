"""Which patterns a text could match at all, told by the words in it.

Most lines match none of the long patterns that tell captions, dates or clutter, and to search for
one of these takes longer than all else that is done with a line. What a pattern needs is part of
some word, and words repeat: what each hints at is remembered.
"""
# ruff: noqa: RUF001 — letters and marks of other scripts, as pages write them

import re
from collections.abc import Iterable
from functools import lru_cache

from reader.cleaning.folding import folded_words

(
    DIGIT, DATE, CRUMBS, ASIDE, PART, CAPTION, OTHER, PUBLISHED, UPDATED, POSTED, HANDS, AMOUNT,
    COPYRIGHT, COOKIES, NEWSLETTER, GALLERY, FOLLOW, COMMENTS, POSTING, LEGAL, SCRIPTS, READING,
    CONSENT,
) = (1 << number for number in range(23))  # fmt: skip
"""What a text may hold, and without the hint surely does not."""

_WORDS = 16_384  # remembered
_LINES = 2048  # remembered, too: most are asked about by several patterns
_LONGEST = 30  # characters of words, on average, that are worth remembering

# Of each match of a pattern, one of these stands within one word. They are no patterns.
_PARTS = {
    COPYRIGHT: "reserved|vorbehalten|droits|derechos|diritti|voorbehouden|direitos|защищены|©|(c)"
    "|copyright|版权所有|無断転載|محفوظة|powered|theme|designed",
    COOKIES: "cookie",
    NEWSLETTER: "newsletter|inbox|sign|subscribe|abonnieren|abonner|suscríbete|iscriviti|assine"
    "|boletín|nieuwsbrief",
    GALLERY: "gallery",
    FOLLOW: "follow|twitter|facebook|instagram|youtube|linkedin|tiktok|social|sharing",
    COMMENTS: "comment|kommentar|コメント|评论|評論|comentario|reacties|says|said|wrote|schreibt"
    "|sagt|dit|dice|escribió|scrive|published|required|reply|log",
    POSTING: "related|posted|published|filed",
    LEGAL: "opinions|privacy|terms|datenschutz",
    SCRIPTS: "javascript|browser|opens",
    READING: "min|мин|分|reading|lesezeit|lecture|lectura|czyta|чтения",
    CONSENT: "cookie|consent|consenso|partner|interess|interest|device|information|personal|choices"
    "|withdraw|advertising|privacy|einwilligung|gerät|personenbezogene|datenschutz|zustimm|werbung"
    "|partenaires|intérêt|appareil|données|publicité|socios|interés|dispositivo|datos|publicidad"
    "|dati|pubblicità|toestemming|belang|apparaat|persoonsgegevens|parceiros",
    CAPTION: "photo|picture|image|illustration|credit|foto|bild|abbildung|quelle|crédit|imagen"
    "|immagine|beeld|imagem|фото|写真|图|صورة|above|caption|reuters|getty|撮影|[file:"
    "|shutterstock|wikimedia|afp|dpa|epa|efe|ansa",
    OTHER: "joined|member|registered|registriert|mitglied|inscrit|miembro|currently|now|today"
    "|heute|retrieved|accessed|abgerufen|consulté|printed|gedruckt|saved|scraped|archived"
    "|captured|crawled|expires|deadline|valid|gültig|born|geboren|until|visit|founded|gegründet"
    "|copyright|©|sign|issue|downloaded|cached|snapshot|viewed|est."
    "|since|seit|depuis|desde",
    PUBLISHED: "publi|posted|veröffentlicht|erschienen|pubblicat|gepubliceerd|geplaatst|released"
    "|опубликован|размещено|публикации|公開|发布|發布|發佈|投稿|掲載|刊登|发表|نشر|منتشر|انتشار"
    "|등록|입력|প্রকাশ|प्रकाशित|közzétéve|julkaistu|yayın|đăng|dodano|first|issued|filed",
    UPDATED: "updated|modified|edited|aktualisiert|geändert|jour|modifié|actualizad|atualizad"
    "|aggiornat|bijgewerkt|gewijzigd|обновлен|更新|수정|업데이트|aktualiz|uppdaterad|oppdatert"
    "|opdateret|actualización|atualização|màj|güncelle|frissítve|päivitetty|تحديث|روزرسانی"
    "|আপডেট|हालनागाद|nhật|diperbarui|changed|revised|corrected|reviewed|änder",
    POSTED: "posted|published|publié|publicado|postado|pubblicato|veröffentlicht|written"
    "|submitted|created|geschrieben|verfasst|erstellt|escrito|scritto|écrit|geplaatst"
    "|gepubliceerd|updated|asked|started|opublikowane|gestartet|добавил",
    HANDS: "photo|picture|image|illustra|video|edit|transla|reporting|foto|bild"
    "|redaktion|übersetzt|tradu|ilustraci|immagini|beeld|vertaling|zdję|obrazy|фото"
    "|иллюстрации|перевод|редактор|تصوير|عکس|ترجم|写真|撮影|图|編集|编辑|編輯|摄影|攝影|사진",
    AMOUNT: "min|分|time|read|lese|lectur|lettura|leitura|leestijd|czas|чтени|okuma|דקות|мин"
    "|دقائق|دقيقة|دقیقه|মিনিট|comment|komment|comentario|replies|views|shares|답글|комментари",
}
# Of each match of these, one sign or more stands within one word, or is one.
_SIGNS = {
    DATE: r"\d{4}|\d/\d\d?/\d\d|[和成正治]",
    CRUMBS: r"[›»>‹→▸►]|^(?://?|\||\\)$",
    ASIDE: r"[(\[（【@]|https?://",
    PART: r"[|｜·•∙►»›–—/]|^--?$",
}
_ALONE = re.compile(r"\b(?:ap|art)\b")  # too short to tell anything as parts of words
_SIGN_PATTERNS = tuple((kind, re.compile(signs)) for kind, signs in _SIGNS.items())
_SIGN = re.compile(r"[\d和成正治|｜·•∙→←›»‹«>►▸/\\(\[（【@–—-]")  # one is in each of them


def folded(text: str) -> str:
    """Fold what patterns that ignore case take for the same letter."""
    if text.isascii():
        return text.lower()
    return text.replace("İ", "i").casefold().replace("ı", "i")


def _tree(parts: Iterable[str]) -> str:
    """Write a pattern that looks at a letter once, however many of the parts go on with it."""
    first: dict[str, list[str]] = {}
    for part in parts:
        if not part:
            return ""
        first.setdefault(part[0], []).append(part[1:])
    return f"(?:{'|'.join(re.escape(one) + _tree(rest) for one, rest in first.items())})"


_BY_KIND = {kind: folded(parts).split("|") for kind, parts in _PARTS.items()}
_ALL = [part for parts in _BY_KIND.values() for part in parts]


@lru_cache(2)
def _any(ascii_only: bool) -> re.Pattern[str]:
    return re.compile(_tree(filter(str.isascii, _ALL) if ascii_only else _ALL))


@lru_cache(1)
def _patterns() -> tuple[tuple[int, re.Pattern[str]], ...]:
    # Compiled at first use, as the others are: it takes long.
    return tuple((kind, re.compile(_tree(parts))) for kind, parts in _BY_KIND.items())


def _seen(word: str) -> int:
    """Return what a folded word hints at."""
    found = 0
    if _SIGN.search(word):
        found |= sum(kind for kind, pattern in _SIGN_PATTERNS if pattern.search(word))
    if not word.isalpha() and any(map(str.isdigit, word)):
        found |= DIGIT
    if _any(word.isascii()).search(word):
        found |= sum(kind for kind, pattern in _patterns() if pattern.search(word))
    if ("ap" in word or "art" in word) and _ALONE.search(word):
        found |= CAPTION | HANDS
    return found


_remembered = lru_cache(_WORDS)(_seen)


@lru_cache(_LINES)
def hints(text: str) -> int:
    """Return the sum of what a text may hold."""
    own = not text.isascii() and ("İ" in text or "ı" in text)
    words = folded(text).split() if own else folded_words(text)
    seen = _remembered if len(text) <= _LONGEST * len(words) else _seen
    found = 0
    for kinds in set(map(seen, words)):
        found |= kinds
    return found
