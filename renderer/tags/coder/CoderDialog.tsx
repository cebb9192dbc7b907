import { useState } from 'react';
import { type CodingUnit, codingUnits } from '#domain/coding/coders/count-agreement.ts';
import type { CoderComparison, CoderCounts } from '#domain/contract/exchange.ts';
import { printCount } from '#domain/print-count.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { AgreementRows } from './AgreementRows.tsx';
import styles from './coder.module.css';
import { endComparison, settle, undoSettling, useCoder } from './compare-coder.ts';
import { Differences } from './Differences.tsx';
import { printTag } from './print-tag.ts';

const unitNames: Readonly<Record<CodingUnit, string>> = {
  paragraph: 'Paragraphs: carries the tag or not',
  article: 'Articles: has the tag or not',
  segment: 'Segments: overlap at least 90 %',
};
const unitOptions = codingUnits.map((id) => ({ id, name: unitNames[id] }));

const unitWords: Readonly<Record<CodingUnit, string>> = {
  paragraph: 'paragraph',
  article: 'article',
  segment: 'coded segment',
};

/** What is left out of a comparison, each in a few words; empty where nothing is. */
const sayLeftOut = ({ mine, theirs, unreadable, elsewhere, lost, regions }: CoderCounts): string =>
  [
    ...(mine === 0 ? [] : [`${printCount(mine, 'article')} coded by me alone`]),
    ...(theirs === 0 ? [] : [`${printCount(theirs, 'article')} coded by them alone`]),
    ...(elsewhere === 0 ? [] : [`${printCount(elsewhere, 'article')} of theirs with no such text here`]),
    ...(unreadable === 0 ? [] : [`${printCount(unreadable, 'article')} that can’t be read`]),
    ...(lost === 0 ? [] : [`${printCount(lost, 'passage')} with words that do not stand in the text`]),
    ...(regions === 0
      ? []
      : [printCount(regions, 'region of a picture or page', 'regions of pictures and pages')]),
  ].join(', ');

const Counts = ({ counts }: { readonly counts: CoderCounts }) => {
  const leftOut = sayLeftOut(counts);
  return (
    <p>
      {printCount(counts.both, 'article')} that both have coded.
      {leftOut !== '' && ` Left out: ${leftOut}.`} Their archive is read and never written.
    </p>
  );
};

const Comparison = ({ comparison }: { readonly comparison: CoderComparison }) => {
  const [unit, setUnit] = useState<CodingUnit>('paragraph');
  const [tag, setTag] = useState<string | null>(null);
  const settled = useCoder((state) => state.settled);
  const table = comparison.tables.find((each) => each.unit === unit);
  const closed = new Set(settled.flatMap(({ keys }) => keys));
  const open = comparison.differences.filter(({ key }) => !closed.has(key));
  const shown = open.filter(
    ({ onlyMine, onlyTheirs }) => tag === null || onlyMine.includes(tag) || onlyTheirs.includes(tag),
  );
  const onSettle: Parameters<typeof Differences>[0]['onSettle'] = (differences, how) =>
    void settle(comparison, differences, how);
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <Counts counts={comparison.counts} />
        <RadioGroup isRow label="What is judged" options={unitOptions} value={unit} onChange={setUnit} />
        {table !== undefined && (
          <p className="quiet-words">{printCount(table.count, unitWords[unit])} judged.</p>
        )}
      </div>
      <div className={styles.scroll}>
        {table === undefined || table.rows.length === 0 ? (
          <EmptyState title="Nothing to judge">No article here was coded by both.</EmptyState>
        ) : (
          <AgreementRows table={table} tag={tag} onTag={setTag} />
        )}
      </div>
      <div className={styles.bar}>
        <h3>
          {printCount(shown.length, 'difference')}
          {tag !== null && ` on ${printTag(tag)}`}
          <span role="status" className={styles.none}>
            {closed.size > 0 && ` · ${closed.size.toLocaleString('en-GB')} settled`}
          </span>
        </h3>
        {settled.length > 0 && (
          <Button isSmall variant="quiet" onPress={undoSettling}>
            Undo
          </Button>
        )}
        <span className={styles.none}>All shown:</span>
        <Button isSmall isDisabled={shown.length === 0} onPress={() => onSettle(shown, 'mine')}>
          Keep mine
        </Button>
        <Button isSmall isDisabled={shown.length === 0} onPress={() => onSettle(shown, 'theirs')}>
          Take theirs
        </Button>
        <Button isSmall isDisabled={shown.length === 0} onPress={() => onSettle(shown, 'both')}>
          Both
        </Button>
      </div>
      <div className={styles.scroll}>
        {shown.length === 0 ? (
          <EmptyState title={closed.size > 0 ? 'All of them are settled' : 'No differences'} />
        ) : (
          <Differences key={tag} differences={shown} onSettle={onSettle} />
        )}
      </div>
    </div>
  );
};

/** This archive beside a copy that another person has coded. */
export const CoderDialog = () => {
  const comparison = useCoder((state) => state.comparison);
  return comparison === null ? null : (
    <Dialog
      title="Comparison with another coder"
      isOpen
      page={{ subtitle: `${comparison.title} (${comparison.folder})` }}
      onClose={() => endComparison(comparison)}
    >
      <Comparison key={comparison.draftId} comparison={comparison} />
    </Dialog>
  );
};
