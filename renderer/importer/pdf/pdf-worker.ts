/** The thread in which a PDF is taken apart. The order of the two is what matters. */
import './keep-soft-hyphens.ts';
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
