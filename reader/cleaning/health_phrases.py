"""What pages say that hold no article: requests for consent, errors, checks, paywalls.

Patterns are searched in one lower-case sentence with straight apostrophes and single spaces, one
pattern a line. `SURE` ones say by themselves what a page is, `HINTS` only beside them, `NAMES` are
whole lines.
"""
# ruff: noqa: RUF001, E501 — letters and marks of other scripts, as pages write them

CODES = r"(?:40[013-68]|41[0-9]|42[2469]|451|50[0-4]|52[0-6])"
"""Numbers by which a server says that it has no page to give."""

ERROR_WORDS = r"(?:http|error|err|status|code|fehler|fehlercode|erreur|errore|erro|código|codigo|fout|foutcode|błąd|kod|ошибка|код|エラー|コード|错误|错误代码|錯誤|خطأ|خطای|خطا|رمز)"
"""What stands beside such a number."""

NAMES = {
    "error": r"""
        (?:the |this |requested |your )?(?:page|url|file|article|content|document|resource)(?: (?:is|was|can(?:'t|not| not) be|could(?:n't| not) be))? not (?:be )?(?:found|available)
        page cannot be found|page (?:doesn't|does not) exist|(?:page |content |article )?(?:not found|no longer available|unavailable)
        (?:access )?forbidden|access (?:is |was )?denied|(?:401 )?unauthori[sz]ed|bad request|bad gateway|gateway time-?out|gone
        (?:service|site|page|server) (?:is )?(?:temporarily |currently )?unavailable|internal server error|server error|too many requests
        (?:oops|whoops|sorry|uh-oh)?[,!.… ]*(?:something|that) (?:went|has gone) wrong|an (?:unexpected )?error (?:has )?occurred|application error|connection timed out|web server is down
        (?:site |website |down |closed )?(?:is )?(?:under|for|undergoing) (?:scheduled )?maintenance|account suspended|we'll be (?:right )?back soon
        (?:diese |die )?seite (?:konnte )?(?:leider )?(?:wurde )?nicht (?:gefunden(?: werden)?|verfügbar)|zugriff verweigert|interner serverfehler|dienst nicht verfügbar|wartungsarbeiten|nicht gefunden
        (?:la )?page (?:est )?(?:non trouvée|introuvable|inexistante|inconnue)|accès (?:refusé|interdit)|service (?:temporairement )?indisponible|erreur interne du serveur|non trouvé
        página (?:no|não) (?:encontrada|existe|disponible|disponível)|acceso denegado|acesso (?:negado|proibido)|no encontrad[oa]|não encontrad[oa]|servicio no disponible|serviço indisponível|error interno del servidor
        pagina non (?:trovata|disponibile|esistente)|accesso negato|non trovat[oa]|servizio non disponibile|errore interno del server
        pagina (?:is )?niet (?:gevonden|beschikbaar)|toegang geweigerd|niet gevonden
        (?:nie znaleziono (?:takiej )?strony|strona (?:nie (?:została znaleziona|istnieje)|nie znaleziona)|brak dostępu|nie znaleziono)
        (?:страница|файл|документ) не (?:найден[аы]?|существует)|доступ (?:запрещ[её]н|закрыт|ограничен)|не найдено|сервис временно недоступен
        (?:お探しの|ご指定の)?ページが?(?:は)?(?:見つかりません(?:でした)?|存在しません)|ページが見つかりません|アクセスが?(?:拒否|禁止)されました|メンテナンス中
        (?:您(?:访问|查找|请求)的)?(?:页面|網頁|网页|頁面)(?:不存在|未找到|找不到(?:了)?|走丢了|无法访问)|找不到(?:该)?(?:页面|網頁|頁面)|禁止访问|访问被拒绝|服务器错误|系统维护中
        (?:عذرا،? ?)?(?:الصفحة|هذه الصفحة) (?:غير موجودة|غير متوفرة|غير متاحة)|لم يتم العثور على الصفحة|تم رفض الوصول
        (?:صفحه|برگه)(?: مورد نظر)?(?: شما)? (?:پیدا|یافت) نشد|صفحه وجود ندارد|دسترسی (?:غیر ?مجاز|مسدود)
        """,
    "bot": r"""
        just a moment|attention required|are you (?:a )?(?:human|a? ?robot)|one more step|security check|security verification|human verification|robot check|bot verification|access to this page has been denied|pardon our interruption|verifying you are human|please wait
        sicherheitsüberprüfung|sicherheitsabfrage|einen moment(?: bitte)?|vérification de sécurité|un instant|verificación de seguridad|un momento|controllo di sicurezza|verificação de segurança|um momento|beveiligingscontrole|een ogenblik geduld|weryfikacja|проверка безопасности|проверка браузера|安全验证|人机验证|セキュリティ(?:チェック|確認)|التحقق الأمني|بررسی امنیتی
        """,
    "cookie": r"""
        (?:we|wir) (?:value|respect|care about) your privacy|your privacy(?: (?:is important to us|matters))?|before you continue(?: to .{1,30})?|privacy (?:and cookie )?settings|cookie (?:consent|settings|preferences|notice)|manage (?:your )?(?:consent|cookie)(?: preferences)?|we use cookies
        (?:wir (?:schätzen|respektieren) )?ihre privatsphäre(?: ist uns wichtig)?|datenschutz-?einstellungen|cookie-?einstellungen|weiterlesen mit werbung|mit werbung weiterlesen|ihre einwilligung
        (?:le respect de )?votre vie privée(?: est (?:notre priorité|importante(?: pour nous)?))?|continuer sans accepter|nous respectons votre vie privée|gestion des cookies
        (?:su|tu) privacidad (?:es importante(?: para nosotros)?|nos importa)|valoramos (?:su|tu) privacidad|a sua privacidade(?: é importante(?: para nós)?)?|valorizamos a sua privacidade
        (?:la (?:tua|vostra) privacy (?:è importante(?: per noi)?|ci sta a cuore))|rispettiamo la tua privacy|(?:jouw|uw|je) privacy(?: is (?:voor ons )?belangrijk)?|wij respecteren (?:je|uw) privacy
        (?:szanujemy|dbamy o) (?:twoją|państwa|waszą) prywatność|twoja prywatność|мы ценим вашу (?:приватность|конфиденциальность)|プライバシーの?(?:設定|管理)|cookieの設定|隐私设置|我们重视您的隐私|نحن نهتم بخصوصيتك|خصوصيتك تهمنا|ملفات تعريف الارتباط|حریم خصوصی شما
        """,
}
"""Whole lines, but for signs at their ends, that name what a page is."""

