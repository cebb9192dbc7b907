import { ArrowDown, ArrowUp, Undo2 } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { labelAdd, labelChange, labelMove, labelRetire } from '#domain/contract/label.ts';
import { limitOf } from '#domain/limit-of.ts';
import {
  type Label,
  type LabelLookId,
  type LabelSet,
  labelLookIds,
  labelLooks,
  labelSchema,
  MAX_LABELS,
  newLabelIdSchema,
  otherNamed,
} from '#domain/passage/label.ts';
import { foldName } from '#domain/text/fold-text.ts';
import { act } from '#renderer/bridge/act.ts';
import { newId } from '#renderer/bridge/new-id.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { CommitField } from '#renderer/parts/field/CommitField.tsx';
import { LabelSign } from '#renderer/parts/passage/LabelSign.tsx';
import { useLabels } from '#renderer/parts/passage/labels.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { createFocusTargets, type FocusTargets } from '#renderer/ui/focus/focus-targets.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { FormDialog } from '#renderer/ui/overlays/FormDialog.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { openDialog } from '#renderer/window/dialogs.tsx';
import styles from './labels.module.css';
import { Part } from './Part.tsx';

const [MAX_NAME, MAX_USE] = [limitOf(labelSchema.shape.name), limitOf(labelSchema.shape.useWhen)];
/** The looks, each with the name of another label that has it. */
const lookOptions = ({ offered }: LabelSet, label: Label | null) =>
  labelLookIds.map((id) => {
    const other = offered.find(({ look }) => look === id);
    const detail = other === undefined || other.id === label?.id ? {} : { detail: other.name };
    return { id, name: labelLooks[id].name, ...detail };
  });

/** Why a name can't be used, or undefined. */
const nameProblem = (labels: LabelSet, label: Label | null, name: string): string | undefined => {
  if (name === '') return 'A label needs a name';
  if (name.length > MAX_NAME) return `At most ${MAX_NAME} letters`;
  const other = otherNamed(labels, label?.id ?? null, name);
  return other === null ? undefined : `“${other.name}” already exists`;
};

const change = async (label: Label, said: Partial<Pick<Label, 'name' | 'useWhen' | 'look'>>) => {
  const answer = await act(labelChange, { labelId: label.id, editId: crypto.randomUUID(), ...said });
  return answer.ok;
};

const move = (label: Label, place: number): Promise<unknown> => act(labelMove, { labelId: label.id, place });

type Rows = FocusTargets<string>;

/** The focus key of a label's row, which depends on the list that it is in. */
const rowKey = ({ id }: Label, isRetired: boolean): string => `${isRetired ? 'retired' : 'offered'} ${id}`;

/** The pressed button disappears with its row: the focus follows the label to the other list. */
const retire = async (label: Label, isRetired: boolean, rows: Rows): Promise<void> => {
  const answer = await act(labelRetire, { labelId: label.id, isRetired });
  if (!answer.ok) return;
  rows.focus(rowKey(label, isRetired));
  sayUndoable(`${isRetired ? 'Retired' : 'Used again'}: ${label.name}`);
};

type RowProps = {
  readonly label: Label;
  readonly at: number;
  readonly labels: LabelSet;
  readonly rows: Rows;
};

/** One label in use: its digit, name, description, look and position. */
const LabelRow = ({ label, at, labels, rows }: RowProps) => {
  const { name, useWhen, look, key } = label;
  const last = labels.offered.length - 1;
  const moveByKeys = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const place = event.key === 'ArrowUp' ? at - 1 : at + 1;
    if (place >= 0 && place <= last) void move(label, place);
  };
  // At the end of the list the pressed button is disabled, and the focus would be lost.
  const moveByButton = async (place: number): Promise<void> => {
    await move(label, place);
    if (place === 0 || place === last) rows.focus(rowKey(label, false));
  };
  return (
    <li
      ref={rows.register(rowKey(label, false))}
      className={styles.row}
      aria-label={name}
      data-label={label.id}
      onKeyDown={moveByKeys}
    >
      <Kbd keys={key} />
      <span className={styles.swatch} data-swatch aria-hidden />
      <CommitField
        label={`Name of label ${key}`}
        isLabelHidden
        value={name}
        validate={(text) => nameProblem(labels, label, text)}
        onCommit={(text) => change(label, { name: text })}
      />
      <div className={styles.useWhen}>
        <CommitField
          label={`When ${name} is used`}
          isLabelHidden
          value={useWhen}
          placeholder="When it is used"
          validate={(text) => (text.length > MAX_USE ? `At most ${MAX_USE} letters` : undefined)}
          onCommit={(text) => change(label, { useWhen: text })}
        />
      </div>
      <div className={styles.look}>
        <Select
          label={`Colour and line of ${name}`}
          isLabelHidden
          options={lookOptions(labels, label)}
          value={look}
          onChange={(next) => void change(label, { look: next })}
        />
      </div>
      <span className={styles.acts}>
        <IconButton
          icon={ArrowUp}
          label={`Move ${name} up`}
          keys="Alt+ArrowUp"
          isSmall
          isDisabled={at === 0}
          onPress={() => void moveByButton(at - 1)}
        />
        <IconButton
          icon={ArrowDown}
          label={`Move ${name} down`}
          keys="Alt+ArrowDown"
          isSmall
          isDisabled={at === last}
          onPress={() => void moveByButton(at + 1)}
        />
        <Button
          variant="quiet"
          isSmall
          isDisabled={last === 0}
          aria-label={`Retire ${name}`}
          onPress={() => void retire(label, true, rows)}
        >
          Retire
        </Button>
      </span>
    </li>
  );
};

