/**
 * The fonts that a PDF may name and need not hold. Those of the library for serif, fixed and symbols; for Helvetica, for
 * which it has Liberation Sans under the GPL, Arimo, whose letters are as wide, under the OFL.
 */

import regular from '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf?url';
import italic from '@expo-google-fonts/arimo/400Regular_Italic/Arimo_400Regular_Italic.ttf?url';
import bold from '@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf?url';
import boldItalic from '@expo-google-fonts/arimo/700Bold_Italic/Arimo_700Bold_Italic.ttf?url';

/** Addresses by path, under the names by which the library asks. */
export const standardFonts: Readonly<Record<string, string>> = {
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
