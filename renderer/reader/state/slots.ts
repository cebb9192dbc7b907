/**
 * Slots: the places of a translation in the text, one in each block that has a translation. A slot is inside its block,
 * so that the block is as high as the higher of the two, and nothing has to be measured. It is not part of the text:
 * the caret does not enter it, no offset counts it, and it is never copied.
 */
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { MappedBlock } from '#renderer/editor/position-map.ts';

/** Whether a slot is to the right of its block's words, or below them. */
export type SlotPlace = 'beside' | 'below';

/** Which blocks have a slot, by their index among the text blocks; the elements belong to the caller. */
export type Slots = { readonly place: SlotPlace; readonly elements: ReadonlyMap<number, HTMLElement> };

const slotsKey = new PluginKey<DecorationSet>('slots');

/** Marks a transaction that shows other slots. */
export const slotsMeta = (slots: Slots): readonly [PluginKey, Slots] => [slotsKey, slots];

const slotAt = ({ from, to }: MappedBlock, block: number, element: HTMLElement, place: SlotPlace) =>
  Decoration.widget(place === 'beside' ? from : to, () => element, {
    key: `slot ${block} ${place}`,
    side: place === 'beside' ? -1 : 1,
    ignoreSelection: true,
    // Typing and presses there are not for the editor.
    stopEvent: () => true,
  });

/** Draws the slots over a document whose text blocks are `blocks`. */
export const drawSlots = (blocks: readonly MappedBlock[]): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key: slotsKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, before) => {
        const slots: Slots | undefined = transaction.getMeta(slotsKey);
        if (slots === undefined) return before;
        const drawn = [...slots.elements].flatMap(([block, element]) => {
          const mapped = blocks[block];
          return mapped === undefined ? [] : [slotAt(mapped, block, element, slots.place)];
        });
        return drawn.length === 0 ? DecorationSet.empty : DecorationSet.create(transaction.doc, drawn);
      },
    },
    props: { decorations: (state) => slotsKey.getState(state) },
  });
