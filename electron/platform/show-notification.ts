import { Notification } from 'electron';

/** Kept until they are answered: otherwise they would be garbage collected, and their clicks lost. */
const shown = new Set<Notification>();

/**
 * The text below the title, escaped as the system needs it. Servers of the Desktop Notifications Specification
 * interpret markup, and GNOME's only knows the five named entities; other systems show plain text.
 */
const bodyOf = (text: string): string =>
  process.platform === 'linux'
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : text;

/** Shows a system notification, if the system supports them. */
export const showNotification = (
  { title, text }: { readonly title: string; readonly text: string },
  onClick: () => void,
): void => {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title, body: bodyOf(text) });
  const drop = () => shown.delete(notification);
  shown.add(notification);
  notification.on('click', () => {
    drop();
    onClick();
  });
  notification.on('close', drop);
  notification.on('failed', drop);
  notification.show();
};
