import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { PdfOptions } from '#domain/contract/memo.ts';
import { blocksOfDocument } from '#domain/memo/document/blocks-of-document.ts';
import { noteMarksOf } from '#domain/memo/document/footnote-mark.ts';
import { placeMissingGlyphs, printAsCodePoints } from '#domain/memo/document/missing-glyph.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { wordsOf } from '#domain/memo/print/printed-words.ts';
import { printManifest } from '#domain/memo/verify/manifest.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { MadePdf } from '#electron/ports/pdf-maker.ts';
import type { CompileTypst } from '../typst/compile-typst.ts';
import { asWritten } from '../typst/page/laid-pages.ts';
import { pictureFileOf } from '../typst/page/lay-figure.ts';
import { nextPlacements } from '../typst/page/place-floats.ts';
import { logoFile, typstInputs } from '../typst/page/typst-input.ts';
import { scriptFamiliesIn } from '../typst/script-fonts.ts';

/** Replacing one character can reveal another missing one in the same cluster, hardly ever a third. */
const MAX_ATTEMPTS = 4;

/** The image files that the template reads: the logo, and the pictures of the figures. */
const picturesOf = ({ logo, pictures, sections }: MemoDocument): ReadonlyMap<string, Buffer> =>
  new Map([
    ...(logo === null ? [] : [[logoFile(logo), Buffer.from(logo.base64, 'base64')] as const]),
    ...blocksOfDocument(sections).flatMap((block) => {
      const base64 = block.kind === 'figure' ? pictures[block.picture.sha256] : undefined;
      if (block.kind !== 'figure' || base64 === undefined) return [];
      return [[pictureFileOf(block.picture), Buffer.from(base64, 'base64')] as const];
    }),
  ]);

/**
 * Makes the memo as a PDF of the requested standard. A character that no font has is reported with its places
 * (`missing-glyphs`), or printed as its code point if the analyst has chosen that; never as a blank box.
 */
export const makeMemoPdf = (
  compile: CompileTypst,
  document: MemoDocument,
  options: PdfOptions,
): Result<MadePdf, AppError> => {
  const standard = options.standard ?? 'ua-1';
  const { manifest } = document;
  const manifestPiece = manifest === null ? null : printManifest(manifest);
  let printed = document;
  const missing: string[] = [];
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const { paper } = options;
    const laid = printed;
    let placed = asWritten;
    let inputs = typstInputs(laid, paper);
    const made = compile({
      template: 'memo.typ',
      inputs,
      layAgain: (pages) => {
        const next = nextPlacements(inputs.places, pages, placed);
        if (next === null) return null;
        placed = next;
        inputs = typstInputs(laid, paper, placed);
        return inputs;
      },
      families: scriptFamiliesIn(inputs.memo),
      createdAtEpochSeconds: document.asOfEpochSeconds,
      pictures: picturesOf(document),
      standard,
      manifestPiece,
      words: wordsOf(document),
      noteMarks: noteMarksOf(document),
    });
    if (made.ok) return ok({ ...made.value, missingGlyphs: placeMissingGlyphs(document, missing) });
    const { characters, messages } = made.error;
    if (characters.length === 0) return err({ code: 'pdf-failed', diagnostics: messages });
    if (options.glyphs === 'refuse') {
      return err({ code: 'missing-glyphs', glyphs: placeMissingGlyphs(document, characters) });
    }
    missing.push(...characters);
    printed = printAsCodePoints(printed, characters);
  }
  return err({ code: 'pdf-failed', diagnostics: ['some characters can be printed in no way'] });
};
