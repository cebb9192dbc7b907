/** Requests to the app around the archive: its window, its clipboard, its settings. */
import { z } from 'zod';
import { commandIds } from '../command/command-table.ts';
import { exactPartial } from '../exact-partial.ts';
import { paperSchema } from '../memo/memo.ts';
import type { Timestamp } from '../time.ts';
import type { ArchiveRefusal } from './errors/archive-errors.ts';
import type { ReadProgress, UndoState, WatchState } from './events.ts';
import { nothing } from './inputs.ts';
import { defineRequest, edit, nothingTouched, query, transientEdit, type } from './request.ts';
import { type Settings, settingsSchema } from './settings.ts';
import { keptPlaceSchema, openableRecordSchema } from './window-record.ts';

/** The open archive and the app around it. */
export type AppState = {
  readonly version: string;
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly archive: {
    readonly title: string;
    readonly folder: string;
    readonly hasSample: boolean;
    readonly isEncrypted: boolean;
  };
  readonly settings: Settings;
  readonly undo: UndoState;
  readonly savedAt: Timestamp | null;
  readonly isCatalogueReady: boolean;
  /** Null as long as it is not known how many articles there are. */
  readonly readProgress: ReadProgress | null;
  /** How changes by other programs are noticed. */
  readonly watch: WatchState;
  /** Why the archive can't be written now (it is gone or opened elsewhere); null if it can. */
  readonly refusal: ArchiveRefusal | null;
};

/** A package of others that is in the app. */
export type ThirdPartyPackage = {
  readonly name: string;
  readonly version: string;
  /** An expression of SPDX ids. */
  readonly licence: string;
  /** As in the package; null if it has none. */
  readonly text: string | null;
};

export const appState = defineRequest(
  'app:state',
  query({
    input: nothing,
    output: type<AppState>(),
    topics: [],
    says: 'The state at start; later changes come as events.',
  }),
);

export const appThirdParty = defineRequest(
  'app:third-party',
  query({
    input: nothing,
    output: type<readonly ThirdPartyPackage[]>(),
    topics: [],
    says: 'The packages of others in the app, with their licences, by name.',
  }),
);

export const appReadyToClose = defineRequest(
  'app:ready-to-close',
  transientEdit({
    input: nothing,
    output: type<null>(),
    says: 'The window has written what was pending.',
  }),
);

export const appAskBeforeClosing = defineRequest(
  'app:ask-before-closing',
  transientEdit({
    input: nothing,
    output: type<null>(),
    says: 'Something could not be written or is not sealed: the window asks what to do, and is closed by the answer alone.',
  }),
);

export const appStayOpen = defineRequest(
  'app:stay-open',
  transientEdit({
    input: nothing,
    output: type<null>(),
    says: 'The person stays: what the window was to close for (to quit, to lock, another archive) is given up.',
  }),
);

export const appShowCommands = defineRequest(
  'app:show-commands',
  transientEdit({
    input: z.strictObject({ enabled: z.array(z.enum(commandIds)) }),
    output: type<null>(),
    says: 'The window tells which commands something answers now; the menu greys the others.',
  }),
);

export const appCheckSpelling = defineRequest(
  'app:check-spelling',
  transientEdit({
    input: z.strictObject({ languages: z.array(z.string().max(35)).max(10) }),
    output: type<null>(),
    says: 'The window tells the languages of the text that is written in; spelling is checked in these.',
  }),
);

export const appOpenWindow = defineRequest(
  'app:open-window',
  transientEdit({
    input: openableRecordSchema,
    output: type<null>(),
    says: 'Opens an article or a memo in a window of its own, on the same archive.',
  }),
);

export const appKeepPlace = defineRequest(
  'app:keep-place',
  transientEdit({
    input: keptPlaceSchema,
    output: type<null>(),
    says: 'Keeps on this machine where the window is: the next start comes back there.',
  }),
);

export const appPrint = defineRequest(
  'app:print',
  transientEdit({
    input: z.strictObject({ paper: paperSchema }),
    output: type<null>(),
    says: "Prints the pages that the window has laid out for paper, by the system's dialog.",
  }),
);

export const appOpenLink = defineRequest(
  'app:open-link',
  transientEdit({
    input: z.strictObject({ href: z.string().max(4096) }),
    output: type<{ readonly wasOpened: boolean }>(),
    says: "Asks for confirmation with the full address, then hands it to the system's browser.",
  }),
);

export const appCopy = defineRequest(
  'app:copy',
  transientEdit({
    input: z.strictObject({ text: z.string().max(1_000_000) }),
    output: type<null>(),
    says: 'Copies plain text to the clipboard.',
  }),
);

export const settingsChange = defineRequest(
  'settings:change',
  edit({
    input: exactPartial(settingsSchema.omit({ dictionaries: true })),
    output: type<Settings>(),
    touches: nothingTouched,
    supersedes: { on: [] },
    // Under which name a board is filled.
    refreshes: ['board:open', 'board:list'],
    says: 'Changes the settings that are given and keeps the others.',
  }),
);

export const appRequests = [
  appState,
  appThirdParty,
  appReadyToClose,
  appAskBeforeClosing,
  appStayOpen,
  appShowCommands,
  appCheckSpelling,
  appOpenWindow,
  appKeepPlace,
  appPrint,
  appOpenLink,
  appCopy,
  settingsChange,
] as const;
