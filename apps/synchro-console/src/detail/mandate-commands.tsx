import { useRetrySync } from '@synchro/sync-react';
import { ActionButton } from '@synchro/sync-react/page-parts';
import type { ReactElement } from 'react';
import { offeredAction } from '../banner/offered-action.js';
import type { Capability, OverviewMandate } from '../contract-types.js';
import type { DialogRequest, Dialogs } from '../dialogs.js';
import { MenuButton } from '../menu-button.js';
import { useTexts } from '../messages/console-texts.js';
import { pendingTotal } from '../list/order-mandates.js';
import { useNarrow } from '../use-narrow.js';

export interface MandateCommandsProps {
  readonly mandate: OverviewMandate;
  readonly capabilities: readonly Capability[];
  readonly dialogs: Dialogs;
  /** Leads to the pending entries; `null` where there are none, or where they are shown already. */
  readonly onPost: (() => void) | null;
  /** Why a command has come to nothing, `null` when a new one begins. */
  readonly onFailure: (error: unknown) => void;
}

interface Command {
  readonly id: 'migrate' | 'attach' | 'rename' | 'remove';
  readonly title: string;
  readonly request: DialogRequest;
  /** Among the buttons where there is room; what is rare is in the menu. */
  readonly isFrequent: boolean;
}

/** What can be done with a mandate as a whole, as far as the service can: buttons, and a menu for what is rare. */
export function MandateCommands(props: MandateCommandsProps): ReactElement {
  const { mandate, capabilities, dialogs, onPost, onFailure } = props;
  const { t, tb } = useTexts();
  const { mutateAsync: retry } = useRetrySync();
  const isNarrow = useNarrow();
  const { id: mandateId, name, sync, moved, missing } = mandate;

  const commands: Command[] = [];
  if (moved + missing > 0 && offeredAction('migrate', capabilities) !== null)
    commands.push({
      id: 'migrate',
      title: tb('action.migrate'),
      request: { kind: 'migration', mandateId },
      isFrequent: true,
    });
  if (capabilities.includes('attach-file'))
    commands.push({
      id: 'attach',
      title: t('attach'),
      request: { kind: 'attach', mandateId },
      isFrequent: true,
    });
  if (capabilities.includes('manage-mandates')) {
    const pending = pendingTotal(mandate);
    commands.push(
      { id: 'rename', title: t('rename'), request: { kind: 'rename', mandateId, name }, isFrequent: false },
      {
        id: 'remove',
        title: t('remove'),
        request: { kind: 'remove', mandateId, name, pending },
        isFrequent: false,
      },
    );
  }
  const isButton = ({ isFrequent }: Command): boolean => isFrequent && !isNarrow;
  const inMenu = commands.filter((command) => !isButton(command));
  return (
    <div className="detail-commands">
      {onPost !== null && capabilities.includes('post') && mandate.heldBy === null ? (
        <button type="button" className="button primary" onClick={onPost}>
          {tb('action.post')}
        </button>
      ) : null}
      {sync !== null && capabilities.includes('retry-sync') ? (
        <ActionButton
          onPress={async () => {
            onFailure(null);
            await retry([mandateId]);
          }}
          onFailure={onFailure}
        >
          {t('synchronise')}
        </ActionButton>
      ) : null}
      {commands.filter(isButton).map(({ id, title, request }) => (
        <ActionButton key={id} opensDialog onPress={() => dialogs.open(request)} onFailure={onFailure}>
          {title}
        </ActionButton>
      ))}
      {inMenu.length === 0 ? null : (
        <MenuButton
          label={t('mandate.commands')}
          items={inMenu.map(({ id, title, request }) => ({
            id,
            title,
            onPress: () => void dialogs.open(request).catch(onFailure),
          }))}
        />
      )}
    </div>
  );
}
