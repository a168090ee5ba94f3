import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { SupplyChainEvent } from '@hotpass/backstage-plugin-supply-chain-common';

/** What people are told once, and how that is remembered. */
export interface Reminder {
  table: 'hold' | 'subject';
  id: number;
  /** The column that says that it was told, and what must not have changed meanwhile. */
  told: string;
  about: Record<string, number | null>;
  event: SupplyChainEvent;
  /** To whom, each with a scope of its own; nothing where nobody is known. */
  notifications: NotificationSendOptions[];
}

export const TOPIC = 'supply-chain.retention';

/** Of an epoch in milliseconds, as people write it. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
