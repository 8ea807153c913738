import { startProgram } from '../src/start-program.js';
import { openWkWebView } from './open-wkwebview.js';

void startProgram('A page in WKWebView', openWkWebView);
