/** One thing wrong with a request: where, what was expected and found, and the way out. */
export interface Mistake {
  code: string;
  path: string;
  message: string;
  fix: string;
}

interface Body {
  title?: string;
  code?: string;
  detail?: string;
  errors?: Mistake[];
}

/** Why the server did not do it, in its own words. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly errors: Mistake[];

  constructor(status: number, body: Body) {
    super(body.detail ?? "");
    this.status = status;
    this.code = body.code ?? "unknown";
    this.title = body.title ?? "";
    this.errors = body.errors ?? [];
  }

  /** What is wrong with one field, in one sentence. */
  at(field: string): string | undefined {
    return this.errors.find(it => it.path === field || it.path.endsWith("." + field))?.message;
  }
}

export const offline = (text: { title: string; detail: string }) =>
  new Problem(0, { code: "offline", title: text.title, detail: text.detail });

export async function read(answer: Response): Promise<Problem> {
  const body: Body = await answer.json().catch(() => ({}));
  return new Problem(answer.status, { title: answer.statusText, ...body });
}
