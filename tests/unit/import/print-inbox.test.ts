import { describe, expect, it } from 'vitest';
import type { ImportOutcome } from '#domain/contract/import-many.ts';
import { articleIdSchema, lockedIdSchema } from '#domain/ids.ts';
import { noMarksTaken } from '#domain/passage/marks/pdf-mark.ts';
import { printInbox } from '#renderer/parts/inbox-acts.ts';
import { newSampleId } from '../../support/archive/sample-ids.ts';

const readAs = { encoding: null, unreadable: 0, leftOut: 0, hiddenWords: 0, remarks: [] };
const imported: ImportOutcome = {
  status: 'imported',
  fileName: 'a.txt',
  articleId: articleIdSchema.parse(newSampleId()),
  isCitationIncomplete: true,
  readAs,
  duplicates: [],
  nearPublications: [],
  marks: noMarksTaken,
  followed: null,
  attached: [],
};
const here: ImportOutcome = {
  status: 'duplicate',
  fileName: 'b.txt',
  articleId: articleIdSchema.parse(newSampleId()),
  readAs,
  heldBack: 0,
  marks: noMarksTaken,
};
const failed: ImportOutcome = {
  status: 'failed',
  fileName: 'c.zip',
  reason: 'file-binary',
  lockedId: null,
};
const locked: ImportOutcome = {
  status: 'failed',
  fileName: 'd.pdf',
  reason: 'password-needed',
  lockedId: lockedIdSchema.parse(newSampleId()),
};

const returned: ImportOutcome = {
  status: 'returned',
  fileName: 'e.docx',
  added: { fileName: 'e.docx', outcome: 'memo-gone' },
};

describe('what is said of files from the inbox', () => {
  it('is how many articles came', () => {
    expect(printInbox([imported, imported, imported], 0)).toEqual({
      title: '3 articles imported from the inbox',
      text: null,
      hasToReview: false,
    });
  });

  it('names what was here, waits, failed and is left', () => {
    expect(printInbox([imported, returned, here, locked, failed, failed], 2)).toEqual({
      title: '1 article imported from the inbox',
      text: '1 file was already here, 1 file returned from review, 1 file waits for you, 2 files could not be imported, 2 files will be imported at the next start.',
      hasToReview: true,
    });
  });

  it('counts what was selected in a browser, on pages that came and on those that were here', () => {
    const kept = { ...noMarksTaken, selections: { passages: 1, here: 0, toReview: 0 } };
    const asked = { ...noMarksTaken, selections: { passages: 0, here: 1, toReview: 1 } };
    expect(printInbox([{ ...here, marks: kept }], 0)).toEqual({
      title: 'Inbox: 1 passage added from the browser',
      text: null,
      hasToReview: false,
    });
    expect(printInbox([{ ...imported, marks: kept }, { ...here, marks: asked }, here], 0)).toEqual({
      title: '1 article imported from the inbox',
      text: '1 passage added from the browser, 1 selection to place in Review, 1 file was already here.',
      hasToReview: true,
    });
  });

  it('begins with what happened where no article came', () => {
    expect(printInbox([here, here], 0)).toMatchObject({
      title: 'Inbox: 2 files were already here',
      text: null,
      hasToReview: false,
    });
    expect(printInbox([failed], 0).title).toBe('Inbox: 1 file could not be imported');
  });
});
