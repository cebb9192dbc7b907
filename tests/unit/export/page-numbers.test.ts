import { beforeAll, describe, expect, it } from 'vitest';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import { createMemoWriters } from '#electron/export/create-memo-writers.ts';
import { createPageReader, type LayoutProcess } from '#electron/export/docx/pages/create-page-reader.ts';
import { hasPageReferences, writePageNumbers } from '#electron/export/docx/pages/page-numbers.ts';
import { writeMemoDocx } from '#electron/export/docx/write-memo-docx.ts';
import type { PageNumbers } from '#electron/ports/memo-writer.ts';
import { newSampleId } from '../../support/archive/sample-ids.ts';
import { buildHelperProcess } from '../../support/build-helper-process.ts';
import { docxPart } from '../../support/files/read-docx.ts';
import { materialOf } from '../../support/memo/written-article.ts';
import { paragraph, section, writeMemo } from '../../support/memo/written-memo.ts';
import { pollUntil } from '../../support/poll-until.ts';

const chapter = (name: string) =>
  section(
    'own',
    name,
    ...Array.from({ length: 30 }, () => paragraph('So it is, and so it was. '.repeat(12))),
  );
const report = buildMemoDocument(writeMemo(['One', 'Two', 'Three'].map(chapter)), materialOf([]));

/** Processes that answer when they are told to. */
const createScripted = () => {
  const started: {
    sent: Uint8Array[];
    kills: number;
    answer: (numbers: PageNumbers) => void;
    exit: () => void;
  }[] = [];
  const spawn = (): LayoutProcess => {
    const one = {
      sent: [] as Uint8Array[],
      kills: 0,
      answer: (_: PageNumbers) => {},
      exit: () => {},
    };
    started.push(one);
    return {
      send: (docx) => one.sent.push(docx),
      onAnswer: (listener) => {
        one.answer = listener;
      },
      onExit: (listener) => {
        one.exit = listener;
      },
      kill: () => {
        one.kills += 1;
      },
    };
  };
  return { spawn, started };
};

describe('reading the page numbers of a Word document', () => {
  const docx = new Uint8Array([1]);

  it('starts a process for each document, and ends it with the answer', async () => {
    const { spawn, started } = createScripted();
    const read = createPageReader(spawn);
    const [first, second] = [read(docx), read(docx)];
    expect(started.map(({ sent }) => sent)).toEqual([[docx], [docx]]);
    started[1]?.answer({ _Toc1: 2 });
    expect(await second).toEqual({ _Toc1: 2 });
    started[0]?.answer({ _Toc1: 1 });
    expect(await first).toEqual({ _Toc1: 1 });
    expect(started.map(({ kills }) => kills)).toEqual([1, 1]);
  });

  it('gives none where the process ends', async () => {
    const { spawn, started } = createScripted();
    const read = createPageReader(spawn)(docx);
    started[0]?.exit();
    expect(await read).toEqual({});
  });

  it('ends a process that takes too long', async () => {
    const { spawn, started } = createScripted();
    expect(await createPageReader(spawn, 1)(docx)).toEqual({});
    expect(started[0]?.kills).toBe(1);
  });

  it('ends the process when the export is cancelled, and starts none afterwards', async () => {
    const { spawn, started } = createScripted();
    const cancelling = new AbortController();
    const { docx: writer } = createMemoWriters(
      { make: () => Promise.reject(), warmUp: () => {}, close: async () => {} },
      newSampleId,
      undefined,
      createPageReader(spawn),
    );
    const written = writer.write(report, { paper: 'a4', glyphs: 'refuse' }, cancelling.signal);
    await pollUntil('the layout has begun', () => started[0]);
    cancelling.abort();
    expect((await written).ok).toBe(true);
    expect(started[0]?.kills).toBe(1);
    expect(await createPageReader(spawn)(docx, cancelling.signal)).toEqual({});
    expect(started).toHaveLength(1);
  });
});

describe('the process that lays out a Word document', () => {
  let built: Awaited<ReturnType<typeof buildHelperProcess<Uint8Array, PageNumbers>>>;
  beforeAll(async () => {
    built = await buildHelperProcess('electron/export/docx/pages/layout-process.ts');
  }, 60_000);

  it('gives the pages of the headings, and none for what is no document', async () => {
    const read = createPageReader(() => built.spawn([]), 60_000);
    const docx = await writeMemoDocx(report, 'a4');
    expect(hasPageReferences(docx)).toBe(true);
    const numbers = await read(docx);
    const pages = Object.values(numbers);
    expect(pages).toHaveLength(3);
    expect(pages[0]).toBe(1);
    expect(pages[1]).toBeGreaterThan(2);
    expect(pages[2]).toBeGreaterThan(pages[1] ?? 0);
    const filled = docxPart(writePageNumbers(docx, numbers), 'word/document.xml');
    expect(filled).toMatch(
      new RegExp(
        `PAGEREF _Toc2 [^<]*</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>${pages[1]}</w:t>`,
        'u',
      ),
    );
    expect(await read(new Uint8Array([1, 2, 3]))).toEqual({});
  });
});
