import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './grade-box.module.css';

type KeyChoiceProps = {
  readonly sign: string;
  readonly wording: string;
  readonly meaning: string;
  readonly isOn: boolean;
  /** Whose it is, where it is offered. */
  readonly offeredBy?: string | null;
  readonly onPress: () => void;
};

/** One choice of a box, with the key that takes it. */
export const KeyChoice = ({ sign, wording, meaning, isOn, offeredBy = null, onPress }: KeyChoiceProps) => (
  <button
    type="button"
    className={joinClasses(styles.choice, offeredBy !== null && styles.offered)}
    aria-pressed={isOn}
    title={meaning}
    onClick={onPress}
  >
    <b>{sign}</b>
    <span>{wording}</span>
    {offeredBy !== null && <i>{offeredBy} today</i>}
  </button>
);
