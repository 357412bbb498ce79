// The frame of the pages in (app), as this page's own: a part of the address less (docs/decisions/0018-flat-phase-page.md).
export { default } from "../(app)/layout";
