/**
 * Where a text says that another paper or an agency is its source: in a sentence ("the Harbour Times reported",
 * "laut dpa"), in the line before it ("BEIJING, April 15 (Reuters) -"), in its byline or its last lines. There is no
 * grammar behind it, only names that papers and agencies bear, and the words that stand beside them when they are
 * credited; what is missed counts as before.
 */
import { sentencesOf } from '../reading/sentences.ts';
import { escapePattern } from '../text/escape-pattern.ts';
import { foldName } from '../text/fold-text.ts';

export type Credit = {
  /** What it holds for (UTF-16 in the text): the sentence that names it, or all of the text. */
  readonly start: number;
  readonly end: number;
  readonly name: string;
};

/** The textblocks of a text: where each begins in it, and its words. */
export type CreditedBlock = { readonly start: number; readonly text: string };

/**
 * News agencies, by the name that is shown and all that papers call them. What an agency wrote is of its origin, whichever
 * papers print it.
 */

/** A line each: the name that is shown, then what else stands for it. */
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

const spellings: ReadonlyMap<string, string> = new Map(
  AGENCY_TABLE.trim()
    .split('\n')
    .flatMap((line) => {
      const [shown = '', ...others] = line.split('|');
      return [shown, ...others].map((spelling) => [spelling, shown] as const);
    }),
);

const folded: ReadonlyMap<string, string> = new Map(
  [...spellings].map(([spelling, shown]) => [foldName(spelling), shown]),
);

/** Every way in which agencies are written, the longest first, so that none hides a longer one in a pattern. */
const agencySpellings: readonly string[] = [...spellings.keys()].toSorted((a, b) => b.length - a.length);

/** The name that is shown of an agency, by what a paper calls it; null for none. */
export const agencyNamed = (spelling: string): string | null =>
  spellings.get(spelling) ?? folded.get(foldName(spelling)) ?? null;

const AGENCY = `(?:${agencySpellings.map(escapePattern).join('|')})`;
const NAME = String.raw`\p{Lu}[\p{L}\p{M}’'&.-]*`;
/** Words that papers bear in their names. What else is called so, a board or an office, is a source as well. */
const PAPER =
  '(?:Times|Post|News|Ledger|Journal|Herald|Gazette|Tribune|Observer|Guardian|Telegraph|Chronicle|Courier|Examiner|Inquirer|Sentinel|Mirror|Dispatch|Bulletin|Monitor|Star|Independent|Globe|Mail|Express|Standard|Register|Record|Zeitung|Rundschau|Presse|Allgemeine|Tageblatt|Nachrichten|Spiegel|Monde|Figaro|Gazzetta|Corriere|Repubblica|Diario|Periódico|Jornal|Folha|Gazeta|Dagbladet|Tidende)';
/** A name of a paper: one to four further words before, or the paper's word first ("Journal du Port"). */
const NAMED = `(?:${AGENCY}|(?:${NAME}\\s+){1,4}${PAPER}|(?:Le|La|El|Il|Der|Die)\\s+${PAPER}|${PAPER}\\s+(?:of|du|de|de la|des|della|di)\\s+${NAME})`;

const BETWEEN =
  '(?:(?:newspaper|daily|news agency|agency|website|correspondent|had|has|first|also|exclusively|later|earlier|then)\\s+){0,3}';
const VERB =
  '(?:reported|reports|wrote|writes|said|says|revealed|disclosed|berichtete|berichtet|meldete|meldet|schrieb|schreibt|zufolge|(?:a\\s+)?(?:rapporté|rapporte|écrit|révélé|annoncé)|informó|reportó|publicó|reveló|informa|(?:ha\\s+)?(?:riferito|scritto|riporta|riferisce|rivelato)|noticiou|informou|publicou|relatou|meldde|schreef|meldt|schrijft|сообщил[аио]?|сообщает|пишет|написал[аи]?|переда[её]т|передал[аио]?|повідомил[аио]?|повідомляє|bildirdi|yazdı)';
const LEAD =
  "(?:according to|reported by|cited by|quoted by|citing|quoting|told|published (?:in|by)|appeared in|interview with|reports? (?:in|by|from)|writing in|wrote in|speaking to|laut|nach Angaben (?:der|des|von)|gegenüber|unter Berufung auf|selon|d[’']après|citant|rapporté par|según|de acuerdo con|citando a?|secondo|come riporta|segundo|de acordo com|volgens|по данным|со ссылкой на|как сообщает|как пишет|цитирует|сообщает|передаёт|berichtete|berichtet|meldete|meldet|schrieb|schreibt|zitiert|zitierte|rapporte|écrit|informó|publicó|riporta|scrive|за даними|з посиланням на)";
