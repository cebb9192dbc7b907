/**
 * npm's reason for a failure, and what a person can do about it. npm prints its reason as `npm error …` lines,
 * including a code (https://nodejs.org/api/tls.html#x509-certificate-error-codes and those of the system).
 */

/** @type {readonly {code: RegExp, advice: string}[]} */
const remedies = [
  {
    code: /UNABLE_TO_GET_ISSUER_CERT|UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED|self[- ]signed certificate|unable to (?:get|verify)/iu,
    advice:
      'npm does not know the authority (CA) that signs for this network. Ask for its certificate, and name the file:\n' +
      '  npm config set cafile /path/to/ca.pem',
  },
  {
    code: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENETUNREACH|EIDLETIMEOUT/u,
    advice:
      'npm cannot reach its registry. Behind a proxy, name it:\n' +
      '  npm config set proxy http://HOST:PORT && npm config set https-proxy http://HOST:PORT',
  },
  {
    code: /E40[137]\b/u,
    advice:
      'The registry or the proxy asks for a login: npm login, or the name and password in the proxy’s address.',
  },
  { code: /ENOSPC/u, advice: 'The disk is full.' },
  {
    code: /EACCES|EPERM/u,
    advice:
      'A file belongs to another user, perhaps to root after an earlier run with sudo: make this folder yours.',
  },
  {
    code: /E404\b|ETARGET/u,
    advice: 'The registry that npm asks does not have the package: npm config get registry.',
  },
];

const MAX_LINES = 6;

/**
 * npm's reason, without the lines about its log, and the advice for it.
 *
 * @param {string} output both streams of npm
 * @returns {string}
 */
export function explainNpm(output) {
  const said = output
    .split('\n')
    .map((line) => line.replace(/^npm (?:error|ERR!|warn) ?/u, '').trim())
    .filter((line) => line !== '' && !/A complete log of this run|^In most cases|^network /u.test(line));
  const reason = [...new Set(said)].slice(0, MAX_LINES);
  const advice = remedies.find(({ code }) => code.test(output))?.advice;
  return [
    ...(reason.length === 0 ? ['npm gave no reason.'] : reason.map((line) => `  ${line}`)),
    ...(advice === undefined ? [] : [advice]),
  ].join('\n');
}
