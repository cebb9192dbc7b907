import { printCount } from '../../print-count.ts';
import { descriptorFieldNames, sourceKindNames } from '../source.ts';
import type { ListedRow, ListRefusal, SourcePart } from './listed-source.ts';

const partNames: Readonly<Record<SourcePart, string>> = {
  ...descriptorFieldNames,
  place: 'place',
  kind: 'kind',
  reliability: 'reliability',
  aliases: 'aliases',
  positions: 'positions',
};

const sayParts = (parts: readonly SourcePart[]): string =>
  parts.map((part) => partNames[part].toLowerCase()).join(', ');

const kinds = Object.values(sourceKindNames).join(', ').toLowerCase();

const refusals: Readonly<Record<ListRefusal['why'], (said: string) => string>> = {
  kind: (said) => `the kind “${said}”, which is not one of ${kinds}`,
  reliability: (said) => `the reliability “${said}”, which is neither a letter from A to F nor its wording`,
  'alias-taken': (said) =>
    `the alias “${said}”, which is already the name of another source at the same level`,
  'alias-long': (said) => `the alias “${said.slice(0, 40)}…”, which is longer than 200 characters`,
  position: (said) =>
    `the position “${said}”, which is not “role | organisation | from | until” with a source of this archive`,
  cycle: (said) => `“${said}”, which would be below itself`,
  name: (said) => `“${said}”: a name has 1 to 200 characters, and a place at most 8 levels`,
  ambiguous: (said) => `“${said}”, which is the name of several sources: give its path`,
};

const sayRefused = (refused: readonly ListRefusal[]): string =>
  refused.map(({ why, said }) => refusals[why](said)).join('; ');

/** What a source is or becomes: "person, B". */
const sayWhat = ({ kind, reliability }: ListedRow): string =>
  [...(kind === null ? [] : [sourceKindNames[kind].toLowerCase()]), ...(reliability ?? [])].join(', ');

/** What becomes of a line: "New: person, B", "Filled: aliases", what stays as it is here, and what is not taken. */
export const sayListedRow = (row: ListedRow): string => {
  const { becomes, takes, keeps, knownAs, refused } = row;
  if (becomes === 'refused') return `Not imported: ${sayRefused(refused)}`;
  const does = { new: `New: ${sayWhat(row)}`, changed: `Filled: ${sayParts(takes)}`, same: 'Already here' }[
    becomes
  ];
  return [
    does,
    ...(knownAs === null ? [] : [`“${knownAs}” in the list`]),
    ...(keeps.length === 0 ? [] : [`unchanged: ${sayParts(keeps)}`]),
    ...(refused.length === 0 ? [] : [`not imported: ${sayRefused(refused)}`]),
  ].join('; ');
};

/** "12 new sources, 3 sources filled, 4 already here, 1 not taken"; empty where there is none. */
export const sayListedRows = (rows: readonly ListedRow[]): string => {
  const of = (becomes: ListedRow['becomes']): number => rows.filter((row) => row.becomes === becomes).length;
  const [made, changed, same, refused] = [of('new'), of('changed'), of('same'), of('refused')];
  return [
    ...(made === 0 ? [] : [printCount(made, 'new source')]),
    ...(changed === 0 ? [] : [`${printCount(changed, 'source')} filled`]),
    ...(same === 0 ? [] : [`${same.toLocaleString('en-GB')} already here`]),
    ...(refused === 0 ? [] : [`${refused.toLocaleString('en-GB')} not imported`]),
  ].join(', ');
};
