import type { ReactNode } from 'react';
import { ListBoxItem, Text } from 'react-aria-components';
import styles from '../fields/field.module.css';
import { joinClasses } from '../join-classes.ts';

export type Option<Id extends string> = { readonly id: Id; readonly name: string; readonly detail?: string };

export type OptionItemProps = Option<string> & {
  /** Shown in place of the name. */
  readonly content?: ReactNode;
  /** Read out with it but not shown: it is visible elsewhere. */
  readonly description?: string;
};

/** One option of a field's list, with an explanation at its end. */
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
