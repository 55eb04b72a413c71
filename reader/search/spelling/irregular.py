"""Words whose forms no ending tells: run and ran, mouse and mice. Must not know: any index.

Of English only: what vowels change in other languages stands in too many words for a short table.
The verbs that stand in every text are not there (be, have, do), nor are forms that mostly are words
of their own (left, rose, ground, bore, wound, data, media).
"""

_VERBS = """
arise arose arisen, awake awoke awoken, beat beaten, become became, befall befell befallen,
begin began begun, behold beheld, bend bent, bind bound, bite bitten, bleed bled,
blow blew blown, break broke broken, breed bred, bring brought, build built, burn burnt,
buy bought, catch caught, choose chose chosen, cling clung, come came, creep crept, deal dealt,
die dying, dig dug, draw drew drawn, dream dreamt, drink drank drunk, drive drove driven,
dwell dwelt, eat ate eaten, fall fell fallen, feed fed, feel felt, fight fought, find found,
flee fled, fling flung, fly flew flown, forbid forbade forbidden, foresee foresaw foreseen,
foretell foretold, forget forgot forgotten, forgive forgave forgiven, forsake forsook forsaken,
free freed freeing, freeze froze frozen, get got gotten, give gave given, go went gone,
grow grew grown, hang hung, hear heard, hide hid hidden, hold held, keep kept, kneel knelt,
know knew known, lay laid, lead led, leap leapt, learn learnt, lend lent, lie lying, light lit,
lose lost, make made, mean meant, meet met, mislead misled, mistake mistook mistaken,
misunderstand misunderstood, mow mown, outgrow outgrew outgrown, overcome overcame,
overhear overheard, oversee oversaw overseen, overtake overtook overtaken,
overthrow overthrew overthrown, partake partook partaken, pay paid, prove proven,
rebuild rebuilt, repay repaid, resell resold, retell retold, rethink rethought,
rewrite rewrote rewritten, ride rode ridden, ring rang rung, rise risen, run ran, say said,
see saw seen, seek sought, sell sold, send sent, sew sewn, shake shook shaken, shear shorn,
shine shone, shoot shot, show shown, shrink shrank shrunk, sing sang sung, sink sank sunk,
sit sat, slay slew slain, sleep slept, slide slid, sling slung, smell smelt, sneak snuck,
sow sown, speak spoke spoken, speed sped, spell spelt, spend spent, spill spilt, spin spun,
spit spat, spoil spoilt, spring sprang sprung, stand stood, steal stole stolen, stick stuck,
sting stung, stink stank stunk, stride strode stridden, strike struck stricken, string strung,
strive strove striven, sue sued suing, swear swore sworn, sweep swept, swell swollen,
swim swam swum, swing swung, take took taken, teach taught, tear tore torn, tell told,
think thought, throw threw thrown, tie tying, tread trod trodden, undergo underwent undergone,
understand understood, undertake undertook undertaken, undo undid undone, uphold upheld,
use used using, wake woke woken, wear wore worn, weave wove woven, weep wept, win won,
withdraw withdrew withdrawn, withhold withheld, withstand withstood, wring wrung,
write wrote written
"""
_NOUNS = """
addendum addenda, alga algae, alumnus alumni, antenna antennae, appendix appendices,
automaton automata, bacterium bacteria, bus buses, businessman businessmen,
businesswoman businesswomen, cactus cacti, chairman chairmen, child children, codex codices,
congressman congressmen, corpus corpora, craftsman craftsmen, criterion criteria,
curriculum curricula, englishman englishmen, erratum errata, fireman firemen,
fisherman fishermen, foot feet, formula formulae, frenchman frenchmen, freshman freshmen,
fungus fungi, gas gases, gentleman gentlemen, genus genera, goose geese,
grandchild grandchildren, gunman gunmen, helix helices, horseman horsemen, index indices,
irishman irishmen, larva larvae, layman laymen, locus loci, louse lice, man men, matrix matrices,
memorandum memoranda, millennium millennia, mouse mice, nebula nebulae, nucleus nuclei, ox oxen,
penny pence, person people, phenomenon phenomena, policeman policemen, radius radii,
referendum referenda, salesman salesmen, schema schemata, seaman seamen, serviceman servicemen,
spectrum spectra, spokesman spokesmen, spokeswoman spokeswomen, statesman statesmen,
stepchild stepchildren, stigma stigmata, stimulus stimuli, stratum strata, symposium symposia,
tooth teeth, vertebra vertebrae, vertex vertices, vortex vortices, woman women, workman workmen
"""

IRREGULAR: dict[str, tuple[tuple[str, ...], ...]] = {
    "en": tuple(tuple(row.split()) for row in f"{_VERBS},{_NOUNS}".split(",")),
}
"""Words and their forms by language: the first of each is what endings are put on."""
