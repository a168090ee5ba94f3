import { Command, Option } from 'commander';
import { CliError } from '../CliError';

/** Who signs, and where that is published. */
export interface SigningOptions {
  keyFile?: string;
  signingConfig?: string;
  fulcioUrl?: string;
  rekorUrl?: string;
  rekorVersion?: '1' | '2';
  timestampServerUrl?: string;
  identityTokenFile?: string;
  oidcClientId?: string;
}

/** The same for a command that signs only when told to. */
export interface MaySign extends SigningOptions {
  sign?: boolean;
}

/** Named as in cosign, where it has them. */
export function addSigningOptions(command: Command): Command {
  return command
    .option(
      '--key-file <file>',
      'private key in PEM (or the text in SUPPLY_CHAIN_SIGNING_KEY)',
    )
    .option(
      '--signing-config <file>',
      "a Sigstore's signing_config.json, for signing without a key",
    )
    .addOption(
      new Option(
        '--fulcio-url <url>',
        'certificate authority, instead of the one in that file',
      ).conflicts('keyFile'),
    )
    .option('--rekor-url <url>', 'log, instead of the one in that file')
    .addOption(
      new Option('--rekor-version <number>', "that log's version").choices([
        '1',
        '2',
      ]),
    )
    .option(
      '--timestamp-server-url <url>',
      'timestamp authority, instead of the one in that file',
    )
    .addOption(
      new Option(
        '--identity-token-file <file>',
        'ID token for the certificate authority (or SIGSTORE_ID_TOKEN, or the GitHub job’s own)',
      ).conflicts('keyFile'),
    )
    .option(
      '--oidc-client-id <name>',
      'whom that ID token is for (default: sigstore)',
    );
}

/** For commands that make a document. */
export function addSignOption(command: Command, what: string): Command {
  return addSigningOptions(command.option('--sign', what));
}

const NAMES: Record<keyof SigningOptions, string> = {
  keyFile: '--key-file',
  signingConfig: '--signing-config',
  fulcioUrl: '--fulcio-url',
  rekorUrl: '--rekor-url',
  rekorVersion: '--rekor-version',
  timestampServerUrl: '--timestamp-server-url',
  identityTokenFile: '--identity-token-file',
  oidcClientId: '--oidc-client-id',
};

/** Whoever says how to sign and not that it is to be signed would ship it unsigned. */
export function requireSign(options: MaySign): void {
  if (options.sign) return;
  for (const [name, flag] of Object.entries(NAMES)) {
    if (options[name as keyof SigningOptions] !== undefined) {
      throw new CliError(`${flag} says how to sign: give --sign too`);
    }
  }
}
