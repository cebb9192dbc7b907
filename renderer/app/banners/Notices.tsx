import { X } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { IconButton } from '#renderer/ui/buttons/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { useLiveRegion } from '#renderer/window/live-region.ts';
import { closeNotice, useNotices } from '#renderer/window/notices.ts';
import styles from '../shell.module.css';

/** Tells the style sheets how high the notices are: a dialog makes room for them where they would stand over its title. */
const useKnownHeight = () => {
  const section = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = section.current;
    if (element === null) return;
    const observer = new ResizeObserver(() =>
      document.documentElement.style.setProperty('--notices-height', `${element.offsetHeight}px`),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return section;
};

/** What the window says by itself: the one polite live region, and the lines in the corner. */
export const Notices = () => {
  const notices = useNotices((state) => state.notices);
  const section = useKnownHeight();
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