const KIND =
  "(?:(?:the|a|der|dem|den|die|das|le|la|les|l[’']|el|il|lo|o|a|de|het|state|local|newspaper|daily|weekly|magazine|news|agency|Zeitung|Tageszeitung|Nachrichtenagentur|Agentur|agence|quotidien|journal|diario|agencia|agenzia|giornale|jornal|agência|krant|persbureau|агентство|агентства|газета|газету|газеты|издание|издания)\\s*)*";

/** A pattern whose alternatives may also begin a sentence. */
const orCapital = (pattern: string): string =>
  pattern.replace(/(?<=\(\?:|\|)\p{Ll}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`);
const edge = (pattern: string): string => `(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`;
const frames: readonly RegExp[] = [
  new RegExp(edge(`(?<name>${NAMED})(?:[’']s)?\\s+${BETWEEN}${VERB}`), 'gu'),
  new RegExp(edge(`${orCapital(LEAD)}\\s+${KIND}(?<name>${NAMED})`), 'gu'),
];
/** Without one of these nothing is credited: they are looked for first, since most blocks have none. */
const hint = new RegExp(edge(`(?:${AGENCY}|${PAPER})`), 'u');
const leadingArticle = /^(?:The|Der|Die|Das|Le|La|El|Il)\s+(?=\S+\s+\S)/u;
/** Words that begin a sentence or stand before a name, and are none of it. */
const notOfName =
  /^(?:(?:On|In|At|As|But|And|Yet|When|While|After|Before|Since|Late|Early|Earlier|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Last|This|That|For|Local|Britain’s|State)\s+)+/u;

const nameOf = (written: string): string => {
  const name = written.replace(/\s+/gu, ' ').replace(notOfName, '').replace(leadingArticle, '');
  return agencyNamed(name) ?? name;
};

const inBlock = ({ start, text }: CreditedBlock, language: string): readonly Credit[] => {
  if (!hint.test(text)) return [];
  const named = frames.flatMap((frame) =>
    [...text.matchAll(frame)].map(({ index, groups, 0: { length } }) => ({
      at: index,
      until: index + length,
      name: nameOf(groups?.name ?? ''),
    })),
  );
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
  new RegExp(`^\\p{Lu}[^()/]{1,60}/${SEVERAL}/`, 'u'),
  new RegExp(`^\\p{Lu}[\\p{L}\\s.]{1,30},?\\s[^()]{0,20}[-–—]\\s${SEVERAL}\\s*[-–—.]\\s`, 'u'),
];
/** A line of its own: "Reuters", "By Jane Roe, Associated Press", "Quelle: dpa", "© 2024 AFP". */
const lines: readonly RegExp[] = [
  new RegExp(
    `^(?:(?:by|von|par|por|di|door|source|quelle|fuente|fonte|bron|источник)\\s*:?\\s+)?(?:[\\p{L}\\p{M} .’'-]{1,50}[,|/]\\s*|(?:the|the canadian)\\s+)?${SEVERAL}\\.?$`,
    'iu',
  ),
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

/** The agency that wrote a text, by the line before it, by its byline, or by its last lines; null where none is named. */
export const wireOf = (blocks: readonly CreditedBlock[], byline: string | null): string | null => {
  const texts = blocks.map(({ text }) => text.trim());
  const opening = texts.slice(0, OPENING_BLOCKS).map(wireOfOpening);
  const closing = texts
    .slice(-CLOSING_BLOCKS)
    .map((text) => (reporting.test(text) ? 'Reuters' : wireOfLine(text)));
  const ofByline = byline === null ? null : wireOfLine(byline.trim());
  return [ofByline, ...opening, ...closing].find((name) => name !== null) ?? null;
};

/** What a text credits, sentence by sentence; the agency that wrote it is credited for all of it. */
export const creditsIn = (
  blocks: readonly CreditedBlock[],
  { byline = null, language = 'und' }: { readonly byline?: string | null; readonly language?: string } = {},
): readonly Credit[] => {
  const last = blocks.at(-1);
  const wire = last === undefined ? null : wireOf(blocks, byline);
  const whole =
    wire === null || last === undefined ? [] : [{ start: 0, end: last.start + last.text.length, name: wire }];
  return [...whole, ...blocks.flatMap((block) => inBlock(block, language))];
};
