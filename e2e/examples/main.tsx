import { createRoot } from 'react-dom/client';
import { readAddress } from './address.js';
import { exampleGroups } from './example-groups.js';
import { showExample } from './show-example.js';

/** The page of all examples: a list of links, or the one that the address names; `npm run examples` opens it. */
const place = document.querySelector('#place');
if (place === null) throw new Error('The page has no place for an example.');
addEventListener('hashchange', () => location.reload());

const address = readAddress(location.hash);
document.documentElement.dataset['theme'] = address?.theme ?? 'auto';
document.documentElement.lang = address?.locale ?? 'en';
if (address === null) createRoot(place).render(<Index />);
else await showExample(place, address);

function Index() {
  return (
    <div className="index">
      <h1>Every state that a person can see</h1>
      {Object.entries(exampleGroups).map(([group, names]) => (
        <section key={group}>
          <h2>{group}</h2>
          <ul>
            {names.map((name) => (
              <li key={name}>
                <a href={`#${group}/${name}`}>{name}</a>
                {' · '}
                <a href={`#${group}/${name}?locale=de&theme=dark`} aria-label={`${name}, de, dark`}>
                  de, dark
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
