import { ChevronRight } from 'lucide-react';
import { useStore } from 'zustand';
import { limitOf } from '#domain/limit-of.ts';
import type { MemoHead, MemoTemplate, Period } from '#domain/memo/memo.ts';
import { memoHeadSchema } from '#domain/memo/memo.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { lexiconIds, lexicons } from '#domain/tradecraft/likelihood.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { FieldPlace } from '#renderer/parts/field/FieldPlace.tsx';
import { MarkingPicker } from '#renderer/parts/MarkingPicker.tsx';
import { useForms } from '#renderer/parts/memo/ask-for-memo.tsx';
import { LanguageField } from '#renderer/parts/translation/LanguageField.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { Switch } from '#renderer/ui/choices/Switch.tsx';
import { DateField } from '#renderer/ui/fields/DateField.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { focusTarget } from '#renderer/window/focus-targets.ts';
import { goToHead, type MemoStore } from '../state/memo-store.ts';
import { HeadLine } from './HeadLine.tsx';
import styles from './head.module.css';
import { RequiredInput, type RequiredText, useRequiredText } from './RequiredInput.tsx';

const { title, referenceNumber } = memoHeadSchema.shape;

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
  readonly store: MemoStore;
  readonly onChange: (head: MemoHead) => void;
  readonly onLeave: () => void;
};

type LinesProps = {
  readonly head: MemoHead;
  readonly change: (part: Partial<MemoHead>) => void;
  readonly onLeave: () => void;
};

/** The five common fields. */
const EverydayFields = ({ head, change, onLeave }: LinesProps) => (
  <>
    <FieldPlace target="memo-head for" className={styles.half}>
      <TextField label="For" value={head.for} onChange={(text) => change({ for: text })} onBlur={onLeave} />
    </FieldPlace>
    <FieldPlace target="memo-head from" className={styles.half}>
      <TextField
        label="From"
        value={head.from}
        onChange={(text) => change({ from: text })}
        onBlur={onLeave}
      />
    </FieldPlace>
    <FieldPlace target="memo-head asOf" className={styles.third}>
      <DateField
        label="As of (information cut-off)"
        value={head.asOf.slice(0, 10)}
        onChange={(day) => day !== null && change({ asOf: calendarDateSchema.parse(day) })}
      />
    </FieldPlace>
    <FieldPlace target="memo-head marking" className={styles.third}>
      <MarkingPicker value={head.marking} onChange={(marking) => change({ marking })} />
    </FieldPlace>
    <FieldPlace target="memo-head number" className={styles.third}>
      <RequiredField
        label="Number"
        value={head.referenceNumber}
        maxLength={limitOf(referenceNumber)}
        onChange={(number) => change({ referenceNumber: number })}
        onLeave={onLeave}
      />
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

/** Fields that usually keep the form's value. */
const RareFields = ({ head, change, onLeave }: LinesProps) => (
  <>
    <FieldPlace target="memo-head restrictions" className={styles.third}>
      <TextField
        label="Restrictions"
        value={head.restrictions}
        onChange={(text) => change({ restrictions: text })}
        onBlur={onLeave}
      />
    </FieldPlace>
    <div className={styles.third}>
      <Select
        label="Likelihood scale"
        options={lexiconOptions}
        value={head.lexicon}
        onChange={(lexicon) => change({ lexicon })}
      />
    </div>
    <div className={styles.third}>
      <LanguageField
        label="Language"
        value={head.language}
        onChange={(language) => language !== null && change({ language })}
      />
    </div>
    <div className={styles.whole}>
      <Switch
        isSelected={head.numbersParagraphs === true}
        onChange={(numbersParagraphs) => change({ numbersParagraphs })}
      >
        Number the paragraphs 1, 2, 3
      </Switch>
    </div>
  </>
);

type PeriodFieldsProps = {
  readonly head: MemoHead;
  readonly onChange: (head: MemoHead) => void;
};

/** The period with a new first or last day; it never ends before it begins, and with a day missing it is removed. */
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
    <FieldPlace target="memo-head period" className={styles.half}>
      <DateField
        label="Period from"
        value={head.period?.from ?? null}
        onChange={(day) => onChange(withPeriod(head, movePeriod(head, 'from', day)))}
      />
    </FieldPlace>
    <div className={styles.half}>
      <DateField
        label="Period to"
        value={head.period?.to ?? null}
        onChange={(day) => onChange(withPeriod(head, movePeriod(head, 'to', day)))}
      />
    </div>
  </>
);

type OpenHeadProps = MemoHeadFieldsProps & { readonly hasMore: boolean; readonly hasPeriod: boolean };

/** The fields in place of the line, the rare ones behind More. Esc and Done return to the line. */
const OpenHead = ({ head, store, hasMore, hasPeriod, onChange, onLeave }: OpenHeadProps) => {
  const lines = {
    head,
    onLeave,
    change: (part: Partial<MemoHead>): void => onChange({ ...head, ...part }),
  };
  const close = (): void => {
    onLeave();
    store.setState({ openHead: null });
    focusTarget('memo-head line');
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has no grid in Chromium
    <div
      role="group"
      aria-label="Head of the memo"
      className={styles.fields}
      onKeyDown={(event) => {
        // Esc in the open list of a field only closes that list.
        const isOwn = event.target instanceof Node && event.currentTarget.contains(event.target);
        if (event.key !== 'Escape' || !isOwn || event.defaultPrevented) return;
        event.stopPropagation();
        close();
      }}
    >
      <EverydayFields {...lines} />
      {hasPeriod && <PeriodFields head={head} onChange={onChange} />}
      {hasMore && <RareFields {...lines} />}
      <div className={joinClasses(styles.whole, styles.foot)}>
        <Button
          variant="quiet"
          aria-expanded={hasMore}
          onPress={() => store.setState({ openHead: hasMore ? 'everyday' : 'all' })}
        >
          <ChevronRight size={14} aria-hidden className={styles.chevron} /> More fields
        </Button>
        <span className="quiet-words clipped">
          {!hasMore && 'Restrictions, likelihood scale, language, numbered paragraphs'}
        </span>
        <Button variant="quiet" onPress={close}>
          Done <Kbd keys="Escape" />
        </Button>
      </div>
    </div>
  );
};

/** The memo's head, printed above its text. A title and a reference number are never empty. */
export const MemoHeadFields = (props: MemoHeadFieldsProps) => {
  const { template, head, store, onChange, onLeave } = props;
  const form = useForms().find((row) => row.template === template)?.form;
  const hasPeriod = head.period !== undefined || form?.requiredFields.includes('period') === true;
  const openHead = useStore(store, (state) => state.openHead);
  useCommand('memo.head', () => goToHead(store, 'for'));
  return (
    <header className={styles.head}>
      <FieldPlace target="memo-head title">
        <RequiredInput
          className={styles.title}
          label="Title"
          hasOwnDirection
          value={head.title}
          maxLength={limitOf(title)}
          onChange={(title) => onChange({ ...head, title })}
          onLeave={onLeave}
        />
      </FieldPlace>
      {openHead === null ? (
        <FieldPlace target="memo-head line">
          <HeadLine head={head} hasPeriod={hasPeriod} onOpen={(field) => goToHead(store, field)} />
        </FieldPlace>
      ) : (
        <OpenHead {...props} hasMore={openHead === 'all'} hasPeriod={hasPeriod} />
      )}
    </header>
  );
};
