import { useState } from 'react';
import { type SplitRule, splitRules } from '#domain/coding/split-parts.ts';
import type { TagRow } from '#domain/contract/tag.ts';
import { newTagIdSchema } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { newId } from '#renderer/bridge/new-id.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { SplitPassages } from './SplitPassages.tsx';
import styles from './split.module.css';
import { type Split, useSplit } from './use-split.ts';

const ruleNames: Readonly<Record<SplitRule, string>> = {
  label: 'Label',
  article: 'Article',
  speaker: 'Speaker',
  words: 'Words',
  hand: 'By hand',
};
const ruleOptions = splitRules.map((id) => ({ id, name: ruleNames[id] }));
const placeOptions = [
  { id: 'below', name: 'Below it, as sub-tags' },
  { id: 'beside', name: 'Beside it' },
] as const;
type Place = (typeof placeOptions)[number]['id'];

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

/** Gives the passages of a tag to several tags, by a rule and by hand, after showing what each gets. */
export const SplitTag = ({ tag, onClose }: SplitTagProps) => {
  const split = useSplit(tag);
  const [place, setPlace] = useState<Place>('below');
  const submit = async (): Promise<void> => {
    const parts = split.made.map(({ name, passageIds }) => ({
      tagId: newId(newTagIdSchema),
      name: name.trim(),
      passageIds: [...passageIds],
    }));
    const answer = await act('bulk:split-tag', { tagId: tag.id, place, parts });
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
        <p>No passage carries the tag itself, so there is nothing to split.</p>
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
          hint="A passage that has all of them, each as the beginning of a word."
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