SURE = {
    "error": r"""
        \b(?:the|that|this|requested|your) (?:web ?)?(?:page|url|file|article|story|content|document|resource|address|link|post)s? (?:that )?(?:you(?:'re| are|'ve| have| were)?|requested|at this).{0,60}(?:not (?:be )?(?:found|exist)|cannot be|can't be|couldn't|could not|does(?: not|n't)|(?:no longer|not) (?:here|exists?|available)|(?:been )?(?:re)?moved|deleted|unavailable|missing|gone|expired)
        \b(?:can't|cannot|can not|couldn't|could not|unable to|were not able to|weren't able to) (?:seem to )?(?:find|locate) (?:the|that|this|a|what|any) ?(?:page|url|file|article|story|content|document|resource|you)
        \b(?:this|the requested|the) (?:page|url|resource|document|article|story|site) (?:.{0,40} )?(?:(?:was|could) not (?:be )?found|(?:doesn't|does not) exist|no longer exists|is no longer available|has been (?:removed|deleted)|isn't available|is not available)(?: on this server| here)?\W*$
        \bnot found on this server|\bnothing (?:was )?found at this (?:location|address)|\bit (?:seems|looks like) (?:we can't find|nothing was found)
        \byou (?:don't|do not) have (?:the )?(?:right )?(?:permissions?|access)(?: rights)? to (?:access|view|see|this)|\byou are not (?:authori[sz]ed|allowed) to (?:access|view)
        \bserver (?:is (?:temporarily|currently)|encountered|was unable|cannot process|didn't respond|did not respond)|\bthe web server (?:reported|is not)|\bcould not satisfy the request|\berror establishing a database|\bbackend fetch failed|\borigin (?:web )?server
        \b(?:this|our|the) (?:web ?site|site|page|service) is (?:currently |temporarily |briefly )+(?:down|unavailable|undergoing|offline|under|closed|not available)
        \b(?:you have|you've) (?:sent|made) too many requests|\brate limit(?:ed)?\b.{0,20}(?:exceeded|reached)|\byou have been rate.?limited|\btoo many requests (?:from|in)
        \bthis (?:account|site) has been suspended|\bthis domain (?:name )?(?:is (?:for sale|parked)|may be for sale|has expired)
        \b(?:angeforderte|gesuchte|aufgerufene|gewünschte|diese|die) (?:web)?(?:seite|adresse|url|datei|artikel|inhalt).{0,50}(?:nicht (?:\w+ )?(?:gefunden|verfügbar|mehr|vorhanden)|existiert (?:\w+ )?nicht|verschoben|gelöscht|konnte nicht)|\bkonnten? (?:die|diese) (?:\w+ )?seite .{0,20}nicht (?:finden|gefunden)|\bsie haben keine berechtigung|\bserver ist (?:zur ?zeit|derzeit|vorübergehend|momentan)|\bzu viele anfragen
        \b(?:la|cette|l') ?(?:page|adresse|url|article|contenu)(?: web)? (?:que vous|demandée?|recherchée?|n'|a été|est).{0,60}(?:n'existe|existe pas|n'est (?:plus|pas)|introuvable|pas (?:été )?trouv|déplacée|supprimé|plus disponible)|\bnous (?:ne trouvons pas|n'avons pas (?:pu )?trouv\w+) (?:la|cette) page|\bvous n'(?:avez pas (?:la permission|l'autorisation|les droits)|êtes pas autorisée?)|\bserveur est (?:temporairement|actuellement)|\btrop de requêtes
        \b(?:la|esta|el) (?:página|dirección|url|artículo|contenido) (?:que|solicitad[ao]|no|ha).{0,60}(?:no (?:existe|está|se (?:ha )?(?:encontr|pudo)|ha sido|fue)|ya no|cambiado|eliminad|movid|encontrad)|\bno (?:encontramos|hemos (?:podido )?encontra\w+|se (?:ha )?(?:encontró|pudo encontrar|encontrado)) (?:esa|la|esta) página|\bno tiene(?:s)? permiso|\bservidor (?:no está|está temporalmente)|\bdemasiadas (?:solicitudes|peticiones)
        \b(?:la|questa) (?:pagina|risorsa|url) (?:che|richiesta|cercata|non).{0,60}(?:non (?:esiste|è|è stata|può|trovata)|rimossa|spostata|più)|\bnon (?:abbiamo trovato|riusciamo a trovare) (?:la|questa) pagina|\bnon (?:hai|avete|si dispone) (?:i permessi|l'autorizzazione|il permesso|del)|\bserver (?:non è|è temporaneamente)|\btroppe richieste
        \b(?:a|esta) página (?:que|solicitada|não|foi).{0,60}(?:não (?:existe|foi|está|pôde)|removida|movida|mais)|\bnão (?:conseguimos|foi possível|pudemos) (?:encontrar|localizar) (?:a|esta|essa) página|\bnão tem permissão
        \b(?:de|deze) (?:opgevraagde |gevraagde )?(?:pagina|url)(?: die)? .{0,50}(?:niet (?:\w+ )?(?:gevonden|bestaat|beschikbaar|meer)|bestaat niet|bestaat (?:\w+ )?meer|verplaatst|verwijderd)|\bkunnen (?:de|deze) pagina niet vinden|\bgeen toestemming
        \b(?:strona|adres|żądan\w+ stron\w+|podan\w+ stron\w+|szukan\w+ stron\w+).{0,60}(?:nie (?:istnieje|została|znalezion|jest)|przeniesion|usunięt)|\bnie (?:możemy|udało się) (?:znaleźć|odnaleźć) (?:tej |szukanej |żądanej )?strony|\bnie masz (?:uprawnień|dostępu)
        (?:запрашиваем|запрошенн|данн|искали|такой|эта|этой)\w* (?:вами )?страниц\w+.{0,60}(?:не (?:найден|существует|доступ)|удал|нет|перемещ)|(?:возможно, )?(?:она|страница) была (?:удалена|перемещена)|такой страницы (?:не существует|нет)|у вас нет (?:прав|доступа)|сервер временно|слишком много запросов
        (?:お探し|ご指定|アクセスしよう|リクエスト|指定された|要求された).{0,20}(?:ページ|url|ファイル|記事).{0,30}(?:見つかりません|存在しません|ありません|削除|移動|ございません)|ページは.{0,20}(?:削除|移動|存在しない|見つかり)|アクセスする(?:権限|許可)が|現在アクセスできません|サーバー(?:が|は).{0,20}(?:混み合|利用でき|応答)
        (?:您|你)(?:所)?(?:要)?(?:访问|查找|请求|浏览|訪問|尋找|瀏覽)的?(?:页面|网页|内容|文章|頁面|網頁|網址|地址).{0,20}(?:不存在|删除|刪除|移动|找不到|未找到|失效|无法|不見)|(?:页面|网页|頁面|文章|内容)(?:可能)?(?:已|已经|已被|被)(?:被)?(?:删除|刪除|移动|移除|下线)|没有权限访问|请求过于频繁|访问过于频繁
        (?:الصفحة|الرابط|المحتوى) (?:التي|الذي|المطلوبة?|المطلوب).{0,60}(?:غير موجود|لم|غير متاح|غير متوفر|حذف|نقل|لا يمكن)|لا يمكن العثور على|ليس لديك (?:إذن|صلاحية)
        (?:صفحه|آدرس|مطلب|صفحه‌ای|برگه‌?ای?)(?: مورد نظر)?.{0,50}(?:پیدا نشد|یافت نشد|وجود ندارد|حذف شده|منتقل شده|در دسترس نیست)|اجازه دسترسی ندارید
        """,
    "bot": r"""
        \bchecking (?:your browser|if the site connection|if you are human)|\b(?:verify|confirm|prove|check|ensure|sure|know|show us) (?:us )?(?:that )?(?:you(?:'re| are)) (?:a )?(?:human|not a (?:ro)?bot|real|indeed human|a person)
        \byou(?:'re| are)? not a robot|\bunusual (?:activity|traffic) (?:from|on|in|coming)|\bautomated (?:access|requests?|queries|traffic|tools)|\busing automation tools|\baccess to this (?:page|site) has been (?:denied|blocked|restricted)|\byou have been blocked
        \breview(?:ing)? the security of your connection|\bcomplete the (?:captcha|security check|challenge|action below)|\b(?:solve|fill in|enter) (?:the|this) captcha|\bddos protection by|\bbrowser will redirect|\bmade us think (?:that )?you|\bincapsula incident|\bpress (?:&|and) hold|\bbot (?:protection|detection|mitigation)|\bsecurity (?:service|solution) to protect itself|\bto protect (?:itself|our(?:selves)?|against) .{0,30}(?:online attacks|bots|abuse)
        \b(?:kein|ein) (?:roboter|mensch) (?:sind|bist)|\bungewöhnlich\w+ (?:datenverkehr|aktivität)|\bsicherheit ihrer verbindung|\bihr browser wird (?:überprüft|geprüft)|\bcaptcha (?:aus|ein|lösen)
        \bpas un robot|\bêtes (?:bien )?(?:un )?humain|\bactivité (?:inhabituelle|suspecte)|\btrafic inhabituel|\bsécurité de votre connexion|\bvérification de votre navigateur
        \bno (?:eres|es|soy) un robot|\b(?:eres|es) (?:un )?humano|\b(?:actividad|tráfico) (?:inusual|sospechos\w+)|\bseguridad de (?:su|tu) conexión|\bcomprobando (?:su|tu) navegador
        \bnon (?:sei|sono) un robot|\bsei (?:un )?umano|\b(?:attività|traffico) (?:insolit|anomal|sospett)\w+|\bnão (?:é|sou) um rob[ôo]|\bé (?:um )?humano|\b(?:atividade|tráfego) (?:incomum|suspeit\w+)
        \bgeen robot (?:bent|ben)|\bmens bent|\bongebruikelijk\w* (?:verkeer|activiteit)|\bnie jesteś robotem|\bjesteś (?:człowiekiem|robotem)|\bnietypow\w+ (?:ruch|aktywność)
        что вы (?:не робот|человек)|вы не робот|подозрительн\w+ (?:активность|трафик|запрос)|проверяем ваш браузер|запросы, поступившие с вашего ip
        ロボットではない(?:こと|です)|人間であることを|通常と異なるトラフィック|不正なアクセスを|ブラウザを確認しています
        (?:确认|验证|证明|請確認)(?:您|你)(?:不是机器人|是真人|是人类|不是機器人)|异常(?:流量|访问|请求)|正在检查(?:您的)?浏览器|请完成(?:安全)?验证|拖动滑块
        (?:أنك|أنت) (?:لست|إنسان)\s?(?:روبوت\w*|برنامج)?|(?:نشاط|حركة مرور) غير (?:عادي|معتاد)|(?:ربات نیستید|انسان هستید|ترافیک غیرعادی)
        """,
    "cookie": r"""
        \bwe (?:and|&) our (?:\d[\d.,]* )?(?:\w+ )?(?:partners|vendors)|\b(?:we|this (?:web)?site|our (?:web)?site|\S+ (?:and its partners)?) uses? (?:\w+ )?cookies (?:and|to|for|on|in)|\bcookies and (?:similar|other|data)|\bby (?:clicking|continuing|choosing|selecting|using) .{0,60}(?:accept|agree|consent|cookies)|\bif you (?:choose to |click |select |do not |don't |continue )?.{0,20}(?:accept|reject|consent|agree).{0,40}(?:cookies|we will|all)|\b(?:click|choose|tap) .{0,20}(?:accept|agree|consent|refuse)
        \b(?:change|withdraw|manage|refuse|set|adjust) (?:your )?(?:preferences|consent|choices|cookies?|settings)|\bstore and/or access information|\b(?:legitimate interests?|precise geolocation|device characteristics|device scanning|personali[sz]ed (?:advertising|ads) and content|audience (?:research|insights|engagement))|\b(?:accept|allow) (?:all )?cookies
        \bwir (?:und|&) unsere (?:\d[\d.]* )?(?:\w+ )?partner|\b(?:wir|diese (?:web)?site|diese (?:web)?seite|unsere (?:web)?seite|website) (?:verwende[nt]|nutz(?:en|t)|setz(?:en|t)) .{0,30}cookies|\bmit werbung (?:und tracking|weiter)|\bcookies(?:,| und) (?:\w+ )?(?:ähnliche|geräte)|\b(?:ihre|deine) (?:einwilligung|zustimmung)\b.{0,60}(?:widerruf|erteil|jederzeit)|\bmit (?:ihrer|deiner) (?:einwilligung|zustimmung)|\bzustimmen\b.{0,60}(?:cookies|verarbeitung)|\bwerbefrei lesen|\bauf ihrem gerät|\bpersonalisierte (?:anzeigen|werbung)|\b(?:werbetracking|ohne tracking)
        \bnos (?:\d[\d.]* )?partenaires et nous|\bnous et nos (?:\d[\d.]* )?partenaires|\b(?:nous|ce site|notre site)(?: web)? utilis(?:ons|e) (?:des )?cookies|\bcookies (?:ou|et) (?:d'autres )?(?:technologies|traceurs)|\bretirer votre consentement|\bintérêt légitime|\bavec votre (?:accord|consentement)|\ben cliquant sur|\bpublicités? et (?:du )?contenus? personnalisés?|\bnos partenaires .{0,20}trait\w+|\b(?:accepter|refuser) (?:les|tous les|nos) cookies
        \bnosotros y nuestros (?:\d[\d.]* )?socios|\b(?:utilizamos|usamos) cookies|\b(?:este|nuestro) sitio(?: web)? (?:utiliza|usa) cookies|\bnuestros socios|\b(?:acepta(?:r|s)?|rechaza(?:r|s)?) (?:\w+ )?(?:las |todas las )?cookies|\bretirar su consentimiento|\binterés legítimo|\banuncios y contenidos? personalizados|\balmacena(?:mos|r) (?:o|y/o) acce|\bcookies (?:propias|y tecnologías)
        \bnoi e i nostri|\b(?:utilizziamo|usiamo) (?:i )?cookie|\bquesto sito(?: web)? (?:utilizza|usa) (?:i )?cookie|\brevocare il (?:tuo )?consenso|\binteresse legittimo|\b(?:accett|rifiut)\w+ (?:i |tutti i )?cookie|\barchiviamo e/o accediamo|\bannunci e contenuti personalizzati|\bprestare, rifiutare
        \bnós e os nossos|\bnós e nossos|\b(?:utilizamos|usamos) cookies|\beste site (?:utiliza|usa) cookies|\b(?:aceita|rejeita|recusa)r? (?:os |todos os )?cookies|\bclicar para consentir|\banúncios e conteúdos? personalizados|\bretirar o (?:seu )?consentimento|\barmazenamos e/ou
        \bwij en onze|\b(?:wij|we|deze (?:web)?site|\S+) (?:gebruik(?:en|t)|plaats(?:en|t)|maakt gebruik van)(?: \w+){0,4} cookies|\bgebruikt cookies|\bcookies en (?:vergelijkbare|andere|soortgelijke)|\btoestemming (?:\w+ )?(?:intrekken|geven)|\b(?:je|uw|jouw) surfgedrag|\b(?:accepteer|weiger)\w* (?:alle )?cookies|\bklik op .{0,12}akkoord|\bgerechtvaardigd belang
        \bmy i nasi (?:\w+ )?partnerzy|\bużywamy (?:plików )?cookies?|\bta strona (?:używa|korzysta)|\bwyrażasz zgodę|\bplików cookies?|\bzaufanych partnerów|\bwycofać (?:swoją )?zgodę|\bzgoda jest dobrowolna
        (?:мы|наш сайт|этот сайт|сайт) (?:и наши партн[её]ры )?использу(?:ем|ет) (?:\S+ ){0,3}(?:файлы )?cookies?|файлов cookies?|файлы cookies?|продолжая (?:использовать|пользоваться|просмотр)|(?:вы )?соглаша(?:етесь|юсь) (?:с|на) (?:использован|обработк|политик)
        (?:当社|当サイト|本サイト|このサイト|私たち|本ウェブサイト).{0,30}(?:cookie|クッキー)|(?:cookie|クッキー)(?:の使用|を使用|の利用)|同意したこと(?:に|と)
        (?:我们|本网站|本站|此网站|我們).{0,20}(?:使用|利用)(?:\w{0,6})?cookies?|(?:使用|接受|同意)(?:所有)?\s?cookies?|继续(?:使用|浏览).{0,12}(?:即|表示|视为)(?:您)?同意
        (?:نستخدم|يستخدم (?:هذا )?الموقع|نحن وشركاؤنا).{0,30}(?:ملفات تعريف الارتباط|الكوكيز|cookies)|ملفات تعريف الارتباط|(?:از کوکی|کوکی‌?ها(?:ی)?) ?(?:استفاده|برای)|این (?:وب‌?سایت|سایت) از کوکی
        """,
    "javascript": r"""
        \b(?:please|you (?:need|have|must)(?: to)?|you'll need to|must|kindly|you should) (?:first )?(?:enable|activate|turn on|allow|switch on)(?: your browser's)? java ?script|^(?:enable|turn on) java ?script (?:to (?:view|use|run|continue|see)|and cookies to)|\bjava ?script (?:is|must be|has to be|needs to be|seems to be|appears to be|support is)(?: currently)? (?:required|enabled|disabled|not (?:available|enabled|supported)|turned off|switched off|blocked|needed)|\b(?:requires?|needs?|without|best with|relies on) java ?script(?: (?:to|enabled|in order|for)|\W*$)|\bjava ?script enabled (?:browser|to)|\bbrowser (?:does not|doesn't) support java ?script
        \bjava ?script (?:\w+ ){0,5}(?:aktivieren|einschalten|aktiviert|deaktiviert|erlauben|ausgeschaltet|benötigt|erforderlich)|\b(?:aktivieren sie|schalten sie) (?:\w+ )?java ?script|\b(?:benötigt|erfordert|ohne) java ?script\b.{0,30}(?:funktion|anzeig|nutz|\W*$)
        \b(?:activer|activez|veuillez activer|autoriser) (?:le |du )?java ?script|\bjava ?script (?:est|doit être|n'est pas|semble) (?:\w+ )?(?:désactivé|activé|requis|nécessaire)|\bnécessite (?:l'activation (?:de|du) )?java ?script
        \b(?:habilit|activ)(?:ar|e|a|ad[oa]) (?:\w+ )?java ?script|\bjava ?script (?:\w+ ){0,3}(?:habilitado|activado|activo|desactivado|deshabilitado|ativado|desativado|ativo|desabilitado)|\b(?:requiere|necesita|precisa (?:de|do)|requer|necessita) (?:\w+ )?java ?script|\b(?:abilit|attiv)(?:are|a|ate|i) (?:il )?java ?script|\bjava ?script (?:\w+ ){0,2}(?:disabilitato|disattivato|abilitato|attivato)|\b(?:richiede|necessita di) java ?script|\bativ(?:e|ar) o java ?script|\bhabilit(?:e|ar) o java ?script
        \bjava ?script (?:\w+ ){0,4}(?:inschakelen|ingeschakeld|uitgeschakeld|aan te zetten|aanzetten|nodig|vereist)|\b(?:schakel|zet) java ?script|\bwłącz\w* (?:obsługę )?java ?script|\b(?:wymaga|obsługę) (?:\w+ )?java ?script|\bjava ?script (?:jest )?(?:wyłączon|włączon)
        (?:включите|включить|включен|отключ[её]н|требуется|необходим|поддержк\w+|выключен) (?:\S+ ){0,2}java ?script|java ?script (?:\S+ ){0,3}(?:включ|отключ|выключ|требуется|необходим)
        java ?script(?:を|が|の設定を|の設定が).{0,12}(?:有効|オン|無効になって|無効です|必要|使用)|(?:启用|开启|打开|啟用|允许)(?:\w{0,6})?java ?script|java ?script(?:已|被)?(?:禁用|停用|关闭)|需要java ?script|(?:تفعيل|تمكين|تشغيل|يتطلب) (?:\S+ )?(?:java ?script|جافا ?سكريبت|الجافا ?سكريبت)|(?:java ?script|جاوا ?اسکریپت|جاوااسکریپت) .{0,20}(?:فعال)
        """,
    "browser": r"""
        \byour (?:web )?browser is (?:not (?:currently )?supported|out ?of ?date|outdated|no longer supported|too old|obsolete|unsupported)|\b(?:upgrade|update) (?:to a (?:modern|newer|supported)|your) (?:web )?browser|\b(?:we (?:do not|don't|no longer) support|unsupported) (?:this|your)? ?browser
        \bihr browser (?:ist veraltet|wird nicht (?:mehr )?unterstützt)|\bvotre navigateur (?:est obsolète|n'est (?:pas|plus) (?:supporté|pris en charge|à jour))|\b(?:su|tu|seu) navegador (?:no es compatible|está (?:obsoleto|desactualizado)|no está actualizado|não é compatível)|\bil tuo browser non è (?:supportato|aggiornato)|\bje browser (?:is verouderd|wordt niet)|ваш браузер (?:устарел|не поддерживается)|お使いのブラウザ(?:は|では).{0,12}(?:対応|サポート)|您的浏览器(?:版本)?(?:过低|不支持|已过时)
        """,
    "paywall": r"""
        \b(?:subscribe|sign up|log ?in|sign in|register|join|pay|upgrade)(?: now| today| here)?(?: or (?:subscribe|sign in|log in|register|sign up))? to (?:continue|keep|read|finish|view|unlock|access|get)(?: on)? ?(?:reading|the (?:rest|full|whole|entire|complete)(?: (?:article|story|text|piece))?|this (?:article|story|piece|post)|(?:the )?full (?:article|story))\W*$|\bto (?:continue|keep|finish) reading(?: this (?:article|story|piece))?,? (?:please )?(?:subscribe|sign|log|register|become|you)|\bto (?:read|view|access|unlock) (?:the (?:full|rest|whole|complete|entire)|this).{0,40}(?:subscribe|sign ?(?:in|up)|log ?in|register|become)
        \bthis (?:article|story|content|post|piece|page|report) is (?:only )?(?:available |reserved |exclusively )?(?:only )?(?:for|to|free for) (?:\w+ )?(?:subscribers|members|registered|premium|patrons|paying)|\b(?:subscriber|member|premium)s?[- ](?:only|exclusive)(?: (?:article|story|content))?\W*$|\bexclusive (?:to|for) (?:\w+ )?(?:subscribers|members)\W*$|^keep reading (?:for|with)|^continue reading (?:for|with) |\bunlock (?:this|the full|the rest)|\b(?:\d+ ?%|the rest|the remainder|remaining) of this (?:article|story|post)|\byou(?:'ve| have) (?:reached|hit|used) (?:your|all|the) .{0,20}(?:limit|free articles)|\bthis post is for paid|\bthe rest of this
        \bweiterlesen mit \S+ ?(?:\+|plus|abo|premium)|\bmit (?:einem )?\S*(?:abo|\+|plus) (?:weiter)?lesen|\b(?:diese[rn]?|der|den) (?:ganzen |vollständigen |komplette[n]? )?(?:artikel|text|beitrag|inhalt) (?:ist |gibt es |steht |lesen sie )?(?:\w+ )?(?:nur |exklusiv )?(?:für|mit) (?:\S+ )?(?:abonnent|abo|plus|digital|registrierte|mitglieder)|\bnur für (?:\S+[- ])?(?:abonnent|mitglieder)|\bsie (?:möchten|wollen) (?:diesen artikel |den artikel )?(?:\w+ )?(?:weiter)?lesen\?|\bum (?:diesen artikel |den (?:ganzen |vollständigen )?artikel |hier )?(?:weiter ?zu ?lesen|weiterzulesen|zu lesen)|\bdiese[rn]? artikel (?:jetzt )?(?:freischalten|kaufen)|\bjetzt (?:\w+ )?weiterlesen\W*$|\bden (?:ganzen|vollständigen|kompletten) (?:artikel|text|beitrag) lesen
        \b(?:article|contenu|la suite est|cet article est|réservée?s?) (?:\w+ ){0,3}(?:réservée?s?|aux) (?:aux |à nos |nos )?abonnés|\bréservée?s? aux abonnés|\bil vous reste .{0,40}(?:à lire|à découvrir)|\b(?:pour|afin de) (?:lire la suite|continuer (?:la|votre) lecture|poursuivre (?:la|votre) lecture|lire (?:l'|cet )(?:intégralité|article))|\babonnez-vous pour (?:lire|continuer|accéder|poursuivre)|\bla suite (?:de cet article )?(?:est|vous)
        \b(?:contenido|artículo|noticia|conteúdo|exclusivo|exclusiva|contenuto|articolo) (?:\w+ ){0,3}(?:exclusiv[oa]|solo|reservado|reservada|riservat[oa]|premium|só)? ?(?:para|per|a|agli|ai|de) (?:los |nuestros |os |nossos |gli |i )?(?:suscriptores|assinantes|abbonati|abonados)|\bpara (?:seguir|continuar) (?:leyendo|lendo)|\b(?:suscríbete|suscríbase|assine|regístrate|inicia sesión) (?:ahora |já |agora )?(?:para|e) (?:seguir|continuar|leer|ler|continue)|\b(?:per|abbonati per|accedi per) (?:continuare a leggere|leggere (?:tutto|l'articolo|il resto|l'intero))|\briservat[oa] agli abbonati|\bcontinua a leggere con|\b(?:exclusivo para|só para|solo para) (?:assinantes|suscriptores)
        \b(?:dit|deze) artikel is (?:alleen |exclusief )?(?:\w+ )?voor (?:\w+ )?(?:abonnees|leden)|\b(?:alleen|exclusief) voor abonnees|\b(?:verder|door|dit artikel) ?lezen\?|\bom (?:dit artikel|verder|door) te (?:kunnen )?lezen|\bword abonnee (?:om|en) .{0,20}lees|\b(?:lees|lezen) (?:verder|dit artikel) met
        \b(?:ten |dalsza część |pełn\w+ |reszta )?(?:artykuł\w*|tekst\w*|treś\w+) (?:\w+ )?(?:jest )?(?:\w+ )?(?:dostępn\w+|przeznaczon\w+|zarezerwowan\w+) (?:\w+ )?(?:tylko |wyłącznie )?dla (?:\w+ )?(?:prenumerator|subskrybent)|\btylko dla (?:prenumerator|subskrybent)|\baby (?:czytać dalej|przeczytać (?:cały|całość))|\bczytaj dalej (?:z|w) (?:prenumerat|subskrypc)|\bpozostało .{0,12}(?:%|procent|artykułu|tekstu)
        (?:статья|материал|текст|продолжение|полный текст)\s?(?:\S+ ){0,3}(?:доступ\w+|открыт\w*) (?:\S+ ){0,2}(?:только )?(?:для |по )?(?:подписчик|подписк|зарегистрир)|только для подписчиков|чтобы (?:читать дальше|прочитать (?:полностью|целиком|статью)|продолжить чтение)|оформите подписку,? чтобы
        (?:この|本)(?:記事|コンテンツ|続き).{0,12}(?:会員限定|有料会員|会員登録|購読者|有料記事)|(?:有料)?会員(?:限定|登録)(?:の記事|して(?:続きを|全文を)|すると続き|で続き)|残り:?[\d,０-９]+文字|続きを読むには|(?:全文|続き)(?:は|を).{0,10}(?:会員|ログイン|登録)
        (?:登录|登入|订阅|訂閱|付费|注册|购买|成为会员|开通会员)(?:后|後|即可|才能|以|可)(?:继续)?(?:阅读|閱讀|查看|解锁)(?:全文|更多|余下|剩余)?|(?:本文|此文|该文|剩余|余下)(?:为|仅|仅限|内容).{0,8}(?:会员|訂閱|订阅|付费)|(?:还有|剩余)\s?\d+ ?[%字]
        (?:هذا|هذه|لقراءة|لمتابعة|للاستمرار في) (?:المقال|المحتوى|القراءة|بقية المقال|قراءة)?.{0,20}(?:للمشتركين|مخصص|اشترك|الاشتراك|سجل)|للمشتركين فقط|(?:برای (?:ادامه|خواندن|مطالعه).{0,30}(?:اشتراک|مشترک|وارد|ثبت ?نام)|ویژه مشترکان|مخصوص مشترکین)
        """,
}
"""Sentences of which one is enough where hardly anything else is said."""

