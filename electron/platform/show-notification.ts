import { Notification } from 'electron';

/** Held until they are answered: else their clicks would be lost with them. */
const shown = new Set<Notification>();

/**
 * The words below the title as the system shows them. Servers of the Desktop Notifications Specification read markup in
 * them, and GNOME's knows only the five named entities; other systems take them as they are.
 */
const bodyOf = (text: string): string =>
  process.platform === 'linux'
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : text;

/** Shows a notification of the system, where it has any. */
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
