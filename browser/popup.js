// The popup of the button does the work itself: only a page of the extension can read what `pageCapture` saves, and it
// is closed as soon as it loses the focus, so that nothing is asked first.
import { keepPage } from './keep.js';

/** So long words are shown that need nothing. */
const SHOWN_MS = 3000;

const { isDone, title, text } = await keepPage(chrome);
for (const [id, words] of Object.entries({ title, text })) {
  const element = document.getElementById(id);
  if (element !== null) element.textContent = words;
}
if (isDone) setTimeout(() => window.close(), SHOWN_MS);
