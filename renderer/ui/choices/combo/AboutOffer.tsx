import { type ReactNode, useContext } from 'react';
import { ComboBoxStateContext } from 'react-aria-components';
import styles from '../../fields/field.module.css';

/** Within a combo box: what is known of the offer that Enter would take. Assistive technology reads it with the offer. */
export const AboutOffer = ({ about }: { readonly about: (id: string) => ReactNode }) => {
  const key = useContext(ComboBoxStateContext)?.selectionManager.focusedKey ?? null;
  const content = key === null ? null : about(String(key));
  return content === null ? null : (
    <div className={styles.about} aria-hidden>
      {content}
    </div>
  );
};
