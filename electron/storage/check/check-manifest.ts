import { join } from 'node:path';
import { fileOfLoss, type ManifestEntry, type ManifestLoss } from '#domain/archive/manifest.ts';
import { placeOfCopy } from '#domain/archive/merge/original-of-copy.ts';
import { readContent } from '../file/read/read-content.ts';
import { ownName } from '../folder/own-name.ts';
import { isVouchedFor, judgeEntry } from '../manifest/judge-entry.ts';
import { type FullFinding, finding } from './findings.ts';
import { listPaths } from './list-files.ts';
import type { CheckedPlace } from './read-one.ts';

const names: Readonly<Record<ManifestEntry['what'], string>> = {
  root: 'file',
  article: 'article',
  memo: 'memo',
  snapshot: 'snapshot',
  form: 'form',
};

const printTitle = ({ title, what }: ManifestEntry): string =>
  title === undefined ? `This ${names[what]}` : `The ${names[what]} “${title}”`;

const findingOf = (loss: ManifestLoss): FullFinding => {
  const { entry } = loss;
  const file = fileOfLoss(loss);
  if (loss.how === 'gone')
    return finding(file, 'gone', `${printTitle(entry)} is missing, but was not deleted in Precis.`);
  if (entry.what === 'memo')
    return finding(file, 'altered', `${printTitle(entry)} was changed after it was sent.`);
  return finding(file, 'altered', `${printTitle(entry)} is written once, but another program changed it.`);
};

/**
 * What is gone or was altered by the manifest of the archive; nothing where it has none, as an older Precis leaves it.
 */
export const checkManifest = async (place: CheckedPlace): Promise<readonly FullFinding[]> => {
  const read = await readContent('manifest', join(place.root, 'manifest.json'), place.codec);
  if (read.kind !== 'content') return [];
  const trusted = read.content.entries.filter((entry) => isVouchedFor(place.codec, entry));
  const losses: ManifestLoss[] = [];
  for (const entry of trusted) {
    const loss = await judgeEntry(place, entry, 0);
    if (loss !== null) losses.push(loss);
  }
  const gone = new Set(losses.flatMap(({ how, entry }) => (how === 'gone' ? [entry.id] : [])));
  const distrusted = read.content.entries.length - trusted.length;
  const says = `${distrusted} of its entries were not written with the key of this archive.`;
  return [
    ...losses.filter(({ entry: { memoId } }) => memoId === undefined || !gone.has(memoId)).map(findingOf),
    ...(distrusted === 0 ? [] : [finding('manifest.json', 'altered', says)]),
  ];
};

/** The second versions of files that a sync has left, and that Precis merges when the archive is open in its window. */
export const checkCopies = async ({ root }: CheckedPlace): Promise<readonly FullFinding[]> => {
  const paths = await listPaths(root);
  const listed = new Set(paths);
  return paths
    .filter((path) => placeOfCopy(path)?.isNamedAsCopy === true)
    .filter((path) => [null, path].includes(ownName(root, path, listed)))
    .map((path) =>
      finding(path, 'copy', 'This is a second version of a file. Precis merges it when its window is open.'),
    );
};
