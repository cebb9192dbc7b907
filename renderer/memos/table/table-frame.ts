/**
 * A table with the lines printed above and below it: plain DOM around the table, whose cells are rendered by the
 * editor.
 */
import type { NodeViewRenderer } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { TableMap } from '@tiptap/pm/tables';
import type { TableAttrs } from '#domain/memo/memo-content.ts';
import { makeElement } from '../nodes/cited-node-view.ts';
import { focusText } from '../state/focus-text.ts';
import type { MemoStore } from '../state/memo-store.ts';
import { createColumnDividers } from './column-dividers.ts';
import { sharesOf } from './column-shares.ts';
import styles from './table.module.css';

const MAX_CHARACTERS = 500;
const lines = {
  caption: { label: 'Caption of the table', placeholder: 'Caption, printed with its number' },
  source: { label: 'Source of the table', placeholder: 'Source line' },
} as const;

type LineName = keyof typeof lines;

/** The selector of a table's caption field. */
export const CAPTION_FIELD = '[data-table-line="caption"]';

const makeField = (name: LineName, onChange: (words: string) => void): HTMLInputElement => {
  const field = document.createElement('input');
  field.className = styles.line ?? '';
  field.dataset.tableLine = name;
  field.setAttribute('aria-label', lines[name].label);
  field.placeholder = lines[name].placeholder;
  field.maxLength = MAX_CHARACTERS;
  field.addEventListener('input', () => onChange(field.value));
  return field;
};

/** The node view of a table with its two lines. */
export const tableFrame =
  (store: MemoStore): NodeViewRenderer =>
  ({ node, editor, getPos }) => {
    let current: Node = node;
    const dom = makeElement('div', styles.frame);
    const table = document.createElement('table');
    const contentDOM = document.createElement('tbody');
    table.append(contentDOM);
    const box = makeElement('div', styles.box);
    const change = (name: LineName) => (words: string) => {
      const position = getPos();
      if (position === undefined) return;
      editor.view.dispatch(editor.state.tr.setNodeAttribute(position, name, words));
    };
    const back = (event: KeyboardEvent): void => {
      const position = getPos();
      if ((event.key !== 'Enter' && event.key !== 'Escape') || position === undefined) return;
      event.preventDefault();
      focusText(editor, position + 4);
    };
    const fields = {
      caption: makeField('caption', change('caption')),
      source: makeField('source', change('source')),
    };
    for (const field of Object.values(fields)) field.addEventListener('keydown', back);
    dom.append(fields.caption, box, fields.source);

    const keepWidths = (widths: readonly number[] | null): void => {
      const position = getPos();
      if (position === undefined) return;
      const tr = editor.state.tr.setNodeAttribute(position, 'widths', widths ?? undefined);
      editor.view.dispatch(closeHistory(tr));
    };
    const dividers = createColumnDividers({ table, onKeep: keepWidths, onLeave: () => focusText(editor) });
    box.append(table, dividers.dom);
    const draw = (): void => {
      const attrs = current.attrs as TableAttrs;
      const { isReadOnly } = store.getState();
      const columns = TableMap.get(current).width;
      const isSet = attrs.widths?.length === columns;
      dividers.draw(sharesOf(attrs.widths, columns), isSet, isReadOnly);
      for (const name of ['caption', 'source'] as const) {
        const field = fields[name];
        if (field.value !== attrs[name]) field.value = attrs[name];
        field.readOnly = isReadOnly;
        field.hidden = isReadOnly && attrs[name] === '';
      }
    };
    draw();
    const unsubscribe = store.subscribe(draw);

    const isField = (target: EventTarget | null): boolean =>
      target instanceof HTMLInputElement || (target instanceof Element && dividers.dom.contains(target));
    return {
      dom,
      contentDOM,
      update: (next) => {
        if (next.type !== current.type) return false;
        current = next;
        draw();
        return true;
      },
      stopEvent: ({ target }) => isField(target),
      ignoreMutation: ({ target }) => !contentDOM.contains(target) || target === contentDOM.parentNode,
      destroy: unsubscribe,
    };
  };
