import { app } from 'electron';

/** macOS tells of files that are opened with the app, also before it is ready; they wait until somebody follows. */
const waiting: string[] = [];
let open = (path: string): void => void waiting.push(path);

/** Hears of them from now on; has to stand before the app is ready. */
export function listenForOpenedFiles(): void {
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open(path);
  });
}

/** Calls `listener` with each, also with those that wait. */
export function followOpenedFiles(listener: (path: string) => void): void {
  open = listener;
  for (const path of waiting.splice(0)) listener(path);
}
