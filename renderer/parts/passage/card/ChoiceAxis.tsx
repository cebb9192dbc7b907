import type { ReactNode } from 'react';
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
