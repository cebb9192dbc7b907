/** The use cases of the analyst's own translation program. */
import { basename } from 'node:path';
import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { ShownProgram, TranslatedByMachine } from '#domain/contract/translation-program.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { Maker } from '#domain/translation/translation.ts';
import {
  type TranslationJob,
  type TranslatorProgram,
  translatorProgramSchema,
} from '#electron/ports/translator.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { type BlockOfWords, blocksOf } from './list-translations.ts';

type MachineHandlers = Pick<
  HandlersOn<'translation'>,
  | 'translation:program'
  | 'translation:choose-program'
  | 'translation:describe-program'
  | 'translation:try-program'
  | 'translation:forget-program'
  | 'translation:by-machine'
  | 'translation:cancel'
>;

type Ran = { readonly paragraphs: readonly BlockOfWords[]; readonly failure: AppError | null };

type Put = HandlersOn<'translation'>['translation:put-paragraphs'];

/** The requested paragraphs; all of the article if none is given. */
const wantedBlocks = async (
  { archive }: HandlerDeps,
  { articleId, blocks }: Input<'translation:by-machine'>,
) => {
  const all = await blocksOf(archive, articleId);
  if (!all.ok || blocks === undefined) return all;
  const wanted = new Set(blocks);
  return ok(all.value.filter(({ block }) => wanted.has(block)));
};

const languageOf = async (
  { archive }: HandlerDeps,
  articleId: Input<'translation:by-machine'>['articleId'],
) => {
  const [article, said] = [await archive.article(articleId), await archive.annotations(articleId)];
  return article.ok && said.ok
    ? effectiveBibliography(article.value.article, said.value.about).language
    : null;
};

/** Translates paragraph by paragraph; the first failure ends it. */
const runEach = async (
  { translator, emit }: HandlerDeps,
  blocks: readonly BlockOfWords[],
  job: Omit<TranslationJob, 'text'>,
  signal: AbortSignal,
): Promise<Ran> => {
  const paragraphs: BlockOfWords[] = [];
  for (const { block, text } of blocks) {
    emit('translation-progress', { done: paragraphs.length, total: blocks.length });
    const made = await translator.translate({ ...job, text }, signal);
    if (!made.ok) return { paragraphs, failure: made.error };
    paragraphs.push({ block, text: made.value });
  }
  return { paragraphs, failure: null };
};

/** "Marlin 1.2", "marlin, version 1.2" */
const namedVersion = /^(?<name>\p{L}[^\d,]*?)[\s,]+(?:version\s+|v)?(?<version>\d\S*)$/iu;

/** The name of a program and its version: from its own output line, else from its file name. */
const nameProgram = (path: string, line: string): { readonly name: string; readonly version: string } => {
  const { name, version } = namedVersion.exec(line)?.groups ?? {};
  return name === undefined || version === undefined
    ? { name: basename(path).replace(/\.exe$/iu, ''), version: line }
    : { name, version };
};

const notSet = err({ code: 'translator-failed', why: 'not-set', name: '' } as const);

export const createMachineHandlers = (deps: HandlerDeps, put: Put): MachineHandlers => {
  const { local, translator, desktop, machine, emit } = deps;
  let running: AbortController | null = null;
  /** One run at a time: a new run cancels the current one. */
  const alone = async <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    running?.abort();
    const own = new AbortController();
    running = own;
    try {
      return await work(own.signal);
    } finally {
      if (running === own) running = null;
    }
  };

  const shown = async (program: TranslatorProgram | null): Promise<ShownProgram | null> =>
    program === null ? null : { ...program, isolation: await translator.isolation() };

  const translate = async (
    input: Input<'translation:by-machine'>,
    program: TranslatorProgram,
    signal: AbortSignal,
  ): Promise<Result<TranslatedByMachine, AppError>> => {
    const blocks = await wantedBlocks(deps, input);
    if (!blocks.ok) return blocks;
    const total = blocks.value.length;
    const { articleId, translationId, language } = input;
    const job = { program, from: await languageOf(deps, articleId), to: language };
    const { paragraphs, failure } = await runEach(deps, blocks.value, job, signal);
    emit('translation-progress', { done: total, total });
    if (paragraphs.length === 0 && failure !== null) return err(failure);
    const maker: Maker = { kind: 'machine', name: program.name, version: program.version };
    const begins = { language, maker };
    const written = await put({ articleId, translationId, paragraphs: [...paragraphs], maker, begins });
    return written.ok ? ok({ done: paragraphs.length, total, failure }) : written;
  };

  return {
    'translation:program': async () => ok(await shown(local.translator())),

    /** Fails with `cancelled` if none was chosen. */
    'translation:choose-program': async () => {
      const path = await desktop.chooseTranslator();
      if (path === null) return err({ code: 'cancelled' });
      const program = translatorProgramSchema.parse({
        path,
        ...nameProgram(path, await translator.versionOf(path)),
      });
      await local.keepTranslator(program);
      return ok(await shown(program));
    },

    'translation:describe-program': async (said) => {
      const program = local.translator();
      if (program === null) return notSet;
      await local.keepTranslator({ ...program, ...said });
      return ok(await shown(local.translator()));
    },

    /** Fails with `translator-failed`, and with `cancelled` if a later trial, or a translation, replaces it. */
    'translation:try-program': async ({ text, from, to }) => {
      const program = local.translator();
      if (program === null) return notSet;
      const begunMs = machine.nowMs();
      const made = await alone((signal) => translator.translate({ program, text, from, to }, signal));
      return made.ok ? ok({ text: made.value, tookMs: machine.nowMs() - begunMs }) : made;
    },

    'translation:forget-program': async () => {
      await local.keepTranslator(null);
      return ok(null);
    },

    /**
     * What was translated before a cancellation or failure is kept. Fails with `translator-failed` if no program is
     * set.
     */
    'translation:by-machine': async (input) => {
      const program = local.translator();
      return program === null ? notSet : alone((signal) => translate(input, program, signal));
    },

    'translation:cancel': async () => {
      running?.abort();
      return ok(null);
    },
  };
};
