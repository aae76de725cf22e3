import { Button } from "@mantine/core";
import { Link, useRouteError } from "react-router";
import { Empty } from "../parts/Page";
import { words } from "../words";

// As Chromium, Firefox and Safari say it of a script, and Vite of a style.
const NOT_FETCHED = /dynamically imported module|module script failed|preload CSS/i;

/** An address that leads nowhere, a page that could not be fetched, or one that failed. */
export function Lost() {
  const fault = useRouteError();
  const told = fault instanceof Error ? fault.message : String(fault);
  const text = !fault ? words.lost : NOT_FETCHED.test(told) ? words.gone : words.fault(told);
  return (
    <div className="card">
      <Empty title={text.title} text={text.text}>
        {fault ? (
          <Button onClick={() => window.location.reload()}>{words.tryAgain}</Button>
        ) : (
          <Button component={Link} to="/apps">{words.nav.apps}</Button>
        )}
      </Empty>
    </div>
  );
}
