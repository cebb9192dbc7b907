/**
 * Files returned by reviewers, generated from a seed: the changes in each are known, so that the parsed result can be
 * checked. No comment or change may be lost, and accepting all of it must not alter evidence.
 */

import { archiveIdSchema, idOfHash, remarkIdSchema, roundIdSchema, snapshotIdSchema } from '#domain/ids.ts';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import type { MemoContent } from '#domain/memo/memo-content.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import type { Remark } from '#domain/memo/round/remark.ts';
import { recordsOfRemarks } from '#domain/memo/round/returned/keep-remarks.ts';
import type { ReadRemarks } from '#domain/memo/round/returned/read-remarks.ts';
import { settleRemarks } from '#domain/memo/round/settle-remarks.ts';
import { OBJECT, textOf, writtenBlocks } from '#domain/memo/round/written-blocks.ts';
import { manifestOf } from '#domain/memo/verify/manifest.ts';
import { toTimestamp } from '#domain/time.ts';
import type { OwnTerms } from '#domain/tradecraft/own-terms.ts';
import { sampleId } from '../archive/sample-ids.ts';
import { sha256Of } from '../texts/sha256-of.ts';
import type { EditedDocx, Who } from './edit-docx.ts';
import { materialOf, writeArticle } from './written-article.ts';
import { cite, judgement, paragraph, quoteBlock, section, subHeading, writeMemo } from './written-memo.ts';

export type Random = { readonly below: (count: number) => number; readonly next: () => number };

const who = ['J. Miller', 'K. Osei', 'R. Stahl'];
const whoAt = (at: number): Who => ({ by: who[at % who.length] ?? '', at: `2024-04-2${at % 8}T10:00:00Z` });

const subjects = [
  'The harbour office',
  'A spokesman',
  'The pilots',
  'Two brokers',
  'The ministry',
  'An insurer',
];
const verbs = ['confirmed', 'denied', 'reported', 'repeated', 'doubted'];
const things = ['the closure of the lock', 'the order of the court', 'the new list', 'the toll on tankers'];
const ends = ['in early March', 'before the vote', 'after two warnings', 'without a reason', 'at the quay'];

const sentence = (at: number): string =>
  `${subjects[at % 6]} ${verbs[at % 5]} ${things[at % 4]} ${ends[(at * 3) % 5]}, as case ${at} shows.`;

/** A memo with a block of each kind, and that many own paragraphs. */
export const trialMemo = (
  paragraphs = 24,
  /** In German if terms are given. */
  terms?: OwnTerms,
): { readonly content: MemoContent; readonly document: MemoDocument } => {
  const article = writeArticle(
    ['The port closed on Monday. We have named companies before, and no flag protects anyone.'],
    ['The port closed on Monday', 'We have named companies before, and no flag protects anyone.'],
  );
  const own = Array.from({ length: paragraphs }, (_, at) =>
    at % 4 === 3
      ? paragraph(`${sentence(at)} It wrote: `, cite(article, 0, 'whole'), ' So it was said.')
      : paragraph(`${sentence(at)} ${sentence(at + 100)}`),
  );
  const half = Math.ceil(own.length / 2);
  const isGerman = terms !== undefined;
  const judged = isGerman
    ? 'Eine erste Liste nennt Spediteure'
    : 'A first round of listings is likely to name forwarders';
  const memo = writeMemo(
    [
      section('bottom-line', 'Bottom line', paragraph('Further names are likely to follow.')),
      section(
        'key-judgements',
        'Key judgements',
        judgement([judged, cite(article, 0), '.'], {
          confidenceReason: 'one official line',
          assumptions: 'the list is read twice',
        }),
      ),
      section('background', 'Background', subHeading('The port'), ...own.slice(0, half)),
      section('analysis', 'Analysis', quoteBlock(article, 1), ...own.slice(half)),
    ],
    isGerman ? { language: 'de' } : {},
  );
  const material = { ...materialOf([article]), ...(isGerman ? { terms } : {}) };
  const manifest = {
    ...manifestOf(
      archiveIdSchema.parse(sampleId(1)),
      { id: snapshotIdSchema.parse(sampleId(2)), memoId: memo.id, evidence: [] },
      sha256Of,
    ),
    round: sha256Of('round'),
  };
  return { content: memo.content, document: { ...buildMemoDocument(memo, material), manifest } };
};

export const trialKinds = [
  'comment',
  'thread',
  'insert',
  'delete',
  'replace',
  'insert-paragraph',
  'delete-paragraph',
  'split',
  'join',
  'move',
  'format',
  'quotation',
  'untracked-replace',
  'untracked-paragraph',
  'untracked-deletion',
  'untracked-quotation',
] as const;
export type TrialKind = (typeof trialKinds)[number];

/** The expected result of one edit, and a check for it. */
export type Expected = {
  readonly kind: TrialKind;
  readonly isComment: boolean;
  readonly isThere: (read: ReadRemarks) => boolean;
};

