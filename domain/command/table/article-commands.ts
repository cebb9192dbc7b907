/** Acts on an article. */
import type { Command } from '../command.ts';
import { entry, on, toTrash } from './entries.ts';

/** An act on a translation of the open article. */
const onTranslation = (shortName: string, name: string, more: Partial<Command> = {}): Command =>
  on('Article', shortName, name, { submenu: 'Translation', ...more });

export const articleCommands = {
  'article.toggle-read': entry({ name: 'Mark as read or unread', group: 'Article', singleKey: 'u' }),
  'article.details': entry({
    name: 'Article details',
    group: 'Article',
    keys: ['Mod+I'],
    yieldsToFields: true,
  }),
  'article.note': on('Article', 'Note', 'Note on the article', { singleKey: 'Shift+N' }),
  'article.pages': on('Article', 'Pages of the original', 'Show or hide the pages of the original', {
    keys: ['Mod+F9'],
    singleKey: 'p',
  }),
  'article.frame': on('Article', 'Frame a region of a page', 'Frame a region of a page of the original', {
    singleKey: 'Shift+P',
  }),
  'article.picture': entry({ name: 'Enlarge picture', group: 'Article', singleKey: 'i' }),
  'article.name': on('Article', 'Name at the cursor…', 'What is known of the name at the cursor…', {
    singleKey: 'Shift+C',
  }),
  'article.names': on('Article', 'Known names', 'Underline known names, or not'),
  'article.event-date': entry({ name: 'Add an event date…', group: 'Article', singleKey: 'Shift+D' }),

  'translation.show': onTranslation('Show or hide', 'Show or hide the translation', { singleKey: 'Shift+T' }),
  'translation.edit': onTranslation('Translate this paragraph', 'Translate this paragraph'),
  'translation.cross': onTranslation('Go there, or back', 'Go to the translation, or back to the text'),
  'translation.add': onTranslation('Add…', 'Add a translation…', { startsSection: true }),
  'translation.change': onTranslation('Language and translator…', 'Language and translator…'),
  'translation.paragraph-language': onTranslation(
    'Language of this paragraph…',
    'Language of this paragraph…',
  ),
  'translation.delete': onTranslation('Move to trash', 'Move the translation to trash', {
    startsSection: true,
  }),

  'article.used-in': on('Article', 'Used in…', 'What uses the article…'),
  'article.new-memo': entry({ name: 'New memo from this article…', group: 'Article' }),
  'article.new-version': entry({ name: 'Import a new version…', group: 'Article', startsSection: true }),
  'article.reread': entry({ name: 'Read the original again…', group: 'Article' }),
  'article.read-marks': entry({ name: 'Read the marks of the original…', group: 'Article' }),
  'article.withdrawn': entry({ name: 'Mark as withdrawn…', group: 'Article' }),
  'article.not-withdrawn': entry({ name: 'No longer withdrawn', group: 'Article' }),
  'article.restore-text': entry({ name: 'Restore the text from the original', group: 'Article' }),
  'article.accept-text': entry({ name: 'Use the changed text…', group: 'Article' }),
  'article.delete': toTrash('Article'),
};