HINTS = {
    "error": r"""
        \bray id\b|^(?:apache|nginx|openresty|litespeed|varnish|microsoft-iis|cloud ?front)\b.{0,30}$|\bserver at \S+ port \d|\b(?:go|return|take me|head|get|got) (?:back )?(?:to )?(?:the |our )?(?:home ?page|home|front page|start)\b|^back to (?:the |our )?(?:home|front|start|safety)|\btry (?:a |another |the |our )?search|\b(?:use|using) the (?:search|menu|navigation)|\btry again (?:later|in|shortly|soon)|\bplease (?:slow down|try again|come back)|\bcheck (?:the|your|that the) (?:url|address|spelling|link)|\bmay (?:also )?(?:have been|be) (?:re?moved|deleted|renamed|changed|temporarily)|\bmistyped|\breference (?:id|number|#)|\bincident (?:id|number)|\brequest id\b|\berror (?:code|id|was|occurred)|\bbroken link|\bwe(?:'re| are) sorry|^(?:oops|whoops|sorry|uh[- ]oh|hmm)\b|\bcontact (?:us|support|the (?:site|web)|our)|\bwhat (?:happened|can i do)\b|^(?:host|browser|working|you|cloud network|error)$|\badditionally, a|\berrordocument|\bthe link you (?:followed|clicked)|\bunfortunately\b|\bapologi[sz]e|\bbad gateway
        \b(?:zurück |zur )+(?:\w+ )?(?:startseite|homepage)|\bversuchen sie es|\b(?:überprüfen|prüfen) sie (?:bitte )?(?:die|ihre) (?:adresse|url|eingabe|schreib)|\bnutzen sie (?:bitte )?(?:die|unsere) (?:suche|suchfunktion|navigation)|\bmöglicherweise wurde|\b(?:leider|hoppla|ups|entschuldigung)\b|\bverschoben|\bspäter (?:erneut|noch)
        \bretour (?:à )?(?:l'|la )?(?:accueil|page d'accueil)|\brevenir à|\bréessayer|\bvérifiez (?:l'|votre|que)|\b(?:oups|désolée?s?|malheureusement)\b|\butilis\w+ (?:le |la |notre )?(?:moteur de )?recherche|\bplus tard
        \bvolver a(?:l)? (?:la )?(?:inicio|portada|página)|\bvoltar (?:para |à |ao )?(?:a )?(?:início|página|home)|\b(?:lo sentimos|vaya|ups|desculpe|ops|lamentamos)\b|\bint[ée]nt\w+ (?:de nuevo|más tarde)|\btente novamente|\b(?:compruebe|verifi(?:que|ca)) (?:la|el|o|a|que|se)|\b(?:utilice|usa|use|utilize) (?:el|o|a|la|nosso|nuestro) (?:buscador|busca|pesquisa|búsqueda)
        \b(?:torna|tornare|ritorna) (?:alla|all'|a) ?(?:home|pagina|homepage)|\bcontrolla (?:l'|che)|\b(?:siamo spiacenti|ops|spiacenti)\b|\briprova|\b(?:terug naar|ga naar) (?:de )?(?:home|start|voor)|\bcontroleer (?:of|het|de)|\b(?:helaas|sorry|oeps)\b|\bprobeer (?:het )?(?:later|opnieuw)|\b(?:wróć|powrót|przejdź) (?:do|na) (?:stron\w+ główn|strony)|\bsprawdź|\b(?:przepraszamy|ups|niestety)\b|\bspróbuj
        (?:вернуться|перейти|вернитесь) на (?:главн|первую)|проверьте (?:правильность|адрес)|попробуйте|(?:извините|к сожалению|ой)\b|воспользуйтесь поиском|возможно,
        (?:トップ|ホーム)(?:ページ)?(?:へ|に)戻る|申し訳|url(?:を|が).{0,12}(?:確認|間違)|しばらく(?:して|経って)|返回(?:首页|主页|上一页|首頁)|抱歉|对不起|很遗憾|请(?:检查|稍后|确认)|(?:العودة|الرجوع) إلى (?:الصفحة )?الرئيسية|عذرا|نأسف|حاول مرة أخرى|(?:بازگشت به|برگشت به) (?:صفحه )?(?:اصلی|خانه)|متأسف|متاسف|لطفا
        """,
    "bot": r"""
        \bray id\b|\breference (?:id|number|#)|\bplease (?:allow up to|wait|stand by|make sure)|\b(?:cookies|java ?script) (?:and \w+ )?(?:is|are) (?:enabled|disabled)|\byour ip\b|\byou are not blocking|\bthis process is automatic|\bwhy (?:did|do|have|was) (?:this|i)\b|\bwhat can i do\b|\bneed help|\benable (?:java ?script|cookies)|\bsupports? (?:java ?script|cookies)|\bwaiting for .{1,40} to respond|\bthis may happen|\bverification successful|\bcontact (?:us|our|the|support)|\bperformance (?:&|and) security by|\bprivacy\W*$|\bbrowser extension|\bdisabled or blocked|\bip address|\bsupport team|\bcaptcha\b
        \bum fortzufahren|\bbitte (?:warten|bestätigen|aktivieren)|\baus ihrem netzwerk|\bpour (?:continuer|accéder)|\bactivez|\bveuillez|\bpara continuar|\bespere|\bper (?:continuare|procedere)|\bom (?:door|verder) te gaan|\baby kontynuować|чтобы продолжить|подождите|続行するには|お待ち|请稍候|继续访问|للمتابعة|يرجى|برای ادامه|لطفا
        """,
    "cookie": r"""
        ^(?:accept|agree|i agree|ok|okay|got it|accept (?:all|and (?:continue|close)|cookies)|allow all|reject|reject all|decline|deny|disagree|more options|manage (?:options|preferences|settings|choices)|options|settings|learn more|read more|customi[sz]e|save (?:settings|preferences|and close)|yes, i agree|continue|close|(?:strictly )?necessary(?: cookies)?|necessary only|functional|analytics|performance|marketing|statistics|preferences|always active|partners|our partners|vendor list|show purposes|purposes|consent)$|\bcookies?\b|\bpersonal data\b|\bprivacy (?:policy|cent)|\bconsent\b|\bpersonali[sz]ed|\bunique identifiers?|\bspam, fraud|\byour (?:browsing|device|settings)|\bopt out|\bassume you're ok|\bour services\b|\b(?:accept|reject|allow|decline|refuse) all\b|\b(?:alle|alles|tout|todo|todas|tutto|tudo) (?:akzeptieren|ablehnen|accepteren|weigeren|accepter|refuser)|\b(?:accepter|refuser|aceptar|rechazar|accetta|rifiuta|aceitar|rejeitar) (?:tout|todo|todas|tutto|tutti|tudo|todos)\b
        ^(?:zustimmen(?: & weiter| und weiter(?:lesen)?)?|(?:alle )?(?:akzeptieren|ablehnen|annehmen|zulassen|erlauben)|akzeptieren und (?:weiter|schließen)|einstellungen|einstellungen verwalten|nur notwendige|notwendige|mehr (?:erfahren|informationen|optionen)|speichern|auswahl (?:speichern|bestätigen)|jetzt .{0,12}abonnieren|anpassen|partner|zwecke)$|\bdatenschutz|\beinwillig|\bwiderruf|\btracking|\bpersonenbezogen|\bihrem gerät|\bbereits (?:pur-)?abonnent|\bprivacy center|\bpur[- ]?abo|\bmonatlich|\bim monat
        ^(?:(?:tout )?(?:accepter|refuser)|j'accepte|je refuse|accepter (?:et (?:continuer|fermer)|tout)|refuser tout|paramétrer|personnaliser|en savoir plus|gérer (?:mes )?(?:choix|préférences|cookies)|continuer|plus d'options|enregistrer)$|\bvie privée|\bconsentement|\bdonnées personnelles|\bfinalités|\bs'abonner
        ^(?:(?:aceptar|rechazar)(?: (?:todo|todas|y (?:continuar|cerrar|suscribirse)|cookies))?|configurar(?: cookies)?|configuración|más (?:información|opciones)|gestionar (?:opciones|cookies)|personalizar|(?:aceitar|rejeitar|recusar)(?: (?:tudo|todos|e (?:continuar|fechar)))?|aceito|não aceito|mais (?:opções|informações)|definições|configurações|concordo|não concordo)$|\bprivacidad|\bconsentimient|\bprivacidade|\bconsentimento|\bdatos personales|\bdados pessoais|\bsocios\b|\bparceiros\b|\bsuscribirse
        ^(?:(?:accetta|rifiuta)(?: (?:tutto|tutti|e (?:continua|chiudi|abbonati)))?|accetto|rifiuto|personalizza|impostazioni|scopri di più(?: e personalizza)?|gestisci (?:opzioni|preferenze|cookie)|continua senza accettare)$|\bconsenso|\bdati personali|\babbonandoti|^(?:akkoord|(?:alles )?(?:accepteren|weigeren)|accepteer(?: alles| alle cookies)?|weiger(?: alles)?|instellingen(?: aanpassen| beheren| wijzigen)?|meer (?:informatie|opties)|cookiebeleid|ik ga akkoord|voorkeuren)$|\btoestemming|\bpersoonsgegevens|\bprivacybeleid
        ^(?:akceptuję(?: (?:i przechodzę do serwisu|wszystkie|wszystko))?|zgadzam się|(?:odrzuć|zaakceptuj)(?: wszystk\w+)?|ustawienia(?: zaawansowane)?|więcej (?:opcji|informacji)|przejdź do serwisu|nie zgadzam się)$|\bdanych osobowych|\bprywatnoś|\bzgod[aęy]\b|^(?:принять(?: все)?|согласен|согласна|соглашаюсь|отклонить(?: все)?|настройки|настроить|подробнее|хорошо|понятно)$|персональн\w+ данн|конфиденциальност
        ^(?:同意する|すべて(?:同意|許可|受け入れ)(?:する|る)?|拒否(?:する)?|設定(?:を変更|を管理)?|詳細(?:設定)?|プライバシーポリシー|許可する|同意しない)$|cookie|クッキー|個人(?:データ|情報)|^(?:同意|接受(?:所有|全部)?|全部接受|拒绝(?:所有|全部)?|全部拒绝|设置|了解更多|管理(?:选项|偏好)|不同意|接受并继续)$|隐私|个人(?:信息|数据)|^(?:موافق|قبول(?: الكل)?|أوافق|رفض(?: الكل)?|الإعدادات|إعدادات|المزيد|اعرف المزيد)$|الخصوصية|الموافقة|البيانات الشخصية|^(?:قبول|پذیرش(?: همه)?|می‌?پذیرم|رد(?: همه)?|تنظیمات|بیشتر بدانید|موافقم)$|حریم خصوصی|کوکی
        """,
    "javascript": r"""
        \bjava ?script\b|جافا ?سكريبت|جاوا ?اسکریپت|\bsupported browser|\bbrowser\b|\breload\b|\brefresh the page|\bad ?blocker|\bnavigateur\b|\bnavegador\b|\bнавигатор|браузер|ブラウザ|浏览器|المتصفح|مرورگر|^loading|^please wait|^(?:wird geladen|chargement|cargando|caricamento|carregando|laden|ładowanie|загрузка|読み込み中|加载中|正在加载)
        """,
    "browser": r"""
        \bbrowsers?\b|\b(?:chrome|firefox|safari|edge|opera|internet explorer)\b|\bnavigateur\b|\bnavegador\b|браузер|ブラウザ|浏览器
        """,
    "paywall": r"""
        \balready (?:a |have a )?(?:subscri|member|registered|have)|\bcancel (?:at )?any ?time|\bsubscription options|\b(?:subscribe|sign in|log in|sign up|register)(?: now| here| today)?$|\bunlimited (?:digital )?access|\bfree trial|\b(?:£|\$|€) ?\d|\d ?(?:€|£|\$|eur|euro|zł|руб|円|元)|\bper (?:week|month)|\ba (?:week|month)\b|\bsubscriber|\bsubscription|^(?:sign|log) ?in$|^subscribe|\bpremium\b|\bfull access|\bnot ready to subscribe
        \bbereits (?:ein |einen )?(?:abo|abonnent|registriert|kunde|zugang)|\bbereits ein abo|\b(?:jetzt|hier) (?:\w+ )?(?:testen|abonnieren|anmelden|registrieren|bestellen|einloggen)|\bmonat\w* (?:für|kostenlos|gratis)|\babo\b|\babonne|\bjederzeit kündbar|\bprobe(?:monat|abo)
        \bdéjà abonn|\bs'abonner|\bse connecter|\bidentifiez-vous|\babonnez-vous|\bsans engagement|\bya (?:eres|es) (?:suscriptor|socio)|\bsuscrí|\binicia(?:r)? sesión|\bjá é (?:assinante|cliente)|\bassin(?:e|ar)|\bentrar$|\bfa(?:ça|zer) login|\bsei già (?:abbonato|registrato)|\babbonati|\baccedi|\bal (?:abonnee|lid)\b|\bword abonnee|\binloggen|\blog in|\bmasz już|\bzaloguj|\bprenumerat|\bsubskry
        (?:уже )?подписк|подписчик|войти|войдите|ログイン|会員|登録|購読|登录|登入|订阅|会员|تسجيل الدخول|اشتراك|اشترك|ورود|اشتراک
        """,
}
"""Sentences and lines that stand beside those, and would say little alone."""

