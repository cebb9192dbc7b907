import { create } from 'zustand';

/** A message of the window: what was done, what an act needs first, or what failed; failures stay until closed. */
export type Notice = {
  readonly id: number;
  readonly tone: 'done' | 'hint' | 'failed';
  readonly title: string;
  readonly text: string | null;
  readonly action: { readonly name: string; readonly run: () => void } | null;
  /** A notice replaces the previous one about the same: ten undone steps are one line. */
  readonly about: string | null;
};

/** Notices on the last undo step. */
export const LAST_STEP = 'last step';
/** Notices on a memo that was just exported or sent, and on its file. */
export const GONE_OUT = 'gone out';

const DONE_SHOWN_MS = 6000;
const HINT_SHOWN_MS = 4000;
const MAX_SHOWN = 4;

type NoticeStore = { readonly notices: readonly Notice[] };

export const useNotices = create<NoticeStore>(() => ({ notices: [] }));

let lastId = 0;

export const closeNotice = (id: number): void =>
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));

/** Closes notices that are no longer true. */
export const closeAbout = (gone: NonNullable<Notice['about']>): void =>
  useNotices.setState(({ notices }) =>
    notices.some(({ about }) => about === gone)
      ? { notices: notices.filter(({ about }) => about !== gone) }
      : {},
  );

/** Closes notices on the last step, as another one followed. */
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

/** Shows it for this long. */
const showFor = (shownMs: number, notice: Omit<Notice, 'id'>): void => {
  const id = show(notice);
  setTimeout(() => closeNotice(id), shownMs);
};

/** Reports that something was done, for a few seconds. */
export const sayDone = (
  title: string,
  action: Notice['action'] = null,
  about: Notice['about'] = null,
): void => showFor(DONE_SHOWN_MS, { tone: 'done', title, text: null, action, about });

/** Long enough to read where a file is, and to go there. */
const MADE_SHOWN_MS = 15_000;

/** Reports that a file was made, where it is, and offers to show it. */
export const sayMade = (
  title: string,
  text: string,
  action: Notice['action'],
  about: Notice['about'] = null,
): void => showFor(MADE_SHOWN_MS, { tone: 'done', title, text, action, about });

/** Reports that a check found everything in order, for a few seconds. */
export const sayFound = (title: string, text: string): void =>
  showFor(DONE_SHOWN_MS, { tone: 'done', title, text, action: null, about: null });

/**
 * Says what an act needs first, for a few seconds: nothing was done, and nothing failed. A new hint replaces the last.
 */
export const sayHint = (title: string, text: string | null = null): void =>
  showFor(text === null ? HINT_SHOWN_MS : DONE_SHOWN_MS, {
    ...{ tone: 'hint', title, text, action: null, about: 'hint' },
  });

/** Reports a failure, until it is closed. */
export const sayFailed = (title: string, text: string, action: Notice['action'] = null): void => {
  show({ tone: 'failed', title, text, action, about: null });
};
