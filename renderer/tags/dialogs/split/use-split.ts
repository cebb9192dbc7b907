import { useMemo, useState } from 'react';
import {
  type SplitPart,
  type SplitRow,
  type SplitRule,
  splitParts,
  withMoved,
} from '#domain/coding/split-parts.ts';
import type { TagRow } from '#domain/contract/tag.ts';
import type { PassageId } from '#domain/ids.ts';
import { tagNameSchema } from '#domain/tag/tag.ts';
import { exactName } from '#domain/tree/compare-names.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';

/** A part as it is shown: what it will be called, and whether it is made. */
export type ShownPart = SplitPart & { readonly isTaken: boolean };

const noRows: readonly SplitRow[] = [];
const untouched: {
  readonly names: ReadonlyMap<string, string>;
  readonly left: ReadonlySet<string>;
  readonly moved: ReadonlyMap<PassageId, string | null>;
} = { names: new Map(), left: new Set(), moved: new Map() };

/** Whether every part that is made can be called as it is, and none as another. */
const areNamed = (parts: readonly ShownPart[]): boolean => {
  const names = parts.map(({ name }) => exactName(name));
  return new Set(names).size === names.length && names.every((name) => tagNameSchema.safeParse(name).success);
};

/** What is being said of how a tag is split, and what comes of it. */
export const useSplit = (tag: TagRow) => {
  const { data } = useQuery('passage:list', { filter: { tagId: tag.id } });
  const [rule, setRule] = useState<SplitRule>('label');
  const [words, setWords] = useState('');
  const [by, setBy] = useState(untouched);
  const rows = useMemo(
    () => data?.rows.filter(({ tagIds }) => tagIds.includes(tag.id)) ?? noRows,
    [data, tag.id],
  );
  const parts = useMemo(
    (): readonly ShownPart[] =>
      withMoved(splitParts(rule, rows, words), by.moved).map((part) => ({
        ...part,
        name: by.names.get(part.key) ?? part.name,
        isTaken: !by.left.has(part.key),
      })),
    [rule, rows, words, by],
  );
  const made = parts.filter(({ isTaken, passageIds }) => isTaken && passageIds.length > 0);
  const count = made.reduce((sum, { passageIds }) => sum + passageIds.length, 0);
  return {
    isLoaded: data !== undefined,
    rows,
    rule,
    words,
    parts,
    made,
    /** How many stay with the tag. */
    staying: rows.length - count,
    isReady: made.length > 0 && areNamed(made),
    setRule(next: SplitRule): void {
      setRule(next);
      setBy(untouched);
    },
    setWords,
    rename: (key: string, name: string) => setBy({ ...by, names: new Map(by.names).set(key, name) }),
    take(key: string, isTaken: boolean): void {
      const left = new Set(by.left);
      if (isTaken) left.delete(key);
      else left.add(key);
      setBy({ ...by, left });
    },
    move: (id: PassageId, key: string | null) => setBy({ ...by, moved: new Map(by.moved).set(id, key) }),
  };
};

export type Split = ReturnType<typeof useSplit>;
