import { hostname, networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import { makeLanCertificate } from '../src/server/lan-certificate.ts';

// `npm run lan-certificate [-- NAME-OR-ADDRESS …]`: HTTPS for the kiosks of a base's network (docs/kiosk.md says where each file goes).

const asked = process.argv.slice(2);
const wrong = asked.find((name) => !/^[\w.:-]+$/.test(name));
if (wrong !== undefined) {
  process.stderr.write(`"${wrong}" is neither a name nor an address.\n`);
  process.exit(1);
}
const own = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .filter(({ internal, address }) => !internal && !address.startsWith('fe80:'))
  .map(({ address }) => address);
const names = [...new Set([...asked, ...own, hostname(), `${hostname()}.local`, 'localhost', '127.0.0.1'])];
const dataDir = resolve(process.env.DATA_DIR || '.furrow/township');
const folder = join(dataDir, 'tls');

const { authorityFile, certFile, keyFile, validUntil } = await makeLanCertificate(folder, names, new Date());
process.stdout.write(`A certificate for ${names.join(', ')}
until ${validUntil.toISOString().slice(0, 10)}; make it again before that, the kiosks need not be touched.

Start the server with
  DATA_DIR=${dataDir} TLS_CERT=${certFile} TLS_KEY=${keyFile} HOST=0.0.0.0 npm start

Trust on every kiosk, once (docs/kiosk.md):
  ${authorityFile}
`);
