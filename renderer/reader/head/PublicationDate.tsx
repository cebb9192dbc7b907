import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components';
import { type Bibliography, dateCertainties } from '#domain/article/bibliography/bibliography.ts';
import { act } from '#renderer/bridge/act.ts';
import { goToField } from '#renderer/parts/article/go-to-field.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Menu, type MenuEntry } from '#renderer/ui/overlays/Menu.tsx';
import { useReader } from '../state/reader-context.ts';
import styles from './article-head.module.css';
import { printPublished } from './print-published.ts';

type Certainty = Bibliography['dateCertainty'];

const meanings: Readonly<Record<Certainty, string>> = {
  stated: 'Stated: the publisher prints it',
  inferred: 'Inferred: worked out from something else',
  unknown: 'Unknown: nothing is counted from it',
};

/** When the article was published and how sure that is; a press changes it. */
export const PublicationDate = (bibliography: Pick<Bibliography, 'publishedAt' | 'dateCertainty'>) => {
  const { id: articleId } = useReader().article.article;
  const say = (dateCertainty: Certainty) =>
    void act('article:correct', { articleId, corrections: { dateCertainty } });
  const hasDate = bibliography.publishedAt !== null;
  const entries: readonly MenuEntry[] = [
    ...dateCertainties.map((certainty) => ({
      id: certainty,
      name: meanings[certainty],
      isDisabled: !hasDate || certainty === bibliography.dateCertainty,
      run: () => say(certainty),
    })),
    'separator',
    {
      id: 'change',
      name: hasDate ? 'Change the date…' : 'Enter the date…',
      run: () => goToField(articleId, 'publishedAt'),
    },
  ];
  const printed = printPublished(bibliography);
  return (
    <Menu
      label="Publication date"
      trigger={
        <Button
          className={joinClasses('word-button', styles.published)}
          aria-label={`Publication date: ${printed}`}
        >
          {printed}
          <ChevronDown size={12} aria-hidden />
        </Button>
      }
      entries={entries}
    />
  );
};
