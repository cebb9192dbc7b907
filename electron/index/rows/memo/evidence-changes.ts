import { createHash } from 'node:crypto';
import { type PrintedEvent, printEventLine, textOfPrinted } from '#domain/event/printed-event.ts';
import type { Sha256 } from '#domain/ids.ts';
import type { EventLineInMemo } from '#domain/memo/chronology/event-rows.ts';
import {
  type CitedPassage,
  distinctCitations,
  keyOfCitation,
} from '#domain/memo/citations/list-citations.ts';
import { newestOfLine, readingsOf, sentencesAsKept, standingOf } from '#domain/memo/citations/standing.ts';
import { eventWordsFor } from '#domain/memo/print/when/print-when-in.ts';
import {
  type EventChange,
  type EvidenceChange,
  keyOfChange,
  type PassageChange,
} from '#domain/memo/sent/evidence-change.ts';
import type { FrozenEvidence } from '#domain/memo/snapshot/snapshot.ts';
import { type Passage, passageEvidence, passageWords } from '#domain/passage/passage.ts';
import { disputeType } from '#domain/passage/word-relation.ts';
import { isUngraded, printGrade } from '#domain/tradecraft/grade.ts';
import { resolveRecord } from '#domain/tree/record-tree.ts';
import type { ArticleEntry, CatalogueState, MemoEntry } from '../../catalogue-state.ts';
import { findById } from '../../find-by-id.ts';
import { readingsOf as readingsOfPassage } from '../../readings.ts';
import { findPassage, linksOf } from '../../relations.ts';
import { storedPassage } from '../../stored-records.ts';
import { laterVersionsOf } from '../../version-numbers.ts';
import { stateOfText } from '../article/article-rows.ts';
import { printedEvent } from '../event/printed-events.ts';

type Told = Pick<PassageChange, 'kind' | 'was' | 'is'>;

/** Hashes of quotes: the record of a passage is immutable, so its hash is computed once. */
const hashes = new WeakMap<Passage, Sha256>();

/** The hash of the quote in a citation of the passage. */
export const quoteHash = (passage: Passage): Sha256 => {
  const known = hashes.get(passage);
  if (known !== undefined) return known;
  const hash = sha256Of(passageEvidence(passage));
  hashes.set(passage, hash);
  return hash;
};

const passageIn = (
  { stored }: CatalogueState,
  article: ArticleEntry | undefined,
  id: Passage['id'],
): Passage | undefined => {
  const entry = article && findById(article.readings, id);
  return entry && storedPassage(stored, entry);
};

/** Whether the cited translation was changed or removed since it was sent. */
const retranslated = (
  { translations }: ArticleEntry,
  { passageId, translation }: CitedPassage,
  frozen: FrozenEvidence | undefined,
): readonly Told[] => {
  if (translation === undefined) return [];
  const standing = translations.find(({ id }) => id === translation.translationId);
  const rendering = standing?.passages.find((each) => each.passageId === passageId);
  const words = standing?.deletedAt === null ? (rendering?.words ?? null) : null;
  if (words !== null && sha256Of(words) === translation.textSha256) return [];
  const was = frozen?.translated?.words ?? null;
  return [
    {
      kind: 'retranslated',
      was: was === null ? null : shorten(was),
      is: words === null ? null : shorten(words),
    },
  ];
};

const sha256Of = (text: string): Sha256 => createHash('sha256').update(text, 'utf8').digest('hex') as Sha256;

/** Changes that concern drafts too: the evidence is no longer what was cited. */
const changesOfCitation = (
  state: CatalogueState,
  cited: CitedPassage,
  frozen: FrozenEvidence | undefined,
): readonly Told[] => {
  const article = state.articles.get(cited.articleId);
  const passage = passageIn(state, article, cited.passageId);
  if (article === undefined || passage === undefined) return [{ kind: 'deleted', was: null, is: null }];
  if (stateOfText(article) === 'altered') return [{ kind: 'altered', was: null, is: null }];
  if (quoteHash(passage) === cited.exactSha256)
    return [...retranslated(article, cited, frozen), ...laterOf(state, article, passage)];
  return [{ kind: 'edited', was: null, is: shorten(passageWords(passage)) }];
};

const MAX_QUOTE = 120;
const shorten = (quote: string): string => {
  const characters = Array.from(quote);
  return characters.length <= MAX_QUOTE ? quote : `${characters.slice(0, MAX_QUOTE).join('')}…`;
};

const quoteOf = (state: CatalogueState, id: Passage['id']): string => {
  const found = findPassage(state, id);
  return found === null ? '' : shorten(passageWords(storedPassage(state.stored, found.entry)));
};

const gradeWords = (grade: Passage['grade']): string => (isUngraded(grade) ? 'ungraded' : printGrade(grade));

const regradings = (
  state: CatalogueState,
  article: ArticleEntry,
  passage: Passage,
  { grade, publicationReliability }: FrozenEvidence,
): readonly Told[] => {
  const [was, is] = [gradeWords(grade), gradeWords(passage.grade)];
  const letter = resolveRecord(state.sources, article.about.publicationId)?.reliability ?? null;
  return [
    ...(was === is ? [] : [{ kind: 'regraded', was, is } as const]),
    ...(letter === publicationReliability
      ? []
      : [{ kind: 'source-regraded', was: publicationReliability, is: letter } as const]),
  ];
};

