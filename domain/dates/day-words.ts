/**
 * The words for coming days, by language, as a person types them after a task. Weekdays are whole words, Monday
 * first, since "so" and "mar" are also other words; in English, which is always understood, three letters are
 * enough.
 */

type DayWords = {
  /** Words that make a day the deadline: "by", "bis". With one of them a day may be anywhere in a line. */
  readonly by: string;
  /** Other words that may precede a day: "on", "am". */
  readonly on: string;
  /** Whether the verb of a task comes last, after its day: "Anna am Freitag anrufen". */
  readonly isVerbLast: boolean;
  /** Days from today. */
  readonly days: Readonly<Record<string, number>>;
  readonly weekdays: readonly string[];
  /** Words that may precede or follow a weekday: "next". The meaning is the next such day with and without. */
  readonly next: string;
  /** The Monday that comes: "next week". */
  readonly nextWeek: string;
  /** "in 2 weeks": the word before the number, and the units after it. */
  readonly in: string;
  readonly units: Readonly<Record<'day' | 'week' | 'month' | 'year', string>>;
  /** "every": the words before a recurring unit or weekday, and "other" after them: every second one. */
  readonly every: string;
  readonly other: string;
  /** From one. */
  readonly numbers: readonly [string, string, string, string];
};

const fromThree = (name: string): string =>
  Array.from({ length: name.length - 2 }, (_, more) => name.slice(0, 3 + more)).join('|');

/** Alternatives stand apart by "|". */
const table = {
  en: {
    by: 'by|due|due by|due on',
    on: 'on',
    isVerbLast: false,
    days: { today: 0, tomorrow: 1, 'day after tomorrow|the day after tomorrow': 2 },
    weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map(fromThree),
    next: 'next',
    nextWeek: 'next week',
    in: 'in',
    units: { day: 'days?', week: 'weeks?', month: 'months?', year: 'years?' },
    every: 'every',
    other: 'other',
    numbers: ['an?|one', 'two', 'three', 'four'],
  },
  de: {
    by: 'bis|bis zum|spätestens|spaetestens',
    on: 'am|ab',
    isVerbLast: true,
    days: { heute: 0, morgen: 1, 'übermorgen|uebermorgen': 2 },
    weekdays: ['montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag|sonnabend', 'sonntag'],
    next: 'nächste[nmr]?|naechste[nmr]?|kommende[nmr]?',
    nextWeek: '(?:nächste|naechste|kommende) woche',
    in: 'in',
    units: { day: 'tag(?:en?)?', week: 'wochen?', month: 'monat(?:en?)?', year: 'jahre?n?' },
    every: 'jede[nrs]?|alle',
    other: 'zweite[nrs]?',
    numbers: ['eine[mnr]?', 'zwei', 'drei', 'vier'],
  },
  fr: {
    by: "pour|avant|pour le|avant le|d[’']ici|d[’']ici le",
    on: 'le',
    isVerbLast: false,
    days: { "aujourd'hui|aujourd’hui": 0, demain: 1, 'après-demain|après demain': 2 },
    weekdays: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
    next: 'prochain',
    nextWeek: '(?:la )?semaine prochaine',
    in: "dans|d[’']ici",
    units: { day: 'jours?', week: 'semaines?', month: 'mois', year: 'ans?|années?' },
    every: 'chaque|tous les|toutes les',
    other: 'deuxième',
    numbers: ['une?', 'deux', 'trois', 'quatre'],
  },
  es: {
    by: 'para|para el|antes del',
    on: 'el',
    isVerbLast: false,
    days: { hoy: 0, mañana: 1, 'pasado mañana': 2 },
    weekdays: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
    next: 'próximo|que viene',
    nextWeek: '(?:la )?(?:próxima semana|semana próxima|semana que viene)',
    in: 'en|dentro de',
    units: { day: 'días?', week: 'semanas?', month: 'mes(?:es)?', year: 'años?' },
    every: 'cada|todos los|todas las',
    other: 'segundo',
    numbers: ['una?', 'dos', 'tres', 'cuatro'],
  },
  it: {
    by: 'per|entro|entro il',
    on: 'il|la',
    isVerbLast: false,
    days: { oggi: 0, domani: 1, dopodomani: 2 },
    weekdays: ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'],
    next: 'prossim[oa]',
    nextWeek: '(?:la )?(?:prossima settimana|settimana prossima)',
    in: 'tra|fra|in',
    units: { day: 'giorn[oi]', week: 'settiman[ae]', month: 'mes[ei]', year: 'ann[oi]' },
    every: 'ogni|tutti i|tutte le',
    other: 'second[oa]',
    numbers: ['una?', 'due', 'tre', 'quattro'],
  },
  nl: {
    by: 'voor|tegen|uiterlijk',
    on: 'op',
    isVerbLast: true,
    days: { vandaag: 0, morgen: 1, overmorgen: 2 },
    weekdays: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'],
    next: 'volgende|komende|aanstaande',
    nextWeek: '(?:volgende|komende) week',
    in: 'over|binnen',
    units: { day: 'dag(?:en)?', week: 'we(?:ek|ken)', month: 'maand(?:en)?', year: 'jaar|jaren' },
    every: 'elke?|iedere?',
    other: 'andere',
    numbers: ['een|één', 'twee', 'drie', 'vier'],
  },
  pt: {
    by: 'para|até|até a|até o',
    on: 'na|no',
    isVerbLast: false,
    days: { hoje: 0, amanhã: 1, 'depois de amanhã': 2 },
    weekdays: [
      'segunda(?:-feira)?',
      'terça(?:-feira)?',
      'quarta(?:-feira)?',
      'quinta(?:-feira)?',
      'sexta(?:-feira)?',
      'sábado',
      'domingo',
    ],
    next: 'próxim[oa]|que vem',
    nextWeek: '(?:(?:na )?próxima semana|semana que vem)',
    in: 'em|daqui a|dentro de',
    units: { day: 'dias?', week: 'semanas?', month: 'm[eê]s(?:es)?', year: 'anos?' },
    every: '(?:a )?cada|tod[oa]s? [oa]s|tod[oa]',
    other: 'segund[oa]',
    numbers: ['uma?', 'duas|dois', 'três', 'quatro'],
  },
} as const satisfies Readonly<Record<string, DayWords>>;

export type DayLanguage = keyof typeof table;

export const dayWords: Readonly<Record<DayLanguage, DayWords>> = table;

const isDayLanguage = (language: string): language is DayLanguage => Object.hasOwn(table, language);

/** The minimum share of articles in a language for its words for days to be understood. */
const MIN_SHARE = 0.1;

/** How many articles are in each language, by its tag (BCP 47). */
export type LanguageCount = { readonly language: string; readonly articles: number };

/**
 * The languages whose words for days are understood in an archive: English, then those of its articles, the most first.
 */
export const dayLanguagesOf = (counts: readonly LanguageCount[]): readonly DayLanguage[] => {
  const all = counts.reduce((sum, { articles }) => sum + articles, 0);
  const known = new Map<DayLanguage, number>();
  for (const { language, articles } of counts) {
    const primary = language.toLowerCase().split('-')[0] ?? '';
    if (isDayLanguage(primary)) known.set(primary, (known.get(primary) ?? 0) + articles);
  }
  const often = [...known].filter(([, articles]) => articles >= all * MIN_SHARE);
  return [
    ...new Set<DayLanguage>(['en', ...often.sort(([, a], [, b]) => b - a).map(([language]) => language)]),
  ];
};
