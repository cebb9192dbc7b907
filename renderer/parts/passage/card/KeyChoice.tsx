import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './grade-box.module.css';

type KeyChoiceProps = {
  readonly sign: string;
  readonly wording: string;
  readonly meaning: string;
  readonly isOn: boolean;
  /** The source that it is offered from. */
  readonly offeredBy?: string | null;
  /** By a press of the pointer or the space bar, or by Enter, which takes it and closes the box. */
  readonly onPress: (isByEnter: boolean) => void;
};

/** One choice of a box, with its key. */
export const KeyChoice = ({ sign, wording, meaning, isOn, offeredBy = null, onPress }: KeyChoiceProps) => (
  <button
    type="button"
    className={joinClasses(styles.choice, offeredBy !== null && styles.offered)}
    aria-pressed={isOn}
    title={meaning}
    onClick={() => onPress(false)}
    onKeyDown={(event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      event.stopPropagation();
      onPress(true);
    }}
  >
    <b>{sign}</b>
    <span>{wording}</span>
    {offeredBy !== null && <i>{offeredBy} today</i>}
  </button>
);
