import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { bannerConfig } from '../../vite.banner.js';

export default defineConfig(bannerConfig('compta', [react()]));
