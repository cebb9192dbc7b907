/** Maps key presses to commands. After F8 the next single key works anywhere. */

import { useEffect, useLayoutEffect, useState } from 'react';
import { chordOf, type KeyPress, readKeyPress } from '#domain/command/chord-of.ts';
import { type KeyScope, keyScopes } from '#domain/command/command.ts';
import { type CommandId, commandOf } from '#domain/command/command-table.ts';
import { type KeyBindings, reachOf, scopeOf } from '#domain/command/key-bindings.ts';
import { isBareKey } from '#domain/command/key-refusal.ts';
import { labelCommandIn } from '#domain/command/label-commands.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { isCommandEnabled, runCommand, runOnceEnabled } from '#renderer/commands/commands.ts';
import { keyBindings } from '#renderer/commands/keys.ts';
import { saySelectFirst } from '#renderer/parts/menu/say-select-first.ts';
import { labelsNow } from '#renderer/parts/passage/labels.ts';
import { areKeysBlocked } from '#renderer/ui/use-blocked-keys.ts';
import { sayHint } from '#renderer/window/notices.ts';

/**
 * Places where single keys work, by scope: the reader's text, a selected passage row, Review. They are not fields,
 * though they may look like one.
 */
const SINGLE_KEYS = '[data-single-keys]';
/** Elements that take typing; a checkbox does not. */
const FIELD = [
  'input:not([type="checkbox"], [type="radio"], [type="range"])',
  'textarea',
  'select',
  '[contenteditable]:not([contenteditable="false"])',
].join(', ');
const ARM = 'F8';
/** Letters that follow a refused one faster than this are typing, as if meant for a field that did not open. */
const TYPING_MS = 700;

type Focus = {
  readonly isInField: boolean;
  /** The scope of single keys there; null if none work. */
  readonly scope: KeyScope | null;
};

/** Without a named scope, a place is one of passages. */
const scopeOfPlace = (place: Element | null): KeyScope | null => {
  if (place?.matches(SINGLE_KEYS) !== true) return null;
  const named = place.getAttribute('data-single-keys');
  return keyScopes.find((scope) => scope === named) ?? 'passages';
};

/** The innermost match decides: a note's field inside a passage row is a field. */
const focusOf = (target: EventTarget | null): Focus => {
  const place = target instanceof Element ? target.closest(`${FIELD}, ${SINGLE_KEYS}`) : null;
  const scope = scopeOfPlace(place);
  return { isInField: place !== null && scope === null, scope };
};

export type KeyDispatcherOptions = {
  readonly isMac: () => boolean;
  readonly hasSingleKeys: () => boolean;
  readonly bindings: () => KeyBindings;
  /** Resolves when the key bindings are known; null once they are. */
  readonly starting: () => Promise<void> | null;
};

/** Typed text is never queued, only key presses that mean a command. */
const asksForAct = ({ ctrlKey, metaKey, altKey, key }: KeyPress): boolean =>
  ctrlKey || metaKey || altKey || /^F\d+$/.test(key);

/** Tracks passage commands pressed while no passage was selected, and swallows the letters typed after them. */
const createRefusal = () => {
  let refusedAt = Number.NEGATIVE_INFINITY;
  return {
    refuse: (id: CommandId, key: string): false => {
      if (commandOf(id).group === 'Passage' && isBareKey(key)) {
        if (labelCommandIn(labelsNow(), id) === null) {
          sayHint(`No label has the key ${key}`, 'Add one in Settings › Labels.');
        } else saySelectFirst();
        refusedAt = performance.now();
      }
      return false;
    },
    /**
     * Whether the key continues a refused sequence: then it does nothing either. The command that the refusal names
     * still works.
     */
    takes: (key: string, id: CommandId | undefined, { isInField }: Focus): boolean => {
      if (id === 'passage.next' || id === 'passage.previous') {
        refusedAt = Number.NEGATIVE_INFINITY;
        return false;
      }
      const isTyping = !isInField && /^[a-z]$/iu.test(key) && performance.now() - refusedAt < TYPING_MS;
      if (isTyping) refusedAt = performance.now();
      return isTyping;
    },
  };
};

