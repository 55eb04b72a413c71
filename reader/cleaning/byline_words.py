"""The words that stand before and beside names in bylines, in many languages."""
# ruff: noqa: RUF001, E501 — letters and marks of other scripts, as pages write them

OPENERS = (
    r"by|written by|posted by|published by|story by|words by|reported by|reporting by|authored by"
    r"|text by|submitted by|created by|contributed by|article by|essay by|post by|asked by|started by"
    r"|thread starter|(?:an?\s)?(?:interview|guide|review|recipe|report|column|opinion|poem|analysis"
    r"|letter|feature|note|profile|dispatch|fiction|portrait)s?\sby|interview(?:ed)? by|from our"
    r"|von|ein (?:\w+ )?(?:beitrag|artikel|gastbeitrag|text|bericht|kommentar|interview|essay) von"
    r"|(?:text|interview|kommentar|rezept|bericht|reportage|kolumne|rezension|kritik|porträt) von"
    r"|text und (?:bilder|fotos) von|aufgezeichnet von|verfasst von|geschrieben von|erstellt von"
    r"|par|(?:texte|article|reportage|entretien|critique|recette|récit) de|écrit par|publié par"
    r"|rédigé par|posté par|propos recueillis par|un (?:texte|article) de|envoyé par"
    r"|por|escrito por|publicado por|texto de|postado por|enviado por|una? \w+ de|reportagem de"
    r"|di|scritto da|pubblicato da|a cura di|testo di|testi di|articolo di|recensione di|inviato da"
    r"|door|geschreven door|geplaatst door|tekst van|een (?:artikel|verhaal) van"
    r"|av|af|skrevet av|skriven av|skrevet af|tekst av|tekst af"
    r"|napisał|napisała|autorstwa|rozmawiał|rozmawiała|napsal|napsala|zapsal|kirjoittanut|írta|yazan"
    r"|scris de|oleh|ditulis oleh|ba?ởi|γράφει ο|γράφει η|του|της"
    r"|بقلم|كتب|كتبت|كتبه|إعداد|نوشتهٔ|نوشته|نوشته‌ی|به قلم|از قلم|מאת|লিখেছেন|द्वारा"
    r"|撰文|記者|记者|本报记者|本報記者|文|著者|作者|作成者"
)
"""Words that a name follows, with or without a colon."""

_FIRST_WORDS = """
by written posted published story words reported reporting authored text submitted created
contributed article essay post asked started thread a an interview guide review recipe report column
opinion poem analysis letter feature note profile dispatch fiction portrait interviews guides
reviews recipes reports columns opinions poems letters features notes profiles portraits interviewed
from von ein kommentar rezept bericht reportage kolumne rezension kritik aufgezeichnet verfasst
geschrieben erstellt par texte entretien critique recette propos un por escrito publicado texto
postado enviado una reportagem di scritto pubblicato testo testi articolo recensione inviato door
geschreven geplaatst tekst een av af skrevet skriven autorstwa napsal napsala zapsal kirjoittanut
yazan scris oleh ditulis
"""
FIRST_WORDS = frozenset(_FIRST_WORDS.split())
"""The first words of `OPENERS` that are ASCII, to look at few lines closely."""

KEYS = (
    r"authors?|autorin(?:nen)?|autor(?:a|es|as|i|ka|ů)?|autor/in|auteure?s?|autore|autrice|autori"
    r"|author name|författare|forfatter|skribent|skrevet|text|texte|texto|testo|testi|tekst|teksti|szöveg"
    r"|words|story|report|reporter|wort|interview|entretien|writer|penulis|redactor[ae]?|redaktor|redaktør"
    r"|redaktion|opracowanie|oprac\.|kirjoittaja|szerző|yazar|yaz[ıi]|haber|tác giả|bài|κείμενο|συντάκτης"
    r"|text und fotos?|text (?:und|&) bilder|text & foto|text och foto|tekst og foto|texte et photos?"
    r"|texto y fotos?|texto e fotos?|testo e foto|tekst (?:en|i) (?:foto|zdjęcia|beeld)|words (?:and|&) (?:photos|pictures)"
    r"|words and photographs|story and photos?"
    r"|автор(?:ы|ка)?|текст|корреспондент|беседовал|беседовала|текст и фото|записал|записала"
    r"|الكاتب|الكاتبة|تقرير|تحرير|المؤلف|نص|نویسنده|نویسندگان|خبرنگار|گزارشگر|گزارش|متن|مترجم و نویسنده"
    r"|লেখক|লেখিকা|লেখা|প্রতিবেদক|প্রতিবেদন|लेखक|लेखिका|रिपोर्ट|כתב|כתבה|כותב|כותבת|טקסט"
    r"|作者|作成者|著者|記者|记者|記事|撰文|撰稿|执笔|執筆|執筆者|取材・文|取材／文|文章|文字|文・写真|文・撮影|文と写真"
    r"|ライター|投稿者|筆者|文／写真|本文|글|글쓴이|작성자|지은이|취재|글·사진|글\s?[·,/]\s?사진|기자|필자"
)
"""Words that a name follows after a colon, a slash or a bar."""

OTHER_HANDS = (
    r"photograph(?:s|y|er|ers|ies)?|photos?|pictures?|images?|illustrat(?:ion|ions|ed|or)|video|art"
    r"|edited|editing|translated|translation|additional reporting|fotos?|fotografie|bilder|bild"
    r"|illustration(?:en)?|redaktion|übersetzt|photographies?|illustrations?|traduction|traduit|fotografías?"
    r"|ilustraci(?:ón|ones)|traducción|fotografia|traduzione|immagini|beeld|vertaling|foto|zdjęcia|obrazy|zdjęć"
    r"|фото|иллюстрации|перевод|редактор|تصوير|عکس|ترجمه|ترجمة|写真|撮影|图|編集|编辑|責任編輯|责任编辑|摄影|攝影|사진"
)
"""Words for what others than the author made."""

_ROLES_WORDS = """
staff reporter reporters correspondent editor editors writer columnist contributor contributors
contributing senior junior chief political national local special freelance producer journalist
intern fellow director professor photographer critic redaktion redaktor redaktör redakteur
redakteurin korrespondent korrespondentin journalistin autor autorin redacción redactor redactora
corresponsal enviado enviada especial redazione corrispondente rédaction rédacteur correspondant
correspondante envoyé envoyée journaliste redactie verslaggever correspondente repórter redação
jornalista newsroom desk bureau team guest moderator administrator admin member author live opinion
associated press news agency agencies agence presse auto technologist analyst researcher economist
корреспондент редактор обозреватель журналист редакция редакции dziennikarz redakcja korespondent
خبرنگار مراسل محرر প্রতিবেদক সংবাদদাতা संवाददाता 기자 특파원 記者 记者 编辑 編集部 編集長 ms md phd rd rdn jr sr esq
"""
ROLES = frozenset(_ROLES_WORDS.split())
"""Words of offices and titles, which are no names of persons."""

OFFICES = (
    r"staff|reporters?|correspondents?|editors?|writers?|redaktion|redaktör|redacción|redazione"
    r"|rédaction|redactie|redação|redakcja|newsroom|desk|agency|agencies|bureau|team|press|reports?"
    r"|editorial|board|service|wire|редакция|تحریریه|التحرير|প্রতিবেদক|编辑部|編集部|편집부"
)
"""Words by which an office signs in a person's place."""
