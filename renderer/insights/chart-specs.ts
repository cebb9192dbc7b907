/** The charts in order: name, description, and how each table is drawn. */

import type { ChartAnswer } from '#domain/contract/insights.ts';
import type { ChartId, ChartQuestion } from '#domain/insights/chart-question.ts';
import type { LabelSet } from '#domain/passage/label.ts';

export type ChartLook = 'columns' | 'rows' | 'heat' | 'graph';

/** A choice that changes a chart's query. */
export type ChartChoice = {
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  /** The default, which may depend on the data; the first option if this is absent. */
  readonly unchosen?: (answer: ChartAnswer) => string | null;
};

export type ChartSpec = {
  readonly of: Exclude<ChartId, 'base'>;
  readonly title: string;
  readonly says: string;
  readonly look: ChartLook;
  readonly choices: readonly ChartChoice[];
  /** The query, with the chosen options in the order of `choices`. */
  readonly ask: (...chosen: readonly string[]) => ChartQuestion;
};

const option = (id: string, name: string) => ({ id, name });

const levels: ChartChoice = {
  label: 'Tags',
  options: [option('top', 'At the top of the tree'), option('all', 'At every level')],
};

const specs: { readonly [Id in ChartSpec['of']]: Omit<ChartSpec, 'of'> } = {
  gaps: {
    title: 'Gaps by tag',
    says: 'open questions, with and without a task',
    look: 'rows',
    choices: [],
    ask: () => ({ kind: 'gaps' }),
  },
  sources: {
    title: 'Source base',
    says: 'by credibility, 1 confirmed to 6 can’t be judged',
    look: 'heat',
    choices: [
      {
        label: 'Rows',
        options: [
          option('origin', 'By origin'),
          option('kind', 'By kind of source'),
          option('reliability', 'By reliability when graded'),
        ],
      },
    ],
    ask: (rows = 'origin') => ({ kind: 'sources', rows: rows as 'origin' }),
  },
  time: {
    title: 'Passages over time',
    says: 'when it happened, or was published',
    look: 'columns',
    choices: [
      {
        label: 'Date',
        options: [option('event', 'By event'), option('publication', 'By publication')],
        unchosen: (answer) => (answer.kind === 'time' ? answer.by : null),
      },
      {
        label: 'Width of the bars',
        options: [
          option('fit', 'Automatic'),
          option('day', 'Days'),
          option('week', 'Weeks'),
          option('month', 'Months'),
          option('quarter', 'Quarters'),
          option('year', 'Years'),
        ],
      },
    ],
    ask: (by = '', unit = 'fit') => ({
      kind: 'time',
      by: by === '' ? null : (by as 'event'),
      unit: unit === 'fit' ? null : (unit as 'day'),
    }),
  },
  contradictions: {
    title: 'Contradictions',
    says: 'passages linked as contradicting each other',
    look: 'graph',
    choices: [],
    ask: () => ({ kind: 'contradictions' }),
  },
  age: {
    title: 'Age of evidence',
    says: 'since publication',
    look: 'rows',
    choices: [],
    ask: () => ({ kind: 'age' }),
  },
  'tag-origins': {
    title: 'Tags and sources',
    says: 'which sources speak under which tags',
    look: 'heat',
    choices: [levels],
    ask: (level = 'top') => ({ kind: 'tag-origins', level: level as 'top' }),
  },
  tags: {
    title: 'Tags together',
    says: 'which are on the same passages',
    look: 'heat',
    choices: [levels],
    ask: (level = 'top') => ({ kind: 'tags', level: level as 'top' }),
  },
  articles: {
    title: 'Coding by article',
    says: 'labels of the articles with most passages',
    look: 'heat',
    choices: [],
    ask: () => ({ kind: 'articles' }),
  },
};

const chartSpecs: readonly ChartSpec[] = (Object.keys(specs) as ChartSpec['of'][]).map((of) => ({
  of,
  ...specs[of],
}));

/** The name of the label of gaps, where the archive has renamed it; else null. */
export const renamedGap = (labels: LabelSet): string | null =>
  labels.printed('gap') === 'gap' ? null : labels.of('gap').name;

/** The charts of an archive with these labels. */
export const chartSpecsFor = (labels: LabelSet): readonly ChartSpec[] => {
  const name = renamedGap(labels);
  return chartSpecs.map((spec) =>
    spec.of === 'gaps' && name !== null
      ? { ...spec, title: `${name} by tag`, says: 'with and without a task' }
      : spec,
  );
};

/** What gives the chart of gaps its content. */
export const printNoGaps = (labels: LabelSet): string => {
  const nothing = `No ${renamedGap(labels) === null ? 'gaps' : `passages with the label “${labels.of('gap').name}”`}.`;
  const key = labels.offered.find(({ id }) => id === 'gap')?.key;
  return key === undefined
    ? `${nothing} The label is not offered: Settings › Labels.`
    : `${nothing} Press ${key} on a passage where something is missing, vague or contradictory.`;
};
