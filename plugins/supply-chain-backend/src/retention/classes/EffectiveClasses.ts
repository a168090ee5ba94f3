import { Knex } from 'knex';
import { ClassVersion, listEffective } from './operations/listClasses';
import { NamedClass } from './types';

/** What is promised now: by the database, or by the config before its first adoption. */
export class EffectiveClasses {
  readonly #configured: readonly NamedClass[];

  constructor(options: { configured: readonly NamedClass[] }) {
    this.#configured = options.configured;
  }

  async list(tx: Knex): Promise<readonly (NamedClass | ClassVersion)[]> {
    const effective = await listEffective({ tx });
    return effective.length > 0 ? effective : this.#configured;
  }
}
