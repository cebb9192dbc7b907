import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Body } from '#domain/article/body/body.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { withoutLeftOut } from '#domain/article/body/without-left-out.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ImportAnswer, ImportDraft } from '#domain/contract/import.ts';
import type { ArticleId } from '#domain/ids.ts';
import { noMarksTaken } from '#domain/passage/marks/pdf-mark.ts';
import { err, type Result } from '#domain/result.ts';
import type { HandlerDeps } from '#electron/handlers/handler-deps.ts';
import { createImportHandlers } from '#electron/handlers/import/import-handlers.ts';
import { createTextReader } from '#electron/import/read-text.ts';
import type { ClipboardContent } from '#electron/ports/desktop.ts';
import type { Importer } from '#electron/ports/importer.ts';
import { outcomesOf } from '../../support/exchange/take-files.ts';
import { encodeAs } from '../../support/files/encode-as.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { createJsdomImporter } from '../../support/importer-in-jsdom.ts';
import { sha256Of } from '../../support/texts/sha256-of.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';
import { fixturePath, readFixture } from './read-fixture.ts';

let bench: Workbench;
let files: string;
let chosen: string[];
let clipboard: ClipboardContent;
let progress: { done: number; total: number; fileName: string }[];
let importer: Importer;
let handlers: ReturnType<typeof createImportHandlers>;

const emit: HandlerDeps['emit'] = (name, event) => {
  if (name === 'import-progress') progress.push(event as (typeof progress)[number]);
};

beforeEach(async () => {
  bench = await openWorkbench();
  files = await makeTemporaryFolder();
  chosen = [];
  progress = [];
  clipboard = { text: '', html: '', sourceUrl: null, picture: null };
  importer = await createJsdomImporter();
  handlers = createImportHandlers({
    ...bench.deps,
    texts: createTextReader(importer),
    emit,
    desktop: {
      ...bench.deps.desktop,
      chooseFiles: async () => chosen,
      readClipboard: async () => clipboard,
    },
  });
});
afterEach(async () => {
  await importer.close();
  await bench.close();
  await removeFolder(files);
});

const writeText = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(files, name);
  await writeFile(path, content);
  return path;
};

const draftOf = (answer: Result<ImportAnswer, AppError>): ImportDraft => {
  const value = succeed(answer);
  if (value.kind !== 'draft') throw new Error('a report was answered');
  return value.draft;
};
const dropOne = async (path: string) => draftOf(await handlers['import:drop']({ paths: [path] }));

const seal = (draft: ImportDraft, changed: Partial<Pick<ImportDraft, 'body' | 'bibliography'>> = {}) =>
  handlers['import:seal']({
    draftId: draft.draftId,
    body: changed.body ?? withoutLeftOut(draft.body, draft.leftOut),
    bibliography: changed.bibliography ?? draft.bibliography,
    marking: null,
  });

const sealed = async (draft: ImportDraft, changed?: Parameters<typeof seal>[1]): Promise<ArticleId> =>
  succeed(await seal(draft, changed)).articleId;

const bodyOf = (...paragraphs: string[]): Body => ({
  type: 'doc',
  content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});

const articleIds = () => bench.archive.articleIds();

