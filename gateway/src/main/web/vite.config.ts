import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const suite = process.env.LYNCEUS_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [svelte()],
  build: {
    outDir: '../../../target/classes/META-INF/resources',
    // The folder also holds example.json. build.mjs removes the assets of earlier builds.
    emptyOutDir: false,
    target: 'es2022',
    rollupOptions: {
      output: {
        // Browsers show a licence whose name says that it is text.
        assetFileNames: ({ names }) => (names.includes('LICENSE') ? 'assets/aladin-lite-licence-[hash].txt' : 'assets/[name]-[hash][extname]'),
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': suite, '/q': suite, '/example.json': suite },
  },
});
