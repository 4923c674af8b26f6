package stet.serve.memento;

import java.io.InputStream;
import java.util.Map;
import stet.capture.Payload;
import stet.serve.http.Answer;

/** A capture's bytes to be saved, in the content coding in which they came. */
public final class PayloadDownload {
  private PayloadDownload() {}

  /** The bytes under a name of this server's own, so that no browser shows or runs them. */
  public static Answer of(Payload payload) {
    Answer answer =
        new Answer(
            200,
            "application/octet-stream",
            Map.of(),
            payload.size(),
            out -> {
              try (InputStream in = payload.open()) {
                in.transferTo(out);
              }
            });
    return Inert.of(
        answer
            .with("Content-Disposition", "attachment; filename=\"capture.bin\"")
            .with("ETag", '"' + payload.digest().hex() + '"')
            .with("Cache-Control", "private, no-cache, no-transform"),
        "");
  }
}
