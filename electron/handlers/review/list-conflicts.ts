import type { CollectionName, Collections } from '#domain/archive/changes.ts';
import { isSameChoice, recordOfConflict, saysOther, standingOf } from '#domain/archive/merge/choose-side.ts';
import type { AnyRecord } from '#domain/archive/merge/records-in.ts';
import type { Cell, Probability } from '#domain/board/board.ts';
import type { Conflict } from '#domain/conflict/conflict.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { recordKinds } from '#domain/contract/record-kinds.ts';
import type { ConflictToReview } from '#domain/contract/review.ts';
import { equalJson } from '#domain/equal-json.ts';
import { passageIdSchema } from '#domain/ids.ts';
import type { Remark } from '#domain/memo/round/remark.ts';
import { PAD_TITLE } from '#domain/pad/pad.ts';
import { passageWords } from '#domain/passage/passage.ts';
import { ok, type Result } from '#domain/result.ts';
import { renderedWords } from '#domain/translation/translation.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import { readFile } from '../copies/merge-copy.ts';

/** The conflicts that need a choice; none if the record by now has the other side's value, or can't be read. */
export const listConflicts = async ({
  archive,
}: {
  readonly archive: ArchiveReader;
}): Promise<Result<readonly ConflictToReview[], AppError>> => {
  const file = await archive.conflicts();
  if (!file.ok) return file;
  const waiting: Conflict[] = [];
  const items: ConflictToReview[] = [];
  for (const conflict of file.value.conflicts) {
    if (waiting.some((other) => isSameChoice(other, conflict))) continue;
    const content = await readFile(archive, conflict.file);
    if (!content.ok) continue;
    const record = recordOfConflict(content.value, conflict);
    if (saysOther(conflict, record)) continue;
    waiting.push(conflict);
    items.push(await itemOf(archive, conflict, record));
  }
  return ok(items);
};

const itemOf = async (
  reader: ArchiveReader,
  conflict: Conflict,
  record: AnyRecord | null,
): Promise<ConflictToReview> => ({
  kind: 'conflict',
  conflictId: conflict.id,
  what: recordKinds[conflict.collection],
  place: placeOf(conflict),
  title: await titleOf(reader, conflict, record),
  contested: conflict.contested.map(({ field, other }) => {
    const standing = standingOf(conflict, record, field);
    return {
      field,
      ...(standing === undefined ? {} : { standing }),
      ...(other === undefined ? {} : { other }),
    };
  }),
  from: conflict.from,
  standingBy: standingWriterOf(conflict, record),
  otherBy: conflict.by ?? null,
  foundAt: conflict.updatedAt,
});

/** A merged record has the name of its last writer, who need not have written the kept value. */
const standingWriterOf = (conflict: Conflict, record: AnyRecord | null): string | null => {
  const isAsKept = conflict.contested.every(({ field, kept }) =>
    equalJson(standingOf(conflict, record, field), kept),
  );
  return (isAsKept ? conflict.keptBy : record?.by) ?? null;
};

const placeOf = ({ file, collection, recordId }: Conflict): ConflictToReview['place'] => {
  if (file.kind === 'memo' || file.kind === 'review') return { memoId: file.memoId };
  if (file.kind !== 'annotations' && file.kind !== 'translations') return null;
  // The id of a rendering of a passage ends with that of the passage.
  const ofPassage = collection === 'renderings' ? recordId.slice(recordId.indexOf('/') + 1) : recordId;
  const isOfPassage = collection === 'passages' || collection === 'renderings';
  const passageId = isOfPassage ? passageIdSchema.safeParse(ofPassage).data : null;
  return { articleId: file.articleId, passageId: passageId ?? null };
};

/** The title of the record: an article by its title, a passage by its words. */
const titleOf = async (
  reader: ArchiveReader,
  { file, collection, contested }: Conflict,
  record: AnyRecord | null,
): Promise<string> => {
  if (collection === 'about' && file.kind === 'annotations') {
    const article = await reader.article(file.articleId);
    return (article.ok ? article.value.article.bibliography.title : null) ?? 'Untitled';
  }
  // A deleted record is named by the other side's value.
  const [whole] = contested;
  const known = record ?? ((whole?.field === null ? (whole.other ?? null) : null) as AnyRecord | null);
  return known === null ? '' : nameIn(collection, known);
};

const nameOfRemark = ({ kind, writer }: Remark): string =>
  `${kind === 'comment' ? 'Comment' : 'Suggestion'} by ${writer === '' ? 'an unnamed reviewer' : writer}`;

const filledBy = ({ analyst }: Cell | Probability): string =>
  `Filled by ${analyst === '' ? 'an unnamed analyst' : analyst}`;

type Naming = { readonly [C in CollectionName]?: (record: Collections[C]) => string };
const names: Naming = {
  pads: () => PAD_TITLE,
  rounds: ({ reviewers }) => `Review by ${reviewers.join(', ')}`,
  remarks: nameOfRemark,
  renderings: renderedWords,
  translations: ({ language }) => `Translation (${language})`,
  languages: ({ language }) => `Paragraph language (${language})`,
  passages: passageWords,
  boards: ({ question }) => question,
  hypotheses: ({ words }) => words,
  evidence: ({ words }) => words,
  cells: filledBy,
  probabilities: filledBy,
};

const nameIn = (collection: CollectionName, record: AnyRecord): string => {
  const name = names[collection] as ((record: AnyRecord) => string) | undefined;
  if (name !== undefined) return name(record);
  // A memo is named by its head; all others have a name or a title.
  const held = record as { name?: unknown; title?: unknown; head?: { title?: unknown } };
  return String(held.name ?? held.title ?? held.head?.title ?? '');
};
