import { Fragment, useState } from 'react';
import { create } from 'zustand';
import { type AgreementTable, type CodingUnit, codingUnits } from '#domain/coding/count-agreement.ts';
import type { Coefficient, WhyNoCoefficient } from '#domain/coding/krippendorff-alpha.ts';
import type { CodingDifference, Settlement } from '#domain/coding/list-differences.ts';
import {
  type CoderComparison,
  type CoderCounts,
  exchangeCompareCoder,
  exchangeEndComparison,
  exchangeSettleCoding,
} from '#domain/contract/exchange.ts';
import { printCount } from '#domain/print-count.ts';
import { parseNamePath, printNamePath } from '#domain/tree/name-path.ts';
import { act } from '#renderer/bridge/act.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { Quote } from '#renderer/parts/passage/Quote.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { MoreButton } from '#renderer/ui/MoreButton.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { ToggleChip } from '#renderer/ui/ToggleChip.tsx';
import { flushAll } from '#renderer/window/before-close.ts';
import { openDialog } from '#renderer/window/dialogs.tsx';
import styles from './coder.module.css';

/** A comparison with another coder, settled difference by difference. */

/** Differences settled with one press: kept as they are here, or written. */
type Settled = { readonly keys: readonly string[]; readonly how: 'mine' | Settlement };

/** What was settled in the current comparison, the latest last. */
const useSettled = create<{ readonly settled: readonly Settled[] }>(() => ({ settled: [] }));

const keysOf = (differences: readonly CodingDifference[]): readonly string[] =>
  differences.map(({ key }) => key);

/** Settles differences: keeping mine writes nothing; anything else is one act. */
const settle = async (
  { draftId }: CoderComparison,
  differences: readonly CodingDifference[],
  how: Settled['how'],
): Promise<void> => {
  const keys = keysOf(differences);
  if (how !== 'mine') {
    const answer = await act(exchangeSettleCoding, { draftId, keys: [...keys], how });
    if (!answer.ok) return;
  }
  useSettled.setState(({ settled }) => ({ settled: [...settled, { keys, how }] }));
};

/**
 * Reopens what was settled last; what was written for it is undone. Nothing else can be done while a comparison is
 * shown.
 */
const undoSettling = (): void => {
  const { settled } = useSettled.getState();
  const last = settled.at(-1);
  if (last === undefined) return;
  if (last.how !== 'mine') runCommand('edit.undo');
  useSettled.setState({ settled: settled.slice(0, -1) });
};

const unitNames: Readonly<Record<CodingUnit, string>> = {
  paragraph: 'Paragraphs: with or without the tag',
  article: 'Articles: with or without the tag',
  segment: 'Segments: at least 90 % overlap',
};
const unitOptions = codingUnits.map((id) => ({ id, name: unitNames[id] }));

const unitWords: Readonly<Record<CodingUnit, string>> = {
  paragraph: 'paragraph',
  article: 'article',
  segment: 'coded segment',
};

/** What a comparison leaves out, each in a few words; empty if nothing. */
const sayLeftOut = ({ mine, theirs, unreadable, elsewhere, lost, regions }: CoderCounts): string =>
  [
    ...(mine === 0 ? [] : [`${printCount(mine, 'article')} coded only by me`]),
    ...(theirs === 0 ? [] : [`${printCount(theirs, 'article')} coded only by them`]),
    ...(elsewhere === 0 ? [] : [`${printCount(elsewhere, 'article')} of theirs without the same text here`]),
    ...(unreadable === 0 ? [] : [`${printCount(unreadable, 'article')} that can’t be read`]),
    ...(lost === 0 ? [] : [`${printCount(lost, 'passage')} with words that are not in the text`]),
    ...(regions === 0
      ? []
      : [printCount(regions, 'region of a picture or page', 'regions of pictures and pages')]),
  ].join(', ');

const Counts = ({ counts }: { readonly counts: CoderCounts }) => {
  const leftOut = sayLeftOut(counts);
  return (
    <p>
      {printCount(counts.both, 'article')} that both have coded.
      {leftOut !== '' && ` Left out: ${leftOut}.`} Precis never writes to their archive.
    </p>
  );
};

const why: Readonly<Record<WhyNoCoefficient, { readonly short: string; readonly says: string }>> = {
  'no-units': { short: 'no units', says: 'Can’t be computed: you have coded nothing in common.' },
  'no-variance': {
    short: 'no variance',
    says: 'Can’t be computed: both coded every unit the same, so chance can’t be excluded.',
  },
  'no-negatives': {
    short: 'not of segments',
    says: 'Can’t be computed: uncoded text is not a segment, so chance agreement is unknown.',
  },
};

const Value = ({ of, print }: { readonly of: Coefficient; readonly print: (value: number) => string }) =>
  of.ok ? (
    print(of.value)
  ) : (
    <span className={styles.none} title={why[of.error].says}>
      {why[of.error].short}
    </span>
  );

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
/** U+2212 for negative values. */
const coefficient = (value: number): string => value.toFixed(3).replace('-', '−');

type AgreementRowsProps = {
  readonly table: AgreementTable;
  /** Shows only this tag's differences; null for all. */
  readonly tag: string | null;
  readonly onTag: (tag: string | null) => void;
};

/** The path of a tag with spaces around its slashes: "China / dual use". */
const printTag = (path: string): string => printNamePath(parseNamePath(path));

