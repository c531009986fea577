import { FileUp, Film, PersonStanding } from "lucide-react";
import { type ReactElement, useState } from "react";
import { Link } from "wouter";
import "../styles/studio.css";
import { useTitle } from "../state/hooks.ts";
import { useWords } from "../state/language.ts";

/** How a routine begins: a video, the camera, or a file. */
export default function StudioNew(): ReactElement {
  const { studio } = useWords();
  const [id] = useState(() => crypto.randomUUID());
  useTitle(studio.newTitle);
  const ways = [
    ["video", Film, `/studio/import/${id}`],
    ["danceIn", PersonStanding, "/studio/dance-in"],
    ["file", FileUp, "/studio/open"],
  ] as const;
  return (
    <div className="page stack">
      <h1>{studio.newTitle}</h1>
      <p className="lead soft">{studio.newLead}</p>
      <ul className="ways">
        {ways.map(([way, Sign, href]) => (
          <li key={way}>
            <Link className="panel" href={href}>
              <Sign aria-hidden />
              <span className="h3">{studio.ways[way][0]}</span>
              <span className="soft">{studio.ways[way][1]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
