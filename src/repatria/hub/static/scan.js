// Scanning with the tablet's own camera. Where the browser reads QR codes itself it does; where not (iPads, Linux), a
// library does that comes with this page. Where there is no camera, one types.

import { h, t } from "./words.js";

const BETWEEN = 120;
const WIDEST = 960;

let running = null;

function stop() {
  running?.getTracks().forEach((track) => track.stop());
  running = null;
}

export function scanView(found, closed) {
  const close = h("button", { id: "scan-stop", onclick: () => { stop(); closed(); } }, t("scan_stop"));
  const video = h("video", { autoplay: true, playsinline: true, muted: true });
  const problem = h("p", { class: "problem" });
  look(video, found).catch(() => { stop(); problem.textContent = t("no_camera"); });
  return [h("section", { class: "narrow" }, video, problem, close)];
}

async function look(video, found) {
  stop();
  const read = await reader();
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1280 } } });
  if (!video.isConnected) { stream.getTracks().forEach((track) => track.stop()); return; }
  running = stream;
  video.srcObject = stream;
  await video.play();
  while (running === stream) {
    if (!video.isConnected) { stop(); return; }
    const text = await read(video);
    if (text && running === stream) {
      stop();
      found(text);
      return;
    }
    await new Promise((next) => setTimeout(next, BETWEEN));
  }
}

// Give what looks at one frame: the text of a QR code in it, or null.
async function reader() {
  const known = "BarcodeDetector" in window ? await BarcodeDetector.getSupportedFormats() : [];
  if (!known.includes("qr_code")) return readerOfOurOwn();
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
}

async function readerOfOurOwn() {
  const { decodeQR } = await import("./vendor/qr/decode.js");
  const canvas = document.createElement("canvas");
  const ink = canvas.getContext("2d", { willReadFrequently: true });
  return async (video) => {
    const scale = Math.min(1, WIDEST / (video.videoWidth || WIDEST));
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    if (!canvas.width) return null;
    ink.drawImage(video, 0, 0, canvas.width, canvas.height);
    try {
      return decodeQR(ink.getImageData(0, 0, canvas.width, canvas.height));
    } catch {
      return null;  // no code in this frame
    }
  };
}
