import { z } from 'zod';
import type { AgreementTable, CodingUnit } from '#domain/coding/count-agreement.ts';
import type { Coefficient } from '#domain/coding/krippendorff-alpha.ts';
import type { CodingDifference } from '#domain/coding/list-differences.ts';
import { exchangeCompareCoder } from '#domain/contract/exchange.ts';
import { printCount } from '#domain/print-count.ts';
import { answer, type CommandContext } from '../../command-context.ts';
import { defineCommand } from '../command.ts';

const schema = z
  .strictObject({ words: z.tuple([z.string().min(1)], { error: 'must be the DIR of an archive' }) })
  .transform(({ words: [folder] }) => ({ folder }));

const unitNames: Readonly<Record<CodingUnit, readonly [one: string, many: string]>> = {
  paragraph: ['paragraph', 'paragraphs'],
  article: ['article', 'articles'],
  segment: ['coded segment', 'coded segments'],
};

/** Null if the coefficient is undefined: nothing was judged, or all were judged alike. */
const numberOf = (coefficient: Coefficient): number | null => (coefficient.ok ? coefficient.value : null);

const printNumber = (coefficient: Coefficient): string =>
  (coefficient.ok ? coefficient.value.toFixed(2) : '–').padStart(6);

const printTable = ({ unit, count, rows }: AgreementTable): readonly string[] => [
  `${printCount(count, ...unitNames[unit])}`,
  '   both   mine theirs  agree      κ      α  tag',
  ...rows.map(
    ({ tag, both, onlyMine, onlyTheirs, agreement, kappa, alpha }) =>
      `${[both, onlyMine, onlyTheirs].map((each) => String(each).padStart(6)).join(' ')} ` +
      `${[agreement, kappa, alpha].map(printNumber).join(' ')}  ${tag}`,
  ),
  '',
];

const printDifference = ({ title, quote, onlyMine, onlyTheirs }: CodingDifference): string => {
  const said = [...onlyMine.map((tag) => `mine: ${tag}`), ...onlyTheirs.map((tag) => `theirs: ${tag}`)].join(
    '; ',
  );
  return `${title ?? 'without a title'}: ${quote === null ? 'the article' : `“${quote}”`}  ${said}`;
};

/** Compares the archive with a copy coded by another person; nothing is written to either. */
async function compareCoder(context: CommandContext, { folder }: z.output<typeof schema>) {
  context.importFrom(context.resolvePath(folder));
  const compared = await context.call(exchangeCompareCoder, {});
  if (!compared.ok) return compared;
  const { title, counts, tables, differences } = compared.value;
  const lines = [
    `${title}: ${printCount(counts.both, 'article')} coded by both, ${counts.mine} only by you, ${counts.theirs} only by the other`,
    '',
    ...tables.flatMap(printTable),
    ...differences.map(printDifference),
    printCount(differences.length, 'difference'),
  ];
  const numbered = tables.map(({ rows, ...table }) => ({
    ...table,
    rows: rows.map((row) => ({
      ...row,
      agreement: numberOf(row.agreement),
      kappa: numberOf(row.kappa),
      alpha: numberOf(row.alpha),
    })),
  }));
  return answer({ title, counts, tables: numbered, differences }, lines.join('\n'));
}

export const compareCoderCommand = defineCommand(
  {
    name: 'compare-coder',
    summary: 'Compares the coding of two copies of the archive',
    example: 'compare-coder ~/from-colleague/canal',
    operands: 'DIR',
    options: {},
    says: 'Compares the archive with a copy in DIR that another person has coded. For each tag: how many paragraphs, articles and segments both or only one of you coded, the share of agreement, Cohen’s κ and Krippendorff’s α (– if there is none), and each difference. Nothing is written.',
  },
  schema,
  compareCoder,
);
