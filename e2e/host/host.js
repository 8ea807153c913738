// A host program's window: loads the banner's module, puts the element into the slot, gives it what the address says.
const given = new URLSearchParams(location.hash.slice(1));
const program = given.get('program') ?? 'compta';
await import(given.get('module') ?? `/elements/${program}-banner.js`);
document.documentElement.dataset.theme = given.get('theme') ?? 'light';
const banner = document.createElement(`synchro-${program}-banner`);
for (const name of ['agent-url', 'token', 'product', 'document-path', 'locale', 'theme', 'height'])
  if (given.has(name)) banner.setAttribute(name, given.get(name));
document.querySelector('#slot').append(banner);
