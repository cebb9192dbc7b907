import { useEffect, useState } from 'react';
import type { CitationField } from '#domain/article/bibliography/print-missing-fields.ts';
import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import type { ArticleId } from '#domain/ids.ts';
import { act } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { BibliographyField } from '#renderer/parts/bibliography/BibliographyFields.tsx';
import { matchOffers } from '#renderer/parts/bibliography/match-offers.ts';
import { useKnownNames } from '#renderer/parts/bibliography/use-known-names.ts';
import { leaveOnEscape } from '#renderer/parts/field/leave-on-escape.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { isFocusLost } from '#renderer/ui/focus/focus-into.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import styles from '../panel/panel.module.css';

export type SourceFieldsProps = {
  readonly articleId: ArticleId;
  readonly missing: readonly CitationField[];
  /** Closed by Esc, or by its button. */
  readonly onDone: () => void;
  /** All of it is there: the finding is gone, and the focus with it. */
  readonly onSettled: () => void;
};

/** The fields that a cited article lacks, filled in beside the finding. Those that were there at first stay until it is closed. */
export const SourceFields = ({ articleId, missing, onDone, onSettled }: SourceFieldsProps) => {
  const [fields] = useState(missing);
  const known = useKnownNames();
  const { data: open } = useQuery('article:open', { articleId });
  const settled = useLatest(onSettled);
  useEffect(
    () => () => {
      if (isFocusLost()) settled.current();
    },
    [],
  );
  if (open === undefined) return null;
  return (
    <div className={styles.sourceFields} onKeyDownCapture={leaveOnEscape(onDone)}>
      {fields.map((field) => (
        <BibliographyField
          key={field}
          field={field}
          bibliography={effectiveBibliography(open.article, open.about)}
          found={open.article.found}
          focusOn={fields[0] ?? null}
          offersOf={(of, typed) => matchOffers(typed, [], known(of, typed))}
          onChange={async (corrections) => (await act('article:correct', { articleId, corrections })).ok}
        />
      ))}
      <div>
        <Button isSmall variant="quiet" onPress={onDone}>
          Done
        </Button>
      </div>
    </div>
  );
};
