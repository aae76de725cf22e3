import { type ReactNode, useEffect } from "react";
import { words } from "../words";

/** The head of a page: its name, what it is for, and what can be done here. */
export function Head({ title, text, acts, over }: { title: string; text?: ReactNode; acts?: ReactNode; over?: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · ${words.product}`;
  }, [title]);
  return (
    <header className="head">
      <div>
        {over}
        <h1>{title}</h1>
        {text && <p>{text}</p>}
      </div>
      {acts && <div className="acts">{acts}</div>}
    </header>
  );
}

export function Card({ title, acts, children }: { title?: string; acts?: ReactNode; children: ReactNode }) {
  return (
    <section className="card">
      {title && (
        <header>
          <h2>{title}</h2>
          {acts}
        </header>
      )}
      {children}
    </section>
  );
}

export function Empty({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {children && <div className="acts">{children}</div>}
    </div>
  );
}
