/**
 * The words for dates and periods, in the same languages as the words for days in tasks. Patterns of regular
 * expressions in lower case; alternatives are separated by "|".
 */
import type { DayLanguage } from '../day-words.ts';

export type WhenWords = {
  readonly about: string;
  readonly perhaps: string;
  /** Before its first day. */
  readonly before: string;
  /** On it or earlier. */
  readonly by: string;
  readonly after: string;
  /** It has lasted from then on. */
  readonly since: string;
  /** It had lasted up to then. */
  readonly until: string;
  readonly between: string;
  readonly and: string;
  readonly or: string;
  readonly from: string;
  readonly to: string;
  readonly early: string;
  readonly mid: string;
  readonly late: string;
  /** Spring, summer, autumn, winter. */
  readonly seasons: readonly [string, string, string, string];
  /** A decade: `#` stands for its year, `2010`. */
  readonly decade: string;
  /** Words that may precede a date: articles, "on", "in". */
  readonly lead: string;
  /** Words that may be between a day, a month and a year. */
  readonly of: string;
  /** Days from that of the article. */
  readonly days: Readonly<Record<string, number>>;
  readonly last: string;
  readonly current: string;
  /** "3 days ago": `#` represents the number, `@` the unit. */
  readonly ago: string;
};

export const whenWords: Readonly<Record<DayLanguage, WhenWords>> = {
  en: {
    about:
      'about|around|roughly|approximately|circa|c\\.|ca\\.?|on or about|some time around|sometime around',
    perhaps: 'perhaps|possibly|probably|maybe',
    before: 'before|prior to|earlier than',
    by: 'by|no later than|not later than|on or before|at the latest',
    after: 'after|later than',
    since: 'since',
    until: 'until|till',
    between: 'between|sometime between',
    and: 'and',
    or: 'or',
    from: 'from',
    to: 'to|until|till|through',
    early: 'early(?: in)?|(?:at )?(?:the )?(?:beginning|start) of',
    mid: 'mid|(?:in )?(?:the )?middle of',
    late: 'late(?: in)?|(?:at )?(?:the )?end of',
    seasons: ['spring', 'summer', 'autumn|fall', 'winter'],
    decade: '#s',
    lead: 'on|in|the|on the|in the|during|during the',
    of: 'of|in',
    days: {
      'the day before yesterday|day before yesterday': -2,
      'yesterday|last night': -1,
      'today|tonight|this morning|this afternoon|this evening': 0,
      tomorrow: 1,
      'the day after tomorrow|day after tomorrow': 2,
    },
    last: 'last|past',
    current: 'this|the current',
    ago: '# @ ago',
  },
  de: {
    about: 'etwa|ungefähr|ungefaehr|circa|ca\\.?|um|um den|gegen|rund um den',
    perhaps: 'vielleicht|möglicherweise|vermutlich|wahrscheinlich|wohl',
    before: 'vor|vor dem',
    by: 'bis|bis zum|spätestens|spätestens am|spaetestens',
    after: 'nach|nach dem',
    since: 'seit|seit dem|ab|ab dem',
    until: 'bis einschließlich|bis einschliesslich',
    between: 'zwischen|zwischen dem',
    and: 'und|und dem',
    or: 'oder|oder am',
    from: 'von|vom|vom',
    to: 'bis|bis zum',
    early: 'anfang',
    mid: 'mitte',
    late: 'ende',
    seasons: ['frühjahr|frühling', 'sommer', 'herbst', 'winter'],
    decade: '(?:die |in den |der )?#er(?: jahren?)?',
    lead: 'am|im|in|den|dem|der',
    of: 'des jahres',
    days: { vorgestern: -2, gestern: -1, 'heute|heute morgen|heute abend': 0, morgen: 1, übermorgen: 2 },
    last: 'letzte[nrs]?|vorige[nrs]?|vergangene[nrs]?',
    current: 'diese[nrms]?',
    ago: 'vor # @',
  },
  fr: {
    about: 'vers|vers le|environ|autour de|autour du|aux environs de|aux environs du|circa|ca\\.?',
    perhaps: 'peut-être|probablement|sans doute',
    before: 'avant|avant le',
    by: "au plus tard|au plus tard le|d[’']ici|d[’']ici le",
    after: 'après|après le',
    since: 'depuis|depuis le',
    until: "jusqu[’']en|jusqu[’']au|jusqu[’']à",
    between: 'entre|entre le',
    and: 'et|et le',
    or: 'ou|ou le',
    from: 'du|de',
    to: 'au|à',
    early: 'début|au début de',
    mid: 'mi|à la mi|au milieu de',
    late: 'fin|à la fin de',
    seasons: ['printemps', 'été', 'automne', 'hiver'],
    decade: '(?:les |dans les )?années #',
    lead: "le|la|en|au|l[’']|à l[’']",
    of: 'de',
    days: {
      'avant-hier|avant hier': -2,
      'hier|hier soir': -1,
      "aujourd'hui|aujourd’hui|ce matin|ce soir": 0,
      demain: 1,
      'après-demain': 2,
    },
    last: 'dernière?|passée?',
    current: 'ce|cette|cet',
    ago: 'il y a # @',
  },
  es: {
    about: 'hacia|hacia el|alrededor de|alrededor del|aproximadamente|circa|ca\\.?|cerca de|cerca del',
    perhaps: 'quizás?|tal vez|posiblemente|probablemente',
    before: 'antes de|antes del',
    by: 'a más tardar|a más tardar el|como muy tarde|como muy tarde el',
    after: 'después de|después del|tras|tras el',
    since: 'desde|desde el',
    until: 'hasta|hasta el',
    between: 'entre|entre el',
    and: 'y|y el',
    or: 'o|o el|u',
    from: 'del|de|desde el',
    to: 'al|a|hasta el',
    early: '(?:a )?(?:principios|comienzos|inicios) de',
    mid: '(?:a )?mediados de',
    late: '(?:a )?(?:finales|fines) de',
    seasons: ['primavera', 'verano', 'otoño', 'invierno'],
    decade: '(?:los )?años #|(?:la )?década de #',
    lead: 'el|la|en|en el|en la',
    of: 'del?',
    days: {
      'anteayer|antes de ayer': -2,
      'ayer|anoche': -1,
      'hoy|esta mañana|esta noche': 0,
      mañana: 1,
      'pasado mañana': 2,
    },
    last: 'pasad[oa]|últim[oa]',
    current: 'est[ea]',
    ago: 'hace # @',
  },
  it: {
    about: 'circa|verso|verso il|intorno a|intorno al|ca\\.?',
    perhaps: 'forse|probabilmente',
    before: 'prima di|prima del',
    by: 'entro|entro il|al più tardi|al più tardi il',
    after: 'dopo|dopo il',
    since: 'da|dal',
    until: 'fino a|fino al',
    between: "(?:tra|fra)(?: il| l[’'])?",
    and: 'e|e il',
    or: 'o|o il',
    from: 'dal|da',
    to: 'al|a',
    early: "(?:a |all[’'])?(?:inizio|inizi)(?: di)?|agli inizi di",
    mid: '(?:a )?metà(?: di)?',
    late: '(?:a |alla )?fine(?: di)?',
    seasons: ['primavera', 'estate', 'autunno', 'inverno'],
    decade: '(?:gli |negli )?anni #',
    lead: "il|la|in|nel|nella|l[’']|nell[’']",
    of: 'di|del',
    days: {
      "l'altro ieri|l’altro ieri|ieri l'altro": -2,
      'ieri|ieri sera': -1,
      'oggi|stamattina|stasera': 0,
      domani: 1,
      dopodomani: 2,
    },
    last: 'scors[oa]|passat[oa]',
    current: "quest[oa]|quest[’']",
    ago: '# @ fa',
  },
  nl: {
    about: 'omstreeks|rond|circa|ca\\.?|ongeveer|rond de',
    perhaps: 'misschien|mogelijk|waarschijnlijk|wellicht',
    before: 'voor|vóór',
    by: 'uiterlijk|uiterlijk op',
    after: 'na',
    since: 'sinds|vanaf',
    until: 'tot|tot en met',
    between: 'tussen',
    and: 'en',
    or: 'of',
    from: 'van',
    to: 'tot|tot en met',
    early: 'begin',
    mid: 'medio|half|midden',
    late: 'eind',
    seasons: ['lente|voorjaar', 'zomer', 'herfst|najaar', 'winter'],
    decade: '(?:de )?jaren #',
    lead: 'op|in|de|het|in de|in het',
    of: 'van',
    days: {
      eergisteren: -2,
      'gisteren|gisteravond': -1,
      'vandaag|vanmorgen|vanavond': 0,
      morgen: 1,
      overmorgen: 2,
    },
    last: 'vorige?|afgelopen|verleden',
    current: 'deze|dit',
    ago: '# @ geleden',
  },
  pt: {
    about: 'cerca de|por volta de|aproximadamente|circa|ca\\.?',
    perhaps: 'talvez|possivelmente|provavelmente',
    before: 'antes de|antes do',
    by: 'o mais tardar|o mais tardar em|no máximo até',
    after: 'depois de|depois do|após|após o',
    since: 'desde|desde o',
    until: 'até|até o|até a',
    between: 'entre|entre o',
    and: 'e|e o',
    or: 'ou|ou a',
    from: 'de|do',
    to: 'a|ao|até',
    early: '(?:no )?(?:início|começo|princípio) de|inícios de',
    mid: '(?:em )?meados de',
    late: '(?:no )?(?:fim|final) de|fins de',
    seasons: ['primavera', 'verão', 'outono', 'inverno'],
    decade: '(?:os )?anos #|(?:a )?década de #',
    lead: 'em|a|o|no|na',
    of: 'de|do',
    days: {
      anteontem: -2,
      'ontem|ontem à noite': -1,
      'hoje|esta manhã': 0,
      amanhã: 1,
      'depois de amanhã': 2,
    },
    last: 'passad[oa]|últim[oa]',
    current: 'est[ea]',
    ago: 'há # @(?: atrás)?',
  },
};
