/** Says in the page that something was done; `focus`: what had the focus has gone with it. */
export type Say = (text: string, focus?: 'focus') => void;

export interface CommandDialogProps {
  readonly onClose: () => void;
  readonly say: Say;
}
