// A timestamp authority made of openssl, for tools that ask in DER and compare the
// nonce: the private Sigstore's own is asked in JSON and knows only small ones.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const CONFIG = `
[ req ]
distinguished_name = name
[ name ]
[ authority ]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign
subjectKeyIdentifier = hash
[ stamping ]
basicConstraints = critical,CA:false
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[ tsa ]
default_tsa = stamps
[ stamps ]
serial = serial
signer_digest = sha256
default_policy = 1.3.6.1.4.1.57264.2
digests = sha256, sha384, sha512
accuracy = secs:1
ess_cert_id_alg = sha256
`;

/** Makes its keys in a folder. */
export function makeTimestampAuthority(folder) {
  const openssl = (...args) =>
    execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const path = name => join(folder, name);
  writeFileSync(path('tsa.cnf'), CONFIG);
  writeFileSync(path('serial'), '01\n');
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];
  const configured = ['-config', 'tsa.cnf', '-nodes'];
  openssl(
    ...['req', '-x509', ...curve, ...configured, '-subj', '/O=private/CN=tsa'],
    ...['-extensions', 'authority', '-days', '2'],
    ...['-keyout', 'tsa-root.key', '-out', 'tsa-root.pem'],
  );
  openssl(
    ...['req', '-new', ...curve, ...configured, '-subj', '/O=private/CN=stamp'],
    ...['-keyout', 'tsa.key', '-out', 'tsa.csr'],
  );
  openssl(
    ...['x509', '-req', '-in', 'tsa.csr', '-days', '1', '-out', 'tsa.pem'],
    ...['-CA', 'tsa-root.pem', '-CAkey', 'tsa-root.key', '-CAcreateserial'],
    ...['-extfile', 'tsa.cnf', '-extensions', 'stamping'],
  );
  const der = name => ({
    rawBytes: readFileSync(path(name), 'utf8').replace(/-----.*-----|\s/g, ''),
  });
  return {
    /** Signing certificate first, as a trusted root has them. */
    certificates: [der('tsa.pem'), der('tsa-root.pem')],
    /** The answer to a request, both in DER. */
    reply(request) {
      writeFileSync(path('query.tsq'), request);
      openssl(
        ...['ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'query.tsq'],
        ...['-signer', 'tsa.pem', '-inkey', 'tsa.key', '-out', 'reply.tsr'],
      );
      return readFileSync(path('reply.tsr'));
    },
  };
}
