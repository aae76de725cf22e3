import { late } from "../../parts/late";
import { Bones } from "../../parts/Wait";

/** The preview phone, fetched when somebody wants it. */
export const Preview = late(() => import("./PreviewPhone").then(it => it.PreviewPhone), <Bones />);
