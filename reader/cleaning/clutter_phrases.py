"""The phrases that clutter starts with or holds, and what else gives it away.

Everything is case-folded.
"""
# ruff: noqa: RUF001, E501 — letters of other scripts, as pages write them

STARTS = {
    "tag line": """
        tags|tagged|tagged with|tagged as|filed under|filed in|posted in|topics|related topics
        |keywords|labels|category|categories|schlagwörter|schlagworte|stichwörter|kategorie
        |kategorien|themen|mots-clés|mots clés|étiquettes|catégorie|catégories|etiquetas
        |palabras clave|categoría|categorías|etichette|categoria|categorie|trefwoorden|marcadores
        |palavras-chave|categorias|теги|метки|рубрика|タグ|カテゴリー|תגיות|标签|الوسوم|برچسب ها
        """,
    "share bar": """
        share on|share this|share via|share to|share with|share by|share the|tweet this
        |click to share|click to email|click to print|email this|print this|send this|teilen auf
        |auf facebook|partager sur|partagez sur|compartir en|comparte en|compartir por
        |condividi su|deel op|deel via|compartilhar no|compartilhe no|partilhar no|поделиться в
        """,
    "related list": """
        you may also like|you might also like|you may also|read more about|related:|read also
        |also read|see also|read next|more from|more in|more on|more about|read more at
        |next article|previous article|next post|previous post|next:|previous:|up next|don't miss
        |don’t miss|recommended:|read our|most read in|latest from|das könnte|lesen sie auch
        |mehr zum thema|mehr von|mehr aus|lesen sie mehr|lesen sie hier|à lire aussi|lire aussi
        |sur le même|à lire sur|lea también|te puede interesar|también puedes leer
        |le puede interesar|lee también|leggi anche|potrebbe interessarti|lees ook|meer over
        |leia também|veja também|saiba mais|читайте также|関連記事|相关文章
        """,
    "newsletter box": """
        sign up for|sign up to|sign up today|subscribe to|subscribe now|subscribe for
        |get the latest|get breaking news|enter your email|stay up to date|stay informed
        |don't miss out|never miss|thank you for subscribing|thanks for signing up
        |you can unsubscribe|this newsletter|support independent|support quality|donate to
        |become a member|become a subscriber|already a subscriber|abonnieren sie|jetzt kostenlos
        |melden sie sich|bestellen sie|abonnez-vous|inscrivez-vous|suscríbete a|suscríbase a
        |iscriviti a|abbonati a|meld je aan|schrijf je in|inscreva-se|подпишитесь|подписывайтесь
        """,
    "follow links": """
        follow us|follow me|find us on|like us on|connect with us|join us on|folgen sie|folge uns
        |suivez-nous|suivez nous|síguenos|siguenos|seguici|volg ons|siga-nos|follow @
        |download our app|download the app|get our app|watch us on
        """,
    "comment form": """
        leave a comment|leave a reply|comments are closed|be the first to
        |your email address will not|required fields|log in to comment|you must be logged
        |add your comment|have your say|comment on this|comments for|notify me of|save my name
        |this site uses akismet|join the conversation|schreibe einen kommentar
        |ihre e-mail-adresse wird|votre adresse e-mail ne|votre adresse de|tu dirección de correo
        |il tuo indirizzo email|je e-mailadres wordt|o seu endereço de
        """,
    "sign-in box": """
        log in or|sign in or|sign in to|log in to|login or|already have an account
        |don't have an account|forgot your|create an account|please log in|please sign in
        |you are not logged in
        """,
    "cookie notice": """
        this website uses|this site uses cookies|we use cookies|our website uses|by continuing to
        |by using this|by clicking|diese website verwendet|wir verwenden cookies
        |wir nutzen cookies|ce site utilise|nous utilisons des|este sitio|esta web utiliza
        |utilizamos cookies|usamos cookies|questo sito utilizza|questo sito usa|utilizziamo i
        |deze website maakt|wij gebruiken cookies|este site utiliza|este site usa
        |we and our partners
        """,
    "advertisement": """
        sponsored by|advertisement|story continues|article continues|anzeige:|promoted by
        """,
    "copyright notice": """
        copyright|©|(c)|all rights reserved|alle rechte vorbehalten|tous droits
        """,
    "date bar": """
        last updated on|today is|heute ist
        """,
}
"""Phrases that short lines of clutter start with."""

