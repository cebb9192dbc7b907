/** The worker that parses PDFs. The order of the two imports matters. */
import './keep-soft-hyphens.ts';
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
