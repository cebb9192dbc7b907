import type { LabelId } from '#domain/passage/label.ts';
import { labelOfMark, nameOfMark, type TakenMark } from '#domain/passage/marks/pdf-mark.ts';
import type { MarkRow, OriginalMarkRow } from '#domain/passage/marks/place-marks.ts';
import { printCount } from '#domain/print-count.ts';
import { capital } from '#domain/text/capital.ts';
import { labelsNow, useLabels } from '#renderer/parts/passage/labels.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './held-list.module.css';

/** Which marks are left out, and the labels that the analyst has chosen for colours. */
export type MarkChoice = {
  readonly leftOut: ReadonlySet<number>;
  readonly labels: Readonly<Record<string, LabelId>>;
};

export const allMarks: MarkChoice = { leftOut: new Set(), labels: {} };

/** A mark that is shown; of an original also whether it was taken. */
type ShownMark = MarkRow & Partial<Pick<OriginalMarkRow, 'taken'>>;

/** All marks but those that are here already. */
export const untakenMarks = (rows: readonly OriginalMarkRow[]): MarkChoice => ({
  ...allMarks,
  leftOut: new Set(rows.filter(({ taken }) => taken === 'here').map(({ at }) => at)),
});

const takenNames = { not: '', here: 'already here', deleted: 'its passage is in the trash' } as const;

const NO_COLOUR = 'none';

const colourOf = ({ mark: { colour } }: MarkRow): string => colour ?? NO_COLOUR;

const labelFor = (row: MarkRow, { labels: chosen }: MarkChoice): LabelId =>
  chosen[colourOf(row)] ?? labelOfMark(row.mark, labelsNow());

/** The marks of `rows` to take. */
export const takenOf = (rows: readonly MarkRow[], choice: MarkChoice): TakenMark[] =>
  rows
    .filter(({ at }) => !choice.leftOut.has(at))
    .map((row) => ({ at: row.at, label: labelFor(row, choice) }));

type Changing = {
  readonly rows: readonly ShownMark[];
  readonly choice: MarkChoice;
  readonly onChange: (choice: MarkChoice) => void;
};

const Swatch = ({ colour }: { readonly colour: string }) => (
  <span
    className={styles.swatch}
    style={colour === NO_COLOUR ? {} : { backgroundColor: colour }}
    aria-hidden
  />
);

/** Which label the passages from marks of each colour get. */
const ColourLabels = ({ rows, choice, onChange }: Changing) => {
  const { offered } = useLabels();
  const made = rows.filter(({ words, isRegion }) => words !== null || isRegion);
  const colours = [...new Set(made.map(colourOf))];
  return (
    <div className={styles.colours}>
      {colours.map((colour) => {
        const ofColour = made.filter((row) => colourOf(row) === colour);
        const [first] = ofColour;
        return first === undefined ? null : (
          <div key={colour} className={styles.colour}>
            <Swatch colour={colour} />
            <Select
              label={`Label of ${printCount(ofColour.length, 'mark')} of this colour`}
              isLabelHidden
              options={offered}
              value={labelFor(first, choice)}
              onChange={(label) => onChange({ ...choice, labels: { ...choice.labels, [colour]: label } })}
            />
            <span className={styles.what}>{printCount(ofColour.length, 'mark')}</span>
          </div>
        );
      })}
    </div>
  );
};

/** The words under the mark, else its note. */
const headOf = ({ mark, words }: MarkRow): string =>
  words === null ? mark.note || capital(nameOfMark(mark)) : `“${words}”`;

/** What a mark without words becomes, as its row shows; for one on words its note. */
const becomes = ({ mark, words, isRegion }: MarkRow): string => {
  if (words !== null) return mark.note;
  return isRegion ? 'becomes a region of the page' : 'goes into the note of the article';
};

const whatOf = (row: ShownMark): string => {
  const { mark, isNear, isCompleted } = row;
  return [
    `Page ${mark.page}`,
    nameOfMark(mark),
    mark.writer ?? '',
    becomes(row),
    isNear ? 'approximate: check the words' : '',
    isCompleted ? 'half a word was completed' : '',
    takenNames[row.taken ?? 'not'],
  ]
    .filter((part) => part !== '')
    .join(' · ');
};

/** Sort order: uncertain words first, then marks without words, then the rest. */
const rank = ({ words, isNear }: MarkRow): number => (isNear ? 0 : words === null ? 1 : 2);

/** Rows for which a picture of the page helps: without words, or with uncertain words. */
export const rowsToDraw = (rows: readonly MarkRow[], most: number): readonly number[] =>
  rows
    .filter(({ isNear, isRegion }) => isNear || isRegion)
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, most)
    .map(({ at }) => at);

type ItemProps = Omit<Changing, 'rows'> & { readonly row: ShownMark; readonly picture: string | undefined };

const MarkItem = ({ row, choice, onChange, picture }: ItemProps) => {
  const toggle = (isTaken: boolean): void => {
    const leftOut = new Set(choice.leftOut);
    if (isTaken) leftOut.delete(row.at);
    else leftOut.add(row.at);
    onChange({ ...choice, leftOut });
  };
  return (
    <li>
      <Checkbox isSelected={!choice.leftOut.has(row.at)} onChange={toggle}>
        <span className={styles.name} dir="auto">
          {headOf(row)}
        </span>
        {picture !== undefined && (
          <img className={styles.picture} src={picture} alt={`The marked part of page ${row.mark.page}`} />
        )}
      </Checkbox>
      <span className={styles.what} dir="auto">
        {whatOf(row)}
      </span>
    </li>
  );
};

type MarkListProps = Changing & {
  /** In a dialog, which has its own border. */
  readonly isBare?: boolean;
  /** The URLs of pictures of the marked parts of pages, by mark index. */
  readonly pictures?: ReadonlyMap<number, string>;
};
const noPictures: ReadonlyMap<number, string> = new Map();

/** The marks of a PDF, each with a checkbox, and the labels of their colours. */
export const MarkList = ({
  rows,
  choice,
  onChange,
  isBare = false,
  pictures = noPictures,
}: MarkListProps) => {
  const taken = rows.length - choice.leftOut.size;
  const leaveOut = taken === 0 ? [] : rows.map(({ at }) => at);
  return (
    <section
      className={joinClasses(styles.list, styles.marks, isBare && styles.bare)}
      aria-label="Marks in the file"
    >
      <header className={styles.head}>
        <p>
          <b>
            {taken === rows.length
              ? `Take ${printCount(rows.length, 'mark')}`
              : `Take ${taken} of ${printCount(rows.length, 'mark')}`}
          </b>{' '}
          Marks on words become passages; drawings become regions of their page.
        </p>
        <Button isSmall variant="quiet" onPress={() => onChange({ ...choice, leftOut: new Set(leaveOut) })}>
          {taken === 0 ? 'Take all' : 'Take none'}
        </Button>
      </header>
      <ColourLabels rows={rows} choice={choice} onChange={onChange} />
      <ul>
        {rows
          .toSorted((a, b) => rank(a) - rank(b))
          .map((row) => (
            <MarkItem
              key={row.at}
              row={row}
              choice={choice}
              onChange={onChange}
              picture={pictures.get(row.at)}
            />
          ))}
      </ul>
    </section>
  );
};
