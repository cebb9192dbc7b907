import type { ReactNode } from 'react';
import { Switch } from '#renderer/ui/choices/Switch.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './settings.module.css';

type PartProps = {
  /** What its settings have in common; none if the page has only this part. */
  readonly title?: string;
  readonly children: ReactNode;
};

/** Settings of a page that belong together. */
export const Part = ({ title, children }: PartProps) => (
  <section className={styles.part} {...(title === undefined ? {} : { 'aria-label': title })}>
    {title !== undefined && <h3>{title}</h3>}
    <div className={styles.fields}>{children}</div>
  </section>
);

type LineProps = {
  readonly title: string;
  /** One sentence. */
  readonly help?: ReactNode;
  /** The control, at the end of the line; its own label is hidden. */
  readonly children?: ReactNode;
};

/** One setting on a line: name, explanation, control. */
export const Line = ({ title, help, children }: LineProps) => (
  <div className={styles.line}>
    <div className={styles.words}>
      <div className={styles.title}>{title}</div>
      {help !== undefined && <div className={styles.help}>{help}</div>}
    </div>
    {children !== undefined && <div className={styles.control}>{children}</div>}
  </div>
);

type SwitchLineProps = {
  readonly title: string;
  readonly help?: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
};

/** An on/off setting: the whole line is the switch. */
export const SwitchLine = ({ title, help, isOn, onChange }: SwitchLineProps) => (
  <div className={joinClasses(styles.line, styles.switch)}>
    <Switch isSelected={isOn} onChange={onChange}>
      <span className={styles.title}>{title}</span>
    </Switch>
    {help !== undefined && <div className={styles.help}>{help}</div>}
  </div>
);
