import type { ReactNode, Ref } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import { joinClasses } from '../join-classes.ts';
import styles from './tabs.module.css';

export type TabEntry<Id extends string> = {
  readonly id: Id;
  readonly name: ReactNode;
  readonly content: ReactNode;
};

export type TabsProps<Id extends string> = {
  readonly label: string;
  readonly tabs: readonly TabEntry<Id>[];
  readonly selected?: Id;
  readonly onSelect?: (id: Id) => void;
  /** They fill a pane, aligned with the bar beside it. */
  readonly isPane?: boolean;
  /** They are part of a page, which scrolls as a whole. */
  readonly isInPage?: boolean;
  /** At the end of the tab line. */
  readonly beside?: ReactNode;
  /** The content of the selected tab. */
  readonly contentRef?: Ref<HTMLDivElement> | undefined;
};

export const Tabs = <Id extends string>({
  label,
  tabs,
  selected,
  onSelect,
  isPane = false,
  isInPage = false,
  beside,
  contentRef,
}: TabsProps<Id>) => (
  <AriaTabs
    className={joinClasses(styles.tabs, isPane && styles.pane)}
    {...(selected === undefined ? {} : { selectedKey: selected })}
    onSelectionChange={(key) => {
      const tab = tabs.find(({ id }) => id === key);
      if (tab !== undefined) onSelect?.(tab.id);
    }}
  >
    <div className={joinClasses(styles.line, isInPage && styles.lineInPage)}>
      <TabList aria-label={label} className={joinClasses(styles.list, isPane && styles.bar)}>
        {tabs.map(({ id, name }) => (
          <Tab key={id} id={id} className={joinClasses(styles.tab)}>
            {name}
          </Tab>
        ))}
      </TabList>
      {beside}
    </div>
    {tabs.map(({ id, content }) => (
      <TabPanel
        key={id}
        id={id}
        ref={contentRef}
        className={joinClasses(styles.panel, isInPage && styles.inPage)}
      >
        {content}
      </TabPanel>
    ))}
  </AriaTabs>
);