/** The first look that no label in use has. */
const freeLook = ({ offered }: LabelSet): LabelLookId =>
  labelLookIds.find((id) => offered.every(({ look }) => look !== id)) ?? 'olive';

const AddLabelDialog = ({ close }: { readonly close: () => void }) => {
  const labels = useLabels();
  const [name, setName] = useState('');
  const [useWhen, setUseWhen] = useState('');
  const [look, setLook] = useState(() => freeLook(labels));
  const problem = nameProblem(labels, null, name.trim());
  return (
    <FormDialog
      title="Add a label"
      submitName="Add"
      isReady={problem === undefined}
      onClose={close}
      onSubmit={async () => {
        const said = { name: name.trim(), useWhen: useWhen.trim(), look };
        const answer = await act(labelAdd, { labelId: newId(newLabelIdSchema), ...said });
        if (answer.ok) close();
      }}
    >
      <TextField
        label="Name"
        autoFocus
        value={name}
        maxLength={MAX_NAME}
        onChange={setName}
        {...(name.trim() === '' || problem === undefined ? {} : { error: problem })}
      />
      <TextField label="When it is used" value={useWhen} maxLength={MAX_USE} onChange={setUseWhen} />
      <Select label="Colour and line" options={lookOptions(labels, null)} value={look} onChange={setLook} />
    </FormDialog>
  );
};

/** Labels that are offered under the name of another: a merge brings them, and Settings would refuse them. */
const namesakesOf = ({ offered }: LabelSet): readonly Label[] =>
  offered.filter(({ name }, at) =>
    offered.slice(0, at).some((other) => foldName(other.name) === foldName(name)),
  );

type OtherRowProps = {
  readonly label: Label;
  readonly hint: string;
  readonly rows: Rows;
  readonly children: ReactNode;
};

/** One label that is not offered. */
const OtherRow = ({ label, hint, rows, children }: OtherRowProps) => (
  <li ref={rows.register(rowKey(label, label.retiredAt !== null))} className={styles.retired}>
    <LabelSign label={label.id} />
    <span className={styles.hint}>{hint}</span>
    {children}
  </li>
);

const WaitingPart = ({ labels, rows }: { readonly labels: readonly Label[]; readonly rows: Rows }) => (
  <Part title="Without a number">
    <p className={styles.hint}>
      An archive offers at most nine labels. Retire one above, and the first of these takes its place.
    </p>
    <ul className={styles.list}>
      {labels.map((label) => (
        <OtherRow key={label.id} label={label} hint={label.useWhen} rows={rows}>
          <Button
            variant="quiet"
            isSmall
            aria-label={`Retire ${label.name}`}
            onPress={() => void retire(label, true, rows)}
          >
            Retire
          </Button>
        </OtherRow>
      ))}
    </ul>
  </Part>
);

type RetiredPartProps = {
  readonly labels: readonly Label[];
  readonly rows: Rows;
  readonly isFull: boolean;
};

const RetiredPart = ({ labels, rows, isFull }: RetiredPartProps) => (
  <Part title="Retired">
    <ul className={styles.list}>
      {labels.map((label) => (
        <OtherRow key={label.id} label={label} hint="Passages keep this label." rows={rows}>
          <Button
            variant="quiet"
            isSmall
            isDisabled={isFull}
            aria-label={`Use ${label.name} again`}
            onPress={() => void retire(label, false, rows)}
          >
            <Undo2 size={13} aria-hidden /> Use again
          </Button>
        </OtherRow>
      ))}
    </ul>
  </Part>
);

/** The labels of the archive: names, looks and order; labels can be retired and used again. */
export const LabelsPart = () => {
  const labels = useLabels();
  const [rows] = useState(createFocusTargets<string>);
  const { offered, waiting, all } = labels;
  const retired = all.slice(offered.length + waiting.length);
  const isFull = offered.length === MAX_LABELS;
  return (
    <>
      <Part>
        <p className={styles.hint}>
          A label says what a passage is: a claim, a figure, a view. Select words in an article and press its
          number.
        </p>
        <ol className={styles.list}>
          {offered.map((label, at) => (
            <LabelRow key={label.id} label={label} at={at} labels={labels} rows={rows} />
          ))}
        </ol>
        {namesakesOf(labels).map(({ id, key, name }) => (
          <p key={id} className={styles.hint}>
            Two labels have the name “{name}”. Rename label {key}, or retire it.
          </p>
        ))}
        <div className={styles.foot}>
          <Button
            isDisabled={isFull}
            onPress={() => openDialog('add-label', ({ close }) => <AddLabelDialog close={close} />)}
          >
            Add a label…
          </Button>
          <span className={styles.hint}>
            {isFull
              ? 'An archive offers at most nine labels.'
              : 'Everyone who works in this archive has the same labels.'}
          </span>
        </div>
      </Part>
      {waiting.length > 0 && <WaitingPart labels={waiting} rows={rows} />}
      {retired.length > 0 && <RetiredPart labels={retired} rows={rows} isFull={isFull} />}
    </>
  );
};
