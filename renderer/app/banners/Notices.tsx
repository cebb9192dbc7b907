import { X } from 'lucide-react';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { IconButton } from '#renderer/ui/buttons/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { useLiveRegion } from '#renderer/window/live-region.ts';
import { closeNotice, useNotices } from '#renderer/window/notices.ts';
import styles from '../shell.module.css';
import { useKnownHeight } from './use-known-height.ts';

/** What the window says by itself: the one polite live region, and the lines at its foot. */
export const Notices = () => {
  const notices = useNotices((state) => state.notices);
  const section = useKnownHeight('--notices-height');
  const spoken = useLiveRegion(({ text }) => text);
  return (
    <>
      <div className="visually-hidden" aria-live="polite">
        {spoken}
      </div>
      <section ref={section} className={styles.notices} aria-label="Notices" aria-live="polite">
        {notices.map(({ id, tone, title, text, action }) => (
          <div
            key={id}
            className={joinClasses(
              styles.notice,
              tone === 'hint' && styles.hint,
              tone === 'failed' && styles.failed,
            )}
            role={tone === 'failed' ? 'alert' : undefined}
          >
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
            <IconButton icon={X} label="Close" isSmall onPress={() => closeNotice(id)} />
          </div>
        ))}
      </section>
    </>
  );
};
