/** The words of two versions of a memo, in one text or side by side, with steps from change to change. */
import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import type { ComparedBlock, MemoComparison } from '#domain/memo/compare-snapshots.ts';
import type { PlainBlock } from '#domain/memo/snapshot/plain-document.ts';
import { printCount } from '#domain/print-count.ts';
import { type MarkedRun, markChanges } from '#domain/text/sequences/compare-words.ts';
import { WordRuns } from '#renderer/parts/versions/WordRuns.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import styles from './compare.module.css';

const headingOf = (section: string | null): string => section ?? 'Head';

const Heading = ({ section, formerSection }: Pick<ComparedBlock, 'section' | 'formerSection'>) =>
  formerSection === undefined ? (
    headingOf(section)
  ) : (
    <>
      <del>{headingOf(formerSection)}</del> <ins>{headingOf(section)}</ins>
    </>
  );

const Legend = () => (
  <p className="quiet-words">
    <del>Struck through</del>: only in the earlier version. <ins>Underlined</ins>: only in the later version.
  </p>
);

/** The first run of each change can be navigated to. */
const Run = ({ run: { text, kind }, begins }: { readonly run: MarkedRun; readonly begins: boolean }) => {
  const at = begins ? { 'data-change': '' } : {};
  if (kind === 'same') return <span>{text}</span>;
  return kind === 'gone' ? <del {...at}>{text}</del> : <ins {...at}>{text}</ins>;
};

const Changed = ({ block }: { readonly block: ComparedBlock }) => {
  const runs = markChanges(block);
  const hasMoved = block.formerSection !== undefined;
  const isOnlyMoved = hasMoved && runs.every(({ kind }) => kind === 'same');
  return (
    <p className={styles.changed} {...(isOnlyMoved && { 'data-change': '' })}>
      {hasMoved && (
        <span className={styles.quiet}>
          <Heading {...block} />{' '}
        </span>
      )}
      {runs.map((run, at) => (
        <Run
          // biome-ignore lint/suspicious/noArrayIndexKey: the runs of one text never change their order
          key={at}
          run={run}
          begins={run.kind !== 'same' && (runs[at - 1]?.kind ?? 'same') === 'same'}
        />
      ))}
    </p>
  );
};

/** Unchanged paragraphs, collapsed; under the name of their section if that has no changes. */
const Folded = ({
  blocks,
  name,
}: {
  readonly blocks: readonly PlainBlock[];
  readonly name: string | null;
}) => (
  <details className={styles.folded}>
    <summary>
      {name !== null && <strong>{name}: </strong>}
      {printCount(blocks.length, 'paragraph')} unchanged
    </summary>
    {blocks.map(({ text }, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of one comparison never change their order
      <p key={at}>{text}</p>
    ))}
  </details>
);

/** The blocks grouped by section. */
const bySection = (blocks: readonly PlainBlock[]): readonly (readonly PlainBlock[])[] => {
  const parts: PlainBlock[][] = [];
  for (const block of blocks) {
    const last = parts.at(-1);
    if (last?.[0]?.section === block.section) last.push(block);
    else parts.push([block]);
  }
  return parts;
};

/** The whole text in reading order: changed blocks with marks, unchanged ones collapsed. */
const inlineParts = ({ blocks, same }: MemoComparison): readonly ReactNode[] => {
  const changedSections = new Set(blocks.map(({ section }) => section));
  const parts: ReactNode[] = [];
  let heading: string | null | undefined;
  const lead = (section: string | null): void => {
    if (section !== heading) parts.push(<h3 key={`h${parts.length}`}>{headingOf(section)}</h3>);
    heading = section;
  };
  const fold = (at: number): void => {
    for (const stretch of bySection(same.find((each) => each.at === at)?.blocks ?? [])) {
      const section = stretch[0]?.section ?? null;
      const isWhole = !changedSections.has(section);
      if (!isWhole) lead(section);
      parts.push(
        <Folded key={`f${parts.length}`} blocks={stretch} name={isWhole ? headingOf(section) : null} />,
      );
    }
  };
  blocks.forEach((block, at) => {
    fold(at);
    lead(block.section);
    parts.push(<Changed key={`c${parts.length}`} block={block} />);
  });
  fold(blocks.length);
  return parts;
};

/** Both versions as one text. */
export const InlineWords = ({ comparison }: { readonly comparison: MemoComparison }) => (
  <section className={joinClasses('differing-words', styles.inline)} aria-label="Text with changes">
    <Legend />
    {inlineParts(comparison)}
  </section>
);

/** The differences, the versions side by side. */
export const WordsBeside = ({ blocks, sameBlocks }: Pick<MemoComparison, 'blocks' | 'sameBlocks'>) => (
  <table className={joinClasses('differing-words', styles.table)}>
    <caption>
      Words <span className={styles.quiet}>({printCount(sameBlocks, 'paragraph')} unchanged)</span>
      <Legend />
    </caption>
    <thead>
      <tr>
        <th scope="col">Section</th>
        <th scope="col">Then</th>
        <th scope="col">Now</th>
      </tr>
    </thead>
    <tbody>
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one comparison never change their order
        <tr key={at} data-change="">
          <th scope="row">
            <Heading {...block} />
          </th>
          <td>
            <WordRuns runs={block.old ?? []} only="del" />
          </td>
          <td>
            <WordRuns runs={block.fresh ?? []} only="ins" />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** The number of displayed changes, and the current one, from 0; -1 before the first. */
export type ChangeSteps = { readonly count: number; readonly at: number; readonly go: (by: 1 | -1) => void };

export const stepWords = ({ count, at }: ChangeSteps): string =>
  at === -1 ? printCount(count, 'change') : `Change ${at + 1} of ${count}`;

const changesIn = (text: RefObject<HTMLElement | null>): readonly HTMLElement[] => [
  ...(text.current?.querySelectorAll<HTMLElement>('[data-change]') ?? []),
];

const markCurrent = (changes: readonly HTMLElement[], at: number): void => {
  for (const change of changes) change.removeAttribute('aria-current');
  changes[at]?.setAttribute('aria-current', 'true');
  changes[at]?.scrollIntoView({ block: 'center' });
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, [role="listbox"]') !== null;

const ways: Readonly<Record<string, 1 | -1>> = { j: 1, k: -1 };

/** Steps through the changes in `text`, also by J and K; starts over when the comparison or its view changes. */
export const useChangeSteps = (
  text: RefObject<HTMLElement | null>,
  data: MemoComparison | undefined,
  view: string,
): ChangeSteps => {
  const [count, setCount] = useState(0);
  const [at, setAt] = useState(-1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn follows from these two
  useEffect(() => {
    setCount(changesIn(text).length);
    setAt(-1);
  }, [text, data, view]);
  const go = (by: 1 | -1): void => {
    const changes = changesIn(text);
    if (changes.length === 0) return;
    // Wraps around from the last to the first.
    const next = (Math.max(at, by === 1 ? -1 : 0) + by + changes.length) % changes.length;
    markCurrent(changes, next);
    setAt(next);
  };
  const latest = useLatest(go);
  useEffect(() => {
    const step = (event: KeyboardEvent): void => {
      const way = ways[event.key.toLowerCase()];
      const isHeld = event.ctrlKey || event.altKey || event.metaKey;
      if (way === undefined || isHeld || isTyping(event.target)) return;
      event.preventDefault();
      latest.current(way);
    };
    window.addEventListener('keydown', step);
    return () => window.removeEventListener('keydown', step);
  }, []);
  return { count, at, go };
};
