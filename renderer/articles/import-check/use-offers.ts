import { useMemo } from 'react';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { withoutLeftOut } from '#domain/article/body/without-left-out.ts';
import { findStatedFields, type StatedFields } from '#domain/article/stated/stated-fields.ts';
import type { ImportDraft } from '#domain/contract/import.ts';
import { useSources } from '#renderer/parts/source/use-sources.ts';
import type { FieldOffersOf } from '../bibliography/BibliographyFields.tsx';

/** So many publishers that are known are offered; what is typed finds the others. */
const MAX_KNOWN = 4;

const isStated = (field: string): field is keyof StatedFields =>
  field === 'title' || field === 'publisher' || field === 'byline' || field === 'publishedAt';

/**
 * What is offered for the fields of an import: what the text itself states, and for the publisher those that the
 * archive knows, the most read first. Nothing is offered over a value that is there and not being typed.
 */
export const useOffers = ({ body, leftOut }: Pick<ImportDraft, 'body' | 'leftOut'>): FieldOffersOf => {
  const { rows } = useSources();
  const known = useMemo(
    () =>
      rows
        .filter(({ kind }) => kind === 'publication')
        .sort((a, b) => b.articleCount - a.articleCount)
        .map(({ name }) => name),
    [rows],
  );
  const stated = useMemo(
    () => findStatedFields(canonicalText(withoutLeftOut(body, leftOut)), known),
    [body, leftOut, known],
  );
  return (field, typed) => {
    if (!isStated(field)) return [];
    const knownNames = field === 'publisher' ? known : [];
    const part = typed.toLowerCase();
    const matches = (name: string): boolean => name !== typed && name.toLowerCase().includes(part);
    const ofText = stated[field].filter(matches);
    const others = knownNames.filter((name) => matches(name) && !ofText.includes(name)).slice(0, MAX_KNOWN);
    return [...ofText, ...others];
  };
};
