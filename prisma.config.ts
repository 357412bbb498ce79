import { defineConfig } from "prisma/config";

// For Prisma's own commands (`npx prisma studio`, `npx prisma migrate deploy`); the product itself does not read it.
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: {
    path: "prisma/migrations",
    seed: "node --conditions=react-server --import tsx prisma/seed.ts",
  },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
