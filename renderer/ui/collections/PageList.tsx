import type { ReactNode } from 'react';
import { ListBox } from 'react-aria-components';
import { joinClasses } from '../join-classes.ts';

export type PageListProps<Id extends string> = {
  readonly selectedId: Id;
  readonly onSelect: (id: Id) => void;
  readonly className: string | undefined;
  /** Shown in place of a list without pages. */
  readonly empty?: ReactNode;
  /** Sections of pages, by the ids that `onSelect` takes. */
  readonly children: ReactNode;
};

/** The pages of a view, of which one is shown. */
export const PageList = <Id extends string>(props: PageListProps<Id>) => (
  <ListBox
    aria-label="Pages"
    className={joinClasses(props.className)}
    selectionMode="single"
    selectionBehavior="replace"
    disallowEmptySelection
    selectedKeys={[props.selectedId]}
    onSelectionChange={(keys) => {
      const [id] = keys === 'all' ? [] : [...keys];
      // The keys of its items are page ids.
      if (id !== undefined) props.onSelect(id as Id);
    }}
    renderEmptyState={() => props.empty}
    data-pane-focus
  >
    {props.children}
  </ListBox>
);
