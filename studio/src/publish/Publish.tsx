import { late } from "../parts/late";

/** The publish dialog, fetched when somebody wants it. */
export const Publish = late(() => import("./PublishDialog").then(it => it.PublishDialog));
