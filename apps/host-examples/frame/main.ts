import { startProgram } from '../src/start-program.js';
import { openFrame } from './open-frame.js';

void startProgram('A page in a frame', openFrame);
