/**
 * Finds where a text names another paper or an agency as its source: in a sentence ("the Harbour Times reported",
 * "laut dpa"), in its dateline ("BEIJING, April 15 (Reuters) -"), in its byline or its last lines. There is no
 * grammar behind it, only typical names of papers and agencies, and the words used with them when they are
 * credited; a missed credit leaves the count as it was.
 */
import { sentencesOf } from '../reading/sentences.ts';
import { escapePattern } from '../text/escape-pattern.ts';
import { foldName } from '../text/fold-text.ts';

export type Credit = {
  /** The range to which it applies (UTF-16 in the text): the sentence that names it, or all of the text. */
  readonly start: number;
  readonly end: number;
  readonly name: string;
};

/** The textblocks of a text: where each begins in it, and its words. */
export type CreditedBlock = { readonly start: number; readonly text: string };

/**
 * News agencies, by the displayed name and all other names in use. An agency's text is of its origin, whichever
 * papers print it.
 */

/** A line each: the displayed name, then its alternatives. */
const AGENCY_TABLE = `
Reuters|Thomson Reuters
Associated Press|AP|The Associated Press
AFP|Agence France-Presse
dpa|Deutsche Presse-Agentur|DPA
APA|Austria Presse Agentur
TASS|ITAR-TASS|ТАСС
Interfax|Интерфакс
RIA Novosti|РИА Новости
Ukrinform|Укринформ|Укрінформ
UNIAN|УНИАН|УНІАН
BelTA|БелТА
Xinhua|Xinhua News Agency|新华社
Kyodo|Kyodo News|共同
Jiji|Jiji Press|時事
Yonhap|Yonhap News Agency|연합뉴스
EFE|Agencia EFE
ANSA|Agenzia ANSA
Lusa|Agência Lusa
PA Media|Press Association
UPI|United Press International
PTI|Press Trust of India
Bloomberg|Bloomberg News
Anadolu|Anadolu Agency|Anadolu Ajansı
IRNA|ایرنا
ISNA|ایسنا
Tasnim|تسنیم
WAFA|وفا
SANA|سانا
Petra
KUNA|كونا
Saudi Press Agency|SPA|واس
WAM
Qatar News Agency|QNA
Antara
Bernama
PAP|Polska Agencja Prasowa
ČTK|CTK
ANP
Belga
TT|TT Nyhetsbyrån
NTB
Ritzau
STT
KCNA
`;

/**
 * Broadcasters, magazines and sites whose names do not show what they are, by the displayed name. They mostly
 * print their own texts, so they are credited only where a sentence does so.
 */
const OUTLET_TABLE = `
BBC|BBC News|BBC Radio|BBC One|BBC World Service
CNN
NBC|NBC News
CBS|CBS News
ABC News
NPR
PBS
MSNBC
CNBC
Fox News
Sky News
ITV|ITV News
Channel 4 News
Al Jazeera|الجزيرة
Al Arabiya|العربية
RFE/RL|Radio Free Europe
Voice of America
Deutsche Welle|DW
ARD
ZDF
Tagesschau
ORF
RTÉ
RAI
RTVE
Globo|O Globo|TV Globo
NHK
CGTN
CBC|CBC News
Politico|POLITICO
Axios
BuzzFeed|BuzzFeed News|Buzzfeed
ProPublica
Bellingcat
Meduza|Медуза
Mediazona
The Intercept
The Hill
The Verge
The Atlantic
The Economist
The New Yorker
The Daily Beast
Vanity Fair
Rolling Stone
Us Weekly
Newsweek
Forbes
Variety
Wired|WIRED
TechCrunch
Mashable
Motherboard
Recode
Gizmodo
Vice|VICE|Vice News
HuffPost|Huffington Post
TMZ
Il Sole 24 Ore
El País
El Mundo
ABC Color
Die Welt
Die Zeit
Der Standard
Stern
Focus
Le Point
Mediapart
Libération
Le Temps
Le Soir
De Volkskrant|Volkskrant
NRC
Trouw
Kommersant|Коммерсантъ|Коммерсант
Vedomosti|Ведомости
RBC|РБК
Novaya Gazeta|Новая газета
Izvestia|Известия
Kyiv Independent
Haaretz
Dawn
Nikkei
Asahi Shimbun
Yomiuri Shimbun
Caixin
`;

const linesOf = (table: string): readonly (readonly string[])[] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|'));

const outlets: ReadonlyMap<string, string> = new Map(
  linesOf(OUTLET_TABLE).flatMap((names) => names.map((name) => [name, names[0] ?? name] as const)),
);

const spellings: ReadonlyMap<string, string> = new Map(
  linesOf(AGENCY_TABLE).flatMap((names) =>
    names.map((spelling) => [spelling, names[0] ?? spelling] as const),
  ),
);

