import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { PassageRow } from '#domain/contract/passage.ts';
import type { JudgementId, MemoId, PassageId } from '#domain/ids.ts';
import { publicationOf } from '#domain/memo/citations/attribution.ts';
import { citationsOfBlock } from '#domain/memo/citations/list-citations.ts';
import type { ResolvedCitation } from '#domain/memo/citations/resolved-citation.ts';
import { listJudgements } from '#domain/memo/content/list-judgements.ts';
import { inlineText } from '#domain/memo/content/list-prose.ts';
import { printDay, printPublished } from '#domain/memo/print/print-date.ts';
import { judgementsOf } from '#domain/memo/snapshot/judgements-of.ts';
import type { FrozenEvidence } from '#domain/memo/snapshot/snapshot.ts';
import type { Trail, TrailStep } from '#domain/memo/trail/trail.ts';
import { anchorPassage } from '#domain/passage/anchor/anchor-passage.ts';
import { wordRelation } from '#domain/passage/word-relation.ts';
import { ok, type Result } from '#domain/result.ts';
import { originsOf } from '#domain/source/origins-of.ts';
import type { SourceTree } from '#domain/source/source.ts';
import { type Grade, isUngraded, printGrade } from '#domain/tradecraft/grade.ts';
import { termsWith } from '#domain/tradecraft/own-terms.ts';
import { indexTree } from '#domain/tree/record-tree.ts';
import type { Catalogue } from '#electron/ports/catalogue.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { quoteInText } from '../../review/quote-in-text.ts';
import { notFound } from '../../shared/failures.ts';
import { type PreparedMemo, prepareMemo } from '../prepare-memo.ts';

const gradeWords = (grade: Grade): string => (isUngraded(grade) ? 'ungraded' : printGrade(grade));

/** The words around a quotation in its paragraph, if its text can be read. */
const wordsOf = (
  { material }: PreparedMemo,
  { articleId, passage, quote }: ResolvedCitation,
): Pick<TrailStep, 'before' | 'quote' | 'after'> => {
  const text = material.articles.get(articleId)?.text ?? null;
  const ranges = text === null || passage === null ? [] : anchorPassage(text.index, passage.selectors).ranges;
  if (text === null || ranges.length === 0) return { before: '', quote, after: '' };
  const found = quoteInText(text, ranges);
  return { before: found.before, quote: found.quote, after: found.after };
};

const sourceOf = (
  { material }: PreparedMemo,
  sources: SourceTree,
  { articleId }: ResolvedCitation,
): Pick<TrailStep, 'published' | 'url' | 'copy'> & { readonly letter: string | null } => {
  const cited = material.articles.get(articleId);
  if (cited === undefined) return { published: null, url: null, copy: null, letter: null };
  const bibliography = effectiveBibliography(cited.article, cited.about);
  const { importedAt, originalName, originalSha256 } = cited.article;
  return {
    published: printPublished(bibliography),
    url: bibliography.url,
    copy: { importedOn: printDay(importedAt), textSha256: cited.textSha256, originalName, originalSha256 },
    letter: publicationOf(cited, sources)?.reliability ?? null,
  };
};

const frozenOf = (prepared: PreparedMemo, { passageId }: ResolvedCitation): FrozenEvidence | null => {
  const { sentAs } = prepared;
  if (sentAs === null || !sentAs.ok) return null;
  return sentAs.value.evidence.find((each) => each.passageId === passageId) ?? null;
};

type Rows = ReadonlyMap<PassageId, PassageRow>;

const rowsOf = async (catalogue: Catalogue, ids: readonly PassageId[]): Promise<Rows> =>
  new Map((await catalogue['passage:rows']({ passageIds: ids })).map((row) => [row.id, row]));

const relationsOf = (
  row: PassageRow | undefined,
  others: Rows,
  frozen: FrozenEvidence | null,
): TrailStep['relations'] => {
  const known = frozen?.relatedIds ?? null;
  return (row?.relations ?? []).flatMap(({ type, direction, passageId }) => {
    const other = others.get(passageId);
    if (other === undefined) return [];
    const isNew = known === null ? null : !known.includes(passageId);
    const { quote, articleTitle } = other;
    return [{ verb: wordRelation(type, direction), quote, articleTitle, isNew }];
  });
};

type Known = {
  readonly prepared: PreparedMemo;
  readonly sources: SourceTree;
  readonly cited: Rows;
  /** The passages linked to the cited ones. */
  readonly linked: Rows;
};

const stepOf = ({ prepared, sources, cited, linked }: Known, citation: ResolvedCitation): TrailStep => {
  const { articleId, passageId, state, number, page, paragraph, speaker, publication, articleTitle } =
    citation;
  const frozen = frozenOf(prepared, citation);
  const { letter, ...source } = sourceOf(prepared, sources, citation);
  return {
    ...(page === undefined ? {} : { page }),
    ...(citation.later === undefined ? {} : { later: citation.later }),
    ...{ articleId, passageId, state, number, paragraph, speaker, publication, articleTitle },
    ...wordsOf(prepared, citation),
    ...source,
    whenSent:
      frozen === null ? null : { grade: gradeWords(frozen.grade), letter: frozen.publicationReliability },
    now: { grade: gradeWords(citation.grade), letter },
    relations: relationsOf(cited.get(passageId), linked, frozen),
  };
};

/**
 * The trail of a judgement, from its quotations to the stored copies. Fails with `not-found` if the memo does not make
 * it.
 */
export const traceJudgement = async (
  deps: Pick<HandlerDeps, 'archive' | 'catalogue'>,
  memoId: MemoId,
  judgementId: JudgementId,
): Promise<Result<Trail, AppError>> => {
  const prepared = await prepareMemo(deps, memoId);
  if (!prepared.ok) return prepared;
  const { memo, citations, material } = prepared.value;
  const terms = termsWith(material.terms, memo.head.language);
  const node = listJudgements(memo.content).find(({ attrs }) => attrs.id === judgementId);
  const judgement = judgementsOf(memo, terms, ({ content = [] }) => inlineText(content).trim()).find(
    ({ id }) => id === judgementId,
  );
  if (node === undefined || judgement === undefined) return notFound('memo', memoId);
  const cited = new Set(citationsOfBlock(node).map(({ passageId }) => passageId));
  const once = new Map(
    citations.filter(({ passageId }) => cited.has(passageId)).map((each) => [each.passageId, each]),
  );
  const rows = await rowsOf(deps.catalogue, [...once.keys()]);
  const linkedIds = [...rows.values()].flatMap(({ relations }) =>
    relations.map(({ passageId }) => passageId),
  );
  const known: Known = {
    prepared: prepared.value,
    sources: indexTree(prepared.value.material.sources),
    cited: rows,
    linked: await rowsOf(deps.catalogue, linkedIds),
  };
  const steps = [...once.values()].map((citation) => stepOf(known, citation));
  const { number, statement, likelihood, confidence } = judgement;
  const { referenceNumber } = memo.head;
  const origins = rows.size < once.size ? null : originsOf([...rows.values()]).length;
  return ok({ referenceNumber, judgementId, number, statement, likelihood, confidence, steps, origins });
};