/** The agreement on each tag. No verdict on how good it is: scales differ, and none is a standard. */
const AgreementRows = ({ table, tag, onTag }: AgreementRowsProps) => (
  <table className={styles.table} aria-label="Agreement per tag">
    <thead>
      <tr>
        <th scope="col">Tag</th>
        <th scope="col">Both</th>
        <th scope="col">Mine only</th>
        <th scope="col">Theirs only</th>
        <th scope="col">Neither</th>
        <th scope="col">Agreement</th>
        <th scope="col">Cohen’s κ</th>
        <th scope="col">Krippendorff’s α</th>
      </tr>
    </thead>
    <tbody>
      {table.rows.map((row) => (
        <tr key={row.tag}>
          <th scope="row" dir="auto">
            <ToggleChip isOn={tag === row.tag} onChange={(isOn) => onTag(isOn ? row.tag : null)}>
              {printTag(row.tag)}
            </ToggleChip>
          </th>
          <td>{row.both}</td>
          <td>{row.onlyMine}</td>
          <td>{row.onlyTheirs}</td>
          <td>{row.neither ?? '–'}</td>
          <td>
            <Value of={row.agreement} print={percent} />
          </td>
          <td>
            <Value of={row.kappa} print={coefficient} />
          </td>
          <td>
            <Value of={row.alpha} print={coefficient} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

const STEP = 50;

type Settle = (differences: readonly CodingDifference[], how: 'mine' | Settlement) => void;

const sides = [
  { name: 'Both', field: 'shared' },
  { name: 'Mine', field: 'onlyMine' },
  { name: 'Theirs', field: 'onlyTheirs' },
] as const;

const Tags = ({ of }: { readonly of: CodingDifference }) => (
  <dl className={styles.tags}>
    {sides
      .filter(({ field }) => of[field].length > 0)
      .map(({ name, field }) => (
        <Fragment key={field}>
          <dt>{name}</dt>
          <dd dir="auto">{of[field].map(printTag).join(', ')}</dd>
        </Fragment>
      ))}
  </dl>
);

const placeOf = ({ title, quote, mineId, theirsId }: CodingDifference): string => {
  const article = title ?? 'Untitled';
  if (quote === null) return `${article}, the article itself`;
  if (mineId === null) return `${article}, theirs only`;
  return theirsId === null ? `${article}, mine only` : article;
};

const Difference = ({ of, onSettle }: { readonly of: CodingDifference; readonly onSettle: Settle }) => (
  <li>
    <div>
      {of.quote !== null && <Quote text={of.quote} />}
      <span className={styles.none}>{placeOf(of)}</span>
      <Tags of={of} />
    </div>
    <span className={styles.acts}>
      <Button isSmall onPress={() => onSettle([of], 'mine')}>
        Keep mine
      </Button>
      <Button isSmall onPress={() => onSettle([of], 'theirs')}>
        Take theirs
      </Button>
      {of.onlyMine.length > 0 && of.onlyTheirs.length > 0 && (
        <Button isSmall onPress={() => onSettle([of], 'both')}>
          Both
        </Button>
      )}
    </span>
  </li>
);

type DifferencesProps = {
  readonly differences: readonly CodingDifference[];
  readonly onSettle: Settle;
};

/** The open differences, each settled with a press. */
const Differences = ({ differences, onSettle }: DifferencesProps) => {
  const [count, setCount] = useState(STEP);
  return (
    <>
      <ul className={styles.differences} aria-label="Differences">
        {differences.slice(0, count).map((difference) => (
          <Difference key={difference.key} of={difference} onSettle={onSettle} />
        ))}
      </ul>
      <MoreButton
        shown={count}
        total={differences.length}
        step={STEP}
        onMore={() => setCount(count + STEP)}
      />
    </>
  );
};

const Comparison = ({ comparison }: { readonly comparison: CoderComparison }) => {
  const [unit, setUnit] = useState<CodingUnit>('paragraph');
  const [tag, setTag] = useState<string | null>(null);
  const settled = useSettled((state) => state.settled);
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
        <RadioGroup isRow label="Unit" options={unitOptions} value={unit} onChange={setUnit} />
        {table !== undefined && (
          <p className="quiet-words">{printCount(table.count, unitWords[unit])} judged.</p>
        )}
      </div>
      <div className={styles.scroll}>
        {table === undefined || table.rows.length === 0 ? (
          <EmptyState title="Nothing to compare">No article was coded by both of you.</EmptyState>
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
          <EmptyState title={closed.size > 0 ? 'All differences are settled' : 'No differences'} />
        ) : (
          <Differences key={tag} differences={shown} onSettle={onSettle} />
        )}
      </div>
    </div>
  );
};

/** Asks for the copy that another person has coded, and compares it with this archive. */
export const compareCoder = async (): Promise<void> => {
  await flushAll();
  const answer = await act(exchangeCompareCoder, {});
  if (!answer.ok) return;
  const comparison = answer.value;
  useSettled.setState({ settled: [] });
  openDialog('coder', ({ close }) => (
    <Dialog
      title="Comparison with another coder"
      isOpen
      page={{ subtitle: `${comparison.title} (${comparison.folder})` }}
      onClose={() => {
        close();
        void act(exchangeEndComparison, { draftId: comparison.draftId });
      }}
    >
      <Comparison comparison={comparison} />
    </Dialog>
  ));
};