type Trial = { readonly docx: EditedDocx; readonly content: MemoContent; readonly random: Random };

/** The editable paragraphs: for each the number of its block and its words before any quotation. */
const ownParagraphs = (content: MemoContent) =>
  writtenBlocks(content).flatMap((block) => {
    const text = block.node.type === 'paragraph' ? (textOf(block, 'text') ?? '') : '';
    const isOwn = /as case \d+ shows/u.test(text);
    return isOwn ? [{ block: block.block, text, isCited: text.includes(OBJECT) }] : [];
  });
type Own = ReturnType<typeof ownParagraphs>[number];

/** Whether a block has these words after all changes of words in it. */
const becomes = ({ suggestions }: ReadRemarks, { block, text }: Own, expected: string): boolean => {
  const changes = suggestions.flatMap(({ change, place, refusal }) =>
    change.kind === 'words' && refusal === null && place?.block === block && place.field === 'text'
      ? [{ ...place, words: change.text }]
      : [],
  );
  const made = changes
    .toSorted((a, b) => b.start - a.start)
    .reduce((words, { start, end, words: put }) => words.slice(0, start) + put + words.slice(end), text);
  return changes.length > 0 && made === expected;
};

const has = (
  { suggestions }: ReadRemarks,
  block: number,
  isIt: (suggestion: ReadRemarks['suggestions'][number]) => boolean,
): boolean => suggestions.some((each) => each.place?.block === block && isIt(each));

const caseOf = (text: string): string => /as case \d+ shows/u.exec(text)?.[0] ?? '';
const wordOf = (text: string): string => text.split(' ')[2] ?? '';

type Act = (trial: Trial, own: Own, by: Who) => Expected['isThere'];

const acts: Readonly<Record<TrialKind, Act>> = {
  comment: ({ docx }, { block, text }, by) => {
    const said = `Is this so? ${caseOf(text)}`;
    docx.comment(docx.paragraph(caseOf(text)), caseOf(text), { ...by, text: said });
    return ({ comments }) => comments.some(({ text: is, place }) => is === said && place?.block === block);
  },
  thread: ({ docx }, { block, text }, by) => {
    const said = `Who says so? ${caseOf(text)}`;
    const reply = `The ministry. ${caseOf(text)}`;
    docx.comment(docx.paragraph(caseOf(text)), caseOf(text), {
      ...{ ...by, text: said },
      replies: [{ by: 'A. Reply', at: '2024-04-25T12:00:00Z', text: reply }],
    });
    return ({ comments }) =>
      comments.some(({ text: is, place }) => is === said && place?.block === block) &&
      comments.some(
        ({ text: is, place, repliesTo }) => is === reply && place?.block === block && repliesTo !== null,
      );
  },
  insert: ({ docx }, own, by) => {
    const after = caseOf(own.text);
    docx.insert(docx.paragraph(after), after, ' once more', by);
    return (read) => becomes(read, own, own.text.replace(after, `${after} once more`));
  },
  delete: ({ docx }, own, by) => {
    const words = `, ${caseOf(own.text)}`;
    docx.delete(docx.paragraph(caseOf(own.text)), words, by);
    return (read) => becomes(read, own, own.text.replace(words, ''));
  },
  replace: ({ docx }, own, by) => {
    const word = wordOf(own.text);
    docx.replace(docx.paragraph(caseOf(own.text)), word, 'rather', by);
    return (read) => becomes(read, own, own.text.replace(word, 'rather'));
  },
  'insert-paragraph': ({ docx }, { text }, by) => {
    const words = `A new paragraph behind ${caseOf(text)}.`;
    docx.insertParagraph(docx.paragraph(caseOf(text)), words, by);
    return ({ suggestions }) =>
      suggestions.some(
        ({ change, place }) => change.kind === 'insert-block' && change.text === words && place !== null,
      );
  },
  'delete-paragraph': ({ docx }, { block, text, isCited }, by) => {
    docx.deleteParagraph(docx.paragraph(caseOf(text)), by);
    return (read) =>
      has(
        read,
        block,
        ({ change, refusal }) => change.kind === 'remove-block' && (refusal !== null) === isCited,
      );
  },
  split: ({ docx }, { block, text }, by) => {
    docx.split(docx.paragraph(caseOf(text)), `${caseOf(text)}.`, by);
    return (read) => has(read, block, ({ change }) => change.kind === 'split');
  },
  join: ({ docx }, { block, text }, by) => {
    docx.join(docx.paragraph(caseOf(text)), by);
    return (read) => has(read, block, ({ change }) => change.kind === 'join');
  },
  move: ({ docx, content }, { block, text }, by) => {
    const others = ownParagraphs(content).filter((each) => Math.abs(each.block - block) > 4);
    const after = others[block % others.length];
    if (after === undefined) throw new Error('there is nowhere to go');
    docx.move(docx.paragraph(caseOf(text)), docx.paragraph(caseOf(after.text)), by);
    const goes = (read: ReadRemarks): boolean =>
      has(read, block, ({ change }) => change.kind === 'move' || change.kind === 'remove-block');
    const comes = ({ suggestions }: ReadRemarks): boolean =>
      suggestions.some(
        ({ change }) =>
          (change.kind === 'move' && change.after === after.block) ||
          (change.kind === 'insert-block' && change.text.includes(caseOf(text))) ||
          (change.kind === 'words' && change.text.includes(caseOf(text))),
      );
    return (read) => goes(read) && comes(read);
  },
  format: ({ docx }, { block, text }, by) => {
    docx.format(docx.paragraph(caseOf(text)), wordOf(text), by);
    return (read) => has(read, block, ({ change }) => change.kind === 'format' && change.mark === 'bold');
  },
  quotation: ({ docx }, { block, text }, by) => {
    docx.replace(docx.paragraph(caseOf(text)), 'Monday', 'Tuesday', by);
    return (read) => has(read, block, ({ refusal, isTracked }) => refusal?.why === 'quotation' && isTracked);
  },
  'untracked-replace': ({ docx }, own) => {
    const word = wordOf(own.text);
    docx.replace(docx.paragraph(caseOf(own.text)), word, 'rather', null);
    return (read) => becomes(read, own, own.text.replace(word, 'rather'));
  },
  'untracked-paragraph': ({ docx }, { text }) => {
    const words = `Nobody tracked what stands behind ${caseOf(text)}.`;
    docx.insertParagraph(docx.paragraph(caseOf(text)), words, null);
    return ({ suggestions }) =>
      suggestions.some(
        ({ change, isTracked }) => change.kind === 'insert-block' && change.text === words && !isTracked,
      );
  },
  'untracked-deletion': ({ docx }, { block, text }) => {
    docx.deleteParagraph(docx.paragraph(caseOf(text)), null);
    return (read) =>
      has(read, block, ({ change, isTracked }) => change.kind === 'remove-block' && !isTracked);
  },
  'untracked-quotation': ({ docx }, { block, text }) => {
    docx.replace(docx.paragraph(caseOf(text)), 'Monday', 'Tuesday', null);
    return (read) => has(read, block, ({ refusal, isTracked }) => refusal?.why === 'quotation' && !isTracked);
  },
};

