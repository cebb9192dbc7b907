import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRemarks } from '#domain/memo/round/returned/read-remarks.ts';
import { writeMemoDocx } from '#electron/export/docx/write-memo-docx.ts';
import type { Importer } from '#electron/ports/importer.ts';
import { createJsdomImporter } from '../../support/importer-in-jsdom.ts';
import { EditedDocx } from '../../support/memo/edit-docx.ts';
import {
  alteredByTaking,
  reviewFile,
  type TrialKind,
  trialKinds,
  trialMemo,
} from '../../support/memo/return-trials.ts';

let importer: Importer;
let bytes: Uint8Array;
const { content, document } = trialMemo();
beforeAll(async () => {
  importer = await createJsdomImporter();
  bytes = await writeMemoDocx(document, 'a4');
});
afterAll(async () => importer.close());

const read = async (saved: Uint8Array) => {
  const file = await importer.readReviewed({ reviewed: saved });
  if (!file.ok) throw new Error(file.error);
  return file.value;
};

/** The same one each time. */
const random = { below: (count: number) => count >> 1, next: () => 0.5 };

const missingIn = async (program: 'word' | 'libreoffice' | 'google', kinds: readonly TrialKind[]) => {
  const docx = new EditedDocx(bytes, program);
  const expected = reviewFile({ docx, content, random }, kinds);
  const found = readRemarks(
    { base: await read(bytes), document, content, isExact: true },
    await read(docx.save()),
  );
  expect(alteredByTaking(content, found)).toBe(0);
  return expected.filter(({ isThere }) => !isThere(found)).map(({ kind }) => kind);
};

describe.each(['word', 'libreoffice', 'google'] as const)('a file that %s has saved', (program) => {
  it.each(trialKinds)('says all of: %s', async (kind) => {
    expect(await missingIn(program, [kind])).toEqual([]);
  });

  it('says all of many acts at once', async () => {
    expect(await missingIn(program, trialKinds.slice(0, 8))).toEqual([]);
  });
});
