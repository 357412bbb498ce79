/** A project whose pages are looked at, and things in it that have pages of their own. */
interface Shown {
  slug: string;
  itemId: string;
  criterionId: string;
  decisionId: string;
  draftId: string;
}

/** Addresses of the main pages, those of the project's phase "alpha" among them. */
export function mainPages({ slug, itemId, criterionId, decisionId, draftId }: Shown): string[] {
  const project = `/projects/${slug}`;
  const phase = `${project}/phases/alpha`;
  return [
    "/",
    phase,
    `${phase}?select=1`,
    `${phase}?edit=1`,
    `${phase}?tab=criteria`,
    `${phase}?tab=criteria&edit=1`,
    `${phase}?tab=sign-offs&edit=1`,
    `${phase}?tab=rollback`,
    `${phase}?tab=activity`,
    `${phase}/gate`,
    `${phase}/gate/decisions/${decisionId}`,
    `${project}/items/${itemId}`,
    `${project}/criteria/${criterionId}`,
    `${project}/environments`,
    `${project}/secrets`,
    `${project}/risks`,
    `${project}/criteria`,
    `${project}/areas`,
    `${project}/activity`,
    `${project}/settings`,
    `${project}/update`,
    "/audit",
    "/members",
    "/my-work",
    "/projects/new?start=import",
    `/import/${draftId}`,
  ];
}
