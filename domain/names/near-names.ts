/**
 * Spellings in a text that may be of a person of the register and are known as none of his names: "M. Tolvanen",
 * "TOLVANEN" or "Tolvannen" for Mara Tolvanen-Ek. Each holds his last name, or one letter off it; what stands with it
 * as a name is his too. Only the analyst can say whether it is he: a spelling is offered, and never taken.
 */
import type { SourceId } from '../ids.ts';
import { leadingAbbreviations, sentenceOpeners } from '../reading/abbreviations.ts';
import { calendarWords, demonyms, honorifics, placeWords } from '../reading/attribution/name-words.ts';
import {
  clauseOpeners,
  determiners,
  groupNouns,
  personNouns,
  pronouns,
  speakerNouns,
  titleWords,
} from '../reading/attribution/speaker-words.ts';
import { foldText } from '../text/fold-text.ts';
import type { TextRange } from '../text/selector.ts';
import { beginsAsName, isInCapitals, isOneName, type NameToken, nameTokens } from './name-tokens.ts';
import { finish, type KnownName } from './names-in-text.ts';
import {
  mayBeOneLastName,
  type Script,
  type Sound,
  scriptOf,
  soundsOf,
  soundsOfName,
} from './other-script.ts';

/** A spelling that is near to the names of a person; positions in UTF-16 units. */
export type NearName = TextRange & {
  readonly spelling: string;
  readonly id: SourceId;
  /** The script it is read from, where the person's name is in another; null where both are in one. */
  readonly readFrom: Script | null;
};

export type NearNames = {
  /** The spellings in `text` in its order, outside of `taken`: the names that are known there. */
  readonly inText: (text: string, taken: readonly TextRange[]) => readonly NearName[];
};

const MIN_LAST_NAME = 4;
/** From so many letters on one may be missing, too many, or another. */
const MIN_MISSPELT = 6;
/** A first name that is read from another script has so many consonants. */
const MIN_FIRST = 2;

type Person = {
  readonly id: SourceId;
  /** All words of his names. */
  readonly words: ReadonlySet<string>;
  readonly initials: ReadonlySet<string>;
  /** The consonants of his words in a script; made when a word in another is read as his. */
  readonly sounds: (script: Script) => ReadonlySet<string>;
};

/** A last name as it sounds, for words in another script. */
type SoundingName = { readonly sound: Sound; readonly person: Person };

