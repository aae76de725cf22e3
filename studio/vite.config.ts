import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const server = process.env.WAYFARE_SERVER ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [react()],
  // The server puts a fresh word in its place with every answer; see Studio.java.
  html: { cspNonce: "WAYFARE-NONCE" },
  build: {
    assetsDir: "studio", assetsInlineLimit: 0, chunkSizeWarningLimit: 700, target: "es2023", modulePreload: { polyfill: false },
    // What the first visit needs is one file, and what is small and needed by many is a few: files cost a round trip for every six of them where a proxy speaks HTTP/1.1.
    rolldownOptions: { output: { codeSplitting: { groups: [
      { name: "first", tags: ["$initial"], priority: 2 },
      { name: "icons", test: /@tabler[\\/]icons-react/, priority: 1 },
      { name: "places", test: /src[\\/]build[\\/](document|places)\.ts$/, priority: 1 },
      { name: "fields", test: /@mantine[\\/](?!.*NumberInput)/, minShareCount: 3, priority: 1 },
      { name: "builder", test: /src[\\/]build[\\/](?!PagePlace|ScriptPlace)(steps[\\/])?[^\\/]+\.tsx?$/ },
    ] } } },
  },
  server: {
    // The schema and the customer's stylesheet are read where they are written.
    fs: { allow: [".", "../docs", "../server/src/main/resources/static/customer"] },
    proxy: { "^/(api|sign-in|sign-out|simulator|l|u|c|a|f)(/|$)": server },
  },
  test: { environment: "happy-dom", include: ["src/**/*.test.{ts,tsx}"] },
});
