/**
 * Who wrote an article, for a citation style: a person with the family name apart, since many styles put it first, or a
 * name that stays as it is. A byline is kept as it was printed; here it is taken apart for print alone, and a name that
 * is not clearly a person's stays whole.
 */
import { proposeKind } from '../../source/propose-kind.ts';
import type { SourceKind } from '../../source/source.ts';

export type WorkName =
  | { readonly literal: string }
  | {
      readonly family: string;
      readonly given: string;
      /** "von der" */
      readonly prefix?: string;
      /** "Jr." */
      readonly suffix?: string;
    };

/** What kind of source has that name in the archive; null for a name that it does not have. */
export type KindOfName = (name: string) => SourceKind | null;

const between = /\s*;\s*|\s+(?:and|und|et|y|e|и|і|та|ve|en|og|och)\s+|\s+&\s+/u;
const particle =
  /^(?:von|van|vom|zu|zum|zur|de|der|den|del|della|di|da|dos|das|do|du|des|la|le|ter|ten|al|el|bin|ibn|af|av)$/u;
const suffix = /^(?:Jr\.?|Sr\.?|II|III|IV)$/u;
/** A word of a name: a capital first, letters, marks of names. */
const nameWord = /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|\p{L}['’]\p{Lu}[\p{L}\p{M}'’-]*|al-\p{Lu}\p{L}+)$/u;
/** Scripts in which the family name is recognised by its place at the end. */
const familyLast = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\s'’.-]+$/u;
/** What a paper calls those who write for it. */
const role =
  /(?<!\p{L})(?:staff|reporters?|correspondents?|desk|editors?|editorial|board|team|service|newsroom|bureau|contributors?|writers?|agenc(?:y|ies)|redaktion|agentur|rédaction|redacción|redazione|редакция|press|news|media)(?!\p{L})/iu;

const MAX_WORDS = 6;

const inParts = (words: readonly string[]): WorkName | null => {
  const last = words.at(-1) ?? '';
  const ended = suffix.test(last) ? words.slice(0, -1) : words;
  const firstParticle = ended.findIndex((word, at) => at > 0 && particle.test(word));
  const from = firstParticle === -1 ? ended.length - 1 : firstParticle;
  const tail = ended.slice(from);
  const prefix = tail.slice(0, -1);
  if (from < 1 || !prefix.every((word) => particle.test(word))) return null;
  const family = tail.at(-1) ?? '';
  if (![...ended.slice(0, from), family].every((word) => nameWord.test(word))) return null;
  return {
    family,
    given: ended.slice(0, from).join(' '),
    ...(prefix.length === 0 ? {} : { prefix: prefix.join(' ') }),
    ...(ended === words ? {} : { suffix: last }),
  };
};

const readName = (name: string, kindOf: KindOfName): WorkName => {
  const literal = { literal: name };
  const known = kindOf(name);
  if (known !== null && known !== 'person') return literal;
  if (!familyLast.test(name) || role.test(name)) return literal;
  if (known === null && proposeKind(name) !== 'person') return literal;
  const words = name.split(/\s+/u);
  return words.length > MAX_WORDS ? literal : (inParts(words) ?? literal);
};

/** "Miller, Jane" */
const readInverted = (text: string, kindOf: KindOfName): WorkName | null => {
  const [, family = '', given = ''] = /^([^\s,;]+(?:\s[^\s,;]+)?),\s+([^,;]+)$/u.exec(text) ?? [];
  if (family === '' || given.split(/\s+/u).length > 3) return null;
  if (family.includes(' ') && !particle.test(family.split(' ')[0] ?? '')) return null;
  const name = readName(`${given} ${family}`, kindOf);
  if ('literal' in name || kindOf(family) !== null || proposeKind(family) !== 'person') return null;
  return name;
};

/** The names of a byline in their order; a name that the archive has as an organisation's stays whole. */
export const readAuthors = (byline: string, kindOf: KindOfName): readonly WorkName[] => {
  const text = byline.replace(/\s+/gu, ' ').trim();
  if (text === '') return [];
  const known = kindOf(text);
  if (known !== null && known !== 'person') return [{ literal: text }];
  if (known === null && proposeKind(text) !== 'person') return [{ literal: text }];
  return text.split(between).flatMap((part) => {
    const inverted = readInverted(part, kindOf);
    if (inverted !== null) return [inverted];
    return part
      .split(/,\s+(?!(?:Jr|Sr)\b)/u)
      .filter((name) => name !== '')
      .map((name) => readName(name, kindOf));
  });
};
