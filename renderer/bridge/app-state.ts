import { create } from 'zustand';
import { TRASH_DAYS } from '#domain/archive/trash-days.ts';
import type { InputOf } from '#domain/contract/any-request.ts';
import { type AppState, appState, settingsChange } from '#domain/contract/app.ts';
import { archiveSeeOutside, countsGet } from '#domain/contract/archive.ts';
import { backupState } from '#domain/contract/backup.ts';
import { nameSome } from '#domain/contract/error-words/encryption-words.ts';
import type { Events } from '#domain/contract/events.ts';
import { reviewList } from '#domain/contract/review.ts';
import { defaultSettings, type Settings } from '#domain/contract/settings.ts';
import { printCount } from '#domain/print-count.ts';
import { flushAll } from '#renderer/window/before-close.ts';
import { forgetMemos } from '#renderer/window/last-memo.ts';
import { goTo, leaveRecords } from '#renderer/window/navigation.ts';
import { sayDone, sayFailed } from '#renderer/window/notices.ts';
import { raiseUndoRevision } from '#renderer/window/undo-revision.ts';
import { act, sayError } from './act.ts';
import { askAllAgain, askQueryAgain } from './query-store.ts';
import { saveEverything } from './unsaved-edits.ts';
import { onEvent, request } from './window-bridge.ts';

type AppStore = Pick<
  AppState,
  'settings' | 'undo' | 'isCatalogueReady' | 'readProgress' | 'watch' | 'refusal'
> & {
  /** Null until main has answered. */
  readonly app: Pick<AppState, 'version' | 'platform' | 'archive'> | null;
  readonly save: Events['save-state'] | null;
  readonly importing: Events['import-progress'] | null;
  /** How many pages of a scan have been read; null while none are being read. */
  readonly ocr: Events['ocr-progress'] | null;
  /** Progress of drawing marks; null if none are being drawn. */
  readonly marks: Events['marks-progress'] | null;
  /** How many paragraphs a program has translated; null while none runs. */
  readonly translating: Events['translation-progress'] | null;
  /** A long act on many records; null while none runs. */
  readonly bulk: Events['bulk-progress'] | null;
  /** An export for another tool; null while none is written. */
  readonly exchange: Events['exchange-progress'] | null;
  /** A backup, restore or packing that somebody waits for; null while there is none. */
  readonly backup: Events['backup-progress'] | null;
};

export const useAppState = create<AppStore>(() => ({
  app: null,
  settings: defaultSettings,
  undo: { undo: null, redo: null },
  isCatalogueReady: false,
  readProgress: null,
  watch: { mode: 'starting' },
  refusal: null,
  save: null,
  importing: null,
  ocr: null,
  marks: null,
  translating: null,
  bulk: null,
  exchange: null,
  backup: null,
}));

export const useSettings = (): Settings => useAppState(({ settings }) => settings);

/**
 * Resolves once the whole archive is read. Until then a list holds what was read so far: a view is refreshed as more is
 * read, but a single request has to wait, or it would take a part for the whole.
 */
export const catalogueIsRead = (): Promise<void> =>
  new Promise((resolve) => {
    const stop = useAppState.subscribe(({ isCatalogueReady }) => check(isCatalogueReady));
    const check = (isRead: boolean): void => {
      if (!isRead) return;
      stop();
      resolve();
    };
    check(useAppState.getState().isCatalogueReady);
  });

/** Changes settings; shown at once, reverted if they could not be saved. */
export const changeSettings = async (change: InputOf<typeof settingsChange>): Promise<void> => {
  const before = useAppState.getState().settings;
  useAppState.setState({ settings: { ...before, ...change } });
  const answer = await act(settingsChange, change);
  useAppState.setState({ settings: answer.ok ? answer.value : before });
};

const harmOf = ({ quarantinedAs, isInClear }: Events['file-repaired']): string => {
  if (isInClear === true)
    return 'This encrypted archive contains an unencrypted file. Precis did not read the file: anyone could have put it there.';
  return quarantinedAs === null ? 'A file of the archive was missing.' : 'A file of the archive was damaged.';
};

