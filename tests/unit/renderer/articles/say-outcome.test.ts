import { expect, it } from 'vitest';
import type { ImportRemark } from '#domain/article/draft/import-remarks.ts';
import type { ImportOutcome } from '#domain/contract/import-many.ts';
import { articleIdSchema } from '#domain/ids.ts';
import { sayOutcome } from '#renderer/articles/report/say-outcome.ts';
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
  followed: null,
  attached: isTaken ? [{ name: 'b', status: 'imported', articleId, reason: null }] : [],
});

it('says what was imported with a file, or what stays in it', () => {
  const pages: ImportRemark = { kind: 'more-pages', count: 1 };
  expect(sayOutcome(outcomeWith('a.warc', pages, true))).toBe('Sealed. 1 page imported with it.');
  expect(sayOutcome(outcomeWith('a.warc', pages, false))).toContain('It holds 1 more page');
  const files: ImportRemark = { kind: 'attachments', names: ['b'] };
  expect(sayOutcome(outcomeWith('a.eml', files, true))).toBe('Sealed. 1 attachment imported with it.');
});
