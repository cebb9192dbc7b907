import { useState } from 'react';
import { DialogTrigger } from 'react-aria-components';
import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import { type CitationField, printMissingField } from '#domain/article/bibliography/print-missing-fields.ts';
import { articleCitingMemos, articleCorrect, type OpenArticle } from '#domain/contract/article.ts';
import { act } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { BibliographyField, useKnownOffers } from '#renderer/parts/BibliographyFields.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Popover } from '#renderer/ui/overlays/Popover.tsx';
import { focusTarget } from '#renderer/window/focus-targets.ts';
import styles from './article-head.module.css';

export type MissingFieldsProps = {
  readonly article: OpenArticle['article'];
  readonly bibliography: Bibliography;
  readonly missingFields: readonly CitationField[];
};

type OneFieldProps = Omit<MissingFieldsProps, 'missingFields'> & { readonly field: CitationField };

/** The field itself; its suggestions are requested once it is open. */
const FieldToFill = ({
  article,
  bibliography,
  field,
  onKept,
}: OneFieldProps & { readonly onKept: () => void }) => {
  const offersOf = useKnownOffers();
  const keep = async (corrections: Partial<Bibliography>): Promise<boolean> => {
    const { ok } = await act(articleCorrect, { articleId: article.id, corrections });
    if (ok) onKept();
    return ok;
  };
  return (
    <div className={styles.addField}>
      <BibliographyField
        field={field}
        bibliography={bibliography}
        found={article.found}
        focusOn={field}
        offersOf={offersOf}
        onChange={keep}
      />
    </div>
  );
};

/** Adds a field of the citation where the head says that it is missing. */
const AddField = (props: OneFieldProps) => {
  const [isOpen, setIsOpen] = useState(false);
  const name = `Add ${printMissingField(props.field)}`;
  const close = (): void => {
    setIsOpen(false);
    // Once nothing is missing, the button that opened it is gone.
    focusTarget('article-text');
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
      <Button variant="quiet" isSmall>
        {name}
      </Button>
      <Popover label={name} placement="bottom start">
        <FieldToFill {...props} onKept={close} />
      </Popover>
    </DialogTrigger>
  );
};

/** What a citation of the article still lacks, each to be filled in here; a warning only once a memo cites it. */
export const MissingFields = ({ missingFields, ...of }: MissingFieldsProps) => {
  const { data: memoIds = [] } = useQuery(articleCitingMemos, { articleId: of.article.id });
  return (
    <div className={styles.missingFields}>
      <span className={memoIds.length > 0 ? styles.missing : styles.lacking}>Citation incomplete</span>
      {missingFields.map((field) => (
        <AddField key={field} field={field} {...of} />
      ))}
    </div>
  );
};
