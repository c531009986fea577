import {
  ADTS,
  BlobSource,
  FLAC,
  Input,
  type InputVideoTrack,
  MATROSKA,
  MP3,
  MP4,
  MPEG_TS,
  OGG,
  QTFF,
  UnsupportedInputFormatError,
  type VideoSample,
  VideoSampleSink,
  WAVE,
  WEBM,
} from "mediabunny";
import { fail, type Outcome, ok } from "#dance/outcome.ts";
import { keptRate, Pace } from "./pace.ts";
import { LONGEST, type VideoFacts, type VideoProblem } from "./types.ts";

/** A file whose pictures can be had one after the other. */
export interface Source {
  readonly facts: VideoFacts;
  /** The pictures to judge after a file time, each once, closed by whoever takes them; throws where the file breaks off. */
  pictures(after: number): AsyncGenerator<VideoSample>;
  /** The picture shown at a file time. */
  pictureAt(seconds: number): Promise<VideoSample | null>;
}

/** What people call a codec. */
const NAMES: Readonly<Record<string, string>> = {
  avc: "H.264",
  hevc: "HEVC (H.265)",
  vp8: "VP8",
  vp9: "VP9",
  av1: "AV1",
  prores: "ProRes",
};

/** Containers of pictures, and those of sound alone, which are known in order to be told apart from no media at all. */
const FORMATS = [MP4, QTFF, WEBM, MATROSKA, MPEG_TS, OGG, WAVE, FLAC, MP3, ADTS];

/** Packets that are looked at to learn the rate. */
const SAMPLED = 240;

/** Opens a video file without decoding any of it. */
export async function openSource(file: File): Promise<Outcome<Source, VideoProblem>> {
  if (file.size === 0) return fail("video-empty", "the file has no bytes");
  const input = new Input({ formats: FORMATS, source: new BlobSource(file) });
  try {
    const track = await input.getPrimaryVideoTrack();
    const sound = (await input.getPrimaryAudioTrack()) !== null;
    if (!track) return fail(sound ? "video-no-picture" : "video-damaged", "the file has no picture");
    const facts = await factsOf(track, sound);
    const sink = new VideoSampleSink(track);
    return ok({
      facts,
      pictures: (after) => pictures(sink, facts, after),
      pictureAt: (seconds) => sink.getSample(seconds),
    });
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return thrown instanceof UnsupportedInputFormatError
      ? fail("video-unknown", message)
      : fail("video-damaged", message);
  }
}

async function factsOf(track: InputVideoTrack, sound: boolean): Promise<VideoFacts> {
  const codec = await track.getCodec();
  const stats = await track.computePacketStats(SAMPLED);
  if (stats.packetCount === 0) throw new Error("there is no picture in the file");
  const seconds = (await track.getDurationFromMetadata()) || (await track.computeDuration());
  const rate = stats.averagePacketRate > 0 ? stats.averagePacketRate : 30;
  const read = Math.min(LONGEST, seconds);
  return {
    seconds,
    read,
    width: await track.getDisplayWidth(),
    height: await track.getDisplayHeight(),
    codec: codec ? (NAMES[codec] ?? codec.toUpperCase()) : String((await track.getInternalCodecId()) ?? "?"),
    rate,
    frames: Math.max(1, Math.round(read * keptRate(rate))),
    sound,
    decodes: await track.canDecode(),
  };
}

async function* pictures(sink: VideoSampleSink, { read }: VideoFacts, after: number): AsyncGenerator<VideoSample> {
  const pace = new Pace(after);
  for await (const sample of sink.samples(Math.max(0, after))) {
    if (sample.timestamp > read) return sample.close();
    if (pace.takes(sample.timestamp)) yield sample;
    else sample.close();
  }
}
