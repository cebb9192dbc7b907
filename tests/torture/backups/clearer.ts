// A program that backs the encrypted archive in `archive` of the folder that is its first argument up to `disk` there,
// deletes the backups of before it was encrypted, and is killed just before the nth change that it makes on the disk; n
// is its second argument. It writes how many it made.
import { killBeforeChange } from '../kill-before-change.ts';
import { encryptBackups } from './encrypt-backups.ts';

const [folder = '', last = ''] = process.argv.slice(2);
const changes = killBeforeChange(Number(last));
await encryptBackups(folder);
process.stdout.write(`${changes()}\n`);
