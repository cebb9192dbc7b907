import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import { ok } from '#domain/result.ts';
import { createPdfMaker } from '#electron/export/pdf/create-pdf-maker.ts';
import {
  type TypstAnswer,
  type TypstProcess,
  type TypstRequest,
  typstEnvironment,
} from '#electron/export/typst/typst-messages.ts';
import type { PdfMaker } from '#electron/ports/pdf-maker.ts';
import { project } from '../../support/build-helper-process.ts';
import { materialOf } from '../../support/memo/written-article.ts';
import { paragraph, section, writeMemo } from '../../support/memo/written-memo.ts';
import { pollUntil } from '../../support/poll-until.ts';
import { buildTypstProcess } from '../../support/spawn-built-typst.ts';

const options = { paper: 'a4', glyphs: 'refuse' } as const;
const document = buildMemoDocument(
  writeMemo([section('analysis', 'Analysis', paragraph('So it is.'))]),
  materialOf([]),
);
const titled = (title: string) => ({ ...document, title });
const made = ok({ pdf: new Uint8Array([1]), pages: 1, pageKeys: ['a'], missingGlyphs: [] });

/** A process that answers when it is told to. */
const createScriptedProcess = () => {
  const requests: TypstRequest[] = [];
  const answers: ((answer: TypstAnswer) => void)[] = [];
  const exits: (() => void)[] = [];
  let kills = 0;
  const process: TypstProcess = {
    send: (request) => requests.push(request),
    onAnswer: (listener) => answers.push(listener),
    onExit: (listener) => exits.push(listener),
    kill: () => {
      kills += 1;
    },
  };
  return {
    process,
    titles: () =>
      requests.map((request) => ('document' in request ? request.document.title : request.citations.kind)),
    answer: (id = requests.at(-1)?.id ?? 0) => {
      for (const listener of answers) listener({ id, result: made });
    },
    exit: () => {
      for (const listener of exits) listener();
    },
    kills: () => kills,
  };
};

/** A maker over scripted processes, of which each new one is appended to `started`. */
const createScriptedMaker = (timeoutMs = 60_000) => {
  const started: ReturnType<typeof createScriptedProcess>[] = [];
  const maker = createPdfMaker({
    timeoutMs,
    spawn: () => {
      const scripted = createScriptedProcess();
      started.push(scripted);
      return scripted.process;
    },
  });
  return { maker, started };
};

describe('the queue of PDFs to make', () => {
  it('starts no process before there is something to make, and one for all', async () => {
    const { maker, started } = createScriptedMaker();
    expect(started).toHaveLength(0);
    const first = maker.make(titled('A'), options, 'a');
    started[0]?.answer();
    expect(await first).toEqual(made);
    void maker.make(titled('B'), options, 'b');
    expect(started).toHaveLength(1);
  });

  it('starts the process before there is something to make where that is asked, and no second one', async () => {
    const { maker, started } = createScriptedMaker();
    maker.warmUp();
    maker.warmUp();
    expect(started).toHaveLength(1);
    const first = maker.make(titled('A'), options, 'a');
    started[0]?.answer();
    expect(await first).toEqual(made);
    expect(started).toHaveLength(1);
    await maker.close();
    maker.warmUp();
    expect(started).toHaveLength(1);
  });

  it('makes one at a time, in the order of asking', async () => {
    const { maker, started } = createScriptedMaker();
    const all = ['A', 'B', 'C'].map((title) => maker.make(titled(title), options, title));
    expect(started[0]?.titles()).toEqual(['A']);
    started[0]?.answer();
    expect(started[0]?.titles()).toEqual(['A', 'B']);
    started[0]?.answer();
    started[0]?.answer();
    expect(await Promise.all(all)).toEqual([made, made, made]);
  });

  it('lets a newer request overtake one that waits for the same key, and no other', async () => {
    const { maker, started } = createScriptedMaker();
    const running = maker.make(titled('A1'), options, 'a');
    const overtaken = maker.make(titled('A2'), options, 'a');
    const other = maker.make(titled('B'), options, 'b');
    const newest = maker.make(titled('A3'), options, 'a');
    expect(await overtaken).toEqual({ ok: false, error: { code: 'cancelled' } });
    for (let answers = 0; answers < 3; answers += 1) started[0]?.answer();
    expect(await Promise.all([running, other, newest])).toEqual([made, made, made]);
    expect(started[0]?.titles()).toEqual(['A1', 'B', 'A3']);
  });

  it('loses to a crash what was being made, and goes on in a new process', async () => {
    const { maker, started } = createScriptedMaker();
    const lost = maker.make(titled('A'), options, 'a');
    const kept = maker.make(titled('B'), options, 'b');
    started[0]?.exit();
    expect(await lost).toMatchObject({ ok: false, error: { code: 'pdf-failed' } });
    expect(started[1]?.titles()).toEqual(['B']);
    started[1]?.answer();
    expect(await kept).toEqual(made);
  });

  it('gives up what takes too long, with its process, and hears no late answer', async () => {
    const { maker, started } = createScriptedMaker(20);
    const hung = maker.make(titled('A'), options, 'a');
    expect(await hung).toMatchObject({ ok: false, error: { code: 'pdf-failed' } });
    expect(started[0]?.kills()).toBe(1);
    const next = maker.make(titled('B'), options, 'b');
    started[0]?.answer(1);
    started[0]?.exit();
    started[1]?.answer();
    expect(await next).toEqual(made);
  });

  it('says so where the process can’t be started', async () => {
    const maker = createPdfMaker({
      spawn: () => {
        throw new Error('no such program');
      },
    });
    expect(await maker.make(document, options, 'a')).toEqual({
      ok: false,
      error: { code: 'pdf-failed', diagnostics: ['no such program'] },
    });
  });

  it('cancels everything when it is closed', async () => {
    const { maker, started } = createScriptedMaker();
    const asked = ['a', 'b'].map((key) => maker.make(document, options, key));
    await maker.close();
    const cancelled = { ok: false, error: { code: 'cancelled' } };
    expect(await Promise.all([...asked, maker.make(document, options, 'c')])).toEqual([
      cancelled,
      cancelled,
      cancelled,
    ]);
    expect(started[0]?.kills()).toBe(1);
  });
});