/** Live passages that contradict or supersede the passage, and did not when the memo was sent. */
const disputes = (
  state: CatalogueState,
  passage: Passage,
  known: FrozenEvidence['relatedIds'],
): readonly Told[] => {
  if (known === null) return [];
  const { of } = readingsOfPassage(state);
  const isKnown = (id: Passage['id']): boolean =>
    known.includes(id) || of(id).some(({ passageId }) => known.includes(passageId));
  const disputing = linksOf(state, passage)
    .filter(({ type, direction }) => disputeType(type, direction) !== null)
    .map(({ entry }) => storedPassage(state.stored, entry));
  return [...new Map(disputing.map((each) => [each.id, each])).values()]
    .filter(({ id }) => !isKnown(id))
    .map((other) => ({ kind: 'disputed', was: null, is: shorten(passageWords(other)) }));
};

/**
 * The change of a cited passage in the newest version of its article, unless the words are the same. The lists contain
 * no texts: the surrounding sentences are known only from the passage's selectors.
 */
const laterOf = (state: CatalogueState, article: ArticleEntry, passage: Passage): readonly Told[] => {
  const later = laterVersionsOf(state, article.id)?.later ?? [];
  if (later.length === 0) return [];
  const found = newestOfLine(
    passage,
    later.map((id) => state.stored.article(id).passages),
  );
  const cited = { passage, sentences: sentencesAsKept(passage) };
  const newest = found === null ? null : { passage: found, sentences: sentencesAsKept(found) };
  const standing = standingOf(cited, newest, article.bibliography.language ?? 'und');
  if (standing === 'same') return [];
  const { was, is } = readingsOf(standing, cited, newest);
  return [{ kind: `later-${standing}`, was: shorten(was), is: is === null ? null : shorten(is) }];
};

/** The changes since the memo was sent, if the words are unchanged. */
const changesSinceSent = (state: CatalogueState, evidence: FrozenEvidence): readonly Told[] => {
  const article = state.articles.get(evidence.articleId);
  const passage = passageIn(state, article, evidence.passageId);
  if (article === undefined || passage === undefined) return [];
  return [...regradings(state, article, passage, evidence), ...disputes(state, passage, evidence.relatedIds)];
};

const eventChange = (
  event: PrintedEvent | null,
  { eventId, text: was }: EventLineInMemo,
  language: string,
): EventChange => {
  if (event === null) return { kind: 'event-gone', eventId, was, is: null, printedSha256: null };
  if (event.saidBy.length === 0)
    return { kind: 'event-unsupported', eventId, was, is: null, printedSha256: null };
  const printedSha256 = sha256Of(textOfPrinted(event));
  return {
    kind: 'event-changed',
    eventId,
    was,
    is: printEventLine(event, eventWordsFor(language)),
    printedSha256,
  };
};

/** The changes of the events in a memo's lines, line by line. */
const changesOfEvents = (
  state: CatalogueState,
  { eventLines, memo }: MemoEntry,
  seen: ReadonlySet<string>,
): readonly EventChange[] =>
  eventLines
    .map((line) => ({
      line,
      change: eventChange(printedEvent(state, line.eventId), line, memo.head.language),
    }))
    .filter(
      ({ line, change }) => change.printedSha256 !== line.printedSha256 && !seen.has(keyOfChange(change)),
    )
    .map(({ change }) => change);

/** The changes of a memo's evidence that the analyst has not seen; none for a superseded memo. */
export const evidenceChanges = (
  state: CatalogueState,
  entry: MemoEntry,
): { readonly changes: readonly EvidenceChange[]; readonly changedCitations: number } => {
  const { memo, citations, sentAs } = entry;
  if (memo.state === 'superseded' || memo.state === 'withdrawn') return { changes: [], changedCitations: 0 };
  const frozen = new Map((sentAs?.evidence ?? []).map((each) => [each.passageId, each]));
  const seen = new Set(memo.sending?.seenChanges ?? []);
  const told = distinctCitations(citations).map((cited) => {
    const { articleId, passageId } = cited;
    const evidence = frozen.get(passageId);
    const changes = [
      ...changesOfCitation(state, cited, evidence),
      ...(evidence === undefined || sentAs === null ? [] : changesSinceSent(state, evidence)),
    ];
    const unseen = changes.filter((change) => !seen.has(keyOfChange({ ...change, passageId })));
    return {
      key: keyOfCitation(cited),
      changes: unseen.map((change) => ({
        ...change,
        articleId,
        passageId,
        quote: quoteOf(state, passageId),
      })),
    };
  });
  const changed = new Set(told.flatMap(({ key, changes }) => (changes.length === 0 ? [] : key)));
  const events = changesOfEvents(state, entry, seen);
  return {
    changes: [...told.flatMap(({ changes }) => changes), ...events],
    changedCitations: citations.filter((cited) => changed.has(keyOfCitation(cited))).length + events.length,
  };
};
