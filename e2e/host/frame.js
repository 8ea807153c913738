// A host program that is a web page and shows the banner's page in a frame: what it hears from there goes to the
// program's own logic, `window.synchroProgram`, which the test brings; what the program says goes there.
const frame = document.querySelector('#banner');
const address = new URL(decodeURIComponent(location.hash.slice(1)));

window.addEventListener('message', ({ origin, source, data }) => {
  if (origin !== address.origin || source !== frame.contentWindow) return;
  if (data.type === 'synchro-resize') frame.style.height = `${data.height}px`;
  window.synchroProgram(data);
});
window.synchroSay = (message) => frame.contentWindow.postMessage(message, address.origin);
frame.src = address;
