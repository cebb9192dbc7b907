import { createContext, type ReactNode, useContext } from 'react';
import { createPortal } from 'react-dom';
import styles from './review.module.css';

/** The foot of the pane, once it is drawn. */
export const FootContext = createContext<HTMLElement | null>(null);

/** What can be done about the thing that waits: it stands at the foot of the pane, however long the thing is. */
export const ReviewFoot = ({ children }: { readonly children: ReactNode }) => {
  const foot = useContext(FootContext);
  return foot === null ? null : createPortal(<div className={styles.acts}>{children}</div>, foot);
};
