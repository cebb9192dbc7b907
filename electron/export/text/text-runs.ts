import type { FootnoteList } from '#domain/memo/document/footnote-mark.ts';
import { printPinpoints } from '#domain/memo/document/print-pinpoints.ts';
import type { Run } from '#domain/memo/memo-document.ts';
import { isolateDirection } from '../isolate-direction.ts';

const printRun = (run: Run, notes: FootnoteList<string>): string => {
  switch (run.kind) {
    case 'text':
      return run.href === undefined || run.href === run.text ? run.text : `${run.text} <${run.href}>`;
    case 'quote':
      return isolateDirection(run.text, run.dir);
    case 'break':
      return '\n';
    case 'footnote':
      return `[${notes.add(run.text)}]`;
    case 'citation':
      return ` ${printPinpoints(run.pinpoints)}`;
  }
};

/** The runs as plain characters; footnotes are added to `notes`, and their marks stand in brackets. */
export const runsToText = (runs: readonly Run[], notes: FootnoteList<string>): string =>
  runs.map((run) => printRun(run, notes)).join('');
