/** What crosses between the main process and the process that runs Typst. */
import { join } from 'node:path';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { PdfOptions } from '#domain/contract/memo.ts';
import type { CitationRequest, StyledCitations } from '#domain/memo/citation-style/style-document.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import type { Result } from '#domain/result.ts';
import type { HelperProcess } from '#electron/ports/helper-process.ts';
import type { MadePdf } from '#electron/ports/pdf-maker.ts';

export type TypstRequest = { readonly id: number } & (
  | { readonly document: MemoDocument; readonly options: PdfOptions }
  | { readonly citations: CitationRequest }
);

export type TypstAnswer = { readonly id: number } & (
  | { readonly result: Result<MadePdf, AppError> }
  | { readonly styled: Result<StyledCitations, string> }
);

/** A running process with Typst in it, whatever started it. */
export type TypstProcess = HelperProcess<TypstRequest, TypstAnswer>;

/** Points every proxy at a closed port: a template that got past every check would still fetch nothing. */
const NOWHERE = 'http://127.0.0.1:9';

/**
 * Typst looks through all fonts of the system whenever a compiler is made, for as long as a memo of ten pages takes.
 * This configuration of fontconfig names a folder that is not there. Where the app is packed it lies beside the
 * archive: native code reads no file within.
 */
const noSystemFonts = (resourcesFolder: string): string =>
  join(resourcesFolder, 'fonts', 'no-system-fonts.conf').replace(/\.asar(?=[\\/])/u, '.asar.unpacked');

/**
 * The environment of that process: no network, and no fonts but those that it is given. Both spellings of a proxy:
 * which one is read depends on the library.
 */
export const typstEnvironment = (
  base: Readonly<Record<string, string | undefined>>,
  resourcesFolder: string,
): Record<string, string> => {
  const kept = Object.entries(base).flatMap(([name, value]) =>
    value === undefined || /^(?:https?|all|no)_proxy$/i.test(name) ? [] : [[name, value] as const],
  );
  const proxies = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY'].flatMap((name) => [
    [name, NOWHERE] as const,
    [name.toLowerCase(), NOWHERE] as const,
  ]);
  return { ...Object.fromEntries([...kept, ...proxies]), FONTCONFIG_FILE: noSystemFonts(resourcesFolder) };
};
