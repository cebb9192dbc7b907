/**
 * Tags the header cells of rows as such. Typst tags only the header cells of columns unless features are enabled for
 * which its compiler here has no switch; so the template draws a line of unique width in these cells, white and too
 * thin to be seen (`row-head-mark` in resources/templates/table.typ).
 */
import type { PdfFile } from './pdf-file.ts';

const MARK = '0.013';
const isMarked = (object: string): boolean =>
  /\/S \/TD\b/.test(object) && /\/BorderThickness (?:\[[^\]]*\b)?0?\.013\b/.test(object);

const tableAttributes = /\/O \/Table\b/;
const attributes = /\/A \[/;

const asRowHead = (object: string): string => {
  const head = object.replace('/S /TD', '/S /TH').replaceAll(MARK, '0');
  if (tableAttributes.test(head)) return head.replace(tableAttributes, '/O /Table /Scope /Row');
  return head.replace(attributes, '/A [<< /O /Table /Scope /Row >> ');
};

export const tagRowHeads = (file: PdfFile): PdfFile => ({
  ...file,
  objects: file.objects.map((object) => (isMarked(object) ? asRowHead(object) : object)),
});
