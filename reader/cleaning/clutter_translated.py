"""More words that are clutter as a whole line, or begin one: languages the nets hardly learned.

Polish, Czech, Ukrainian, Russian, Swedish, Danish, Norwegian, Finnish, Turkish, Arabic, Persian,
Bengali, Hindi, Chinese, Japanese and Korean, in the form of clutter_words and clutter_phrases.
"""
# ruff: noqa: RUF001, E501 — letters of other scripts, as pages write them

WHOLE = {
    "menu": """
        strona główna|aktualności|wiadomości|polityka|gospodarka|społeczeństwo|kultura|nauka|zdrowie
        |technologia|opinie|kontakt|o nas|szukaj|wyszukaj|pomoc|mapa strony|przejdź do treści|do góry
        |powrót na górę|następny|poprzedni|więcej|pokaż więcej|zobacz więcej|zobacz wszystkie|zamknij
        |domů|úvod|zprávy|zpravodajství|ekonomika|kultura a umění|hledat|kontakty|o nás|další|předchozí
        |zobrazit více|přejít k obsahu|головна|новини|політика|економіка|суспільство|пошук|про нас
        |читати далі|происшествия|наука|технологии|мнения|в мире|россия|помощь|карта сайта|наверх
        |показать ещё|показать еще|далее|назад|вперёд|все новости|лента новостей|архив|обратная связь
        |hem|nyheter|ekonomi|kultur|åsikter|sök|kontakta oss|om oss|visa mer|visa fler|till innehållet
        |hoppa till innehåll|hoppa till huvudinnehåll|tillbaka till toppen|forside|nyheder|økonomi
        |kontakt os|søg|gå til indhold|nyhetene|hopp til innhold|om oss og kontakt|etusivu|uutiset
        |talous|kulttuuri|urheilu|haku|hae|yhteystiedot|ota yhteyttä|tietoa meistä|siirry sisältöön
        |näytä lisää|seuraava|edellinen|ana sayfa|anasayfa|haberler|gündem|ekonomi haberleri|spor
        |kültür sanat|ara|iletişim|hakkımızda|içeriğe geç|devamı|daha fazla|الصفحة الرئيسية|الأخبار
        |سياسة|اقتصاد|رياضة|ثقافة|منوعات|مجتمع|تكنولوجيا|صحة|آراء|فيديو|صور|البحث|القائمة|اتصل بنا هنا
        |تخطي إلى المحتوى|انتقل إلى المحتوى|المزيد|عرض المزيد|التالي|السابق|العودة إلى الأعلى|خريطة الموقع
        |صفحه اصلی|صفحه نخست|سیاسی|اقتصادی|اجتماعی|فرهنگی|ورزشی|بین الملل|علمی|جستجو|جست‌وجو
        |آرشیو|پیوندها|نقشه سایت|پرش به محتوا|پرش به محتوای اصلی|بیشتر|ادامه|بازگشت به بالا|بعدی|قبلی|درباره ی ما
        |হোম|প্রচ্ছদ|প্রথম পাতা|সর্বশেষ|জাতীয়|রাজনীতি|অর্থনীতি|আন্তর্জাতিক|সারাদেশ|সারা দেশ|খেলা|খেলাধুলা|বিনোদন
        |মতামত|শিক্ষা|স্বাস্থ্য|প্রযুক্তি|ভিডিও|ছবি|যোগাযোগ|আমাদের সম্পর্কে|অনুসন্ধান|খুঁজুন|মেনু|আরও|আরো|আরও দেখুন
        |ই-পেপার|আর্কাইভ|মূল বিষয়বস্তুতে যান|উপরে যান|होम|मुख्य पृष्ठ|समाचार|राजनीति|खेल|मनोरंजन|संपर्क करें|हमारे बारे में|खोजें
        |और पढ़ें|और देखें|主页|首頁|新聞|要闻|国内|国际|國際|社会|社會|财经|財經|体育|體育|娱乐|娛樂|科技|文化|视频|影音|图片|搜尋
        |關於我們|聯絡我們|网站地图|網站地圖|返回顶部|回到顶部|回頂端|回首页|更多|查看更多|下一页|下一頁|上一页|上一頁|跳到主要內容|跳至内容
        |国際|政治|経済|スポーツ|エンタメ|地域|暮らし|新着|新着記事|一覧|もっと見る|続きを読む|次へ|前へ|戻る|ページトップへ|ページの先頭へ
        |トップへ戻る|本文へスキップ|コンテンツへスキップ|サイトマップ|サイト内検索|홈|뉴스|정치|경제|사회|문화|스포츠
        |검색|메뉴|더보기|맨 위로|본문 바로가기|회사소개|사이트맵
        """,
    "share bar": """
        udostępnij|udostępnij artykuł|podziel się|drukuj|wyślij|wyślij znajomemu|kopiuj link|skopiuj link
        |zapisz|zapisz na później|polub|lubię to|sdílet|tisk|vytisknout|odeslat|kopírovat odkaz
        |поділитися|поширити|поделиться ссылкой|скопировать ссылку|сохранить|отправить|нравится
        |версия для печати|в закладки|dela|dela artikeln|skriv ut|kopiera länk|tipsa|spara|del|del artikel
        |kopier link|udskriv|del saken|kopier lenke|jaa|jaa artikkeli|tulosta|kopioi linkki|tallenna
        |paylaş|yazdır|kaydet|bağlantıyı kopyala|شارك المقال|مشاركة عبر|انشر|نسخ الرابط|حفظ|أرسل|إرسال|استمع
        |به اشتراک بگذارید|همرسانی|چاپ|نسخه چاپی|ذخیره|ارسال|کپی لینک|کپی پیوند|لینک کوتاه|پسندیدم
        |শেয়ার|শেয়ার করুন|প্রিন্ট|প্রিন্ট করুন|লিংক কপি করুন|কপি লিংক|সংরক্ষণ|শুনুন|शेयर करें|साझा करें|प्रिंट
        |转发|转载|收藏|点赞|复制链接|複製連結|列印|微信|微博|朋友圈|扫一扫|分享给好友|分享至|赞|讚
        |シェアする|ポスト|いいね|保存|保存する|印刷する|コピー|リンクをコピー|はてなブックマーク|はてブ|あとで読む|noteで書く
        |공유|공유하기|인쇄|스크랩|링크 복사|좋아요|카카오톡
        """,
    "comment form": """
        komentarze|dodaj komentarz|skomentuj|napisz komentarz|brak komentarzy|odpowiedz|komentáře
        |přidat komentář|diskuse|коментарі|залишити коментар|комментарии|комментировать|оставить комментарий
        |написать комментарий|добавить комментарий|нет комментариев|ответить|обсудить|обсуждение
        |kommentera|lämna en kommentar|kommentarer|svara|skriv en kommentar|kommentit|kommentoi
        |jätä kommentti|vastaa|yorumlar|yorum yap|yorum yaz|cevapla|تعليقات|التعليقات|أضف تعليق|أضف تعليقا
        |اترك تعليقا|اكتب تعليقا|لا توجد تعليقات|نظرات|نظر شما|ارسال نظر|دیدگاه‌ها|دیدگاهتان را بنویسید|پاسخ
        |ثبت دیدگاه|মন্তব্য|মন্তব্য করুন|আপনার মন্তব্য|মন্তব্য লিখুন|জবাব দিন|टिप्पणी करें|टिप्पणियाँ
        |评论|发表评论|写评论|全部评论|暂无评论|网友评论|回复|評論|發表評論|留言|我要留言|回覆|コメント|コメントする|コメントを書く
        |コメントを投稿|返信|댓글|댓글 쓰기|댓글쓰기|답글
        """,
    "related list": """
        czytaj także|czytaj też|czytaj również|czytaj więcej|czytaj dalej|zobacz także|zobacz również
        |zobacz też|przeczytaj także|przeczytaj również|powiązane artykuły|podobne artykuły|polecane
        |polecamy|najczęściej czytane|najpopularniejsze|popularne|ostatnie wpisy|najnowsze|najnowsze artykuły
        |čtěte také|čtěte dále|související články|nejčtenější|mohlo by vás zajímat|doporučujeme
        |читайте також|схожі матеріали|популярне|читайте также|читать также|читать далее|по теме|похожие
        |похожие статьи|похожие записи|другие новости|самое читаемое|популярное|рекомендуем|материалы по теме
        |главные новости|последние новости|ещё по теме|läs också|läs även|läs mer|relaterade artiklar|mest läst
        |mest lästa|senaste nytt|læs også|læs mere|relaterede artikler|mest læste|les også|les mer|mest lest
        |lue myös|lue lisää|lue aiheesta lisää|luetuimmat|uusimmat|suosituimmat|aiheeseen liittyvää
        |ilgili haberler|benzer yazılar|en çok okunanlar|son haberler|bunlar da ilginizi çekebilir
        |اقرأ أيضا|إقرأ أيضا|اقرأ المزيد|مواضيع ذات صلة|مقالات ذات صلة|أخبار ذات صلة|الأكثر قراءة|الأكثر مشاهدة
        |آخر الأخبار|قد يعجبك أيضا|شاهد أيضا|مطالب مرتبط|اخبار مرتبط|بیشتر بخوانید|ادامه مطلب|پربازدیدها
        |پربازدیدترین|پربیننده‌ترین|آخرین اخبار|آخرین خبرها|پیشنهاد ما|مطالب پیشنهادی|همچنین بخوانید
        |আরও পড়ুন|আরো পড়ুন|সম্পর্কিত|সম্পর্কিত খবর|সর্বাধিক পঠিত|জনপ্রিয়|সর্বশেষ সংবাদ|এ সম্পর্কিত আরও খবর
        |यह भी पढ़ें|संबंधित खबरें|相关阅读|相关文章|相关新闻|相關文章|相關新聞|延伸阅读|延伸閱讀|推荐阅读|推薦閱讀|热门文章|熱門文章
        |热门推荐|猜你喜欢|为您推荐|大家都在看|最新文章|阅读更多|閱讀更多|热点|排行榜|上一篇|下一篇|関連記事|関連リンク|関連ニュース
        |おすすめ記事|おすすめ|人気記事|人気記事ランキング|ランキング|アクセスランキング|最新記事|最新ニュース|あわせて読みたい
        |あなたにおすすめの記事|この記事を読んだ人はこんな記事も読んでいます|次の記事|前の記事|注目記事|ピックアップ
        |관련기사|관련 기사|많이 본 뉴스|인기기사|추천기사|최신기사
        """,
    "newsletter box": """
        zapisz się|zapisz się na newsletter|subskrybuj|zapisz mnie|odebírat|подписаться|подпишитесь
        |підписатися|prenumerera|tilmeld|tilaa uutiskirje|tilaa|abone ol|اشترك|اشترك الآن|اشترك في النشرة البريدية
        |النشرة البريدية|عضویت در خبرنامه|خبرنامه|اشتراک|সাবস্ক্রাইব|সাবস্ক্রাইব করুন|নিউজলেটার|订阅|訂閱|訂閱電子報
        |メルマガ登録|購読する|メールマガジン|구독|구독하기
        """,
    "sign-in box": """
        zaloguj|zaloguj się|zarejestruj się|logowanie|rejestracja|wyloguj|přihlásit se|přihlásit
        |registrovat|увійти|войти|вход|регистрация|зарегистрироваться|войти регистрация|выйти|logga in
        |skapa konto|registrera dig|log ind|logg inn|opret konto|kirjaudu|kirjaudu sisään|rekisteröidy
        |luo tunnus|giriş yap|üye ol|تسجيل الدخول|تسجيل|إنشاء حساب|دخول|ورود|ثبت نام|ورود / ثبت نام|عضویت
        |লগইন|লগ ইন|নিবন্ধন|সাইন ইন|लॉग इन|登录|登陆|注册|登录注册|登入|註冊|会员登录|ログイン|新規登録|新規会員登録|로그인|회원가입
        """,
    "cookie notice": """
        akceptuję|akceptuj wszystkie|zaakceptuj|odrzuć|odrzuć wszystkie|ustawienia plików cookie|přijmout vše
        |souhlasím|принять|принять все|согласен|принять и закрыть|acceptera alla|godkänn alla|accepter alle
        |godta alle|hyväksy|hyväksy kaikki|kabul et|tümünü kabul et|أوافق|قبول|قبول الكل|موافق|موافقم|قبول میکنم
        |متوجه شدم|সম্মত|গ্রহণ করুন|接受|全部接受|我同意|同意|同意する|すべて受け入れる|동의
        """,
    "legal notice": """
        polityka prywatności|regulamin|polityka cookies|zasady korzystania|ochrana osobních údajů|podmínky použití
        |політика конфіденційності|политика конфиденциальности|пользовательское соглашение|правила сайта
        |integritetspolicy|användarvillkor|privatlivspolitik|personvern|tietosuoja|tietosuojaseloste|käyttöehdot
        |gizlilik politikası|kullanım koşulları|سياسة الخصوصية|شروط الاستخدام|الشروط والأحكام|حریم خصوصی|قوانین و مقررات
        |শর্তাবলি|শর্তাবলী|গোপনীয়তা নীতি|নীতিমালা|गोपनीयता नीति|隐私政策|隱私權政策|隐私声明|使用条款|服务条款|服務條款|免责声明|版权声明
        |プライバシーポリシー|利用規約|個人情報保護方針|著作権について|特定商取引法に基づく表記|개인정보처리방침|이용약관
        """,
    "advertisement": """
        reklama|artykuł sponsorowany|materiał partnera|реклама|на правах рекламы|партнёрский материал|annons
        |annonce|annonse|mainos|reklam|إعلان|إعلانات|آگهی|تبلیغات|বিজ্ঞাপন|विज्ञापन|广告|廣告|赞助|广告合作|広告|スポンサーリンク|광고
        """,
    "follow links": """
        obserwuj nas|śledź nas|znajdź nas na facebooku|sledujte nás|підписуйтесь на нас|подписывайтесь на нас
        |мы в социальных сетях|följ oss|følg os|følg oss|seuraa meitä|bizi takip edin|تابعنا|تابعنا على|ما را دنبال کنید
        |আমাদের ফলো করুন|অনুসরণ করুন|关注|关注公众号|微信公众号|追蹤我們|粉絲專頁|公式アカウント|フォロー|팔로우
        """,
    "empty tag line": """
        tagi|tematy|štítky|теги|темы|taggar|ämnen|asiasanat|aiheet|etiketler|الوسوم|كلمات مفتاحية|برچسب‌ها|برچسب ها
        |কীওয়ার্ড|ট্যাগ|বিষয়|标签|標籤|关键词|キーワード|タグ|태그
        """,
}

