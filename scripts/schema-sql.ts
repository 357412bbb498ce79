import { readFile } from "node:fs/promises";
import { schemaSql } from "./schema-engine";

process.stdout.write(await schemaSql(await readFile("prisma/schema.prisma", "utf8")));
