import { useEffect, useRef, useState } from 'react';
import { type LinkedRow, passageRelated } from '#domain/contract/passage.ts';
import type { ArticleId, PassageId } from '#domain/ids.ts';
import {
  type Credibility,
  credibilities,
  credibilitySchema,
  credibilityTable,
} from '#domain/tradecraft/credibility.ts';
import { type Grade, ungraded } from '#domain/tradecraft/grade.ts';
import {
  type Reliability,
  reliabilities,
  reliabilitySchema,
  reliabilityTable,
} from '#domain/tradecraft/reliability.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { askForLink } from '../link/LinkDialog.tsx';
import { ChoiceAxis, ChoiceFoot, goToChoice } from './ChoiceParts.tsx';
import styles from './grade-box.module.css';
import { KeyChoice } from './KeyChoice.tsx';

type ConfirmGradeProps = {
  /** Null for several passages at once: they need a reason, since a link belongs to one passage. */
  readonly on: { readonly articleId: ArticleId; readonly passageId: PassageId } | null;
  readonly initial: string;
  /** Called with a reason, or null if a passage of another origin supports it. */
  readonly onGive: (why: string | null) => void;
  readonly onCancel: () => void;
};

const countSupport = (linked: readonly LinkedRow[]): string => {
  const count = linked.filter(({ type }) => type === 'supports').length;
  if (count === 0) return '';
  return count === 1
    ? 'The supporting passage may have the same origin, so it does not confirm. '
    : `All ${count} supporting passages may have the same origin. `;
};

const hintOf = (linked: readonly LinkedRow[] | null): string =>
  linked === null
    ? '1 means confirmed by other independent sources. Give a reason.'
    : `${countSupport(linked)}Link a passage of another origin that supports this one, or give a reason.`;

/**
 * What "confirmed" needs: a supporting passage of another origin, or a reason. Once such a passage is linked, nothing
 * more is asked.
 */
const ConfirmGrade = ({ on, initial, onGive, onCancel }: ConfirmGradeProps) => {
  const { data: related } = useQuery(passageRelated, on);
  const [why, setWhy] = useState(initial);
  const isConfirmed = related?.isConfirmed === true;
  const giveLinked = useLatest(() => onGive(null));
  useEffect(() => {
    if (isConfirmed) giveLinked.current();
  }, [isConfirmed]);
  const isAsking = on !== null && related === undefined;
  if (isAsking || isConfirmed) return <div className={styles.why} aria-busy />;

  const hasReason = why.trim() !== '';
  const link = (): void => {
    if (on !== null) askForLink(on, { kind: { type: 'supports', direction: 'from' } });
  };
  const go = (): void => (hasReason ? onGive(why.trim()) : link());
  return (
    <div className={styles.why}>
      <TextField
        label="What confirms this?"
        hint={hintOf(on === null ? null : (related?.linked ?? []))}
        placeholder="Reason"
        autoFocus
        value={why}
        onChange={setWhy}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go();
          else event.continuePropagation();
        }}
      />
      <div className={styles.foot}>
        <Button isSmall variant="quiet" onPress={onCancel}>
          Cancel
        </Button>
        {hasReason || on === null ? (
          <Button isSmall variant="primary" isDisabled={!hasReason} onPress={go}>
            Grade 1 <Kbd keys="Enter" />
          </Button>
        ) : (
          <Button isSmall variant="primary" onPress={link}>
            Link a passage… <Kbd keys="Enter" />
          </Button>
        )}
      </div>
    </div>
  );
};

export type GradeBoxProps = {
  /** The passage being graded; null for several. */
  readonly on: ConfirmGradeProps['on'];
  readonly grade: Grade;
  readonly confirmedBecause: string | null;
  /** The source's current letter, and the source. */
  readonly offer: { readonly letter: Reliability; readonly name: string } | null;
  readonly onSet: (grade: Grade, confirmedBecause: string | null) => void;
  readonly onDone: () => void;
};

const focusAtOnce = (element: HTMLElement | null): void => element?.focus({ preventScroll: true });

/** The grade box by keys: a letter A to F, a digit 1 to 6, "-" to clear. */

type GradeKeyAnswer =
  /** The letter is chosen; a digit may follow, Enter takes the letter only. */
  | { readonly kind: 'choose'; readonly reliability: Reliability }
  | { readonly kind: 'set'; readonly grade: Grade }
  /** Grade 1 needs a supporting passage of another origin, or a reason, which is asked for first. */
  | { readonly kind: 'ask-why'; readonly grade: Grade };

