import type { Change } from '#domain/archive/changes.ts';
import type { AnnotationsFile } from '#domain/archive/files.ts';
import { comparedHash } from '#domain/article/article.ts';
import { attachmentNote, noteOfHolder } from '#domain/article/attached-notes.ts';
import { alreadyHere, provenanceOf } from '#domain/article/bibliography/provenance.ts';
import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArticleId, Sha256, SourceId } from '#domain/ids.ts';
import { type CarryReport, needsLook, reportCarried } from '#domain/passage/carried.ts';
import type { LabelId, LabelSet } from '#domain/passage/label.ts';
import { type MarksTaken, noMarksTaken } from '#domain/passage/marks/pdf-mark.ts';
import { ok, type Result } from '#domain/result.ts';
import type { RichText } from '#domain/rich-text.ts';
import { type Source, sourceSchema } from '#domain/source/source.ts';
import { indexText } from '#domain/text/text-index.ts';
import { passageTextOf } from '#electron/handlers/article/usable-text.ts';
import type { ArchiveReader, NewArticle, NewPicture } from '#electron/ports/archive.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { labelsOf } from '../label/label-handlers.ts';
import { sha256Of } from '../shared/sha-256.ts';
import { ensureSource } from '../source/ensure-source.ts';
import { carryPassages } from './carry-passages.ts';
import { type Saying, takeSelections } from './inbox/take-selections.ts';
import { newArticle, type PreparedText } from './new-article.ts';
import { followPrevious } from './previous-version.ts';
import { annotationChanges } from './said-passages.ts';
import { addMarks, takeMarks } from './take-marks.ts';

export type SealingDeps = Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine' | 'local'>;

/** The article made from a text, or the existing one: see findAlreadyHere. */
export type SealedAs = {
  readonly articleId: ArticleId;
  readonly isNew: boolean;
  /** The result of carrying over the passages of the previous version; null if there is none. */
  readonly carried: CarryReport | null;
  /** The number of those that the analyst has to review. */
  readonly toReview: number;
  /** Known publications with a similar name, of which the publisher may be a different spelling. */
  readonly nearPublications: readonly string[];
  readonly marks: MarksTaken;
};

/** The act in which texts are sealed. */
export type SealingStep = {
  readonly name: 'import-article' | 'import-articles' | 'import-new-version';
  readonly editId?: string;
};

/** A text, and what is sealed together with it. */
export type SealingGroup = {
  readonly text: PreparedText;
  /** Its attachments: linked to it, and not sealed if they are already in the archive. */
  readonly attached?: readonly PreparedText[];
  /** The article of which the text is a new version. */
  readonly previousVersionId?: ArticleId | null;
  /** The existing article with the same text, of which only the marks are then taken. */
  readonly hereAs?: ArticleId | undefined;
};

export type SealedGroup = SealedAs & { readonly attached: readonly SealedAs[] };

/** The existing articles with the texts of one act, by the hashes of the texts. */
export type KnownTexts = Awaited<ReturnType<HandlerDeps['catalogue']['articlesWithTexts']>>;

/** Queries all texts of an act at once: each query waits until the index has read what was written before it. */
export const knownTexts = (
  { catalogue }: Pick<HandlerDeps, 'catalogue'>,
  texts: readonly Pick<PreparedText, 'comparedSha256' | 'wordsSha256'>[],
): Promise<KnownTexts> =>
  catalogue.articlesWithTexts(
    texts.flatMap(({ comparedSha256, wordsSha256 }) =>
      wordsSha256 === null ? [comparedSha256] : [comparedSha256, wordsSha256],
    ),
  );

/** The data collected while going through the texts of one act. */
export type Gathered = {
  readonly known: KnownTexts;
  readonly labels: LabelSet;
  sources: readonly Source[];
  readonly changes: Change[];
  /** The pictures of regions of existing articles. */
  readonly pictures: NewPicture[];
  readonly articles: NewArticle[];
  /** The annotations of existing articles, with the changes of the act so far. */
  readonly said: Map<ArticleId, AnnotationsFile>;
};

type FoundPublication = { readonly id: SourceId | null; readonly near: readonly string[] };

/** The publication with that name, created in the same act if it is missing; null if no publisher is known. */
const publicationOf = (
  gathered: Gathered,
  publisher: string | null,
  { machine }: SealingDeps,
): FoundPublication => {
  const name = sourceSchema.shape.name.safeParse(publisher ?? '');
  if (!name.success) return { id: null, near: [] };
  const asked = { name: name.data, kind: 'publication', parentId: null } as const;
  const { source, changes, near } = ensureSource(gathered.sources, asked, machine);
  if (changes.length > 0) gathered.sources = [...gathered.sources, source];
  gathered.changes.push(...changes);
  return { id: source.id, near };
};

/** The articles with the same text earlier in the same act. */
const sameTextsBefore = ({ articles }: Gathered, comparedSha256: Sha256) =>
  articles
    .filter(({ article }) => comparedHash(article) === comparedSha256)
    .map(({ article: { id, bibliography } }) => ({
      articleId: id,
      isSameText: true,
      provenance: [provenanceOf(bibliography)],
    }));

