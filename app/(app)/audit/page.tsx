import type { Metadata } from "next";
import { AuditFilters } from "@/components/audit/audit-filters";
import { AuditTable } from "@/components/audit/audit-table";
import { VerifyAudit } from "@/components/audit/verify-audit";
import { PageHead } from "@/components/shell/page-head";
import { readerClock } from "@/components/shell/reader-clock";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { verifyAuditAction } from "@/lib/actions/audit";
import { workspacePage } from "@/lib/auth/page-access";
import { may } from "@/lib/data/access";
import { listAudit, listAuditChoices } from "@/lib/data/audit";
import { type AuditFilter, readAuditFilter } from "@/lib/schemas/audit";

interface AuditPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: "Audit" };

/** The same view, further back. */
function olderHref(filter: AuditFilter, cursor: string | null): string | null {
  if (cursor === null) return null;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, cursor })) if (value) query.set(name, value);
  return `/audit?${query}`;
}

/** Who did what to which thing when, in the whole workspace. */
export default async function AuditPage({ searchParams }: AuditPageProps) {
  const { filter, errors } = readAuditFilter(await searchParams);
  const access = await workspacePage("workspace:read");
  const [clock, choices, { entries, nextCursor }] = await Promise.all([
    readerClock(access.actor.timeZone),
    listAuditChoices(access),
    // a cursor that is none shows the newest, as the address without it does
    listAudit(access, filter).catch(() => listAudit(access, { ...filter, cursor: null })),
  ]);
  const administers = may(access, "workspace:administer");
  return (
    <>
      <PageHead
        title="Audit"
        lead="Every change, chained by hash: what was written cannot be changed unseen."
      >
        {administers && (
          <>
            <VerifyAudit verify={verifyAuditAction} />
            <ButtonLink href="/audit/export" download="audit.ndjson">
              Export
            </ButtonLink>
          </>
        )}
      </PageHead>
      <Panel label="Audit events" className="overflow-hidden">
        <AuditFilters filter={filter} choices={choices} errors={errors} />
        <AuditTable entries={entries} clock={clock} olderHref={olderHref(filter, nextCursor)} />
      </Panel>
    </>
  );
}