const asReliability = (key: string): Reliability | null =>
  reliabilitySchema.safeParse(key.toUpperCase()).data ?? null;
const asCredibility = (key: string): Credibility | null =>
  /^[1-6]$/.test(key) ? (credibilitySchema.safeParse(Number(key)).data ?? null) : null;

/** Sets the grade, or asks first if it says "confirmed". */
const settleGrade = (grade: Grade): GradeKeyAnswer =>
  grade.credibility === 1 ? { kind: 'ask-why', grade } : { kind: 'set', grade };

/**
 * The effect of a key in the grade box of a passage graded `grade`; null if it has none. A digit alone is combined with
 * the letter chosen since the box opened (`chosen`), else the passage's own, else the offered one: the current letter
 * of its source. Nothing is ever set without a key.
 */
export const pressGradeKey = (
  key: string,
  grade: Grade,
  chosen: Reliability | null,
  offered: Reliability | null,
): GradeKeyAnswer | null => {
  if (key === '-' || key === '–') return { kind: 'set', grade: ungraded };
  const letter = asReliability(key);
  if (letter !== null) return { kind: 'choose', reliability: letter };
  const digit = asCredibility(key);
  if (digit !== null) {
    return settleGrade({ reliability: chosen ?? grade.reliability ?? offered, credibility: digit });
  }
  if (key !== 'Enter' || chosen === null) return null;
  return settleGrade({ ...grade, reliability: chosen });
};

/** Takes A–F and 1–6 and shows the wording of each. The two axes are judged separately and never combined. */
export const GradeBox = ({ on, grade, confirmedBecause, offer, onSet, onDone }: GradeBoxProps) => {
  const box = useRef<HTMLFieldSetElement>(null);
  const [chosen, setChosen] = useState<Reliability | null>(null);
  const [asked, setAsked] = useState<Grade | null>(null);
  useEffect(() => focusAtOnce(box.current), []);

  const take = (answer: GradeKeyAnswer, isByKey: boolean): void => {
    if (answer.kind === 'choose') setChosen(answer.reliability);
    else if (answer.kind === 'ask-why') setAsked(answer.grade);
    else {
      onSet(answer.grade, null);
      if (isByKey) onDone();
    }
  };
  /** Enter without a choice leaves the box; returns whether the key was handled. */
  const press = ({ key, target }: React.KeyboardEvent): boolean => {
    const isOnButton = key === 'Enter' && target !== box.current;
    const answer = isOnButton ? null : pressGradeKey(key, grade, chosen, offer?.letter ?? null);
    const leaves = answer === null && key === 'Enter' && !isOnButton;
    if (answer !== null) take(answer, true);
    if (leaves) onDone();
    return answer !== null || leaves;
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || asked !== null) return;
    if (!goToChoice(event) && !press(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  if (asked !== null) {
    return (
      <ConfirmGrade
        on={on}
        initial={confirmedBecause ?? ''}
        onGive={(why) => {
          onSet(asked, why);
          onDone();
        }}
        onCancel={onDone}
      />
    );
  }
  const letter = chosen ?? grade.reliability;
  return (
    <fieldset ref={box} tabIndex={-1} className={styles.box} onKeyDown={onKeyDown}>
      <legend className="visually-hidden">
        Grade: press A to F for reliability, 1 to 6 for credibility, minus to clear; or the arrow keys and
        Enter
      </legend>
      <ChoiceAxis name="Source reliability">
        {reliabilities.map((id) => (
          <KeyChoice
            key={id}
            sign={id}
            wording={reliabilityTable[id].wording}
            meaning={reliabilityTable[id].meaning}
            isOn={letter === id}
            offeredBy={letter === null && offer?.letter === id ? offer.name : null}
            onPress={(isByKey) => {
              setChosen(id);
              take(settleGrade({ ...grade, reliability: id }), isByKey);
            }}
          />
        ))}
      </ChoiceAxis>
      <ChoiceAxis name="Information credibility">
        {credibilities.map((id) => (
          <KeyChoice
            key={id}
            sign={String(id)}
            wording={credibilityTable[id].wording}
            meaning={credibilityTable[id].meaning}
            isOn={grade.credibility === id}
            onPress={(isByKey) => take(settleGrade({ reliability: letter, credibility: id }), isByKey)}
          />
        ))}
      </ChoiceAxis>
      <ChoiceFoot onClear={() => take({ kind: 'set', grade: ungraded }, false)} onDone={onDone} />
    </fieldset>
  );
};
