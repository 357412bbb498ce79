/** @type {import("next").NextConfig} */
export default {
  output: process.env.NEXT_OUTPUT === "standalone" ? "standalone" : undefined,
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run dev` would print what actions are called with: passwords, and what was pasted where no secret belongs.
  logging: { serverFunctions: false },
  allowedDevOrigins: ["127.0.0.1"],
  // Native binaries and loggers with worker threads do not survive bundling.
  serverExternalPackages: ["@node-rs/argon2", "fontkit", "pdfkit", "pg", "pino"],
  // Read by path, which nothing sees that follows imports.
  outputFileTracingIncludes: {
    "/api/v1/projects/[slug]/phases/[phase]/report.pdf": [
      "./node_modules/@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf",
      "./node_modules/@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf",
    ],
  },
  // `npm run types` checks every file, tests too; a type error in a test must not keep somebody from starting the product.
  typescript: { ignoreBuildErrors: true },
  // A parameter in the path of a page costs each request (docs/decisions/0018-flat-phase-page.md), so the page everybody
  // works on has none. What is asked for twice is what the path says.
  rewrites: async () => [
    { source: "/projects/:slug/phases/:phase", destination: "/phase?slug=:slug&phase=:phase" },
  ],
  experimental: {
    authInterrupts: true,
    // A 2 MB plan (PLAN_MAX_BYTES) travels through an action; multi-byte text grows on the way.
    serverActions: { bodySizeLimit: "5mb" },
  },
};
