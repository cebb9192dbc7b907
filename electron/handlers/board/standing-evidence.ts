import { type EvidenceState, MAX_KEPT_WORDS } from '#domain/board/board.ts';
import type { StandingById, StandingEvidence } from '#domain/board/open-board.ts';
import type { PassageRow } from '#domain/contract/passage.ts';
import type { ArticleId, PassageId } from '#domain/ids.ts';
import { type Passage, passageEvidence } from '#domain/passage/passage.ts';
import { disputeType } from '#domain/passage/word-relation.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { Catalogue } from '#electron/ports/catalogue.ts';
import { sha256Of } from '../shared/sha-256.ts';

/** The most rows that the index answers at once. */
const ROWS_AT_ONCE = 1000;

type Asked = { readonly articleId: ArticleId; readonly passageId: PassageId };
type Reading = {
  readonly reader: Pick<ArchiveReader, 'annotations'>;
  readonly catalogue: Pick<Catalogue, 'ready' | 'passage:rows'>;
};

const rowsOf = async (
  { catalogue }: Reading,
  passageIds: readonly PassageId[],
): Promise<readonly PassageRow[]> => {
  // A passage that is not loaded yet is not a deleted one.
  await catalogue.ready;
  const rows: PassageRow[] = [];
  for (let at = 0; at < passageIds.length; at += ROWS_AT_ONCE)
    rows.push(...(await catalogue['passage:rows']({ passageIds: passageIds.slice(at, at + ROWS_AT_ONCE) })));
  return rows;
};

const passagesOf = async ({ reader }: Reading, asked: readonly Asked[]): Promise<readonly Passage[]> => {
  const articleIds = [...new Set(asked.map(({ articleId }) => articleId))];
  const files = await Promise.all(articleIds.map((id) => reader.annotations(id)));
  return files.flatMap((file) =>
    file.ok ? file.value.passages.filter(({ deletedAt }) => deletedAt === null) : [],
  );
};

const stateOf = (passage: Passage, row: PassageRow): EvidenceState => ({
  sha256: sha256Of(passageEvidence(passage)),
  grade: passage.grade,
  disputedBy: [
    ...new Set(
      row.relations
        .filter(({ type, direction }) => disputeType(type, direction) !== null)
        .map(({ passageId }) => passageId),
    ),
  ].toSorted(),
});

const standingOf = (passage: Passage, row: PassageRow): StandingEvidence => ({
  state: stateOf(passage, row),
  printed: row.printed,
  isRegion: row.region !== null,
  label: row.label,
  speaker: row.speaker?.name ?? null,
  articleTitle: row.articleTitle,
  paragraph: row.paragraph,
  date: row.publishedAt,
  provenance: row,
});

/** The present place of passages; deleted and unreadable ones are left out. */
export const findStanding = async (reading: Reading, asked: readonly Asked[]): Promise<StandingById> => {
  const rows = await rowsOf(
    reading,
    asked.map(({ passageId }) => passageId),
  );
  const passages = new Map((await passagesOf(reading, asked)).map((passage) => [passage.id, passage]));
  return new Map(
    rows.flatMap((row) => {
      const passage = passages.get(row.id);
      return passage === undefined ? [] : [[row.id, standingOf(passage, row)] as const];
    }),
  );
};

/** The beginning of the words of a passage, as stored with it on a board. */
export const keptWords = (words: string): string => {
  const characters = Array.from(words);
  let kept = '';
  for (const character of characters) {
    if (kept.length + character.length > MAX_KEPT_WORDS - 1) return `${kept}…`;
    kept += character;
  }
  return kept;
};
