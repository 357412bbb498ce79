import { fileURLToPath } from "node:url";

export default {
  poweredByHeader: false,
  serverExternalPackages: ["pg"],
  // Packages come from the product's own folder.
  turbopack: { root: fileURLToPath(new URL("../..", import.meta.url)) },
  outputFileTracingRoot: fileURLToPath(new URL("../..", import.meta.url)),
};
