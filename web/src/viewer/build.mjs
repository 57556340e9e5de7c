// Fetches the OHIF viewer as its makers publish it, and fits it to be served under /viewer/ by Aegle: paths, own page
// and configuration, no service worker, no sign-in code, nothing that asks another host. Every fitting that finds
// nothing to fit ends the build, so that another version of OHIF cannot slip through half fitted.
//
//   node build.mjs OHIF-VERSION TARGET-FOLDER
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const ROOT = '/viewer/';
const INTEGRITY = {
  '3.12.10': 'sha512-0kuF66Mq9c9dMD++bUsTjMrJpXJwaZhz9B4uS244DawAjSkTwIYFU93pxPuRUQixaRi7QAHlF3Fe1qudBlZrmA==',
};
// The neural network's runtime (136 MB), what only another deployment of OHIF needs, and icons for home screens.
const UNUSED = [
  /^ort\//, /\.map$/, /^(_headers|_redirects|serve\.json|manifest\.json|google\.js|sw\.js|init-service-worker\.js)$/,
  /^(silent-refresh\.html|oidc-client\.min\.js|polyfill\.min\.js|es6-shim\.min\.js|index\.html|app-config\.js)$/,
  /^assets\/(apple-|android-|coast-|firefox|mstile|yandex|browserconfig|manifest)/,
];
const COMPRESSIBLE = /\.(js|css|wasm|svg)$/;

const here = dirname(fileURLToPath(import.meta.url));
const [version, target] = process.argv.slice(2);

function main() {
  const stamp = join(target, '..', 'viewer.stamp');
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return;
  }
  rmSync(target, { recursive: true, force: true });
  const source = unpack(fetch(join(target, '..', 'viewer-package')));
  copy(source);
  fit();
  compress();
  writeFileSync(stamp, wanted);
}

// All that decides what is built: the version and the files beside this one.
function fingerprint() {
  const hash = createHash('sha256').update(version);
  for (const file of readdirSync(here).sort()) {
    hash.update(file).update(readFileSync(join(here, file)));
  }
  return hash.digest('hex');
}

function fetch(folder) {
  const integrity = INTEGRITY[version];
  if (!integrity) {
    throw new Error(`The hash of @ohif/app ${version} is not known: review that version, then add its hash here.`);
  }
  const archive = join(folder, `ohif-app-${version}.tgz`);
  if (!existsSync(archive) || sha512(archive) !== integrity) {
    mkdirSync(folder, { recursive: true });
    execFileSync('npm', ['pack', `@ohif/app@${version}`, '--silent', '--pack-destination', folder], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  if (sha512(archive) !== integrity) {
    throw new Error(`${archive} is not the @ohif/app ${version} that was reviewed.`);
  }
  return archive;
}

function sha512(file) {
  return 'sha512-' + createHash('sha512').update(readFileSync(file)).digest('base64');
}

function unpack(archive) {
  const folder = dirname(archive);
  rmSync(join(folder, 'package'), { recursive: true, force: true });
  execFileSync('tar', ['-xzf', archive, '-C', folder]);
  return join(folder, 'package');
}

function copy(source) {
  const dist = join(source, 'dist');
  cpSync(dist, target, {
    recursive: true,
    filter: from => !UNUSED.some(unused => unused.test(relative(dist, from))),
  });
  rmSync(join(target, 'ort'), { recursive: true, force: true });
  cpSync(join(source, 'LICENSE'), join(target, 'LICENSE.txt'));
  rmSync(source, { recursive: true });
}

function fit() {
  replaceIn(/\.js$/, /__webpack_require__\.p = "\/"/g, `__webpack_require__.p = "${ROOT}"`);
  replaceIn(/\.css$/, /url\((["']?)\//g, `url($1${ROOT}`);
  // A tool for segmentations would fetch its WebAssembly from a public host; it is not offered here.
  replaceIn(/\.js$/, /https:\/\/cdn\.jsdelivr\.net\/npm\//g, `${ROOT}unavailable/`);
  const [bundle] = files(target).filter(file => /^app\.bundle\.[0-9a-f]+\.js$/.test(file));
  const page = readFileSync(join(here, 'index.html'), 'utf8').replace('@BUNDLE@', bundle);
  writeFileSync(join(target, 'index.html'), page);
  for (const own of ['start.js', 'app-config.js']) {
    cpSync(join(here, own), join(target, own));
  }
}

function replaceIn(names, pattern, replacement) {
  let fitted = 0;
  for (const file of files(target).filter(name => names.test(name))) {
    const path = join(target, file);
    const before = readFileSync(path, 'utf8');
    const after = before.replace(pattern, replacement);
    if (after !== before) {
      writeFileSync(path, after);
      fitted++;
    }
  }
  if (fitted === 0) {
    throw new Error(`OHIF ${version} has nothing that matches ${pattern}: see how it is built now.`);
  }
}

// Large text files are kept in gzip form only, which is what the server sends to whoever accepts it.
function compress() {
  for (const file of files(target).filter(name => COMPRESSIBLE.test(name))) {
    const path = join(target, file);
    if (statSync(path).size > 4096) {
      writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
      rmSync(path);
    }
  }
}

function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath ?? entry.path, entry.name)));
}

main();
