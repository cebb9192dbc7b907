import { useState } from 'react';
import { DialogTrigger } from 'react-aria-components';
import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import { type CitationField, printMissingField } from '#domain/article/bibliography/print-missing-fields.ts';
import type { OpenArticle } from '#domain/contract/article.ts';
import { act } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { BibliographyField } from '#renderer/parts/bibliography/BibliographyFields.tsx';
import { matchOffers } from '#renderer/parts/bibliography/match-offers.ts';
import { useKnownNames } from '#renderer/parts/bibliography/use-known-names.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { Popover } from '#renderer/ui/overlays/Popover.tsx';
import { focusTarget } from '#renderer/window/focus-targets.ts';
import styles from './article-head.module.css';

export type MissingFieldsProps = {
  readonly article: OpenArticle['article'];
  readonly bibliography: Bibliography;
  readonly missingFields: readonly CitationField[];
};

/** Adds a field of the citation where the head says that it is missing. */
const AddField = ({
  article,
  bibliography,
  field,
}: Omit<MissingFieldsProps, 'missingFields'> & { readonly field: CitationField }) => {
  const [isOpen, setIsOpen] = useState(false);
  const known = useKnownNames();
  const name = `Add ${printMissingField(field)}`;
  const keep = async (corrections: Partial<Bibliography>): Promise<boolean> => {
    const { ok } = await act('article:correct', { articleId: article.id, corrections });
    if (ok) {
      setIsOpen(false);
      // The button that had opened it is gone with what was missing.
      focusTarget('article-text');
    }
    return ok;
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
      <Button variant="quiet" isSmall>
        {name}
      </Button>
      <Popover label={name} placement="bottom start">
        <div className={styles.addField}>
          <BibliographyField
            field={field}
            bibliography={bibliography}
            found={article.found}
            focusOn={field}
            offersOf={(of, typed) => matchOffers(typed, [], known(of, typed))}
            onChange={keep}
          />
        </div>
      </Popover>
    </DialogTrigger>
  );
};

/** What a citation of the article still lacks, each to be filled in place; a warning only once a memo cites it. */
export const MissingFields = ({ missingFields, ...of }: MissingFieldsProps) => {
  const { data: memoIds = [] } = useQuery('article:citing-memos', { articleId: of.article.id });
  return (
    <div className={styles.missingFields}>
      <span className={memoIds.length > 0 ? styles.missing : styles.lacking}>Citation incomplete</span>
      {missingFields.map((field) => (
        <AddField key={field} field={field} {...of} />
      ))}
    </div>
  );
};
