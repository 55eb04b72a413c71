"""The words that are clutter as a whole line, by the reason shown for it, in many languages.

Phrases are case-folded, without numbers and without punctuation at either end.
"""
# ruff: noqa: RUF001, E501 — letters of other scripts, as pages write them

WHOLE = {
    "menu": """
        home|home page|homepage|news|latest news|world|world news|business|politics|opinion|sport
        |sports|technology|tech|science|health|culture|arts|entertainment|lifestyle|travel|video
        |videos|photos|gallery|galleries|podcasts|podcast|magazine|events|jobs|shop|store|about
        |about us|contact|contact us|menu|main menu|navigation|search|search for|search form|help
        |faq|faqs|archive|archives|sitemap|site map|rss|rss feed|feed|skip to content
        |skip to main content|skip to main|skip to navigation|skip navigation|jump to navigation
        |back to top|to top|top|back|next|previous|prev|more|show more|load more|view all|see all
        |all|close|open menu|toggle navigation|toggle menu|site navigation|sections|categories
        |careers|help center|support|language|languages|english|deutsch|français|español|italiano
        |nederlands|português|my account|account|profile|settings|dashboard|weather|obituaries
        |classifieds|e-paper|epaper|live|live tv|watch live|tv|radio|newsroom|press|media|staff
        |our team|partners|resources|blog|forum|community|calendar|subscribe now|edition|editions
        |weiter|zurück|startseite|nachrichten|aktuelles|politik|wirtschaft|kultur|wissenschaft
        |gesundheit|reise|meinung|panorama|ratgeber|suche|suchen|menü|hauptmenü|kontakt|über uns
        |impressum|datenschutz|hilfe|mediathek|nach oben|zum inhalt springen|zum inhalt|alle
        |mehr anzeigen|alle anzeigen|schließen|stellenmarkt|veranstaltungen|newsletter|accueil
        |actualités|actualité|politique|économie|monde|société|opinions|recherche|rechercher
        |contactez-nous|à propos|qui sommes-nous|mentions légales|plan du site|aide|haut de page
        |retour en haut|aller au contenu|fermer|suivant|précédent|voir plus|voir tout|inicio
        |portada|noticias|política|economía|mundo|cultura|deportes|sociedad|opinión|buscar
        |contacto|quiénes somos|acerca de|ayuda|aviso legal|mapa del sitio|volver arriba
        |ir al contenido|saltar al contenido|cerrar|siguiente|anterior|ver más|ver todo|menú
        |cronaca|politica|economia|esteri|cultura e spettacoli|cerca|contatti|chi siamo|aiuto
        |note legali|mappa del sito|torna su|vai al contenuto|chiudi|successivo|precedente|notizie
        |voorpagina|nieuws|binnenland|buitenland|economie|cultuur|sport en spel|zoeken|over ons
        |hulp|naar boven|ga naar inhoud|sluiten|volgende|vorige|meer|toon meer|início|notícias
        |mundo e política|esportes|desporto|procurar|contato|contacto e ajuda|sobre nós|sobre
        |ajuda|mapa do site|voltar ao topo|ir para o conteúdo|fechar|próximo|главная|новости
        |политика|экономика|общество|спорт|культура|контакты|о нас|поиск|меню|ホーム|トップ|トップページ|ニュース
        |お問い合わせ|会社概要|検索|メニュー|首页|新闻|关于我们|联系我们|搜索|导航|الرئيسية|أخبار|اتصل بنا|من نحن|بحث|خانه|اخبار
        |تماس با ما|درباره ما
        """,
    "share bar": """
        share|share this|share this article|share this story|share this post|share this page
        |share article|share on|shares|tweet|tweets|pin it|email this|email|print|print this
        |print this article|print article|print page|copy link|link copied|save|save article
        |bookmark|like this|like|likes|loading|send|click to share|sharing is caring|share with
        |spread the word|send to a friend|email to a friend|share via|facebook|twitter|instagram
        |listen|listen to this article|この記事を聴く|text size|font size|pdf|download pdf|views|reads|shared
        |teilen|artikel teilen|beitrag teilen|drucken|artikel drucken|merken|per mail|weitersagen
        |seite drucken|link kopieren|auf facebook teilen|partager|partager cet article|imprimer
        |envoyer|partagez|enregistrer|copier le lien|partager sur|compartir|compartir en
        |compartir este artículo|comparte|imprimir|enviar|guardar|compartilhar|compartilhe
        |partilhar|partilhe|salvar|condividi|condividi su|stampa|invia|salva|delen|deel dit
        |deel dit artikel|deel|afdrukken|opslaan|поделиться|поделиться в|распечатать|シェア|シェアする
        |回シェア|回シェアされました
        |ツイート|印刷|分享|分享到|打印|مشاركة|شارك|طباعة|اشتراک گذاری
        """,
    "comment form": """
        comment|comments|no comments|no comments yet|add comment|add a comment|leave a comment
        |leave a reply|leave comment|post a comment|post comment|write a comment
        |join the conversation|join the discussion|reply|cancel reply|view comments|show comments
        |log in to comment|login to comment|sign in to comment|be the first to comment|responses
        |one comment|comments are closed|comments off|name|website|your name|your email
        |your comment|kommentare|kommentar|kommentar schreiben|kommentar verfassen
        |keine kommentare|kommentar hinterlassen|schreibe einen kommentar|antworten
        |antwort abbrechen|commentaires|commentaire|laisser un commentaire|ajouter un commentaire
        |répondre|aucun commentaire|comentarios|comentario|deja un comentario|dejar un comentario
        |responder|sin comentarios|commenti|commento|lascia un commento|rispondi|nessun commento
        |reacties|reactie|geef een reactie|reageer|plaats een reactie|laat een reactie achter
        |comentários|comentário|deixe um comentário|deixe uma resposta|комментарии|комментарий
        |оставить комментарий|コメント|コメントを残す|תגובות|תגובה|הוספת תגובה|הוסף תגובה|评论|发表评论|تعليقات
        |التعليقات|نظرات
        """,
    "related list": """
        related|related articles|related posts|related stories|related news|related content
        |related topics|related links|related coverage|related reading|read more|read next
        |read also|also read|see also|more|more news|more stories|more from this section
        |you may also like|you might also like|you may like|recommended|recommended for you
        |recommended reading|most read|most popular|most viewed|most shared|most recent|popular
        |popular posts|popular stories|trending|trending now|trending news|latest headlines
        |explore further|trending stories|latest|latest posts|latest stories|latest articles
        |recent posts|recent articles|recent news|recent comments|top stories|top news
        |editors picks|editor's picks|editor’s picks|editors' picks|don't miss|don’t miss|up next
        |next article|previous article|next post|previous post|next story|previous story
        |continue reading|keep reading|further reading|more headlines|what to read next
        |more on this topic|more on this story|more like this|other news|other articles
        |from the archive|from our archives|from around the web|around the web|featured
        |featured stories|in this section|must read|must reads|in other news|post navigation
        |mehr zum thema|mehr zum artikel|das könnte sie auch interessieren|weitere artikel
        |das könnte dich auch interessieren|auch interessant|meistgelesen|am meisten gelesen
        |lesen sie auch|weitere nachrichten|weitere meldungen|neueste beiträge|verwandte artikel
        |ähnliche artikel|ähnliche beiträge|mehr lesen|weiterlesen|passend zum thema|empfohlen
        |aktuelle beiträge|beliebte beiträge|vorheriger artikel|nächster artikel|à lire aussi
        |lire aussi|lire la suite|à lire également|sur le même sujet|articles similaires
        |articles liés|les plus lus|les plus populaires|articles récents|dans la même rubrique
        |en relation|à découvrir|recommandé|lire plus|voir aussi|article précédent|article suivant
        |noticias relacionadas|artículos relacionados|relacionados|relacionadas|lo más leído
        |más leídas|más noticias|más información|leer más|lea también|te puede interesar
        |también te puede interesar|entradas recientes|últimas noticias|seguir leyendo|ver también
        |leggi anche|articoli correlati|correlati|potrebbe interessarti|i più letti|leggi tutto
        |articoli recenti|ultime notizie|altri articoli|continua a leggere|leggi di più
        |ti potrebbe interessare|potrebbero interessarti|vedi anche|lees ook|lees meer|lees verder
        |meer nieuws|gerelateerde artikelen|gerelateerd|meest gelezen|meer over dit onderwerp
        |laatste nieuws|ook interessant|recente berichten|leia também|leia mais
        |notícias relacionadas|saiba mais|artigos relacionados|mais lidas|mais notícias
        |veja também|posts recentes|últimas notícias|читайте также|похожие статьи|по теме
        |ещё по теме|самое читаемое|популярное|関連記事|関連リンク|人気記事|おすすめ記事|最新記事|相关文章|相关新闻|推荐阅读|热门文章
        |最新文章|اقرأ أيضا|مواضيع ذات صلة|الأكثر قراءة|مطالب مرتبط|پربازدیدترین
        """,
    "about the author": """
        about the author|about the authors|about author|author bio|meet the author|über den autor
        |über die autorin|zum autor|zur autorin|à propos de l'auteur|à propos de l’auteur
        |sobre el autor|sobre la autora|sull'autore|sull’autore|l'autore|over de auteur
        |sobre o autor|sobre a autora|об авторе|著者について|作者简介
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
        |schrijf je in|nieuwsbrief|abonneren|doneer|assinar|inscreva-se|cadastre-se|seu e-mail|doe
        |подписаться|подписка|購読|メルマガ登録|订阅|اشترك|خبرنامه
        """,
    "sign-in box": """
        sign in|signin|log in|login|logout|log out|sign out|register|create account
        |create an account|my profile|forgot password|forgot your password|forgot your password?
        |password|username|remember me|lost your password|cart|basket|checkout|wishlist|anmelden
        |einloggen|abmelden|registrieren|passwort vergessen|passwort|warenkorb|konto|connexion
        |se connecter|s'inscrire|s’inscrire|mot de passe|mot de passe oublié|mon compte|panier
        |iniciar sesión|acceder|registrarse|regístrate|contraseña|mi cuenta|carrito|accedi
        |registrati|area riservata|il mio account|carrello|inloggen|registreren|mijn account
        |wachtwoord vergeten|winkelwagen|entrar|fazer login|cadastrar|minha conta|carrinho|войти
        |вход|регистрация|ログイン|新規登録|登录|注册|تسجيل الدخول|ورود
        """,
    "cookie notice": """
        accept|accept all|accept cookies|accept all cookies|reject all|decline|got it|i agree
        |i accept|cookies|cookie policy|cookie settings|cookie preferences|manage cookies
        |manage preferences|privacy settings|privacy preferences|consent|manage consent
        |your privacy|we value your privacy|akzeptieren|alle akzeptieren|ablehnen|einverstanden
        |cookie-einstellungen|accepter|tout accepter|refuser|gérer les cookies|paramétrer|aceptar
        |aceptar todo|rechazar|configurar cookies|accetta|accetta tutti|rifiuta|accepteren
        |alles accepteren|weigeren|aceitar|aceitar todos|recusar|принять
        """,
    "legal notice": """
        privacy|privacy policy|privacy notice|privacy statement|terms|terms of use
        |terms of service|terms and conditions|terms & conditions|conditions of use|disclaimer
        |legal|legal notice|legal notices|accessibility|accessibility statement|imprint
        |do not sell my personal information|do not sell my info|ad choices|adchoices
        |your ad choices|advertise|advertise with us|editorial policy|corrections|code of conduct
        |datenschutzerklärung|nutzungsbedingungen|agb|barrierefreiheit|mediadaten
        |politique de confidentialité|conditions d'utilisation|conditions générales|cgu|cgv
        |données personnelles|política de privacidad|términos y condiciones|política de cookies
        |condiciones de uso|informativa privacy|privacy e cookie|termini e condizioni
        |privacybeleid|cookiebeleid|algemene voorwaarden|colofon|política de privacidade
        |termos de uso|termos e condições|политика конфиденциальности|プライバシーポリシー|利用規約|隐私政策|服务条款
        |سياسة الخصوصية|شروط الاستخدام
        """,
    "advertisement": """
        advertisement|advert|continue reading below|advertisements|advertising|ad|ads|sponsored
        |sponsored content|promoted|promoted content|paid content|partner content
        |story continues below advertisement|article continues below advertisement
        |article continues after ad|scroll to continue|continue reading the main story
        |supported by|report this ad|remove ads|why this ad|anzeige|werbung|anzeigen|gesponsert
        |weiterlesen nach der anzeige|publicité|annonce|contenu sponsorisé|publicidad|anuncio
        |anuncios|contenido patrocinado|pubblicità|contenuto sponsorizzato|advertentie|reclame
        |gesponsord|publicidade|anúncio|patrocinado|реклама|広告|スポンサーリンク|广告|إعلان|اعلان|تبلیغات
        """,
    "follow links": """
        follow us|follow|copied|follow us on|find us on|connect with us|connect|social media
        |join us|youtube|linkedin|pinterest|whatsapp|telegram|reddit|tiktok|snapchat|flickr|tumblr
        |vimeo|threads|mastodon|bluesky|flipboard|google+|messenger|folgen sie uns|folgen
        |suivez-nous|suivre|síguenos|seguir|síguenos en|seguici|seguici su|segui|volg ons|volgen
        |siga-nos|siga|мы в соцсетях|фото и видео|تابعونا|フォローする|关注我们
        """,
    "empty tag line": """
        tags|tag|topics|keywords|labels|category|filed under|schlagwörter|étiquettes
        """,
}
