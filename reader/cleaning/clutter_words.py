"""The words by which people know clutter, by the reason shown for it, in seven languages and more.

Phrases are case-folded, without numbers and without punctuation at either end.
"""

WHOLE = {
    "menu": """
        home|home page|homepage|news|latest news|world|world news|business|politics|opinion|sport
        |sports|technology|tech|science|health|culture|arts|entertainment|lifestyle|travel|video
        |videos|photos|gallery|galleries|podcasts|podcast|magazine|events|jobs|shop|store|about
        |about us|contact|contact us|menu|main menu|navigation|search|search for|search form|help
        |faq|faqs|archive|archives|sitemap|site map|rss|rss feed|feed|skip to content|skip to main
        content|skip to main|skip to navigation|skip navigation|jump to navigation|back to top
        |to top|top|back|next|previous|prev|more|show more|load more|view all|see all|all|close
        |open menu|toggle navigation|toggle menu|site navigation|sections|categories|careers
        |help center|support|language|languages|english|deutsch|français|español|italiano
        |nederlands|português|my account|account|profile|settings|dashboard|weather|obituaries
        |classifieds|e-paper|epaper|live|live tv|watch live|tv|radio|newsroom|press|media|staff
        |our team|partners|resources|blog|forum|community|calendar|subscribe now|edition|editions
        |weiter|zurück|startseite|nachrichten|aktuelles|politik|wirtschaft|kultur|wissenschaft
        |gesundheit|reise|meinung|panorama|ratgeber|suche|suchen|menü|hauptmenü|kontakt|über uns
        |impressum|datenschutz|hilfe|mediathek|nach oben|zum inhalt springen|zum inhalt|alle
        |mehr anzeigen|alle anzeigen|schließen|stellenmarkt|veranstaltungen|newsletter
        |accueil|actualités|actualité|politique|économie|monde|société|opinions|recherche
        |rechercher|contactez-nous|à propos|qui sommes-nous|mentions légales|plan du site|aide
        |haut de page|retour en haut|aller au contenu|fermer|suivant|précédent|voir plus|voir tout
        |inicio|portada|noticias|política|economía|mundo|cultura|deportes|sociedad|opinión|buscar
        |contacto|quiénes somos|acerca de|ayuda|aviso legal|mapa del sitio|volver arriba
        |ir al contenido|saltar al contenido|cerrar|siguiente|anterior|ver más|ver todo|menú
        |cronaca|politica|economia|esteri|cultura e spettacoli|cerca|contatti|chi siamo|aiuto
        |note legali|mappa del sito|torna su|vai al contenuto|chiudi|successivo|precedente|notizie
        |voorpagina|nieuws|binnenland|buitenland|economie|cultuur|sport en spel|zoeken|over ons
        |hulp|naar boven|ga naar inhoud|sluiten|volgende|vorige|meer|toon meer
        |início|notícias|mundo e política|esportes|desporto|procurar|contato|contacto e ajuda
        |sobre nós|sobre|ajuda|mapa do site|voltar ao topo|ir para o conteúdo|fechar|próximo
        |главная|новости|политика|экономика|общество|спорт|культура|контакты|о нас|поиск|меню
        |ホーム|トップ|トップページ|ニュース|お問い合わせ|会社概要|検索|メニュー|首页|新闻|关于我们
        |联系我们|搜索|导航|الرئيسية|أخبار|اتصل بنا|من نحن|بحث|خانه|اخبار|تماس با ما|درباره ما
        """,
    "share bar": """
        share|share this|share this article|share this story|share this post|share this page
        |share article|share on|shares|tweet|tweets|pin it|email this|email|print|print this
        |print this article|print article|print page|copy link|link copied|save|save article
        |bookmark|like this|like|likes|loading|send|click to share|sharing is caring|share with
        |spread the word|send to a friend|email to a friend|share via|facebook|twitter|instagram
        |listen|listen to this article|text size|font size|pdf|download pdf|views|reads|shared
        |teilen|artikel teilen|beitrag teilen|drucken|artikel drucken|merken|per mail|weitersagen
        |seite drucken|link kopieren|auf facebook teilen|partager|partager cet article|imprimer
        |envoyer|partagez|enregistrer|copier le lien|partager sur|compartir|compartir en
        |compartir este artículo|comparte|imprimir|enviar|guardar|compartilhar|compartilhe
        |partilhar|partilhe|salvar|condividi|condividi su|stampa|invia|salva|delen|deel dit
        |deel dit artikel|deel|afdrukken|opslaan|поделиться|поделиться в|распечатать|シェア|シェアする
        |ツイート|印刷|分享|分享到|打印|مشاركة|شارك|طباعة|اشتراک گذاری
        """,
    "comment form": """
        comment|comments|no comments|no comments yet|add comment|add a comment|leave a comment
        |leave a reply|leave comment|post a comment|post comment|write a comment|join the
        conversation|join the discussion|reply|cancel reply|view comments|show comments|log in to
        comment|login to comment|sign in to comment|be the first to comment|responses|one comment
        |comments are closed|comments off|name|website|your name|your email|your comment
        |kommentare|kommentar|kommentar schreiben|kommentar verfassen|keine kommentare
        |kommentar hinterlassen|schreibe einen kommentar|antworten|antwort abbrechen
        |commentaires|commentaire|laisser un commentaire|ajouter un commentaire|répondre
        |aucun commentaire|comentarios|comentario|deja un comentario|dejar un comentario
        |responder|sin comentarios|commenti|commento|lascia un commento|rispondi|nessun commento
        |reacties|reactie|geef een reactie|reageer|plaats een reactie|laat een reactie achter
        |comentários|comentário|deixe um comentário|deixe uma resposta|комментарии|комментарий
        |оставить комментарий|コメント|コメントを残す|תגובות|תגובה|הוספת תגובה|הוסף תגובה|评论|发表评论|تعليقات|التعليقات|نظرات
        """,
    "related list": """
        related|related articles|related posts|related stories|related news|related content
        |related topics|related links|related coverage|related reading|read more|read next
        |read also|also read|see also|more|more news|more stories|more from this section
        |you may also like|you might also like|you may like|recommended|recommended for you
        |recommended reading|most read|most popular|most viewed|most shared|most recent|popular
        |popular posts|popular stories|trending|trending now|trending news|latest headlines|explore further|trending stories|latest|latest posts
        |latest stories|latest articles|recent posts|recent articles|recent news|recent comments
        |top stories|top news|editors picks|editor's picks|editor’s picks|editors' picks|don't miss
        |don’t miss|up next|next article|previous article|next post|previous post|next story
        |previous story|continue reading|keep reading|further reading|more headlines|what to read
        next|more on this topic|more on this story|more like this|other news|other articles
        |from the archive|from our archives|from around the web|around the web|featured
        |featured stories|in this section|must read|must reads|in other news|post navigation
        |mehr zum thema|mehr zum artikel|das könnte sie auch interessieren|weitere artikel
        |das könnte dich auch interessieren|auch interessant|meistgelesen|am meisten gelesen
        |lesen sie auch|weitere nachrichten|weitere meldungen|neueste beiträge|verwandte artikel
        |ähnliche artikel|ähnliche beiträge|mehr lesen|weiterlesen|passend zum thema|empfohlen
        |aktuelle beiträge|beliebte beiträge|vorheriger artikel|nächster artikel
        |à lire aussi|lire aussi|lire la suite|à lire également|sur le même sujet|articles similaires
        |articles liés|les plus lus|les plus populaires|articles récents|dans la même rubrique
        |en relation|à découvrir|recommandé|lire plus|voir aussi|article précédent|article suivant
        |noticias relacionadas|artículos relacionados|relacionados|relacionadas|lo más leído
        |más leídas|más noticias|más información|leer más|lea también|te puede interesar
        |también te puede interesar|entradas recientes|últimas noticias|seguir leyendo|ver también
        |leggi anche|articoli correlati|correlati|potrebbe interessarti|i più letti|leggi tutto
        |articoli recenti|ultime notizie|altri articoli|continua a leggere|leggi di più|ti potrebbe
        interessare|potrebbero interessarti|vedi anche|lees ook|lees meer|lees verder|meer nieuws
        |gerelateerde artikelen|gerelateerd|meest gelezen|meer over dit onderwerp|laatste nieuws
        |ook interessant|recente berichten|leia também|leia mais|notícias relacionadas|saiba mais
        |artigos relacionados|mais lidas|mais notícias|veja também|posts recentes|últimas notícias
        |читайте также|похожие статьи|по теме|ещё по теме|самое читаемое|популярное|関連記事|関連リンク
        |人気記事|おすすめ記事|最新記事|相关文章|相关新闻|推荐阅读|热门文章|最新文章|اقرأ أيضا|مواضيع ذات صلة
        |الأكثر قراءة|مطالب مرتبط|پربازدیدترین
        """,
    "about the author": """
        about the author|about the authors|about author|author bio|meet the author|über den autor
        |über die autorin|zum autor|zur autorin|à propos de l'auteur|à propos de l’auteur
        |sobre el autor|sobre la autora|sull'autore|sull’autore|l'autore|over de auteur|sobre o autor
        |sobre a autora|об авторе|著者について|作者简介
        """,
    "newsletter box": """
        newsletter|newsletters|subscribe|sign up|sign up now|sign up for our newsletter
        |subscribe to our newsletter|get our newsletter|your email address|email address
        |enter your email|enter your email address|join our mailing list|stay informed
        |stay up to date|stay connected|get updates|unsubscribe|donate|donate now|support us
        |get the app|download the app|download our app|abonnieren|jetzt abonnieren
        |newsletter abonnieren|zum newsletter anmelden|abo|ihre e-mail-adresse|spenden|s'abonner
        |s’abonner|abonnez-vous|je m'abonne|je m’abonne|inscrivez-vous|votre adresse e-mail
        |faire un don|suscríbete|suscribirse|suscríbase|tu correo electrónico|boletín|donar
        |iscriviti|iscriviti alla newsletter|abbonati|la tua email|dona|abonneer|aanmelden
        |schrijf je in|nieuwsbrief|abonneren|doneer|assinar|inscreva-se|cadastre-se
        |seu e-mail|doe|подписаться|подписка|購読|メルマガ登録|订阅|اشترك|خبرنامه
        """,
    "sign-in box": """
        sign in|signin|log in|login|logout|log out|sign out|register|create account|create an
        account|my profile|forgot password|forgot your password|forgot your password?|password
        |username|remember me|lost your password|cart|basket|checkout|wishlist|anmelden
        |einloggen|abmelden|registrieren|passwort vergessen|passwort|warenkorb|konto|connexion
        |se connecter|s'inscrire|s’inscrire|mot de passe|mot de passe oublié|mon compte|panier
        |iniciar sesión|acceder|registrarse|regístrate|contraseña|mi cuenta|carrito|accedi
        |registrati|area riservata|il mio account|carrello|inloggen|registreren|mijn account
        |wachtwoord vergeten|winkelwagen|entrar|fazer login|cadastrar|minha conta|carrinho
        |войти|вход|регистрация|ログイン|新規登録|登录|注册|تسجيل الدخول|ورود
        """,
    "cookie notice": """
        accept|accept all|accept cookies|accept all cookies|reject all|decline|got it|i agree
        |i accept|cookies|cookie policy|cookie settings|cookie preferences|manage cookies
        |manage preferences|privacy settings|privacy preferences|consent|manage consent
        |your privacy|we value your privacy|akzeptieren|alle akzeptieren|ablehnen|einverstanden
        |cookie-einstellungen|accepter|tout accepter|refuser|gérer les cookies|paramétrer
        |aceptar|aceptar todo|rechazar|configurar cookies|accetta|accetta tutti|rifiuta
        |accepteren|alles accepteren|weigeren|aceitar|aceitar todos|recusar|принять
        """,
    "legal notice": """
        privacy|privacy policy|privacy notice|privacy statement|terms|terms of use
        |terms of service|terms and conditions|terms & conditions|conditions of use|disclaimer
        |legal|legal notice|legal notices|accessibility|accessibility statement|imprint
        |do not sell my personal information|do not sell my info|ad choices|adchoices|your ad
        choices|advertise|advertise with us|editorial policy|corrections|code of conduct
        |datenschutzerklärung|nutzungsbedingungen|agb|barrierefreiheit|mediadaten
        |politique de confidentialité|conditions d'utilisation|conditions générales|cgu|cgv
        |données personnelles|política de privacidad|términos y condiciones|política de cookies
        |condiciones de uso|informativa privacy|privacy e cookie|termini e condizioni
        |privacybeleid|cookiebeleid|algemene voorwaarden|colofon|política de privacidade
        |termos de uso|termos e condições|политика конфиденциальности|プライバシーポリシー|利用規約|隐私政策
        |服务条款|سياسة الخصوصية|شروط الاستخدام
        """,
    "advertisement": """
        advertisement|advert|continue reading below|advertisements|advertising|ad|ads|sponsored|sponsored content|promoted
        |promoted content|paid content|partner content|story continues below advertisement
        |article continues below advertisement|article continues after ad|scroll to continue
        |continue reading the main story|supported by|report this ad|remove ads|why this ad
        |anzeige|werbung|anzeigen|gesponsert|weiterlesen nach der anzeige|publicité|annonce
        |contenu sponsorisé|publicidad|anuncio|anuncios|contenido patrocinado|pubblicità
        |contenuto sponsorizzato|advertentie|reclame|gesponsord|publicidade|anúncio|patrocinado
        |реклама|広告|スポンサーリンク|广告|إعلان|اعلان|تبلیغات
        """,
    "follow links": """
        follow us|follow|copied|follow us on|find us on|connect with us|connect|social media|join us
        |youtube|linkedin|pinterest|whatsapp|telegram|reddit|tiktok|snapchat|flickr|tumblr|vimeo
        |threads|mastodon|bluesky|flipboard|google+|messenger|folgen sie uns|folgen|suivez-nous
        |suivre|síguenos|seguir|síguenos en|seguici|seguici su|segui|volg ons|volgen|siga-nos
        |siga|мы в соцсетях|фото и видео|تابعونا|フォローする|关注我们
        """,
    "empty tag line": "tags|tag|topics|keywords|labels|category|filed under|schlagwörter|étiquettes",
}

