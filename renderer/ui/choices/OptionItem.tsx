import type { ReactNode } from 'react';
import { ListBoxItem, Text } from 'react-aria-components';
import styles from '../fields/field.module.css';
import { joinClasses } from '../join-classes.ts';

export type Option<Id extends string> = { readonly id: Id; readonly name: string; readonly detail?: string };

export type OptionItemProps = Option<string> & {
  /** Drawn in the place of the name. */
  readonly content?: ReactNode;
  /** Read with it and not drawn: it is shown elsewhere. */
  readonly description?: string;
};

/** One offer of a list that a field opens, with what explains it at its end. */
export const OptionItem = ({
  id,
  name,
  detail,
  content = <span>{name}</span>,
  description,
}: OptionItemProps) => (
  <ListBoxItem id={id} textValue={name} className={joinClasses('option', styles.option)}>
    {content}
    {detail !== undefined && <span className={styles.detail}>{detail}</span>}
    {description !== undefined && (
      <Text slot="description" className="visually-hidden">
        {description}
      </Text>
    )}
  </ListBoxItem>
);
