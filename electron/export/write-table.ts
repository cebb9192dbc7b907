/** Writes a table as a document of its own, such as an answer sheet, in each of its formats. */
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { textDirection } from '#domain/memo/document/text-direction.ts';
import type { DocumentMarking, PrintedTable, TableFormat, TableWords } from '#domain/memo/memo-document.ts';
import { ok, type Result } from '#domain/result.ts';
import { escapeHtml } from '#domain/text/escape-html.ts';
import { printCsv } from '#domain/text/print-csv.ts';
import type { MarkedRun } from '#domain/text/sequences/compare-words.ts';
import type { WriteTable } from '../ports/memo-writer.ts';
import { houseOf, noTemplates, type ReadTemplate } from './docx/house/read-house.ts';
import { bandStyle } from './html/write-memo-html.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const STYLE =
  'body{font:1rem/1.45 system-ui,sans-serif;margin:2rem;color:#1b1b1b;background:#fff}' +
  'table{border-collapse:collapse;width:100%}th,td{border:1px solid #888;padding:.3rem .5rem;text-align:start;' +
  'vertical-align:top;white-space:pre-wrap}' +
  '@media screen{.wide{overflow-x:auto}}thead{display:table-header-group}tr{break-inside:avoid}' +
  'del{color:#8a1f11;background:#fbe9e7}ins{color:#14532d;background:#e6f4ea;text-decoration:underline}';

/** At the top and at the foot, as on the pages of the memo, with the restrictions. */
const bandOf = (marking: DocumentMarking | null, restrictions: string): string => {
  const words = restrictions === '' ? '' : `<span>${escapeHtml(restrictions)}</span>`;
  const label = marking === null ? '' : `<b>${escapeHtml(marking.text)}</b>`;
  return label + words === '' ? '' : `<p class="band">${label} ${words}</p>`;
};

const elements = { same: null, gone: 'del', new: 'ins' } as const;

const runToHtml = ({ text, kind }: MarkedRun): string => {
  const element = elements[kind];
  return element === null ? escapeHtml(text) : `<${element}>${escapeHtml(text)}</${element}>`;
};

const cellToHtml = (cell: TableWords): string =>
  typeof cell === 'string' ? escapeHtml(cell) : cell.map(runToHtml).join('');

/** In formats without text styles, removed and added words are in brackets, as in tools that compare plain text. */
const brackets = { same: ['', ''], gone: ['[-', '-]'], new: ['{+', '+}'] } as const;

const cellToText = (cell: TableWords): string =>
  typeof cell === 'string'
    ? cell
    : cell
        .map(({ text, kind }) => {
          const space = /\s*$/u.exec(text)?.[0] ?? '';
          const [before, after] = brackets[kind];
          return `${before}${text.slice(0, text.length - space.length)}${after}${space}`;
        })
        .join('');

/** Nothing is loaded and nothing runs. */
const toHtml = (table: PrintedTable): string => {
  const { facts, marking, restrictions, columns, rows, language } = table;
  const band = bandOf(marking, restrictions);
  const name = escapeHtml(table.name);
  const said = facts.map((fact) => `<p dir="auto">${escapeHtml(fact)}</p>`).join('');
  const dir = textDirection('', language);
  const head = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('');
  const body = rows
    .map((row) => `<tr>${row.map((cell) => `<td dir="auto">${cellToHtml(cell)}</td>`).join('')}</tr>`)
    .join('\n');
  return [
    '<!DOCTYPE html>',
    `<html lang="${language}" dir="${dir}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${name}</title><style>${STYLE}${marking === null ? '' : bandStyle(marking)}</style></head>`,
    `<body>${band}<main><h1>${name}</h1>${said}`,
    `<div class="wide" role="group" tabindex="0" aria-label="${name}"><table><thead><tr>${head}</tr></thead>`,
    `<tbody>${body}</tbody></table></div></main>${band}</body></html>`,
    '',
  ].join('\n');
};

type Writer = (table: PrintedTable, readTemplate: ReadTemplate) => Promise<Result<Uint8Array, AppError>>;

const writers: Readonly<Record<TableFormat, Writer>> = {
  csv: async ({ marking, markingName, columns, rows }) =>
    ok(
      encode(
        printCsv([
          [...columns, markingName],
          ...rows.map((row) => [...row.map(cellToText), marking?.text ?? '']),
        ]),
      ),
    ),
  html: async (table) => ok(encode(toHtml(table))),
  docx: async (table, readTemplate) => {
    const house = await houseOf(table, readTemplate);
    if (!house.ok) return house;
    // The library is loaded when the first document is made.
    const { writeTableDocx } = await import('./docx/write-memo-docx.ts');
    return ok(await writeTableDocx(table, house.value));
  },
};

/** Makes the bytes of tables; Word documents use the template of a form. Nothing is written to the disk. */
export const createTableWriter =
  (readTemplate: ReadTemplate = noTemplates): WriteTable =>
  (table, format) =>
    writers[format](table, readTemplate);
