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
  },
  test: { include: ["src/**/*.test.ts"] },
});