STARTS = {
    "tag line": """
        tags|tagged|tagged with|tagged as|filed under|filed in|posted in|topics|related topics
        |keywords|labels|category|categories|schlagwörter|schlagworte|stichwörter|kategorie
        |kategorien|themen|mots-clés|mots clés|étiquettes|catégorie|catégories|etiquetas
        |palabras clave|categoría|categorías|etichette|categoria|categorie|trefwoorden|marcadores
        |palavras-chave|categorias|теги|метки|рубрика|タグ|カテゴリー|תגיות|标签|الوسوم|برچسب ها
        """,
    "share bar": """
        share on|share this|share via|share to|share with|share by|share the|tweet this|click to
        share|click to email|click to print|email this|print this|send this|teilen auf|auf facebook
        |partager sur|partagez sur|compartir en|comparte en|compartir por|condividi su|deel op
        |deel via|compartilhar no|compartilhe no|partilhar no|поделиться в
        """,
    "related list": """
        you may also like|you might also like|you may also|read more about|related:|read also
        |also read|see also|read next|more from|more in|more on|more about|read more at|next article
        |previous article|next post|previous post|next:|previous:|up next|don't miss|don’t miss
        |recommended:|read our|most read in|latest from|das könnte|lesen sie auch|mehr zum thema
        |mehr von|mehr aus|lesen sie mehr|lesen sie hier|à lire aussi|lire aussi|sur le même
        |à lire sur|lea también|te puede interesar|también puedes leer|le puede interesar|lee también
        |leggi anche|potrebbe interessarti|lees ook|meer over|leia também|veja também|saiba mais
        |читайте также|関連記事|相关文章
        """,
    "newsletter box": """
        sign up for|sign up to|sign up today|subscribe to|subscribe now|subscribe for|get the
        latest|get breaking news|enter your email|stay up to date|stay informed|don't miss
        out|never miss|thank you for subscribing|thanks for signing up|you can unsubscribe
        |this newsletter|support independent|support quality|donate to|become a member
        |become a subscriber|already a subscriber|abonnieren sie|jetzt kostenlos|melden sie sich
        |bestellen sie|abonnez-vous|inscrivez-vous|suscríbete a|suscríbase a
        |iscriviti a|abbonati a|meld je aan|schrijf je in|inscreva-se
        |подпишитесь|подписывайтесь
        """,
    "follow links": """
        follow us|follow me|find us on|like us on|connect with us|join us on
        |folgen sie|folge uns|suivez-nous|suivez nous|síguenos|siguenos|seguici|volg ons|siga-nos
        |follow @|download our app|download the app|get our app|watch us on
        """,
    "comment form": """
        leave a comment|leave a reply|comments are closed|be the first to|your email address will not|required fields|log in to
        comment|you must be logged|add your comment|have your say|comment on this|comments for
        |notify me of|save my name|this site uses akismet|join the conversation
        |schreibe einen kommentar|ihre e-mail-adresse wird|votre adresse e-mail ne|votre adresse de
        |tu dirección de correo|il tuo indirizzo email|je e-mailadres wordt|o seu endereço de
        """,
    "sign-in box": """
        log in or|sign in or|sign in to|log in to|login or|already have an account|don't have an
        account|forgot your|create an account|please log in|please sign in|you are not logged in
        """,
    "cookie notice": """
        this website uses|this site uses cookies|we use cookies|our website uses|by continuing to
        |by using this|by clicking|diese website verwendet|wir verwenden cookies|wir nutzen cookies
        |ce site utilise|nous utilisons des|este sitio|esta web utiliza|utilizamos cookies
        |usamos cookies|questo sito utilizza|questo sito usa|utilizziamo i|deze website maakt|wij
        gebruiken cookies|este site utiliza|este site usa|we and our partners
        """,
    "advertisement": "sponsored by|advertisement|story continues|article continues|anzeige:|promoted by",
    "copyright notice": "copyright|©|(c)|all rights reserved|alle rechte vorbehalten|tous droits",
    "date bar": "last updated on|today is|heute ist",
}

