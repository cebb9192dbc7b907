import { app } from 'electron';

/**
 * macOS reports files that are opened with the app, even before it is ready; they are held until there is a listener.
 */
const waiting: string[] = [];
let open = (path: string): void => void waiting.push(path);

/** Starts to collect opened files; has to be called before the app is ready. */
export function listenForOpenedFiles(): void {
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open(path);
  });
}

/** Calls `listener` with each opened file, including those already held. */
export function followOpenedFiles(listener: (path: string) => void): void {
  open = listener;
  for (const path of waiting.splice(0)) listener(path);
}
