/** A file of a mail: `name` is its stated name, null for none; `content` its bytes or text. */
export type MailFile = {
  readonly name: string | null;
  readonly content: string | Uint8Array;
  readonly type?: string;
};

/** As a quoted string (RFC 5322). */
const quoted = (name: string): string => name.replace(/["\\]/gu, '\\$&');

const partOf = ({ name, content, type = 'application/octet-stream' }: MailFile): readonly string[] => [
  `Content-Type: ${type}`,
  name === null
    ? 'Content-Disposition: attachment'
    : `Content-Disposition: attachment; filename="${quoted(name)}"`,
  ...(type === 'message/rfc822'
    ? ['', content.toString()]
    : ['Content-Transfer-Encoding: base64', '', Buffer.from(content).toString('base64')]),
];

/** A mail (RFC 5322) with the text `text` and its attachments. */
export const makeMail = (
  subject: string,
  text: string,
  files: readonly MailFile[],
  boundary = 'edge',
): string =>
  [
    'From: Jana <jana@harbour.example>',
    `Subject: ${subject}`,
    'Date: Mon, 22 Apr 2024 10:00:00 +0200',
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary=${boundary}`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    ...files.flatMap((file) => [`--${boundary}`, ...partOf(file)]),
    `--${boundary}--`,
  ].join('\r\n');
