import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './server.ts';

/** An ext4 file system of its own in a file, that can lose its power: whatever was not flushed to it is gone. */
export interface CuttableDisk {
  folder: string;
  /** EXT4_IOC_SHUTDOWN without a log flush: from here on nothing reaches the disk, as when the plug is pulled. */
  cut(): Promise<void>;
  /** The power is back: the journal is replayed as at a start. */
  remount(): void;
  remove(): void;
}

/** Makes one; where this machine lacks root, loop devices or the tools, the sentence that says so. */
export function makeCuttableDisk(): CuttableDisk | string {
  const home = temporaryFolder();
  const image = join(home, 'disk.img');
  const folder = join(home, 'disk');
  mkdirSync(folder);
  writeFileSync(image, '');
  truncateSync(image, 512 * 1024 * 1024);
  const made = run('mkfs.ext4', '-q', image) ?? run('mount', '-o', 'loop', image, folder);
  const unmount = () => {
    run('umount', folder);
  };
  if (made !== null) {
    rmSync(home, { recursive: true, force: true });
    return made;
  }
  chmodSync(folder, 0o755);
  return {
    folder,
    cut: async () => {
      // EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH; fs/ext4/ext4.h of the Linux kernel.
      const failed = run(
        'perl',
        '-e',
        'open(D, "<", $ARGV[0]) or die; my $f = pack("I", 2); defined(ioctl(D, 0x8004587d, $f)) or die "$!"',
        folder,
      );
      if (failed !== null) throw new Error(failed);
    },
    remount: () => {
      unmount();
      const failed = run('mount', '-o', 'loop', image, folder);
      if (failed !== null) throw new Error(failed);
    },
    remove: () => {
      unmount();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** What went wrong, or null. */
function run(command: string, ...args: string[]): string | null {
  const { status, error, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? null : `${command}: ${error?.message ?? stderr.trim()}`;
}
