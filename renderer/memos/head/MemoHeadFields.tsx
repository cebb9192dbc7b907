import type { ReactNode } from 'react';
import { limitOf } from '#domain/limit-of.ts';
import type { MemoHead, MemoTemplate, Period } from '#domain/memo/memo.ts';
import { memoHeadSchema } from '#domain/memo/memo.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { lexiconIds, lexicons } from '#domain/tradecraft/likelihood.ts';
import { FieldPlace } from '#renderer/parts/field/FieldPlace.tsx';
import { MarkingPicker } from '#renderer/parts/MarkingPicker.tsx';
import { useForms } from '#renderer/parts/memo/use-forms.ts';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { Switch } from '#renderer/ui/choices/Switch.tsx';
import { DateField } from '#renderer/ui/fields/DateField.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import styles from './head.module.css';
import { RequiredInput, type RequiredText, useRequiredText } from './RequiredInput.tsx';

const { title, referenceNumber, language } = memoHeadSchema.shape;

const nameOf = (id: (typeof lexiconIds)[number]): string => {
  const { standard, terms } = lexicons[id];
  const example = id === 'icd203-probable' ? 'probable' : 'likely';
  return `${standard
    .split(' ')
    .slice(0, id === 'phia' ? 1 : 2)
    .join(' ')}: ${terms.find(({ wording }) => wording === example)?.wording ?? ''}`;
};

const lexiconOptions = lexiconIds.map((id) => ({
  id,
  name: nameOf(id),
  detail: lexicons[id].terms.map(({ wording }) => wording).join(', '),
}));

export type MemoHeadFieldsProps = {
  readonly template: MemoTemplate;
  readonly head: MemoHead;
  readonly onChange: (head: MemoHead) => void;
  readonly onLeave: () => void;
};

/** The fields of the days that it covers, where the memo has any. */
type WithPeriod = { readonly period: ReactNode };

type LinesProps = {
  readonly head: MemoHead;
  readonly change: (part: Partial<MemoHead>) => void;
  readonly onLeave: () => void;
};

const AddressLines = ({ head, period, change, onLeave }: LinesProps & WithPeriod) => (
  <>
    <FieldPlace target="memo-head for">
      <TextField label="For" value={head.for} onChange={(text) => change({ for: text })} onBlur={onLeave} />
    </FieldPlace>
    <FieldPlace target="memo-head from">
      <TextField
        label="From"
        value={head.from}
        onChange={(text) => change({ from: text })}
        onBlur={onLeave}
      />
    </FieldPlace>
    {period}
    <FieldPlace target="memo-head asOf">
      <DateField
        label="As of (information cut-off)"
        value={head.asOf.slice(0, 10)}
        onChange={(day) => day !== null && change({ asOf: calendarDateSchema.parse(day) })}
      />
    </FieldPlace>
    <FieldPlace target="memo-head marking">
      <MarkingPicker value={head.marking} onChange={(marking) => change({ marking })} />
    </FieldPlace>
  </>
);

/** A field that is never left empty. */
const RequiredField = (text: RequiredText) => {
  const { shown, type, leave } = useRequiredText(text);
  return (
    <TextField label={text.label} value={shown} maxLength={text.maxLength} onChange={type} onBlur={leave} />
  );
};

const FormLines = ({ head, change, onLeave }: LinesProps) => (
  <>
    <FieldPlace target="memo-head restrictions">
      <TextField
        label="Restrictions"
        value={head.restrictions}
        onChange={(text) => change({ restrictions: text })}
        onBlur={onLeave}
      />
    </FieldPlace>
    <RequiredField
      label="Reference"
      value={head.referenceNumber}
      maxLength={limitOf(referenceNumber)}
      onChange={(referenceNumber) => change({ referenceNumber })}
      onLeave={onLeave}
    />
    <Select
      label="Likelihood scale"
      options={lexiconOptions}
      value={head.lexicon}
      onChange={(lexicon) => change({ lexicon })}
    />
    <RequiredField
      label="Language"
      value={head.language}
      maxLength={limitOf(language)}
      minLength={2}
      onChange={(language) => change({ language })}
      onLeave={onLeave}
    />
  </>
);

type PeriodFieldsProps = {
  readonly head: MemoHead;
  readonly onChange: (head: MemoHead) => void;
};

/**
 * The period with another first or last day; it never ends before it begins, and without one of its days it is none.
 */
const movePeriod = (
  { period, asOf }: MemoHead,
  edge: keyof Period,
  day: string | null,
): Period | undefined => {
  if (day === null) return undefined;
  const moved = calendarDateSchema.parse(day);
  const whole = { from: moved, to: calendarDateSchema.parse(asOf.slice(0, 10)), ...period, [edge]: moved };
  return whole.from <= whole.to ? whole : { from: moved, to: moved };
};

const withPeriod = ({ period: _, ...head }: MemoHead, period: Period | undefined): MemoHead =>
  period === undefined ? head : { ...head, period };

/** The days that a report covers. */
const PeriodFields = ({ head, onChange }: PeriodFieldsProps) => (
  <>
    <FieldPlace target="memo-head period">
      <DateField
        label="Period from"
        value={head.period?.from ?? null}
        onChange={(day) => onChange(withPeriod(head, movePeriod(head, 'from', day)))}
      />
    </FieldPlace>
    <DateField
      label="Period to"
      value={head.period?.to ?? null}
      onChange={(day) => onChange(withPeriod(head, movePeriod(head, 'to', day)))}
    />
  </>
);

/** The memo's head: what is printed above it. A title and a reference number are never empty. */
export const MemoHeadFields = ({ template, head, onChange, onLeave }: MemoHeadFieldsProps) => {
  const form = useForms().find((row) => row.template === template)?.form;
  const hasPeriod = head.period !== undefined || form?.requiredFields.includes('period') === true;
  const period = hasPeriod && <PeriodFields head={head} onChange={onChange} />;
  const change = (part: Partial<MemoHead>): void => onChange({ ...head, ...part });
  return (
    <header className={styles.head}>
      <FieldPlace target="memo-head title">
        <RequiredInput
          className={styles.title}
          label="Title"
          value={head.title}
          maxLength={limitOf(title)}
          onChange={(title) => change({ title })}
          onLeave={onLeave}
        />
      </FieldPlace>
      <div className={styles.lines}>
        <AddressLines head={head} period={period} change={change} onLeave={onLeave} />
        <FormLines head={head} change={change} onLeave={onLeave} />
      </div>
      <Switch
        isSelected={head.numbersParagraphs === true}
        onChange={(numbersParagraphs) => change({ numbersParagraphs })}
      >
        Number the paragraphs 1, 2, 3
      </Switch>
    </header>
  );
};
