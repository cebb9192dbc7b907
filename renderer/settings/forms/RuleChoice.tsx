import { type RuleId, ruleIds, rules } from '#domain/memo/checks/rule-table.ts';
import type { Form } from '#domain/memo/form/form.ts';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import styles from './forms.module.css';

const optional = ruleIds.filter((id) => rules[id].level !== 'error');

const nameOf = (id: RuleId): string => {
  const words = id.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

export type RuleChoiceProps = {
  readonly skipped: Form['skippedRules'];
  readonly onChange: (skipped: string[]) => void;
};

/** Which warnings and hints are told of a memo in the form; errors always are. */
export const RuleChoice = ({ skipped, onChange }: RuleChoiceProps) => (
  <fieldset className={styles.rules}>
    <legend>Checks to show (errors are always shown)</legend>
    {optional.map((id) => (
      <Checkbox
        key={id}
        isSelected={!skipped.includes(id)}
        onChange={(isTold) => onChange(isTold ? skipped.filter((other) => other !== id) : [...skipped, id])}
      >
        {nameOf(id)}
      </Checkbox>
    ))}
  </fieldset>
);
