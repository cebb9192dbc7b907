import { useStore } from 'zustand';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './editor.module.css';
import type { InlineMenuStore } from './inline-menu.ts';

/** The list under the caret that `@` and `/` open. The caret stays in the text; the keys act on the list. */
export const InlineMenuList = ({ menu }: { readonly menu: InlineMenuStore }) => {
  const open = useStore(menu, (state) => state.open);
  if (open === null || open.caret === null) return null;
  const { caret, items, index, choose } = open;
  return (
    <div
      className={styles.inlineMenu}
      role="listbox"
      aria-label="Insert"
      style={{ insetInlineStart: caret.left, insetBlockStart: caret.bottom + 6 }}
    >
      {items.length === 0 && <p className={styles.inlineNone}>Nothing found</p>}
      {items.map((item, at) => (
        <div
          key={item.id}
          role="option"
          tabIndex={-1}
          aria-selected={at === index}
          className={joinClasses(styles.inlineItem, at === index && styles.inlineCurrent)}
          onMouseDown={(event) => {
            event.preventDefault();
            choose(item);
          }}
        >
          <span className={styles.inlineTitle}>{item.title}</span>
          <span className={styles.inlineDetail}>{item.detail}</span>
        </div>
      ))}
    </div>
  );
};
