import { describe, expect, it } from 'vitest';
import { readPathText } from './read-path-text.js';

describe('the path in what a person gives', () => {
  it.each([
    ['S:\\Mandats\\Rochat', 'S:\\Mandats\\Rochat'],
    ['  "S:\\Mandats\\Atelier Rochat.fac" ', 'S:\\Mandats\\Atelier Rochat.fac'],
    ['«\u00a0/home/anna/x.fac\u00a0»', '/home/anna/x.fac'],
    ['file:///C:/Mandats/Atelier%20Rochat.fac', 'C:\\Mandats\\Atelier Rochat.fac'],
    ['file://srv-01/compta/D%C3%A9biteurs.fac', '\\\\srv-01\\compta\\Débiteurs.fac'],
    ['file:///home/anna/x%20y.fac', '/home/anna/x y.fac'],
    ['file://localhost/home/x.fac', '/home/x.fac'],
    ['file:/home/x.fac', '/home/x.fac'],
    ['file:///home/100%.fac', '/home/100%.fac'],
    ['# from the file manager\r\nfile:///home/x.fac\r\nfile:///home/y.fac', '/home/x.fac'],
    ["/home/l'été.fac", "/home/l'été.fac"],
    ['', ''],
  ])('%s', (text, path) => expect(readPathText(text)).toBe(path));
});
