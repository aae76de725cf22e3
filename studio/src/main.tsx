import "@mantine/core/styles.css";
import "./fonts.css";
import "./look.css";
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { setNonce } from "get-nonce";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router/dom";
import { askFirst, makeClient } from "./api/hooks";
import { askAhead } from "./build/ahead";
import { Preview } from "./build/preview/Preview";
import { Tips } from "./parts/Tips";
import { Publish } from "./publish/Publish";
import { makeRouter } from "./router";
import { theme } from "./theme";

// The word of this answer, by which the policy lets in the styles that the page makes itself.
const nonce = document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce ?? "";
setNonce(nonce);

const client = makeClient();
askFirst(client, "/api/v1/me");
askAhead(location.pathname);
// What an address opens over a page comes with the page, not after it.
const over = new URLSearchParams(location.search);
if (over.has("publish")) void Publish.ask();
if (over.has("preview")) void Preview.ask();

// In a task of its own: reading all this code took one already.
setTimeout(() => createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <QueryClientProvider client={client}>
        <RouterProvider router={makeRouter()} />
        <Tips />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
));
