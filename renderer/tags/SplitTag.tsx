import { useMemo, useState } from 'react';
import {
  type SplitPart,
  type SplitRow,
  type SplitRule,
  splitParts,
  splitRules,
  withMoved,
} from '#domain/coding/split-parts.ts';
import { passageList } from '#domain/contract/passage.ts';
import { bulkSplitTag, type TagRow } from '#domain/contract/tag.ts';
import { newTagIdSchema, type PassageId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { tagNameSchema } from '#domain/tag/tag.ts';
import { exactName } from '#domain/tree/compare-names.ts';
import { act } from '#renderer/bridge/act.ts';
import { newId } from '#renderer/bridge/new-id.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { useLabels } from '#renderer/parts/passage/labels.ts';
import { Quote } from '#renderer/parts/passage/Quote.tsx';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { MoreButton } from '#renderer/ui/MoreButton.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import styles from './split.module.css';

const ruleNames: Readonly<Record<SplitRule, string>> = {
  label: 'Label',
  article: 'Article',
  speaker: 'Speaker',
  words: 'Words',
  hand: 'By hand',
};
const ruleOptions = splitRules.map((id) => ({ id, name: ruleNames[id] }));
const placeOptions = [
  { id: 'below', name: 'Below the tag, as sub-tags' },
  { id: 'beside', name: 'Beside the tag' },
] as const;
type Place = (typeof placeOptions)[number]['id'];

/** A part as displayed: its future name, and whether it is created. */
type ShownPart = SplitPart & { readonly isTaken: boolean };

const noRows: readonly SplitRow[] = [];
const untouched: {
  readonly names: ReadonlyMap<string, string>;
  readonly left: ReadonlySet<string>;
  readonly moved: ReadonlyMap<PassageId, string | null>;
} = { names: new Map(), left: new Set(), moved: new Map() };

/** Whether every created part has a valid name that no other has. */
const areNamed = (parts: readonly ShownPart[]): boolean => {
  const names = parts.map(({ name }) => exactName(name));
  return new Set(names).size === names.length && names.every((name) => tagNameSchema.safeParse(name).success);
};

/** The state of splitting a tag, and its preview. */
const useSplit = (tag: TagRow) => {
  const { data } = useQuery(passageList, { filter: { tagId: tag.id } });
  const [rule, setRule] = useState<SplitRule>('label');
  const [words, setWords] = useState('');
  const [by, setBy] = useState(untouched);
  const labels = useLabels();
  const rows = useMemo(
    () => data?.rows.filter(({ tagIds }) => tagIds.includes(tag.id)) ?? noRows,
    [data, tag.id],
  );
  const parts = useMemo(
    (): readonly ShownPart[] =>
      withMoved(splitParts(rule, rows, words, labels), by.moved).map((part) => ({
        ...part,
        name: by.names.get(part.key) ?? part.name,
        isTaken: !by.left.has(part.key),
      })),
    [rule, rows, words, by, labels],
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

type Split = ReturnType<typeof useSplit>;

const Parts = ({ tag, split }: { readonly tag: TagRow; readonly split: Split }) => (
  <div className={styles.scroll}>
    <table className={styles.parts} aria-label="Parts">
      <tbody>
        {split.parts.map(({ key, name, isTaken, passageIds }) => (
          <tr key={key}>
            <td>
              <Checkbox
                aria-label={`Make “${name}”`}
                isSelected={isTaken}
                onChange={(next) => split.take(key, next)}
              />
            </td>
            <td>
              <TextField
                label="Name of the part"
                isLabelHidden
                value={name}
                isDisabled={!isTaken}
                onChange={(next) => split.rename(key, next)}
              />
            </td>
            <td>{passageIds.length.toLocaleString('en-GB')}</td>
          </tr>
        ))}
        <tr>
          <td />
          <th scope="row">stay with “{tag.name}”</th>
          <td>{split.staying.toLocaleString('en-GB')}</td>
        </tr>
      </tbody>
    </table>
  </div>
);

export type SplitTagProps = { readonly tag: TagRow; readonly onClose: () => void };

const STEP = 30;
/** Not the key of any part. */
const STAYS = ':stays';

/** The passages of a tag being split, each with its target part, which can be changed by hand. */
const SplitPassages = ({ split }: { readonly split: Split }) => {
  const [count, setCount] = useState(STEP);
  const { rows, parts, move } = split;
  const taken = parts.filter(({ isTaken }) => isTaken);
  const options = [
    { id: STAYS, name: 'Stays' },
    ...taken.map(({ key, name }) => ({ id: key, name: name.trim() || '…' })),
  ];
  return (
    <>
      <ul className={styles.passages}>
        {rows.slice(0, count).map((row) => (
          <li key={row.id}>
            <Quote text={row.quote} />
            <Select
              label={`Part of “${row.quote.slice(0, 40)}”`}
              isLabelHidden
              isBare
              options={options}
              value={taken.find(({ passageIds }) => passageIds.includes(row.id))?.key ?? STAYS}
              onChange={(key) => move(row.id, key === STAYS ? null : key)}
            />
          </li>
        ))}
      </ul>
      <MoreButton shown={count} total={rows.length} step={STEP} onMore={() => setCount(count + STEP)} />
    </>
  );
};

/** Distributes a tag's passages over several tags, by a rule and by hand, after showing what each gets. */
export const SplitTag = ({ tag, onClose }: SplitTagProps) => {
  const split = useSplit(tag);
  const [place, setPlace] = useState<Place>('below');
  const submit = async (): Promise<void> => {
    const parts = split.made.map(({ name, passageIds }) => ({
      tagId: newId(newTagIdSchema),
      name: name.trim(),
      passageIds: [...passageIds],
    }));
    const answer = await act(bulkSplitTag, { tagId: tag.id, place, parts });
    if (!answer.ok) return;
    onClose();
    sayUndoable(`Split ${printCount(answer.value.changed, 'passage')} of “${tag.name}”`);
  };
  if (split.isLoaded && split.rows.length === 0)
    return (
      <FormDialog
        title={`Split “${tag.name}”`}
        submitName="Split"
        isReady={false}
        onSubmit={submit}
        onClose={onClose}
      >
        <p>No passage has the tag itself, so there is nothing to split.</p>
      </FormDialog>
    );
  return (
    <FormDialog
      title={`Split “${tag.name}”`}
      submitName="Split"
      isMedium
      isReady={split.isReady}
      onSubmit={submit}
      onClose={onClose}
    >
      <RadioGroup isRow label="By" options={ruleOptions} value={split.rule} onChange={split.setRule} />
      {split.rule === 'words' && (
        <TextField
          label="Words"
          hint="Passages with all these words, or words that begin with them."
          autoFocus
          value={split.words}
          onChange={split.setWords}
        />
      )}
      <RadioGroup isRow label="Place the new tags" options={placeOptions} value={place} onChange={setPlace} />
      <Parts tag={tag} split={split} />
      <SplitPassages split={split} />
    </FormDialog>
  );
};
