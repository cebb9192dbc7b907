import type { WebContents } from 'electron';
import { EVENT_CHANNEL } from '#domain/contract/bridge.ts';
import type { Emit } from '../handlers/handler-deps.ts';
import type { Archive } from '../ports/archive.ts';
import type { ArchiveWatch } from '../ports/archive-watch.ts';
import type { Catalogue } from '../ports/catalogue.ts';
import type { LocalState } from '../ports/local-state.ts';

/** The sources of events for the window. */
export type EventSources = {
  readonly archive: Archive;
  readonly catalogue: Catalogue;
  readonly local: LocalState;
  readonly watch: Pick<ArchiveWatch, 'onState'> | null;
};

/**
 * Sends the windows the events of the archive, the catalogue and the settings, whoever caused them; and the windows
 * that did not cause a change, that another one did.
 */
export function forwardEvents(sources: EventSources, emit: Emit, emitElsewhere: Emit): void {
  const { archive, catalogue, local, watch } = sources;
  archive.onChanged((changed) => emit('archive-changed', changed));
  archive.onChanged(({ topics }) => emitElsewhere('changed-elsewhere', { topics }));
  archive.onChangedOutside((changed) => emit('changed-outside', changed));
  archive.onSaveState((state) => emit('save-state', state));
  archive.onRefusal((refusal) => emit('archive-standing', { refusal }));
  archive.onRepaired((repaired) => emit('file-repaired', repaired));
  local.onSettingsChanged((settings) => emit('settings-changed', { settings }));
  watch?.onState((state) => emit('watch-state', state));
  catalogue.onState((state) => emit('search-index', state));
  catalogue.onReadProgress((progress) => emit('catalogue-progress', progress));
  void catalogue.ready.then(() => emit('catalogue-ready', {}));
}

/**
 * Sends events to the window's page. Events that occur while the page is loading, such as a repair on opening the
 * archive, are held until it listens, which it does once it has loaded.
 */
export function emitToWindow(window: WebContents): Emit {
  let hasPage = false;
  let waiting: (() => void)[] = [];
  window.on('did-finish-load', () => {
    hasPage = true;
    for (const send of waiting) send();
    waiting = [];
  });
  window.on('render-process-gone', () => {
    hasPage = false;
  });
  return (name, event) => {
    if (window.isDestroyed()) return;
    const send = () => window.send(EVENT_CHANNEL, name, event);
    if (hasPage) send();
    else waiting.push(send);
  };
}
