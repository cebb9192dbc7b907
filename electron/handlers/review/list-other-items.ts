import type { FaultRow } from '#domain/contract/archive.ts';
import type { FallToReview, RepairToReview, ReviewItem } from '#domain/contract/review.ts';
import { articleIdSchema, memoIdSchema } from '#domain/ids.ts';
import { type EvidenceChange, isEventChange, keyOfChange } from '#domain/memo/sent/evidence-change.ts';
import { isSent } from '#domain/memo/sent/sent-state.ts';
import { sameNames } from '#domain/tree/record-tree.ts';
import { boardFaults } from '../board/read-boards.ts';
import { formFaults } from '../form/list-forms.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { listRecovered } from './recovered-records.ts';

type Deps = Pick<HandlerDeps, 'archive' | 'catalogue'>;

/** Articles that a memo cites, and that lack data for a full citation. */
const incompleteArticles = async ({ catalogue }: Deps): Promise<readonly ReviewItem[]> =>
  (await catalogue.articles({ isCitationIncomplete: true, isCited: true }, 'newest')).map(
    ({ id, title, firstWords, missingFields }) => ({
      kind: 'citation-incomplete',
      articleId: id,
      articleTitle: title,
      firstWords,
      missingFields,
    }),
  );

/** Articles whose text is not the sealed one. */
const alteredTexts = async ({ catalogue }: Deps): Promise<readonly ReviewItem[]> =>
  (await catalogue.articles({ isAltered: true }, 'newest')).map(({ id, title, firstWords }) => ({
    kind: 'text-altered',
    articleId: id,
    articleTitle: title,
    firstWords,
  }));

/** Memos whose evidence has changed since it was cited, except for changes listed as falls. */
const changedMemos = async (
  { catalogue }: Deps,
  falls: readonly FallToReview[],
): Promise<readonly ReviewItem[]> => {
  const gathers = falls.flatMap((fall) => fall.gathers);
  return (await catalogue.memos()).flatMap((memo): readonly ReviewItem[] => {
    const told = new Set(
      gathers.filter(({ memoId }) => memoId === memo.id).flatMap(({ changes }) => changes),
    );
    const changes = memo.evidenceChanges.filter((change) => !told.has(keyOfChange(change)));
    if (memo.changedEvidenceCount === 0 || changes.length === 0) return [];
    const count = told.size === 0 ? memo.changedEvidenceCount : countCited(changes);
    const { id: memoId, title, referenceNumber } = memo;
    return [
      { kind: 'evidence-changed', memoId, title, referenceNumber, count, isSent: isSent(memo), changes },
    ];
  });
};

const countCited = (changes: readonly EvidenceChange[]): number =>
  new Set(changes.map((change) => (isEventChange(change) ? change.eventId : change.passageId))).size;

/** Translations of words that have changed since, as in a new version of their article. */
const outdatedTranslations = async ({ catalogue }: Deps): Promise<readonly ReviewItem[]> =>
  (await catalogue.outdatedTranslations()).map(({ title, ...article }) => ({
    kind: 'translation-outdated',
    articleTitle: title,
    ...article,
  }));

/** The article or memo to whose folder a file belongs, for example `articles/<id>/annotations.json`. */
const ownerOf = (file: string): Pick<RepairToReview, 'articleId' | 'memoId'> => {
  const [parent, id] = file.replace(/^trash\//u, '').split('/');
  return {
    articleId: (parent === 'articles' ? articleIdSchema.safeParse(id).data : null) ?? null,
    memoId: (parent === 'memos' ? memoIdSchema.safeParse(id).data : null) ?? null,
  };
};

/** Damaged files that the analyst has not acknowledged. */
const repairedFiles = async ({ archive, catalogue }: Deps): Promise<readonly ReviewItem[]> => {
  // Damage is detected when a file is read.
  await formFaults(archive);
  await boardFaults(archive);
  const repairs = archive.repairs();
  if (repairs.length === 0) return [];
  const articleIds = new Set(repairs.flatMap(({ file }) => ownerOf(file).articleId ?? []));
  const articles = await catalogue.articles({}, 'newest', { articleIds });
  const memos = await catalogue.memos();
  return repairs.map((repair) => {
    const owner = ownerOf(repair.file);
    const row =
      articles.find(({ id }) => id === owner.articleId) ?? memos.find(({ id }) => id === owner.memoId);
    return { kind: 'file-repaired', ...repair, ...owner, title: row?.title ?? null };
  });
};

/** Unreadable files, unless damage of the same file is listed. */
export const unseenFaults = async ({ archive, catalogue }: Deps): Promise<readonly FaultRow[]> => {
  const faults = [
    ...(await catalogue['archive:faults']({})),
    ...(await formFaults(archive)),
    ...(await boardFaults(archive)),
  ];
  const waiting = new Set(archive.repairs().map(({ file }) => file));
  return faults.filter(({ fault }) => !waiting.has(fault.file));
};

/** Tags and sources that two people have each created, and that a merge has brought together. */
const namedAlike = async ({ archive }: Deps): Promise<readonly ReviewItem[]> => {
  const [tags, sources] = [await archive.tags(), await archive.sources()];
  return [
    ...(tags.ok ? sameNames(tags.value.tags) : []).map(
      ({ kept, other }): ReviewItem => ({
        kind: 'same-name',
        of: 'tag',
        name: kept.name,
        keptId: kept.id,
        otherId: other.id,
      }),
    ),
    ...(sources.ok ? sameNames(sources.value.sources) : []).map(
      ({ kept, other }): ReviewItem => ({
        kind: 'same-name',
        of: 'source',
        name: kept.name,
        keptId: kept.id,
        otherId: other.id,
      }),
    ),
  ];
};

const unreadableFiles = async (deps: Deps): Promise<readonly ReviewItem[]> =>
  (await unseenFaults(deps)).map(({ fault, title, ...row }) => ({
    kind: 'file-unreadable',
    fault,
    title,
    articleId: row.kind === 'article' ? row.id : null,
    memoId: row.kind === 'memo' ? row.id : null,
    isForm: row.kind === 'form',
  }));

/** Everything that needs attention besides passages; what may be lost comes first. */
export const listOtherItems = async (deps: Deps): Promise<readonly ReviewItem[]> => {
  const falls = await deps.catalogue.falls();
  return [
    ...(await namedAlike(deps)),
    ...(await alteredTexts(deps)),
    ...(await repairedFiles(deps)),
    ...(await listRecovered(deps)),
    ...(await unreadableFiles(deps)),
    ...falls,
    ...(await deps.catalogue.unsupportedEvents()),
    ...(await changedMemos(deps, falls)),
    ...(await outdatedTranslations(deps)),
    ...(await incompleteArticles(deps)),
  ];
};
