/**
 * The organisation for which a person speaks, as an English text says it beside the name: "State Department spokesman
 * Matthew Miller", "Jane Roe, a spokeswoman for the Harbour Ministry,". Offered, never set; null where the text says
 * nothing of the kind, or names two.
 */
import { escapePattern } from '../../text/escape-pattern.ts';
import { groupNouns, personNouns } from './speaker-words.ts';

const WORD = String.raw`\p{Lu}[\p{L}\p{M}.’'&-]*`;
const ORGANISATION = `(?<organisation>${WORD}(?:\\s+(?:(?:of|for|and)\\s+(?:the\\s+)?)?${WORD}){0,6})`;
const ROLE = `(?:${[...personNouns].join('|')})`;
const ADJECTIVES = String.raw`(?:(?:an?|the|its|his|her|senior|chief|deputy|former|acting|top|press|main|new)\s+)*`;

const namesGroup = (organisation: string): boolean =>
  organisation
    .toLowerCase()
    .split(/\s+/u)
    .some((word) => groupNouns.has(word.replace(/[’']s$/u, '')));

/** Without the article and the word that only begins the sentence. */
const bare = (organisation: string): string =>
  organisation
    .replace(/^(?:The|On|In|At|But|And|As)\s+/u, '')
    .replace(/[’']s$/u, '')
    .replace(/\s+/gu, ' ');

export const organisationOf = (text: string, name: string): string | null => {
  const called = escapePattern(name).replaceAll(' ', '\\s+');
  const forms = [
    new RegExp(`${ORGANISATION}\\s+(?:${WORD}\\s+)?${ROLE}\\s+${called}(?![\\p{L}\\p{N}])`, 'gu'),
    new RegExp(
      `(?<![\\p{L}\\p{N}])${called},\\s+${ADJECTIVES}(?:\\p{Ll}+\\s+){0,2}${ROLE}\\s+(?:for|of|at|with|from)\\s+(?:the\\s+)?${ORGANISATION}`,
      'gu',
    ),
  ];
  const found = forms
    .flatMap((form) => [...text.matchAll(form)].map(({ groups }) => bare(groups?.organisation ?? '')))
    .filter(namesGroup);
  const [first, ...others] = [...new Set(found)];
  return first !== undefined && others.length === 0 ? first : null;
};
