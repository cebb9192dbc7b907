import { printCount } from '../print-count.ts';
import type { CodebookRow } from './apply-codebook.ts';

/** What becomes of a tag: "new", "filled: example", "is here", and what stays as it is here. */
export const sayCodebookRow = ({ becomes, takes, keeps }: CodebookRow): string => {
  const does = { new: 'New', changed: `Filled: ${takes.join(', ')}`, same: 'Already here' }[becomes];
  return keeps.length === 0 ? does : `${does}; unchanged: ${keeps.join(', ')}`;
};

/** "12 new tags, 3 tags filled, 4 already here"; empty where nothing is said of tags. */
export const sayCodebook = (rows: readonly CodebookRow[]): string => {
  const of = (becomes: CodebookRow['becomes']): number =>
    rows.filter((row) => row.becomes === becomes).length;
  const [made, changed, same] = [of('new'), of('changed'), of('same')];
  return [
    ...(made === 0 ? [] : [printCount(made, 'new tag')]),
    ...(changed === 0 ? [] : [`${printCount(changed, 'tag')} filled`]),
    ...(same === 0 ? [] : [`${same.toLocaleString('en-GB')} already here`]),
  ].join(', ');
};
