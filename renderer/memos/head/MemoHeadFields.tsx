import { useState } from 'react';
import type { MemoHead } from '#domain/memo/memo.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { lexiconIds, lexicons } from '#domain/tradecraft/likelihood.ts';
import { MarkingPicker } from '#renderer/parts/MarkingPicker.tsx';
import { DateField } from '#renderer/ui/fields/DateField.tsx';
import { Select } from '#renderer/ui/fields/Select.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import styles from './head.module.css';

const lexiconOptions = lexiconIds.map((id) => ({
  id,
  name: `${lexicons[id].standard.split(' (')[0]}: ${lexicons[id].terms.at(4)?.wording}`,
  detail: lexicons[id].terms.map(({ wording }) => wording).join(', '),
}));

export type MemoHeadFieldsProps = {
  readonly head: MemoHead;
  readonly onChange: (head: MemoHead) => void;
  readonly onLeave: () => void;
};

/** The memo's head: what is printed above it. A title and a reference number are never empty. */
export const MemoHeadFields = ({ head, onChange, onLeave }: MemoHeadFieldsProps) => {
  const [title, setTitle] = useState(head.title);
  const [reference, setReference] = useState(head.referenceNumber);
  const change = (part: Partial<MemoHead>): void => onChange({ ...head, ...part });
  return (
    <header className={styles.head} onBlur={onLeave}>
      <input
        className={styles.title}
        aria-label="Title"
        value={title}
        maxLength={300}
        onChange={({ target }) => {
          setTitle(target.value);
          if (target.value.trim() !== '') change({ title: target.value.trim() });
        }}
        onBlur={() => setTitle(head.title)}
      />
      <div className={styles.lines}>
        <TextField label="For" value={head.for} onChange={(text) => change({ for: text })} />
        <TextField label="From" value={head.from} onChange={(text) => change({ from: text })} />
        <DateField
          label="As of"
          value={head.asOf.slice(0, 10)}
          onChange={(day) => day !== null && change({ asOf: calendarDateSchema.parse(day) })}
        />
        <TextField
          label="Reference"
          value={reference}
          onChange={(text) => {
            setReference(text);
            if (text.trim() !== '') change({ referenceNumber: text.trim() });
          }}
          onBlur={() => setReference(head.referenceNumber)}
        />
        <MarkingPicker value={head.marking} onChange={(marking) => change({ marking })} />
        <TextField
          label="Restrictions"
          value={head.restrictions}
          onChange={(text) => change({ restrictions: text })}
        />
        <Select
          label="Likelihood words"
          options={lexiconOptions}
          value={head.lexicon}
          onChange={(lexicon) => change({ lexicon })}
        />
        <TextField
          label="Language"
          value={head.language}
          onChange={(language) => language.trim().length >= 2 && change({ language: language.trim() })}
        />
      </div>
    </header>
  );
};
