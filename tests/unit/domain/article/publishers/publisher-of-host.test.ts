import { describe, expect, it } from 'vitest';
import { HOST_TABLE } from '#domain/article/host-table.ts';
import { publisherOfUrl, withPublisherOfHost } from '#domain/article/publisher-of-host.ts';

describe('the publisher of an address', () => {
  it.each([
    ['https://www.reuters.com/world/china/a-story-2024-04-22/', 'Reuters'],
    ['http://REUTERS.com', 'Reuters'],
    ['https://news.un.org/en/story/1', 'UN News'],
    ['https://press.un.org/en/2024', 'United Nations'],
    ['https://www.bbc.co.uk:443/news?x=1', 'BBC'],
    ['https://reuters.com./a', 'Reuters'],
    ['https://user@reuters.com/a', 'Reuters'],
  ])('is known by its host: %s', (url, name) => {
    expect(publisherOfUrl(url)).toBe(name);
  });

  it.each([
    'https://notreuters.com/a',
    'https://reuters.com.example/a',
    'https://reuters.com@evil.example/a',
    'https://evil.example/reuters.com',
    'https://evil.example\\@reuters.com/',
    'https://leeds.gov.uk/',
    'ftp://reuters.com/a',
    'reuters.com',
    'https://com/',
    '',
  ])('is not known where the host is another: %s', (url) => {
    expect(publisherOfUrl(url)).toBeNull();
  });

  it('says no more than a text says of itself', () => {
    const url = { value: 'https://www.reuters.com/a', foundIn: 'canonical-link' } as const;
    expect(withPublisherOfHost({ url }).publisher).toEqual({ value: 'Reuters', foundIn: 'host' });
    const publisher = { value: 'Reuters Plus', foundIn: 'json-ld' } as const;
    expect(withPublisherOfHost({ url, publisher }).publisher).toEqual(publisher);
    expect(withPublisherOfHost({})).toEqual({});
  });

  it('stands in the table once, under a host and a name', () => {
    const lines = HOST_TABLE.trim().split('\n');
    const hosts = lines.map((line) => line.split(' ')[0]);
    expect(new Set(hosts).size).toBe(hosts.length);
    for (const line of lines) expect(line).toMatch(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+ \S.*\S$/u);
  });
});
