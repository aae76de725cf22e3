const brief = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });

/** A moment of the preview’s own clock, in the builder’s zone. */
export const moment = (at: string) => brief.format(new Date(at));
