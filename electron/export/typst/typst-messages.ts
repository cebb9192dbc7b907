/** The messages between the main process and the process that runs Typst. */
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

/** Sets every proxy to a closed port: a template that got past every check would still download nothing. */
const NOWHERE = 'http://127.0.0.1:9';

/**
 * Typst scans all fonts of the system whenever a compiler is made, which takes as long as a memo of ten pages. This
 * configuration of fontconfig names a folder that does not exist. In a packaged app it is beside the archive, because
 * native code can't read files inside it.
 */
const noSystemFonts = (resourcesFolder: string): string =>
  join(resourcesFolder, 'fonts', 'no-system-fonts.conf').replace(/\.asar(?=[\\/])/u, '.asar.unpacked');

/**
 * The environment of that process: no network, and only the fonts that it is given. Proxies are set in both spellings,
 * because libraries differ in which one they read.
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
