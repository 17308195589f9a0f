import { deepStrictEqual, match, strictEqual } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder, script } from '../support/cli.ts';
import { clean, fullWidth, wrongTotal } from '../support/faulty.ts';

const large = fullWidth.repeat(20);
const fixing = [process.execPath, script, 'check', '--fix', '--lang', 'zh'];

/** Run a shell's script with the words behind it as `$@`. */
const shell = (commands: string, words: readonly string[], cwd: string) => {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', commands, 'sh', ...words], { cwd });
  return { code: status, out: String(stdout), err: String(stderr) };
};

/** A file system of its own, gone with the process that mounted it: nobody else sees it. */
const mounts = (words: string) =>
  spawnSync('unshare', ['--map-root-user', '--mount', 'sh', '-c', words]).status === 0;
const mountable = mounts('mount -t tmpfs tmpfs /mnt');
const onDisk = mountable ? it : it.skip;
const why = mountable ? '' : ' (skipped: this system lets nobody mount a small file system)';

describe('a full disk while fixing', () => {
  onDisk(`the file stays as it was, no draft is left, small files still find room${why}`, () =>
    inFolder({ 'files/big.txt': large, 'files/ok.txt': fullWidth }, (cwd) => {
      for (const folder of ['disk', 'after']) mkdirSync(join(cwd, folder));
      // Filled to the last page, then room made for the small file and half of the large one.
      const commands = `
        mount -t tmpfs -o size=1m tmpfs disk || exit 9
        cp files/* disk
        cat /dev/zero >disk/filler 2>/dev/null
        truncate -s -${Math.ceil(Buffer.byteLength(large) / 2)} disk/filler
        cd disk; "$@" .; code=$?; cd ..
        rm disk/filler; cp -a disk/. after; exit $code`;
      const words = ['--map-root-user', '--mount', 'sh', '-c', commands, 'sh', ...fixing];
      const { code, out, err } = shell('unshare "$@"', words, cwd);
      strictEqual(code, 2, out + err);
      match(err, /big\.txt: 磁盘已满\n/);
      match(out, /1 个文件不能读写；改正 \d+ 处。\n$/);
      deepStrictEqual(readdirSync(join(cwd, 'after')).sort(), ['big.txt', 'ok.txt']);
      strictEqual(readFileSync(join(cwd, 'after/big.txt'), 'utf8'), large);
      strictEqual(readFileSync(join(cwd, 'after/ok.txt'), 'utf8'), clean);
    }),
  );

  const onLinux = process.platform === 'linux' ? it : it.skip;

  onLinux('nor where the size of files is limited', () =>
    inFolder({ 'big.txt': large, 'ok.txt': fullWidth }, (cwd) => {
      const { code, err } = shell('trap "" XFSZ; ulimit -f 32; exec "$@" .', fixing, cwd);
      strictEqual(code, 2, err);
      match(err, /big\.txt: 超出文件大小限制\n/);
      strictEqual(readFileSync(join(cwd, 'big.txt'), 'utf8'), large);
      strictEqual(readFileSync(join(cwd, 'ok.txt'), 'utf8'), clean);
      deepStrictEqual(readdirSync(cwd).sort(), ['big.txt', 'ok.txt']);
    }),
  );

  onLinux('what cannot be put out is not passed over', () =>
    inFolder({ 'a.txt': wrongTotal }, (cwd) => {
      const { code, err } = shell('exec "$@" >/dev/full', [process.execPath, script, 'check', '.'], cwd);
      strictEqual(code, 2);
      match(err, /no space left on the disk/);
    }),
  );
});