const folded: ReadonlyMap<string, string> = new Map(
  [...spellings].map(([spelling, shown]) => [foldName(spelling), shown]),
);

/** Every way in which agencies are written, the longest first, so that none hides a longer one in a pattern. */
const longestFirst = (names: Iterable<string>): readonly string[] =>
  [...names].toSorted((a, b) => b.length - a.length);
const agencySpellings = longestFirst(spellings.keys());

/** The name that is shown of an agency, by what a paper calls it; null for none. */
export const agencyNamed = (spelling: string): string | null =>
  spellings.get(spelling) ?? folded.get(foldName(spelling)) ?? null;

/** The name under which a paper, an agency or a broadcaster is credited, from its own name: "BBC" for "BBC News". */
export const creditedAs = (name: string): string => agencyNamed(name) ?? outlets.get(name) ?? name;

/** Whether the name is that of an outlet that is known by it. */
export const isKnownOutlet = (name: string): boolean => agencyNamed(name) !== null || outlets.has(name);

const AGENCY = `(?:${agencySpellings.map(escapePattern).join('|')})`;
/** After an article within a sentence its own article is in lower case: "told the Atlantic". */
const OUTLET = `(?:${longestFirst(outlets.keys())
  .map((name) => escapePattern(name).replace(/^The /u, '[Tt]he '))
  .join('|')})`;
const NAME = String.raw`\p{Lu}[\p{L}\p{M}’'&.-]*`;
/** Words typical of the names of papers. Other bodies with such a name, a board or an office, are sources as well. */
const PAPER =
  '(?:Times|Post|News|Ledger|Journal|Herald|Gazette|Tribune|Observer|Guardian|Telegraph|Chronicle|Courier|Examiner|Inquirer|Sentinel|Mirror|Dispatch|Bulletin|Monitor|Star|Independent|Globe|Mail|Express|Standard|Register|Record|Zeitung|Rundschau|Presse|Allgemeine|Tageblatt|Nachrichten|Spiegel|Monde|Figaro|Gazzetta|Corriere|Repubblica|Diario|Periódico|Jornal|Folha|Gazeta|Dagbladet|Tidende)';
/** A name of a paper: one to four further words before, or the paper's word first ("Journal du Port"). */
const NAMED = `(?:${AGENCY}|${OUTLET}|(?!Royal Mail|Gold Standard|Orient Express|Polar Express|American Express|North Star|Lone Star|Rising Star)(?:${NAME}\\s+){1,4}${PAPER}(?:\\s+of\\s+${NAME})?|(?:Le|La|El|Il|Der|Die)\\s+${PAPER}|${PAPER}\\s+(?:of|du|de|de la|des|della|di)\\s+${NAME})`;

const BETWEEN =
  '(?:(?:newspaper|daily|news agency|agency|website|correspondent|had|has|first|also|exclusively|recently|later|earlier|then)\\s+){0,3}';
const VERB =
  '(?:reported|reports|reporting|wrote|writes|said|says|revealed|disclosed|published|aired|quoted|cited|berichtete|berichtet|meldete|meldet|schrieb|schreibt|zufolge|(?:a\\s+)?(?:rapporté|rapporte|écrit|révélé|annoncé)|informó|reportó|publicó|reveló|informa|(?:ha\\s+)?(?:riferito|scritto|riporta|riferisce|rivelato)|noticiou|informou|publicou|relatou|meldde|schreef|meldt|schrijft|сообщил[аио]?|сообщает|пишет|написал[аи]?|переда[её]т|передал[аио]?|повідомил[аио]?|повідомляє|bildirdi|yazdı)';
const LEAD =
  "(?:according to|reported by|cited by|quoted by|citing|quoting|told|published (?:in|by)|appeared in|interview with|reports? (?:in|by|from)|reporting by|writing in|wrote in|speaking (?:to|with)|spoke (?:to|with)|shared with|(?:obtained|seen|reviewed|interviewed|compiled) by|(?<=[(—–-]\\s?)via|per|laut|nach Angaben (?:der|des|von)|gegenüber|unter Berufung auf|selon|d[’']après|citant|rapporté par|según|de acuerdo con|citando a?|secondo|come riporta|segundo|de acordo com|volgens|по данным|со ссылкой на|как сообщает|как пишет|цитирует|сообщает|передаёт|berichtete|berichtet|meldete|meldet|schrieb|schreibt|zitiert|zitierte|rapporte|écrit|informó|publicó|riporta|scrive|за даними|з посиланням на)";
