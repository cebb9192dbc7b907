/**
 * The lines between the columns of a table, which resize them: by dragging, or by keys once a line has the focus. A
 * drag is shown at once and saved as one change on release.
 */
import { makeElement } from '../nodes/cited-node-view.ts';
import { moveDivider, roundShares } from './column-shares.ts';
import styles from './table.module.css';

/** Hundredths of the width for one press of an arrow. */
const STEP = 1;
const LARGE_STEP = 5;

/** The selector of the line after a column, counted from 0. */
export const dividerOf = (column: number): string => `[data-divider="${column}"]`;

type DividerTable = {
  readonly table: HTMLTableElement;
  /** Saves the widths; null: the columns follow their content again. */
  readonly onKeep: (widths: readonly number[] | null) => void;
  /** The focus returns to the text. */
  readonly onLeave: () => void;
};

export type ColumnDividers = {
  readonly dom: HTMLElement;
  /** Shows the columns as saved. `isSet`: their widths were set by hand. */
  readonly draw: (kept: readonly number[], isSet: boolean, isReadOnly: boolean) => void;
};

type Drag = { readonly x: number; readonly shares: readonly number[]; readonly at: number };

const equal = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((share, at) => share === other[at]);

const makeDivider = (at: number): HTMLElement => {
  const line = makeElement('div', styles.divider);
  line.setAttribute('role', 'separator');
  line.setAttribute('aria-orientation', 'vertical');
  line.setAttribute('aria-label', `Border behind column ${at + 1}`);
  line.setAttribute('aria-valuemin', '1');
  line.setAttribute('aria-valuemax', '99');
  line.dataset.divider = `${at}`;
  line.tabIndex = -1;
  return line;
};

class Dividers implements ColumnDividers {
  readonly dom = makeElement('div', styles.dividers);
  private readonly columns = document.createElement('colgroup');
  private readonly parts: DividerTable;
  private kept: readonly number[] = [];
  private shown: readonly number[] = [];
  private isSet = false;
  private drag: Drag | null = null;

  constructor(parts: DividerTable) {
    this.parts = parts;
    this.dom.contentEditable = 'false';
    this.dom.addEventListener('pointerdown', this.begin);
    this.dom.addEventListener('pointermove', this.follow);
    this.dom.addEventListener('pointerup', this.end);
    this.dom.addEventListener('pointercancel', () => this.putBack());
    this.dom.addEventListener('dblclick', () => parts.onKeep(null));
    this.dom.addEventListener('keydown', this.press);
    this.dom.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && this.dom.contains(relatedTarget))) this.keep();
    });
  }

  draw(kept: readonly number[], isSet: boolean, isReadOnly: boolean): void {
    const isOther = !equal(kept, this.kept);
    this.dom.hidden = isReadOnly;
    this.isSet = isSet;
    if (kept.length !== this.kept.length || this.dom.childElementCount === 0)
      this.dom.replaceChildren(...kept.slice(1).map((_, at) => makeDivider(at)));
    this.kept = kept;
    if (isOther) this.drag = null;
    if (isOther || this.drag === null) this.show(kept);
  }

  private show(shares: readonly number[]): void {
    this.shown = shares;
    let from = 0;
    for (const [at, line] of [...this.dom.children].entries()) {
      const share = shares[at] ?? 0;
      from += share;
      (line as HTMLElement).style.insetInlineStart = `${from}%`;
      line.setAttribute('aria-valuenow', `${Math.round(from)}`);
      line.setAttribute('aria-valuetext', `Column ${at + 1}: ${Math.round(share)} % of the width`);
    }
    if (!this.isSet && equal(shares, this.kept)) {
      this.columns.remove();
      return;
    }
    this.columns.replaceChildren(
      ...shares.map((share) => {
        const column = document.createElement('col');
        column.style.inlineSize = `${share}%`;
        return column;
      }),
    );
    this.parts.table.prepend(this.columns);
  }

  private keep(): void {
    if (!equal(this.shown, this.kept)) this.parts.onKeep(roundShares(this.shown));
  }

  private putBack(): void {
    this.drag = null;
    this.show(this.kept);
  }

  /** 1 if the columns run from left to right. */
  private way(): 1 | -1 {
    return getComputedStyle(this.parts.table).direction === 'rtl' ? -1 : 1;
  }

  private readonly begin = (event: PointerEvent): void => {
    if (event.button !== 0 || !(event.target instanceof HTMLElement)) return;
    this.drag = { x: event.clientX, shares: this.shown, at: Number(event.target.dataset.divider) };
    event.target.setPointerCapture(event.pointerId);
    // The focus stays where it is.
    event.preventDefault();
    document.addEventListener('keydown', this.escape, true);
  };

  private readonly follow = ({ clientX }: PointerEvent): void => {
    if (this.drag === null) return;
    const { x, shares, at } = this.drag;
    const by = (100 * (clientX - x) * this.way()) / Math.max(1, this.parts.table.offsetWidth);
    this.show(moveDivider(shares, at, by));
  };

  private readonly end = (): void => {
    document.removeEventListener('keydown', this.escape, true);
    if (this.drag === null) return;
    this.drag = null;
    this.keep();
  };

  /** Escape during a drag restores the width. */
  private readonly escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    document.removeEventListener('keydown', this.escape, true);
    this.putBack();
  };

  private readonly press = (event: KeyboardEvent): void => {
    const line = event.target;
    if (!(line instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return;
    const at = Number(line.dataset.divider);
    const isDone = this.pressArrow(event, at) || this.pressOther(event, at);
    if (isDone) event.preventDefault();
  };

  private pressArrow({ key, shiftKey }: KeyboardEvent, at: number): boolean {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (step === undefined) return false;
    this.show(moveDivider(this.shown, at, step * this.way() * (shiftKey ? LARGE_STEP : STEP)));
    return true;
  }

  private pressOther({ key, shiftKey }: KeyboardEvent, at: number): boolean {
    if (key === 'Tab') this.dom.querySelector<HTMLElement>(dividerOf(shiftKey ? at - 1 : at + 1))?.focus();
    if (key === 'Escape') this.putBack();
    if (key === 'Enter' || key === 'Escape') this.parts.onLeave();
    return key === 'Tab' || key === 'Enter' || key === 'Escape';
  }
}

export const createColumnDividers = (parts: DividerTable): ColumnDividers => new Dividers(parts);
