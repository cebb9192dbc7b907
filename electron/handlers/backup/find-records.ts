import type { BackedUpRow } from '#domain/contract/backup.ts';
import { PAD_TITLE } from '#domain/pad/pad.ts';
import { ok } from '#domain/result.ts';
import { foldText } from '#domain/text/fold-text.ts';
import type { FoundRecord } from '#electron/ports/backup-jobs.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';

type Deps = Pick<HandlerDeps, 'archive' | 'backups' | 'catalogue'>;

/** Those that the archive lacks come first: they are what a backup is asked for. */
const order: Readonly<Record<BackedUpRow['state'], number>> = { gone: 0, 'in-trash': 1, here: 2 };

const compareRows = (a: BackedUpRow, b: BackedUpRow): number =>
  order[a.state] - order[b.state] || (a.title ?? '').localeCompare(b.title ?? '');

const holdsWords = ({ title }: BackedUpRow, words: readonly string[]): boolean =>
  words.every((word) => foldText(title ?? '').includes(word));

/** Answers `backup:records`; what was read of the backup is kept until the archive changes, so that typing reads nothing. */
export const createRecordSearch = ({
  archive,
  backups,
  catalogue,
}: Deps): HandlersOn<'backup'>['backup:records'] => {
  let kept: { readonly backupId: string; readonly records: readonly FoundRecord[] } | null = null;
  archive.onChanged(() => {
    kept = null;
  });

  const titlesHere = async (): Promise<ReadonlyMap<string, string | null>> => {
    const articles = await catalogue.articles({}, 'newest');
    const memos = await catalogue.memos();
    const pads = await archive.pad();
    return new Map<string, string | null>([
      ...articles.map(({ id, title, firstWords }) => [id, title ?? firstWords] as const),
      ...memos.map(({ id, title }) => [id, title] as const),
      ...(pads.ok ? pads.value.pads : []).map(({ id }) => [id, PAD_TITLE] as const),
    ]);
  };

  return async ({ backupId, text, limit }) => {
    const here = await titlesHere();
    if (kept?.backupId !== backupId) {
      const place = backups.place(backupId);
      if (!place.ok) return place;
      const read = await backups.ask({ does: 'records', place: place.value, known: [...here.keys()] });
      if (!read.ok) return read;
      kept = { backupId, records: read.value };
    }
    const trashed = new Set<string>([
      ...(await archive.trashedArticles()).map(({ id }) => id),
      ...(await archive.trashedMemos()).map(({ id }) => id),
    ]);
    const stateOf = (id: string): BackedUpRow['state'] => {
      if (here.has(id)) return 'here';
      return trashed.has(id) ? 'in-trash' : 'gone';
    };
    const words = foldText(text)
      .split(/\s+/u)
      .filter((word) => word !== '');
    const rows = kept.records.map(
      (record): BackedUpRow => ({
        ...record,
        title: here.get(record.id) ?? record.title,
        state: stateOf(record.id),
      }),
    );
    return ok(
      rows
        .filter((row) => holdsWords(row, words))
        .toSorted(compareRows)
        .slice(0, limit),
    );
  };
};
