import { Knex } from 'knex';

/** What reading an artifact told; equal readings are one row. */
export async function keepReading(options: {
  tx: Knex.Transaction;
  sha256: string;
  readerVersion: number;
  hintKind: string;
  summary: object;
  packed: Uint8Array;
}): Promise<number> {
  const { tx } = options;
  const key = {
    sha256: options.sha256,
    reader_version: options.readerVersion,
    hint_kind: options.hintKind,
  };
  const [kept] = await tx('reading')
    .insert({
      ...key,
      summary: JSON.stringify(options.summary),
      fragment: Buffer.from(options.packed),
    })
    .onConflict(['sha256', 'reader_version', 'hint_kind'])
    .ignore()
    .returning('id');
  const { id } = kept ?? (await tx('reading').where(key).first('id'));
  return id;
}
