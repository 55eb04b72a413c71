"""The small words that hold sentences together: common in prose, rare in menus."""
# ruff: noqa: RUF001 — letters and marks of other scripts, as pages write them

_BY_LANGUAGE = (
    # English
    "the of and to in a is that for it as was with be by on not he his but at are this have from"
    " or had an they which you were their one all we can her has there been if more when will"
    " would who so no she its them than up out do what about into could some said my me your our"
    " him because after before over just like also only how where while after",
    # German
    "der die das und in zu den mit von für auf ist im dem nicht ein eine als auch es an werden aus"
    " er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben"
    " nur oder aber vor zur bis mehr durch man sein wurde sei ich wir ihr wenn was seine",
    # French
    "le la les de des du et à un une en est que qui dans pour pas sur au par plus ne ce il se sont"
    " avec son sa ses aux mais ou où cette ces été nous vous ils elle leur être comme fait même"
    " tout on ont était sans entre après d'une qu'il c'est n'est",
    # Spanish
    "el los las del y que se por con para una su no al lo como más o pero sus ha este sí porque"
    " esta entre cuando muy sin sobre también me hasta hay donde desde todo nos durante uno ni"
    " contra ese eso fue son está era ser han",
    # Italian
    "il lo gli di del della dei delle che non per con si una è sono nel nella alla al dal dalla"
    " più anche come ma ha ho questo questa stato essere loro suo sua tra fra dopo ci cui hanno"
    " sul sulla degli agli",
    # Portuguese
    "o os as do da dos das em no na nos nas um uma com não por mais para ao à que se foi ou ele"
    " ela seu sua são como mas também já pelo pela até isso quando muito há",
    # Dutch
    "het een van en dat op te zijn voor met die niet aan er om ook als bij maar uit dan door naar"
    " heeft werd nog over wordt hij ze zich deze hebben meer kan wat geen",
    # Swedish, Danish, Norwegian
    "och att det som på är av för med den till inte har de jag ett om men var så han hon nu ska at"
    " og er til af ikke fra vi kan eller også være blev har hun sig",
    # Polish, Czech
    "i w na z się do nie że jest od o jak po ale za przez przy dla tym są był było tego co ze być"
    " a v se na je že s z do o k i jako za by však byl pro které tak od jsou ve",
    # Russian, Ukrainian, Bulgarian
    "и в не на что с он как по это из у к за от а о но его так для же то все было бы мы вы они"
    " если или который при до был была я є та що як це від про й та до із він вона се да са със",
    # Arabic, Persian
    "في من على إلى أن هذا التي عن مع ما لا كان هذه الذي كما بعد قد بين لم كل قبل أو ثم و به"
    " که از به در را این است با برای آن هم می شد بود خود یک تا",
    # Hebrew
    "של את על לא הוא זה עם כי גם אל או היא אני יש כל אם רק היה כך אך מה",
    # Hindi
    "के में की है से को का और पर ने यह भी नहीं कि हैं था एक इस कर हो गया लिए",
    # Greek, Turkish, Indonesian
    "και το η να του της τα ο με για που στο οι την τον από θα είναι στην σε ότι δεν"
    " ve bir bu için da de ile çok olan olarak daha gibi kadar ama ne en o var"
    " yang dan di untuk dengan pada ini itu dari dalam tidak akan oleh juga adalah ke",
)

STOPWORDS = frozenset(word for words in _BY_LANGUAGE for word in words.split())
"""Case-folded; of about twenty languages."""
