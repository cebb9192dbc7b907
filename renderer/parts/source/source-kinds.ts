import { type SourceKind, sourceKinds } from '#domain/source/source.ts';

export const kindNames: Readonly<Record<SourceKind, string>> = {
  organisation: 'Organisation',
  body: 'Body',
  person: 'Person',
  publication: 'Publication',
  document: 'Document',
};

export const kindOptions = sourceKinds.map((id) => ({ id, name: kindNames[id] }));
