// Maven runs this: `node build.mjs` builds the pages if their sources have changed, `node build.mjs check` checks types
// and runs the unit tests. Packages are installed if the lock file has changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const output = join(here, '../../../target/classes/META-INF/resources');
const builtFrom = join(here, '../../../target/web.sha256');
const installedFrom = join(here, 'node_modules/.installed.sha256');
/** Folders that are no sources of the pages; `src/api` is generated from openapi.json. */
const NO_SOURCES = ['node_modules', 'browser', 'api'];

function files(path) {
  return statSync(path).isDirectory()
    ? readdirSync(path)
        .filter(name => !NO_SOURCES.includes(name))
        .sort()
        .flatMap(name => files(join(path, name)))
    : [path];
}

function digest(paths) {
  const hash = createHash('sha256');
  paths.forEach(path => hash.update(path).update('\0').update(readFileSync(path)).update('\0'));
  return hash.digest('hex');
}

function says(file, content) {
  return existsSync(file) && readFileSync(file, 'utf8') === content;
}

function npm(...args) {
  const { status } = spawnSync('npm', args, { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error(`npm ${args.join(' ')} failed; the pages need Node 20.19 or later, this is ${process.version}`);
    process.exit(1);
  }
}

function install() {
  const lock = digest([join(here, 'package-lock.json')]);
  if (!says(installedFrom, lock)) {
    npm('ci', '--no-audit', '--no-fund', '--loglevel=error');
    writeFileSync(installedFrom, lock);
  }
}

if (process.argv[2] === 'check') {
  install();
  npm('run', '--silent', 'check');
  npm('run', '--silent', 'test');
} else {
  const sources = digest(files(here));
  if (!(says(builtFrom, sources) && existsSync(join(output, 'index.html')))) {
    install();
    rmSync(join(output, 'assets'), { recursive: true, force: true });
    mkdirSync(output, { recursive: true });
    npm('run', '--silent', 'build', '--', '--logLevel=warn');
    writeFileSync(builtFrom, sources);
  }
}