describe('a single file', () => {
  it('comes back as a draft and writes nothing', async () => {
    const draft = await dropOne(fixturePath('news-json-ld.html'));
    expect(draft).toMatchObject({
      format: 'html',
      originalName: 'news-json-ld.html',
      encoding: { encoding: 'utf-8', isCertain: true, unreadable: 0, choices: [] },
      duplicates: [],
      bibliography: {
        type: 'article-newspaper',
        title: 'Grain convoy waits at Port Ilyin',
        byline: 'Mara Lindqvist, Joon-ho Bae',
        publisher: 'The Strait Observer',
        publishedAt: '2024-04-22T06:30:00+02:00',
        dateCertainty: 'stated',
        url: 'https://observer.example/2024/04/grain-convoy',
        accessedAt: '2024-04-24',
        language: 'en-GB',
      },
    });
    expect(await articleIds()).toEqual([]);
    expect(succeed(await handlers['import:drafts']({}))).toEqual([draft]);
  });

  it('is sealed with its original, its hashes, its words and its publication', async () => {
    const draft = await dropOne(fixturePath('news-json-ld.html'));
    const id = await sealed(draft);
    const { article } = succeed(await bench.archive.article(id));
    const { body } = succeed(await bench.archive.body(id));
    const { about, passages, tasks } = succeed(await bench.archive.annotations(id));
    const { sources } = succeed(await bench.archive.sources());
    expect(body).toEqual(withoutLeftOut(draft.body, draft.leftOut));
    expect(article).toMatchObject({
      originalName: 'news-json-ld.html',
      originalFile: 'original.html',
      originalSha256: sha256Of(readFixture('news-json-ld.html')),
      originalEncoding: 'utf-8',
      textSha256: sha256Of(canonicalText(body)),
      words: 159,
      found: draft.found,
      bibliography: draft.bibliography,
      previousVersionId: null,
    });
    expect(about).toMatchObject({ id, state: 'unread', corrections: {}, marking: null, isSample: false });
    expect([passages, tasks]).toEqual([[], []]);
    expect(sources).toMatchObject([
      { id: about.publicationId, kind: 'publication', name: 'The Strait Observer' },
    ]);
    const original = await readFile(join(bench.archive.folder, 'articles', id, 'original.html'), 'utf8');
    expect(original).toBe(readFixture('news-json-ld.html'));
    expect(succeed(await handlers['import:drafts']({}))).toEqual([]);
    expect(bench.archive.undoState().undo).toBe('import-article');
  });

  it('finds the publication that is known as it is written, and no other', async () => {
    const first = await sealed(
      await dropOne(await writeText('a.md', '---\npublisher: The Daily\n---\nOne.')),
    );
    const second = await sealed(
      await dropOne(await writeText('b.md', '---\npublisher: The Daily\n---\nTwo.')),
    );
    const third = await sealed(
      await dropOne(await writeText('c.md', '---\npublisher: THE DAILY\n---\nThree.')),
    );
    const [a, b, c] = await Promise.all(
      [first, second, third].map(
        async (id) => succeed(await bench.archive.annotations(id)).about.publicationId,
      ),
    );
    expect(a).toBe(b);
    expect(c).not.toBe(a);
    expect(succeed(await bench.archive.sources()).sources).toHaveLength(2);
  });

  it('keeps what the analyst has corrected, and what was found beside it', async () => {
    const draft = await dropOne(await writeText('a.md', '---\ntitle: Worng\n---\nText.'));
    const id = await sealed(draft, {
      bibliography: { ...draft.bibliography, title: 'Right', publisher: 'The Daily' },
    });
    const { article } = succeed(await bench.archive.article(id));
    expect(article.bibliography.title).toBe('Right');
    expect(article.found.title).toEqual({ value: 'Worng', foundIn: 'front-matter' });
    expect(succeed(await bench.archive.sources()).sources[0]?.name).toBe('The Daily');
  });

  it.each([
    'ferry-utf-8.txt',
    'ferry-utf-8-bom.txt',
    'ferry-utf-16le.txt',
    'ferry-utf-16be.txt',
    'ferry-utf-16le-unmarked.txt',
    'ferry-windows-1252.txt',
    'ferry-crlf.txt',
  ])('has the same text in every encoding: %s', async (name) => {
    const draft = await dropOne(fixturePath(name));
    expect(canonicalText(draft.body)).toBe(
      [
        'The ferry to Skógarnes was cancelled on Tuesday for the third time in a week, the harbour master said.',
        '“We can’t sail when the swell is above four metres,” she told reporters – “not with 61 passengers on board.”',
        'Tickets cost 45 € and stay valid until\nthe end of the month.',
      ].join('\n'),
    );
    const id = await sealed(draft);
    const { article } = succeed(await bench.archive.article(id));
    const bytes = await readFile(fixturePath(name));
    expect(await readFile(join(bench.archive.folder, 'articles', id, 'original.txt'))).toEqual(bytes);
    expect(article.bibliography.title).toBeNull();
  });

  it.each([
    ['file-missing', async () => join(files, 'none.txt')],
    ['file-is-folder', async () => mkdir(join(files, 'sub')).then(() => join(files, 'sub'))],
    ['file-empty', () => writeText('a.html', '')],
    ['file-binary', () => writeText('a.txt', Uint8Array.of(1, 0, 2, 0, 0, 3))],
    ['unsupported-recording', () => writeText('a.mp3', 'anything')],
    ['file-empty', () => writeText('a.pdf', '')],
    ['no-text-found', () => writeText('a.txt', ' \n\n\t')],
    ['no-text-found', async () => fixturePath('no-text.html')],
  ])('that fails %s says so and leaves nothing behind', async (code, path) => {
    const answer = await handlers['import:drop']({ paths: [await path()] });
    expect(codeOf(answer)).toBe(code);
    expect(await articleIds()).toEqual([]);
    expect(succeed(await handlers['import:drafts']({}))).toEqual([]);
    expect(
      existsSync(join(bench.archive.folder, 'articles'))
        ? await readdir(join(bench.archive.folder, 'articles'))
        : [],
    ).toEqual([]);
  });

  it('says why its page has failed', async () => {
    handlers = createImportHandlers({
      ...bench.deps,
      texts: createTextReader({ ...importer, parse: async () => err('importer-timeout') }),
    });
    expect(codeOf(await handlers['import:drop']({ paths: [await writeText('a.txt', 'x')] }))).toBe(
      'importer-timeout',
    );
  });

  it('may be chosen in a dialog, or none', async () => {
    chosen = [await writeText('a.txt', 'Text.')];
    expect(draftOf(await handlers['import:choose']({})).originalName).toBe('a.txt');
    chosen = [];
    expect(codeOf(await handlers['import:choose']({}))).toBe('cancelled');
  });

  it('is gone when it is discarded', async () => {
    const draft = await dropOne(await writeText('a.txt', 'Text.'));
    succeed(await handlers['import:discard']({ draftId: draft.draftId }));
    expect(succeed(await handlers['import:drafts']({}))).toEqual([]);
    expect(codeOf(await seal(draft))).toBe('not-found');
  });

  it('is gone by undo and back by redo', async () => {
    const id = await sealed(await dropOne(await writeText('a.txt', 'Text.')));
    succeed(await bench.archive.undo());
    expect(await articleIds()).toEqual([]);
    succeed(await bench.archive.redo());
    expect(await articleIds()).toEqual([id]);
  });
});