MORE = frozenset(
    """
    read more|more|read on|continue reading|keep reading|full story|read the full story|view post|read article
    |weiterlesen|mehr|mehr lesen|mehr erfahren|lesen sie mehr|zum artikel|artikel lesen|weiter
    |lire la suite|lire plus|lire l'article|voir plus|en savoir plus|leer más|seguir leyendo|ver más|más información|leer artículo
    |leggi tutto|leggi di più|continua a leggere|continua|ler mais|leia mais|continue lendo|saiba mais
    |lees meer|lees verder|verder lezen|meer lezen|czytaj więcej|czytaj dalej|więcej|читать далее|читать полностью|подробнее|далее
    |続きを読む|もっと見る|記事を読む|阅读更多|阅读全文|查看更多|閱讀更多|更多|全文|اقرأ المزيد|المزيد|اقرأ أيضا|ادامه مطلب|بیشتر بخوانید|ادامه|بیشتر
    """.replace("\n", "").replace("    ", "").strip().split("|")
)  # fmt: skip
"""Lines under a teaser, without the signs at their ends."""

AGO = r"""
    ^(?:posted |published |updated |by \S+ ?(?:\S+ )?[·|,•-]? ?)?(?:about |vor |il y a |hace |há |około )?(?:an?|one|\d{1,3}|ein(?:er|em)?) ?(?:m|h|d|min|mins|minutes?|hours?|hrs?|days?|weeks?|months?|minuten?|stunden?|tage?n?|std|heures?|jours?|minutos?|horas?|días?|dias?|minuti|ore|ora|giorni|giorno|uur|dagen|dag|minut\w*|godzin\w*|dni|dzień|минут\w*|час\w*|дн\w+|день)\.?(?: (?:ago|fa|geleden|temu|назад|atrás))?(?: [·|•,].*)?$
    ^\d+ ?(?:分|時間|日|小时|小時|分钟|分鐘|天)(?:前|之前)$|^(?:قبل|منذ|پیش) .{1,15}$|^.{1,15} پیش$|^(?:today|yesterday|heute|gestern|hier|aujourd'hui|hoy|ayer|oggi|ieri|hoje|ontem|vandaag|gisteren|dziś|wczoraj|сегодня|вчера)[, ]*(?:\d{1,2}[:.]\d\d)?$
    """
