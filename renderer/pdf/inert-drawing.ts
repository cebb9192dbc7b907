import { VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { characterTables } from './character-tables.ts';
import { giveOut, OWN_FILES } from './own-files.ts';
import { standardFonts } from './standard-fonts.ts';

const OwnFiles = giveOut({ cMapUrl: characterTables, standardFontDataUrl: standardFonts });

/**
 * How a PDF from elsewhere is drawn, and does nothing else: letters are drawn as shapes, so that no font of the file
 * reaches the browser's own; no scripts and no forms of XFA; nothing is fetched but tables and fonts of the app. What it
 * links to is drawn, and nobody follows it.
 */
export const inertDrawing = (password: string | null) => ({
  ...(password === null ? {} : { password }),
  useWasm: false,
  useWorkerFetch: false,
  // Of pictures: JavaScript of the app's own, which the worker imports by name.
  wasmUrl: new URL('pdf-decoders/', document.baseURI).href,
  cMapUrl: OWN_FILES,
  standardFontDataUrl: OWN_FILES,
  BinaryDataFactory: OwnFiles,
  disableFontFace: true,
  useSystemFonts: false,
  enableXfa: false,
  verbosity: VerbosityLevel.ERRORS,
});
