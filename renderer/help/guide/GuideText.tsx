import type { Nodes, PhrasingContent, RootContent, Table } from 'mdast';
import { Fragment, type ReactNode } from 'react';
import { Link as PressedLink } from 'react-aria-components';
import type { SearchTerm } from '#domain/search/language/search-node.ts';
import { markTerms } from '#domain/search/words/mark-terms.ts';
import { MarkedParts } from '#renderer/parts/search/MarkedParts.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { type GuideDocument, readGuideDocument, slugOf, textOf } from './guide-page.ts';
import styles from './guide-text.module.css';

export type GuideContext = {
  /** Highlighted in the text. */
  readonly terms: readonly SearchTerm[];
  /** How to follow a link; null if it leads out of the guide: Precis never goes online. */
  readonly follow: (url: string) => (() => void) | null;
};

type Written<N extends Nodes = Nodes> = { readonly node: N; readonly context: GuideContext };

/** A key or key combination as written in the guide: `F1`, `Ctrl+Shift+F`. */
const keyPattern =
  /^(?:(?:Ctrl|Shift|Alt)\+)*(?:F\d{1,2}|Ctrl|Shift|Alt|⌘|Enter|Esc|Tab|Del|Home|End|Page(?:Up|Down)|[←→↑↓]+|[A-Za-z0-9?.,=-])$/u;

const Code = ({ value }: { readonly value: string }) =>
  keyPattern.test(value) ? <Kbd keys={value.replace('Ctrl', 'Mod')} /> : <code>{value}</code>;

const Link = ({ node, context }: Written<Extract<Nodes, { type: 'link' }>>) => {
  const go = context.follow(node.url);
  const words = <Children node={node} context={context} />;
  if (go !== null) {
    return (
      <PressedLink className={joinClasses(styles.link)} onPress={go}>
        {words}
      </PressedLink>
    );
  }
  return node.url.startsWith('https:') ? (
    <>
      {words} (<code>{node.url}</code>)
    </>
  ) : (
    words
  );
};

const GuideTable = ({ node, context }: Written<Table>) => {
  const [head, ...rows] = node.children;
  return (
    <div className={styles.table}>
      <table>
        <thead>
          <tr>
            {head?.children.map((cell, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the guide never changes while it is read
              <th key={at} scope="col">
                <Children node={cell} context={context} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the guide never changes while it is read
            <tr key={at}>
              {row.children.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the guide never changes while it is read
                <td key={column}>
                  <Children node={cell} context={context} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Heading = ({ node, context }: Written<Extract<Nodes, { type: 'heading' }>>) => {
  const Tag = node.depth <= 3 ? 'h2' : 'h3';
  return (
    <Tag id={`guide-${slugOf(textOf(node))}`} tabIndex={-1}>
      <Children node={node} context={context} />
    </Tag>
  );
};

const List = ({ node, context }: Written<Extract<Nodes, { type: 'list' }>>) => {
  const Tag = node.ordered === true ? 'ol' : 'ul';
  return (
    <Tag>
      <Children node={node} context={context} />
    </Tag>
  );
};

/** An item of one paragraph has no paragraph spacing. */
const Item = ({ node, context }: Written<Extract<Nodes, { type: 'listItem' }>>) => {
  const [only, second] = node.children;
  const inner = only?.type === 'paragraph' && second === undefined ? only : node;
  return (
    <li>
      <Children node={inner} context={context} />
    </li>
  );
};

type Writers = {
  readonly [T in Nodes['type']]?: (written: Written<Extract<Nodes, { type: T }>>) => ReactNode;
};

/** A picture in the guide's HTML: `<picture>` with a dark source, and the light one as its `<img>`. */
const partsOf = (html: string): { readonly name: string; readonly alt: string } | null => {
  const image = new DOMParser().parseFromString(html, 'text/html').querySelector('img');
  const [, name] = /([\w-]+)-light\.png$/u.exec(image?.getAttribute('src') ?? '') ?? [];
  return name === undefined ? null : { name, alt: image?.getAttribute('alt') ?? '' };
};

/** The documents that the window shows as its help, from the project's own files, in the order of the list. */

const files = import.meta.glob<string>(
  '../../../docs/{first-memo,user-guide,reference,how-precis-decides,administration,command-line,other-tools,teams}.md',
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
);
const pictures = import.meta.glob<string>('../../../docs/pictures/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

const order = [
  'first-memo',
  'user-guide',
  'reference',
  'how-precis-decides',
  'administration',
  'other-tools',
  'teams',
  'command-line',
];

const byName = (found: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(found).map(([path, value]) => [path.replace(/^.*\/([^/]+)\.\w+$/u, '$1'), value]));

const pictureUrls = byName(pictures);

/** The URL of a guide picture by its name without extension, e.g. `reader-dark`. */
const pictureUrl = (name: string): string | undefined => pictureUrls.get(name);

const documents = byName(files);

export const guide: readonly GuideDocument[] = order.flatMap((name) => {
  const markdown = documents.get(name);
  return markdown === undefined ? [] : [readGuideDocument(name, markdown)];
});

/** A guide picture, light or dark as the window is. Renders nothing if the HTML is not one. */
const GuidePicture = ({ html }: { readonly html: string }) => {
  const parts = partsOf(html);
  if (parts === null) return null;
  return (
    <picture className={styles.picture}>
      <source media="(prefers-color-scheme: dark)" srcSet={pictureUrl(`${parts.name}-dark`)} />
      <img alt={parts.alt} src={pictureUrl(`${parts.name}-light`)} />
    </picture>
  );
};

const writers: Writers = {
  text: ({ node, context }) => <MarkedParts text={node.value} marks={markTerms(node.value, context.terms)} />,
  inlineCode: ({ node }) => <Code value={node.value} />,
  code: ({ node }) => (
    <pre>
      <code>{node.value}</code>
    </pre>
  ),
  emphasis: ({ node, context }) => (
    <em>
      <Children node={node} context={context} />
    </em>
  ),
  strong: ({ node, context }) => (
    <strong>
      <Children node={node} context={context} />
    </strong>
  ),
  paragraph: ({ node, context }) => (
    <p>
      <Children node={node} context={context} />
    </p>
  ),
  blockquote: ({ node, context }) => (
    <blockquote>
      <Children node={node} context={context} />
    </blockquote>
  ),
  break: () => <br />,
  link: Link,
  list: List,
  listItem: Item,
  heading: Heading,
  table: GuideTable,
  html: ({ node }) => <GuidePicture html={node.value} />,
};

const Node = ({ node, context }: Written) => {
  const write = writers[node.type] as ((written: Written) => ReactNode) | undefined;
  return write === undefined ? textOf(node) : write({ node, context });
};

const Sequence = ({
  nodes,
  context,
}: {
  readonly nodes: readonly (RootContent | PhrasingContent)[];
  readonly context: GuideContext;
}) =>
  nodes.map((node, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the guide never changes while it is read
    <Fragment key={at}>
      <Node node={node} context={context} />
    </Fragment>
  ));

const Children = ({ node, context }: Written) =>
  'children' in node ? <Sequence nodes={node.children} context={context} /> : null;

type GuideTextProps = GuideContext & { readonly nodes: readonly RootContent[] };

/** A page of the guide. Only the node kinds listed here are rendered. */
export const GuideText = ({ nodes, ...context }: GuideTextProps) => (
  <div className={styles.text}>
    <Sequence nodes={nodes} context={context} />
  </div>
);