describe('the environment of the process', () => {
  it('points every proxy at a closed port, names no font of the system and keeps the rest', () => {
    const base = { PATH: '/bin', https_proxy: 'http://real:1', NO_PROXY: '*', A: undefined };
    const environment = typstEnvironment(base, '/app/resources');
    const nowhere = 'http://127.0.0.1:9';
    expect(environment).toEqual({
      PATH: '/bin',
      HTTPS_PROXY: nowhere,
      https_proxy: nowhere,
      HTTP_PROXY: nowhere,
      http_proxy: nowhere,
      ALL_PROXY: nowhere,
      all_proxy: nowhere,
      FONTCONFIG_FILE: join('/app/resources/fonts/no-system-fonts.conf'),
    });
  });

  it('names the configuration of fonts beside the archive where the app is packed', () => {
    const { FONTCONFIG_FILE: file } = typstEnvironment({}, join('/opt/Precis/resources/app.asar/resources'));
    const packed = '/opt/Precis/resources/app.asar.unpacked/resources/fonts/no-system-fonts.conf';
    expect(file).toBe(join(packed));
    expect(readFileSync(join(project, 'electron-builder.yml'), 'utf8')).toContain(
      "- 'resources/fonts/no-system-fonts.conf'",
    );
  });
});

describe('Typst in a process of its own', () => {
  let built: Awaited<ReturnType<typeof buildTypstProcess>>;
  let maker: PdfMaker;
  beforeAll(async () => {
    built = await buildTypstProcess();
  }, 60_000);
  afterEach(() => maker.close());

  it('makes PDFs, one process for all, until it is killed, and then in a new one', async () => {
    maker = createPdfMaker({ spawn: built.spawn });
    const first = await maker.make(titled('First'), options, 'a');
    const second = await maker.make(titled('First'), options, 'a');
    expect(first.ok && second.ok && Buffer.compare(first.value.pdf, second.value.pdf)).toBe(0);
    const [pid = 0] = built.pids;
    expect(built.pids).toHaveLength(1);
    process.kill(pid, 'SIGKILL');
    await pollUntil('a memo is made again', async () => {
      return (await maker.make(titled('Again'), options, 'a')).ok || undefined;
    });
    expect(built.pids).toHaveLength(2);
  });

  it('names characters without a glyph across the border of the process', async () => {
    maker = createPdfMaker({ spawn: built.spawn });
    expect(await maker.make(titled('𐀀'), options, 'a')).toEqual({
      ok: false,
      error: {
        code: 'missing-glyphs',
        glyphs: [{ character: '𐀀', codePoint: 'U+10000', place: 'title' }],
      },
    });
  });
});
