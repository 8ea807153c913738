import { startProgram } from '../src/start-program.js';
import { openElement } from './open-element.js';

void startProgram('An element in a web page', openElement);
