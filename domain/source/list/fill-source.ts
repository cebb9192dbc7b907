import type { Timestamp } from '../../time.ts';
import { addAliases } from '../../tree/add-aliases.ts';
import type { ChildIndex } from '../../tree/child-index.ts';
import { setReliability } from '../set-reliability.ts';
import { descriptorFields, type Source } from '../source.ts';
import type { ListedSource, ListRefusal, SourcePart } from './listed-source.ts';
import { readReliability } from './read-list-words.ts';

type SourceIndex = ChildIndex<Source>;

/** Stands in the history of a letter that a list has given. */
const WHY = 'From an imported source list';
/** An alias is a name, and no longer than one. */
const MAX_ALIAS = 200;

export type Filled = {
  readonly source: Source;
  readonly takes: readonly SourcePart[];
  readonly keeps: readonly SourcePart[];
  readonly refused: readonly ListRefusal[];
};

const none = { takes: [], keeps: [], refused: [] };

const fillReliability = (source: Source, written: string, at: Timestamp): Filled => {
  if (written === '') return { source, ...none };
  const letter = readReliability(written);
  if (letter === null) return { source, ...none, refused: [{ why: 'reliability', said: written }] };
  if (source.reliability === letter) return { source, ...none };
  if (source.reliability !== null) return { source, ...none, keeps: ['reliability'] };
  return { ...none, source: setReliability(source, letter, WHY, at), takes: ['reliability'] };
};

const fillAliases = (index: SourceIndex, source: Source, more: readonly string[]): Filled => {
  const isLong = (alias: string): boolean => alias.length > MAX_ALIAS;
  const short = more.filter((alias) => !isLong(alias));
  const { aliases, taken } = addAliases(index, source, short);
  return {
    source: { ...source, aliases },
    takes: aliases.length > source.aliases.length ? ['aliases'] : [],
    keeps: [],
    refused: [
      ...taken.map((said) => ({ why: 'alias-taken', said }) as const),
      ...more.filter(isLong).map((said) => ({ why: 'alias-long', said }) as const),
    ],
  };
};

const fillDescriptor = (source: Source, said: Source['descriptor']): Filled => {
  const filled = { ...source.descriptor };
  const [takes, keeps]: [SourcePart[], SourcePart[]] = [[], []];
  for (const field of descriptorFields) {
    const [here, there] = [(filled[field] ?? '').trim(), (said[field] ?? '').trim()];
    if (there === '' || there === here) continue;
    (here === '' ? takes : keeps).push(field);
    if (here === '') filled[field] = there;
  }
  return { source: { ...source, descriptor: filled }, takes, keeps, refused: [] };
};

/** `source` with what `listed` says and nobody has said here; as it is where there is nothing to fill. */
export const fillSource = (
  index: SourceIndex,
  source: Source,
  listed: ListedSource,
  at: Timestamp,
): Filled => {
  const letter = fillReliability(source, listed.reliability, at);
  const names = fillAliases(index, letter.source, listed.aliases);
  const descriptor = fillDescriptor(names.source, listed.descriptor);
  const parts = [letter, names, descriptor];
  const takes = parts.flatMap((part) => part.takes);
  return {
    source: takes.length === 0 ? source : { ...descriptor.source, updatedAt: at },
    takes,
    keeps: parts.flatMap((part) => part.keeps),
    refused: parts.flatMap((part) => part.refused),
  };
};
