import { Notification } from 'electron';

/** Held until they are answered: else their clicks would be lost with them. */
const shown = new Set<Notification>();

/** Shows a notification of the system, where it has any. */
export const showNotification = (
  { title, text }: { readonly title: string; readonly text: string },
  onClick: () => void,
): void => {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title, body: text });
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
