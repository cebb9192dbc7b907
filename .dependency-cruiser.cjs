// The layers of docs/architecture.md as rules.

const features =
  '(archive|articles|reader|passages|chronology|related|tags|sources|tasks|memos|boards|review|today|pad|insights|search|trash|settings|help)';
const electronPackage = '^(node_modules/electron/|electron$)';
const useCases = '(handlers|storage|git|index|watch|backup|spelling|import|export|ports|time)';

const placed = [
  `^electron/(${useCases}|app|ipc|platform|cli)/`,
  '^electron/(main|preload|importer-preload|lock-preload)\\.ts$',
  `^renderer/(${features}|app|bridge|window|commands|parts|editor|importer|lock|ocr|pdf|ui)/`,
  '^renderer/main\\.tsx$',
];

/** Modules below `from` may import of the project what `to` matches, and nothing else of it. */
const allowInProject = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: '^(domain|electron|renderer|tests|scripts)/', pathNot: to },
});

/** Modules below `from` may import of packages and Node what `to` matches, and nothing else. */
const allowPackages = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { dependencyTypesNot: ['local', 'aliased-subpath-import', 'type-only'], pathNot: to },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two modules that need each other are one module.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'What cannot be resolved cannot be judged by any other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },

    {
      name: 'unplaced',
      comment: 'A new folder has to be given its place among these rules first.',
      severity: 'error',
      from: { path: '^(electron|renderer)/', pathNot: placed },
      to: {},
    },

    {
      name: 'domain-folders-in-order',
      comment: 'Two folders of the domain that need each other are one folder.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^domain/' },
      to: { circular: true, path: '^domain/' },
    },
    {
      name: 'rooms-in-order',
      comment:
        'Two folders of a feature that need each other share state that is in neither: it has a folder of its own.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^renderer/(memos|reader)/' },
      to: { circular: true, path: '^renderer/' },
    },
    allowInProject('domain-alone', 'The domain knows only itself.', '^domain/', '^domain/'),
    allowPackages(
      'domain-packages',
      'The domain is pure: zod, and no Node.',
      '^domain/(?!text/sequences/)',
      '^node_modules/zod/',
    ),
    allowPackages(
      'alignment-packages',
      'Myers, itself pure and without dependencies, is the one algorithm that the domain does not write out.',
      '^domain/text/sequences/',
      '^node_modules/fast-myers-diff/',
    ),
    {
      name: 'domain-not-to-contract',
      comment: 'The contract is written over the domain, never the reverse.',
      severity: 'error',
      from: { path: '^domain/(?!contract/)' },
      to: { path: '^domain/contract/' },
    },

    allowInProject(
      'use-cases-injected',
      'Handlers, storage, index, import and export get the machine by injection.',
      `^electron/${useCases}/`,
      `^(domain|electron/${useCases})/`,
    ),
    {
      name: 'storage-without-git',
      comment: 'Storage is what a merge is made of; it knows of no merge.',
      severity: 'error',
      from: { path: '^electron/storage/' },
      to: { path: '^electron/git/' },
    },
    {
      name: 'handlers-through-ports',
      comment:
        'A use case says by its ports what it needs; who fulfils it is wired in electron/app and electron/cli.',
      severity: 'error',
      from: { path: '^electron/handlers/' },
      to: { path: '^electron/', pathNot: '^electron/(handlers|ports|time)/' },
    },
    {
      name: 'handlers-without-files',
      comment: 'A use case answers with changes; files are read and written behind its ports.',
      severity: 'error',
      from: { path: '^electron/handlers/' },
      to: { path: '^(node:)?fs(/promises)?$' },
    },
    {
      name: 'use-cases-without-electron',
      comment: 'They run the same in the window, in the command line and in a test.',
      severity: 'error',
      from: { path: `^electron/${useCases}/` },
      to: { path: electronPackage },
    },
    {
      name: 'ports-are-types',
      comment: 'A port says what is needed; it holds no code of its own to import from elsewhere.',
      severity: 'error',
      from: { path: '^electron/ports/' },
      to: { path: '^electron/', pathNot: '^electron/ports/' },
    },
    allowInProject(
      'main-process',
      'The main process never reaches into the page.',
      '^electron/(app|ipc|platform|cli)/|^electron/main\\.ts$',
      '^(domain|electron)/',
    ),
    {
      name: 'nobody-imports-main',
      comment: 'main.ts wires everything and is imported by nothing.',
      severity: 'error',
      from: {},
      to: { path: '^electron/(main|preload|importer-preload|lock-preload)\\.ts$' },
    },
    allowInProject(
      'preloads',
      'A preload is a narrow door: names and types of the contract.',
      '^electron/(importer-|lock-)?preload\\.ts$',
      '^domain/contract/',
    ),
    {
      name: 'preloads-without-the-table',
      comment:
        'What a preload runs are the names of channels: the table of requests and its schemas stay outside.',
      severity: 'error',
      from: { path: '^(electron/(importer-|lock-)?preload|domain/contract/(importer-|lock-)?bridge)\\.ts$' },
      to: {
        path: '^(domain/|node_modules/zod/)',
        pathNot: '^domain/contract/(importer-|lock-)?bridge\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    allowPackages(
      'preload-packages',
      'A sandboxed preload has only electron.',
      '^electron/(importer-|lock-)?preload\\.ts$',
      electronPackage,
    ),

    {
      name: 'renderer-in-the-browser',
      comment: 'No page has Node or Electron.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-without-electron',
      comment: 'The page speaks to the main process through its bridge only.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: electronPackage },
    },
    allowInProject(
      'app-composes',
      'Only the shell knows all features.',
      '^renderer/(app/|main\\.tsx$)',
      `^(domain|renderer/(app|bridge|window|commands|parts|editor|pdf|ui|${features}))/`,
    ),
    allowInProject(
      'features-apart',
      'Features share parts, not each other.',
      `^renderer/${features}/`,
      `^domain/|^renderer/(bridge|window|commands|parts|editor|pdf|ui|$1)/`,
    ),
    allowInProject(
      'parts',
      'Parts know the domain, not the features that use them.',
      '^renderer/parts/',
      '^(domain|renderer/(parts|bridge|window|commands|editor|ui))/',
    ),
    allowInProject(
      'bridge',
      'The bridge carries the contract, and tells the window what failed.',
      '^renderer/bridge/',
      '^(domain|renderer/(bridge|window))/',
    ),
    allowInProject(
      'window-state',
      'What the window shows and where it is: stores that ask nothing of the main process.',
      '^renderer/window/',
      '^(domain/|renderer/window/|renderer/ui/(use-|focus/))',
    ),
    allowInProject(
      'commands',
      'Who answers a command, by which keys, and in which menus.',
      '^renderer/commands/',
      '^(domain/|renderer/(commands|bridge|window)/|renderer/ui/(use-|focus/))',
    ),
    allowInProject(
      'editor',
      'The editor is used in the sandboxed importer too, which has no bridge.',
      '^renderer/editor/',
      '^(domain|renderer/(editor|ui))/',
    ),
    allowInProject(
      'importer',
      'What reads untrusted files reaches neither the bridge nor the window.',
      '^renderer/importer/',
      '^(domain|renderer/(importer|editor|pdf))/',
    ),
    allowInProject(
      'pdf',
      'PDFs are drawn for the window and read by the sandboxed importer, which has no bridge.',
      '^renderer/pdf/',
      '^(domain|renderer/pdf)/',
    ),
    allowInProject(
      'ocr',
      'What reads pictures of text draws PDFs, and serves as the importer does; it reaches nothing else.',
      '^renderer/ocr/',
      '^(domain|renderer/(ocr|pdf))/|^renderer/importer/window-bridge',
    ),
    allowInProject(
      'lock',
      'The page of a locked archive reaches nothing that knows of one.',
      '^renderer/lock/',
      '^(domain/contract/lock-bridge|renderer/(lock|ui))',
    ),
    allowInProject('ui', 'Widgets know nothing of the domain.', '^renderer/ui/', '^renderer/ui/'),
    allowPackages(
      'ui-packages',
      'Widgets are React and React Aria.',
      '^renderer/ui/',
      '^node_modules/(react|react-dom|react-aria-components|react-stately|react-aria|@react-aria|@react-types|@internationalized|lucide-react|@types|@fontsource-variable)/',
    ),
  ],
  options: {
    doNotFollow: { path: '^node_modules/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
