import { type Reliability, reliabilities, reliabilityTable } from '#domain/tradecraft/reliability.ts';
import { Select, type SelectProps } from '#renderer/ui/choices/Select.tsx';

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
  readonly button?: SelectProps<string>['button'];
};

/** The letter of a source, each with its wording. */
export const ReliabilityPicker = ({
  value,
  onChange,
  label = 'Reliability',
  isLabelHidden = false,
  button,
}: ReliabilityPickerProps) => (
  <Select
    label={label}
    isLabelHidden={isLabelHidden}
    {...(button !== undefined && { button })}
    options={options}
    value={value ?? NONE}
    onChange={(id) => onChange(id === NONE ? null : id)}
  />
);
