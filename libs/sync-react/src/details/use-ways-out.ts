import type { Capability, NotificationMessage } from '../contract-types.js';
import { useConfirmVersion, useIgnoreTwin, useShowFile, useTakeOver } from '../hooks/use-file-commands.js';

export interface WayOut {
  readonly label: 'confirm-version' | 'ignore-twin' | 'show-file' | 'take-over';
  readonly run: () => Promise<void>;
  /** Whether the matter is settled with it. */
  readonly closes: boolean;
  readonly isMain: boolean;
}

/** What can be done about a notification; what the service cannot do is not offered (DESIGN: *Absent is said*). */
export function useWaysOut(
  item: NotificationMessage,
  mandateId: string,
  capabilities: readonly Capability[],
): readonly WayOut[] {
  const confirmVersion = useConfirmVersion(mandateId);
  const ignoreTwin = useIgnoreTwin(mandateId);
  const showFile = useShowFile(mandateId);
  const takeOver = useTakeOver(mandateId);
  const can = (capability: Capability) => capabilities.includes(capability);

  switch (item.kind) {
    case 'source-trouble': {
      const { fileId, trouble } = item;
      const ways: WayOut[] = [];
      if (can('show-in-folder') && trouble.kind !== 'missing')
        ways.push({
          label: 'show-file',
          run: () => showFile.mutateAsync(fileId),
          closes: false,
          isMain: false,
        });
      if (can('confirm-source') && trouble.kind === 'suspect')
        ways.push({
          label: 'confirm-version',
          run: () => confirmVersion.mutateAsync({ fileId, version: trouble.version }),
          closes: true,
          isMain: true,
        });
      return ways;
    }
    case 'source-twin': {
      const { twinId } = item;
      if (!can('ignore-twin')) return [];
      return [
        { label: 'ignore-twin', run: () => ignoreTwin.mutateAsync(twinId), closes: true, isMain: true },
      ];
    }
    case 'held-elsewhere':
    case 'claim-unverified':
      if (!can('take-over') || item.action === null) return [];
      return [{ label: 'take-over', run: () => takeOver.mutateAsync(), closes: true, isMain: true }];
    case 'index-trouble':
    case 'entries-pending':
    case 'chart-missing':
    case 'accounting-missing':
    case 'watching-degraded':
    case 'check-failed':
    case 'signed-out':
    case 'file-detached':
    case 'sync-error':
    case 'file-moved':
    case 'link-restored':
    case 'entries-waiting':
    case 'entries-problems':
    case 'entries-locked':
      return [];
  }
}
