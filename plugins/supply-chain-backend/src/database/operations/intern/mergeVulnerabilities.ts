import { Knex } from 'knex';

/** Two vulnerabilities turned out to be one: findings and names move over. */
export async function mergeVulnerabilities(options: {
  tx: Knex.Transaction;
  from: number;
  into: number;
}): Promise<void> {
  const { tx, from, into } = options;
  await tx('vulnerability_alias')
    .where({ vulnerability_id: from })
    .update({ vulnerability_id: into });
  const twins: { gone: number; kept: number }[] = await tx('finding as f')
    .join('finding as k', join =>
      join
        .on('k.release_id', 'f.release_id')
        .on('k.component_key', 'f.component_key'),
    )
    .where({ 'f.vulnerability_id': from, 'k.vulnerability_id': into })
    .select({ gone: 'f.id', kept: 'k.id' });
  for (const { gone, kept } of twins) {
    // The earlier sighting is the true one
    const { first_seen_at } = await tx('finding')
      .where({ id: gone })
      .first('first_seen_at');
    await tx('finding')
      .where({ id: kept })
      .where('first_seen_at', '>', first_seen_at)
      .update({ first_seen_at });
    await tx('finding_source')
      .where({ finding_id: gone })
      .update({ finding_id: kept });
    await tx('finding').where({ id: gone }).delete();
  }
  await tx('finding')
    .where({ vulnerability_id: from })
    .update({ vulnerability_id: into });
  await tx('vulnerability').where({ id: from }).delete();
}
