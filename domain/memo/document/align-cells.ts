import type { CellAlign } from '../memo-content.ts';
import type { PlacedCell, TableGrid } from './place-table-cells.ts';

/** "12", "−3.5 %", "€ 1 200", "3–4 km": a number, alone or with its unit. */
const FIGURE = /^[\p{Sc}+\-−–<>≤≥~≈±(]*\s*\d[\d\s.,:'’/×–-]*\s*(?:%|‰|°C|\p{Sc}|\p{L}{1,3})?\)?$/u;
/** What stands in the place of a figure that is not known. */
const NO_FIGURE = /^(?:|[-–—.…]|n\/?a)$/iu;

const wordsOf = ({ cell }: PlacedCell): string =>
  (cell?.content ?? [])
    .flatMap(({ content = [] }) => content)
    .map((node) => (node.type === 'text' ? node.text : ''))
    .join('')
    .trim();

const isOfFigures = ({ cells }: TableGrid, column: number): boolean => {
  const words = cells
    .filter((placed) => placed.column === column && placed.colspan === 1)
    .filter(({ cell }) => cell !== null && cell.type === 'tableCell')
    .map(wordsOf);
  return (
    words.some((text) => FIGURE.test(text)) &&
    words.every((text) => FIGURE.test(text) || NO_FIGURE.test(text))
  );
};

/**
 * How the words of each cell stand, in the order of `cells`: as it was set, else at the end of a column in which all
 * that is no heading is a figure, else at the beginning.
 */
export const alignCells = (grid: TableGrid): readonly CellAlign[] => {
  // The first column says what the row is about, be it a year.
  const figures = Array.from(
    { length: grid.columns },
    (_, column) => column > 0 && isOfFigures(grid, column),
  );
  return grid.cells.map(({ cell, column, colspan }) => {
    const usual = colspan === 1 && figures[column] === true ? 'end' : 'start';
    return cell?.attrs.align ?? usual;
  });
};
