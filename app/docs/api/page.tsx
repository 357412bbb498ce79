import type { Metadata } from "next";
import { ApiReference } from "@/components/api-docs/api-reference";
import { type Operation, OperationTable } from "@/components/api-docs/operation-table";
import { PageHead } from "@/components/shell/page-head";
import { openApiDocument } from "@/lib/http/openapi";

export const metadata: Metadata = { title: "API" };

const METHODS = ["get", "post", "patch"] as const;

/** The operations in the order of the document. */
function operations(): Operation[] {
  return Object.entries(openApiDocument().paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item?.[method];
      return operation ? [{ method: method.toUpperCase(), path, summary: operation.summary ?? "" }] : [];
    }),
  );
}

/** The API for readers: the operations without a script, and a reference to try them with one. Open to everybody. */
export default function ApiDocsPage() {
  return (
    <main id="main" className="page">
      <PageHead title="API" crumbs={[{ href: "/", label: "Phasegate" }]} />
      <div className="prose max-w-[80ch]">
        <p>
          Every address is below <code>/api/v1</code> and wants{" "}
          <code>Authorization: Bearer &lt;token&gt;</code>. Make one on the <a href="/tokens">Tokens</a> page,
          or with <code>npm run -s phasegate -- token create</code>. The description for programs is at{" "}
          <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>.
        </p>
        <p>
          Errors are <code>application/problem+json</code> with a stable <code>code</code> and a{" "}
          <code>requestId</code>. Lists are pages of <code>data</code> and <code>nextCursor</code>. Writes
          accept <code>Idempotency-Key</code>: a repeated request gets the first one’s answer. Updates accept{" "}
          <code>If-Match</code> with the version they are based on.
        </p>
      </div>
      <OperationTable operations={operations()} />
      <ApiReference address="/api/v1/openapi.json" />
    </main>
  );
}
