// Evaluates what `strace -f -yy -e trace=network` has recorded of a process and its descendants. Opening a socket or
// looking up a route (connect on UDP, which sends nothing) is no leak: a send is, and so is a TCP connection.

const loopback = /^(?:127\.|::1$|::ffff:127\.)/;

/** The address in a system call: in its sockaddr, or as the peer of the descriptor's connection. */
const addressPatterns = [
  /inet_addr\("([^"]+)"\)/,
  /inet_pton\(AF_INET6, "([^"]+)"/,
  /^\d+ +\w+\(\d+<(?:TCP|UDP)(?:v6)?:\[[^>]*->\[?([0-9a-f.:]+?)\]?:\d+\]>/,
];

const isInternetSocket = (line: string): boolean =>
  /^\d+ +\w+\(\d+<(?:TCP|UDP|UDPLITE|RAW|PING)(?:v6)?:/.test(line) || /sa_family=AF_INET6?\b/.test(line);

const namesPort53 = (line: string): boolean => /htons\(53\)|:53\]>/.test(line);

const addressIn = (line: string): string | null => {
  for (const pattern of addressPatterns) {
    const address = pattern.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  return null;
};

const isSend = (line: string): boolean => /^\d+ +(?:send|sendto|sendmsg|sendmmsg)\(/.test(line);
const isTcpConnect = (line: string): boolean => /^\d+ +connect\(\d+<TCP/.test(line);

/** The lines of a trace that show that something left the machine, or that a name was looked up. */
export const findLeaks = (trace: string): readonly string[] =>
  trace.split('\n').filter((line) => {
    if (!isInternetSocket(line)) return false;
    if (namesPort53(line)) return true;
    if (!isSend(line) && !isTcpConnect(line)) return false;
    // A send without a known recipient counts as a leak.
    const address = addressIn(line);
    return address === null || !loopback.test(address);
  });

/** How many local Internet socket calls the trace contains: proof that it was recording. */
export const countLoopbackCalls = (trace: string): number =>
  trace.split('\n').filter((line) => {
    const address = isInternetSocket(line) ? addressIn(line) : null;
    return address !== null && loopback.test(address);
  }).length;
