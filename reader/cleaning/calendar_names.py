"""The names of months and days in the languages most scraped pages are written in."""
# ruff: noqa: RUF001, E501 — letters and marks of other scripts, as pages write them

_MONTHS = """
jan january januar janvier enero ene gennaio gen januari janeiro januari stycznia ledna січня января يناير ژانویه जनवरी ocak ינואר בינואר
feb february februar février fevrier févr fév febrero febbraio februari fevereiro fev lutego února лютого февраля فبراير فوریه फरवरी şubat פברואר בפברואר
mar march märz mrz mär mars marzo maart mrt março marco marca března березня марта مارس مارس मार्च mart מרץ במרץ
apr april avril avr abril abr aprile kwietnia dubna квітня апреля أبريل آوریل अप्रैल nisan אפריל באפריל
may mai mayo maggio mag mei maio maj maja května травня мая مايو مه मई mayıs מאי במאי
jun june juni juin junio giugno giu junho czerwca června червня июня يونيو ژوئن जून haziran יוני ביוני
jul july juli juillet juil julio luglio lug julho lipca července липня июля يوليو ژوئیه जुलाई temmuz יולי ביולי
aug august août aout agosto ago augustus sierpnia srpna серпня августа أغسطس اوت अगस्त ağustos augusti אוגוסט באוגוסט
sep september sept septembre septiembre setiembre settembre set setembro września září вересня сентября سبتمبر سپتامبر सितंबर eylül ספטמבר בספטמבר
oct october okt oktober octobre octubre ottobre ott outubro out października října жовтня октября أكتوبر اکتبر अक्टूबर ekim אוקטובר באוקטובר
nov november novembre noviembre novembro listopada listopadu листопада ноября نوفمبر نوامبر नवंबर kasım נובמבר בנובמבר
dec december dez dezember décembre decembre déc diciembre dic dicembre dezembro grudnia prosince грудня декабря ديسمبر دسامبر दिसंबर aralık דצמבר בדצמבר
"""

MONTHS = {
    name: number
    for number, names in enumerate(_MONTHS.strip().splitlines(), 1)
    for name in names.split()
}
"""From a case-folded name or its usual short form, without a point, to 1 to 12."""

_WEEKDAYS_WORDS = """
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat
sun montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi
jeudi vendredi samedi dimanche lunes martes miércoles miercoles jueves viernes sábado sabado
domingo lunedì lunedi martedì martedi mercoledì mercoledi giovedì giovedi venerdì venerdi sabato
domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag segunda terça quarta quinta
sexta segunda-feira terça-feira quarta-feira quinta-feira sexta-feira måndag tisdag onsdag torsdag
fredag lördag söndag понедельник вторник среда четверг пятница суббота воскресенье
"""
WEEKDAYS = frozenset(_WEEKDAYS_WORDS.split())
"""Case-folded, without a point."""