ANYWHERE = {
    "copyright notice": (
        r"all rights? reserved",
        r"alle rechte vorbehalten",
        r"tous droits réservés",
        r"derechos reservados",
        r"tutti i diritti riservati",
        r"alle rechten voorbehouden",
        r"todos os direitos reservados",
        r"все права защищены",
        r"(?:©|\(c\)|copyright)\s*(?:\d{4}|by\b)",
        r"\d{4}\s*©",
        r"版权所有",
        r"無断転載",
        r"جميع الحقوق محفوظة",
        r"powered by \w",
        r"theme by \w",
        r"designed by \w",
        r"proudly powered",
    ),
    "cookie notice": (
        r"^these cookies\b",
        r"\buses? (?:of )?cookies\b",
        r"\bcookie policy\b",
        r"accept (?:all )?cookies",
        r"verwende[nt] cookies",
        r"utilise des cookies",
        r"utiliza cookies",
        r"utilizza (?:i )?cookie",
        r"gebruikt cookies",
    ),
    "newsletter box": (
        r"\b(?:our|free|daily|weekly|email) (?:\w+ )?newsletters?\b",
        r"to your inbox",
        r"your inbox",
        r"\bsign up (?:for|to) (?:our|the|my)\b",
        r"\bsign up (?:here|now|today)\b",
        r"subscribe (?:to|for|now|today)\b",
        r"newsletter abonnieren",
        r"unseren newsletter",
        r"notre newsletter",
        r"(?:subscribe|abonnieren|s['’]abonner|suscríbete|iscriviti|abonneren|assine)\W*$",
        r"nuestro boletín",
        r"nuestra newsletter",
        r"nostra newsletter",
        r"onze nieuwsbrief",
        r"nossa newsletter",
    ),
    "photo counter": (
        r"^\W*(?:image |photo |bild |foto )?\d+\s*(?:/|of|von|sur|de|di|van)[\s/]*\d+\W*$",
        r"^back to gallery$",
        r"^view gallery$",
        r"^see full gallery$",
    ),
    "follow links": (
        r"\s[–—|-]\s(?:youtube|facebook|twitter|instagram|linkedin|tiktok)$",
        r"^follow .{3,60} on (?:facebook|twitter|instagram|linkedin|youtube|telegram|whatsapp)\b",
        r"\bfollow (?:us|me|him|her|them|\w+ \w+) on\b",
        r"\bon (?:twitter|facebook|instagram)\W*$",
        r"follow @\w",
        r"social media & sharing",
        r"social media icons",
        r"sharing icons",
    ),
    "comment form": (
        r"^(?:コメント|评论|評論|comments?|kommentare?|commentaires?|comentarios?|commenti|"
        r"reacties) \s*[(:：（]?\s*\d+\s*[件条)）]?\W*$",
        r"^\d+\s*件のコメント",
        r"^コメントを書く",
        r"\d{4}.{0,40}\b(?:says|said|wrote|schreibt|sagt|dit|dice|escribió|scrive)\s?:?$",
        r"^\S+(?: \S+)? (?:says|said):$",
        r"email address will not be published",
        r"required fields are marked",
        r"reply to this comment",
        r"log in to (?:leave|post) a",
        r"(?:your )?comment (?:here|below)\b",
    ),
    "posting note": (
        r"^this (?:article|entry|post|story) (?:is related|was posted|was published|is filed)",
    ),
    "legal notice": (
        r"\bopinions expressed .{0,50}their own",
        r"\bprivacy policy\b",
        r"\bterms of (?:use|service)\b",
        r"\bdatenschutzerklärung\b",
    ),
    "hidden by the page": (
        r"\bjavascript (?:is|must|to|in your)",
        r"enable javascript",
        r"requires? javascript",
        r"your browser (?:does|is|doesn)",
        r"browser does not support",
        r"unsupported browser",
        r"opens in (?:a )?new (?:window|tab)",
        r"javascript (?:aktivieren|deaktiviert)",
        r"activer javascript",
    ),
    "reading time": (
        r"^\W*\d+\s*(?:[- ]?min(?:ute)?s?|minuten|minuti|minutos|分)\.?\W*(?:to |"
        r"of )?(?:read|reading|lesezeit|de lecture|de lectura|di lettura|leestijd|de leitura|で読めます)?(?: time)?\W*$",
        r"^reading time\b",
        r"^\W*\d+\s*min(?:utes?)? read\b.{0,30}$",
        r"^\W*\d+\s*(?:min\.? czytania|минут\w* чтения|мин\.? чтения)\W*$",
        r"^czas czytania\b",
        r"^время чтения\b",
        r"^lesezeit\b",
        r"^temps de lecture",
        r"^tiempo de lectura",
    ),
}
"""Patterns that tell clutter wherever they stand in a case-folded line."""

