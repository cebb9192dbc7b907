import { Button } from '#renderer/ui/Button.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import styles from './grade-box.module.css';

export type ChoiceFootProps = { readonly onClear: () => void; readonly onDone: () => void };

/** The foot of a box of choices: takes all of them back, or leaves the box. */
export const ChoiceFoot = ({ onClear, onDone }: ChoiceFootProps) => (
  <div className={styles.foot}>
    <Button isSmall variant="quiet" onPress={onClear}>
      Clear <Kbd keys="–" />
    </Button>
    <Button isSmall variant="quiet" onPress={onDone}>
      Done <Kbd keys="Escape" />
    </Button>
  </div>
);
