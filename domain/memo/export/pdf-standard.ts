/** The standards that a memo's PDF can claim. One table, read by the maker, the command line and the window. */
import { z } from 'zod';

export const pdfStandardSchema = z.enum(['ua-1', 'a-2b', 'a-3a']);
export type PdfStandard = z.infer<typeof pdfStandardSchema>;

export type PdfStandardFacts = {
  readonly name: string;
  /** Its purpose and its cost, in plain words. */
  readonly says: string;
};

export const pdfStandardTable: Readonly<Record<PdfStandard, PdfStandardFacts>> = {
  'ua-1': {
    name: 'Accessible (PDF/UA-1)',
    says: 'Made for screen readers. Some archives reject it.',
  },
  'a-2b': {
    name: 'Archival (PDF/A-2b)',
    says: 'Looks the same for decades. Tagged, but not certified for screen readers.',
  },
  'a-3a': {
    name: 'Both (PDF/A-3a, PDF/UA-1)',
    says: 'Looks the same for decades, and made for screen readers. Some archives take no PDF/A-3.',
  },
};
