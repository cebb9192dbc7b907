// The analyst's own program, run as a child process: a small script of the shell stands for it.
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Handlers } from '#domain/contract/requests.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { Result } from '#domain/result.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { createTranslator } from '#electron/platform/create-translator.ts';
import { newTranslationId } from '../../support/archive/sample-ids.ts';
import { addArticle } from '../../support/workbench/add-records.ts';
import { benchForEach } from '../../support/workbench/bench-for-each.ts';
import type { Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

let bench: Workbench;
let articleId: ArticleId;
benchForEach((opened) => {
  bench = opened;
});
beforeEach(async () => {
  articleId = await addArticle(bench, 'Erster Absatz.\nZweiter Absatz.', { language: 'de' });
});

/** A program of those lines, set as the one that translates. */
const setProgram = async (...lines: readonly string[]): Promise<Handlers> => {
  const path = join(bench.archive.folder, '..', 'marlin');
  await writeFile(path, ['#!/bin/sh', ...lines].join('\n'));
  await chmod(path, 0o755);
  const desktop = { ...bench.deps.desktop, chooseTranslator: async () => path };
  const handlers = createHandlers({ ...bench.deps, desktop, translator: createTranslator() });
  const chosen = succeed(await handlers['translation:choose-program']({}));
  if (chosen !== null) await describeAs(handlers, { ...chosen, limitSeconds: 2 });
  return handlers;
};
type Said = Parameters<Handlers['translation:describe-program']>[0];
const describeAs = async (handlers: Handlers, said: Said) => {
  const { name, version, arguments: line, limitSeconds, language } = said;
  const described = { name, version, arguments: line, limitSeconds, language };
  return succeed(await handlers['translation:describe-program'](described));
};
const translate = (handlers: Handlers) =>
  handlers['translation:by-machine']({ articleId, translationId: newTranslationId(), language: 'en' });
const mustFail = <T>(answer: Result<T, AppError>): AppError => {
  if (answer.ok) throw new Error('it should have failed');
  return answer.error;
};
const list = async (handlers: Handlers) =>
  succeed(await handlers['translation:list']({ articleId })).translations;

describe('the program of the analyst’s own', () => {
  it('is known by its name and what it says of its version, and is nowhere to be seen where none is set', async () => {
    const without = createHandlers(bench.deps);
    expect(succeed(await without['translation:program']({}))).toBeNull();
    expect(mustFail(await translate(without))).toEqual({
      code: 'translator-failed',
      why: 'not-set',
      name: '',
    });
    const handlers = await setProgram('echo "Marlin Pro, version 1.2"');
    expect(succeed(await handlers['translation:program']({}))).toMatchObject({
      name: 'Marlin Pro',
      version: '1.2',
    });
    const usual = { arguments: '{from} {to}', limitSeconds: 120, language: null };
    await describeAs(handlers, { name: 'Marlin', version: '1.2', ...usual });
    expect(succeed(await handlers['translation:program']({}))).toMatchObject({
      name: 'Marlin',
      version: '1.2',
    });
    succeed(await handlers['translation:forget-program']({}));
    expect(succeed(await handlers['translation:program']({}))).toBeNull();
  });

  it('gets each paragraph with both languages, and its words are a machine’s', async () => {
    const handlers = await setProgram('[ "$1" = --version ] && exit 1', 'echo "$1>$2 $PRECIS_TO: $(cat)"');
    expect(succeed(await translate(handlers))).toEqual({ done: 2, total: 2, failure: null });
    const [made] = await list(handlers);
    expect(made).toMatchObject({ language: 'en', maker: { kind: 'machine', name: 'marlin', version: '' } });
    expect(made?.paragraphs.map(({ text, maker }) => [text, maker.kind])).toEqual([
      ['de>en en: Erster Absatz.', 'machine'],
      ['de>en en: Zweiter Absatz.', 'machine'],
    ]);
    succeed(await handlers['undo:undo']({}));
    expect(await list(handlers)).toEqual([]);
  });

  it('is ended when it fails, writes nothing, or takes too long; what it did before is kept', async () => {
    const failing = await setProgram(
      'text=$(cat)',
      'case "$text" in Zweiter*) exit 3;; *) echo "$text";; esac',
    );
    expect(succeed(await translate(failing))).toMatchObject({ done: 1, total: 2, failure: { why: 'exit' } });
    expect((await list(failing))[0]?.paragraphs).toHaveLength(1);
    expect(mustFail(await translate(await setProgram('cat >/dev/null')))).toMatchObject({ why: 'no-words' });
    expect(mustFail(await translate(await setProgram('[ "$1" = --version ] || sleep 30')))).toMatchObject({
      why: 'timeout',
    });
    expect(mustFail(await translate(await setProgram('yes')))).toMatchObject({ why: 'too-much' });
  });

  it('is run with the arguments that the analyst gave, and tried on a sentence that is kept nowhere', async () => {
    const handlers = await setProgram('echo "$1|$2|$3: $(cat)"');
    const usual = { name: 'Marlin', version: '', limitSeconds: 2, language: null };
    await describeAs(handlers, { ...usual, arguments: '--model "my model" {from}-{to}' });
    const tried = await handlers['translation:try-program']({ text: 'Hallo', from: 'de', to: 'fr' });
    expect(succeed(tried).text).toBe('--model|my model|de-fr: Hallo');
    expect(await list(handlers)).toEqual([]);
    expect(bench.archive.undoState().undo).not.toBe('translate-paragraphs');
  });

  it('is ended when it is cancelled', async () => {
    const handlers = await setProgram('[ "$1" = --version ] || sleep 30');
    const running = translate(handlers);
    // It takes the cancel at whatever moment.
    await handlers['translation:cancel']({});
    expect(['cancelled', 'translator-failed']).toContain(codeOf(await running));
  });

  it.runIf(process.platform === 'linux')('has no network, where the system can take it away', async () => {
    const handlers = await setProgram(
      'cat >/dev/null',
      'ls /sys/class/net; cat /proc/net/dev | tail -n +3 | wc -l',
    );
    const program = succeed(await handlers['translation:program']({}));
    if (program?.isolation !== 'namespace') return;
    succeed(await translate(handlers));
    const words = (await list(handlers))[0]?.paragraphs[0]?.text ?? '';
    expect(words.trim().split('\n').at(-1)?.trim()).toBe('1');
  });
});