describe('a file in an encoding that it does not name', () => {
  const POLISH =
    'Minister powiedział w środę, że żadna ze stron nie zgłosiła zastrzeżeń. Rozmowy będą trwały dalej.';
  const doubtful = () => writeText('nis.txt', encodeAs('Niš i Čačak', 'iso-8859-2'));

  it('is read in the one that was found, and the article says which', async () => {
    const draft = await dropOne(await writeText('a.txt', encodeAs(POLISH, 'iso-8859-2')));
    expect(draft.encoding).toMatchObject({ encoding: 'iso-8859-2', isCertain: true });
    expect(draft.encoding?.choices[0]?.sample).toContain('powiedział');
    const id = await sealed(draft);
    const { article } = succeed(await bench.archive.article(id));
    expect(article.originalEncoding).toBe('iso-8859-2');
    expect(canonicalText(succeed(await bench.archive.body(id)).body)).toBe(POLISH);
  });

  it('comes with a choice where that is doubtful, and is read again as the analyst chooses', async () => {
    const draft = await dropOne(await doubtful());
    expect(draft.encoding?.isCertain).toBe(false);
    expect(draft.encoding?.choices.map(({ sample }) => sample)).toContain('Niš Čačak');
    expect(codeOf(await seal(draft))).toBe('encoding-uncertain');
    const { draftId } = draft;
    const chosen = succeed(await handlers['import:set-encoding']({ draftId, encoding: 'iso-8859-2' }));
    expect(canonicalText(chosen.body)).toBe('Niš i Čačak');
    expect(chosen).toMatchObject({ draftId, encoding: { encoding: 'iso-8859-2', isCertain: true } });
    expect(chosen.encoding?.choices).toEqual(draft.encoding?.choices);
    expect(succeed(await handlers['import:drafts']({}))).toEqual([chosen]);
    const { article } = succeed(await bench.archive.article(await sealed(chosen)));
    expect(article.originalEncoding).toBe('iso-8859-2');
  });

  it('stays as it was where it is not in the encoding that was chosen', async () => {
    const draft = await dropOne(await doubtful());
    const { draftId } = draft;
    expect(codeOf(await handlers['import:set-encoding']({ draftId, encoding: 'utf-8' }))).toBe(
      'encoding-mismatch',
    );
    expect(succeed(await handlers['import:drafts']({}))).toEqual([draft]);
  });

  it('is read as it is asked for, or refused', async () => {
    const paths = [await doubtful()];
    const draft = draftOf(await handlers['import:drop']({ paths, encoding: 'iso-8859-2' }));
    expect(draft.encoding).toMatchObject({ encoding: 'iso-8859-2', isCertain: true, unreadable: 0 });
    expect(codeOf(await handlers['import:drop']({ paths, encoding: 'big5' }))).toBe('encoding-mismatch');
  });

  it('waits as a draft among several files, and the others are sealed', async () => {
    const paths = [await doubtful(), await writeText('b.txt', 'Plain.')];
    const [waiting, other] = await outcomesOf(handlers, await handlers['import:drop']({ paths }));
    const [draft] = succeed(await handlers['import:drafts']({}));
    const told = { status: 'uncertain', fileName: 'nis.txt', follows: null, sameAs: null };
    expect(waiting).toEqual({ ...told, draftId: draft?.draftId });
    expect(other).toMatchObject({ status: 'imported', fileName: 'b.txt' });
    expect(await articleIds()).toHaveLength(1);
  });

  it('keeps UTF-8 with a broken byte, and says so', async () => {
    const bytes = Buffer.concat([Buffer.from('Zürich, Łódź, '), Buffer.of(0xe9), Buffer.from('.')]);
    const paths = [await writeText('a.txt', bytes), await writeText('b.txt', 'Plain.')];
    expect((await outcomesOf(handlers, await handlers['import:drop']({ paths })))[0]).toMatchObject({
      status: 'imported',
      readAs: { unreadable: 1 },
    });
  });
});

