import type { ProjectAddress } from "@/lib/data/access";
import type { Params } from "./define";

/** Where a path names its project, for projectRoute. */

export const bySlug = ({ slug = "" }: Params): ProjectAddress => ({ slug });

export const byCriterion = ({ id = "" }: Params): ProjectAddress => ({ criterionId: id });