ANYWHERE = {
    "copyright notice": r"""
        all rights? reserved|alle rechte vorbehalten|tous droits réservés|derechos reservados
        |tutti i diritti riservati|alle rechten voorbehouden|todos os direitos reservados
        |все права защищены|(?:©|\(c\)|copyright)\s*(?:\d{4}|by\b)|\d{4}\s*©|版权所有|無断転載
        |جميع الحقوق محفوظة|powered by \w|theme by \w|designed by \w|proudly powered
        """,
    "cookie notice": r"""
        ^these cookies\b|\buses? (?:of )?cookies\b|\bcookie policy\b|accept (?:all )?cookies|verwende[nt] cookies
        |utilise des cookies|utiliza cookies|utilizza (?:i )?cookie|gebruikt cookies
        """,
    "newsletter box": r"""
        \b(?:our|free|daily|weekly|email) (?:\w+ )?newsletters?\b|to your inbox|your inbox|\bsign up (?:for|to) (?:our|the|my)\b
        |\bsign up (?:here|now|today)\b
        |subscribe (?:to|for|now|today)\b|newsletter abonnieren|unseren newsletter|notre newsletter
        |(?:subscribe|abonnieren|s['’]abonner|suscríbete|iscriviti|abonneren|assine)\W*$
        |nuestro boletín|nuestra newsletter|nostra newsletter|onze nieuwsbrief|nossa newsletter
        """,
    "photo counter": r"^\W*(?:image |photo |bild |foto )?\d+\s*(?:/|of|von|sur|de|di|van)[\s/]*\d+\W*$"
    r"|^back to gallery$|^view gallery$|^see full gallery$",
    "follow links": r"""
        ^follow .{3,60} on (?:facebook|twitter|instagram|linkedin|youtube|telegram|whatsapp)\b|
        \bfollow (?:us|me|him|her|them|\w+ \w+) on\b|\bon (?:twitter|facebook|instagram)\W*$
        |follow @\w|social media & sharing|social media icons|sharing icons
        """,
    "comment form": r"""
        ^(?:コメント|评论|評論|comments?|kommentare?|commentaires?|comentarios?|commenti|reacties)
        \s*[(:：（]?\s*\d+\s*[件条)）]?\W*$|^\d+\s*件のコメント|^コメントを書く
        |\d{4}.{0,40}\b(?:says|said|wrote|schreibt|sagt|dit|dice|escribió|scrive)\s?:?$
        |^\S+(?: \S+)? (?:says|said):$|email address will not be published|required fields are marked|reply to this comment
        |log in to (?:leave|post) a|(?:your )?comment (?:here|below)\b
        """,
    "posting note": r"^this (?:article|entry|post|story) (?:is related|was posted|was published|is filed)",
    "legal notice": r"\bopinions expressed .{0,50}their own|\bprivacy policy\b|\bterms of (?:use|service)\b|\bdatenschutzerklärung\b",
    "hidden by the page": r"""
        \bjavascript (?:is|must|to|in your)|enable javascript|requires? javascript|your browser (?:does|is|doesn)
        |browser does not support|unsupported browser|opens in (?:a )?new (?:window|tab)
        |javascript (?:aktivieren|deaktiviert)|activer javascript
        """,
    "reading time": r"^\W*\d+\s*(?:[- ]?min(?:ute)?s?|minuten|minuti|minutos|分)\.?\W*(?:to |of )?"
    r"(?:read|reading|lesezeit|de lecture|de lectura|di lettura|leestijd|de leitura|で読めます)?"
    r"(?: time)?\W*$|^reading time\b|^lesezeit\b|^temps de lecture|^tiempo de lectura",
}