/**
 * The existing article with the same text and the same provenance: a reprint is a separate article. A PDF also counts
 * as existing if it was imported before figures were read.
 */
const findAlreadyHere = (
  gathered: Gathered,
  { comparedSha256, wordsSha256, sealed }: PreparedText,
): ArticleId | null => {
  const known = [
    ...sameTextsBefore(gathered, comparedSha256),
    ...(gathered.known.get(comparedSha256) ?? []),
    ...(wordsSha256 === null ? [] : (gathered.known.get(wordsSha256) ?? [])),
  ];
  return alreadyHere(known, sealed.bibliography)?.articleId ?? null;
};

/** The result for a text that is already in the archive; nothing is sealed. */
const asHere = (articleId: ArticleId): SealedAs => ({
  articleId,
  isNew: false,
  carried: null,
  toReview: 0,
  nearPublications: [],
  marks: noMarksTaken,
});

/**
 * Seals one text of an act: its records, as completed by `carry`, are added to `gathered`. If it is already in the
 * archive, nothing is added.
 */
export const sealText = async (
  gathered: Gathered,
  text: PreparedText,
  deps: SealingDeps,
  carry: (article: NewArticle) => Promise<Result<NewArticle, AppError>>,
): Promise<Result<SealedAs, AppError>> => {
  const there = findAlreadyHere(gathered, text);
  if (there !== null) return ok(asHere(there));
  const publication = publicationOf(gathered, text.sealed.bibliography.publisher, deps);
  const carried = await carry(newArticle(text, publication.id, deps.machine));
  if (!carried.ok) return carried;
  const { article, annotations } = carried.value;
  const marked = await takeMarks(carried.value, text, deps.machine, gathered.labels);
  gathered.articles.push(marked.article);
  return ok({
    articleId: article.id,
    isNew: true,
    carried: article.previousVersionId === null ? null : reportCarried(annotations.passages),
    toReview: annotations.passages.filter(needsLook).length,
    nearPublications: publication.near,
    marks: marked.taken,
  });
};

/** Completes a new version from the previous one, if there is one. */
const carryFrom =
  (reader: ArchiveReader, { machine }: SealingDeps, previousId: ArticleId | null) =>
  async (article: NewArticle): Promise<Result<NewArticle, AppError>> => {
    if (previousId === null) return ok(article);
    const following = await followPrevious(reader, article, previousId);
    return following.ok ? carryPassages(reader, machine, following.value, previousId) : following;
  };

const withNote = (article: NewArticle, note: RichText | null): NewArticle => ({
  ...article,
  annotations: { ...article.annotations, about: { ...article.annotations.about, note } },
});

/**
 * The articles of an e-mail and its attachments, or of the pages of a web archive, each with a note that names the
 * others; that of the file itself is the first.
 */
const tieAttached = (articles: readonly NewArticle[]): readonly NewArticle[] => {
  const [holder, ...attached] = articles;
  if (holder === undefined || attached.length === 0) return articles;
  const { note } = holder.annotations.about;
  return [
    withNote(
      holder,
      noteOfHolder(
        note,
        holder.article,
        attached.map(({ article }) => article),
      ),
    ),
    ...attached.map((each) => withNote(each, attachmentNote(holder.article))),
  ];
};

/** Changes the annotations of a new or existing article; returns the result of `change`. */
const changeSaid = async <T>(
  gathered: Gathered,
  reader: ArchiveReader,
  articleId: ArticleId,
  change: (said: Omit<AnnotationsFile, 'version'>) => Promise<{
    readonly said: Omit<AnnotationsFile, 'version'>;
    readonly value: T;
  }>,
): Promise<Result<T, AppError>> => {
  const at = gathered.articles.findIndex(({ article }) => article.id === articleId);
  const fresh = gathered.articles[at];
  if (fresh !== undefined) {
    const { said, value } = await change(fresh.annotations);
    gathered.articles[at] = { ...fresh, annotations: said };
    return ok(value);
  }
  const there = gathered.said.get(articleId);
  const before = there === undefined ? await reader.annotations(articleId) : ok(there);
  if (!before.ok) return before;
  const { said, value } = await change(before.value);
  gathered.said.set(articleId, { ...before.value, ...said });
  gathered.changes.push(...annotationChanges(articleId, before.value, said));
  return ok(value);
};

/** Adds the marks of the file to the existing article with its text: the file may be another, marked copy. */
const markKnown = async (
  gathered: Gathered,
  articleId: ArticleId,
  { read: { marks = [], original: bytes }, sealed: { body, marks: taken = [], drawn = [] } }: PreparedText,
  reader: ArchiveReader,
  { machine }: SealingDeps,
): Promise<Result<MarksTaken, AppError>> => {
  if (taken.length === 0) return ok(noMarksTaken);
  const there = gathered.articles.find(({ article }) => article.id === articleId);
  const record = there === undefined ? await reader.article(articleId) : ok(there);
  if (!record.ok) return record;
  const original = record.value.article.originalSha256;
  const other =
    original === sha256Of(bytes) ? null : there === undefined ? await reader.body(articleId) : ok(there);
  if (other !== null && !other.ok) return other;
  const copyOf = other === null ? null : other.value.body;
  // The texts are equal to the character, so the positions in one are valid in the other.
  const of = { body, marks, taken, labels: gathered.labels, drawn, original, copyOf };
  return changeSaid(gathered, reader, articleId, async (said) => {
    const added = await addMarks(said, of, machine);
    gathered.pictures.push(
      ...added.pictures.map((picture) => ({
        ...picture,
        holder: { kind: 'article', id: articleId } as const,
      })),
    );
    return { said: added.said, value: added.taken };
  });
};