const onQuotation: ReadonlySet<TrialKind> = new Set(['quotation', 'untracked-quotation']);
/** These change the paragraph itself or its neighbour. */
const needsPlain: ReadonlySet<TrialKind> = new Set(['join', 'split', 'move', 'untracked-deletion']);

/** Edits the file in each of these ways, each in a different paragraph, and returns the expected results. */
export const reviewFile = (trial: Trial, kinds: readonly TrialKind[]): readonly Expected[] => {
  const { content, random } = trial;
  // Every other one, so that no edit touches another in its neighbour.
  const free = ownParagraphs(content).filter((own, at) => own.isCited || at % 2 === 0);
  return kinds.flatMap((kind, at): Expected[] => {
    const fits = free.filter(({ isCited }) =>
      onQuotation.has(kind) ? isCited : !(needsPlain.has(kind) && isCited),
    );
    const own = fits[random.below(fits.length)];
    if (own === undefined) return [];
    free.splice(free.indexOf(own), 1);
    const isThere = acts[kind](trial, own, whoAt(at));
    return [{ kind, isComment: kind === 'comment' || kind === 'thread', isThere }];
  });
};

/** All citations and quotations of a memo, in order. */
const evidenceIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(evidenceIn);
  if (typeof value !== 'object' || value === null) return [];
  const { type, attrs } = value as { readonly type?: unknown; readonly attrs?: unknown };
  const own = type === 'citation' || type === 'quotation' ? [JSON.stringify(attrs)] : [];
  return [...own, ...Object.values(value).flatMap(evidenceIn)];
};

/** How many citations and quotations change if everything that was read is accepted. */
export const alteredByTaking = (content: MemoContent, read: ReadRemarks): number => {
  const at = toTimestamp(Date.parse('2024-04-26T08:00:00.000Z'));
  const roundId = roundIdSchema.parse(sampleId(3));
  const idOf = (said: string) => remarkIdSchema.parse(idOfHash(sha256Of(said)));
  const memoId = writeMemo([]).id;
  const remarks: readonly Remark[] = recordsOfRemarks(read, [], { memoId, roundId, at, idOf });
  const taken = remarks
    .filter(({ kind, state }) => kind === 'suggestion' && state === 'open')
    .map(({ id: remarkId }) => ({ remarkId, state: 'taken', reason: '' }) as const);
  const settled = settleRemarks({ content, remarks, snapshots: [{ roundId, content }] }, taken, at);
  const [before, after] = [evidenceIn(content).toSorted(), evidenceIn(settled.content).toSorted()];
  return (
    before.filter((each, index) => each !== after[index]).length + Math.abs(before.length - after.length)
  );
};
