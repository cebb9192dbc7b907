import { TriangleAlert } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { ArticleRow } from '#domain/contract/rows.ts';
import { printMissingFields } from '#renderer/parts/article/print-missing-fields.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { RowTitle } from '#renderer/ui/rows/RowText.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import styles from './today.module.css';

/** An article that can't be cited in full yet. */
export const NeedsYouLine = ({ row }: { readonly row: ArticleRow }) => (
  <Button className={joinClasses(styles.line)} onPress={() => goTo({ view: 'articles', articleId: row.id })}>
    <RowTitle>{row.title ?? row.firstWords}</RowTitle>
    <span className={joinClasses(styles.meta, styles.warn)}>
      <TriangleAlert size={12} aria-hidden /> Citation incomplete: lacks{' '}
      {printMissingFields(row.missingFields)}
    </span>
  </Button>
);
