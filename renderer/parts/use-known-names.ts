import { useMemo } from 'react';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useSources } from '#renderer/parts/source/use-sources.ts';
import type { FieldOffersOf } from './BibliographyFields.tsx';
import { matchOffers } from './match-offers.ts';
import type { TypedField } from './read-field.ts';

/** What the archive knows for a field in which so much is typed, the most used first. */
export type KnownNames = (field: TypedField, typed: string) => readonly string[];

const none: readonly string[] = [];

/** The publications of the archive; its authors only once one is being typed: the first of many is a poor guess. */
export const useKnownNames = (): KnownNames => {
  const { rows } = useSources();
  const { data: bylines = none } = useQuery('article:bylines', {});
  const publishers = useMemo(
    () =>
      rows
        .filter(({ kind }) => kind === 'publication')
        .sort((a, b) => b.articleCount - a.articleCount)
        .map(({ name }) => name),
    [rows],
  );
  return (field, typed) => {
    if (field === 'publisher') return publishers;
    return field === 'byline' && typed !== '' ? bylines : none;
  };
};

/** What the archive knows, as offers for the fields of an article that is kept. */
export const useKnownOffers = (): FieldOffersOf => {
  const known = useKnownNames();
  return (field, typed) => matchOffers(typed, [], known(field, typed));
};
