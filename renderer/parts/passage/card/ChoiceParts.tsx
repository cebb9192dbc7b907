import type { ReactNode } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import styles from './grade-box.module.css';

/** What is selected apart from the rest of its box: its name, and its choices. */
export const ChoiceAxis = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset would be announced twice
  <div role="group" aria-label={name} className={styles.axis}>
    <div className={styles.axisName} aria-hidden>
      {name}
    </div>
    {children}
  </div>
);

type ChoiceFootProps = { readonly onClear: () => void; readonly onDone: () => void };

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
