import { ALL_FORMATS, type AudioSample, AudioSampleSink, BlobSource, Input, type InputAudioTrack } from "mediabunny";
import { fail, type Outcome, ok } from "#dance/outcome.ts";
import { type Piece, SECONDS_MAX, type SoundProblem } from "./messages.ts";

/** Share of a centre channel that sounds from either side. */
const CENTRE = 0.7;

/** A file's sound, to be read once from its beginning. */
export interface Sound {
  /** As the file says; 0 where it does not. */
  readonly seconds: number;
  pieces(): AsyncGenerator<Piece>;
}

/** Opens the sound of a media file of any kind that mediabunny knows and the browser decodes. */
export async function openSound(file: Blob): Promise<Outcome<Sound, SoundProblem>> {
  if (file.size === 0) return fail("sound-empty", "the file has no bytes");
  const input = new Input({ source: new BlobSource(file), formats: ALL_FORMATS });
  if (!(await input.canRead())) return fail("sound-unknown", "the file is neither sound nor video of a known kind");
  const track = await input.getPrimaryAudioTrack();
  if (!track) return fail("sound-none", "the file has no sound");
  if (!(await track.canDecode())) {
    const codec = (await track.getCodec()) ?? (await track.getCodecParameterString()) ?? "?";
    return fail("sound-codec", codec);
  }
  const seconds = (await track.getDurationFromMetadata()) ?? 0;
  if (seconds > SECONDS_MAX) return fail("sound-too-long", `the sound lasts ${Math.round(seconds)} s`);
  return ok({ seconds, pieces: () => piecesOf(track) });
}

async function* piecesOf(track: InputAudioTrack): AsyncGenerator<Piece> {
  for await (const sample of new AudioSampleSink(track).samples()) {
    yield { at: sample.timestamp, rate: sample.sampleRate, channels: sidesOf(sample) };
    sample.close();
  }
}

/** One or two channels; of more, what stands in front. */
function sidesOf(sample: AudioSample): Float32Array[] {
  const plane = (planeIndex: number) => {
    const out = new Float32Array(sample.numberOfFrames);
    sample.copyTo(out, { planeIndex, format: "f32-planar" });
    return out;
  };
  if (sample.numberOfChannels < 3) return Array.from({ length: sample.numberOfChannels }, (_, i) => plane(i));
  const centre = plane(2);
  return [plane(0), plane(1)].map((side) => side.map((value, i) => value + CENTRE * (centre[i] as number)));
}
