import { useMemo } from 'react';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { withoutLeftOut } from '#domain/article/body/without-left-out.ts';
import { findStatedFields, type StatedFields } from '#domain/article/stated/stated-fields.ts';
import type { ImportDraft } from '#domain/contract/import.ts';
import type { FieldOffersOf } from '#renderer/parts/bibliography/BibliographyFields.tsx';
import { matchOffers } from '#renderer/parts/bibliography/match-offers.ts';
import { useKnownNames } from '#renderer/parts/bibliography/use-known-names.ts';

const isStated = (field: string): field is keyof StatedFields =>
  field === 'title' || field === 'publisher' || field === 'byline' || field === 'publishedAt';

/**
 * What is offered for the fields of an import: what the text itself states, then publishers and authors that the
 * archive knows. Nothing is offered over a value that is there and not being typed.
 */
export const useOffers = ({ body, leftOut }: Pick<ImportDraft, 'body' | 'leftOut'>): FieldOffersOf => {
  const known = useKnownNames();
  const publishers = known('publisher', '');
  const stated = useMemo(
    () => findStatedFields(canonicalText(withoutLeftOut(body, leftOut)), publishers),
    [body, leftOut, publishers],
  );
  return (field, typed) => matchOffers(typed, isStated(field) ? stated[field] : [], known(field, typed));
};
