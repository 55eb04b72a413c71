"""The names of months, days and eras in the languages most scraped pages are written in."""
# ruff: noqa: RUF001, E501 — letters and marks of other scripts, as pages write them

_MONTHS = """
jan january januar janvier janv enero ene gennaio genn gen januari janeiro jän jänner stycznia styczeń sty ledna leden січня січ января янв январь يناير كانون_الثاني جانفي ژانویه جنوری जनवरी জানুয়ারি জানুয়ারী জানুয়ারি জানুয়ারী ocak oca ינואר בינואר tammikuuta tammikuu január jan ianuarie ιανουαρίου ιανουάριος tháng_1 tháng_một มกราคม januarie
feb february februar février fevrier févr fév febrero febbraio febbr februari fevereiro fev lutego luty lut února únor лютого лют февраля фев февр февраль فبراير شباط فيفري فوریه فروری फरवरी ফেব্রুয়ারি ফেব্রুয়ারী ফেব্রুয়ারি ফেব্রুয়ারী şubat subat şub פברואר בפברואר helmikuuta helmikuu február februarie φεβρουαρίου φεβρουάριος tháng_2 tháng_hai กุมภาพันธ์ pebruari
mar march märz mrz mär mars marzo maart mrt março marco marca marzec března březen березня бер марта мар март مارس آذار مارچ मार्च মার্চ mart מרץ במרץ maaliskuuta maaliskuu március márc martie μαρτίου μάρτιος tháng_3 tháng_ba มีนาคม maret
apr april avril avr abril abr aprile kwietnia kwiecień kwi dubna duben квітня кві апреля апр апрель أبريل إبريل ابريل نيسان أفريل آوریل اپریل अप्रैल এপ্রিল nisan nis אפריל באפריל huhtikuuta huhtikuu április ápr aprilie απριλίου απρίλιος tháng_4 tháng_tư เมษายน
may mai mayo maggio magg mag mei maio maj maja května květen травня тра мая май مايو أيار ماي مه مئی मई মে mayıs mayis may מאי במאי toukokuuta toukokuu május máj μαΐου μάιος tháng_5 tháng_năm พฤษภาคม
jun june juni juin junio giugno giu junho czerwca czerwiec cze června červen червня чер июня июн июнь يونيو حزيران جوان ژوئن جون जून জুন haziran haz יוני ביוני kesäkuuta kesäkuu június jún iunie ιουνίου ιούνιος tháng_6 tháng_sáu มิถุนายน
jul july juli juillet juil julio luglio lug julho lipca lipiec lip července červenec липня лип июля июл июль يوليو تموز جويلية ژوئیه جولائی जुलाई জুলাই temmuz tem יולי ביולי heinäkuuta heinäkuu július júl iulie ιουλίου ιούλιος tháng_7 tháng_bảy กรกฎาคม
aug august août aout agosto ago augustus sierpnia sierpień sie srpna srpen серпня сер августа авг август أغسطس اغسطس آب أوت اوت اگست अगस्त আগস্ট ağustos ağu augusti אוגוסט באוגוסט elokuuta elokuu augusztus aug αυγούστου αύγουστος tháng_8 tháng_tám สิงหาคม agustus
sep september sept septembre septiembre setiembre settembre sett set setembro września wrzesień wrz září вересня вер сентября сен сент сентябрь سبتمبر أيلول سپتامبر ستمبر सितंबर सितम्बर সেপ্টেম্বর eylül eyl ספטמבר בספטמבר syyskuuta syyskuu szeptember szept septembrie σεπτεμβρίου σεπτέμβριος tháng_9 tháng_chín กันยายน
oct october okt oktober octobre octubre ottobre ott outubro out października październik paź října říjen жовтня жов октября окт октябрь أكتوبر اكتوبر تشرين_الأول اکتبر اکتوبر अक्टूबर অক্টোবর ekim eki אוקטובר באוקטובר lokakuuta lokakuu október octombrie οκτωβρίου οκτώβριος tháng_10 tháng_mười ตุลาคม
nov november novembre noviembre novembro listopada listopad lis listopadu листопада лис ноября ноя нояб ноябрь نوفمبر تشرين_الثاني نوامبر نومبر नवंबर नवम्बर নভেম্বর kasım kasim kas נובמבר בנובמבר marraskuuta marraskuu noiembrie νοεμβρίου νοέμβριος tháng_11 tháng_mười_một พฤศจิกายน nopember
dec december dez dezember décembre decembre déc diciembre dic dicembre dezembro grudnia grudzień gru prosince prosinec грудня гру декабря дек декабрь ديسمبر كانون_الأول دسامبر دسمبر दिसंबर दिसम्बर ডিসেম্বর aralık aralik ara דצמבר בדצמבר joulukuuta joulukuu decembrie δεκεμβρίου δεκέμβριος tháng_12 tháng_mười_hai ธันวาคม desember des
"""
_JALALI = """
فروردین
اردیبهشت
خرداد
تیر
مرداد امرداد
شهریور
مهر
آبان
آذر
دی
بهمن
اسفند
"""
_HIJRI = """
محرم المحرم
صفر
ربيع_الأول ربيع_أول ربیع_الاول
ربيع_الآخر ربيع_الثاني ربیع_الثانی
جمادى_الأولى جمادى_الأول جمادی_الاول
جمادى_الآخرة جمادى_الثانية جمادی_الثانی
رجب
شعبان
رمضان
شوال
ذو_القعدة ذي_القعدة ذوالقعدة ذیقعده
ذو_الحجة ذي_الحجة ذوالحجة ذیحجه
"""


def _numbered(names: str) -> dict[str, int]:
    return {
        name.replace("_", " "): number
        for number, line in enumerate(names.strip().splitlines(), 1)
        for name in line.split()
    }


MONTHS = _numbered(_MONTHS)
"""From a lower-case name or its usual short form, without a point, to 1 to 12."""
JALALI_MONTHS = _numbered(_JALALI)
"""Of the solar calendar of Iran, 1 to 12."""
HIJRI_MONTHS = _numbered(_HIJRI)
"""Of the lunar calendar of Islam, 1 to 12."""
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}
"""Of Japan: the year before each one's first."""

_WEEKDAYS_WORDS = """
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat
sun montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles miercoles jueves
viernes sábado sabado domingo lunedì lunedi martedì martedi mercoledì mercoledi giovedì giovedi
venerdì venerdi sabato domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag segunda
terça quarta quinta sexta segunda-feira terça-feira quarta-feira quinta-feira sexta-feira feira
måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag понедельник вторник
среда четверг пятница суббота воскресенье понеділок вівторок середа четвер п’ятниця субота неділя
poniedziałek wtorek środa czwartek piątek sobota niedziela pondělí úterý středa čtvrtek pátek
neděle pazartesi salı çarşamba perşembe cuma cumartesi pazar hétfő kedd szerda csütörtök péntek
szombat vasárnap maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai senin selasa
rabu kamis jumat sabtu minggu 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 星期一 星期二 星期三
星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日 월요일 화요일 수요일 목요일 금요일
토요일 일요일 الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت الأحد الاحد دوشنبه
سه‌شنبه سهشنبه چهارشنبه پنجشنبه پنج‌شنبه جمعه شنبه یکشنبه یک‌شنبه সোমবার মঙ্গলবার বুধবার
বৃহস্পতিবার শুক্রবার শনিবার রবিবার রোববার सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार
"""
WEEKDAYS = frozenset(_WEEKDAYS_WORDS.split())
"""Lower-case, without a point."""