describe('the text that is sealed', () => {
  const text = 'One sentence.\n\nAn advertisement!\n\nTwo sentences. In one paragraph.';

  it('may be cut, and is named by its own hash', async () => {
    const draft = await dropOne(await writeText('a.txt', text));
    const body = bodyOf('One sentence.', 'Two sentences.', 'In one paragraph.');
    const id = await sealed(draft, { body });
    const { article } = succeed(await bench.archive.article(id));
    expect(article.textSha256).toBe(sha256Of('One sentence.\nTwo sentences.\nIn one paragraph.'));
    expect(article.words).toBe(7);
    expect(succeed(await bench.archive.body(id)).body).toEqual(body);
  });

  it.each([
    ['a word that was not read', ['One false sentence.']],
    ['another order', ['Two sentences. In one paragraph.', 'One sentence.']],
    ['one character more', ['One sentence..']],
    ['a text said twice', ['One sentence.', 'One sentence.']],
  ])('never holds %s', async (_, paragraphs) => {
    const draft = await dropOne(await writeText('a.txt', text));
    expect(codeOf(await seal(draft, { body: bodyOf(...paragraphs) }))).toBe('invalid-input');
    expect(await articleIds()).toEqual([]);
    expect(await sealed(draft)).toBeDefined();
  });

  it('is never empty', async () => {
    const draft = await dropOne(await writeText('a.txt', text));
    const empty: Body = { type: 'doc', content: [{ type: 'paragraph' }] };
    expect(codeOf(await seal(draft, { body: empty }))).toBe('no-text-found');
  });
});

describe('the same text twice', () => {
  it('is recognised in the draft, whatever file it comes in, and is not sealed again', async () => {
    const id = await sealed(await dropOne(fixturePath('ferry-utf-8.txt')));
    const draft = await dropOne(fixturePath('ferry-utf-16be.txt'));
    expect(draft.duplicates).toMatchObject([{ articleId: id, isSameText: true }]);
    expect(await seal(draft)).toEqual({ ok: false, error: { code: 'already-here', articleId: id } });
    expect(await articleIds()).toEqual([id]);
  });

  it('is recognised where two drafts of it were open', async () => {
    const drafts = [
      await dropOne(fixturePath('ferry-utf-8.txt')),
      await dropOne(fixturePath('ferry-crlf.txt')),
    ];
    const codes = await Promise.all(drafts.map(async (draft) => codeOf(await seal(draft))));
    expect(codes).toEqual(['ok', 'already-here']);
  });

  it('is another text where a part of it was left out', async () => {
    await sealed(await dropOne(await writeText('a.txt', 'One.\n\nTwo.')));
    const draft = await dropOne(await writeText('b.txt', 'One.\n\nTwo.'));
    expect(codeOf(await seal(draft, { body: bodyOf('One.') }))).toBe('ok');
  });
});

