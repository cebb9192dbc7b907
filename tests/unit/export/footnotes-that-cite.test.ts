import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { referencesOf } from '#domain/archive/references.ts';
import { listCitations } from '#domain/memo/citations/list-citations.ts';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import { footnoteOf, inlineOfNote, type MemoInline, type NoteInline } from '#domain/memo/memo-content.ts';
import { frozenDocumentSchema } from '#domain/memo/snapshot/document-schema.ts';
import { listPrintedQuotes } from '#domain/memo/verbatim/verify-quotes.ts';
import { differingWords } from '#domain/memo/verify/compare-words.ts';
import { writeMemoDocx } from '#electron/export/docx/write-memo-docx.ts';
import { writeMemoHtml } from '#electron/export/html/write-memo-html.ts';
import { writeMemoMarkdown } from '#electron/export/markdown/write-memo-markdown.ts';
import { writeMemoText } from '#electron/export/text/write-memo-text.ts';
import { pdfFonts } from '../../support/files/read-pdf.ts';
import { findingsOf, tell } from '../../support/memo/check-memo.ts';
import { createTestCompiler, printMemo } from '../../support/memo/print-memo.ts';
import { materialOf, writeArticle } from '../../support/memo/written-article.ts';
import { cite, judgement, paragraph, section, see, writeMemo } from '../../support/memo/written-memo.ts';

const first = writeArticle(['The port is closed for now.'], ['is closed for now']);
const second = writeArticle(['The envoy said they will warn firms.'], ['will warn firms']);
const held = judgement(['The port opens.']);

const note = (...content: readonly MemoInline[]): MemoInline => ({
  type: 'footnote',
  attrs: footnoteOf(content as readonly NoteInline[]),
});
const words = (text: string, type?: 'italic'): MemoInline => ({
  type: 'text',
  text,
  ...(type === undefined ? {} : { marks: [{ type }] }),
});
const link: MemoInline = {
  type: 'text',
  text: 'the register',
  marks: [{ type: 'link', attrs: { href: 'https://example.org/register' } }],
};
const rich = note(
  words('As '),
  words('Harbour Law', 'italic'),
  words(' has it in '),
  link,
  words(': '),
  cite(second, 0, 'whole'),
  words('; see '),
  see('judgement', held.attrs.id),
  words('.'),
);
const memoOf = (...notes: readonly MemoInline[]) =>
  writeMemo([
    section('key-judgements', 'Key judgements', held),
    section('analysis', 'Analysis', paragraph('It is so', ...notes, ', they say ', cite(first, 0), '.')),
  ]);
const material = materialOf([first, second]);
const documentOf = (...notes: readonly MemoInline[]) => buildMemoDocument(memoOf(...notes), material);

describe('a footnote that cites', () => {
  it('counts its sources where it stands, and prints its quotation, its letters, its link and its reference', () => {
    const document = documentOf(rich);
    expect(document.sources.map(({ text }) => text)).toHaveLength(2);
    const text = writeMemoText(document);
    expect(text).toContain(
      '[a] As Harbour Law has it in the register <https://example.org/register>: “will warn firms” [1\u00A0¶1]; see Judgement 1.',
    );
    expect(text).toContain('they say [2\u00A0¶1].');
    const markdown = writeMemoMarkdown(document);
    expect(markdown).toContain(
      '[^a]: As *Harbour Law* has it in [the register](<https://example.org/register>): “will warn firms” \\[1\u00A0¶1\\]; see Judgement 1.',
    );
    const html = writeMemoHtml(document);
    expect(html).toContain('<em>Harbour Law</em>');
    expect(html).toContain(`href="#ref-${held.attrs.id}"`);
    expect(
      frozenDocumentSchema
        .safeParse(JSON.parse(JSON.stringify({ ...document })))
        .error?.issues.filter(({ code }) => code !== 'unrecognized_keys'),
    ).toEqual([]);
  });

  it('is a footnote of Word with links of its own, and stands on paper', async () => {
    const zip = unzipSync(await writeMemoDocx(documentOf(rich), 'a4'));
    const notes = strFromU8(zip['word/footnotes.xml'] ?? new Uint8Array());
    expect(notes).toContain('<w:i/>');
    expect(notes).toContain('w:anchor="source_1"');
    expect(strFromU8(zip['word/_rels/footnotes.xml.rels'] ?? new Uint8Array())).toContain(
      'https://example.org/register',
    );
    const folder = await mkdtemp(join(tmpdir(), 'precis-notes-'));
    const file = join(folder, 'memo.pdf');
    const pdf = await printMemo(createTestCompiler(), file, documentOf(rich));
    expect(await pdfFonts(file)).toContain('Inter-Italic');
    expect(
      Buffer.from(pdf)
        .toString('latin1')
        .match(/\/Subtype\s*\/Link/gu)?.length,
    ).toBeGreaterThanOrEqual(6);
  });

  it('is evidence: it is listed, referred to, held against its source, and looked for in what was printed', () => {
    const memo = memoOf(rich);
    expect(listCitations(memo.content).map(({ articleId }) => articleId)).toEqual([
      second.cited.article.id,
      first.cited.article.id,
    ]);
    expect(
      referencesOf('memo', { memo, tasks: [] } as never).filter(({ to }) => to === 'passage'),
    ).toHaveLength(2);
    expect(listPrintedQuotes(documentOf(rich)).map(({ parts }) => parts)).toContainEqual(['will warn firms']);
    const document = documentOf(rich);
    const whole = writeMemoText(document);
    expect(differingWords(document, whole).quotes).toEqual([]);
    expect(differingWords(document, whole.replace('will warn firms', 'will warn all')).quotes).toHaveLength(
      1,
    );
    const typed = note(words('He said “will warn all of them” '), cite(second, 0), words(' once.'));
    const told = findingsOf(memoOf(typed), material).map(tell);
    expect(told.filter((each) => each.includes('will warn all of them'))).toHaveLength(1);
  });

  it('is plain words in the file as long as it is nothing else', () => {
    expect(footnoteOf([{ type: 'text', text: 'Plain.' }])).toEqual({ text: 'Plain.' });
    expect(inlineOfNote({ text: '' })).toEqual([]);
    expect(documentOf(note(words('  ')))).toEqual(documentOf());
    expect(documentOf(note(words(' ', 'italic')))).toEqual(documentOf());
  });
});