_SOCIAL = """
share shares tweet tweets facebook twitter x whatsapp linkedin pinterest reddit telegram email
e-mail mail print pocket tumblr instagram youtube messenger flipboard pin it save copy link sms
teilen drucken partager imprimer compartir imprimir condividi stampa delen compartilhar viber twittern
submit line vk vkontakte ok xing skype wechat weibo google google+ plus mastodon bluesky threads
поделиться 分享 シェア on via this with auf sur en su op no in and und et y e or to by like send
"""
SOCIAL = frozenset(_SOCIAL.split())
"""Words that make up share bars; a line of nothing else is one."""

_SOCIAL_NAMES = """
share tweet facebook twitter whatsapp linkedin pinterest reddit telegram email e-mail print pocket
instagram youtube messenger flipboard teilen drucken partager imprimer compartir condividi stampa
delen compartilhar поделиться 分享 シェア tumblr viber vk xing
"""
SOCIAL_NAMES = frozenset(_SOCIAL_NAMES.split())
"""Those of them of which a share bar has at least one."""

_CONSENT = """
cookie|consent|partners|legitimate interest|your device|store information|stores information
|storing information|personal data|your choices|withdraw|personalised|personalized|advertising
|privacy|einwilligung|partner|berechtigtes interesse|ihrem gerät|personenbezogene|datenschutz
|zustimm|werbung|consentement|partenaires|intérêt légitime|votre appareil|données personnelles
|publicité|consentimiento|socios|interés legítimo|su dispositivo|datos personales|publicidad
|consenso|legittimo interesse|tuo dispositivo|dati personali|pubblicità|toestemming
|gerechtvaardigd belang|uw apparaat|persoonsgegevens|consentimento|parceiros|dispositivo
"""
CONSENT = tuple(_CONSENT.replace("\n", "").split("|"))
"""Words that together make a request for consent."""

THESE_COOKIES = (
    "these cookies", "diese cookies", "ces cookies", "estas cookies", "questi cookie",
    "deze cookies", "esses cookies", "estes cookies",
)  # fmt: skip

CONSENT_ADDRESS = (
    " you", "we ", " sie ", " ihr", "wir ", "nous ", "vous", " su ", "nosotros", "usted", " tu ",
    " ti ", " noi ", "wij ", " uw ", " je ", "nós ", "você", " seu ",
)  # fmt: skip
"""Words by which a request for consent speaks of itself and to its reader."""

COUNTED = {
    "comment": "comment form", "comments": "comment form", "kommentare": "comment form",
    "kommentar": "comment form", "תגובה": "comment form", "תגובות": "comment form", "commentaires": "comment form", "comentarios": "comment form",
    "commenti": "comment form", "reacties": "comment form", "comentários": "comment form",
    "replies": "comment form", "responses": "comment form", "reply": "comment form",
    "shares": "share bar", "share": "share bar", "likes": "share bar", "views": "share bar",
    "tweets": "share bar", "retweets": "share bar", "reads": "share bar", "followers": "share bar",
    "claps": "share bar", "votes": "share bar", "points": "share bar", "aufrufe": "share bar",
    "partages": "share bar", "vues": "share bar", "vistas": "share bar",
}  # fmt: skip
"""What a line of a number and one of these words is."""

_SECTIONS = """
introduction|abstract|ingredients|summary|method|anleitung|conclusion|modo de preparo|conclusions
|preparation|directions|instructions|preparazione|einleitung|what you will need|notes|ingredientes
|background|what you need|discussion|overview|ingredienti|preparo|methods|references|bereiding
|zutaten|key points|results|fazit|zubereitung|材料|ingrédients|ingrediënten|elaboración|préparation
|preparación|作り方
"""
SECTIONS = frozenset(_SECTIONS.replace("\n", "").split("|"))
"""Headings that many pages of a site share and that are no clutter for it."""
