// Scanning with the tablet's own camera, where its browser can read QR codes; where not, one types.

import { h, t } from "./words.js";

export const canScan = () => "BarcodeDetector" in window && Boolean(navigator.mediaDevices?.getUserMedia);

let running = null;

function stop() {
  running?.getTracks().forEach((track) => track.stop());
  running = null;
}

export function scanView(found, closed) {
  const close = h("button", { id: "scan-stop", onclick: () => { stop(); closed(); } }, t("scan_stop"));
  if (!canScan()) return [h("section", { class: "narrow" }, h("p", { class: "problem" }, t("no_camera")), close)];
  const video = h("video", { autoplay: true, playsinline: true, muted: true });
  const problem = h("p", { class: "problem" });
  look(video, found).catch(() => { stop(); problem.textContent = t("no_camera"); });
  return [h("section", { class: "narrow" }, video, problem, close)];
}

async function look(video, found) {
  stop();
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  running = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  const mine = running;
  video.srcObject = mine;
  await video.play();
  while (running === mine) {
    const [read] = await detector.detect(video);
    if (read) {
      stop();
      found(read.rawValue);
      return;
    }
    await new Promise((next) => setTimeout(next, 120));
  }
}
