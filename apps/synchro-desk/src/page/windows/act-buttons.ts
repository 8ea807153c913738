import type { Act } from '../../acts.js';
import { element } from '../element.js';

/** The buttons of one group of acts. */
export interface ActButtons {
  show(acts: readonly Act[], label: (act: Act) => string): void;
}

export function createActButtons(place: HTMLElement, perform: (act: Act) => Promise<void>): ActButtons {
  const press = async (button: HTMLButtonElement) => {
    if (button.getAttribute('aria-busy') === 'true') return;
    button.setAttribute('aria-busy', 'true');
    await perform(button.dataset['act'] as Act);
    button.removeAttribute('aria-busy');
  };

  const newButton = () => {
    const button = element('button', { type: 'button' });
    button.addEventListener('click', () => void press(button));
    return button;
  };

  return {
    show(acts, label) {
      acts.forEach((act, index) => {
        // Each button keeps its place and the focus, also when it turns into its opposite.
        const button = (place.children[index] ?? place.appendChild(newButton())) as HTMLButtonElement;
        button.dataset['act'] = act;
        button.textContent = label(act);
      });
      while (place.children.length > acts.length) {
        const hadFocus = place.lastElementChild === document.activeElement;
        place.lastElementChild?.remove();
        if (hadFocus && place.lastElementChild instanceof HTMLElement) place.lastElementChild.focus();
      }
    },
  };
}