const sayRepaired = (repaired: Events['file-repaired']): void =>
  sayFailed(
    harmOf(repaired),
    repaired.hasBackup ? 'Precis uses its earlier version.' : 'The file had no earlier version.',
    { name: 'Review', run: () => goTo({ view: 'review' }) },
  );

const sayPurged = ({ removed }: Events['trash-purged']): void =>
  sayDone(`${printCount(removed, 'item')} deleted permanently, after ${TRASH_DAYS} days in the trash`);

/**
 * Adopts another program's changes: writes what is being typed, which is refused if it collides, lets editors reload
 * their records, and tells main that no earlier state is left.
 */
const takeInOutside = async (): Promise<void> => {
  await flushAll();
  raiseUndoRevision();
  await request(archiveSeeOutside, {});
  sayDone('Another program changed the archive. The changes are shown', null, 'outside');
};

/** Another window has changed memos: what is typed here is written first, then an open memo is reloaded. */
const takeInElsewhere = async (): Promise<void> => {
  await flushAll();
  raiseUndoRevision();
};

/** Reports the encryption notice from opening the archive: once, until somebody has read it. */
const sayEncryption = (notice: Events['encryption-notice']): void => {
  if (notice.kind === 'claim-refused') {
    sayFailed(
      'archive.json no longer said that this archive is encrypted.',
      'The archive stays encrypted, and Precis corrected archive.json. An older copy may have come back, or someone changed it.',
    );
    return;
  }
  const { to, files, left } = notice;
  const ended = to === 'encrypted' ? 'Encrypting the archive' : 'Decrypting the archive';
  const lead = `${ended} was interrupted and is now complete: ${printCount(files, 'file')}.`;
  if (left.length === 0) sayDone(lead);
  else
    sayFailed(
      lead,
      `Precis did not read ${nameSome(left)}, because they are not encrypted. They were not changed.`,
    );
};

const openReview = { name: 'Review', run: () => goTo({ view: 'review' }) };

const sayTakenBack = ({ count }: Events['taken-back']): void =>
  sayFailed(
    'Another program replaced your version with an earlier one.',
    `Your version is kept; ${printCount(count, 'choice', 'choices')} to make.`,
    openReview,
  );

/** Reports what became of the copies that a sync left beside files. */
const sayMerged = ({ merged, conflicts, left }: Events['copies-merged']): void => {
  const copies = (count: number): string => printCount(count, 'conflict copy', 'conflict copies');
  if (left > 0)
    sayFailed(`${copies(left)} from a sync could not be merged.`, 'Nothing was changed.', openReview);
  if (merged === 0) return;
  const said = `${copies(merged)} from a sync merged and moved to the trash`;
  if (conflicts === 0) sayDone(said);
  else sayDone(`${said}; ${printCount(conflicts, 'choice', 'choices')} to make`, openReview);
};

const sayWaiting = ({ count }: Events['trash-waits']): void =>
  sayDone(
    `${count} items have been in the trash for ${TRASH_DAYS} days. Nothing was deleted: check them first.`,
    {
      name: 'Trash',
      run: () => goTo({ view: 'trash' }),
    },
  );

const sayAttributesAdded = (): void =>
  sayDone('The archive is in Git: Precis added .gitattributes, so Git neither converts nor merges its files');

const saySettingsDamaged = ({ fileName, keptAs }: Events['settings-damaged']): void =>
  sayFailed(
    'Your settings could not be read.',
    keptAs === null
      ? `The default settings apply. ${fileName} was not changed.`
      : `The default settings apply. The file is kept as ${keptAs}.`,
  );

const readState = async (): Promise<void> => {
  const answer = await request(appState, {});
  if (!answer.ok) {
    sayError(answer.error);
    return;
  }
  const { settings, undo, savedAt, isCatalogueReady, readProgress, watch, refusal, ...app } = answer.value;
  const save = savedAt === null ? null : ({ state: 'saved', at: savedAt } as const);
  useAppState.setState({ app, settings, undo, isCatalogueReady, readProgress, watch, refusal, save });
};

let hasLeft = false;