STARTS = {
    "tag line": """
        tagi|tematy|słowa kluczowe|kategorie|kategoria|štítky|témata|теги|темы|ключевые слова
        |ключові слова|рубрики|temas|etiquetas|thèmes|argomenti|temi|tópicos|assuntos|onderwerpen
        |taggar|ämnen|emner|asiasanat|aiheet|avainsanat|etiketler|konular|الوسوم|كلمات مفتاحية|التصنيفات|برچسب
        |برچسب‌ها|کلیدواژه‌ها|ট্যাগ|বিষয়|কীওয়ার্ড|标签|标签|關鍵字|关键词|標籤|キーワード|カテゴリ|태그
        """,
    "share bar": """
        udostępnij na|podziel się na|sdílet na|поделиться с|поділитися в|dela på|del på|jaa facebookissa
        |مشاركة على|شارك على|اشتراک در
        """,
    "related list": """
        czytaj także|czytaj też|czytaj również|zobacz także|zobacz również|przeczytaj także
        |čtěte také|читайте також|читайте также|смотрите также|по теме|läs också|läs även|läs mer om
        |læs også|les også|lue myös|lue lisää|ayrıca bakınız|اقرأ أيضا|إقرأ أيضا|اقرأ المزيد|شاهد أيضا
        |بیشتر بخوانید|همچنین بخوانید|در همین زمینه|আরও পড়ুন|আরো পড়ুন|यह भी पढ़ें|相关阅读|延伸阅读|延伸閱讀|関連記事
        """,
    "newsletter box": """
        zapisz się na|подпишитесь на|підпишіться на|prenumerera på|tilaa uutiskirje|اشترك في|در خبرنامه
        """,
    "comment form": """
        dodaj komentarz|оставить комментарий|залишити коментар|lämna en kommentar|jätä kommentti|أضف تعليق
        """,
    "cookie notice": """
        ta strona używa|ta strona korzysta|nasza strona używa|używamy plików cookie|tento web používá|этот сайт использует
        |мы используем cookie|мы используем файлы|цей сайт використовує|vi använder cookies|vi bruger cookies
        |vi bruker informasjonskapsler|käytämme evästeitä|bu site çerez|يستخدم هذا الموقع|نستخدم ملفات تعريف
        """,
}
