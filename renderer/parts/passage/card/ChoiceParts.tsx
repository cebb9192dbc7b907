import type { KeyboardEvent, ReactNode } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import styles from './grade-box.module.css';

/** A group of choices that is selected separately from the rest of its box. */
export const ChoiceAxis = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset would be announced twice
  <div role="group" aria-label={name} className={styles.axis}>
    <div className={styles.axisName} aria-hidden>
      {name}
    </div>
    {children}
  </div>
);

const STEPS: Readonly<Record<string, -1 | 1>> = { ArrowDown: 1, ArrowUp: -1 };

/** ↑ ↓ move between the choices of the box, starting at the current one; returns whether the key was handled. */
export const goToChoice = ({ key, target, currentTarget }: KeyboardEvent): boolean => {
  const step = STEPS[key];
  if (step === undefined) return false;
  const choices = [...currentTarget.querySelectorAll<HTMLElement>('[aria-pressed]')];
  const at = choices.indexOf(target as HTMLElement);
  const set = choices.findIndex((choice) => choice.getAttribute('aria-pressed') === 'true');
  const from = step === 1 ? -1 : 0;
  const next = at === -1 && set !== -1 ? set : (at === -1 ? from : at) + step;
  choices.at(next % choices.length)?.focus();
  return true;
};

type ChoiceFootProps = { readonly onClear: () => void; readonly onDone: () => void };

/** The foot of a box of choices: clears all of them, or leaves the box. */
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
