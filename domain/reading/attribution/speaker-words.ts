/** English words that a speaker is called by, and words that end what a speaker is called. Lower case. */

const wordsOf = (list: string): readonly string[] => list.trim().split(/\s+/);
const wordSetOf = (list: string): ReadonlySet<string> => new Set(wordsOf(list));

const plural = (noun: string): string => {
  if (noun.endsWith('man')) return `${noun.slice(0, -3)}men`;
  if (noun === 'person') return 'people';
  return noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
};

const persons = wordsOf(`
  official spokesman spokeswoman spokesperson minister president premier chancellor secretary ambassador envoy
  diplomat senator lawmaker congressman congresswoman governor mayor general admiral colonel commander officer
  soldier chief head director chairman chairwoman chair leader adviser advisor aide analyst expert economist
  researcher scientist professor historian author reporter journalist lawyer judge prosecutor investigator
  inspector source person witness resident executive manager representative negotiator delegate counterpart
  deputy captain speaker trader worker activist critic candidate doctor king queen prince pope
`);

const groups = wordsOf(`
  ministry department government agency office committee commission council court embassy administration
  authority company firm bank group party parliament police army navy military institute university union
  organisation organization association foundation newspaper report statement document study letter memo house
  board staff team service post times news journal force fund tribune herald gazette broadcaster network channel
  radio television magazine street kingdom state republic federation emirate island nation treasury corporation corp
  inc co ltd plc llc holding airline airway motor industry technology system pharmaceutical club alliance coalition
  movement brigade guard resistance front caucus congress senate assembly cabinet presidency command centre center
  society school hospital clinic church project initiative reserve watch international council
`);

/** One person: "a State Department official". */
export const personNouns: ReadonlySet<string> = new Set(persons);

/** Persons and groups, one or several: the head nouns of a speaker's description. */
export const speakerNouns: ReadonlySet<string> = new Set(
  [...persons, ...groups].flatMap((noun) => [noun, plural(noun)]),
);

/** Groups alone: a name that ends in one is not a person's. */
export const groupNouns: ReadonlySet<string> = new Set(groups.flatMap((noun) => [noun, plural(noun)]));

/** Before a name, and no part of it: "Mr", "Foreign Minister", "Secretary of State", "U.S." */
export const titleWords: ReadonlySet<string> = wordSetOf(`
  mr mrs ms mx dr sir dame lord lady prof gen lt col maj capt sgt adm cmdr sen rep gov pres rev amb hon messrs
  vice prime foreign affairs defence defense finance state interior treasury trade commerce energy justice
  health education senior former u.s. u.k. u.n. e.u. us uk
`);

/** Adjectives with which a description may begin without an article: "senior officials". */
export const openingAdjectives: ReadonlySet<string> = wordSetOf(`
  senior former top local foreign military government state western other
`);

export const determiners: ReadonlySet<string> = wordSetOf(`
  a an the one another two three four several some many other his her its their both
`);

export const pronouns: ReadonlySet<string> = wordSetOf(`
  he she they it i we you who which that this these those others everyone someone nobody one both some many few
  all there
`);

/** Lower-case words within a name: Ursula von der Leyen, Mohammed bin Salman. */
export const nameParticles: ReadonlySet<string> = wordSetOf(`
  de da do dos del della di al el bin bint ibn van von der den la le du ten ter zu
`);

/** Those of them with which a name may begin: "von der Leyen". Others are as often other words ("ten"). */
export const leadingParticles: ReadonlySet<string> = wordSetOf(`
  de da dos del della di al el bin ibn van von la le
`);

/** After the noun of a description: "officials in Washington", "a person familiar with the matter". */
export const afterNoun: ReadonlySet<string> = wordSetOf(`
  of for in at from with familiar close briefed involved
`);

/** Words between a subject and its verb: "Officials have this month briefed", "Blinken on Wednesday said". */
export const beforeVerb: ReadonlySet<string> = wordSetOf(`
  has have had also later then repeatedly previously earlier recently publicly privately once again often
  already now today yesterday always this last week month year morning evening on consistently monday tuesday
  wednesday thursday friday saturday sunday
`);

/** Words that begin a clause: no subject reaches back over one. */
export const clauseOpeners: ReadonlySet<string> = wordSetOf(`
  that but as when while because if although though where which who whom whose after before since then so yet
  meanwhile however what how why whether than like until once nor still
`);

/** Words before a speech verb that change its meaning: "was told", "to say", "did not say", "would say". */
export const spoilingVerb: ReadonlySet<string> = wordSetOf(`
  was were been be is are being to not cannot would will could can may might should must did does do let never
  get got
`);
