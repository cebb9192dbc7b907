import { useEffect, useRef, useState } from 'react';
import { credibilities, credibilityTable } from '#domain/tradecraft/credibility.ts';
import { type Grade, ungraded } from '#domain/tradecraft/grade.ts';
import { type Reliability, reliabilities, reliabilityTable } from '#domain/tradecraft/reliability.ts';
import { ChoiceAxis } from './ChoiceAxis.tsx';
import { ChoiceFoot } from './ChoiceFoot.tsx';
import { ConfirmGrade, type ConfirmGradeProps } from './ConfirmGrade.tsx';
import styles from './grade-box.module.css';
import { KeyChoice } from './KeyChoice.tsx';
import { type GradeKeyAnswer, pressGradeKey, settleGrade } from './press-grade-key.ts';

export type GradeBoxProps = {
  /** The passage that is graded; null for many at once. */
  readonly on: ConfirmGradeProps['on'];
  readonly grade: Grade;
  readonly confirmedBecause: string | null;
  /** The letter of the source as it stands today, and whose it is. */
  readonly offer: { readonly letter: Reliability; readonly name: string } | null;
  readonly onSet: (grade: Grade, confirmedBecause: string | null) => void;
  readonly onDone: () => void;
};

const focusAtOnce = (element: HTMLElement | null): void => element?.focus({ preventScroll: true });

/** Reads A–F and 1–6 and shows the wording of each. The two axes are judged apart and never combined. */
export const GradeBox = ({ on, grade, confirmedBecause, offer, onSet, onDone }: GradeBoxProps) => {
  const box = useRef<HTMLFieldSetElement>(null);
  const [chosen, setChosen] = useState<Reliability | null>(null);
  const [asked, setAsked] = useState<Grade | null>(null);
  useEffect(() => focusAtOnce(box.current), []);

  const take = (answer: GradeKeyAnswer, isByKey: boolean): void => {
    if (answer.does === 'choose') setChosen(answer.reliability);
    else if (answer.does === 'ask-why') setAsked(answer.grade);
    else {
      onSet(answer.grade, null);
      if (isByKey) onDone();
    }
  };
  /** Enter with nothing chosen leaves the box; answers whether the key means something here. */
  const press = ({ key, target }: React.KeyboardEvent): boolean => {
    const isOnButton = key === 'Enter' && target !== box.current;
    const answer = isOnButton ? null : pressGradeKey(key, grade, chosen, offer?.letter ?? null);
    const leaves = answer === null && key === 'Enter' && !isOnButton;
    if (answer !== null) take(answer, true);
    if (leaves) onDone();
    return answer !== null || leaves;
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || asked !== null || !press(event)) return;
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
        Grade: press A to F for reliability, 1 to 6 for credibility, minus to clear
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
      <ChoiceFoot onClear={() => take({ does: 'set', grade: ungraded }, false)} onDone={onDone} />
    </fieldset>
  );
};
