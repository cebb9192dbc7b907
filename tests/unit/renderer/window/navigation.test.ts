import { beforeEach, describe, expect, it } from 'vitest';
import { addressOfPlace, addressOfRecord } from '#domain/contract/window-record.ts';
import { articleIdSchema, passageIdSchema, sourceIdSchema } from '#domain/ids.ts';
import {
  beginAtAddress,
  currentPlace,
  goBack,
  goForward,
  goTo,
  goToPlace,
  goToView,
  keptPlace,
  leaveRecords,
  moveTo,
  useNavigation,
} from '#renderer/window/navigation.ts';

const start = useNavigation.getState();
const article = articleIdSchema.parse('0190f000-0000-7000-8000-000000000001');
const passage = passageIdSchema.parse('0190f000-0000-7000-8000-000000000002');

beforeEach(() => useNavigation.setState(start, true));

describe('places', () => {
  it('begin at the record that the address names, and at the day where it names none', () => {
    for (const search of ['', '?article=other', '?tag=0190f000-0000-7000-8000-000000000001']) {
      beginAtAddress(search);
      expect(currentPlace().view).toBe('today');
    }
    beginAtAddress(addressOfRecord({ kind: 'article', id: article }));
    expect(currentPlace()).toMatchObject({ view: 'articles', articleId: article });
    goBack();
    expect(currentPlace().view).toBe('articles');
  });

  it('begin where the window was left, without what a start has lost', () => {
    goTo({ view: 'articles', articleId: article, passageId: passage, isReport: true });
    const left = keptPlace();
    useNavigation.setState(start, true);
    beginAtAddress(addressOfPlace(left));
    expect(currentPlace()).toMatchObject({
      ...left,
      articleId: article,
      passageId: passage,
      isReport: false,
    });
    useNavigation.setState(start, true);
    for (const search of ['?left=%', '?left={}', '?left=%7B%22view%22%3A%22nowhere%22%7D']) {
      beginAtAddress(search);
      expect(currentPlace().view).toBe('today');
    }
  });

  it('are gone back to and forward to across views', () => {
    goTo({ view: 'articles', articleId: article });
    goTo({ view: 'passages' });
    goBack();
    expect(currentPlace()).toMatchObject({ view: 'articles', articleId: article });
    goForward();
    expect(currentPlace().view).toBe('passages');
  });

  it('forget what was forward once one goes elsewhere', () => {
    goTo({ view: 'articles' });
    goTo({ view: 'tags' });
    goBack();
    goTo({ view: 'tasks' });
    goForward();
    expect(currentPlace().view).toBe('tasks');
    goBack();
    expect(currentPlace().view).toBe('articles');
  });

  it('stay where they are at either end', () => {
    goBack();
    expect(currentPlace().view).toBe('today');
    goForward();
    expect(currentPlace().view).toBe('today');
  });

  it('are found in a view as it was left', () => {
    goTo({ view: 'articles', articleId: article });
    goTo({ view: 'tags' });
    goToView('articles');
    expect(currentPlace().articleId).toBe(article);
  });

  it('that only move within a view leave no step behind', () => {
    goTo({ view: 'articles' });
    moveTo({ view: 'articles', articleId: article });
    goBack();
    expect(currentPlace().view).toBe('today');
  });

  it('are shown again when they are gone to again', () => {
    goTo({ view: 'articles', articleId: article });
    const { visit, index } = useNavigation.getState();
    goTo({ view: 'articles', articleId: article });
    expect(useNavigation.getState()).toMatchObject({ visit: visit + 1, index });
  });

  it('that an undo names are a passage in its article', () => {
    goToPlace({ view: 'article', articleId: article, passageId: passage });
    expect(currentPlace()).toMatchObject({ view: 'articles', articleId: article, passageId: passage });
  });

  it('that an undo names for what has left its list are the list, with nothing open', () => {
    goTo({ view: 'articles', articleId: article });
    goToPlace({ view: 'articles' });
    expect(currentPlace()).toMatchObject({ view: 'articles', articleId: null });
  });
});

describe('records that are gone', () => {
  const other = articleIdSchema.parse('0190f000-0000-7000-8000-000000000003');

  it('leave what is open, the ways back and forward, and where their view was left', () => {
    goTo({ view: 'articles', articleId: other });
    goTo({ view: 'articles', articleId: article, passageId: passage });
    goTo({ view: 'passages' });
    goTo({ view: 'articles', articleId: article });
    expect(leaveRecords([{ id: article }])).toBe(true);
    expect(currentPlace()).toMatchObject({ view: 'articles', articleId: null });
    expect(JSON.stringify(useNavigation.getState())).not.toContain(article);
    goBack();
    expect(currentPlace().view).toBe('passages');
    goBack();
    expect(currentPlace()).toMatchObject({ view: 'articles', articleId: null });
    goBack();
    expect(currentPlace()).toMatchObject({ view: 'articles', articleId: other });
  });

  it('are no step back twice, and leave the window where it is', () => {
    goTo({ view: 'articles', articleId: article });
    goTo({ view: 'articles' });
    goTo({ view: 'passages' });
    expect(leaveRecords([{ id: article }])).toBe(false);
    expect(currentPlace().view).toBe('passages');
    goBack();
    goBack();
    expect(currentPlace().view).toBe('today');
  });

  it('give way to what they were merged into, without a word', () => {
    const [name, into] = [sourceIdSchema.parse(other), sourceIdSchema.parse(article)];
    goTo({ view: 'sources', sourceId: name });
    goTo({ view: 'passages' });
    goTo({ view: 'sources', sourceId: name });
    expect(leaveRecords([{ id: name, intoId: into }])).toBe(false);
    expect(currentPlace()).toMatchObject({ view: 'sources', sourceId: into });
    expect(JSON.stringify(useNavigation.getState())).not.toContain(name);
    expect(leaveRecords([{ id: into }])).toBe(true);
  });

  it('leave the article open of which a passage is gone', () => {
    goTo({ view: 'articles', articleId: article, passageId: passage });
    expect(leaveRecords([{ id: passage }])).toBe(false);
    expect(currentPlace()).toMatchObject({ articleId: article, passageId: null });
  });
});
