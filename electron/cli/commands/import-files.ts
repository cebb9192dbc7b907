import type { AppError } from '#domain/contract/errors.ts';
import type { ArticleId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import { type ArticleFacts, articleFacts } from '../article-facts.ts';
import type { ImportCommand } from '../command.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';
import { errorMessage } from '../error-message.ts';

type Sealed = { readonly status: 'imported' | 'duplicate'; readonly id: ArticleId };

/** Imports the files one by one, in their order. One that fails leaves the others alone. */
export async function importFiles(context: CommandContext, { files }: ImportCommand): CommandResult {
  const outcomes = [];
  for (const file of files) outcomes.push(await importFile(context, file));
  return ok({
    json: outcomes,
    plain: outcomes.map(describeOutcome).join('\n'),
    hasFailed: outcomes.some(({ status }) => status === 'failed'),
  });
}

type Outcome =
  | ({ readonly file: string; readonly status: Sealed['status']; readonly id: ArticleId } & ArticleFacts)
  | ({
      readonly file: string;
      readonly status: 'failed';
      readonly id: null;
      readonly error: CliError;
    } & typeof noFacts);

/** A file that failed has the same fields as the others, so that a table can be made of the answer. */
const noFacts = {
  title: null,
  byline: null,
  publisher: null,
  publishedAt: null,
  url: null,
  language: null,
  words: null,
  sha256: null,
} satisfies Readonly<Record<keyof ArticleFacts, null>>;

type CliError = { readonly code: AppError['code']; readonly message: string };

const failed = (file: string, error: AppError): Outcome => ({
  file,
  status: 'failed',
  id: null,
  ...noFacts,
  error: { code: error.code, message: errorMessage(error) },
});

async function importFile(context: CommandContext, file: string): Promise<Outcome> {
  const sealed = await sealFile(context, file);
  if (!sealed.ok) return failed(file, sealed.error);
  const { status, id } = sealed.value;
  const opened = await context.call('article:open', { articleId: id });
  return opened.ok ? { file, status, id, ...articleFacts(opened.value) } : failed(file, opened.error);
}

/** One file comes back as a draft, as in the window; nobody looks at it here, so it is sealed as it was read. */
async function sealFile(context: CommandContext, file: string): Promise<Result<Sealed, AppError>> {
  const read = await context.call('import:drop', { paths: [context.resolvePath(file)] });
  if (!read.ok) return read;
  if (read.value.kind === 'report') throw new Error('One file was answered with a report.');
  const { draftId, body, bibliography, duplicateOf } = read.value.draft;
  if (duplicateOf !== null) {
    await context.call('import:discard', { draftId });
    return ok({ status: 'duplicate', id: duplicateOf });
  }
  const sealed = await context.call('import:seal', { draftId, body, bibliography, marking: null });
  return sealed.ok ? ok({ status: 'imported', id: sealed.value.articleId }) : sealed;
}

function describeOutcome(outcome: Outcome): string {
  if (outcome.status === 'failed') return `failed     ${outcome.file}: ${outcome.error.message}`;
  const title = outcome.title ?? 'without a title';
  return `${outcome.status.padEnd(10)} ${outcome.file}: ${outcome.id}  ${title}, ${outcome.words} words`;
}