/** Finds the command that each key press of a window means. */
export const createKeyDispatcher = ({ isMac, hasSingleKeys, bindings, starting }: KeyDispatcherOptions) => {
  let isArmed = false;
  const refusal = createRefusal();

  const reaches = (id: CommandId, key: string, { isInField, scope }: Focus): boolean => {
    if (isArmed && isBareKey(key)) return true;
    if (isBareKey(key) && !hasSingleKeys()) return false;
    const reach = reachOf(id, key);
    if (reach === 'single') return scope === scopeOf(id);
    return reach === 'everywhere' || !isInField;
  };

  /** The key's command in that scope; after F8 that of any scope, an enabled one first. */
  const meantBy = (key: string, { scope }: Focus): CommandId | undefined => {
    if (!isArmed) return bindings().commandOf(key, scope ?? 'passages');
    const scopes = scope === null ? keyScopes : [scope, ...keyScopes];
    const ids = scopes.flatMap((each) => bindings().commandOf(key, each) ?? []);
    return ids.find(isCommandEnabled) ?? ids[0];
  };

  /** Returns whether the press was handled. */
  const take = (key: string, target: EventTarget | null): boolean => {
    if (key === ARM) {
      isArmed = true;
      sayHint('Press the letter of a command');
      return true;
    }
    const focus = focusOf(target);
    const id = meantBy(key, focus);
    if (!isArmed && refusal.takes(key, id, focus)) return true;
    const isMeant = id !== undefined && reaches(id, key, focus);
    isArmed = false;
    if (!isMeant) return false;
    return isCommandEnabled(id) ? runCommand(id) : refusal.refuse(id, key);
  };

  /** A press from before the key bindings were known. */
  const takeLate = (press: KeyPress): void => {
    const key = chordOf(press, isMac());
    const id = key === null ? undefined : bindings().commandOf(key);
    if (id !== undefined) runOnceEnabled(id);
  };

  const dispatch = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || areKeysBlocked()) return;
    const press = readKeyPress(event);
    const key = chordOf(press, isMac());
    if (key === null) return;
    if (take(key, event.target)) {
      event.preventDefault();
      return;
    }
    const started = starting();
    if (started === null || !asksForAct(press)) return;
    event.preventDefault();
    void started.then(() => takeLate(press));
  };

  /** After F8 the command gets the key before a list's search or a field does. */
  const dispatchArmed = (event: KeyboardEvent): void => {
    if (!isArmed) return;
    dispatch(event);
    if (event.defaultPrevented) event.stopPropagation();
  };

  /** Enter that confirms an input method's composition belongs to it: no field, list or dialog gets the event. */
  const spareComposing = (event: KeyboardEvent): void => {
    if (event.isComposing) event.stopPropagation();
  };

  return {
    /** Listens until the returned function is called. */
    listen(target: Window): () => void {
      target.addEventListener('keydown', spareComposing, { capture: true });
      target.addEventListener('keydown', dispatchArmed, { capture: true });
      target.addEventListener('keydown', dispatch);
      return () => {
        target.removeEventListener('keydown', spareComposing, { capture: true });
        target.removeEventListener('keydown', dispatchArmed, { capture: true });
        target.removeEventListener('keydown', dispatch);
      };
    },
  };
};

/**
 * The window's start: it ends once main has sent the platform and the key bindings, and the views answer their
 * commands. Presses are queued until then, since views register commands only after the first paint.
 */
const createStart = () => {
  let isOver = false;
  let resolve = (): void => undefined;
  const ended = new Promise<void>((done) => {
    resolve = done;
  });
  return {
    end: (): void => {
      isOver = true;
      resolve();
    },
    starting: (): Promise<void> | null => (isOver ? null : ended),
  };
};

/** Dispatches the window's key presses to the commands. */
export const useKeyDispatch = (): void => {
  const [start] = useState(createStart);
  const isKnown = useAppState(({ app }) => app !== null);
  // The effects of the window's children have run by then: they register the commands.
  useEffect(() => {
    if (isKnown) start.end();
  }, [start, isKnown]);
  // In a layout effect: a key pressed as soon as the window is painted is not lost.
  useLayoutEffect(() => {
    const dispatcher = createKeyDispatcher({
      isMac: () => useAppState.getState().app?.platform === 'darwin',
      hasSingleKeys: () => useAppState.getState().settings.hasSingleKeys,
      bindings: keyBindings,
      starting: start.starting,
    });
    return dispatcher.listen(window);
  }, [start]);
};
