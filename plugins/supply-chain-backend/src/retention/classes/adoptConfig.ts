import { canonicalText } from './canonicalText';
import { lockKeeping } from '../../database/operations/record/lockKeeping';
import { SupplyChainDatabase } from '../../database/SupplyChainDatabase';
import { ClassVersion, listEffective } from './operations/listClasses';
import { replaceClass } from './operations/replaceClass';
import { shortens } from './shortens';
import { ClassDefinition, NamedClass } from './types';

/** What the config says of a class otherwise than what is effective, and what that shortens. */
export interface ClassChange {
  name: string;
  effective?: ClassDefinition;
  /** Absent where the config no longer has the class. */
  configured?: ClassDefinition;
  /** Empty for what only lengthens. */
  shortens: string[];
}

export function classChanges(
  effective: readonly NamedClass[],
  configured: readonly NamedClass[],
): ClassChange[] {
  const find = (classes: readonly NamedClass[], name: string) =>
    classes.find(one => one.name === name)?.definition;
  const names = [...configured, ...effective].map(({ name }) => name);
  return [...new Set(names)].flatMap(name => {
    const now = find(effective, name);
    const next = find(configured, name);
    const isSame = now && next && canonicalText(now) === canonicalText(next);
    if (isSame) return [];
    return [
      { name, effective: now, configured: next, shortens: shortens(now, next) },
    ];
  });
}

/**
 * Makes effective what the config only lengthens. The very first config is effective as
 * a whole: nothing was promised by a class before it.
 */
export async function adoptConfig(options: {
  database: SupplyChainDatabase;
  configured: readonly NamedClass[];
  now: number;
}): Promise<ClassVersion[]> {
  const { database, configured, now } = options;
  return database.transaction(async tx => {
    await lockKeeping(tx);
    const effective = await listEffective({ tx });
    const isFirst = effective.length === 0;
    for (const change of classChanges(effective, configured)) {
      if (change.shortens.length > 0 && !isFirst) continue;
      await replaceClass({
        tx,
        name: change.name,
        definition: change.configured,
        source: 'config',
        now,
      });
    }
    return listEffective({ tx });
  });
}
