import type { EntryLineMessage } from '../contract-types.js';
import type { DialogKey } from '../messages/dialog-messages.js';

export interface OtherChange {
  readonly field: Extract<DialogKey, `field.${string}`>;
  readonly before: string | boolean;
  readonly after: string | boolean;
}

/** What has changed in a line beside what has a column of its own. */
export function otherChanges(before: EntryLineMessage, after: EntryLineMessage): readonly OtherChange[] {
  const all: readonly OtherChange[] = [
    {
      field: 'field.foreign-amount',
      before: before.foreignAmount ?? '',
      after: after.foreignAmount ?? '',
    },
    { field: 'field.exchange-rate', before: before.exchangeRate ?? '', after: after.exchangeRate ?? '' },
    { field: 'field.net', before: before.net, after: after.net },
    { field: 'field.vat-type', before: before.vatType, after: after.vatType },
    { field: 'field.cost-centre', before: before.costCentre, after: after.costCentre },
  ];
  return all.filter((change) => change.before !== change.after);
}
