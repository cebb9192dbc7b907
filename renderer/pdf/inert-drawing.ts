import regular from '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf?url';
import italic from '@expo-google-fonts/arimo/400Regular_Italic/Arimo_400Regular_Italic.ttf?url';
import bold from '@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf?url';
import boldItalic from '@expo-google-fonts/arimo/700Bold_Italic/Arimo_700Bold_Italic.ttf?url';
import { VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { characterTables, giveOut, OWN_FILES } from './own-files.ts';

/**
 * The fonts that a PDF may name without embedding them. For serif, fixed and symbols those of the library; for
 * Helvetica, where the library has Liberation Sans under the GPL, Arimo, which has the same widths, under the OFL.
 */

/** URLs by path, under the names that the library asks for. */
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
 * How a PDF from elsewhere is drawn without anything active: letters are drawn as shapes, so that no font of the file
 * reaches the browser; no scripts and no XFA forms; nothing is fetched except the app's own tables and fonts. Links are
 * drawn but can't be followed.
 */
export const inertDrawing = (password: string | null) => ({
  ...(password === null ? {} : { password }),
  useWasm: false,
  useWorkerFetch: false,
  // Decoders for pictures: the app's own JavaScript, which the worker imports by name.
  wasmUrl: new URL('pdf-decoders/', document.baseURI).href,
  cMapUrl: OWN_FILES,
  standardFontDataUrl: OWN_FILES,
  BinaryDataFactory: OwnFiles,
  disableFontFace: true,
  useSystemFonts: false,
  enableXfa: false,
  verbosity: VerbosityLevel.ERRORS,
});
