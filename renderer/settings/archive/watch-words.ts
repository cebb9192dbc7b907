import type { WatchState } from '#domain/contract/watch-state.ts';

const whyPolling: Readonly<Record<Extract<WatchState, { mode: 'polling' }>['why'], string>> = {
  limit: 'since this computer watches as many folders as it may',
  refused: 'since this computer does not report them for this folder',
  remote: 'since the folder lies on another machine, which does not report them',
};

/** How what Git, a sync or an editor changes in the archive is noticed. */
export const watchWords = (watch: WatchState): string => {
  switch (watch.mode) {
    case 'starting':
      return 'The folder is not watched yet.';
    case 'events':
      return 'What they change in the folder is noticed at once, and shown.';
    case 'polling':
      return `What they change in the folder is looked for every two seconds, ${whyPolling[watch.why]}.`;
    case 'off':
      return 'What they change in the folder is noticed when you change the same, or open the archive anew: the watcher failed. Nothing of theirs is overwritten.';
  }
};
