import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/frame.css";
import "./styles/parts.css";
import "./styles/marks.css";
import "./styles/states.css";
import { App } from "./pages/app.tsx";
import { Speechless } from "./parts/speechless.tsx";
import { loadLanguage, loadLanguages } from "./state/language.ts";
import { queryClient } from "./state/queries.ts";
import { watchNetwork } from "./state/sending.ts";
import { watchVersion } from "./state/version.ts";

const root = document.getElementById("root");
if (!root) throw new Error("the page has no #root");
const spoken = loadLanguage().then(
  () => true,
  () => false,
);
// Not behind the words, without which there may be no page: takes that wait are sent all the same.
watchNetwork();
watchVersion();
const speaks = await spoken;
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>{speaks ? <App /> : <Speechless />}</QueryClientProvider>
  </StrictMode>,
);

// The typeface comes after the first paint; until then the system's own stands in. So does the other language.
requestAnimationFrame(() => {
  void import("./styles/font.css");
  void loadLanguages();
});
