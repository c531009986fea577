import { buildChoreography } from "#dance/choreo/build.ts";
import type { Choreography } from "#dance/choreo/choreography.ts";
import { blankDraft, type Draft, draftOf } from "#dance/choreo/draft.ts";
import { decodeChoreography } from "#dance/choreo/file.ts";
import { readCoco } from "#dance/choreo/formats/coco.ts";
import { readCsv } from "#dance/choreo/formats/csv.ts";
import type { Foreign, FormatProblem, Remark } from "#dance/choreo/formats/foreign.ts";
import { readChoreographyJson } from "#dance/choreo/formats/json.ts";
import { type FrameFile, readOpenPose } from "#dance/choreo/formats/openpose.ts";
import { isNotation } from "#dance/choreo/notation.ts";
import type { NotationProblem } from "#dance/choreo/score.ts";
import { fail, type Outcome, ok, type Problem } from "#dance/outcome.ts";
import { unzip, type ZipProblem } from "./zip.ts";

/** A routine read from files, not kept yet, and what was done to read it. */
export interface Opened {
  readonly draft: Draft;
  /** The routine that the files are a version of, where they are one of ours. */
  readonly slug: string | null;
  readonly remarks: readonly Remark[];
}

/** Why files could not be opened; a notation problem comes with its line and column. */
export type OpeningProblem =
  | FormatProblem
  | NotationProblem
  | ZipProblem
  | "file-empty"
  | "file-too-large"
  | "file-unreadable";

/** Bytes of all files together that are read at most: twenty minutes of COCO at 60 frames a second. */
const BYTES_MAX = 300_000_000;

const plainName = (name: string): string => name.replace(/^.*\//, "").replace(/\.[a-z0-9]+$/i, "");
const isJson = ({ name }: { readonly name: string }): boolean => /\.json$/i.test(name);

/**
 * Opens a routine: ours (JSON or the file of a version), notation, COCO, CSV, or OpenPose as many files, a folder or a zip.
 * `rate` is frames a second where the file does not say; null leaves it at 30. `folder` names the folder they lay in. `onShare` is told the share of the bytes that are read, 0..1.
 */
export async function openFiles(
  files: readonly File[],
  rate: number | null,
  folder = "",
  onShare: (share: number) => void = () => undefined,
): Promise<Outcome<Opened, OpeningProblem>> {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (bytes === 0) return fail("file-empty", "there are no bytes");
  if (bytes > BYTES_MAX) return fail("file-too-large", `${bytes} bytes, at most ${BYTES_MAX}`);
  try {
    return await read(files, rate, folder, onShare);
  } catch (cause) {
    if (cause instanceof DOMException) return fail("file-unreadable", cause.message); // moved since, or not on this device
    throw cause;
  }
}

async function read(files: readonly File[], rate: number | null, folder: string, onShare: (share: number) => void) {
  const [first] = files;
  if (files.length === 1 && first && /\.zip$/i.test(first.name)) {
    const inside = await unzip(first, BYTES_MAX);
    return inside.ok ? opened(inside.value, rate, plainName(first.name)) : inside;
  }
  if (files.length === 1 && first && (await first.slice(0, 4).text()) === "8CCH") return ofVersion(first);
  return opened(await textsOf(files, onShare), rate, folder || plainName(first?.name ?? ""));
}

/** Bytes of a large file between two words about how far it is. */
const PIECE = 4_000_000;

/** The text of each file, piece by piece. */
async function textsOf(files: readonly File[], onShare: (share: number) => void): Promise<FrameFile[]> {
  const all = files.reduce((sum, { size }) => sum + size, 0);
  let [done, told] = [0, 0];
  const texts: FrameFile[] = [];
  for (const file of files) {
    const decoder = new TextDecoder();
    let text = "";
    for (let at = 0; at < file.size; at += PIECE) {
      const piece = file.slice(at, at + PIECE);
      text += decoder.decode(await piece.arrayBuffer(), { stream: at + PIECE < file.size });
      done += piece.size;
      if (done - told < PIECE && done < all) continue;
      told = done;
      onShare(done / all);
    }
    texts.push({ name: file.name, text });
  }
  return texts;
}

/** Hidden files of a folder or a zip say nothing of the dance. */
const isHidden = ({ name }: FrameFile): boolean => /(^|\/)(\.|__MACOSX)/.test(name);

function opened(all: readonly FrameFile[], rate: number | null, title: string): Outcome<Opened, OpeningProblem> {
  const files = all.filter((file) => !isHidden(file));
  const jsons = files.filter(isJson);
  if (jsons.length > 1) return ofTrack(readOpenPose(jsons, rate), title);
  const one = jsons[0] ?? files[0];
  if (!one) return fail("file-empty", "there are no files");
  return ofText(one, rate, title);
}

/** A finished choreography, taken up again. */
const ours = (choreography: Choreography): Opened => ({
  draft: draftOf(choreography, crypto.randomUUID()),
  slug: choreography.slug,
  remarks: [],
});

function ofText({ name, text }: FrameFile, rate: number | null, title: string): Outcome<Opened, OpeningProblem> {
  if (/^\uFEFF?\s*[{[]/.test(text) && !/^\s*\[[a-z-]+\]/.test(text)) return ofJson({ name, text }, rate, title);
  if (/\.(csv|tsv)$/i.test(name) || /_x\W/i.test(text.slice(0, 2000))) return ofTrack(readCsv(text, rate), title);
  if (text.includes("\0")) return fail("not-this-format", `${name} holds no text`);
  if (!isNotation(text)) return fail("not-this-format", `${name} has no line of notation`);
  const built = buildChoreography(text);
  if (!built.ok) return built;
  const { draft } = ours(built.value);
  return ok({ draft: { ...draft, notation: text }, slug: null, remarks: [] });
}

function ofJson(file: FrameFile, rate: number | null, title: string): Outcome<Opened, OpeningProblem> {
  const head = file.text.slice(0, 2000);
  if (head.includes('"eightcount-choreography"')) {
    const read = readChoreographyJson(file.text);
    return read.ok ? ok(ours(read.value)) : read;
  }
  return ofTrack(head.includes('"people"') ? readOpenPose([file], rate) : readCoco(file.text, rate), title);
}

function ofTrack(read: Outcome<Foreign, FormatProblem>, title: string): Outcome<Opened, FormatProblem> {
  if (!read.ok) return read;
  const { track, remarks } = read.value;
  const first = track[0]?.time ?? 0;
  const from = track.map(({ time, pose }) => ({ time: time - first, pose }));
  const draft: Draft = {
    ...blankDraft(crypto.randomUUID()),
    title: { en: title, ko: title },
    positions: [{ name: "", track: from, keyframes: [], unscored: [] }],
  };
  return ok({ draft, slug: null, remarks });
}

async function ofVersion(file: File): Promise<Outcome<Opened, OpeningProblem>> {
  const read = decodeChoreography(new Uint8Array(await file.arrayBuffer()));
  return read.ok ? ok(ours(read.value)) : fail("not-this-format", read.problem.message);
}

/** Whether a problem is one of a notation's text. */
export const isOfText = (problem: Problem<OpeningProblem>): problem is Problem<NotationProblem> =>
  problem.line !== undefined;
