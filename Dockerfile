# Phasegate as an image: migrates its database, then serves. Needs DATABASE_URL, NEXTAUTH_SECRET and PHASEGATE_URL.

FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# The embedded PostgreSQL is for running without containers.
RUN npm ci --no-audit --no-fund --ignore-scripts

FROM packages AS build
ENV NEXT_TELEMETRY_DISABLED=1 NEXT_OUTPUT=standalone NODE_ENV=production
COPY . .
RUN node scripts/generate.mjs \
  && node node_modules/next/dist/bin/next build \
  && node scripts/compress.mjs \
  && node_modules/.bin/esbuild lib/ops/serve.ts --bundle --platform=node --format=cjs \
    --external:pg-native --outfile=.next/standalone/serve.cjs \
  && mkdir -p public

FROM node:24-slim AS product
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 PORT=3000 HOSTNAME=0.0.0.0
WORKDIR /app
COPY --from=build --chown=node:node /app/.next/standalone ./
COPY --from=build --chown=node:node /app/.next/static ./.next/static
COPY --from=build --chown=node:node /app/.next/compressed ./.next/compressed
COPY --from=build --chown=node:node /app/public ./public
COPY --from=build --chown=node:node /app/prisma/migrations ./prisma/migrations
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=32", "serve.cjs"]
