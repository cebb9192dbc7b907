import { describe, expect, it } from 'vitest';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import { makeMemoPdf } from '#electron/export/pdf/make-memo-pdf.ts';
import { createTestCompiler } from '../../support/memo/print-memo.ts';
import { materialOf } from '../../support/memo/written-article.ts';
import { paragraph, section, writeMemo } from '../../support/memo/written-memo.ts';

const compile = createTestCompiler();

/** The keys of a memo of several pages, one paragraph a part of its third section. */
const keysOf = (...parts: readonly string[]): readonly string[] => {
  const filler = 'The ministry confirmed that the shipments had been inspected twice. '.repeat(9);
  const sections = Array.from({ length: 3 }, (_, at) =>
    section('own', `Part ${at}`, ...Array.from({ length: 11 }, () => paragraph(filler))),
  );
  const last = section('own', 'Last', ...parts.map((words) => paragraph(words)));
  const made = makeMemoPdf(compile, buildMemoDocument(writeMemo([...sections, last]), materialOf([])), {
    paper: 'a4',
    glyphs: 'refuse',
  });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  expect(made.value.pageKeys).toHaveLength(made.value.pages);
  return made.value.pageKeys;
};

describe('the key of a page', () => {
  const before = keysOf('The envoy left.', 'So it was.');

  it('is the same in another PDF where the page looks the same', () => {
    const after = keysOf('The envoy left then.', 'So it was.');
    expect(after.slice(0, -1)).toEqual(before.slice(0, -1));
    expect(after.at(-1)).not.toBe(before.at(-1));
    expect(keysOf('The envoy left.', 'So it was.')).toEqual(before);
  });

  it('is another where a letter took the place of one that stood nowhere else', () => {
    const [q, x] = [keysOf('The envoy left: Q.'), keysOf('The envoy left: X.')];
    expect(q.at(-1)).not.toBe(x.at(-1));
  });
});
