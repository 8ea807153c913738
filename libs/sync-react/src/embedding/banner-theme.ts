import type { Theme } from '../banner/notification-banner.js';

/**
 * The theme that an attribute asks for. `auto`, which is also the default, follows the host [B2]: the colour scheme
 * that its page declares, or the system's where it declares none.
 */
export function bannerTheme(asked: string | null, element: Element): Theme {
  if (asked === 'light' || asked === 'dark') return asked;
  const declared = getComputedStyle(element).colorScheme;
  return declared === '' || declared === 'normal' ? 'auto' : 'inherit';
}