SOCIAL = frozenset(
    """
    share shares tweet tweets facebook twitter x whatsapp linkedin pinterest reddit telegram email
    e-mail mail print pocket tumblr instagram youtube messenger flipboard pin it save copy link sms
    teilen drucken partager imprimer compartir imprimir condividi stampa delen compartilhar viber submit
    line vk vkontakte ok xing skype wechat weibo google google+ plus mastodon bluesky threads
    поделиться 分享 シェア on via this with auf sur en su op no in and und et y e or to by like send
    """.split()
)
"""Words that make up share bars; a line of nothing else is one."""

SOCIAL_NAMES = SOCIAL & frozenset(
    """
    share tweet facebook twitter whatsapp linkedin pinterest reddit telegram email e-mail print
    pocket instagram youtube messenger flipboard teilen drucken partager imprimer compartir
    condividi stampa delen compartilhar поделиться 分享 シェア tumblr viber vk xing
    """.split()
)

CONSENT = tuple(
    """
    cookie|consent|partners|legitimate interest|your device|store information|stores information
    |storing information|personal data|your choices|withdraw|personalised|personalized|advertising
    |privacy|einwilligung|partner |berechtigtes interesse|ihrem gerät|personenbezogene|datenschutz
    |zustimm|werbung|consentement|partenaires|intérêt légitime|votre appareil|données personnelles
    |publicité|consentimiento|socios|interés legítimo|su dispositivo|datos personales|publicidad
    |consenso|legittimo interesse|tuo dispositivo|dati personali|pubblicità|toestemming
    |gerechtvaardigd belang|uw apparaat|persoonsgegevens|consentimento|parceiros|dispositivo
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
"""Words that together make a request for consent."""

THESE_COOKIES = (
    "these cookies", "diese cookies", "ces cookies", "estas cookies", "questi cookie",
    "deze cookies", "esses cookies", "estes cookies",
)  # fmt: skip

CONSENT_ADDRESS = (
    " you", "we ", " sie ", " ihr", "wir ", "nous ", "vous", " su ", "nosotros", "usted", " tu ",
    " ti ", " noi ", "wij ", " uw ", " je ", "nós ", "você", " seu ",
)  # fmt: skip

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

SECTIONS = frozenset(
    phrase.strip()
    for phrase in """
    ingredients|method|instructions|directions|preparation|introduction|background|conclusion
    |conclusions|summary|abstract|discussion|results|methods|references|notes|what you need
    |what you will need|key points|overview|zutaten|zubereitung|einleitung|fazit|anleitung
    |ingrédients|préparation|conclusion|ingredientes|preparación|elaboración|ingredienti
    |preparazione|ingrediënten|bereiding|modo de preparo|preparo|作り方|材料
    """.split("|")
)
"""Headings that many pages of a site share and that are no clutter for it."""
