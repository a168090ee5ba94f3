import { PULL_REQUEST } from './documents.mjs';

const DAY = 24 * 60 * 60_000;
const GZIP = ['--content-encoding', 'gzip'];

/**
 * What the demo sends, in order. `expect` says what it shows:
 *
 * - `supply-chain-portal` passes on its SBOM alone and lacks the rest;
 * - `backstage-app` passes with warnings, its SBOM is signed by somebody whom nobody
 *   trusts, it went to production without asking the gate, and a pull request for it
 *   does not pass;
 * - `chainloop` passed and then broke: an exploited vulnerability with a fix;
 * - `supply-chain-docs` sent something that is no evidence, and was refused.
 *
 * `supply-chain-cli` is sent by `sendOwn`, signed and bound to what was built.
 */
export function planOf({ at, carried, stranger }, version, now) {
  const ago = days => [
    '--made-at',
    new Date(now.getTime() - days * DAY).toISOString().replace(/\.\d+/, ''),
  ];
  const chainloop = carried('chainloop.cdxgen.cdx15.json.gz');
  const app = carried('backstage-app.yarn-plugin.cdx16.json.gz');
  return [
    {
      entity: 'chainloop',
      release: '2026.11.1',
      sends: [
        { file: chainloop, args: [...GZIP, ...ago(9)] },
        { file: at('chainloop-before/grype.json'), args: ago(9) },
      ],
    },
    {
      entity: 'chainloop',
      release: '2026.11.2',
      expect: 'failed',
      sends: [
        { file: chainloop, args: [...GZIP, ...ago(1)] },
        { file: at('chainloop-broken/grype.json'), args: ago(1) },
      ],
    },
    {
      entity: 'backstage-app',
      release: '1.55.0',
      sends: [
        { file: app, args: [...GZIP, ...ago(6)] },
        ...(stranger ? [{ file: stranger }] : []),
      ],
      then: [['promoted', '--stage', 'production']],
    },
    {
      entity: 'backstage-app',
      change: PULL_REQUEST,
      sends: [{ file: at('backstage-app.pull-request.cdx.json') }],
    },
    {
      entity: 'supply-chain-portal',
      release: version,
      sends: [{ file: at('supply-chain-portal.cdx.json') }],
    },
    {
      entity: 'supply-chain-docs',
      release: '1.0.0',
      refused: true,
      sends: [{ file: carried('release-notes.txt') }],
    },
  ];
}
