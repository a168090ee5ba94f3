import { useApi } from '@backstage/frontend-plugin-api';
import {
  EvidenceKind,
  Receipt,
  SupplyChainApi,
} from '@hotpass/backstage-plugin-supply-chain-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { supplyChainApiRef } from '../api';

const POLL_MS = 1000;

/** A file, the version it belongs to, and its kind where the file does not tell. */
export interface Upload {
  file: File;
  release: string;
  kind?: EvidenceKind;
}

/** How far an upload has come. */
export type Submission =
  | { step: 'idle' }
  | { step: 'sending' | 'processing'; file: File }
  | { step: 'done'; file: File; receipt: Receipt }
  | { step: 'failed'; file: File; error: Error };

async function settle(
  api: SupplyChainApi,
  receipt: Receipt,
  signal: AbortSignal,
): Promise<Receipt> {
  let latest = receipt;
  while (latest.status === 'processing' && !signal.aborted) {
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
    latest = await api.getReceipt(latest.id, { signal });
  }
  return latest;
}

/** Sends one file as the signed-in person, and follows it until it is read. */
export function useSubmit(entityRef: string, onSent: () => void) {
  const api = useApi(supplyChainApiRef);
  const controller = useRef<AbortController>();
  const [submission, setSubmission] = useState<Submission>({ step: 'idle' });
  useEffect(() => () => controller.current?.abort(), []);

  const submit = useCallback(
    async ({ file, release, kind }: Upload) => {
      const { signal } = (controller.current = new AbortController());
      setSubmission({ step: 'sending', file });
      try {
        const first = await api.submit(
          { entityRef, release, kind, fileName: file.name, body: file },
          { signal },
        );
        if (first.status === 'processing') {
          setSubmission({ step: 'processing', file });
        }
        const receipt = await settle(api, first, signal);
        if (signal.aborted) return;
        setSubmission({ step: 'done', file, receipt });
        if (receipt.status !== 'refused') onSent();
      } catch (error) {
        if (signal.aborted) return;
        setSubmission({ step: 'failed', file, error: error as Error });
      }
    },
    [api, entityRef, onSent],
  );
  const reset = useCallback(() => {
    controller.current?.abort();
    setSubmission({ step: 'idle' });
  }, []);
  return { submission, submit, reset };
}
