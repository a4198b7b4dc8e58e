import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** The engine that the development server talks to: `uav serve`. */
const engine = process.env.UAV_URL ?? "http://127.0.0.1:8787";

export default defineConfig({
  plugins: [react()],
  server: {
    port: 5173,
    strictPort: true,
    proxy: { "/api": { target: engine, changeOrigin: true } },
  },
  build: {
    target: "es2022",
    // The content security policy knows no fonts or pictures from data addresses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Few files instead of one for each thing that two screens share.
          groups: [
            { name: "editor", test: /node_modules[\\/](@codemirror|@lezer|@marijn|crelt|style-mod|w3c-keyname)[\\/]/ },
            { name: "shell", test: /node_modules[\\/]@tauri-apps[\\/]/ },
            { name: "vendor", test: /node_modules[\\/]/ },
            { name: "components", test: /src[\\/](components(?![\\/]json)|api[\\/](?!transport-)|operator)/i },
          ],
        },
      },
    },
  },
  test: { include: ["src/**/*.test.ts"] },
});
