import { describe, expect, it } from 'vitest';
import { countLoopbackCalls, findLeaks } from '../../support/network-trace.ts';

// Lines as strace 6.13 prints them.
const leaks = {
  'a look-up': '71 sendto(33<UDP:[10.0.2.15:41200->10.0.2.3:53]>, "\\f0\\1", 29, MSG_NOSIGNAL, NULL, 0) = 29',
  'a look-up of glibc':
    '71 connect(9<UDP:[5512]>, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("127.0.0.53")}, 16) = 0',
  'many messages at once': '71 sendmmsg(33<UDP:[10.0.2.15:41200->10.0.2.3:53]>, [{msg_hdr={}}], 2, 0) = 2',
  'a TCP connection':
    '71 connect(40<TCP:[113]>, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("192.0.2.7")}, 16) = -1 EINPROGRESS (Operation now in progress)',
  'a TCP connection over IPv6':
    '71 connect(40<TCPv6:[113]>, {sa_family=AF_INET6, sin6_port=htons(443), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "2001:db8::7", &sin6_addr), sin6_scope_id=0}, 28 <unfinished ...>',
  'a message to an address':
    '71 sendto(12<UDP:[99]>, "x", 1, 0, {sa_family=AF_INET, sin_port=htons(5353), sin_addr=inet_addr("224.0.0.251")}, 16) = 1',
  'a message on a connected socket':
    '71 sendmsg(12<UDPv6:[[2001:db8::1]:500->[2001:db8::7]:443]>, {msg_name=NULL}, 0) = 9',
  'a message on a TCP connection':
    '71 sendto(12<TCP:[10.0.2.15:5000->192.0.2.7:80]>, "GET", 3, 0, NULL, 0) = 3',
  'a message to nobody known': '71 sendto(12<UDP:[99]>, "x", 1, 0, NULL, 0) = 1',
};

const harmless = {
  'a socket that is opened': '71 socket(AF_INET6, SOCK_DGRAM, IPPROTO_IP) = 56<UDPv6:[113449]>',
  'a route that is asked for':
    '71 connect(56<UDPv6:[113]>, {sa_family=AF_INET6, sin6_port=htons(443), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "2001:db8::8888", &sin6_addr), sin6_scope_id=0}, 28) = -1 ENETUNREACH (Network is unreachable)',
  'a message to this machine': '71 sendto(12<TCP:[127.0.0.1:5000->127.0.0.1:80]>, "GET", 3, 0, NULL, 0) = 3',
  'a connection to this machine':
    '71 connect(40<TCP:[113]>, {sa_family=AF_INET, sin_port=htons(4000), sin_addr=inet_addr("127.0.0.1")}, 16) = 0',
  'a connection to this machine over IPv6':
    '71 connect(40<TCPv6:[113]>, {sa_family=AF_INET6, sin6_port=htons(4000), inet_pton(AF_INET6, "::1", &sin6_addr)}, 28) = 0',
  'a message to another process':
    '71 sendmsg(5<UNIX-STREAM:[12->13]>, {msg_name=NULL, msg_iov=[{iov_base="htons(53)"}]}, 0) = 9',
  'a question to the kernel':
    '71 sendto(9<NETLINK:[ROUTE:71]>, [{nlmsg_len=20}], 20, 0, {sa_family=AF_NETLINK}, 12) = 20',
  'a line that is the end of another': '71 <... sendto resumed>)             = 896',
};

describe('judging what was sent', () => {
  it.each(Object.entries(leaks))('finds %s', (_what, line) => {
    expect(findLeaks(`${harmless['a message to this machine']}\n${line}\n`)).toEqual([line]);
  });

  it.each(Object.entries(harmless))('lets %s be', (_what, line) => {
    expect(findLeaks(line)).toEqual([]);
  });

  it('counts what went to this machine alone', () => {
    expect(countLoopbackCalls([...Object.values(leaks), ...Object.values(harmless)].join('\n'))).toBe(4);
  });
});
