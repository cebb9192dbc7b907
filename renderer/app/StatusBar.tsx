import { Check, CircleAlert, CircleCheck, CloudOff, X } from 'lucide-react';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { useUnsavedEdits } from '#renderer/bridge/unsaved-edits.ts';
import { useArticlesRead } from '#renderer/bridge/use-so-far.ts';
import { printClock } from '#renderer/parts/dates/print-date.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { useLiveRegion } from '#renderer/window/live-region.ts';
import { closeNotice, type Notice, useNotices } from '#renderer/window/notices.ts';
import { usePendingEdits } from '#renderer/window/pending-edits.ts';
import { useStatusLine } from '#renderer/window/status-line.ts';
import styles from './shell.module.css';

/** Says that everything is saved only if no edit has failed or is pending and no field has uncommitted text. */
const SaveState = () => {
  const { held, typed } = usePendingEdits();
  const save = useAppState((state) => state.save);
  const unsaved = useUnsavedEdits(({ edits }) => edits.length);
  const refusal = useAppState((state) => state.refusal);
  if (refusal !== null && unsaved === 0) {
    return (
      <span className={styles.warn} role="status">
        {refusal.code === 'archive-gone' ? 'The archive is missing' : 'Read-only: the lock was lost'}
      </span>
    );
  }
  if (unsaved > 0 || save?.state === 'failed') {
    return (
      <span className={styles.warn} role="status">
        Not saved
      </span>
    );
  }
  if (held > 0 || save?.state === 'saving') return <span>Saving…</span>;
  if (typed > 0)
    return <span title="Press Enter, leave the field or use its button to save">Not saved yet</span>;
  return (
    <span className={styles.saved}>
      <Check size={14} aria-hidden />
      {save === null ? 'Everything is saved' : `Saved ${printClock(save.at)}`}
    </span>
  );
};

const NoticeLine = ({ notice, earlier }: { readonly notice: Notice; readonly earlier: number }) => {
  const { id, tone, title, text, action } = notice;
  return (
    <div
      className={joinClasses(
        styles.notice,
        tone === 'hint' && styles.hint,
        tone === 'failed' && styles.failed,
      )}
      role={tone === 'failed' ? 'alert' : undefined}
    >
      {tone === 'done' && <CircleCheck size={16} aria-hidden />}
      {tone === 'failed' && <CircleAlert size={16} aria-hidden />}
      <div className={styles.noticeText}>
        <div className={styles.noticeTitle}>{title}</div>
        {text !== null && <p>{text}</p>}
      </div>
      {action !== null && (
        <Button
          isSmall
          onPress={() => {
            closeNotice(id);
            action.run();
          }}
        >
          {action.name}
        </Button>
      )}
      {earlier > 0 && <span className={styles.earlier}>{earlier} earlier</span>}
      <IconButton icon={X} label="Close" isSmall onPress={() => closeNotice(id)} />
    </div>
  );
};

/** More of them would hide too much of the text below. */
const LINES_SHOWN = 2;

/** The newest notices, of which only the newest one of several lines; the others return when these are closed. */
const shownOf = (notices: readonly Notice[]): readonly Notice[] => {
  const long = notices.filter(({ text }) => text !== null).slice(-1);
  const lines = notices.filter(({ text }) => text === null).slice(-LINES_SHOWN);
  return notices.filter((notice) => long.includes(notice) || lines.includes(notice));
};

/** Publishes the height of the notices to the style sheets: a dialog makes room for them below itself. */
const useKnownHeight = (): RefObject<HTMLElement | null> => {
  const measured = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = measured.current;
    if (element === null) return;
    const observer = new ResizeObserver(() =>
      document.documentElement.style.setProperty('--notices-height', `${element.offsetHeight}px`),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return measured;
};

/**
 * The window's messages: the one polite live region, and the newest notices, in a corner at the bottom. They are
 * outside the window's root, which is inert while a dialog is open, so they can be heard and clicked then too.
 */
const Notices = () => {
  const notices = useNotices((state) => state.notices);
  const section = useKnownHeight();
  const spoken = useLiveRegion(({ text }) => text);
  const shown = shownOf(notices);
  const earlier = notices.length - shown.length;
  return createPortal(
    <div data-react-aria-top-layer="true">
      <div className="visually-hidden" aria-live="polite">
        {spoken}
      </div>
      <section ref={section} className={styles.notices} aria-label="Notices" aria-live="polite">
        {shown.map((notice, at) => (
          <NoticeLine key={notice.id} notice={notice} earlier={at === shown.length - 1 ? earlier : 0} />
        ))}
      </section>
    </div>,
    document.body,
  );
};

/** Whether everything is saved, that nothing leaves the machine, what is at the caret, and what is being read. */
export const StatusBar = () => {
  const items = useStatusLine((state) => state.items);
  const articlesRead = useArticlesRead();
  return (
    <footer className={styles.status}>
      <SaveState />
      <span title="Nothing leaves this computer">
        <CloudOff size={14} aria-hidden />
        Offline
      </span>
      {items.map((text) => (
        <span key={text}>{text}</span>
      ))}
      {articlesRead !== null && (
        <span className={styles.running}>
          {articlesRead === '' ? 'Checking the files for changes…' : `Loading ${articlesRead}…`}
        </span>
      )}
      <Notices />
    </footer>
  );
};
