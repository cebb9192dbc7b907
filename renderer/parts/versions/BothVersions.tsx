import type { OutsideCollision } from '#domain/contract/errors/write-errors.ts';
import { compareWords } from '#domain/text/sequences/compare-words.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { useSources } from '../source/use-sources.ts';
import { useTags } from '../tag/use-tags.ts';
import { printField, printValue } from './print-version.ts';
import styles from './versions.module.css';
import { WordRuns } from './WordRuns.tsx';

type Version = { readonly name: string; readonly value: unknown };
export type BothVersionsProps = {
  /** What has two versions. */
  readonly of: Pick<OutsideCollision, 'field' | 'what'>;
  readonly one: Version;
  readonly other: Version;
};

/** Names of tags and sources, which records contain as ids. */
const useNames = (): ((id: string) => string | undefined) => {
  const tags = useTags().byId as ReadonlyMap<string, { readonly name: string }>;
  const sources = useSources().byId as ReadonlyMap<string, { readonly name: string }>;
  return (id) => (tags.get(id) ?? sources.get(id))?.name;
};

/** Two versions of a field, or of a whole record, side by side; differing words are marked. */
export const BothVersions = ({ of, one, other }: BothVersionsProps) => {
  const nameOf = useNames();
  const runs = compareWords(printValue(one.value, nameOf), printValue(other.value, nameOf));
  const sides = [
    { name: one.name, runs: runs.old },
    { name: other.name, runs: runs.fresh },
  ];
  return (
    <section className={styles.versions} aria-label={printField(of)}>
      <h3>{printField(of)}</h3>
      {sides.map(({ name, runs: words }) => (
        <div key={name}>
          <h4>{name}</h4>
          <p className={joinClasses('differing-words', styles.value)}>
            <WordRuns runs={words} only="b" />
          </p>
        </div>
      ))}
    </section>
  );
};