const sayingIn = (gathered: Gathered, reader: ArchiveReader, deps: SealingDeps): Saying => ({
  async textOf(articleId) {
    const fresh = gathered.articles.find(({ article }) => article.id === articleId);
    if (fresh === undefined) return passageTextOf(reader, articleId);
    return ok({ index: indexText(canonicalText(fresh.body)), spans: textBlockSpans(fresh.body) });
  },
  addPassages: (articleId, make) =>
    changeSaid(gathered, reader, articleId, async (said) => {
      const made = await make(said.passages);
      const all = [...said.passages, ...made];
      return { said: { ...said, passages: all }, value: { made, all } };
    }),
  async seal(text) {
    const sealed = await sealText(gathered, text, deps, async (article) => ok(article));
    return sealed.ok ? ok(sealed.value.articleId) : sealed;
  },
});

/** The label for selections in the browser: the chosen one, if the archive offers it. */
const labelOfKept = ({ archive, local }: SealingDeps, { offered }: LabelSet): LabelId => {
  const chosen = local.inboxPlan(archive.info.id)?.label ?? 'context';
  return (offered.find(({ id }) => id === chosen) ?? offered[0])?.id ?? chosen;
};

/** Adds the selections from a page saved in the browser to the marks. */
const withSelections = async (
  gathered: Gathered,
  sealed: SealedGroup,
  text: PreparedText,
  reader: ArchiveReader,
  deps: SealingDeps,
): Promise<Result<SealedGroup, AppError>> => {
  const selections = await takeSelections(sealed.articleId, {
    text,
    label: labelOfKept(deps, gathered.labels),
    saying: sayingIn(gathered, reader, deps),
    machine: deps.machine,
  });
  if (!selections.ok) return selections;
  return selections.value === undefined
    ? ok(sealed)
    : ok({ ...sealed, marks: { ...sealed.marks, selections: selections.value } });
};

/** Adds the records of a group to `gathered`, with its articles linked to each other. */
const sealGroup = async (
  gathered: Gathered,
  { text, attached = [], previousVersionId = null, hereAs }: SealingGroup,
  reader: ArchiveReader,
  deps: SealingDeps,
): Promise<Result<SealedGroup, AppError>> => {
  const from = gathered.articles.length;
  // A new version may differ from the one before it only by its figures.
  const sought = previousVersionId === null ? text : { ...text, wordsSha256: null };
  const lead =
    hereAs === undefined
      ? await sealText(gathered, sought, deps, carryFrom(reader, deps, previousVersionId))
      : ok(asHere(hereAs));
  if (!lead.ok) return lead;
  if (!lead.value.isNew) {
    const marks = await markKnown(gathered, lead.value.articleId, text, reader, deps);
    if (!marks.ok) return marks;
    const known = { ...lead.value, marks: marks.value, attached: [] };
    return withSelections(gathered, known, text, reader, deps);
  }
  const sealed: SealedAs[] = [];
  for (const each of attached) {
    const answer = await sealText(gathered, each, deps, async (article) => ok(article));
    if (!answer.ok) return answer;
    sealed.push(answer.value);
  }
  gathered.articles.push(...tieAttached(gathered.articles.splice(from)));
  return withSelections(gathered, { ...lead.value, attached: sealed }, text, reader, deps);
};

/**
 * Seals texts in one act, in their order: a text that exists already, or that occurred earlier in the same act, is not
 * sealed twice, unless it is a reprint. Missing publications are created first.
 */
export const sealTexts = (
  deps: SealingDeps,
  groups: readonly SealingGroup[],
  { name, editId }: SealingStep,
): Promise<Result<readonly SealedGroup[], AppError>> =>
  deps.archive.perform(
    async (reader) => {
      const file = await reader.sources();
      if (!file.ok) return file;
      const texts = groups.flatMap(({ text, attached = [] }) => [text, ...attached]);
      const known = await knownTexts(deps, texts);
      const gathered: Gathered = {
        labels: await labelsOf(reader),
        known,
        sources: file.value.sources,
        changes: [],
        pictures: [],
        articles: [],
        said: new Map(),
      };
      const sealed: SealedGroup[] = [];
      for (const group of groups) {
        const answer = await sealGroup(gathered, group, reader, deps);
        if (!answer.ok) return answer;
        sealed.push(answer.value);
      }
      const { changes, articles: newArticles, pictures: newPictures } = gathered;
      return ok({ value: sealed, name, changes, newArticles, newPictures });
    },
    editId === undefined ? {} : { editId },
  );
