/** The charts in order: name, description, and how each table is drawn. */
import type { ChartAnswer } from '#domain/contract/insights.ts';
import type { ChartId, ChartQuestion } from '#domain/insights/chart-question.ts';

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

export const chartSpecs: readonly ChartSpec[] = (Object.keys(specs) as ChartSpec['of'][]).map((of) => ({
  of,
  ...specs[of],
}));
