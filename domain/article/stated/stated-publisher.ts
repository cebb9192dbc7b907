import { readStatedDate } from '../../dates/read-stated-date.ts';
import { knownName } from './known-name.ts';
import { endsSentence, linePartsOf, MAX_LINE_LENGTH } from './line-parts.ts';
import { datesIn } from './stated-date.ts';

/** Words that name a publication, in the languages whose papers are read most; whole words. */
const PUBLICATION_WORD =
  /(?<![\p{L}\p{N}])(?:Times|Post|News|Ledger|Journal|Herald|Gazette|Tribune|Daily|Observer|Guardian|Telegraph|Chronicle|Courier|Standard|Examiner|Inquirer|Sentinel|Mirror|Dispatch|Bulletin|Monitor|Review|Quarterly|Magazine|Weekly|Press|Agency|Broadcasting|Zeitung|Rundschau|Presse|Allgemeine|Tageblatt|Nachrichten|Monde|Figaro|Journal|Gazzetta|Corriere|Repubblica|Diario|Periódico|Jornal|Folha|Gazeta|Dagbladet|Tidende)(?![\p{L}\p{N}])/u;
/** Agencies and stations that are known by a name of one word. */
const AGENCY =
  /^(?:Reuters|AFP|AP|dpa|EFE|ANSA|TASS|Interfax|Xinhua|Kyodo|PTI|Bloomberg|BBC|CNN|CNBC|NPR|Al Jazeera|Politico|Axios|Agence France-Presse|Associated Press|The Associated Press)$/iu;

const CREDITS: readonly RegExp[] = [
  /^(?:source|via|publication|publisher|quelle|fuente|fonte)\s*:\s*(.+)$/iu,
  /(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?,?\s*)?(?:by\s+)?([^.©\d][^.©]*?)(?:[.,]?\s+all rights reserved.*|\.)?$/iu,
  /\b(?:first|originally)\s+(?:published|appeared)\s+(?:in|on|by|at)\s+([^.]+?)\.?$/iu,
  // The place, then the agency, then the text: "BEIJING, April 15 (Reuters) - "
  /^\p{Lu}[\p{Lu}\s.,'’/-]{1,40}(?:,?\s+[\p{L}\d.,\s]{0,30})?\(([^()]{2,40})\)\s*[-–—]/u,
];

/** Up to six words, each with a capital but for those that join names. */
const NAME_OF_WORDS =
  /^\p{Lu}[\p{L}\p{M}\d.’'&-]*(?:\s(?:\p{Lu}[\p{L}\p{M}\d.’'&-]*|of|the|and|&|de|da|la|le|du|für|der|y|e)){0,5}$/u;

/** Whether `name` is like that of a publication: by a word that papers bear, or as an agency. */
export const isLikePublication = (name: string): boolean =>
  AGENCY.test(name) || (PUBLICATION_WORD.test(name) && NAME_OF_WORDS.test(name));

const isName = (text: string): boolean => /^[\p{L}\d]/u.test(text) && text.length >= 2 && text.length <= 80;

/** "Trade Ledger, 15 April 2024": the name before a date. */
const besideDate = (part: string): string | null => {
  const [date] = datesIn(part);
  if (date === undefined || readStatedDate(part) !== null) return null;
  const [before = ''] = part.split(date.written);
  const name = before.replace(/[\s,(–—-]+$/u, '').trim();
  return isName(name) ? name : null;
};

const ofPart = (part: string, known: readonly string[]): readonly string[] => {
  const name = knownName(part, known) ?? null;
  if (name !== null) return [name];
  if (isLikePublication(part)) return [part];
  const dated = besideDate(part);
  if (dated === null) return [];
  const knownDated = knownName(dated, known);
  if (knownDated !== null) return [knownDated];
  return isLikePublication(dated) ? [dated] : [];
};

/** The publications that `line` names as such; one that is known is given by its known name. */
export const statedPublishers = (line: string, known: readonly string[]): readonly string[] => {
  const credited = CREDITS.flatMap((form) => form.exec(line)?.[1]?.trim() ?? []).filter(isName);
  if (credited.length > 0) return credited.map((name) => knownName(name, known) ?? name);
  if (line.length > MAX_LINE_LENGTH || endsSentence(line)) return [];
  return linePartsOf(line).flatMap((part) => ofPart(part, known));
};
