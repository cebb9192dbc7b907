import { useState } from 'react';
import { type Marking, tlpLabels, tlpTable } from '#domain/tradecraft/marking.ts';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import styles from './task/task.module.css';

const NONE = 'none';
const BANNER = 'banner';
const options = [
  { id: NONE, name: 'None' },
  ...tlpLabels.map((id) => ({ id, name: id, detail: tlpTable[id].disclosure })),
  { id: BANNER, name: 'Custom banner…' },
] as const;

const idOf = (marking: Marking | null): (typeof options)[number]['id'] => {
  if (marking === null) return NONE;
  return marking.kind === 'tlp' ? marking.label : BANNER;
};

export type MarkingPickerProps = {
  readonly value: Marking | null;
  readonly onChange: (value: Marking | null) => void;
  readonly label?: string;
};

/** A TLP label with its disclosure, a custom banner, or none. */
export const MarkingPicker = ({ value, onChange, label = 'Marking' }: MarkingPickerProps) => {
  const [isBanner, setIsBanner] = useState(value?.kind === 'banner');
  const [text, setText] = useState(value?.kind === 'banner' ? value.text : '');
  const choose = (id: (typeof options)[number]['id']): void => {
    setIsBanner(id === BANNER);
    if (id === NONE) onChange(null);
    else if (id !== BANNER) onChange({ kind: 'tlp', label: id });
  };
  return (
    <div className={styles.line}>
      <Select label={label} options={options} value={isBanner ? BANNER : idOf(value)} onChange={choose} />
      {isBanner && (
        <TextField
          label="Banner text"
          isLabelHidden
          placeholder="Banner text"
          maxLength={80}
          value={text}
          onChange={setText}
          onBlur={() => text.trim() !== '' && onChange({ kind: 'banner', text: text.trim() })}
        />
      )}
    </div>
  );
};
