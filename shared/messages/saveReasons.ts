/** Why a save failed, in the words of the user, from what the system calls it and the step at which it said so. */
import { phrase, type Phrase } from './phrase.ts';

const full = phrase('The disk is full: free some space.', '磁盘已满：请腾出空间。');
const noFolder = phrase('Its folder is no longer there.', '其所在文件夹已不存在。');
const held = phrase('Another program holds the file: close it there.', '该文件正被其他程序占用：请先在该程序中关闭。');
const network = phrase('Its drive does not answer: a network drive may have been disconnected.', '其所在驱动器没有响应：网络驱动器可能已断开。');
const folderRefuses = phrase('Its folder may not be written by you.', '您没有写入该文件夹的权限。');

const reasons: Readonly<Record<string, Phrase>> = {
  ENOSPC: full,
  EDQUOT: phrase('Your share of the disk is used up: free some space.', '您的磁盘配额已用完：请腾出空间。'),
  EFBIG: phrase('It is larger than this disk takes a file to be.', '文件大小超过该磁盘的上限。'),
  EROFS: phrase('Its disk may only be read.', '该磁盘为只读。'),
  EISDIR: phrase('There is a folder of this name.', '已有同名文件夹。'),
  ENOTDIR: noFolder,
  EBUSY: held,
  ETXTBSY: held,
  ELOOP: phrase('Its link leads round in a circle.', '其符号链接形成循环。'),
  ENAMETOOLONG: phrase('Its name is longer than this disk takes.', '文件名超过该磁盘的长度上限。'),
  EIO: phrase('The disk reports a fault, or a network drive was disconnected.', '磁盘报告故障，或网络驱动器已断开。'),
  EHOSTDOWN: network,
  EHOSTUNREACH: network,
  ENETDOWN: network,
  ENETUNREACH: network,
  ENOTCONN: network,
  ESTALE: network,
  ETIMEDOUT: network,
  'read-only-file': phrase('The file is marked as read-only.', '该文件被标记为只读。'),
  'broken-link': phrase('It is a link to a file that is not there: its drive may be disconnected.', '它是一个链接，所指文件不存在：其所在驱动器可能已断开。'),
  'differs-on-disk': phrase('What the disk gave back is not what was written: do not trust this disk.', '磁盘读回的内容与写入的不一致：请勿信任该磁盘。'),
};

/** Null where the cause says nothing more than its name does. */
export function saveReason(step: string, cause: string): Phrase | null {
  if (cause === 'ENOENT') return step === 'create' ? noFolder : null;
  if (cause === 'EACCES' || cause === 'EPERM') {
    if (step === 'create') return folderRefuses;
    // The new file is there already, so that the folder takes files: what refuses is the old one.
    return step === 'rename' ? held : phrase('You may not read or write it.', '您没有读写该文件的权限。');
  }
  return reasons[cause] ?? null;
}
