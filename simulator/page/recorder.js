// Voice messages, where the browser lets the page use a microphone.

const TYPES = [["audio/ogg;codecs=opus", "ogg"], ["audio/mp4", "m4a"], ["audio/webm;codecs=opus", "webm"]];

export function canRecord() {
  return Boolean(window.MediaRecorder && navigator.mediaDevices?.getUserMedia);
}

// Starts recording; the promise it gives holds a function that stops and hands over the file (null when cancelled).
export async function record() {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const [type, ending] = TYPES.find(([name]) => MediaRecorder.isTypeSupported(name)) || ["", "webm"];
  const recorder = new MediaRecorder(stream, type ? { mimeType: type } : {});
  const pieces = [];
  recorder.addEventListener("dataavailable", (event) => pieces.push(event.data));
  recorder.start();
  return (keep) => new Promise((done) => {
    recorder.addEventListener("stop", () => {
      stream.getTracks().forEach((track) => track.stop());
      done(keep ? new File(pieces, `voice.${ending}`, { type: recorder.mimeType.split(";")[0] }) : null);
    });
    recorder.stop();
  });
}
