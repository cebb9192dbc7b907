import { useEffect, useRef } from 'react';
import { bases, manners, type Passage } from '#domain/passage/passage.ts';
import type { EditPassage } from '../edit-passage.ts';
import { ChoiceAxis } from '../grade/ChoiceAxis.tsx';
import { ChoiceFoot } from '../grade/ChoiceFoot.tsx';
import styles from '../grade/grade-box.module.css';
import { KeyChoice } from '../grade/KeyChoice.tsx';
import { basisMeanings, basisNames, mannerMeanings, mannerNames } from '../speaker/print-speaker.ts';
import { basisKeys, mannerKeys, pressMannerKey } from './press-manner-key.ts';

export type MannerBoxProps = {
  readonly passage: Pick<Passage, 'manner' | 'basis'>;
  readonly onEdit: EditPassage;
  readonly onDone: () => void;
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** How it was said and on what terms, each by one key. What is set already is taken back by choosing it again. */
export const MannerBox = ({ passage: { manner, basis }, onEdit, onDone }: MannerBoxProps) => {
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  const take = (next: Pick<Passage, 'manner' | 'basis'>, isByKey: boolean): void => {
    void onEdit({ does: 'manner', ...next });
    if (isByKey) onDone();
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isDone = event.key === 'Enter' && event.target === box.current;
    const next = pressMannerKey(event.key, { manner, basis });
    if (next === null && !isDone) return;
    event.preventDefault();
    event.stopPropagation();
    if (next === null) onDone();
    else take(next, true);
  };
  return (
    <fieldset ref={box} tabIndex={-1} className={styles.box} onKeyDown={onKeyDown}>
      <legend className="visually-hidden">
        Attribution: press D, P, O or U for the manner; R, B or N for on the record or not; minus to clear
      </legend>
      <ChoiceAxis name="Attribution">
        {manners.map((id) => (
          <KeyChoice
            key={id}
            sign={mannerKeys[id].toUpperCase()}
            wording={mannerNames[id]}
            meaning={mannerMeanings[id]}
            isOn={manner === id}
            onPress={(isByKey) => take({ manner: manner === id ? null : id, basis }, isByKey)}
          />
        ))}
      </ChoiceAxis>
      <ChoiceAxis name="On the record?">
        {bases.map((id) => (
          <KeyChoice
            key={id}
            sign={basisKeys[id].toUpperCase()}
            wording={capital(basisNames[id])}
            meaning={basisMeanings[id]}
            isOn={basis === id}
            onPress={(isByKey) => take({ manner, basis: basis === id ? null : id }, isByKey)}
          />
        ))}
      </ChoiceAxis>
      <ChoiceFoot onClear={() => take({ manner: null, basis: null }, false)} onDone={onDone} />
    </fieldset>
  );
};
