import regular from '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf?url';
import italic from '@expo-google-fonts/arimo/400Regular_Italic/Arimo_400Regular_Italic.ttf?url';
import bold from '@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf?url';
import boldItalic from '@expo-google-fonts/arimo/700Bold_Italic/Arimo_700Bold_Italic.ttf?url';
import { VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { characterTables, giveOut, OWN_FILES } from './own-files.ts';

/**
 * The fonts that a PDF may name and need not hold. Those of the library for serif, fixed and symbols; for Helvetica,
 * for which it has Liberation Sans under the GPL, Arimo, whose letters are as wide, under the OFL.
 */

/** Addresses by path, under the names by which the library asks. */
const standardFonts: Readonly<Record<string, string>> = {
  ...import.meta.glob<string>('../../node_modules/pdfjs-dist/standard_fonts/*.pfb', {
    query: '?url',
    import: 'default',
    eager: true,
  }),
  '/LiberationSans-Regular.ttf': regular,
  '/LiberationSans-Italic.ttf': italic,
  '/LiberationSans-Bold.ttf': bold,
  '/LiberationSans-BoldItalic.ttf': boldItalic,
};

const OwnFiles = giveOut({ cMapUrl: characterTables, standardFontDataUrl: standardFonts });

/**
 * How a PDF from elsewhere is drawn, and does nothing else: letters are drawn as shapes, so that no font of the file
 * reaches the browser's own; no scripts and no forms of XFA; nothing is fetched but tables and fonts of the app. What
 * it links to is drawn, and nobody follows it.
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
