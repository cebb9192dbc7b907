/**
 * Spellings in a text that may be of a person of the register and are known as none of his names: "M. Tolvanen",
 * "TOLVANEN" or "Tolvannen" for Mara Tolvanen-Ek. Each holds his last name, or one letter off it; what stands with it
 * as a name is his too. Only the analyst can say whether it is he: a spelling is offered, and never taken.
 */
import type { SourceId } from '../ids.ts';
import { leadingAbbreviations, sentenceOpeners } from '../reading/abbreviations.ts';
import { calendarWords, demonyms, honorifics } from '../reading/attribution/name-words.ts';
import {
  clauseOpeners,
  determiners,
  personNouns,
  pronouns,
  speakerNouns,
  titleWords,
} from '../reading/attribution/speaker-words.ts';
import type { TextRange } from '../text/selector.ts';
import { beginsAsName, isInCapitals, isOneName, type NameToken, nameTokens } from './name-tokens.ts';
import { finish, type KnownName } from './names-in-text.ts';

/** A spelling that is near to the names of a person; positions in UTF-16 units. */
export type NearName = TextRange & { readonly spelling: string; readonly id: SourceId };

export type NearNames = {
  /** The spellings in `text` in its order, outside of `taken`: the names that are known there. */
  readonly inText: (text: string, taken: readonly TextRange[]) => readonly NearName[];
};

const MIN_LAST_NAME = 4;
/** From so many letters on one may be missing, too many, or another. */
const MIN_MISSPELT = 6;

type Person = {
  readonly id: SourceId;
  /** All words of his names. */
  readonly words: ReadonlySet<string>;
  readonly initials: ReadonlySet<string>;
};

const keysOf = (name: string): readonly string[] => nameTokens(name).map(({ key }) => key);

/** The words of the last name: of "Mara Tolvanen-Ek" both that stand together, of "Tolvanen, Mara" the first. */
const lastNameOf = (name: string): readonly string[] => {
  const [first = '', ...behind] = name.split(',');
  const words = (behind.length > 0 ? first : name).trim().split(/\s+/u);
  return keysOf(words.at(-1) ?? '').filter(({ length }) => length >= MIN_LAST_NAME);
};

/** Whether one letter put in, left out or changed, or two neighbours swapped, makes `a` of `b`. */
const isOneLetterOff = (a: string, b: string): boolean => {
  if (a === b || Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const isSwap = short[at] === long[at + 1] && short[at + 1] === long[at];
  return short.slice(at + 1) === long.slice(at + 1) || (isSwap && short.slice(at + 2) === long.slice(at + 2));
};

/** Enters a person by the words of his last names. */
const enterPerson = (people: Map<string, Person[]>, { id, names }: KnownName): void => {
  const words = new Set(names.flatMap(keysOf));
  const person = { id, words, initials: new Set([...words].map((each) => each.slice(0, 1))) };
  for (const last of new Set(names.flatMap(lastNameOf))) {
    const known = people.get(last);
    if (known === undefined) people.set(last, [person]);
    else known.push(person);
  }
};

/** Words with a capital before a name that are none of it: "Minister Tolvanen", "Yesterday Tolvanen". */
const ofNobody: readonly ReadonlySet<string>[] = [
  sentenceOpeners,
  clauseOpeners,
  determiners,
  pronouns,
  titleWords,
  personNouns,
  speakerNouns,
  demonyms,
  calendarWords,
  leadingAbbreviations,
  new Set(Object.keys(honorifics)),
  new Set(
    'later earlier yesterday today tomorrow tonight meanwhile instead now soon again still only even'.split(
      ' ',
    ),
  ),
];
const isOfNobody = ({ key }: NameToken): boolean => ofNobody.some((words) => words.has(key));

const isOfPerson = ({ key }: NameToken, { words, initials }: Person): boolean =>
  words.has(key) ||
  (key.length === 1 && initials.has(key)) ||
  (key.length >= MIN_MISSPELT && [...words].some((word) => isOneLetterOff(word, key)));

type Text = { readonly text: string; readonly tokens: readonly NameToken[] };

/** Whether the word beside a spelling makes it another's name: "Pekka Tolvanen", "Tolvanen Shipping". */
const isOfAnother = ({ text, tokens }: Text, at: number, inner: number): boolean => {
  const [token, beside] = [tokens[at], tokens[inner]];
  if (token === undefined || beside === undefined || !beginsAsName(token)) return false;
  // A headline in capitals does not tell which of its words are names.
  if (isInCapitals(token) && isInCapitals(beside)) return false;
  const [before, after] = at < inner ? [token, beside] : [beside, token];
  return isOneName(text, before, after) && !isOfNobody(token);
};

/** How far the words of a person go on from the word at `from`. */
const lastOfPerson = ({ text, tokens }: Text, from: number, step: -1 | 1, person: Person): number => {
  const [inner, next] = [tokens[from], tokens[from + step]];
  if (inner === undefined || next === undefined || !beginsAsName(next)) return from;
  const [before, after] = step === 1 ? [inner, next] : [next, inner];
  const isHis = isOneName(text, before, after) && isOfPerson(next, person);
  return isHis ? lastOfPerson({ text, tokens }, from + step, step, person) : from;
};

/** The last name at `at` with the words around it that are the person's too; none where one beside is another's. */
const spellingAt = (where: Text, at: number, person: Person): readonly NearName[] => {
  const [first, last] = [lastOfPerson(where, at, -1, person), lastOfPerson(where, at, 1, person)];
  const [from, to] = [where.tokens[first], where.tokens[last]];
  const isOther = isOfAnother(where, first - 1, first) || isOfAnother(where, last + 1, last);
  if (isOther || from === undefined || to === undefined) return [];
  const [start, end] = [from.start, to.end];
  return [{ start, end, spelling: where.text.slice(start, end), id: person.id }];
};

const nearNamesOf = (persons: ReadonlyMap<string, readonly Person[]>): NearNames => {
  const lastNames = [...persons.keys()];
  const meantBy = ({ key }: NameToken): readonly Person[] => {
    const same = persons.get(key);
    if (same !== undefined || key.length < MIN_MISSPELT) return same ?? [];
    return lastNames
      .filter((last) => last.length >= MIN_MISSPELT && isOneLetterOff(last, key))
      .flatMap((last) => persons.get(last) ?? []);
  };
  return {
    inText(text, taken) {
      const tokens = nameTokens(text);
      const isFree = (token: NameToken): boolean =>
        beginsAsName(token) && !taken.some(({ start, end }) => start <= token.start && token.end <= end);
      const found = tokens.flatMap((token, at) =>
        isFree(token) ? meantBy(token).flatMap((person) => spellingAt({ text, tokens }, at, person)) : [],
      );
      return [...new Map(found.map((near) => [`${near.start} ${near.id}`, near])).values()];
    },
  };
};

/** Makes the names of people ready for spellings that are near to them, one person a step. */
export function* makingNearNames(people: readonly KnownName[]): Generator<void, NearNames> {
  const persons = new Map<string, Person[]>();
  for (const each of people) {
    enterPerson(persons, each);
    yield;
  }
  return nearNamesOf(persons);
}

/** The names of people, made ready for spellings that are near to them. */
export const createNearNames = (people: readonly KnownName[]): NearNames => finish(makingNearNames(people));