/**
 * Leaves the pages of records that are gone from the archive, for whatever reason. An edit still being typed is sent as
 * its editor unmounts, is refused, and waits in a banner.
 */
const leaveGone = (gone: Events['archive-changed']['gone']): void => {
  hasLeft = false;
  if (gone.length === 0) return;
  const ids = new Set(gone.map(({ id }) => id));
  forgetMemos((memoId) => ids.has(memoId));
  hasLeft = leaveRecords(gone);
};

/** Shown if the open record was deleted elsewhere: in the window that deleted it the act reports itself. */
const sayLeft = (): void => {
  if (hasLeft)
    sayDone('The open item is no longer in the archive', {
      name: 'Trash',
      run: () => goTo({ view: 'trash' }),
    });
  hasLeft = false;
};

/**
 * The archive is gone, or back. Requests in between were answered from an old state, so everything is requested again,
 * and pending edits are written.
 */
const takeStanding = async ({ refusal }: Events['archive-standing']): Promise<void> => {
  useAppState.setState({ refusal });
  if (refusal !== null) return;
  askAllAgain();
  raiseUndoRevision();
  await saveEverything();
};

/** Keeps the app state current until the returned function is called. */
export const followApp = (): (() => void) => {
  const stops = [
    onEvent('settings-changed', ({ settings }) => useAppState.setState({ settings })),
    onEvent('save-state', (save) => useAppState.setState({ save })),
    onEvent('catalogue-progress', (readProgress) => useAppState.setState({ readProgress })),
    onEvent('catalogue-ready', () => {
      useAppState.setState({ isCatalogueReady: true });
      // Only now is it certain whether the sample is there.
      void readState();
    }),
    onEvent('archive-standing', (standing) => void takeStanding(standing)),
    onEvent('watch-state', (watch) => useAppState.setState({ watch })),
    onEvent('import-progress', (progress) =>
      useAppState.setState({ importing: progress.done >= progress.total ? null : progress }),
    ),
    onEvent('ocr-progress', (progress) =>
      useAppState.setState({ ocr: progress.done >= progress.total ? null : progress }),
    ),
    onEvent('marks-progress', (progress) =>
      useAppState.setState({ marks: progress.done >= progress.total ? null : progress }),
    ),
    onEvent('translation-progress', (progress) =>
      useAppState.setState({ translating: progress.done >= progress.total ? null : progress }),
    ),
    onEvent('bulk-progress', (progress) =>
      useAppState.setState({ bulk: progress.done >= progress.total ? null : progress }),
    ),
    onEvent('exchange-progress', (progress) =>
      useAppState.setState({ exchange: progress.done >= progress.total ? null : progress }),
    ),
    onEvent('backup-progress', (progress) =>
      useAppState.setState({ backup: progress.done >= progress.total ? null : progress }),
    ),
    onEvent('backup-changed', () => askQueryAgain(backupState)),
    onEvent('file-repaired', (repaired) => {
      sayRepaired(repaired);
      askQueryAgain(reviewList);
      askQueryAgain(countsGet);
    }),
    onEvent('changed-outside', () => void takeInOutside()),
    onEvent('changed-elsewhere', ({ topics }) => {
      sayLeft();
      if (topics.includes('memos')) void takeInElsewhere();
    }),
    onEvent('taken-back', sayTakenBack),
    onEvent('copies-merged', (merged) => {
      sayMerged(merged);
      askQueryAgain(reviewList);
      askQueryAgain(countsGet);
    }),
    onEvent('encryption-notice', sayEncryption),
    onEvent('git-attributes-added', sayAttributesAdded),
    onEvent('trash-purged', sayPurged),
    onEvent('trash-waits', sayWaiting),
    onEvent('settings-damaged', saySettingsDamaged),
    onEvent('archive-changed', ({ undo, topics, gone }) => {
      useAppState.setState({ undo });
      leaveGone(gone);
      // The sample may be among them.
      if (topics.includes('articles') || gone.length > 0) void readState();
    }),
  ];
  void readState();
  return () => {
    for (const stop of stops) stop();
  };
};
