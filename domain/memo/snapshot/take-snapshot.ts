import type { PassageId } from '../../ids.ts';
import { joinQuotes } from '../../passage/passage.ts';
import type { SourceTree } from '../../source/source.ts';
import type { Timestamp } from '../../time.ts';
import { termsWith } from '../../tradecraft/own-terms.ts';
import { indexTree } from '../../tree/record-tree.ts';
import { publicationOf } from '../citations/attribution.ts';
import { citedTranslationOf } from '../citations/cited-translation.ts';
import { type CitedPassage, distinctCitations, listCitations } from '../citations/list-citations.ts';
import type { MemoMaterial } from '../citations/memo-material.ts';
import type { Memo } from '../memo.ts';
import type { DocumentBlock, FrozenDocument, JudgementBlock, MemoDocument } from '../memo-document.ts';
import { judgementsOf } from './judgements-of.ts';
import { plainRuns } from './plain-document.ts';
import type { FrozenEvidence, FrozenJudgement, Snapshot, SnapshotCause } from './snapshot.ts';

const judgementBlocksIn = (block: DocumentBlock): readonly JudgementBlock[] => {
  if (block.kind === 'judgement') return [block];
  return block.kind === 'list' ? block.items.flat().flatMap(judgementBlocksIn) : [];
};

/** The judgements as they are printed, with what finds them again in a later text. */
const freezeJudgements = (memo: Memo, material: MemoMaterial, document: MemoDocument): FrozenJudgement[] => {
  const printed = document.sections.flatMap(({ blocks }) => blocks.flatMap(judgementBlocksIn));
  return judgementsOf(memo, termsWith(material.terms, memo.head.language), (_, at) =>
    plainRuns(printed.find(({ number }) => number === at)?.statement ?? []),
  );
};

const relatedTo = (id: PassageId, origins: MemoMaterial['origins']): PassageId[] | null =>
  origins?.relatedIds === undefined ? null : [...(origins.relatedIds.get(id) ?? [])].sort();

const freezeCitation = (
  citation: CitedPassage,
  { articles, origins }: MemoMaterial,
  sources: SourceTree,
): FrozenEvidence[] => {
  const { articleId, passageId, exactSha256 } = citation;
  const cited = articles.get(articleId);
  const passage = cited?.passages.find(({ id }) => id === passageId);
  if (cited === undefined || passage === undefined) return [];
  const translated = citedTranslationOf(citation, cited, passage);
  return [
    {
      articleId,
      passageId,
      exactSha256,
      textSha256: cited.text === null ? null : cited.textSha256,
      grade: passage.grade,
      publicationReliability: publicationOf(cited, sources)?.reliability ?? null,
      ...(citation.translation === undefined || translated === null
        ? {}
        : {
            translated: {
              translationId: citation.translation.translationId,
              words: joinQuotes(translated.texts),
            },
          }),
      relatedIds: relatedTo(passageId, origins),
    },
  ];
};

/** Each cited passage once, as it was cited; a missing passage cannot be frozen, and is left out. */
const freezeEvidence = (memo: Memo, material: MemoMaterial): FrozenEvidence[] => {
  const sources = indexTree(material.sources);
  return distinctCitations(listCitations(memo.content)).flatMap((cited) =>
    freezeCitation(cited, material, sources),
  );
};

/** The content of the memo itself, without what an export puts around it. */
const freezeDocument = ({
  kind: _kind,
  key: _key,
  contents: _contents,
  annex: _annex,
  annexSearch: _annexSearch,
  distribution: _distribution,
  letterhead: _letterhead,
  logo: _logo,
  pictures: _pictures,
  copyNumber: _copyNumber,
  sentSha256: _sentSha256,
  hasLineNumbers: _hasLineNumbers,
  hasProperties: _hasProperties,
  manifest: _manifest,
  ...frozen
}: MemoDocument): FrozenDocument => frozen;

export type SnapshotOf = {
  readonly memo: Memo;
  readonly material: MemoMaterial;
  readonly document: MemoDocument;
};

/** The memo as it is now, frozen. Pure: its id and the time are the caller's. */
export const takeSnapshot = (
  { memo, material, document }: SnapshotOf,
  taken: {
    readonly id: Snapshot['id'];
    readonly takenAt: Timestamp;
    readonly cause: SnapshotCause;
    readonly exported: Snapshot['exported'];
  },
): Snapshot => {
  return {
    ...taken,
    memoId: memo.id,
    document: freezeDocument(document),
    judgements: freezeJudgements(memo, material, document),
    evidence: freezeEvidence(memo, material),
    written: { head: memo.head, content: memo.content, printedTaskIds: memo.printedTaskIds },
  };
};
