import { Link } from '@backstage/ui';
import { devEntities } from './pluginInMemory';

/** Links to every state. */
export function DevIndexPage() {
  return (
    <ul>
      {devEntities.map(name => (
        <li key={name}>
          <Link href={`/catalog/default/component/${name}`}>{name}</Link>
        </li>
      ))}
      <li>
        <Link href="/supply-chain">Portal page</Link>
      </li>
    </ul>
  );
}
