import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** One script with all that a page of another site needs, beside the built site. */
export default defineConfig({
  root: here("."),
  publicDir: false,
  build: {
    outDir: here("../dist/web"),
    emptyOutDir: false,
    target: "es2022",
    modulePreload: false,
    rollupOptions: {
      input: here("explore/embed/script.ts"),
      output: { entryFileNames: "overlap-graph.js", codeSplitting: false },
    },
  },
});
