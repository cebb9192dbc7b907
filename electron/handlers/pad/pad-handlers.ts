import type { OpenPad } from '#domain/contract/pad.ts';
import type { Handlers } from '#domain/contract/requests.ts';
import { PAD_ID, type Pad } from '#domain/pad/pad.ts';
import { ok } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { moveFromPad } from './move-from-pad.ts';

type PadRequests = 'pad:read' | 'pad:write' | 'pad:move';

const openPad = (pad: Pad | undefined): OpenPad => ({ note: pad?.note ?? null });

/** The scratch pad of the archive, and what is written in it. */
export const createPadHandlers = (
  deps: Pick<HandlerDeps, 'archive' | 'catalogue' | 'local' | 'machine'>,
): Pick<Handlers, PadRequests> => {
  const { archive, machine } = deps;
  return {
    'pad:read': async () => {
      const file = await archive.pad();
      return file.ok ? ok(openPad(file.value.pads[0])) : file;
    },
    'pad:write': ({ note, editId }) =>
      archive.perform(
        async (reader) => {
          const file = await reader.pad();
          if (!file.ok) return file;
          const [before = null] = file.value.pads;
          const pad: Pad = { id: PAD_ID, note, updatedAt: toTimestamp(machine.nowMs()) };
          const isBegun = before !== null || note !== null;
          const changes = isBegun ? recordChanges({ kind: 'pad' }, 'pads', before, pad) : [];
          return ok({ value: openPad(pad), name: 'edit-pad', changes });
        },
        { editId },
      ),
    'pad:move': (input) => moveFromPad(deps, input),
  };
};
