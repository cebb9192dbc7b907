import { describe, expect, it } from 'vitest';
import type { ImportRemark } from '#domain/article/draft/import-remarks.ts';
import type { ImportOutcome } from '#domain/contract/import-many.ts';
import { articleIdSchema, draftIdSchema, memoIdSchema, roundIdSchema } from '#domain/ids.ts';
import { noMarksTaken } from '#domain/passage/marks/pdf-mark.ts';
import { sayOutcome } from '#renderer/articles/say-outcome.ts';
import { printReturned } from '#renderer/parts/memo/say-returned.ts';
import { newSampleId } from '../../../support/archive/sample-ids.ts';

const articleId = articleIdSchema.parse(newSampleId());

const outcomeWith = (fileName: string, remark: ImportRemark, isTaken: boolean): ImportOutcome => ({
  status: 'imported',
  fileName,
  articleId,
  isCitationIncomplete: false,
  readAs: { encoding: null, unreadable: 0, leftOut: 0, hiddenWords: 0, remarks: [remark] },
  duplicates: [],
  nearPublications: [],
  marks: noMarksTaken,
  followed: null,
  attached: isTaken ? [{ name: 'b', status: 'imported', articleId, reason: null }] : [],
});

it('says how much of a page is not in the text', () => {
  const words: ImportRemark = { kind: 'comments', count: 1 };
  const outcome = outcomeWith('a.html', words, false);
  if (outcome.status !== 'imported') throw new Error('it was imported');
  expect(sayOutcome({ ...outcome, readAs: { ...outcome.readAs, leftOut: 2, hiddenWords: 30 } })).toContain(
    'Left out: 2 blocks around the text, 30 words hidden on the page.',
  );
});

it('says what was imported with a file, or what stays in it', () => {
  const pages: ImportRemark = { kind: 'more-pages', count: 1 };
  expect(sayOutcome(outcomeWith('a.warc', pages, true))).toBe('Kept. 1 page imported with it.');
  expect(sayOutcome(outcomeWith('a.warc', pages, false))).toContain('The web archive has 1 more page');
  const files: ImportRemark = { kind: 'attachments', names: ['b'] };
  expect(sayOutcome(outcomeWith('a.eml', files, true))).toBe('Kept. 1 attachment imported with it.');
});

const readAs = { encoding: null, unreadable: 0, leftOut: 0, hiddenWords: 0, remarks: [] };

it('says that nothing was taken of what a mail holds that is here', () => {
  const here = { status: 'duplicate', fileName: 'a.eml', articleId, readAs, marks: noMarksTaken } as const;
  expect(sayOutcome({ ...here, heldBack: 2 })).toMatch(
    /Its 2 attachments were not imported either: import them separately\.$/u,
  );
  expect(sayOutcome({ ...here, heldBack: 0 })).toMatch(/Nothing was written\.$/u);
  const marks = { ...noMarksTaken, passages: 2 };
  expect(sayOutcome({ ...here, heldBack: 0, marks })).toMatch(/Marks taken: 2 passages\.$/u);
});

it('says what a file that waits becomes', () => {
  const draftId = draftIdSchema.parse(newSampleId());
  const follows = { kind: 'version', of: articleId, title: 'Piers', by: 'name' } as const;
  expect(sayOutcome({ status: 'scanned', fileName: 'a.pdf', draftId, pages: 2, follows, sameAs: null })).toBe(
    'Not imported yet: its 2 pages are pictures. This computer can read them by OCR. It will be a new version of “Piers” (same file name).',
  );
  const own = {
    kind: 'own',
    why: 'several-files',
    by: 'name',
    candidates: [articleId],
    count: 1,
  } as const;
  expect(
    sayOutcome({ status: 'uncertain', fileName: 'a.txt', draftId, follows: own, sameAs: null }),
  ).toContain('It will be a separate article: other files of this import have the same file name');
  const remarks = [{ kind: 'few-words', count: 10 }] as const;
  const thin = { status: 'thin', fileName: 'c.html', draftId, remarks, follows: null, sameAs: null } as const;
  expect(sayOutcome(thin)).toMatch(/^Not imported yet: compare the text with the page\. .*only 10 words/u);
  const copy = { status: 'scanned', fileName: 'b.pdf', draftId, pages: 2, follows, sameAs: 'a.pdf' } as const;
  expect(sayOutcome(copy)).toBe('The same file as a.pdf, which is waiting. Precis imports it once.');
});

describe('a document that a reviewer has returned', () => {
  const added = {
    outcome: 'added',
    fileName: 'a.docx',
    memoId: memoIdSchema.parse(newSampleId()),
    roundId: roundIdSchema.parse(newSampleId()),
    referenceNumber: 'PM-2026-004',
    round: 2,
    isClosedRound: false,
    isOlderRound: false,
    reviewer: 'J. Miller',
    comments: 9,
    changes: 1,
    refused: 1,
    unplaced: 0,
  } as const;

  it('is no article, and the report says of which memo it is', () => {
    expect(sayOutcome({ status: 'returned', fileName: 'a.docx', added })).toBe(
      'Returned from review: no article. PM-2026-004, round 2, J. Miller: 9 comments, 1 change. 1 would alter evidence or printed words, and can’t be taken.',
    );
  });

  it('is one line for all of a round, and says nothing of what there is none of', () => {
    expect(printReturned([added])).toBe(
      'PM-2026-004, round 2, J. Miller: 9 comments and 1 change, 1 of them refused',
    );
    expect(printReturned([added, { ...added, comments: 0 }])).toBe(
      'PM-2026-004, round 2: 2 files back, 9 comments and 2 changes, 2 of them refused',
    );
    const nothing = { ...added, comments: 0, changes: 0, refused: 0, reviewer: '' };
    expect(printReturned([nothing])).toBe('PM-2026-004, round 2: no comments or changes');
  });
});