describe('several files', () => {
  it('are imported as they are found and reported in their order, one step for all', async () => {
    const good = fixturePath('ferry-front-matter.md');
    const paths = [
      good,
      join(files, 'none.txt'),
      fixturePath('ferry-utf-8.txt'),
      await writeText('empty.txt', ''),
      fixturePath('ferry-crlf.txt'),
    ];
    const outcomes = await outcomesOf(handlers, await handlers['import:drop']({ paths }));
    const ids = outcomes.map((outcome) => ('articleId' in outcome ? outcome.articleId : null));
    expect(outcomes).toEqual([
      {
        status: 'imported',
        fileName: 'ferry-front-matter.md',
        articleId: ids[0],
        isCitationIncomplete: false,
        readAs: expect.objectContaining({ unreadable: 0, remarks: [] }),
        duplicates: [],
        nearPublications: [],
        followed: null,
        attached: [],
        marks: noMarksTaken,
      },
      { status: 'failed', fileName: 'none.txt', reason: 'file-missing', lockedId: null },
      {
        status: 'imported',
        fileName: 'ferry-utf-8.txt',
        articleId: ids[2],
        isCitationIncomplete: true,
        readAs: expect.objectContaining({ unreadable: 0, remarks: [] }),
        duplicates: [],
        nearPublications: [],
        followed: null,
        attached: [],
        marks: noMarksTaken,
      },
      { status: 'failed', fileName: 'empty.txt', reason: 'file-empty', lockedId: null },
      {
        status: 'duplicate',
        fileName: 'ferry-crlf.txt',
        articleId: ids[2],
        readAs: expect.objectContaining({ encoding: 'utf-8' }),
        heldBack: 0,
        marks: noMarksTaken,
      },
    ]);
    expect(await articleIds()).toEqual([ids[0], ids[2]]);
    expect(progress.map(({ done, total }) => [done, total])).toEqual(
      [0, 1, 2, 3, 4, 5].map((done) => [done, 5]),
    );
    expect(bench.archive.undoState().undo).toBe('import-articles');
    succeed(await bench.archive.undo());
    expect(await articleIds()).toEqual([]);
    expect(bench.archive.undoState().undo).toBeNull();
  });

  it('are one step of undo also where they are sealed in parts, and every one is known by then', async () => {
    const paths = await Promise.all(
      Array.from({ length: 120 }, (_, index) =>
        writeText(`${index}.md`, `---\npublisher: Paper ${(index % 110) % 3}\n---\nText ${index % 110}.`),
      ),
    );
    const outcomes = await outcomesOf(handlers, await handlers['import:drop']({ paths }));
    const countOf = (status: string) => outcomes.filter((outcome) => outcome.status === status).length;
    expect([countOf('imported'), countOf('duplicate')]).toEqual([110, 10]);
    expect(await articleIds()).toHaveLength(110);
    expect(succeed(await bench.archive.sources()).sources).toHaveLength(3);
    succeed(await bench.archive.undo());
    expect(await articleIds()).toEqual([]);
    expect(bench.archive.undoState().undo).toBeNull();
  });

  it('may be cancelled: what was read stays and is reported', async () => {
    const paths = await Promise.all(
      Array.from({ length: 20 }, (_, index) => writeText(`${index}.txt`, `Text ${index}.`)),
    );
    const running = createImportHandlers({
      ...bench.deps,
      texts: createTextReader(importer),
      emit: (name, event) => {
        if (name === 'import-progress' && 'done' in event && event.done === 3)
          void running['import:cancel']({});
      },
    });
    const outcomes = await outcomesOf(running, await running['import:drop']({ paths }));
    expect(outcomes.map(({ status }) => status)).toEqual(['imported', 'imported', 'imported']);
    expect(await articleIds()).toHaveLength(3);
  });
});

describe('a paste', () => {
  it('keeps the HTML, the text and the address as its original', async () => {
    const sourceUrl = 'https://a.example/b';
    const pasted = { html: '<p>One <b>bold</b> word.</p>', text: 'One bold word.', sourceUrl };
    clipboard = { ...pasted, picture: new Uint8Array([1]) };
    const draft = draftOf(await handlers['import:clipboard']({}));
    expect(draft).toMatchObject({
      format: 'clipboard',
      originalName: null,
      bibliography: { url: 'https://a.example/b' },
      found: { url: { foundIn: 'clipboard-source' } },
    });
    const id = await sealed(draft);
    const { article } = succeed(await bench.archive.article(id));
    const original = await readFile(join(bench.archive.folder, 'articles', id, 'original.json'), 'utf8');
    expect(JSON.parse(original)).toEqual(pasted);
    expect(article.originalSha256).toBe(sha256Of(original));
  });

  it('fails where the clipboard is empty, holds no text, or holds too much', async () => {
    expect(codeOf(await handlers['import:clipboard']({}))).toBe('clipboard-empty');
    clipboard = { ...clipboard, html: '<img width=1 height=1 src="https://a.example/x">' };
    expect(codeOf(await handlers['import:clipboard']({}))).toBe('no-text-found');
    clipboard = { ...clipboard, text: 'x'.repeat(20 * 1024 * 1024 + 1) };
    expect(codeOf(await handlers['import:clipboard']({}))).toBe('file-too-large');
  });
});
