import { type Reliability, reliabilities, reliabilityTable } from '#domain/tradecraft/reliability.ts';
import { Select } from '#renderer/ui/choices/Select.tsx';

const NONE = 'none';
const options = [
  { id: NONE, name: 'Not set' },
  ...reliabilities.map((id) => ({ id, name: `${id}  ${reliabilityTable[id].wording}` })),
] as const;

export type ReliabilityPickerProps = {
  readonly value: Reliability | null;
  readonly onChange: (value: Reliability | null) => void;
  readonly label?: string;
  readonly isLabelHidden?: boolean;
};

/** The letter of a source, each with its wording. */
export const ReliabilityPicker = ({
  value,
  onChange,
  label = 'Reliability',
  isLabelHidden = false,
}: ReliabilityPickerProps) => (
  <Select
    label={label}
    isLabelHidden={isLabelHidden}
    options={options}
    value={value ?? NONE}
    onChange={(id) => onChange(id === NONE ? null : id)}
  />
);