type People = {
  readonly byLast: Map<string, Person[]>;
  /** By the script and the consonants of the last name. */
  readonly bySound: Map<string, SoundingName[]>;
  /** Last names that may be misspelt, by their first letter: that one is never off. */
  readonly byInitial: Map<string, string[]>;
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

const push = <T>(into: Map<string, T[]>, key: string, value: T): void => {
  const known = into.get(key);
  if (known === undefined) into.set(key, [value]);
  else known.push(value);
};

const consonantsOf = (words: Iterable<string>, script: Script): ReadonlySet<string> =>
  new Set(
    [...words].flatMap((word) =>
      scriptOf(word) === script ? soundsOf(word, script).map(({ consonants }) => consonants) : [],
    ),
  );

const personOf = ({ id, names }: KnownName): Person => {
  const words = new Set(names.flatMap(keysOf));
  const made = new Map<Script, ReadonlySet<string>>();
  return {
    id,
    words,
    initials: new Set([...words].map((each) => each.slice(0, 1))),
    sounds(script) {
      const sounds = made.get(script) ?? consonantsOf(words, script);
      made.set(script, sounds);
      return sounds;
    },
  };
};

/** Enters a person by the words of his last names, and by how these sound. */
const enterPerson = ({ byLast, bySound, byInitial }: People, known: KnownName): void => {
  const person = personOf(known);
  for (const last of new Set(known.names.flatMap(lastNameOf))) {
    if (!byLast.has(last) && last.length >= MIN_MISSPELT) push(byInitial, last.slice(0, 1), last);
    push(byLast, last, person);
    const script = scriptOf(last);
    if (script === null) continue;
    for (const sound of soundsOfName(last, script))
      push(bySound, `${script} ${sound.consonants}`, { sound, person });
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

/** Such words in Russian, Ukrainian and Bulgarian, folded. */
const titlesInCyrillic = new Set(
  (
    'президент президента президентом премьер премьера премєр министр министра міністр канцлер канцлера генерал ' +
    'глава лидер лідер госсекретарь генсек посол сенатор депутат господин госпожа пан пані судья ранее позже также ' +
    'однако по после о об с со и а но что как когда если для у в на от за до из перед'
  )
    .split(' ')
    .map(foldText),
);

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
  if (scriptOf(token.key) === 'Cyrillic' && (isInCapitals(token) || titlesInCyrillic.has(token.key)))
    return false;
  const [before, after] = at < inner ? [token, beside] : [beside, token];
  return isOneName(text, before, after) && !isOfNobody(token);
};

type IsHis = (token: NameToken) => boolean;

/** How far the words of a person go on from the word at `from`. */
const lastOfPerson = ({ text, tokens }: Text, from: number, step: -1 | 1, isHis: IsHis): number => {
  const [inner, next] = [tokens[from], tokens[from + step]];
  if (inner === undefined || next === undefined || !beginsAsName(next)) return from;
  const [before, after] = step === 1 ? [inner, next] : [next, inner];
  const goesOn = isOneName(text, before, after) && isHis(next);
  return goesOn ? lastOfPerson({ text, tokens }, from + step, step, isHis) : from;
};

/** The last name at `at` with the words around it that are the person's too; none where one beside is another's. */
const spellingAt = (
  where: Text,
  at: number,
  { id, isHis, readFrom }: Pick<NearName, 'id' | 'readFrom'> & { readonly isHis: IsHis },
): readonly NearName[] => {
  const [first, last] = [lastOfPerson(where, at, -1, isHis), lastOfPerson(where, at, 1, isHis)];
  const [from, to] = [where.tokens[first], where.tokens[last]];
  const isOther = isOfAnother(where, first - 1, first) || isOfAnother(where, last + 1, last);
  if (isOther || from === undefined || to === undefined) return [];
  const [start, end] = [from.start, to.end];
  return [{ start, end, spelling: where.text.slice(start, end), id, readFrom }];
};

/** Whether a word of another script sounds as one of a person's, or is its initial. */
const soundsAsHis = ({ key }: NameToken, script: Script, { sounds }: Person): boolean => {
  const his = sounds(script === 'Latin' ? 'Cyrillic' : 'Latin');
  const isInitial = key.length === 1;
  return soundsOf(key, script).some(({ consonants }) =>
    isInitial
      ? consonants !== '' && [...his].some((each) => each.startsWith(consonants))
      : consonants.length >= MIN_FIRST && his.has(consonants),
  );
};

/** "French", "Moscow", "Source": words that sound as a last name in another script by chance. */
const isWordAlone = (token: NameToken): boolean =>
  isOfNobody(token) || placeWords.has(token.key) || groupNouns.has(token.key);

/** The people whose last name, in another script, sounds as the word at `at`. */
const readAt = (where: Text, at: number, { bySound }: People): readonly NearName[] => {
  const token = where.tokens[at];
  const script = token === undefined ? null : scriptOf(token.key);
  if (token === undefined || script === null || token.key.length < MIN_LAST_NAME) return [];
  if (titlesInCyrillic.has(token.key)) return [];
  const other: Script = script === 'Latin' ? 'Cyrillic' : 'Latin';
  return soundsOf(token.key, script).flatMap((sound) =>
    (bySound.get(`${other} ${sound.consonants}`) ?? []).flatMap(({ sound: his, person }) => {
      const isHis: IsHis = (next) => scriptOf(next.key) === script && soundsAsHis(next, script, person);
      const hasFirst = lastOfPerson(where, at, -1, isHis) < at || lastOfPerson(where, at, 1, isHis) > at;
      return mayBeOneLastName(sound, his, hasFirst) && (hasFirst || !isWordAlone(token))
        ? spellingAt(where, at, { id: person.id, isHis, readFrom: script })
        : [];
    }),
  );
};

const nearNamesOf = (people: People): NearNames => {
  const persons = people.byLast;
  const meantBy = ({ key }: NameToken): readonly Person[] => {
    const same = persons.get(key);
    if (same !== undefined || key.length < MIN_MISSPELT) return same ?? [];
    return (people.byInitial.get(key.slice(0, 1)) ?? [])
      .filter((last) => isOneLetterOff(last, key))
      .flatMap((last) => persons.get(last) ?? []);
  };
  return {
    inText(text, taken) {
      const tokens = nameTokens(text);
      const isFree = (token: NameToken): boolean =>
        beginsAsName(token) && !taken.some(({ start, end }) => start <= token.start && token.end <= end);
      const found = tokens.flatMap((token, at) =>
        isFree(token)
          ? [
              ...meantBy(token).flatMap((person) =>
                spellingAt({ text, tokens }, at, {
                  id: person.id,
                  isHis: (next) => isOfPerson(next, person),
                  readFrom: null,
                }),
              ),
              ...readAt({ text, tokens }, at, people),
            ]
          : [],
      );
      return [...new Map(found.map((near) => [`${near.start} ${near.id}`, near])).values()];
    },
  };
};

/** Makes the names of people ready for spellings that are near to them, one person a step. */
export function* makingNearNames(people: readonly KnownName[]): Generator<void, NearNames> {
  const entered: People = { byLast: new Map(), bySound: new Map(), byInitial: new Map() };
  for (const each of people) {
    enterPerson(entered, each);
    yield;
  }
  return nearNamesOf(entered);
}

/** The names of people, made ready for spellings that are near to them. */
export const createNearNames = (people: readonly KnownName[]): NearNames => finish(makingNearNames(people));
