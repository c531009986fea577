import type { io } from "@tensorflow/tfjs-core";

/** Bytes of one number as it is stored; weights are stored smaller than they are used. */
const BYTES: Readonly<Record<string, number>> = { float32: 4, int32: 4, float16: 2, uint16: 2, uint8: 1, bool: 1 };

/** How many bytes the weights of a manifest take; known before they come, however the transfer is compressed. */
export function weightBytes(manifest: io.WeightsManifestConfig): number {
  let bytes = 0;
  for (const { weights } of manifest) {
    for (const weight of weights) {
      const each = BYTES[weight.quantization?.dtype ?? weight.dtype];
      if (each === undefined) throw new Error(`weights of an unknown kind: ${weight.dtype}`);
      bytes += each * weight.shape.reduce((product, side) => product * side, 1);
    }
  }
  return bytes;
}

/** Reads a body to its end into one buffer, telling how many bytes have come. */
export async function readCounted(
  body: ReadableStream<Uint8Array>,
  total: number,
  tell: (loaded: number) => void,
): Promise<ArrayBuffer> {
  const whole = new Uint8Array(total);
  const reader = body.getReader();
  let loaded = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (loaded + part.value.length > total) throw new Error(`more weights than the ${total} bytes announced`);
    whole.set(part.value, loaded);
    loaded += part.value.length;
    tell(loaded);
  }
  if (loaded < total) throw new Error(`only ${loaded} of ${total} bytes of weights came`);
  return whole.buffer;
}

async function fetched(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response;
}

/** Fetches a graph model with its weights; throws in words where it cannot be had. */
export async function fetchModel(
  url: string,
  tell: (loaded: number, total: number) => void,
): Promise<io.ModelArtifacts> {
  const { weightsManifest, modelTopology, ...rest } = (await (await fetched(url)).json()) as io.ModelJSON;
  const total = weightBytes(weightsManifest);
  tell(0, total);
  const paths = weightsManifest.flatMap((group) => group.paths);
  if (paths.length !== 1) throw new Error(`weights in ${paths.length} files; one was expected`);
  const { body } = await fetched(new URL(paths[0] as string, new URL(url, self.location.href)).href);
  if (!body) throw new Error("the weights are empty");
  const weightData = await readCounted(body, total, (loaded) => tell(loaded, total));
  return {
    modelTopology,
    weightSpecs: weightsManifest.flatMap((group) => group.weights),
    weightData,
    ...(rest.format && { format: rest.format }),
    ...(rest.signature && { signature: rest.signature }),
  };
}
