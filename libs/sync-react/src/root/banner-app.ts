import type { ComponentType } from 'react';
import type { NotificationMessage, Scope } from '../contract-types.js';
import type { DetailsDialogProps } from '../details-dialog.js';
import type { FileEntriesDialogProps } from '../file-entries-dialog.js';
import type { MigrationDialogProps } from '../migration-dialog.js';
import type { PostingDialogProps } from '../posting-dialog.js';
import type { RestoreLinkDialogProps } from '../restore-link-dialog.js';
import type { SignInDialogProps } from '../sign-in-dialog.js';

/** The built-in dialogs that there are; which action opens which one is in `item-actions.ts`. */
export interface DialogPropsByName {
  readonly posting: PostingDialogProps;
  readonly details: DetailsDialogProps;
  readonly 'sign-in': SignInDialogProps;
  readonly 'restore-link': RestoreLinkDialogProps;
  readonly migration: MigrationDialogProps;
  readonly 'file-entries': FileEntriesDialogProps;
}

export type DialogName = keyof DialogPropsByName;

/** Fetches a dialog's code; `import()` of its own entry point, so that it is a file of its own. */
export type LoadDialog<Name extends DialogName> = () => Promise<ComponentType<DialogPropsByName[Name]>>;

/**
 * What one program's banner is made of, written down by its app in `notifications.ts`. The library imports no dialog
 * itself, so what an app does not name here is not in its bundle.
 */
export interface BannerApp {
  /** The programs that it can be embedded in; the first is meant where a host names none. */
  readonly products: readonly [Scope['product'], ...Scope['product'][]];
  /** The notifications that it shows; of any other kind it is silent. */
  readonly kinds: readonly NotificationMessage['kind'][];
  /** The dialogs that it brings along. An action whose dialog is missing gets no button. */
  readonly dialogs: { readonly [Name in DialogName]?: LoadDialog<Name> };
}

/** The product that a host asked for; `null` for one that this banner is not made for, which it must not guess. */
export function productOf({ products }: BannerApp, asked: string | null): Scope['product'] | null {
  if (asked === null || asked === '') return products[0];
  return products.find((product) => product === asked) ?? null;
}
