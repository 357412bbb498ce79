import type { Metadata } from "next";
import { FinishImportForm } from "@/components/plans/finish-import-form";
import { ImportReview } from "@/components/plans/import-review";
import { PageHead } from "@/components/shell/page-head";
import { Chip } from "@/components/ui/chip";
import { pack } from "@/components/ui/packed";
import { Panel } from "@/components/ui/panel";
import {
  correctDraftAction,
  discardDraftAction,
  finishDraftAction,
  splitDraftAction,
} from "@/lib/actions/import-drafts";
import { orNotFound, workspacePage } from "@/lib/auth/page-access";
import { getImportPreview } from "@/lib/data/import-drafts";
import { wantedLinesSchema } from "@/lib/schemas/import-drafts";

export const metadata: Metadata = { title: "Import a plan" };

interface ImportPageProps {
  params: Promise<{ draftId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ImportPage({ params, searchParams }: ImportPageProps) {
  const [{ draftId }, search] = await Promise.all([params, searchParams]);
  const access = await workspacePage("project:create");
  const wanted = wantedLinesSchema.parse(search);
  const { lines, ...preview } = await orNotFound(getImportPreview(access, draftId, wanted));
  return (
    <>
      <PageHead
        title="Check what was understood"
        crumbs={[
          { href: "/", label: "Projects" },
          { href: "/projects/new", label: "New project" },
        ]}
      >
        <Chip>Draft kept, nothing created yet</Chip>
      </PageHead>
      <FinishImportForm
        draftId={draftId}
        version={preview.version}
        name={preview.name}
        finish={finishDraftAction}
        discard={discardDraftAction}
      />
      <Panel label="Preview" className="overflow-hidden">
        <ImportReview
          preview={preview}
          lines={pack(lines)}
          correct={correctDraftAction}
          split={splitDraftAction}
        />
      </Panel>
    </>
  );
}