const KIND =
  "(?:(?:the|a|der|dem|den|die|das|le|la|les|l[’']|el|il|lo|o|a|de|het|state|local|newspaper|daily|weekly|magazine|news|agency|Zeitung|Tageszeitung|Nachrichtenagentur|Agentur|agence|quotidien|journal|diario|agencia|agenzia|giornale|jornal|agência|krant|persbureau|агентство|агентства|газета|газету|газеты|издание|издания)\\s*)*";

/** A pattern whose alternatives may also begin a sentence. */
const orCapital = (pattern: string): string =>
  pattern.replace(/(?<=\(\?:|\|)\p{Ll}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`);
const edge = (pattern: string): string => `(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`;
/** "CNN’s Jane Roe first reported" */
const STAFF = `[’']s\\s+(?:\\p{Lu}[\\p{L}.’'-]*\\s+){1,3}${BETWEEN}`;
/** "Wired Italy", "NBC 4 New York" */
const EDITION = '(?:\\s+(?:\\p{Lu}\\p{L}+|\\d+)){1,3}';
/** What an outlet itself is cited for, as "NBC documents", and no report of it. */
const NO_REPORT =
  '(?!\\s+(?:documents?|executives?|employees|insiders?|officials?|sources?|staff(?:ers)?|filings?|data))';
const frames: readonly RegExp[] = [
  new RegExp(edge(`(?<name>${OUTLET})${EDITION}\\s+${BETWEEN}(?:reported|reports)`), 'gu'),
  new RegExp(edge(`(?<name>${NAMED})${STAFF}(?:reported|reports|wrote|writes|revealed)`), 'gu'),
  // Behind what it reported: "…,” reported the Harbour Times."
  new RegExp(edge(`(?:reported|reports|wrote)\\s+(?:the\\s+)?(?<name>${NAMED})(?=[.,;:])`), 'gu'),
  new RegExp(edge(`(?<name>${NAMED})(?:[’']s)?\\s+${BETWEEN}${VERB}`), 'gu'),
  new RegExp(edge(`${orCapital(LEAD)}\\s+${KIND}(?<name>${NAMED})`) + NO_REPORT, 'gu'),
];
/** Without one of these nothing is credited: they are looked for first, since most blocks have none. */
const hint = new RegExp(edge(`(?:${AGENCY}|${OUTLET}|${PAPER})`), 'u');
const leadingArticle = /^(?:The|Der|Die|Das|Le|La|El|Il)\s+(?=\S+\s+\S)/u;
/** Words that begin a sentence or precede a name, and are not part of it. */
const notOfName =
  /^(?:(?:On|In|At|As|But|And|Yet|When|While|After|Before|Since|Late|Early|Earlier|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Last|This|That|For|Local|Britain’s|State)\s+)+/u;

const nameOf = (written: string): string => {
  const name = written.replace(/\s+/gu, ' ').replace(notOfName, '').replace(leadingArticle, '');
  return agencyNamed(name) ?? outlets.get(written) ?? outlets.get(name) ?? outlets.get(`The ${name}`) ?? name;
};

/** "told the Times": short for a paper that the text has named, or for one without a longer name. */
const shortFrames: readonly RegExp[] = [
  new RegExp(edge(`[Tt]he\\s+(?<name>${PAPER})(?:[’']s)?\\s+${BETWEEN}${VERB}`), 'gu'),
  new RegExp(edge(`${orCapital(LEAD)}\\s+the\\s+(?<name>${PAPER})`), 'gu'),
];
const fullName = new RegExp(edge(`(?:${NAME}\\s+){1,4}(?<short>${PAPER})`), 'gu');
const ofOneWord: ReadonlySet<string> = new Set(['Guardian', 'Independent', 'Telegraph', 'Observer']);

/** The papers that a text names in full, by what it may call them afterwards. */
const papersIn = (blocks: readonly CreditedBlock[]): ReadonlyMap<string, string> => {
  const papers = new Map<string, string>();
  for (const { text } of blocks)
    for (const { 0: written, groups } of text.matchAll(fullName)) {
      const short = groups?.short ?? '';
      if (!papers.has(short) && !ofOneWord.has(short)) papers.set(short, nameOf(written));
    }
  return papers;
};

/** Worked out for the first paper that a text calls by a short name. */
type Papers = () => ReadonlyMap<string, string>;

const inBlock = ({ start, text }: CreditedBlock, language: string, papers: Papers): readonly Credit[] => {
  if (!hint.test(text)) return [];
  const foundBy = (form: RegExp, name: (written: string) => string | undefined) =>
    [...text.matchAll(form)].flatMap(({ index, groups, 0: { length } }) => {
      const known = name(groups?.name ?? '');
      return known === undefined ? [] : [{ at: index, until: index + length, name: known }];
    });
  const shortFor = (short: string): string | undefined =>
    ofOneWord.has(short) ? short : papers().get(short);
  const named = [
    ...frames.flatMap((frame) => foundBy(frame, nameOf)),
    ...shortFrames.flatMap((frame) => foundBy(frame, shortFor)),
  ];
  if (named.length === 0) return [];
  const sentences = sentencesOf(text, { start: 0, end: text.length }, language);
  return named.flatMap(({ at, until, name }) => {
    const sentence = sentences.find((each) => each.start < until && at < each.end);
    return sentence === undefined ? [] : [{ start: start + sentence.start, end: start + sentence.end, name }];
  });
};

const SEVERAL = `(?<name>${AGENCY})(?:\\s*/\\s*${AGENCY})*`;
/** "BEIJING, April 15 (Reuters) -", "Berlin (dpa/AFP) –", "(AP) —", "МОСКВА, 3 мая. /ТАСС/." */
const datelines: readonly RegExp[] = [
  new RegExp(`^(?:\\p{Lu}[^()]{1,60})?\\(${SEVERAL}\\)\\s*[-–—:]`, 'u'),
  new RegExp(`^\\p{Lu}[^()/]{1,60}[.,]\\s*/${SEVERAL}/(?=[\\s.])`, 'u'),
  new RegExp(`^\\p{Lu}[\\p{L}\\s.]{1,30},?\\s[^()]{0,20}[-–—]\\s${SEVERAL}\\s*[-–—.]\\s`, 'u'),
];
/** A separate line: "Reuters", "By Jane Roe, Associated Press", "Quelle: dpa", "© 2024 AFP". */
const lines: readonly RegExp[] = [
  new RegExp(
    `^(?:(?:by|von|par|por|di|door|source|quelle|fuente|fonte|bron|источник)\\s*:?\\s+)?(?:[\\p{L}\\p{M} .’'-]{1,50}[,|]\\s*|(?:the|the canadian)\\s+)?${SEVERAL}\\.?$`,
    'iu',
  ),
  // Without "by" it is the credit of a picture: "Jane Roe/Reuters".
  new RegExp(`^(?:by|von|par|por|di|door)\\s+[\\p{L}\\p{M} .’'-]{1,50}/\\s*${SEVERAL}\\.?$`, 'iu'),
  new RegExp(
    `^(?:©|\\(c\\)|copyright)[\\s©\\d,–-]*(?:by\\s+)?(?:the\\s+)?${SEVERAL}(?![\\p{L}\\p{N}])`,
    'iu',
  ),
];
/** How Reuters ends what it sends. */
const reporting = /^\(?Reporting by .{3,200}?Editing by /u;
const LINE_AT_MOST = 100;
const OPENING_BLOCKS = 5;
const CLOSING_BLOCKS = 3;

const wireOfLine = (line: string): string | null => {
  for (const form of line.length > LINE_AT_MOST ? [] : lines) {
    const found = form.exec(line)?.groups?.name;
    const shown = found === undefined ? null : agencyNamed(found);
    if (shown !== null) return shown;
  }
  return null;
};

const wireOfOpening = (text: string): string | null => {
  const found = datelines.flatMap((form) => form.exec(text)?.groups?.name ?? [])[0];
  return found === undefined ? wireOfLine(text) : agencyNamed(found);
};

/**
 * The agency that wrote a text, by the line before it, by its byline, or by its last lines; null where none is named.
 */
export const wireOf = (blocks: readonly CreditedBlock[], byline: string | null): string | null => {
  const texts = blocks.map(({ text }) => text.trim());
  const opening = texts.slice(0, OPENING_BLOCKS).map(wireOfOpening);
  const closing = texts
    .slice(-CLOSING_BLOCKS)
    .map((text) => (reporting.test(text) ? 'Reuters' : wireOfLine(text)));
  const ofByline = byline === null ? null : wireOfLine(byline.trim());
  return [ofByline, ...opening, ...closing].find((name) => name !== null) ?? null;
};

/** The credits in a text, sentence by sentence; the agency that wrote it is credited for all of it. */
export const creditsIn = (
  blocks: readonly CreditedBlock[],
  { byline = null, language = 'und' }: { readonly byline?: string | null; readonly language?: string } = {},
): readonly Credit[] => {
  const last = blocks.at(-1);
  const wire = last === undefined ? null : wireOf(blocks, byline);
  const whole =
    wire === null || last === undefined ? [] : [{ start: 0, end: last.start + last.text.length, name: wire }];
  let known: ReturnType<Papers> | null = null;
  const papers: Papers = () => (known ??= papersIn(blocks));
  return [...whole, ...blocks.flatMap((block) => inBlock(block, language, papers))];
};
