import { create } from 'zustand';

/**
 * One line that the window says: what was done, what an act waits for, or what failed, which stays until it is closed.
 */
export type Notice = {
  readonly id: number;
  readonly tone: 'done' | 'hint' | 'failed';
  readonly title: string;
  readonly text: string | null;
  readonly action: { readonly name: string; readonly run: () => void } | null;
  /** A notice takes the place of the one before it about the same: ten undone steps are one line. */
  readonly about: string | null;
};

/** What is said of the last step of undo. */
export const LAST_STEP = 'last step';
/** What is said of a memo that went out just now, and of its file. */
export const GONE_OUT = 'gone out';

const DONE_SHOWN_MS = 6000;
const HINT_SHOWN_MS = 4000;
const MAX_SHOWN = 4;

type NoticeStore = { readonly notices: readonly Notice[] };

export const useNotices = create<NoticeStore>(() => ({ notices: [] }));

let lastId = 0;

export const closeNotice = (id: number): void =>
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));

/** Closes what was said about something that does not hold any more. */
export const closeAbout = (gone: NonNullable<Notice['about']>): void =>
  useNotices.setState(({ notices }) =>
    notices.some(({ about }) => about === gone)
      ? { notices: notices.filter(({ about }) => about !== gone) }
      : {},
  );

/** Closes what was said of the last step: another was done since. */
export const closeLastStep = (): void => closeAbout(LAST_STEP);

const isReplacedBy = (other: Notice, notice: Omit<Notice, 'id'>): boolean =>
  other.about === null
    ? other.title === notice.title && other.text === notice.text
    : other.about === notice.about;

const show = (notice: Omit<Notice, 'id'>): number => {
  lastId += 1;
  const shown = { ...notice, id: lastId };
  useNotices.setState(({ notices }) => ({
    notices: [...notices.filter((other) => !isReplacedBy(other, notice)), shown].slice(-MAX_SHOWN),
  }));
  return shown.id;
};

/** Shows it for so many milliseconds. */
const showFor = (shownMs: number, notice: Omit<Notice, 'id'>): void => {
  const id = show(notice);
  setTimeout(() => closeNotice(id), shownMs);
};

/** Says that something was done, for a few seconds. */
export const sayDone = (
  title: string,
  action: Notice['action'] = null,
  about: Notice['about'] = null,
): void => showFor(DONE_SHOWN_MS, { tone: 'done', title, text: null, action, about });

/** Enough to read where a file is, and to go there. */
const MADE_SHOWN_MS = 15_000;

/** Says that a file was made, where it is, and how to get there. */
export const sayMade = (
  title: string,
  text: string,
  action: Notice['action'],
  about: Notice['about'] = null,
): void => showFor(MADE_SHOWN_MS, { tone: 'done', title, text, action, about });

/** Says what was looked at and found as it should be, for a few seconds. */
export const sayFound = (title: string, text: string): void =>
  showFor(DONE_SHOWN_MS, { tone: 'done', title, text, action: null, about: null });

/**
 * Says what an act needs first, for a moment: nothing was done, and nothing failed. One hint takes the place of the
 * last.
 */
export const sayHint = (title: string, text: string | null = null): void =>
  showFor(text === null ? HINT_SHOWN_MS : DONE_SHOWN_MS, {
    ...{ tone: 'hint', title, text, action: null, about: 'hint' },
  });

/** Says what failed, until it is closed. */
export const sayFailed = (title: string, text: string, action: Notice['action'] = null): void => {
  show({ tone: 'failed', title, text, action, about: null });
};