"""A line that says how long ago something was published."""

PAGING = r"""
    ^(?:older|newer) (?:posts|entries|articles)$|^(?:next|previous) page$|^page \d+ of \d+$|^load more(?: \w+)?$|^(?:show|view|see) more (?:posts|articles|stories|news)$|^(?:mehr (?:laden|anzeigen)|ältere (?:beiträge|artikel)|nächste seite|seite \d+ von \d+)$|^(?:page suivante|articles? (?:plus anciens|précédents)|charger plus|page \d+ sur \d+|voir plus d'articles)$|^(?:página siguiente|entradas (?:antiguas|anteriores)|cargar más|página \d+ de \d+|próxima página|carregar mais|mais antigas)$|^(?:pagina successiva|articoli (?:meno recenti|precedenti)|carica altri?|pagina \d+ (?:di|van) \d+|volgende pagina|oudere berichten|meer laden|następna strona|starsze wpisy|załaduj więcej|strona \d+ z \d+)$|^(?:следующая(?: страница)?|показать ещё|показать еще|загрузить ещё|次のページ|もっと見る|下一页|加载更多|下一頁|الصفحة التالية|تحميل المزيد|صفحه بعد|بعدی)$|^(?:\d+ ){2,}(?:… ?|\.\.\. ?)?(?:\d+ ?)*(?:next|weiter|suivant|siguiente)?\W*$|^(?:category|tag|author|monthly|daily) archives?\b|^(?:category|tag|archive|archives|kategorie|schlagwort|catégorie|categoría|categoria|archief|archiv|kategoria|рубрика|архив)\s?: .{1,40}$|^(?:all|latest|recent|newest) (?:posts|articles|news|stories|headlines)$|^(?:tous les|derniers) articles$|^(?:alle|neueste|aktuelle) (?:artikel|beiträge|meldungen|nachrichten)$
    """
"""A line that leads to more of a list, or says that there is one."""
