import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import { MarkedParts } from '#renderer/parts/search/MarkedParts.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import type { FoundPage } from './guide/find-pages.ts';
import type { GuideDocument } from './guide/guide-page.ts';
import styles from './help.module.css';

type GuideListProps = {
  readonly guide: readonly GuideDocument[];
  readonly found: readonly FoundPage[];
  readonly selectedId: string;
  readonly onSelect: (id: string) => void;
};

/** The pages that were found, below the documents that they are of. */
export const GuideList = ({ guide, found, selectedId, onSelect }: GuideListProps) => (
  <ListBox
    aria-label="Pages"
    className={joinClasses(styles.list)}
    selectionMode="single"
    selectionBehavior="replace"
    disallowEmptySelection
    selectedKeys={[selectedId]}
    onSelectionChange={(keys) => {
      const [key] = keys === 'all' ? [] : [...keys];
      if (key !== undefined) onSelect(String(key));
    }}
    data-pane-focus
  >
    {guide.map((document) => {
      const own = found.filter(({ page }) => document.pages.includes(page));
      return (
        own.length > 0 && (
          <ListBoxSection key={document.title} id={document.title}>
            <Header className={joinClasses('group-heading', styles.heading)}>{document.title}</Header>
            {own.map(({ page, title, snippet }) => (
              <ListBoxItem
                key={page.id}
                id={page.id}
                textValue={page.title}
                className={joinClasses(styles.item)}
              >
                <span className={styles.title}>
                  <MarkedParts {...title} />
                </span>
                {snippet !== null && (
                  <span className={styles.snippet}>
                    <MarkedParts {...snippet} />
                  </span>
                )}
              </ListBoxItem>
            ))}
          </ListBoxSection>
        )
      );
    })}
  </ListBox>
);
