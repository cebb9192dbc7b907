/** The runs of a document model as plain text. */
import type { Pinpoint, Run } from '../memo-document.ts';

const printPinpoint = ({ source, paragraph, place }: Pinpoint): string => {
  const where = paragraph === null ? place : `¶${paragraph}`;
  return where === null ? String(source) : `${source} ${where}`;
};

/** "[1 ¶8, 2 ¶3]" */
const printPinpoints = (pinpoints: readonly Pinpoint[]): string =>
  `[${pinpoints.map(printPinpoint).join(', ')}]`;

const plainRun = (run: Run): string => {
  switch (run.kind) {
    case 'text':
    case 'quote':
      return run.text;
    case 'break':
      return '\n';
    case 'footnote':
      return ` (${run.text})`;
    case 'citation':
      return ` ${printPinpoints(run.pinpoints)}`;
  }
};

/** The runs of a block as they are read. */
export const plainRuns = (runs: readonly Run[]): string => runs.map(plainRun).join('').trim();
