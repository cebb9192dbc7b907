/**
 * Words that occur in names besides a person's own, or that look like a person's name and are not. Lower case.
 * Each list suppresses an offer: a word missing from it may lead to a wrong one.
 */

const wordsOf = (list: string): readonly string[] => list.trim().split(/\s+/);
const wordSetOf = (list: string): ReadonlySet<string> => new Set(wordsOf(list));
const phraseSetOf = (list: string): ReadonlySet<string> =>
  new Set(
    list
      .trim()
      .split(',')
      .map((phrase) => phrase.trim().replace(/\s+/gu, ' ')),
  );

/**
 * Countries, capitals and seats of power in one word: "Sudan said" does not refer to South Sudan, nor "China" to
 * Air China.
 */
export const placeWords: ReadonlySet<string> = wordSetOf(`
  afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain
  bangladesh barbados belarus belgium belize benin bhutan bolivia bosnia botswana brazil britain brunei bulgaria
  burundi cambodia cameroon canada chad chile china colombia comoros congo croatia cuba cyprus czechia denmark
  djibouti dominica ecuador egypt england eritrea estonia eswatini ethiopia fiji finland france gabon gambia
  georgia germany ghana greece grenada guatemala guinea guyana haiti honduras hungary iceland india indonesia iran
  iraq ireland israel italy jamaica japan jordan kazakhstan kenya kiribati korea kosovo kuwait kyrgyzstan laos
  latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg macedonia madagascar malawi malaysia
  maldives mali malta mauritania mauritius mexico micronesia moldova monaco mongolia montenegro morocco mozambique
  myanmar burma namibia nauru nepal netherlands nicaragua niger nigeria norway oman pakistan palau palestine panama
  paraguay peru philippines poland portugal qatar romania russia rwanda samoa scotland senegal serbia seychelles
  singapore slovakia slovenia somalia somaliland spain sudan suriname sweden switzerland syria taiwan tajikistan
  tanzania thailand togo tonga tunisia turkey türkiye turkmenistan tuvalu uganda ukraine uruguay uzbekistan vanuatu
  vatican venezuela vietnam wales yemen zambia zimbabwe america europe africa asia gaza crimea tibet xinjiang
  beijing moscow washington brussels london paris berlin tokyo seoul pyongyang tehran kyiv kiev ankara cairo riyadh
  jerusalem baghdad damascus kabul islamabad delhi canberra ottawa taipei kremlin pentagon westminster whitehall
  york california texas florida virginia carolina dakota jersey hampshire ohio michigan
`);

/** Before a place, these make another of it: South Sudan, New Zealand, Papua New Guinea. */
export const placeModifiers: ReadonlySet<string> = wordSetOf(`
  north south east west northern southern eastern western central upper lower new old great greater inner outer
  saudi united sri costa el papua equatorial burkina sierra ivory cape hong san santa puerto trinidad bosnia
  mainland communist imperial air port fort mount lake
`);

/** Places, seats of power and bodies whose names look like those of persons. */
export const placePhrases: ReadonlySet<string> = phraseSetOf(`
  saudi arabia, sri lanka, costa rica, el salvador, burkina faso, sierra leone, ivory coast, cape verde, hong kong,
  puerto rico, san marino, papua new guinea, equatorial guinea, timor leste, new zealand, new york, new delhi,
  new jersey, tel aviv, buenos aires, abu dhabi, addis ababa, kuala lumpur, downing street, capitol hill, wall street,
  white house, élysée palace, buckingham palace, foggy bottom, number ten, silicon valley, west bank, gaza strip,
  goldman sachs, morgan stanley, wells fargo, rolls royce, general motors, general electric, human rights watch,
  amnesty international, al jazeera, al shabaab, boko haram, islamic jihad, islamic state, islamic republic,
  red cross, red crescent, supreme leader, capital economics, oxford economics, eurasia group
`);

/** People of a place or a party, words that precede a name and are not part of it: "Republican Roe". */
export const demonyms: ReadonlySet<string> = wordSetOf(`
  american british english scottish welsh irish french german italian spanish portuguese dutch belgian swiss
  austrian polish czech slovak hungarian romanian bulgarian greek turkish russian ukrainian belarusian georgian
  armenian chinese japanese korean taiwanese vietnamese thai indian pakistani afghan iranian iraqi syrian lebanese
  israeli palestinian jordanian egyptian libyan saudi emirati qatari yemeni sudanese ethiopian kenyan nigerian
  mexican brazilian canadian cuban venezuelan colombian argentine australian european african asian arab jewish
  muslim christian catholic republican democrat democratic conservative labour labor tory liberal socialist
  communist green independent nationalist islamist
`);

/** Before a name, these bring in a relation: the bare name is most likely not hers. */
export const kinNouns: ReadonlySet<string> = wordSetOf(`
  wife husband son daughter brother sister father mother widow widower nephew niece cousin uncle aunt grandson
  granddaughter grandfather grandmother stepson stepdaughter fiancée fiancé girlfriend boyfriend ex-wife ex-husband
  lady half-brother half-sister son-in-law daughter-in-law late
`);

/** A capital letter after one of these is not an initial: "Plan B. Roe said". */
export const letteredNouns: ReadonlySet<string> = wordSetOf(`
  plan vitamin option group class type schedule part section annex grade phase team channel tier category series
  exhibit appendix hepatitis influenza figure table point version model
`);

/** Suffixes after a name that distinguish persons of the same name. */
export const nameSuffixes: ReadonlySet<string> = wordSetOf('jr jr. sr sr. ii iii iv');

/** Titles that name no office, and the gender of the persons they are used for. */
export const honorifics: Readonly<Record<string, 'he' | 'she' | 'either'>> = {
  mr: 'he',
  sir: 'he',
  lord: 'he',
  mrs: 'she',
  ms: 'she',
  miss: 'she',
  dame: 'she',
  lady: 'she',
  mx: 'either',
  dr: 'either',
  prof: 'either',
};

/** Capitals that name nobody. */
export const calendarWords: ReadonlySet<string> = wordSetOf(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december i
`);

/** Short forms of an office, and the office. */
export const shortOffices: Readonly<Record<string, string>> = {
  gov: 'governor',
  sen: 'senator',
  rep: 'representative',
  gen: 'general',
  pres: 'president',
  sec: 'secretary',
  amb: 'ambassador',
  adm: 'admiral',
  col: 'colonel',
  lt: 'lieutenant',
  maj: 'major',
  capt: 'captain',
  sgt: 'sergeant',
  prof: 'professor',
};
