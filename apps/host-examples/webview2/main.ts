import { startProgram } from '../src/start-program.js';
import { openWebView2 } from './open-webview2.js';

void startProgram('A page in WebView2', openWebView2);
